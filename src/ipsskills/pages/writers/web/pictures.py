"""Makes of a chart's SVG file a picture that stands within a page, named and described there.

A page may hold several, so what a picture names inside itself is given the page's number for it.
"""

import re
from html import escape

from ipsskills.pages.document import Figure

_OUTSIDE_IT = re.compile(
    r"<!--.*?-->|<metadata\b.*?</metadata>|<style\b.*?</style>|<(title|desc)\b.*?</\1>", re.DOTALL
)
_TAG = re.compile(r"<[^>]+>")
_NAMED = re.compile(r"""(\bid="|href="#|url\(#)""")
_SAID_OF_IT = re.compile(r"""\s(?:role|aria-\w+|width|height|xmlns:xlink|version)="[^"]*\"""")


def place_picture(figure: Figure, number: int) -> str:
    """Return a figure's picture as an `svg` element, to stand in a page as its so many-th.

    Comments, what a program would read, and rules of style that would reach the whole page are
    left out. The same figure gives the same text.
    """
    drawn = figure.picture.draw(".svg").decode()
    bare = _OUTSIDE_IT.sub("", drawn[drawn.index("<svg") :])
    opening, rest = bare.split(">", 1)
    name = f"picture-{number}"
    rest = _TAG.sub(lambda tag: _NAMED.sub(rf"\g<1>{name}-", tag[0]), rest)
    return (
        f'{_SAID_OF_IT.sub("", opening)} role="img" aria-labelledby="{name}-title {name}-words">\n'
        f'<title id="{name}-title">{escape(figure.picture.title)}</title>\n'
        f'<desc id="{name}-words">{escape(figure.alternative)}</desc>{rest.rstrip()}'
    )
