"""Reads tables that people fill in: the text of a file, its rows with the line each starts on."""

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.framework.faults import Fault
from ipsskills.framework.reader import FaultsFound

TableRow = tuple[int, Mapping[str, str]]

_FORMULA = ("=", "+", "-", "@", "\t")


def read_text(path: Path) -> str:
    """Return the text of a file somebody filled in. Raises NotFound and InvalidInput."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.", "Look at its name and folder.") from None
    except UnicodeDecodeError:
        raise InvalidInput(
            f"{path.name} is not UTF-8 text.", 'In a spreadsheet, save it as "CSV UTF-8".'
        ) from None
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read: {error.strerror}.") from None


def mark_formula(value: str) -> str:
    """Return text that no spreadsheet runs as a formula; reading takes the mark off again."""
    return f"'{value}" if value.lstrip("'").startswith(_FORMULA) else value


def strip_mark(cell: str) -> str:
    """Return a cell without the mark of `mark_formula`."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(_FORMULA) else cell


def read_table(file: str, text: str, columns: Sequence[str]) -> list[TableRow]:
    """Return the rows that hold anything, each with its line and its cells by column.

    The separator is a comma, a semicolon or a tab. Raises FaultsFound: no heading, columns not in
    ``columns`` or given twice, a cell without a heading, quotation marks that do not close.
    """
    lines = _lines(file, text)
    if not lines:
        raise FaultsFound(
            [Fault(file, "", "The table is empty.", "Start from a blank form.", line=1)]
        )
    (at, head), *rows = lines
    faults = [
        *_wrong_columns(file, at, head, columns),
        *(fault for line, cells in rows for fault in _too_many(file, line, head, cells)),
    ]
    if faults:
        raise FaultsFound(faults)
    return [
        (line, {name: cell for name, cell in zip(head, cells, strict=False) if name})
        for line, cells in rows
    ]


def _lines(file: str, text: str) -> list[tuple[int, list[str]]]:
    head = text.lstrip().split("\n", 1)[0]
    table = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count), strict=True)
    found, start = [], 1
    try:
        for cells in table:
            if any(cell.strip() for cell in cells):
                found.append((start, cells))
            start = table.line_num + 1
    except csv.Error as error:
        problem = f"This row cannot be read: {error}."
        fix = "Look at its quotation marks: each one that opens has to close."
        raise FaultsFound([Fault(file, "", problem, fix, line=start)]) from None
    return found


def _wrong_columns(
    file: str, line: int, head: Sequence[str], columns: Sequence[str]
) -> Iterator[Fault]:
    names = [name for name in head if name]
    for place, name in enumerate(names):
        if name not in columns:
            close = difflib.get_close_matches(name, columns, n=1)
            fix = f"Did you mean '{close[0]}'?" if close else f"Use: {', '.join(columns)}."
            yield Fault(file, "", f"The column '{name}' is not known.", fix, line=line)
        elif name in names[:place]:
            yield Fault(
                file, "", f"The column '{name}' appears twice.", "Keep one of them.", line=line
            )
    if columns[0] not in names:
        yield Fault(file, "", f"The column '{columns[0]}' is missing.", "Add it.", line=line)


def _too_many(file: str, line: int, head: Sequence[str], cells: Sequence[str]) -> Iterator[Fault]:
    for name, cell in zip_longest(head, cells, fillvalue=""):
        if cell and not name:
            fix = "Clear it, or put quotes around a text that holds the separator."
            yield Fault(file, "", f"There is one cell too many: '{cell}'.", fix, line=line)
