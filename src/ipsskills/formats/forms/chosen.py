"""Reads what somebody chose on a row of a form: words of a list, codes, what is left of them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ipsskills.codes import Basis, Behind, Code
from ipsskills.formats.forms import columns as at
from ipsskills.framework.faults import Fault
from ipsskills.framework.scale import Choice
from ipsskills.framework.types import Framework

_YES, _NO = ("yes", "y", "x", "true", "1", "ja", "oui"), ("", "no", "n", "false", "0", "-")


_PROBLEM, _FIX = "It is not in the list.", "Choose one of the list, or leave it empty."
_Reads = Callable[[str], Any]


class _Unknown(Exception):
    """What stands in a cell is none of what it chooses from."""


def read_row(
    where: Fault, row: Mapping[str, str], framework: Framework, faults: list[Fault]
) -> dict[str, Any] | None:
    """Return one answer as plain data, None for an empty row; add a fault for each cell unread.

    ``where`` is the place of the row: the file, the line and the item it asks about.
    """
    item = where.place
    scale = framework.scale
    readers: dict[str, tuple[str, _Reads]] = {
        "code": (at.ANSWER, lambda cell: _read_answer(cell, framework, item)),
        "reason": (at.REASON, lambda cell: _choose(cell, scale.reasons)),
        "basis": (at.BASIS, lambda cell: Basis(_choose(cell, scale.bases) or "") if cell else None),
        "behind": (
            at.BEHIND,
            lambda cell: Behind(_choose(cell, scale.behind) or "") if cell else None,
        ),
        "bring": (at.BRING, _read_yes),
        "show": (at.SHOW, _read_yes),
    }
    read: dict[str, Any] = {}
    for name, (head, reader) in readers.items():
        cell = row.get(head, "").strip()
        try:
            read[name] = reader(cell)
        except (_Unknown, ValueError):
            at_cell = replace(where, place=f"{item}, {head}", problem=_PROBLEM, fix=_FIX)
            faults.append(at_cell)
    note = row.get(at.NOTE, "").strip()
    if not note and not any(read.values()):
        return None
    return {"item": item, **read, "note": note, "shared": bool(note)}


def _read_answer(cell: str, framework: Framework, item: str) -> Code | None:
    """Return an answer: its code first, with or without a sign after it, or the words of it."""
    if not cell:
        return None
    plain = _fold(cell)
    code = re.sub(r"[.,:;)]0*$", "", plain.split(" ")[0])
    if code in set(Code):
        return Code(code)
    scale = framework.scale
    ways = [scale.first_look.anchors, scale.other_answers]
    if item in framework.by_id or item in framework.statements:
        ways.insert(0, scale.ways[framework.asked_as(item)].anchors)
    for anchors in ways:
        for known, anchor in anchors.items():
            if plain in (_fold(anchor.label), _fold(anchor.they)):
                return Code(known)
    raise _Unknown


def _choose(cell: str, choices: Iterable[Choice]) -> str | None:
    if not cell:
        return None
    for each in choices:
        if _fold(cell) in (_fold(each.key), _fold(each.label)):
            return each.key
    raise _Unknown


def _read_yes(cell: str) -> bool:
    plain = _fold(cell)
    if plain in _YES or plain in _NO:
        return plain in _YES
    raise _Unknown


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" .").casefold()
