"""The training record as pages: listed by date, against the curriculum, for a reviewer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipsskills.codes import EntryKind
from ipsskills.doing import do
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.record import (
    CoverageFacts,
    CoveredUnit,
    RecordFacts,
    ReviewAction,
    ReviewFacts,
    ReviewRow,
)
from ipsskills.method.coverage import Recorded
from ipsskills.pages.compose.contested import say_contested
from ipsskills.pages.compose.entries.entry import (
    agreed_words,
    entry_words,
    held_words,
    make_sentence,
)
from ipsskills.pages.compose.notes import compose_private_notes
from ipsskills.pages.document import (
    About,
    Block,
    Bullets,
    Commands,
    Entries,
    Figure,
    Heading,
    Page,
    Rule,
    Table,
    Text,
)
from ipsskills.pages.words import day, join_words

NONE_YET = "-"

_KINDS = {EntryKind.OBSERVATION: "field mentoring", EntryKind.SUPERVISION: "supervision"}


def compose_record(record: RecordFacts) -> Page:
    """Return the record as a list, each entry with the word that names it."""
    title = f"Training record: {record.person}"
    if not record.entries and not record.brought:
        none = "Nothing fits that choice." if record.chosen else "Nothing is recorded yet."
        begin = ((str(do("log", "--help")), "see what can be kept, with examples"),)
        private = compose_private_notes(record.private)
        blocks = (Text(none), *private, Heading("Next"), Commands(begin))
        return Page(title, (), blocks, about=About(record.person))
    # The latest stands last, where a terminal still shows it however long the record is.
    by_date = reversed(record.entries)
    contested = {each.subject: say_contested(each) for each in record.contested}
    rows = tuple(
        (e.handle, f"{day(e.kept.on)} {e.kept.kind}", _say_entry(e, contested)) for e in by_date
    )
    private = compose_private_notes(record.private)
    following = (*_brought(record), *private, Heading("Next"), Commands(_next(record)))
    return Page(
        title,
        ("By date, the latest last.",),
        (Entries(rows), *following),
        about=About(record.person),
    )


def _say_entry(entry: EntryFacts, contested: Mapping[str, str]) -> str:
    """Return an entry in words, and under it how the person sees it, if otherwise."""
    differently = contested.get(entry.kept.thing)
    return f"{entry_words(entry)}\n{differently}" if differently else entry_words(entry)


def _brought(record: RecordFacts) -> tuple[Block, ...]:
    """Return what was brought from steps of the plan, the latest last as well."""
    if not record.brought:
        return ()
    rows = tuple(
        (f"step {each.number}", day(each.on), f"{make_sentence(each.step)} Brought: {each.brought}")
        for each in reversed(record.brought)
    )
    return (Heading("Brought from the plan"), Entries(rows))


def _next(record: RecordFacts) -> tuple[tuple[str, str], ...]:
    covered = do("record", "--coverage", person=None if record.mine else record.person)
    removing = (
        (str(do("log remove", each.handle)), f"take one back, here that of {day(each.kept.on)}")
        for each in record.entries[:1]
    )
    return ((str(covered), "the curriculum against what is recorded"), *removing)


def compose_coverage(found: CoverageFacts, *, pictured: bool = False) -> Page:
    """Return the units by section with the latest training, evidence and field mentoring.

    ``pictured`` puts the chart of the same before them.
    """
    blocks: list[Block] = [_picture(found)] if pictured else []
    for section in dict.fromkeys(unit.section for unit in found.units):
        rows = tuple(_coverage_row(unit) for unit in found.units if unit.section == section)
        columns = ("Unit", "Training", "Evidence", "Field mentoring")
        blocks += [Heading(section), Table(columns, rows)]
    return Page(
        f"What is recorded for each unit: {found.person}",
        (f"On {day(found.on)}. The latest of each; old means more than twelve months ago.",),
        (
            *blocks,
            *_tell_contested(found.units),
            Rule(),
            Text("A dash is a chance to plan something, not a mark against anybody."),
            Text(f"Where this comes from: {do('explain', 'coverage')}"),
        ),
        about=About(found.person),
    )


def _picture(found: CoverageFacts) -> Figure:
    from ipsskills.pages.compose.entries.coverage_chart import compose_coverage_chart

    chart = compose_coverage_chart(found)
    return Figure(chart, chart.in_words())


def _coverage_row(unit: CoveredUnit) -> tuple[str, ...]:
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
    return f"{said}: {join_words(list(ways))}" if named and ways else said


def compose_review(review: ReviewFacts) -> Page:
    """Return supervision and field mentoring as a table for a fidelity reviewer."""
    title = f"Supervision and field mentoring: {review.person}"
    lead = (
        f"From {day(review.since)} to {day(review.until)}.",
        "By date, kind, setting and next step. No rating stands on this page.",
    )
    table: Block = Text("Nothing is recorded in these twelve months.")
    if review.rows:
        rows = tuple(_review_row(row) for row in review.rows)
        table = Table(("Setting", "Date", "Kind", "Next step"), rows)
    blocks = (table, *_tell_contested(review.rows))
    return Page(title, lead, blocks, about=About(review.person))


def _tell_contested(found: Iterable[CoveredUnit | ReviewRow]) -> Iterator[Block]:
    """Yield how the person sees what stands in a table, each once; nobody is "you" in it."""
    said = dict.fromkeys(say_contested(e, into_file=True) for row in found for e in row.contested)
    if said:
        yield Heading("What is seen differently")
        yield Bullets(tuple(said))


def _review_row(row: ReviewRow) -> tuple[str, ...]:
    kind = f"{_KINDS[row.kind]}, {row.way}" if row.way else _KINDS[row.kind]
    if row.kind is EntryKind.SUPERVISION:
        setting, steps = held_words(row.minutes, row.cancelled), _supervision_steps(row)
    else:
        setting, steps = row.setting or "", row.next_step
    return (setting, day(row.on), kind, steps or NONE_YET)


def _supervision_steps(row: ReviewRow) -> str:
    agreed = [_action_words(action) for action in row.actions]
    following = [f"next on {day(row.next_on)}"] if row.next_on else []
    return "; ".join([*agreed, *following])


def _action_words(action: ReviewAction) -> str:
    return agreed_words(action.who, action.title, action.due)
