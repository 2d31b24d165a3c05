"""Makes visible what a text holds that speaks to a terminal, or turns the words of a line around.

It imports nothing of ours. Whatever leaves the program goes through here (`cli/output/spelling.py`,
and for JSON its envelope): an argument, a file of a service or a damaged record may hold anything.
"""

import re

# Control characters but the tab and the line break, and what overrides or isolates a direction.
_HIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_SEEN = ("\n", "\N{NO-BREAK SPACE}")  # what pages are full of, though it is not to be printed
_LAST_OF_TWO_DIGITS = 0xFF


def make_visible(text: str) -> str:
    """Return a text with what nobody can see written out by its number."""
    return text if _is_plain(text) else re.sub(_HIDDEN, _spell, text)


def escape_in_json(text: str) -> str:
    """Return JSON that says the same without such a character in it."""
    if _is_plain(text):
        return text
    return re.sub(_HIDDEN, lambda found: f"\\u{ord(found[0]):04x}", text)


def _is_plain(text: str) -> bool:
    """Whether a text surely hides nothing; most do, and to compile a pattern takes a while."""
    if text.isprintable():
        return True
    for letter in _SEEN:
        text = text.replace(letter, "")
    return text.isprintable()


def _spell(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number <= _LAST_OF_TWO_DIGITS else f"\\u{number:04x}"
