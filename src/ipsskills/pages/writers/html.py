"""Writes a page or a book as one HTML file that needs nothing else and prints well."""

from base64 import b64encode
from dataclasses import replace

from ipsskills.pages.document import BlankTable, Book, Figure, Page, lower
from ipsskills.pages.writers.formats import Material


def write(material: Material) -> bytes:
    """Return the material's page or book as a file."""
    return to_html(material.page).encode()


def to_html(page: Page | Book) -> str:
    """Return a page or a book as a whole HTML document, a book's contents first.

    Every text is escaped. Raises TypeError for a block it does not know.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ipsskills.pages"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters["data_address"] = _data_address
    environment.filters["shares"] = _share_hundred
    environment.globals["refuse"] = _refuse
    blocks = () if isinstance(page, Book) else page.blocks
    chapters = _chapters(page) if isinstance(page, Book) else ()
    return (
        environment.get_template("page.html.j2").render(
            title=page.title, lead=page.lead, blocks=blocks, chapters=chapters
        )
        + "\n"
    )


def _chapters(book: Book) -> tuple[tuple[str, Page], ...]:
    """Return the chapters with their headings a level lower, under the chapter's own."""
    return tuple(
        (anchor, replace(page, blocks=tuple(lower(block) for block in page.blocks)))
        for anchor, page in book.chapters
    )


def _share_hundred(block: BlankTable) -> list[int]:
    """Return how wide the columns of a table to fill in are, in hundredths."""
    from ipsskills.pages.writers.blank import WHOLE, share_columns

    return [100 * wide // WHOLE for wide in share_columns(block)]


def _data_address(figure: Figure) -> str:
    """Return a picture as an address that holds it, so that the page needs no other file."""
    return f"data:image/svg+xml;base64,{b64encode(figure.picture.draw('.svg')).decode()}"


def _refuse(block: object) -> None:
    raise TypeError(f"no way to write {type(block).__name__} as HTML")
