"""The training record as pages: listed by date, against the curriculum, for a reviewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.method.coverage import Covered, Recorded
from ipsskills.pages.compose.entries import EntryShown, action_words, entry_words, held
from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Rule, Table, Text
from ipsskills.pages.words import day, listed, typed

NONE_YET = "-"


@dataclass(frozen=True)
class TrainingRecord:
    """A person's entries, the latest first; ``chosen`` is whether some were left out by choice.

    ``demo`` is whether these people are invented.
    """

    person: str
    mine: bool
    entries: tuple[EntryShown, ...]
    chosen: bool
    demo: bool = False


@dataclass(frozen=True)
class CoveredUnit:
    """One unit with its section's title and what is recorded for it."""

    covered: Covered
    section: str
    short: str


@dataclass(frozen=True)
class Coverage:
    """The curriculum against what is recorded on a day."""

    person: str
    on: date
    units: tuple[CoveredUnit, ...]


@dataclass(frozen=True)
class ReviewRow:
    """One supervision or field mentoring as a reviewer may see it."""

    on: date
    kind: str
    setting: str
    next_step: str


@dataclass(frozen=True)
class Review:
    """Supervision and field mentoring between two days, the earliest first."""

    person: str
    since: date
    until: date
    rows: tuple[ReviewRow, ...]


def review_row(entry: EntryShown, actions: Sequence[EntryShown]) -> ReviewRow:
    """Return what a reviewer may see of an entry: no rating, no notes, nobody's own words."""
    if entry.kind is EntryKind.OBSERVATION:
        kind = f"field mentoring, {entry.way}" if entry.way else "field mentoring"
        return ReviewRow(entry.on, kind, entry.title, entry.next_step)
    agreed = "; ".join(action_words(action) for action in actions)
    following = f"next on {day(entry.next_on)}" if entry.next_on else ""
    steps = "; ".join(part for part in (agreed, following) if part)
    kind = f"supervision, {entry.way}" if entry.way else "supervision"
    return ReviewRow(entry.on, kind, held(entry), steps)


def record_page(record: TrainingRecord) -> Page:
    """Return the record as a list, each entry with the word that names it."""
    title = f"Training record: {record.person}"
    if not record.entries:
        none = "Nothing fits that choice." if record.chosen else "Nothing is recorded yet."
        return Page(title, (), (Text(none), Heading("Next"), Commands(_BEGIN)))
    # The latest stands last, where a terminal still shows it however long the record is.
    by_date = reversed(record.entries)
    rows = tuple((e.handle, f"{day(e.on)} {e.kind}", entry_words(e)) for e in by_date)
    following = (Heading("Next"), Commands(_next(record)))
    return Page(title, ("By date, the latest last.",), (Entries(rows), *following))


_BEGIN = (("ipsskills log --help", "see what can be kept, with examples"),)


def _next(record: TrainingRecord) -> tuple[tuple[str, str], ...]:
    whose = "" if record.mine else f" {typed(record.person)}"
    flag = " --demo" if record.demo else ""
    return (
        (f"ipsskills record{whose} --coverage{flag}", "the curriculum against what is recorded"),
        (f"ipsskills log remove ENTRY{flag}", "take one back; its first word names it"),
    )


def coverage_page(found: Coverage) -> Page:
    """Return the units by section with the latest training, evidence and field mentoring."""
    blocks: list[Block] = []
    for section in dict.fromkeys(unit.section for unit in found.units):
        rows = tuple(_row(unit) for unit in found.units if unit.section == section)
        columns = ("Unit", "Training", "Evidence", "Field mentoring")
        blocks += [Heading(section), Table(columns, rows)]
    return Page(
        f"What is recorded for each unit: {found.person}",
        (f"On {day(found.on)}. The latest of each; old means more than twelve months ago.",),
        (
            *blocks,
            Rule(),
            Text("A dash is a chance to plan something, not a mark against anybody."),
            Text("Where this comes from: ipsskills explain coverage"),
        ),
    )


def _row(unit: CoveredUnit) -> tuple[str, ...]:
    each = unit.covered
    return (
        f"{each.unit} {unit.short}",
        _latest(each.training, named=True),
        _latest(each.evidence),
        _latest(each.observation, named=True),
    )


def _latest(found: Sequence[Recorded], *, named: bool = False) -> str:
    """Return the day of the latest and, where ``named``, the ways used that are not old."""
    if not found:
        return NONE_YET
    said = f"{day(found[0].on)}{', old' if found[0].old else ''}"
    current = [each for each in found if not each.old] or found[:1]
    ways = dict.fromkeys(each.way for each in current if each.way)
    return f"{said}: {listed(list(ways))}" if named and ways else said


def review_page(review: Review) -> Page:
    """Return supervision and field mentoring as a table for a fidelity reviewer."""
    title = f"Supervision and field mentoring: {review.person}"
    lead = (
        f"From {day(review.since)} to {day(review.until)}.",
        "By date, kind, setting and next step. No rating stands on this page.",
    )
    if not review.rows:
        return Page(title, lead, (Text("Nothing is recorded in these twelve months."),))
    rows = tuple(
        (row.setting, day(row.on), row.kind, row.next_step or NONE_YET) for row in review.rows
    )
    return Page(title, lead, (Table(("Setting", "Date", "Kind", "Next step"), rows),))
