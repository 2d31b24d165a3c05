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
_NAME = re.compile(r' id="([^"]*)"')
_USE = re.compile(r'(href="#|url\(#)([^")]+)')
_SAID_OF_IT = re.compile(r' (?:id|role|aria-\w+|width|height|xmlns:xlink|version)="[^"]*"')


def place_picture(figure: Figure, number: int) -> str:
    """Return a figure's picture as an `svg` element, to stand in a page as its so many-th.

    Left out are comments, what only a program would read, rules of style, which would reach the
    whole page, and names that nothing in it uses. The same figure gives the same text.
    """
    drawn = figure.picture.draw(".svg").decode()
    bare = _OUTSIDE_IT.sub("", drawn[drawn.index("<svg") :])
    opening, rest = bare.split(">", 1)
    name = f"picture-{number}"
    return (
        f'{_SAID_OF_IT.sub("", opening)} role="img" aria-labelledby="{name}-title {name}-words">\n'
        f'<title id="{name}-title">{escape(figure.picture.title)}</title>\n'
        f'<desc id="{name}-words">{escape(figure.alternative)}</desc>{_rename(rest, name)}'
    ).rstrip()


def _rename(drawn: str, name: str) -> str:
    """Return the inside of a picture with a name before each name that it uses itself."""
    tags = (tag for tag in _TAG.findall(drawn) if "#" in tag)
    used = {use[2] for tag in tags for use in _USE.finditer(tag)}

    def rename(found: re.Match[str]) -> str:
        tag = found[0]
        if " id=" in tag:
            tag = _NAME.sub(lambda id_: f' id="{name}-{id_[1]}"' if id_[1] in used else "", tag)
        return _USE.sub(rf"\g<1>{name}-\g<2>", tag) if "#" in tag else tag

    return _TAG.sub(rename, drawn)
