"""A drawn sheet as the bytes of a file, and an SVG that can stand in a page beside others."""

import re
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

from ipsskills.pages.charts import style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ID = re.compile(r'(\bid="|url\(#|href="#)')


def save(figure: "Figure", form: str, metadata: dict[str, str | None]) -> bytes:
    """Return a figure as a file of a form, with what is told of it."""
    into = BytesIO()
    figure.savefig(into, format=form, metadata=metadata)
    return into.getvalue()


def name_ids(drawn: str, title: str, words: str) -> str:
    """Return an SVG with its name and description, and ids that no other chart of a page has."""
    # Few machines have the font; Verdana is as wide, so that labels still fit.
    drawn = drawn.replace(f"'{style.FONT}'", f"'{style.FONT}', Verdana, sans-serif")
    own = f"c{crc32(drawn.encode()):08x}-"
    drawn = _ID.sub(rf"\g<1>{own}", drawn)
    before, opening, rest = drawn.partition("<svg ")
    attributes, close, rest = rest.partition(">")
    named = (
        f'\n <title id="{own}title">{escape(title, quote=False)}</title>'
        f'\n <desc id="{own}words">{escape(words, quote=False)}</desc>'
    )
    role = f' role="img" aria-labelledby="{own}title" aria-describedby="{own}words"'
    return f"{before}{opening}{attributes}{role}{close}{named}{rest}"
