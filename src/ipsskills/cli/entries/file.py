"""Reads entries from a CSV table whose columns are the options: every fault told with its row."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.entries.fields import FIELDS, missing, read_actions, read_fields
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.formats.table import read_table, read_text, strip_mark
from ipsskills.framework.faults import Fault, format_faults
from ipsskills.framework.reader import FaultsFound
from ipsskills.usecases.entries.drafts import Action, NewEntry, check_new

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework

ACTION = "action"


@dataclass(frozen=True)
class EntryRow:
    """A row of a table: the line it starts on, the entry it asks for, its cells by column."""

    line: int
    new: NewEntry
    cells: Mapping[str, str]


def columns(kind: EntryKind) -> tuple[str, ...]:
    """Return the columns of a table of entries of one kind, the first of which has to be there."""
    own = tuple(field.option for field in FIELDS[kind])
    return (*own, ACTION) if kind is EntryKind.SUPERVISION else own


def read_entries(
    path: Path, kind: EntryKind, framework: "Framework", now: Callable[[], datetime]
) -> tuple[EntryRow, ...]:
    """Return the rows of a table of entries; nothing is kept yet.

    Raises NotFound (no such file) and InvalidInput, which lists every fault.
    """
    faults: list[Fault] = []
    found = []
    try:
        rows = read_table(path.name, read_text(path), columns(kind))
    except FaultsFound as wrong:
        raise _refused(wrong.faults) from None
    for line, cells in rows:
        given = {name: strip_mark(cell) for name, cell in cells.items() if cell.strip()}
        wrong_here = list(_faults(path.name, line, kind, given, framework))
        faults += wrong_here
        if wrong_here:
            continue
        try:
            new = _make_new(kind, given, framework)
            check_new(new, now)  # what cannot be kept is told with its row
            found.append(EntryRow(line, new, given))
        except IpsSkillsError as error:
            faults.append(Fault(path.name, "", error.message, error.hint, line=line))
    if faults:
        raise _refused(faults)
    if not found:
        raise InvalidInput(f"{path.name} holds no rows.", "Nothing was kept.")
    return tuple(found)


def _make_new(kind: EntryKind, given: Mapping[str, str], framework: "Framework") -> NewEntry:
    actions = tuple(Action(*each) for each in read_actions(given.get(ACTION, "")))
    return NewEntry(kind, read_fields(kind, given, framework), actions)


def _faults(
    file: str, line: int, kind: EntryKind, given: Mapping[str, str], framework: "Framework"
) -> Iterator[Fault]:
    for field in missing(kind, given):
        yield Fault(file, field.option, "This is needed.", field.question, line=line)
    for field in FIELDS[kind]:
        cell = given.get(field.option, "")
        if field.column == "items" and (fix := _shortened(cell, framework)):
            said = f"{cell} may be {cell}0 that a spreadsheet has taken for a number."
            yield Fault(file, field.option, said, fix, line=line)
            continue
        try:
            field.read(cell, framework)
        except IpsSkillsError as error:
            yield Fault(file, field.option, error.message, error.hint, line=line)
    try:
        read_actions(given.get(ACTION, ""))
    except IpsSkillsError as error:
        yield Fault(file, ACTION, error.message, error.hint, line=line)


def _shortened(cell: str, framework: "Framework") -> str:
    """Return what to write instead of a lone 3.1, which may have been 3.10; else nothing."""
    one, ten = cell.strip(), f"{cell.strip()}0"
    if not re.fullmatch(r"\d\.\d", one) or not {one, ten} <= set(framework.by_id):
        return ""
    names = {unit: framework.by_id[unit].slug for unit in (one, ten)}
    return f"Write {names[one]} for {one}, or {names[ten]} for {ten}."


def _refused(faults: "list[Fault] | tuple[Fault, ...]") -> InvalidInput:
    ordered = sorted(faults, key=lambda fault: fault.line)
    return InvalidInput(
        "The rows were not taken; nothing was kept:\n" + format_faults(ordered),
        "Correct the file and run the same command again.",
    )
