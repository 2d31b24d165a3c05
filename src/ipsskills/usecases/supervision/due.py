"""What is due for a person: reviews, actions, certificates, supervision, the next look."""

from collections.abc import Iterator, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind, EntryKind
from ipsskills.framework.types import Framework
from ipsskills.method.due import certificates, is_near, next_pass
from ipsskills.pages.compose.due import Due, DueLine
from ipsskills.pages.compose.entries import EntryShown
from ipsskills.pages.compose.plan import PlanGoal
from ipsskills.record.types import Assessment, Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.log import shown_entries
from ipsskills.usecases.entries.training_record import entries_of
from ipsskills.usecases.people.people import current_people, find_person, means
from ipsskills.usecases.plans.show import open_goals
from ipsskills.usecases.reading.passes import finished
from ipsskills.usecases.reading.view import ReaderView

NEXT_LOOK = "next look"


def due(desk: Desk, who: str | None) -> Due:
    """Return what is due for a person, the earliest first.

    That is also what they owe to somebody else, and supervision with those they supervise. Raises
    NotFound.
    """
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        again = pass_due(work, desk.framework, person.thing)
        entries = entries_of(work, person.thing)
        owed = _owed_to_others(work, person)
        meetings = _supervised(work, person, desk.today)
    shown = shown_entries(desk, entries)
    look = f"All the units again: ipsskills assess{' --demo' if desk.store.demo else ''}"
    found = [
        *_reviews(open_goals(desk, person.thing)),
        *_entries(entries, shown, desk.today),
        *_about_others(shown_entries(desk, owed), shown_entries(desk, meetings), desk.today),
        *([DueLine(again, NEXT_LOOK, look)] if again else []),
    ]
    near = [e for e in found if e.on is None or e.what == NEXT_LOOK or is_near(e.on, desk.today)]
    near.sort(key=lambda line: (line.on is None, line.on or date.max))
    return Due(person.name, desk.today, tuple(near), desk.store.demo)


def pass_due(work: ReaderView, framework: Framework, about: str) -> date | None:
    """Return when a person is to look at everything again, or None before a first whole look."""
    return whole_looks_next(framework, finished(work, about, AssessmentKind.SELF))


def whole_looks_next(framework: Framework, done: Sequence[Assessment]) -> date | None:
    """Return the next day from finished assessments; a look at a few units moves nothing."""
    everything = {unit.id for unit in framework.asked()}
    return next_pass([a.finished for a in done if a.finished and everything <= set(a.scope)])


def _owed_to_others(work: ReaderView, person: Person) -> list[Entry]:
    """Return the open actions that name a person and came of somebody else's supervision."""
    ids = work.ids_of(person.thing)
    actions = work.current(Entry, kind=EntryKind.ACTION, removed=False)
    return [
        action
        for action in actions
        if action.about not in ids and not action.done and means(action.who or "", person)
    ]


def _supervised(work: ReaderView, person: Person, today: date) -> list[Entry]:
    """Return the last supervision of each one whom a person supervises."""
    others = [each for each in current_people(work, today) if each.thing != person.thing]
    theirs = [o for o in others if o.supervisor and work.survivor(o.supervisor) == person.thing]
    found = [entries_of(work, each.thing) for each in theirs]
    met = ([e for e in entries if e.kind is EntryKind.SUPERVISION][:1] for entries in found)
    return [entry for last in met for entry in last]


def _about_others(
    owed: Sequence[EntryShown], meetings: Sequence[EntryShown], today: date
) -> Iterator[DueLine]:
    for action in owed:
        yield DueLine(action.due, "action", f"for {action.about}: {action.title}", action.handle)
    for met in meetings:
        if met.next_on and met.next_on >= today:
            yield DueLine(met.next_on, "supervision", f"with {met.about}")


def _reviews(goals: Sequence[PlanGoal]) -> Iterator[DueLine]:
    for goal in goals:
        looked = goal.reviewed and goal.reviewed >= goal.review
        when, what = (goal.close, "close or renew") if looked else (goal.review, "review")
        yield DueLine(when, what, f"Goal {goal.number}: {goal.title}")


def _entries(
    entries: Sequence[Entry], shown: Sequence[EntryShown], today: date
) -> Iterator[DueLine]:
    for entry in shown:
        if entry.kind is EntryKind.ACTION and not entry.done:
            who = f"{entry.who}: " if entry.who else ""
            yield DueLine(entry.due, "action", f"{who}{entry.title}", entry.handle)
    for held in certificates(entries):
        yield DueLine(held.expires, "certificate", str(held.certificate))
    met = next((e for e in entries if e.kind is EntryKind.SUPERVISION), None)
    if met and met.next_on and met.next_on >= today:
        yield DueLine(met.next_on, "supervision", f"with {met.who}" if met.who else "")
