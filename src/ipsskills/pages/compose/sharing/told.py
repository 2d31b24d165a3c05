"""What records in a file are, in words: the same for who sends them and for who takes them in."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ipsskills.codes import AssessmentKind, EntryKind
from ipsskills.facts.exchange.parcels import DetailsTold, EntriesTold, LookTold, Told
from ipsskills.pages.words import day, join_words

_ENTRIES = {
    EntryKind.TRAINING: ("training", "trainings"),
    EntryKind.EVIDENCE: ("piece of evidence", "pieces of evidence"),
    EntryKind.OBSERVATION: ("field visit", "field visits"),
    EntryKind.SUPERVISION: ("supervision", "supervisions"),
    EntryKind.ACTION: ("action", "actions"),
    EntryKind.PREPARATION: ("preparation", "preparations"),
}
_LOOKS = {
    AssessmentKind.SELF: "look",
    AssessmentKind.FIRST_LOOK: "first look",
    AssessmentKind.SUPERVISOR: "view",
}

DETAILS = {
    "name": "name",
    "role": "role",
    "key": "key for files",
    "team": "team",
    "hours": "hours",
    "since": "start day",
    "supervisor": "supervisor",
    "supervised_since": "since when supervised",
    "left": "day of leaving",
    "caseload": "caseload",
    "leave": "time away",
    "works_best": "what works best",
    "same_as": "other entry here",
}
"""What each detail of a person is called; of none is told what it says."""


def compose_told(told: Told) -> tuple[str, ...]:
    """Return what records are, a line each."""
    return tuple(_list_lines(told))


def count(number: int, one: str, several: str = "") -> str:
    """Return a number of things: "1 goal", "2 goals"."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def _list_lines(told: Told) -> Iterator[str]:
    looks = sorted(told.looks, key=lambda look: (look.kind, look.by.id, look.on))
    for _, same in groupby(looks, key=lambda look: (look.kind, look.by.id)):
        yield _tell_looks(list(same))
    if told.answers:
        yield f"{count(len(told.answers), 'changed answer')}: {', '.join(told.answers)}"
    if plan := tuple(_list_plan(told)):
        yield f"the plan: {join_words(plan)}"
    yield from map(_tell_entries, told.entries)
    if told.objections:
        yield f"{count(told.objections, 'point')} seen differently"
    yield from map(say_details, told.details)
    for number, one, several in (
        (told.notes, "shared note on an earlier look", "shared notes on earlier looks"),
        (told.taken_back, "note or entry that was taken back", "notes or entries taken back"),
        (told.together, "line that both look together now", "lines that both look together now"),
        (told.requests, "request to erase words", "requests to erase words"),
        (told.refused, "request to erase words that is refused", "requests to erase words refused"),
        (told.erasures, "text that was erased, as such", "texts that were erased, as such"),
    ):
        if number:
            yield count(number, one, several)


def _list_plan(told: Told) -> Iterator[str]:
    for number, what, became in (
        (told.goals, "goal", ""),
        (told.steps, "step", ""),
        (told.plan.agreed, "goal", " agreed"),
        (told.plan.goals_changed, "goal", " changed"),
        (told.plan.done, "step", " done"),
        (told.plan.steps_changed, "step", " changed"),
    ):
        if number:
            yield f"{count(number, what)}{became}"


def say_details(told: DetailsTold) -> str:
    """Return whose details they are and which, in words."""
    whose = "your" if told.of.me else f"{told.of.name}'s"
    emptied = join_words([DETAILS[name] for name in DETAILS if name in told.emptied])
    held = ", ".join(DETAILS[name] for name in DETAILS if name in told.fields)
    parts = [held, f"no longer {emptied}" if emptied else ""]
    return f"{whose} details: {'; '.join(filter(None, parts))}"


def _tell_looks(looks: Sequence[LookTold]) -> str:
    """Return the latest of several looks by one person, and from when on there are others."""
    *earlier, last = looks
    if last.kind is AssessmentKind.AGREED:
        said = f"what was agreed on {day(last.on)}"
        since = [look.on for look in earlier if look.on != last.on][:1]
        return f"{said}; more since {day(since[0])}" if since else said
    whose = "your" if last.by.me else f"{last.by.name}'s"
    parts = [
        count(last.answers, "answer"),
        *([count(last.marks, "mark")] if last.marks else []),
        *([count(last.notes, "shared note")] if last.notes else []),
    ]
    said = f"{whose} {_LOOKS[last.kind]} of {day(last.on)}: {', '.join(parts)}"
    if not earlier:
        return said
    first = earlier[0].on
    when = "of that day" if first == last.on else f"since {day(first)}"
    return f"{said}; and {count(len(earlier), 'earlier one')} {when}"


def _tell_entries(entries: EntriesTold) -> str:
    said = count(entries.count, *_ENTRIES[entries.kind])
    if entries.first == entries.last:
        return f"{said} of {day(entries.first)}"
    return f"{said} from {day(entries.first)} to {day(entries.last)}"
