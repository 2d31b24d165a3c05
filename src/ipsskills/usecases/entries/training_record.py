"""The training record: listed and searched, set against the curriculum, shown to a reviewer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from ipsskills.codes import EntryKind
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.facts.notes import PrivateNote
from ipsskills.facts.record import (
    BroughtFromStep,
    CoverageFacts,
    CoveredUnit,
    RecordFacts,
    ReviewAction,
    ReviewFacts,
    ReviewRow,
)
from ipsskills.folding import fold
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import add_months
from ipsskills.method.coverage import Covered, find_coverage
from ipsskills.record.entries import uses_of
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.carried import list_supervisions
from ipsskills.usecases.entries.showing import describe_entries, list_entries
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.goals import list_goals
from ipsskills.usecases.reading.objections import list_contested_entries
from ipsskills.usecases.reading.private_notes import read_private_notes
from ipsskills.usecases.reading.view import ReaderView

REVIEW_MONTHS = 12

_Days = tuple[date | None, date | None]
_Contested = Sequence[tuple[Entry, SeenDifferently]]


def list_record(
    desk: Desk,
    who: str | None,
    *,
    units: Sequence[str] = (),
    kinds: Sequence[EntryKind] = (),
    since: date | None = None,
    until: date | None = None,
    words: str = "",
) -> RecordFacts:
    """Return a person's entries, the latest first, as far as they fit every choice made.

    ``words`` must all stand somewhere in an entry, in any case; the reader's own private notes that
    hold them are found too. Preparation is no training: it is there only where its kind is asked
    for. Raises NotFound.
    """

    def fits(entry: Entry) -> bool:
        return (
            (not units or bool(set(units) & set(entry.items)))
            and (entry.kind in kinds if kinds else entry.kind is not EntryKind.PREPARATION)
            and (since is None or entry.on >= since)
            and (until is None or entry.on <= until)
        )

    days = (since, until)
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        shown = describe_entries(view, filter(fits, list_entries(view, person.thing)))
        listed = tuple(entry for entry in shown if _holds(entry, words))
        return RecordFacts(
            person=person.name,
            mine=person.thing == view.me,
            entries=listed,
            contested=list_contested_entries(view, person, (e.kept.thing for e in listed)),
            chosen=bool(units or kinds or since or until or words),
            brought=() if kinds else _list_brought(view, person, days, units, words),
            private=None if kinds else _find_private(view, person, days, units, words),
        )


def _list_brought(
    view: ReaderView, person: Person, days: _Days, units: Sequence[str], words: str
) -> tuple[BroughtFromStep, ...]:
    """Return what was brought from steps of the plan as far as it fits, the latest first."""
    found = [
        BroughtFromStep(
            number=f"{kept.number}.{number}",
            step=step.text,
            units=kept.goal.items,
            on=step.done,
            brought=step.brought,
        )
        for kept in list_goals(view, person)
        for number, step in kept.standing
        if step.done
        and step.brought
        and (not units or set(units) & set(kept.goal.items))
        and (days[0] is None or step.done >= days[0])
        and (days[1] is None or step.done <= days[1])
        and _has_words(f"{step.text}\n{step.brought}", words)
    ]
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _find_private(
    view: ReaderView, person: Person, days: _Days, units: Sequence[str], words: str
) -> tuple[PrivateNote, ...] | None:
    """Return the reader's own private notes that hold the words, on these units and days."""
    if not words:
        return None
    found = tuple(
        note
        for note in read_private_notes(view, person)
        if (not units or note.unit in units)
        and (days[0] is None or note.on >= days[0])
        and (days[1] is None or note.on <= days[1])
        and _has_words(note.text, words)
    )
    return found or None


def read_coverage(desk: Desk, who: str | None) -> CoverageFacts:
    """Return the 28 units against what is recorded, and areas for which anything is.

    Raises NotFound.
    """
    with desk.reading() as view:
        person, framework = find_person(view, who, view.me), view.framework
        ids = [unit.id for unit in framework.units]
        entries = list_entries(view, person.thing)
        found = find_coverage(ids, entries, view.today)
        contested = _list_contested(view, person, entries)
        units = tuple(
            _describe_covered(framework, each, contested)
            for each in found
            if not framework.by_id[each.unit].is_area or _has_anything(each)
        )
        return CoverageFacts(
            person=person.name,
            mine=person.thing == view.me,
            on=view.today,
            units=units,
            domains=tuple(domain.name for domain in framework.domains),
        )


