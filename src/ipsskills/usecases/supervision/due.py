"""What is due for a person: reviews, actions, certificates, supervision, the next look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ipsskills.codes import AssessmentKind, EntryKind
from ipsskills.doing import do
from ipsskills.facts.due import DueFacts, DueItem, DueKind
from ipsskills.facts.entries import EntryFacts
from ipsskills.facts.origin import Origin
from ipsskills.framework.types import Framework
from ipsskills.method.due import find_next_pass, find_planned, is_near, list_certificates
from ipsskills.record.reads import InWords
from ipsskills.record.types import Assessment, Entry, Goal, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.showing import describe_entries, list_entries, sort_latest_first
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import list_supervised
from ipsskills.usecases.people.whom import is_meant
from ipsskills.usecases.plans.goals import KeptGoal, list_goals
from ipsskills.usecases.reading.apart import list_forgotten
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.reading.waiting import find_waiting
from ipsskills.usecases.rights.asked_words import list_asked
from ipsskills.usecases.supervision.talk_today import find_talk_today


def list_due(desk: Desk, who: str | None) -> DueFacts:
    """Return what is due for a person, the earliest first. Raises NotFound."""
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        mine = person.thing == view.me
        return DueFacts(
            person.name,
            view.today,
            find_due(view, person),
            mine=mine,
            talk_today=find_talk_today(view, person),
        )


def find_due(view: ReaderView, person: Person) -> tuple[DueItem, ...]:
    """Return what is due for a person, the earliest first and what has no day last.

    That is also what they owe to somebody else, and supervision with those they supervise.
    """
    done = list_finished(view, person.thing, AssessmentKind.SELF)
    goals = [kept for kept in list_goals(view, person) if kept.open]
    found = [
        *_list_reviews(kept.goal for kept in goals),
        *_list_steps(goals),
        *_list_own(view, person, list_entries(view, person.thing)),
        *_list_owed(view, person),
        *_list_meetings(view, person),
        *_list_next_look(view, person, done),
        *(DueItem(on=d.touched, what=DueKind.DRAFT, draft=d) for d in list_forgotten(view, person)),
        *(_list_waiting(view) if person.thing == view.me else ()),
    ]
    near = [_tell_past(each, view.today) for each in found if _is_named(each, view.today)]
    return tuple(sorted(near, key=lambda each: (each.on is None, each.on or date.max)))


def _list_waiting(view: ReaderView) -> Iterator[DueItem]:
    """Yield the views that came by file and wait for the reader's own, and words to be erased."""
    for asked in list_asked(view):
        yield DueItem(on=None, what=DueKind.ERASE, asked=asked)
    for came in find_waiting(view):
        yield DueItem(on=came.until, what=DueKind.VIEW, came=came)


def _is_named(item: DueItem, today: date) -> bool:
    """Whether it is near enough; the next look is named however far it is."""
    return item.on is None or item.what is DueKind.NEXT_LOOK or is_near(item.on, today)


def _tell_past(item: DueItem, today: date) -> DueItem:
    return replace(item, past=item.on is not None and item.on < today)


def _list_next_look(
    view: ReaderView, person: Person, done: Sequence[Assessment]
) -> Iterator[DueItem]:
    """Yield the next look, which is known again as the person's own however it moves."""
    if again := find_next_look(view.framework, done):
        origin = Origin(person.thing, max(each.at for each in done))
        yield DueItem(on=again, what=DueKind.NEXT_LOOK, origin=origin)


def find_next_look(framework: Framework, done: Sequence[Assessment]) -> date | None:
    """Return the next day from finished assessments; a look at a few units moves nothing."""
    everything = {unit.id for unit in framework.asked()}
    return find_next_pass([a.finished for a in done if a.finished and everything <= set(a.scope)])


def _list_reviews(goals: Iterable[Goal]) -> Iterator[DueItem]:
    for goal in goals:
        looked = goal.reviewed and goal.reviewed >= goal.review
        on, what = (goal.close, DueKind.CLOSE) if looked else (goal.review, DueKind.REVIEW)
        origin = Origin(goal.thing, goal.at)
        yield DueItem(on=on, what=what, title=goal.title, goal=goal.number, origin=origin)


def _list_steps(goals: Iterable[KeptGoal]) -> Iterator[DueItem]:
    """Yield the steps of open goals that are still to do."""
    for kept in goals:
        for number, step in kept.standing:
            if not step.done:
                name = f"{kept.number}.{number}"
                yield DueItem(
                    on=step.due,
                    what=DueKind.STEP,
                    title=step.text,
                    name=name,
                    origin=Origin(step.thing, step.at),
                )


def _list_own(view: ReaderView, person: Person, entries: Sequence[Entry]) -> Iterator[DueItem]:
    """Yield what a person's own entries, the latest first, make due."""
    open_actions = [e for e in entries if e.kind is EntryKind.ACTION and not e.done]
    for action in describe_entries(view, open_actions):
        yield _due_action(action)
    for held in list_certificates(entries):
        name, origin = str(held.certificate), Origin(held.thing, held.at)
        yield DueItem(on=held.expires, what=DueKind.CERTIFICATE, title=name, origin=origin)
    planned = find_planned([e for e in entries if e.kind is EntryKind.SUPERVISION])
    for met in describe_entries(view, [planned] if planned else []):
        whose = None if person.thing == view.me else person.name
        yield _meeting(met.kept, met.who, whose)


def _list_owed(view: ReaderView, person: Person) -> Iterator[DueItem]:
    """Yield the open actions that name a person and came of somebody else's supervision."""
    own = view.ids_of(person.thing)
    actions = [
        action
        for who in (own, InWords.IN_WORDS)
        for action in view.current(Entry, kind=EntryKind.ACTION, removed=False, done=None, who=who)
    ]
    actions.sort(key=lambda action: (action.at, action.id))
    owed = [a for a in actions if a.about not in own and is_meant(view, a.who or "", person)]
    for action in describe_entries(view, owed):
        yield _due_action(action, owed_to=action.about)


def _list_meetings(view: ReaderView, person: Person) -> Iterator[DueItem]:
    """Yield when a person meets each one whom they supervise, as the last supervision has it."""
    theirs = {each.thing: each.name for each in list_supervised(view, person, view.today)}
    met: dict[str, list[Entry]] = {about: [] for about in theirs}
    if theirs:
        kept = view.current(Entry, about=list(theirs), kind=EntryKind.SUPERVISION, removed=False)
        for each in sort_latest_first(view, kept):
            met[view.survivor(each.about)].append(each)
    for about, name in theirs.items():
        if planned := find_planned(met[about]):
            yield _meeting(planned, name, None if about == view.me else name)


def _meeting(last: Entry, who: str | None, about: str | None) -> DueItem:
    """Return the next supervision, as the last one has it; ``about`` is whose, None for me."""
    return DueItem(
        on=last.next_on,
        what=DueKind.SUPERVISION,
        who=who,
        write_down=do("log supervision", person=about),
        origin=Origin(last.thing, last.at),
    )


def _due_action(action: EntryFacts, owed_to: str | None = None) -> DueItem:
    return DueItem(
        on=action.kept.due,
        what=DueKind.ACTION,
        title=action.kept.title,
        who=action.who,
        owed_to=owed_to,
        name=action.handle,
        origin=Origin(action.kept.thing, action.kept.at),
    )
