"""Statements in few words, for a line about a unit: they read as what somebody does or knows."""

import re

LONGEST = 60
ON_A_LINE = 100  # where a statement has a line of its own
_OPENING = re.compile(r"^(An ability to draw on knowledge (of|that)|An ability to|Knowledge of) +")
_END = re.compile(r"[.:;]( |$)|, (for example|such as|so that|because|and|but|even|by) ")
_LEFT_OVER = re.compile(r"[,;:]?( +(including|for example|such as|by))?$")


def short_form(text: str, longest: int = LONGEST) -> str:
    """Return what a statement is about in a few words: its opening phrase, at most so many letters.

    It is cut between words, and shows where it is.
    """
    said = _OPENING.sub("", " ".join(text.split()))
    if end := _END.search(said):
        said = said[: end.start()]
    if len(said) <= longest:
        return _LEFT_OVER.sub("", said)
    return said[: longest - 1].rsplit(" ", 1)[0].rstrip(",") + "…"
