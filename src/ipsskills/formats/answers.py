"""Files of answers in YAML, JSON or CSV, checked against the framework.

The key of a row is the slug; the id stands beside it for people, and because a spreadsheet may
turn 3.10 into 3.1 it is checked, not trusted.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipsskills.codes import AssessmentKind, Basis, Behind, Code, list_offered
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.formats.table import read_table, read_text, strip_mark
from ipsskills.framework.faults import Fault, answers_error
from ipsskills.framework.reader import FaultsFound, read_yaml, validate
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from ipsskills.formats.answer_rows import AnswerRow

COLUMNS = (
    "slug",
    "id",
    "title",
    "answer",
    "state",
    "reason",
    "basis",
    "bring",
    "show",
    "behind",
    "note",
    "shared",
)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One answer taken from a file; ``code`` is None where it is not answered."""

    item: str
    code: Code | None
    reason: str | None = None
    basis: Basis | None = None
    bring: bool = False
    show: bool = False
    behind: Behind | None = None
    note: str = ""
    shared: bool = False


def read_answers(
    path: Path, framework: Framework, kind: AssessmentKind = AssessmentKind.SELF
) -> tuple[Given, ...]:
    """Return the answers in a file, by its ending: .yaml, .yml, .json or .csv.

    ``kind`` is the assessment they are for, which decides what may be answered.

    Raises NotFound (no such file) and InvalidInput, which lists every fault; nothing is taken then.
    """
    text = read_text(path)
    try:
        rows = _rows(path, text)
    except FaultsFound as found:
        raise answers_error(found.faults) from None
    faults: list[Fault] = []
    given = [
        (line, each)
        for line, row in rows
        if (each := _check_row(path.name, line, row, framework, faults))
    ]
    faults += _find_not_offered(path.name, given, framework, kind)
    faults += _find_repeated(path.name, given)
    if faults:
        raise answers_error(sorted(faults, key=lambda fault: fault.line))
    return tuple(each for _, each in given)


def _rows(path: Path, text: str) -> "list[tuple[int, AnswerRow]]":
    """Return the rows, each with its line (0 where lines are not known)."""
    from ipsskills.formats.answer_rows import AnswersFile
    from ipsskills.framework.strict import adapter

    if not text.strip():
        raise InvalidInput(
            f"{path.name} is empty.", f"Make a form: {do('assess', '--blank', 'FILE')}"
        )
    shape = adapter(AnswersFile)
    match path.suffix.lower():
        case ".yaml" | ".yml":
            return [(0, row) for row in read_yaml(path.name, text, shape).answers]
        case ".json":
            data = _json(path.name, text)
            return [(0, row) for row in validate(path.name, data, shape).answers]
        case ".csv":
            return _csv(path.name, text)
    raise InvalidInput(f"{path.name}: answers are read from .yaml, .json or .csv.")


def _json(name: str, text: str) -> Any:
    """Return the file's object; a whole ``report --json`` envelope is taken too."""
    try:
        data = json.loads(text, object_pairs_hook=_read_once)
    except (ValueError, RecursionError) as error:
        fault = Fault(
            name, "", "This is not valid JSON.", str(error), line=getattr(error, "lineno", 0)
        )
        raise FaultsFound([fault]) from None
    if isinstance(data, dict) and isinstance(data.get("data"), dict):
        data = {"answers": data["data"].get("answers")}
    return data


def _read_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's keys and values; a key given twice would otherwise be dropped unseen."""
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"The key '{max(keys, key=keys.count)}' appears twice.")
    return found


def _csv(file: str, text: str) -> "list[tuple[int, AnswerRow]]":
    from ipsskills.formats.answer_rows import AnswerRow
    from ipsskills.framework.strict import adapter

    rows: list[tuple[int, AnswerRow]] = []
    faults: list[Fault] = []
    for line, cells in read_table(file, text, COLUMNS):
        data = {name: strip_mark(cell) or None for name, cell in cells.items()}
        try:
            rows.append((line, validate(file, data, adapter(AnswerRow))))
        except FaultsFound as found:
            before = f"{data['slug']}, " if data.get("slug") else ""
            faults += [replace(f, line=line, place=before + f.place) for f in found.faults]
    if faults:
        raise FaultsFound(faults)
    return rows


