"""Two views as a sheet: a row a unit, each view as its code and in words."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ipsskills.facts.compare import ComparedAlone, ComparedPair, CompareFacts, FiguresFacts
from ipsskills.facts.units import UnitAnswer
from ipsskills.method.pairs import Alone
from ipsskills.pages.compose.reports.compare_words import AloneWords, PairWords, word_comparison
from ipsskills.pages.compose.sheets.differently import DIFFERENTLY, list_words
from ipsskills.pages.compose.sheets.rows import find_entered_by, make_sheet
from ipsskills.pages.data import Sheet

_COLUMNS = (
    *("unit", "name", "talk", "not_paired", "own", "own_words", "own_on", "own_note"),
    *("supervisor", "supervisor_words", "supervisor_on", "basis", "by", "supervisor_note"),
    *("agreed", DIFFERENTLY, "own_entered_by", "supervisor_entered_by"),
)


def compose_both_views(facts: CompareFacts) -> tuple[Sheet, ...]:
    """Return the units that both were asked about: pairs in their order, then what is no pair."""
    worded = word_comparison(facts)
    groups = (worded.strengths, worded.far_apart, worded.a_word, worded.same_lower)
    said: dict[str, PairWords | AloneWords] = {p.unit: p for group in groups for p in group}
    said |= {lone.unit: lone for lone in worded.not_paired}
    rows = [
        {**_make_row(pair, said[pair.unit]), **_tell_entered(facts, pair)} for pair in facts.pairs
    ]
    rows += [
        {
            **_make_row(lone, said[lone.unit]),
            **_tell_entered(facts, lone),
            DIFFERENTLY: _tell_contested(facts, lone),
        }
        for lone in facts.alone
    ]
    return (make_sheet("Both views", _COLUMNS, rows),)


def compose_figures_sheet(facts: FiguresFacts) -> tuple[Sheet, ...]:
    """Return the figures of two views, a row each."""
    rows = [{"figure": name, "value": value} for name, value in asdict(facts.figures).items()]
    return (make_sheet("Figures", ("figure", "value"), rows),)


def _make_row(
    unit: ComparedPair | ComparedAlone, said: PairWords | AloneWords
) -> Mapping[str, Any]:
    row: dict[str, Any] = {"unit": unit.unit, "name": unit.short, "own_words": said.own}
    row |= {"supervisor_words": said.supervisor}
    row |= _tell_side("own", unit.own) | _tell_side("supervisor", unit.supervisor)
    row |= {"by": unit.supervisor.by, "basis": unit.supervisor.bases}
    if isinstance(unit, ComparedPair):
        return row | {"talk": unit.talk, "agreed": unit.agreed and unit.agreed.value}
    return row | {"not_paired": unit.why}


def _tell_contested(facts: CompareFacts, lone: ComparedAlone) -> tuple[str, ...]:
    """Return how the person sees the view that makes a unit no pair, if that is why."""
    by = lone.supervisor.by
    if lone.why is not Alone.CONTESTED:
        return ()
    return list_words(e for e in facts.contested if by is None or e.of.id == by.id)


def _tell_entered(facts: CompareFacts, unit: ComparedPair | ComparedAlone) -> dict[str, Any]:
    """Return who entered either view, where that was somebody else."""
    entered, sides = facts.apart.entered, facts.sides
    own = find_entered_by(entered, sides.person, unit.own)
    by = unit.supervisor.by or sides.supervisor
    theirs = find_entered_by(entered, by, unit.supervisor)
    return {"own_entered_by": own, "supervisor_entered_by": theirs}


def _tell_side(side: str, answer: UnitAnswer) -> dict[str, Any]:
    return {side: answer.value, f"{side}_on": answer.on, f"{side}_note": answer.note}
