"""Files of answers in YAML, JSON or CSV, checked against the framework.

The key of a row is the slug. The id stands beside it for people; a spreadsheet makes 3.1 of 3.10
and a day of 1.1, so an id is looked at only where it names another unit altogether.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
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

ENTERED = "entered"  # stands in a report's table, to be read only: that somebody else entered it
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
    ENTERED,
)


OFFERED = "offered"  # stands in a blank form, to be read only


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
        raise answers_error(_name_once(found.faults)) from None
    faults: list[Fault] = []
    given = [
        (line, each)
        for line, row in rows
        if (each := _check_row(path.name, line, row, framework, faults))
    ]
    faults += find_not_offered(path.name, given, framework, kind)
    faults += _find_repeated(path.name, given)
    if faults:
        raise answers_error(sorted(faults, key=lambda fault: fault.line))
    return tuple(each for _, each in given)


def _name_once(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults without the further rows of a key that is not known: all rows have it."""
    found: dict[object, Fault] = {}
    for fault in faults:
        unknown = fault.problem.endswith("is not known here.")
        found.setdefault(fault.problem if unknown else fault, fault)
    return list(found.values())


def _rows(path: Path, text: str) -> "list[tuple[int, AnswerRow]]":
    """Return the rows, each with its line (0 where lines are not known)."""
    from ipsskills.formats.answer_rows import AnswersFile
    from ipsskills.framework.strict import adapter

    if not text.strip():
        raise InvalidInput(
            f"{path.name} is empty.", f"Make a form: {do('assess', '--blank', 'answers.csv')}"
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
    for line, cells in read_table(file, text, (*COLUMNS, OFFERED)):
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
    slug = row.slug.strip().casefold()
    unit = next((u for u in framework.units if u.slug.casefold() == slug), None)
    statement = next((each for each in framework.statements if each.casefold() == slug), None)
    if unit is None and statement is None:
        faults.append(
            Fault(file, row.slug, "There is no unit with this slug.", "See --blank.", line=line)
        )
        return None
    others = {each.id for each in framework.units}
    problems = [
        *(_wrong_id(unit, row, others) if unit else ()),
        *(_retired(statement, framework) if statement else ()),
        *_wrong_codes(row, framework),
    ]
    faults.extend(Fault(file, row.slug, problem, fix, line=line) for problem, fix in problems)
    if problems:
        return None
    return Given(
        item=unit.id if unit else statement or "",
        code=Code(_clean_code(row.answer)) if _clean(row.answer) else None,
        reason=_clean(row.reason) or None,
        basis=Basis(_clean(row.basis).upper()) if _clean(row.basis) else None,
        bring=bool(row.bring),
        show=bool(row.show),
        behind=Behind(_clean(row.behind)) if _clean(row.behind) else None,
        note=row.note or "",
        shared=bool(row.shared),
    )


def _clean(word: str | None) -> str:
    return (word or "").strip().lower()


def _clean_code(answer: str | None) -> str:
    """Return an answer as its code: a spreadsheet may have made 3.0 of a 3."""
    return re.sub(r"^(\d)[.,]0*$", r"\1", _clean(answer))


def _wrong_id(unit: Unit, row: "AnswerRow", units: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an id that names another unit than the slug.

    What is no id at all, a day perhaps, was made of it by a spreadsheet, as 3.1 was of 3.10.
    """
    named = (row.id or "").strip()
    as_number = unit.id.rstrip("0") if "." in unit.id else unit.id
    if named in units and named not in (unit.id, as_number):
        yield f"The id is {named}, but {unit.slug} is {unit.id}.", "Clear the id, or correct it."


def _retired(statement: str, framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield that a statement is not asked any more, and which took its place."""
    _, found = framework.statements[statement]
    if found.retired:
        instead = f"Answer {found.replaced_by} in its place." if found.replaced_by else ""
        yield "This statement is not asked any more.", instead or "Take this row out."


def _wrong_codes(row: "AnswerRow", framework: Framework) -> Iterator[tuple[str, str]]:
    reasons = [choice.key for choice in framework.scale.reasons]
    for name, value, known in (
        ("answer", _clean_code(row.answer), [c.value for c in Code]),
        ("basis", _clean(row.basis).upper(), [b.value for b in Basis]),
        ("behind", _clean(row.behind), [b.value for b in Behind]),
        ("reason", _clean(row.reason), reasons),
    ):
        if value and value not in known:
            yield f"The {name} '{value}' is not known.", f"Use one of: {', '.join(known)}."


def find_not_offered(
    file: str, given: Iterable[tuple[int, Given]], framework: Framework, kind: AssessmentKind
) -> Iterator[Fault]:
    """Yield what may not be answered so in an assessment of a kind; each has its line."""
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
