"""What is due for a person: reviews, actions, certificates, supervision, the next look."""

from collections.abc import Iterator, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind, EntryKind
from ipsskills.framework.types import Framework
from ipsskills.method.due import certificates, is_near, next_pass
from ipsskills.pages.due import Due, DueLine
from ipsskills.pages.entries import EntryShown
from ipsskills.pages.plan import PlanGoal
from ipsskills.record.types import Assessment, Entry
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.log import shown_entries
from ipsskills.usecases.passes import finished
from ipsskills.usecases.people import find_person
from ipsskills.usecases.plan import open_goals
from ipsskills.usecases.training_record import entries_of

NEXT_LOOK = "next look"


def due(desk: Desk, who: str | None) -> Due:
    """Return what is due for a person, the earliest first. Raises NotFound."""
    with desk.store.reading() as work:
        person = find_person(work, who, desk.me)
        again = pass_due(work, desk.framework, person.thing)
        entries = entries_of(work, person.thing)
    shown = shown_entries(desk, entries)
    found = [
        *_reviews(open_goals(desk, person.thing)),
        *_entries(entries, shown, desk.today),
        *([DueLine(again, NEXT_LOOK, "All the units again: ipsskills assess")] if again else []),
    ]
    near = [e for e in found if e.on is None or e.what == NEXT_LOOK or is_near(e.on, desk.today)]
    near.sort(key=lambda line: (line.on is None, line.on or date.max))
    return Due(person.name, desk.today, tuple(near), desk.store.demo)


def pass_due(work: Work, framework: Framework, about: str) -> date | None:
    """Return when a person is to look at everything again, or None before a first whole look."""
    return whole_looks_next(framework, finished(work, about, AssessmentKind.SELF))


def whole_looks_next(framework: Framework, done: Sequence[Assessment]) -> date | None:
    """Return the next day from finished assessments; a look at a few units moves nothing."""
    everything = {unit.id for unit in framework.asked()}
    return next_pass([a.finished for a in done if a.finished and everything <= set(a.scope)])


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
