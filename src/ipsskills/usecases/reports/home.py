"""The first page: a welcome, later where you are and what is next."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ipsskills.codes import AssessmentKind, Role
from ipsskills.doing import Do, do
from ipsskills.errors import NotFound
from ipsskills.facts.due import DueKind
from ipsskills.facts.home import HomeFacts
from ipsskills.facts.plan import PlanActivity, PlanGoal
from ipsskills.record.types import Assessment, Person
from ipsskills.usecases.assessments.going_on import go_on_with
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.showing import list_entries
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.by_hand import lead_to_goals
from ipsskills.usecases.plans.show import name_units, read_open_goals
from ipsskills.usecases.reading.apart import list_forgotten, tell_apart
from ipsskills.usecases.reading.passes import list_finished, open_draft
from ipsskills.usecases.reading.person import Reading, find_first_look
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.reports.supervisees import lead_supervisor, list_supervisees
from ipsskills.usecases.reports.with_supervisor import lead_between
from ipsskills.usecases.supervision.due import find_due, find_next_look
from ipsskills.usecases.supervision.since_last import look_back
from ipsskills.usecases.supervision.talk_today import find_talk_today

SHOWN = 3

# What somebody may do who has begun nothing.
_BEGINNINGS = (do("assess"), do("assess", "--first-look"))
# What the first page tells in a place of its own.
_TOLD_ALREADY = (DueKind.NEXT_LOOK, DueKind.STEP, DueKind.DRAFT)


def read_home(desk: Desk, *, starting: Collection[str] = ()) -> HomeFacts:
    """Return what the first page tells about me; somebody the record does not know is welcomed.

    ``starting`` are the ids of people who said that they are in their first weeks: while nothing is
    begun, theirs is the first look. A team leader who did not say so is offered none.
    """
    with desk.reading() as view:
        try:
            person = find_person(view, None, view.me)
        except NotFound:
            return HomeFacts(next=(do("demo"), do("assess"), do("framework show")))
        found = _read(view, person)
        if found.next == _BEGINNINGS and person.thing in starting:
            return replace(found, next=found.next[::-1])
        if person.role is Role.TEAM_LEADER and person.thing not in starting:
            return replace(found, next=tuple(e for e in found.next if e != _BEGINNINGS[1]))
        return found


def _read(view: ReaderView, person: Person) -> HomeFacts:
    done = list_finished(view, person.thing, AssessmentKind.SELF)
    draft = _find_begun(view, person, AssessmentKind.SELF)
    look = _find_begun(view, person, AssessmentKind.FIRST_LOOK)
    looked = None if done else find_first_look(view, person)
    goals = read_open_goals(view, person)
    planning = tuple(_go_on(view, person, goals, done, looked)) if done or looked else ()
    every = find_due(view, person)
    due = [each for each in every if each.what not in _TOLD_ALREADY]
    supervisees = list_supervisees(view, person)
    return HomeFacts(
        person=person.name,
        draft_begun=draft.began if draft else None,
        draft_left=len(draft.scope) - view.count_answered(draft) if draft else 0,
        look_begun=look.began if look else None,
        look_left=len(look.scope) - view.count_answered(look) if look else 0,
        look_asked=len(look.scope) if look else 0,
        looked=looked.on if looked else None,
        last_finished=done[0].finished if done else None,
        next_pass=find_next_look(view.framework, done),
        goals=tuple(goal.title for goal in goals),
        next_due=tuple(_list_steps(goals)[:SHOWN]),
        due=tuple(due[:SHOWN]),
        due_more=len(due[SHOWN:]),
        apart=tell_apart(view, person),
        forgotten=list_forgotten(view, person),
        next=(
            *lead_supervisor(person, supervisees, every),
            *((go_on_with(view.framework, look, person.name),) if look else ()),
            *_list_next(draft, done, planning, looked=bool(looked), looking=bool(look)),
        ),
        talk_today=find_talk_today(view, person) if done else None,
        supervisees=supervisees,
        names=name_units(view.framework),
    )


def _find_begun(view: ReaderView, person: Person, kind: AssessmentKind) -> Assessment | None:
    """Return an own draft that waits to be gone on with: one that was only opened does not."""
    draft = open_draft(view, person.thing, person.thing, kind)
    return None if draft is None or view.is_only_opened(draft) else draft


def _list_steps(goals: Iterable[PlanGoal]) -> list[PlanActivity]:
    """Return the steps that are still to do, the earliest first."""
    steps = (step for goal in goals for step in goal.activities if not step.done)
    return sorted(steps, key=lambda step: (step.due, step.number))


def _go_on(
    view: ReaderView,
    person: Person,
    goals: Sequence[PlanGoal],
    done: Sequence[Assessment],
    looked: Reading | None,
) -> Iterator[Do]:
    """Yield what comes after a look: the plan and its next step, then the coming supervision.

    What was prepared for that is on its agenda.
    """
    first = looked.on if looked else None
    if on := done[0].finished if done else first:
        yield from lead_between(view, person, on)
    yield do("plan show") if goals else lead_to_goals(view, person, looked, looked=bool(done))
    yield from (do("plan show", step.number) for step in _list_steps(goals)[:1] if step.what)
    prepared = look_back(view, person.thing, list_entries(view, person.thing)).preparation
    yield do("agenda") if prepared else do("prepare")


def _list_next(
    draft: Assessment | None,
    done: Sequence[Assessment],
    planning: Sequence[Do],
    *,
    looked: bool,
    looking: bool,
) -> Iterator[Do]:
    """Yield what to do next, which is the draft first; all of it comes after a first look."""
    if draft or not (done or looked or looking):
        yield do("assess")
    if not (draft or done or looked or looking):
        yield do("assess", "--first-look")
    if done or looked:
        yield do("report")
        yield from planning
    if looked and not done:
        yield do("framework vignette")
        if not draft:
            yield do("assess")
