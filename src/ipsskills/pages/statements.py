"""Statements in few words, for a line about a unit."""

import re

LONGEST = 60
_OPENING = re.compile(
    r"^(An ability to draw on knowledge (of|that)|An ability to show|An ability to|Knowledge of) +"
)
_END = re.compile(r"[.:;]( |$)|, (for example|such as|so that|because|and|but|even|by) ")


def short_form(text: str) -> str:
    """Return what a statement is about in a few words: its opening phrase, at most 60 letters."""
    said = _OPENING.sub("", " ".join(text.split()))
    if end := _END.search(said):
        said = said[: end.start()]
    if len(said) <= LONGEST:
        return said
    return said[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",") + "…"
