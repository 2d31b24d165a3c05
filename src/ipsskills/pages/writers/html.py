"""Writes a page or a book as one HTML file that needs nothing else and prints well."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING

from ipsskills.pages.document import BlankFields, BlankTable, Book, Page
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.running import write_confidential, write_imprint
from ipsskills.pages.writers.web.pictures import place_picture
from ipsskills.pages.writers.web.sections import PageSection, list_contents, part
from ipsskills.pages.writers.web.widths import (
    find_short,
    has_long_word,
    measure_entries,
    share_columns,
)

if TYPE_CHECKING:
    from jinja2 import Environment

FEWEST_IN_CONTENTS = 3
STYLES = ("page.css", "lists.css", "tables.css", "to_fill.css", "wide.css", "print.css")
SCRIPT = "filter.js"
# Nothing is fetched, nothing sent, and no script runs but ours. Styles may stand in attributes: in
# charts they do.
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {script}; "
    "base-uri 'none'; form-action 'none'"
)


def write(material: Material) -> bytes:
    """Return the material's page or book as a file, with head and foot."""
    return to_html(material.page, write_confidential(material), write_imprint(material)).encode()


def to_html(page: Page | Book, head: str = "", foot: str = "") -> str:
    """Return a page or a book as a whole HTML document.

    Every text is escaped. A book has its list of contents, and so has a page of several sections.
    ``head`` and ``foot`` are what every sheet of it says of itself. Raises TypeError for a block
    that it does not know.
    """
    sections, kind = part(page), _name_kind(page)
    contents = list_contents(sections)
    if kind == "to-fill" or (kind == "to-read" and len(contents) < FEWEST_IN_CONTENTS):
        contents = ()
    script = read_template(SCRIPT) if contents else ""
    frame = _make_environment().get_template("page.html.j2")
    written = frame.render(
        page=page,
        kind=kind,
        sections=sections,
        contents=contents,
        shared=share_columns(block for section in sections for block in section.blocks),
        head=head,
        foot=foot,
        style="\n".join(read_template(name) for name in STYLES),
        script=script,
        policy=POLICY.format(script=_allow(script)),
    )
    return f"{written}\n"


def _make_environment() -> "Environment":
    """Return what fills the templates in: every text is escaped, and nothing may be missing."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ipsskills.pages"), autoescape=True, undefined=StrictUndefined
    )
    numbers = count(1)
    environment.filters.update(
        shares=_share_hundred,
        share_widths=_share_widths,
        find_short=find_short,
        has_long_word=has_long_word,
        place_picture=lambda figure: place_picture(figure, next(numbers)),
        css_string=quote_for_style,
    )
    environment.globals["refuse"] = _refuse
    return environment


def read_template(name: str) -> str:
    """Return a style sheet or script of ours as it stands."""
    return files("ipsskills.pages").joinpath("templates", name).read_text(encoding="utf-8")


def quote_for_style(text: str) -> str:
    """Return a text as a string in a style sheet, in which no sign but letters stands as itself."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
    return f'"{"".join(signs)}"'


def _allow(script: str) -> str:
    """Return by what a browser knows the one script that it may run."""
    if not script:
        return "'none'"
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _name_kind(page: Page | Book) -> str:
    """Return how a page is set: a book, a page to read, or one that opens with fields to fill."""
    if isinstance(page, Book):
        return "book"
    return "to-fill" if isinstance(next(iter(page.blocks), None), BlankFields) else "to-read"


def _share_widths(sections: Iterable[PageSection]) -> str:
    """Return the widths that the lists of some sections share, as the style sheet takes them."""
    widths = measure_entries(block for section in sections for block in section.blocks)
    return "; ".join(f"--{name}: {wide}" for name, wide in widths.items())


def _share_hundred(block: BlankTable) -> list[int]:
    """Return how wide the columns of a table to fill in are, in hundredths."""
    from ipsskills.pages.writers import blank

    return [100 * wide // blank.WHOLE for wide in blank.share_columns(block)]


def _refuse(block: object) -> None:
    raise TypeError(f"no way to write {type(block).__name__} as HTML")