def _check_row(
    file: str, line: int, row: "AnswerRow", framework: Framework, faults: list[Fault]
) -> Given | None:
    """Return the row's answer, or None after adding its faults."""
    unit = next((u for u in framework.units if u.slug == row.slug), None)
    statement = row.slug if row.slug in framework.statements else None
    if unit is None and statement is None:
        faults.append(
            Fault(file, row.slug, "There is no unit with this slug.", "See --blank.", line=line)
        )
        return None
    problems = [*(_wrong_id(unit, row) if unit else ()), *_wrong_codes(row, framework)]
    faults.extend(Fault(file, row.slug, problem, fix, line=line) for problem, fix in problems)
    if problems:
        return None
    return Given(
        item=unit.id if unit else row.slug,
        code=Code(_clean(row.answer)) if _clean(row.answer) else None,
        reason=row.reason or None,
        basis=Basis(row.basis.upper()) if row.basis else None,
        bring=bool(row.bring),
        show=bool(row.show),
        behind=Behind(row.behind) if row.behind else None,
        note=row.note or "",
        shared=bool(row.shared),
    )


def _clean(answer: str | None) -> str:
    return (answer or "").strip().lower()


def _wrong_id(unit: Unit, row: "AnswerRow") -> Iterator[tuple[str, str]]:
    if not row.id or row.id == unit.id:
        return
    if unit.id.endswith("0") and unit.id.rstrip("0") == row.id:
        problem = (
            f"The id is {row.id}, but {unit.slug} is {unit.id}: a spreadsheet has read {unit.id} "
            "as a number and dropped the nought."
        )
        yield (
            problem,
            "Format the id column as text and put the nought back, or clear that cell.",
        )
    else:
        yield f"The id is {row.id}, but {unit.slug} is {unit.id}.", "Clear the id, or correct it."


def _wrong_codes(row: "AnswerRow", framework: Framework) -> Iterator[tuple[str, str]]:
    reasons = [choice.key for choice in framework.scale.reasons]
    for name, value, known in (
        ("answer", _clean(row.answer), [c.value for c in Code]),
        ("basis", (row.basis or "").upper(), [b.value for b in Basis]),
        ("behind", row.behind or "", [b.value for b in Behind]),
        ("reason", row.reason or "", reasons),
    ):
        if value and value not in known:
            yield f"The {name} '{value}' is not known.", f"Use one of: {', '.join(known)}."


def _find_not_offered(
    file: str, given: Iterable[tuple[int, Given]], framework: Framework, kind: AssessmentKind
) -> Iterator[Fault]:
    for line, each in given:
        rated = each.code is not None and each.code.rated
        if rated and kind is AssessmentKind.SUPERVISOR and each.basis is None:
            fix = "O observed, R record or work product, F feedback, M from memory."
            yield Fault(file, each.item, "It does not say what it rests on.", fix, line=line)
        codes = list_offered(framework.asked_as(each.item), kind)
        if each.code and each.code not in codes:
            problem = f"The answer {each.code} is not offered for this unit."
            yield Fault(file, each.item, problem, f"Use one of: {', '.join(codes)}.", line=line)
        if each.code is Code.OUTSIDE and not each.reason:
            reasons = ", ".join(choice.key for choice in framework.scale.reasons)
            fix = f"One of: {reasons}."
            yield Fault(file, each.item, "The answer x needs a reason.", fix, line=line)
        if each.reason and each.code is not Code.OUTSIDE:
            yield Fault(file, each.item, "A reason goes with x only.", "Take it out.", line=line)


def _find_repeated(file: str, given: Iterable[tuple[int, Given]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for line, each in given:
        if each.item in seen:
            yield Fault(
                file, each.item, "This unit is answered twice.", "Keep one of them.", line=line
            )
        seen.add(each.item)