def _list_contested(view: ReaderView, person: Person, entries: Sequence[Entry]) -> _Contested:
    """Return each entry that the person sees differently, with how they do."""
    kept = {each.thing: each for each in entries}
    return [(kept[each.subject], each) for each in list_contested_entries(view, person, kept)]


def read_review(desk: Desk, who: str | None) -> ReviewFacts:
    """Return twelve months of supervision and field mentoring by date, without any rating.

    Raises NotFound.
    """
    with desk.reading() as view:
        since = add_months(view.today, -REVIEW_MONTHS)
        person = find_person(view, who, view.me)
        by_date = list(reversed(list_entries(view, person.thing)))
        agreed, contested = _agreed_in(view, by_date), _contested_in(view, person, by_date)
        rows = tuple(
            replace(
                _ROWS[entry.kind](entry, agreed.get(entry.thing, ())),
                contested=tuple(contested.get(entry.thing, ())),
            )
            for entry in by_date
            if entry.kind in _ROWS and since <= entry.on <= view.today
        )
        return ReviewFacts(person.name, since, view.today, rows)


def _agreed_in(view: ReaderView, entries: Sequence[Entry]) -> dict[str, list[ReviewAction]]:
    """Return for each supervision the actions it agreed or carried on, in the order given."""
    found: dict[str, list[ReviewAction]] = {}
    actions = [each for each in entries if each.kind is EntryKind.ACTION]
    for action, shown in zip(actions, describe_entries(view, actions), strict=True):
        seen = ReviewAction(shown.who, action.title, action.due)
        for supervision in list_supervisions(view, action):
            found.setdefault(supervision, []).append(seen)
    return found


def _contested_in(
    view: ReaderView, person: Person, entries: Sequence[Entry]
) -> dict[str, list[SeenDifferently]]:
    """Return how the person sees entries, by the entry, or by the supervision that agreed it."""
    found: dict[str, list[SeenDifferently]] = {}
    for entry, differently in _list_contested(view, person, entries):
        is_action = entry.kind is EntryKind.ACTION
        for thing in list_supervisions(view, entry) if is_action else (entry.thing,):
            found.setdefault(thing, []).append(differently)
    return found


def _review_mentoring(entry: Entry, _: Sequence[ReviewAction]) -> ReviewRow:
    return ReviewRow(
        on=entry.on,
        kind=entry.kind,
        way=entry.way,
        setting=entry.title,
        next_step=entry.next_step,
    )


def _review_supervision(entry: Entry, actions: Sequence[ReviewAction]) -> ReviewRow:
    return ReviewRow(
        on=entry.on,
        kind=entry.kind,
        way=entry.way,
        minutes=entry.minutes,
        cancelled=entry.cancelled,
        next_on=entry.next_on,
        actions=tuple(actions),
    )


# What a reviewer may see of each kind; what is not named here is not shown.
_ROWS: dict[EntryKind, Callable[[Entry, Sequence[ReviewAction]], ReviewRow]] = {
    EntryKind.OBSERVATION: _review_mentoring,
    EntryKind.SUPERVISION: _review_supervision,
}


def _describe_covered(framework: Framework, each: Covered, contested: _Contested) -> CoveredUnit:
    unit = framework.by_id[each.unit]
    section = next((s.title for s in framework.sections if s.slug == unit.section), "Areas")
    domain = next(d.name for d in framework.domains if d.slug == unit.domain)
    return CoveredUnit(
        covered=each,
        section=section,
        short=unit.short,
        domain=domain,
        contested=tuple(said for entry, said in contested if unit.id in entry.items),
    )


def _has_anything(each: Covered) -> bool:
    return bool(each.training or each.evidence or each.observation)


def _holds(entry: EntryFacts, words: str) -> bool:
    """Whether all words stand somewhere in an entry; codes and units are no words of it."""
    values = [entry.value(name) for name in uses_of(entry.kept.kind)]
    texts = [each for each in (*values, entry.by) if isinstance(each, str)]
    return _has_words("\n".join(each for each in texts if not isinstance(each, Enum)), words)


def _has_words(text: str, words: str) -> bool:
    whole = fold(text)
    return all(word in whole for word in fold(words).split())
