"""Writes a page or a book as one HTML file that needs nothing else and prints well."""

from ipsskills.pages.document import Book, Page


def to_html(page: Page) -> str:
    """Return the page as a whole HTML document; every text is escaped."""
    return _rendered(title=page.title, lead=page.lead, blocks=page.blocks, chapters=(), level=2)


def book_to_html(book: Book) -> str:
    """Return the book as a whole HTML document, contents first."""
    return _rendered(title=book.title, lead=book.lead, blocks=(), chapters=book.chapters, level=3)


def _rendered(**parts: object) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ipsskills.pages"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template("page.html.j2").render(**parts) + "\n"
