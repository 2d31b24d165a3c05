"""Reads entries from a CSV table whose columns are the options: every fault told with its row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.entries.fields import FIELDS, missing, read_actions, read_fields
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.formats.table import read_table, read_text, strip_mark
from ipsskills.framework.faults import Fault, format_faults
from ipsskills.framework.reader import FaultsFound

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework
    from ipsskills.record.types import Entry, Person
    from ipsskills.usecases.desk import Desk
    from ipsskills.usecases.entries.log import Action


ACTION = "action"

Row = tuple[int, "Entry", "Sequence[Action]", Mapping[str, str]]


def columns(kind: EntryKind) -> tuple[str, ...]:
    """Return the columns of a table of entries of one kind, the first of which has to be there."""
    own = tuple(field.option for field in FIELDS[kind])
    return (*own, ACTION) if kind is EntryKind.SUPERVISION else own


def read_entries(path: Path, kind: EntryKind, desk: "Desk", about: "Person") -> tuple[Row, ...]:
    """Return the line, the entry, its actions and the cells of each row; nothing is kept yet.

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
        wrong_here = list(_faults(path.name, line, kind, given, desk.framework))
        faults += wrong_here
        if wrong_here:
            continue
        try:
            found.append((line, *_entry(kind, given, desk, about), given))
        except IpsSkillsError as error:
            faults.append(Fault(path.name, line, "", error.message, error.hint))
    if faults:
        raise _refused(faults)
    if not found:
        raise InvalidInput(f"{path.name} holds no rows.", "Nothing was kept.")
    return tuple(found)


def refuse_rows(path: Path, faults: Mapping[int, str]) -> None:
    """Raise InvalidInput if a later look at the rows found faults, by line."""
    if faults:
        raise _refused([Fault(path.name, line, "", said, "") for line, said in faults.items()])


def _entry(
    kind: EntryKind, given: Mapping[str, str], desk: "Desk", about: "Person"
) -> "tuple[Entry, Sequence[Action]]":
    from ipsskills.usecases.entries.log import Action, new_action, new_entry

    entry = new_entry(desk, about, kind, **read_fields(kind, given, desk.framework))
    actions = [Action(*each) for each in read_actions(given.get(ACTION, ""))]
    for action in actions:
        new_action(desk, entry, action)  # what cannot be kept is told with its row
    return entry, actions


def _faults(
    file: str, line: int, kind: EntryKind, given: Mapping[str, str], framework: "Framework"
) -> Iterator[Fault]:
    for field in missing(kind, given):
        yield Fault(file, line, field.option, "This is needed.", field.question)
    for field in FIELDS[kind]:
        cell = given.get(field.option, "")
        if field.column == "items" and (fix := _shortened(cell, framework)):
            said = f"{cell} may be {cell}0 that a spreadsheet has taken for a number."
            yield Fault(file, line, field.option, said, fix)
            continue
        try:
            field.read(cell, framework)
        except IpsSkillsError as error:
            yield Fault(file, line, field.option, error.message, error.hint)
    try:
        read_actions(given.get(ACTION, ""))
    except IpsSkillsError as error:
        yield Fault(file, line, ACTION, error.message, error.hint)


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
        "Mend the file and run the same command again.",
    )
