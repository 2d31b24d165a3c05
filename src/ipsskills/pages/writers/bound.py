"""Keeps a number at the name it stands before, where a program breaks lines by itself.

"3.8 Disclosure" is one thing, and so is "4 December 2026": a number at the end of a line is read as
belonging to what is before, and a year alone on a line as nothing.
"""

import re
from dataclasses import is_dataclass
from typing import Any, TypeVar

from ipsskills.frozen import change_each, change_fields
from ipsskills.pages.document import Drawing, Figure

T = TypeVar("T")

_NO_BREAK = "\u00a0"
_NUMBER = r"(?:\d{1,2}\.\d{1,2}|[AM]\d{1,2})"
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# The number of a unit, an area or a step before its name, and "unit" before the number; a day.
_APART = (
    re.compile(rf"(?<![\w.,])({_NUMBER}) (?=\W?[A-Z])"),
    re.compile(rf"\b([Uu]nits?) (?={_NUMBER}\b)"),
    re.compile(rf"\b(\d{{1,2}}) (?={_MONTH}\b)"),
    re.compile(rf"(\d\s{_MONTH}) (?=\d{{4}}\b)"),
)
_DIGIT = re.compile(r"\d")  # without one there is no number, and most texts have none
_WORD = re.compile(r"[^ \t\r\n\f\v]+")


def bind_numbers(part: T) -> T:
    """Return a page, or any part of one, whose numbers have a space behind them that never breaks.

    Pictures break their own lines.
    """
    bound: Any = _bind(part)
    return bound  # type: ignore[no-any-return]


def split_unbound(text: str) -> list[str]:
    """Return what a text may be broken into: its words, a number with the word it is bound to."""
    return _WORD.findall(text)


def _bind(part: Any) -> Any:
    if isinstance(part, str):
        return _bind_text(part) if _DIGIT.search(part) else part
    if isinstance(part, tuple):
        return change_each(part, _bind)
    if is_dataclass(part) and not isinstance(part, type | Figure | Drawing):
        return change_fields(part, _bind)
    return part


def _bind_text(text: str) -> str:
    for apart in _APART:
        text = apart.sub(rf"\1{_NO_BREAK}", text)
    return text
