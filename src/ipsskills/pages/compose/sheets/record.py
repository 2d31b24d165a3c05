"""The training record as sheets: entries with all their fields, what each unit has on record."""

from collections.abc import Iterator, Mapping
from typing import Any

from ipsskills.facts.record import CoverageFacts, CoveredUnit, RecordFacts, ReviewFacts
from ipsskills.method.coverage import Recorded
from ipsskills.pages.compose.sheets.differently import DIFFERENTLY, list_words
from ipsskills.pages.compose.sheets.rows import make_sheet, pick
from ipsskills.pages.data import Sheet

_ENTRY = (
    *("handle", "on", "kind", "title", "units", "about", "by", "mine", "who", "way", "basis"),
    *("provider", "hours", "minutes", "text", "went_well", "next_step", "own_word", "talked"),
    *("cancelled", "certificate", "expires", "next_on", "due", "done", "part_of", "removed"),
    DIFFERENTLY,
)
_BROUGHT = ("number", "step", "units", "on", "brought")
_KINDS = ("training", "evidence", "observation")
_UNIT = ("unit", "name", "section", "domain")
_COVERED = (
    *_UNIT,
    *(f"{kind}{end}" for kind in _KINDS for end in ("_on", "_way", "_old")),
    DIFFERENTLY,
)
_RECORDED = (*_UNIT, "kind", "on", "title", "way", "hours", "old")
_REVIEW = ("on", "kind", "way", "setting", "minutes", "cancelled", "next_on", "next_step")


def compose_entries(facts: RecordFacts) -> tuple[Sheet, ...]:
    """Return the entries, the latest first, and what was brought from steps of the plan."""
    contested = {each.subject: list_words((each,)) for each in facts.contested}
    rows = [{**e.json_fields(), DIFFERENTLY: contested.get(e.kept.thing)} for e in facts.entries]
    entries = make_sheet("Entries", _ENTRY, rows)
    if not facts.brought:
        return (entries,)
    brought = [pick(each, _BROUGHT) for each in facts.brought]
    return (entries, make_sheet("Brought from the plan", _BROUGHT, brought))


def compose_covered(facts: CoverageFacts) -> tuple[Sheet, ...]:
    """Return the units with the latest of each kind, and everything that is recorded for them."""
    latest = [_tell_latest(unit) for unit in facts.units]
    recorded = [row for unit in facts.units for row in _list_recorded(unit)]
    return (
        make_sheet("Units", _COVERED, latest),
        make_sheet("Everything recorded", _RECORDED, recorded),
    )


def compose_review_rows(facts: ReviewFacts) -> tuple[Sheet, ...]:
    """Return supervision and field mentoring, and what was agreed in supervision."""
    rows = [pick(row, _REVIEW) | {DIFFERENTLY: list_words(row.contested)} for row in facts.rows]
    agreed = [
        pick(action, ("who", "title", "due"), on=row.on)
        for row in facts.rows
        for action in row.actions
    ]
    return (
        make_sheet("Supervision and visits", (*_REVIEW, DIFFERENTLY), rows),
        make_sheet("Agreed", ("on", "who", "title", "due"), agreed),
    )


def _tell_unit(unit: CoveredUnit) -> dict[str, Any]:
    return {"unit": unit.covered.unit, "name": unit.short} | pick(unit, ("section", "domain"))


def _tell_latest(unit: CoveredUnit) -> Mapping[str, Any]:
    row = _tell_unit(unit) | {DIFFERENTLY: list_words(unit.contested)}
    for kind in _KINDS:
        found: tuple[Recorded, ...] = getattr(unit.covered, kind)
        for each in found[:1]:
            row |= {f"{kind}_on": each.on, f"{kind}_way": each.way, f"{kind}_old": each.old}
    return row


def _list_recorded(unit: CoveredUnit) -> Iterator[Mapping[str, Any]]:
    for kind in _KINDS:
        for each in getattr(unit.covered, kind):
            yield _tell_unit(unit) | pick(each, ("on", "title", "way", "hours", "old"), kind=kind)
