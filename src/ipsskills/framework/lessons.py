"""What each unit teaches, in a copy of the framework: a line of its own, read when it is asked for.

It is three quarters of the text, and most pages show that of a unit or two. A line feed stands
nowhere else in a copy, as JSON writes one inside a text otherwise.
"""

import json
from typing import Any

from ipsskills.framework.cache import from_json
from ipsskills.framework.types import CurriculumEntry, Framework, Unit

_KEY = '"curriculum":'
# Stands for what is read later, so that the rest is checked as strictly as any other copy.
_NOTHING_YET = (
    b'{"id":"","slug":"","title":"","purpose":"","goal":"","outcomes":[],"activities":[],'
    b'"evidence":[],"reflection":[]}'
)
_LINE = "_line"


def put_on_lines(text: str) -> str:
    """Return a framework's text with what each unit teaches on a line of its own."""
    decoder, parts, done = json.JSONDecoder(strict=False), [], 0
    while (found := text.find(_KEY, done)) >= 0:
        start = found + len(_KEY)
        _, end = decoder.raw_decode(text, start)
        parts += [text[done:start], text[start:end]]
        done = end
    return "\n".join([*parts, text[done:]])


def from_lines(kept: bytes) -> Framework:
    """Return the framework whose text was put on lines and kept in UTF-8, with that text.

    The first unit's is read at once: a copy written for another shape is noticed by it. Raises
    ValueError if this is none.
    """
    parts = kept.split(b"\n")
    framework = from_json(Framework, _NOTHING_YET.join(parts[::2]))
    for unit, line in zip(framework.units, parts[1::2], strict=True):
        vars(unit)[_LINE] = line
        del vars(unit)["curriculum"]
    if framework.units:
        _ = framework.units[0].curriculum
    vars(framework)["copy"] = kept
    return framework


class _ReadWhenAsked:
    """Reads a unit's line at the first look, and keeps what it says in the unit as a field is.

    Python asks a class for what an object does not hold itself; so a unit that was made with its
    curriculum never comes here.
    """

    def __get__(self, unit: Any, kind: type) -> CurriculumEntry:
        if unit is None or _LINE not in vars(unit):
            raise AttributeError("curriculum")
        found = vars(unit)["curriculum"] = from_json(CurriculumEntry, vars(unit)[_LINE])
        del vars(unit)[_LINE]
        return found


Unit.curriculum = _ReadWhenAsked()  # type: ignore[assignment]  # it sees the field only
