"""The coverage chart in words before it is drawn: the finding, the kinds of learning, the rows."""

from collections.abc import Callable, Sequence
from itertools import groupby

from ipsskills.codes import ACTIVITY_KINDS
from ipsskills.facts.record import CoverageFacts, CoveredUnit
from ipsskills.method.coverage import Covered, Recorded
from ipsskills.pages.charts.coverage.shown import (
    Age,
    CoverageChart,
    CoverageRow,
    LearningColumn,
    RecordedMark,
)
from ipsskills.pages.words import day, join_titles, join_words

RECENT = "in the last twelve months"
OLD = "over twelve months ago"
NONE = "nothing yet"
FOOT = "A gap is a chance to plan something, not a mark against anybody."
_TRAINING = "Training"
_LETTERS = dict(zip(ACTIVITY_KINDS, "WVSHMPL", strict=True))
_NAMED, _LONGEST = 3, 120
_FIRST = "Nothing is recorded yet: every unit is a chance to plan something"
_EVERYWHERE = "Every unit has something from the last twelve months"
_SEVERAL = "Some domains have nothing from the last twelve months"

Finder = Callable[[Covered], Sequence[Recorded]]


def compose_coverage_chart(facts: CoverageFacts) -> CoverageChart:
    """Return what is drawn: units by domain against the kinds of learning, with their age."""
    kinds = _list_kinds(facts)
    units = _by_domain(facts)
    return CoverageChart(
        title=_say_finding(facts),
        subtitle=f"{facts.person}. What is recorded for each unit, on {day(facts.on)}",
        columns=tuple(column for column, _ in kinds),
        rows=tuple(_row(unit, [find for _, find in kinds]) for unit in units),
        recent=RECENT,
        old=OLD,
        none=NONE,
        foot=FOOT,
    )


def _list_kinds(facts: CoverageFacts) -> list[tuple[LearningColumn, Finder]]:
    """Return each column with what finds its entries.

    Training of no kind named has a column of its own, where there is any.
    """
    kinds = [
        (LearningColumn(_TRAINING, kind, _LETTERS[kind], f"training by {kind}"), _of_kind(kind))
        for kind in ACTIVITY_KINDS
    ]
    unnamed = _of_kind(None)
    if any(unnamed(unit.covered) for unit in facts.units):
        kinds.append((LearningColumn(_TRAINING, "other", "T", "training"), unnamed))
    evidence = LearningColumn("", "evidence", "E", "evidence")
    field = LearningColumn("", "visit recorded", "F", "field mentoring")
    return [
        *kinds,
        (evidence, lambda covered: covered.evidence),
        (field, lambda covered: covered.observation),
    ]


def _of_kind(kind: str | None) -> Finder:
    """Return what finds the training of a kind, or of none that is known."""

    def find(covered: Covered) -> Sequence[Recorded]:
        return [
            each
            for each in covered.training
            if each.way == kind or (kind is None and each.way not in ACTIVITY_KINDS)
        ]

    return find


def _by_domain(facts: CoverageFacts) -> list[CoveredUnit]:
    """Return the units with those of one domain together, in the framework's order of domains."""
    return sorted(facts.units, key=lambda unit: facts.domains.index(unit.domain))


def _row(unit: CoveredUnit, finders: Sequence[Finder]) -> CoverageRow:
    marks = (_mark(find(unit.covered)) for find in finders)
    return CoverageRow(unit.covered.unit, unit.short, unit.domain, tuple(marks))


def _mark(found: Sequence[Recorded]) -> RecordedMark | None:
    """Return the mark of the latest of some entries, which come first."""
    if not found:
        return None
    return RecordedMark(Age.OLD if found[0].old else Age.RECENT, day(found[0].on))


def _say_finding(facts: CoverageFacts) -> str:
    """Return which domains have nothing recent, or which have, whichever is said in fewer words.

    Where all have, it is the units that have nothing recent.
    """
    if not any(_list_all(unit.covered) for unit in facts.units):
        return _FIRST
    recorded: list[str] = []
    bare: list[str] = []
    for domain, units in groupby(_by_domain(facts), key=lambda unit: unit.domain):
        (recorded if any(map(_has_recent, units)) else bare).append(domain)
    if not bare:
        return _say_units(facts)
    said = [f"Nothing {RECENT} in {join_titles(bare, 'or')}"]
    if recorded:
        said.append(f"Recorded {RECENT} only in {join_titles(recorded)}")
    shortest = min(said, key=len)
    return shortest if len(shortest) <= _LONGEST else _SEVERAL


def _say_units(facts: CoverageFacts) -> str:
    """Return which units have nothing recent: a few of them by name."""
    bare = [unit.short for unit in _by_domain(facts) if not _has_recent(unit)]
    if not bare:
        return _EVERYWHERE
    named = bare[:_NAMED]
    more = f"{', '.join(named)} and more" if bare[_NAMED:] else join_words(named, "or")
    return f"Nothing {RECENT} for {more}"


def _has_recent(unit: CoveredUnit) -> bool:
    return any(not each.old for each in _list_all(unit.covered))


def _list_all(covered: Covered) -> list[Recorded]:
    return [*covered.training, *covered.evidence, *covered.observation]
