"""Reads a page in HTML back, for tests: what the document says, without what leads through it."""

import re
from html import unescape

_BESIDE = re.compile(
    r"<head>.*?</head>|<svg\b.*?</svg>|<(\w+)\b[^>]*\bclass=\"aid\b[^>]*>.*?</\1>", re.DOTALL
)


def read_webpage(page: str) -> str:
    """Return the text of a page in HTML, each tag as a space.

    Left out are pictures, whose words stand beside them, and aids: the list of contents of a page
    that is no book, the words on a control, what each sheet says of itself.
    """
    return unescape(re.sub(r"<[^>]+>", " ", _BESIDE.sub(" ", page)))
