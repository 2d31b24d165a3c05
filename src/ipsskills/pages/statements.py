"""Statements in few words, for a line about a unit: they read as what somebody does or knows."""

import re

LONGEST = 60
ON_A_LINE = 100  # where a statement has a line of its own
# Compiled when one is first needed: few pages shorten a statement.
_OPENING = r"^(An ability to draw on knowledge (of|that)|An ability to|Knowledge of) +"
_END = r"[.:;]( |$)|, (for example|such as|so that|because|and|but|even|by) "
_LEFT_OVER = r"[,;:]?( +(including|for example|such as|by))?$"


def short_form(text: str, longest: int = LONGEST) -> str:
    """Return what a statement is about in a few words: its opening phrase, at most so many letters.

    It is cut between words, and shows where it is.
    """
    said = re.sub(_OPENING, "", " ".join(text.split()))
    if end := re.search(_END, said):
        said = said[: end.start()]
    if len(said) <= longest:
        return re.sub(_LEFT_OVER, "", said)
    return said[: longest - 1].rsplit(" ", 1)[0].rstrip(",") + "…"
