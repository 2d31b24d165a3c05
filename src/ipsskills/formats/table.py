"""Reads tables that people fill in: the text of a file, its rows with the line each starts on."""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from ipsskills.errors import InvalidInput, NotFound
from ipsskills.framework.faults import Fault
from ipsskills.framework.reader import FaultsFound

TableRow = tuple[int, Mapping[str, str]]

_TOP = 5  # so many rows may stand above the rows of data: titles and the headings
# What a spreadsheet takes for a formula, in either width, also behind blanks and broken lines.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # what such a file begins with
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BREAKS = ("\t", "\r", "\n")


def read_text(path: Path) -> str:
    """Return the text of a file somebody filled in. Raises NotFound and InvalidInput."""
    return decode_text(path.name, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """Return what is in a file somebody filled in. Raises NotFound and InvalidInput."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.", "Look at its name and folder.") from None
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read: {error.strerror}.") from None


def decode_text(name: str, kept: bytes) -> str:
    """Return a file's bytes as text: in UTF-8, or in Windows-1252, as spreadsheets may save it.

    Line ends are made plain. Raises InvalidInput for what is no text in either.
    """
    for coding in () if kept.startswith(_UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            text = kept.decode(coding)
        except UnicodeDecodeError:
            continue
        if coding != "cp1252" or not _NO_TEXT.search(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise InvalidInput(f"{name} is not UTF-8 text.", 'In a spreadsheet, save it as "CSV UTF-8".')


def mark_formula(value: str) -> str:
    """Return text that no spreadsheet runs as a formula; reading takes the mark off again."""
    return f"'{value}" if _is_formula(value) else value


def strip_mark(cell: str) -> str:
    """Return a cell without the mark of `mark_formula`."""
    return cell[1:] if cell[:1] == "'" and _is_formula(cell) else cell


def _is_formula(cell: str) -> bool:
    """Whether a spreadsheet might run a text, with or without marks before it."""
    bare = cell.lstrip("'")
    return bare.startswith(_BREAKS) or bare.lstrip("' \t\r\n\u00a0\u3000").startswith(_FORMULA)


def read_table(
    file: str, text: str, columns: Sequence[str], needed: Sequence[str] = ()
) -> list[TableRow]:
    """Return the rows that hold anything, each with its line and its cells by column.

    The separator is a comma, a semicolon or a tab, or what a first line "sep=;" says. Headings may
    be in any case, and titles may stand above them. Raises FaultsFound: no heading, columns not in
    ``columns`` or given twice, the first of them or one that is ``needed`` missing, a cell without
    a heading, quotation marks that do not close.
    """
    lines = _lines(file, *_separate(text, columns))
    if not lines:
        raise FaultsFound(
            [Fault(file, "", "The table is empty.", "Start from a blank form.", line=1)]
        )
    (at, head), *rows = lines[_find_heading(lines, columns) :]
    names = [_name(cell, columns) for cell in head]
    faults = [
        *_wrong_columns(file, at, names, columns),
        *_missing_columns(file, at, names, dict.fromkeys((columns[0], *needed))),
        *(fault for line, cells in rows for fault in _too_many(file, line, names, cells)),
    ]
    if faults:
        raise FaultsFound(faults)
    return [
        (line, {name: cell for name, cell in zip(names, cells, strict=False) if name})
        for line, cells in rows
    ]


def _separate(text: str, columns: Sequence[str]) -> tuple[str, str]:
    """Return the text of a table and its separator: as its first line says, or as its heading does.

    A line that says it is emptied, so that every other line keeps its number.
    """
    if said := re.match(r"[ \t\"]*sep=([,;\t|])[ \t\",;]*(?=[\r\n]|$)", text, re.IGNORECASE):
        return text[said.end() :], said[1]
    top = [line for line in text.split("\n") if line.strip()][:_TOP]

    def count(separator: str) -> tuple[int, int]:
        known = max((_count_known(line.split(separator), columns) for line in top), default=0)
        return known, top[0].count(separator) if top else 0

    return text, max(",;\t", key=count)


def _find_heading(lines: Sequence[tuple[int, list[str]]], columns: Sequence[str]) -> int:
    """Return which row holds the headings: the first, or one under titles, of one cell each."""
    for place, (_, cells) in enumerate(lines[:_TOP]):
        if _count_known(cells, columns):
            return place
        if len([cell for cell in cells if cell.strip()]) > 1:
            break
    return 0


def _count_known(cells: Sequence[str], columns: Sequence[str]) -> int:
    return len({_name(cell.strip(' "\r'), columns) for cell in cells} & set(columns))


def _name(cell: str, columns: Sequence[str]) -> str:
    """Return the column a heading names, in any case and spelling of gaps; else the heading."""
    named = {_fold(column): column for column in columns}
    return named.get(_fold(cell), cell.strip())


def _fold(heading: str) -> str:
    # The mark at the head of a file is a sign of its first cell to a spreadsheet that keeps it.
    return re.sub(r"[\s_\ufeff-]+", "", heading).casefold()


def _lines(file: str, text: str, separator: str) -> list[tuple[int, list[str]]]:
    table = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
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
    if strange := list(dict.fromkeys(name for name in names if name not in columns)):
        close = difflib.get_close_matches(strange[0].casefold(), columns, n=1)
        fix = f"Did you mean '{close[0]}'?" if close and not strange[1:] else ""
        yield Fault(
            file,
            "",
            f"{say_names('column', strange)} not known.",
            fix or f"Use: {', '.join(columns)}.",
            line=line,
        )
    for name in dict.fromkeys(name for name in names if name in columns):
        if names.count(name) > 1:
            yield Fault(
                file, "", f"The column '{name}' appears twice.", "Keep one of them.", line=line
            )


def _missing_columns(
    file: str, line: int, head: Sequence[str], needed: Iterable[str]
) -> Iterator[Fault]:
    for name in needed:
        if name not in head:
            yield Fault(file, "", f"The column '{name}' is missing.", "Add it.", line=line)


def say_names(what: str, names: Sequence[str]) -> str:
    """Return what some names are of, fit to precede "not known": "The columns 'a' and 'b' are"."""
    quoted = [f"'{name}'" for name in names]
    if len(names) == 1:
        return f"The {what} {quoted[0]} is"
    return f"The {what}s {', '.join(quoted[:-1])} and {quoted[-1]} are"


def _too_many(file: str, line: int, head: Sequence[str], cells: Sequence[str]) -> Iterator[Fault]:
    for name, cell in zip_longest(head, cells, fillvalue=""):
        if cell and not name:
            fix = "Clear it, or put quotes around a text that holds the separator."
            yield Fault(file, "", f"There is one cell too many: '{cell}'.", fix, line=line)
