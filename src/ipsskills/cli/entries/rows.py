"""Takes entries from a CSV table whose columns are the options: all rows, or none.

Every fault is told with its row.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.entries.actions import read_actions, split_action, split_pieces
from ipsskills.cli.entries.asked import Asked
from ipsskills.cli.entries.fields import FIELDS, list_missing, read_fields, stand_beside
from ipsskills.cli.entries.readers import OWN_DAY, Frame
from ipsskills.cli.entries.table_words import warn_again, warn_both_ways
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import detail
from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.errors import Interrupted, InvalidInput, IpsSkillsError
from ipsskills.formats.table import read_table, read_text, strip_mark
from ipsskills.framework.faults import Fault, format_faults
from ipsskills.framework.reader import FaultsFound
from ipsskills.frozen import dataclass
from ipsskills.usecases.entries.drafts import NewEntry, check_new
from ipsskills.usecases.entries.log import check_name
from ipsskills.usecases.entries.take import take_entries

if TYPE_CHECKING:
    from ipsskills.facts.entries import LogStart
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.desk import Desk

ACTION = "action"


@dataclass(frozen=True)
class EntryRow:
    """A row of a table: the line it starts on, the entry it asks for, its cells by column."""

    line: int
    new: NewEntry
    cells: Mapping[str, str]


def take_rows(asked: Asked, path: Path, out: Output, desk: "Desk", start: "LogStart") -> None:
    """Keep every row of a table that is new, or none. Raises InvalidInput, which names the rows."""
    rows = read_entries(path, asked.kind, desk.framework, desk.now, start.known)
    _refuse_unclear(path, asked, start, rows)
    frame = Frame(desk.framework, start.today, in_file=True)
    news = _look_through(rows, path, asked, frame, start.known)
    taken = take_entries(desk, start.person, news, new_person=asked.new_person)
    for told in (
        *warn_both_ways(path.name, asked.kind, [row.cells for row in rows], start.today),
        *warn_again(taken, [row.line for row in rows]),
    ):
        out.notice(told)
    out.result(taken.kept, _say_taken(len(taken.kept)))


def _say_taken(kept: int) -> str:
    if not kept:
        return f"Nothing is new: the record has every row already. See: {do('record')}"
    rows = "1 row is" if kept == 1 else f"{kept} rows are"
    return f"{rows} in the record now. See: {do('record')}"


def _look_through(
    rows: Sequence[EntryRow],
    path: Path,
    asked: Asked,
    frame: Frame,
    known: Collection[str],
) -> list[NewEntry]:
    """Return the entries of rows whose words may be kept, some of them perhaps changed.

    Raises InvalidInput where nobody is there to ask, and Interrupted where something is left out
    that an entry cannot be without.
    """
    free = [field.option for field in FIELDS[asked.kind] if field.is_written]
    places = [(row, option) for row in rows for option in (*free, ACTION) if option in row.cells]
    texts = [(f"{path}, line {row.line} ({option})", row.cells[option]) for row, option in places]
    kept = detail.look_through(texts, what="", keep=asked.keep, known=known)
    changed: dict[int, dict[str, str]] = {}
    for (row, option), before, text in zip(places, texts, kept, strict=True):
        if text != before[1]:
            changed.setdefault(row.line, dict(row.cells))[option] = text or ""
    return [
        _remake(asked.kind, changed[row.line], frame, known) if row.line in changed else row.new
        for row in rows
    ]


def _remake(
    kind: EntryKind, cells: Mapping[str, str], frame: Frame, known: Collection[str]
) -> NewEntry:
    given = {name: cell for name, cell in cells.items() if cell}
    if list_missing(kind, given):
        raise Interrupted("Left out, and so nothing was kept.")
    return _make_new(kind, given, frame, known)


def _refuse_unclear(path: Path, asked: Asked, start: "LogStart", rows: Sequence[EntryRow]) -> None:
    """Raise InvalidInput for names that are unknown or mean several, each with its row."""
    named = [(row.line, kind, name) for row in rows for kind, name in _list_names(row.new)]
    unclear: dict[tuple[EntryKind, str], IpsSkillsError] = {}
    for kind, name in dict.fromkeys((kind, name) for _, kind, name in named):
        try:
            check_name(start, kind, name, new_person=asked.new_person)
        except IpsSkillsError as error:
            unclear[kind, name] = error
    faults = [
        Fault(path.name, "", why.message, why.hint, line=line)
        for line, kind, name in named
        if (why := unclear.get((kind, name)))
    ]
    if faults:
        raise _refusal(faults)


def _list_names(new: NewEntry) -> Iterator[tuple[EntryKind, str]]:
    """Yield who is named in a new entry and its actions, each with the kind of entry it is."""
    if who := new.values.get("who"):
        yield new.kind, who
    for action in new.actions:
        if action.who:
            yield EntryKind.ACTION, action.who


def list_columns(kind: EntryKind) -> tuple[str, ...]:
    """Return the columns of a table of entries of one kind, the first of which has to be there."""
    own = tuple(field.option for field in FIELDS[kind])
    return (*own, ACTION) if kind is EntryKind.SUPERVISION else own


def read_entries(
    path: Path,
    kind: EntryKind,
    framework: "Framework",
    now: Callable[[], datetime],
    known: Collection[str] = (),
) -> tuple[EntryRow, ...]:
    """Return the rows of a table of entries; nothing is kept yet.

    Raises NotFound (no such file) and InvalidInput, which lists every fault.
    """
    faults: list[Fault] = []
    found = []
    frame = Frame(framework, now().astimezone().date(), in_file=True)
    try:
        rows = read_table(path.name, read_text(path), list_columns(kind), needed=(OWN_DAY,))
    except FaultsFound as wrong:
        raise _refusal(wrong.faults) from None
    for line, cells in rows:
        given = {name: strip_mark(cell) for name, cell in cells.items() if cell.strip()}
        wrong_here = list(_find_faults(path.name, line, kind, given, frame))
        faults += wrong_here
        if wrong_here:
            continue
        try:
            new = _make_new(kind, given, frame, known)
            check_new(new, now)  # what cannot be kept is told with its row
            found.append(EntryRow(line, new, given))
        except IpsSkillsError as error:
            faults.append(Fault(path.name, "", error.message, error.hint, line=line))
    if faults:
        raise _refusal(faults)
    if not found:
        raise InvalidInput(f"{path.name} has no rows.", "Nothing was kept.")
    return tuple(found)


def _make_new(
    kind: EntryKind, given: Mapping[str, str], frame: Frame, known: Collection[str]
) -> NewEntry:
    """Return the entry a row asks for; nothing of it is kept before all rows are looked through."""
    from ipsskills.privacy.client_detail.written import keep_on_purpose

    written = {field.option for field in FIELDS[kind] if field.is_written}
    cells = {
        name: keep_on_purpose(cell, known) if name in written else cell
        for name, cell in given.items()
    }
    text = keep_on_purpose(given.get(ACTION, ""), known)
    actions = read_actions(text, stand_beside(frame, given))
    return NewEntry(kind, read_fields(kind, cells, frame), actions)


def _find_faults(
    file: str, line: int, kind: EntryKind, given: Mapping[str, str], frame: Frame
) -> Iterator[Fault]:
    beside = stand_beside(frame, given)
    if OWN_DAY not in given:
        yield Fault(file, OWN_DAY, "No day is given.", "Write the day it was.", line=line)
    for field in list_missing(kind, given):
        yield Fault(file, field.option, "This is needed.", field.use.question, line=line)
    for field in FIELDS[kind]:
        cell = given.get(field.option, "")
        if field.holds is tuple and (fix := _say_which(cell, frame.framework)):
            said = f"{cell} may be {cell}0, which a spreadsheet has read as a number."
            yield Fault(file, field.option, said, fix, line=line)
            continue
        try:
            field.read(cell, beside)
        except IpsSkillsError as error:
            yield Fault(file, field.option, error.message, error.hint, line=line)
    try:
        for piece in split_pieces(given.get(ACTION, "")):
            split_action(piece, beside)
    except IpsSkillsError as error:
        yield Fault(file, ACTION, error.message, error.hint, line=line)


def _say_which(cell: str, framework: "Framework") -> str:
    """Return what to write instead of a lone 3.1, which may have been 3.10; else nothing."""
    one, ten = cell.strip(), f"{cell.strip()}0"
    if not re.fullmatch(r"\d\.\d", one) or not {one, ten} <= set(framework.by_id):
        return ""
    names = {unit: framework.by_id[unit].slug for unit in (one, ten)}
    return f"Write {names[one]} for {one}, or {names[ten]} for {ten}."


def _refusal(faults: "list[Fault] | tuple[Fault, ...]") -> InvalidInput:
    ordered = sorted(faults, key=lambda fault: fault.line)
    return InvalidInput(
        "The rows were not taken; nothing was kept:\n" + format_faults(ordered),
        "Correct the file and run the same command again.",
    )
