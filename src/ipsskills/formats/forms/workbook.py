"""Reads a form back that was filled in as a workbook, however a spreadsheet has saved it again.

Saved as CSV by a spreadsheet it is the same rows, and read the same way.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from ipsskills.days import read_day
from ipsskills.errors import InvalidInput, NotAForm
from ipsskills.formats.forms import columns as at
from ipsskills.formats.forms.cells import Cells, read_cells
from ipsskills.formats.forms.chosen import read_row
from ipsskills.formats.forms.filled import FilledForm, read_filled
from ipsskills.framework.faults import Fault, answers_error
from ipsskills.framework.types import Framework

_SINCE = datetime(2020, 1, 1, tzinfo=UTC)  # versions count the seconds from here
_UNDATED = 1  # the version of what does not say when it was saved, as no CSV does
_TOLD = {"form", "kind", "period", "scale", "framework", "version"}
_PERIOD = re.compile(r"(\d{1,2})_months?")
_Row = tuple[int, str, Mapping[str, str]]


def read_workbook(path: Path, framework: Framework) -> FilledForm:
    """Return the filled form in a workbook of ours, or in a CSV that was made of one.

    A look is known by whose it is and the day it was given; of two copies the one that was saved
    later is the later version. Raises NotFound (no such file) and InvalidInput, which lists every
    fault; nothing is taken then.
    """
    found = read_cells(path)
    head = _find_head(path.name, found.rows)
    told = _read_top(found.rows[:head], found.rows[head])
    if not told.keys() >= _TOLD:
        raise _no_form(path.name)
    faults: list[Fault] = []
    whose = _read_whose(path.name, told, found, faults)
    rows = _sort_rows(framework, _list_rows(found.rows, head))
    answers = [
        given
        for line, item, row in rows
        if (given := read_row(_place(path.name, item, line), row, framework, faults))
    ]
    if faults:
        raise answers_error(faults)
    period = _PERIOD.fullmatch(told["period"])
    plain = {
        "form": told["form"],
        "version": _count_version(found.saved),
        "kind": told["kind"].replace("_", " "),
        "about_id": told.get("about"),
        "period_months": int(period[1]) if period else 0,
        "scale": told["scale"],
        "framework": told["framework"],
        "framework_version": told["version"],
        "scope": [item for _, item, _ in rows],
        "answers": answers,
    }
    return read_filled(plain | whose, path.name)


def _place(file: str, item: str, line: int) -> Fault:
    """Return a place in a file, for faults that are found there."""
    return Fault(file, item, "", "", line=line)


def _read_whose(
    file: str, told: Mapping[str, str], found: Cells, faults: list[Fault]
) -> dict[str, str | None]:
    """Return whose a form is and of which day, and by that which look it gives."""
    name = _read_name(file, at.NAME, told.get(at.NAME_KEY, ""), faults)
    by = _read_name(file, at.BY, told[at.BY_KEY], faults) if at.BY_KEY in told else None
    day = _read_given(file, told.get(at.DAY_KEY, ""), found, faults)
    who = sha256(f"{name}/{by}".casefold().encode("utf-8", "replace")).hexdigest()[:16]
    return {"about_name": name, "by_name": by, "given_on": f"{day}", "look": f"{day}-{who}"}


def _no_form(name: str) -> NotAForm:
    return NotAForm(
        f"{name} is no form of ours, or its hidden column has gone. Nothing was changed.",
        "Fill in the form as it was sent, and save it with its columns as they are.",
    )


def _find_head(name: str, rows: Sequence[Sequence[str]]) -> int:
    """Return which row holds the heads of the columns. Raises InvalidInput."""
    for place, row in enumerate(rows):
        if at.KEY in row and at.ANSWER in row:
            return place
    raise _no_form(name)


def _read_top(rows: Sequence[Sequence[str]], heads: Sequence[str]) -> dict[str, str]:
    """Return what stands above the heads: what the form is, and what was filled in there."""
    told: dict[str, str] = {}
    for row in rows:
        for key in (cell for cell in row if cell in at.FIELDS):
            told[key] = _read_field(row, at.FIELDS[key], heads)
        for cell in row:
            if cell.startswith("form:"):
                told |= dict(part.split(":", 1) for part in cell.split() if ":" in part)
    return told


def _read_field(row: Sequence[str], label: str, heads: Sequence[str]) -> str:
    """Return what was filled in for a label: in the column for it, wherever that was moved to.

    Where nothing stands there, it is the next cell after the label that holds anything.
    """
    cells = dict(zip(heads, row, strict=False))
    if (given := cells.get(at.ABOUT, "")) and given != label:
        return given
    after = row[row.index(label) + 1 :] if label in row else ()
    return next((cell for cell in after if cell and cell not in at.FIELDS), "")


def _read_name(file: str, label: str, name: str, faults: list[Fault]) -> str:
    if not name:
        faults.append(Fault(file, label, "It is empty.", "Write the name beside it."))
    return name


def _read_given(file: str, text: str, found: Cells, faults: list[Fault]) -> date | None:
    """Return the day a form was given: as written, else the day it was saved."""
    if not text and found.saved:
        return found.saved.astimezone().date()
    try:
        return read_day(text, date.today(), in_file=True)  # noqa: DTZ011 - only for its year
    except InvalidInput as error:
        faults.append(Fault(file, at.DAY, error.message, error.hint))
        return None


def _list_rows(rows: Sequence[Sequence[str]], head: int) -> Iterator[_Row]:
    """Yield each row that asks something: its line, its item, and its cells by the heads."""
    heads = rows[head]
    for line, row in enumerate(rows[head + 1 :], head + 2):
        cells = dict(zip(heads, row, strict=False))
        key = cells.get(at.KEY, "")
        if key.startswith(at.ROW_KEY):
            yield line, key.removeprefix(at.ROW_KEY), cells


def _sort_rows(framework: Framework, rows: Iterable[_Row]) -> list[_Row]:
    """Return rows in the framework's order, in which a form asks: somebody may have sorted them."""
    items = (i for unit in framework.units for i in (unit.id, *(s.id for s in unit.statements)))
    order = {item: place for place, item in enumerate(items)}
    return sorted(rows, key=lambda row: order.get(row[1], len(order)))


def _count_version(saved: datetime | None) -> int:
    """Return a number that is higher the later a file was saved."""
    return max(_UNDATED, int((saved - _SINCE).total_seconds())) if saved else _UNDATED


def is_undated(filled: FilledForm) -> bool:
    """Whether a form came from a table that does not say when it was saved."""
    return filled.version == _UNDATED and filled.look.startswith(f"{filled.given_on}-")
