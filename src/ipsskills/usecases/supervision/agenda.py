"""The agenda of a supervision hour, as facts: both views, the record, the plan, the preparation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ipsskills.codes import Code
from ipsskills.facts.agenda import (
    AgendaFacts,
    AgendaGoal,
    ChanceToArrange,
    FieldVisit,
    NotLookedAt,
    Preparation,
    TalkedAbout,
    TeamAgendas,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.plan import UnitByHand
from ipsskills.facts.units import LowAnswer, UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.agenda import choose_talk_first, choose_to_begin, find_not_looked_at
from ipsskills.method.goals import suggest_activities
from ipsskills.method.lists import Views, make_lists
from ipsskills.method.safety import SafetyCase, choose_case_first
from ipsskills.record.types import Entry, Person
from ipsskills.record.whom import Whom
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.showing import describe_entries, list_entries
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import is_here, supervisor_here
from ipsskills.usecases.people.team import list_members
from ipsskills.usecases.people.whom import name_person, name_whom
from ipsskills.usecases.plans.by_hand import name_by_hand, offers_goals
from ipsskills.usecases.plans.goals import KeptGoal, list_goals
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.objections import list_contested_views
from ipsskills.usecases.reading.person import Reading, find_beginning, find_reading
from ipsskills.usecases.reading.under_way import are_looks_elsewhere, find_under_way
from ipsskills.usecases.reading.unit_facts import collect_low, collect_units, wording_of
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.supervision.finished import list_finished_goals, list_steps_done
from ipsskills.usecases.supervision.moving_on import MovedOn, move_on
from ipsskills.usecases.supervision.since_last import SinceLast, look_back

GOOD = 3


def agenda(desk: Desk, who: str | None) -> AgendaFacts:
    """Return the agenda of a person's next supervision. Raises NotFound for an unknown person.

    Somebody without a finished look at the units has an agenda too: it says so. Of a first look it
    has the marks, and what was answered.
    """
    with desk.reading() as view:
        return read_agenda(view, find_person(view, who, view.me))


def agenda_team(desk: Desk, team: str) -> TeamAgendas:
    """Return the agenda of the next supervision of each person of a team, or "mine".

    Raises NotFound for a team that is not there, and where nobody else is in it.
    """
    with desk.reading() as view:
        name, members = list_members(view, team)
        return TeamAgendas(team=name, agendas=tuple(read_agenda(view, each) for each in members))


def read_agenda(view: ReaderView, person: Person) -> AgendaFacts:
    """Return the agenda of a person's next supervision."""
    found = _read_agenda(view, person)
    talks = [unit for unit in found.units if unit.safety is SafetyCase.TALK_THROUGH]
    answers = {unit.unit: _find_answer(unit) for unit in talks}
    return replace(
        found,
        case_first=choose_case_first(answers),
        contested=list_contested_views(view, person),
        under_way=None if found.looked else find_under_way(view, person),
        looks_elsewhere=are_looks_elsewhere(view, person),
    )


def _find_answer(unit: UnitFacts) -> Code | None:
    """Return the person's own answer to a unit, or that of a first look."""
    answer = unit.own or unit.first_look
    return answer.value if answer else None


def _read_agenda(view: ReaderView, person: Person) -> AgendaFacts:
    entries = list_entries(view, person.thing)
    since = look_back(view, person.thing, entries)
    reading = find_reading(view, person) or find_beginning(view, person)
    said = _read_views(view, reading, entries, since) if reading else _say_nothing(view)
    every, rater = list_goals(view, person), reading.supervisor if reading else None
    goals, finished = [g for g in every if g.open], list_finished_goals(view, every, since.since)
    return AgendaFacts(
        person=name_person(view, person),
        supervisor=_name_supervisor(view, person, rater, since),
        rater=PersonNamed(id=rater.thing, name=rater.name) if rater else None,
        leader=_name_leader(view, person, reading),
        on=since.next_on or view.today,
        today=view.today,
        caseload=person.caseload,
        leave=person.leave,
        works_best=person.works_best,
        prepared=_read_preparation(since.preparation),
        finished=finished,
        steps_done=list_steps_done(every, since.since, {goal.number for goal in finished}),
        visits=tuple(_visit(view, e) for e in since.observations if e.went_well)[: GOOD - 1],
        strengths=said.strengths,
        actions=describe_entries(view, since.actions),
        safety=tuple(u.id for u in view.framework.units if view.framework.is_safety(u.id)),
        talk=said.talk,
        begin=said.begin,
        by_hand=() if goals else _name_by_hand(view, person, reading),
        talked=said.talked,
        agreed=said.agreed,
        not_looked_at=said.not_looked_at,
        chances=said.chances,
        goals=tuple(_goal(goal) for goal in goals),
        review=min((goal.goal.review for goal in goals), default=None),
        units=said.units,
        apart=tell_apart(view, person),
        looked=reading is not None and not reading.first_look_only,
        viewed_on=reading.on if reading else view.today,
        low=said.low,
        wording=said.wording,
    )


def _name_by_hand(
    view: ReaderView, person: Person, reading: Reading | None
) -> tuple[UnitByHand, ...]:
    """Return the units to choose a goal for by hand; none where goals are offered."""
    if reading is None or reading.first_look_only:
        return name_by_hand(view, person, reading)
    return () if offers_goals(view, person, reading) else name_by_hand(view, person, None)


def _name_supervisor(
    view: ReaderView, person: Person, rater: Person | None, since: SinceLast
) -> str | None:
    """Return who meets the person: their supervisor, or who gave a view or met them last.

    Nobody who has left: they will not be there.
    """
    last = since.last.who if since.last else None
    met = _find_met(view, last) if last else None
    for other in (supervisor_here(view, person, view.today), rater, met):
        if other and is_here(other.left, view.today):
            return other.name
    return name_whom(view, last) if last and met is None else None


def _name_leader(view: ReaderView, person: Person, reading: Reading | None) -> PersonNamed | None:
    """Return who supervises the person now, or else whose view there is."""
    if reading and not reading.first_look_only:
        return reading.leader
    above = supervisor_here(view, person, view.today)
    return name_person(view, above) if above else None


def _find_met(view: ReaderView, last: Whom) -> Person | None:
    """Return who in the record was met last, or None where words name somebody else."""
    if last.person is None:
        return None
    found = view.current(Person, thing=view.survivor(last.person))
    return found[0] if found else None


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What both views give to the agenda; little, where there is no finished look."""

    units: tuple[UnitFacts, ...]
    wording: Wording
    strengths: tuple[str, ...] = ()
    talk: tuple[str, ...] = ()
    talked: tuple[TalkedAbout, ...] = ()
    agreed: tuple[str, ...] = ()
    not_looked_at: tuple[NotLookedAt, ...] = ()
    chances: tuple[ChanceToArrange, ...] = ()
    low: tuple[LowAnswer, ...] = ()
    begin: tuple[str, ...] = ()


def _read_views(
    view: ReaderView, reading: Reading, entries: Sequence[Entry], since: SinceLast
) -> _Said:
    framework, moved = view.framework, move_on(view, reading, since.held)
    found = moved.lists
    talk = _choose_talk(view, reading, moved)
    chances = [unit for unit in found.chances if unit not in talk]
    look_at = since.preparation.items if since.preparation else ()
    already = (*talk, *chances, *look_at)
    views, rest = reading.views, moved.resting
    unseen = find_not_looked_at(framework, views, entries, view.today, already, rest)
    unseen = () if reading.first_look_only else unseen
    named = (*talk, *(each.unit for each in unseen))
    rests = [(unit, on) for unit in named if (on := moved.find_rest(unit))]
    return _Said(
        units=collect_units(framework, reading),
        wording=wording_of(framework, reading.framework),
        strengths=found.name_well(reading.lists.low)[:GOOD],
        talk=talk,
        talked=tuple(TalkedAbout(unit=unit, on=on) for unit, on in rests),
        agreed=moved.agreed,
        not_looked_at=tuple(_not_looked_at(framework, each.unit, each.on) for each in unseen),
        chances=tuple(_chance(framework, unit) for unit in chances),
        low=() if reading.first_look_only else collect_low(framework, reading),
        begin=choose_to_begin(framework, reading.first_look, talk)
        if reading.first_look_only
        else (),
    )


def _choose_talk(view: ReaderView, reading: Reading, moved: MovedOn) -> tuple[str, ...]:
    """Return what to talk about first; beside a first look alone, what the person marked in it."""
    lists, views = moved.lists, moved.views
    if reading.first_look_only:
        lists = replace(lists, effort=())
        views = replace(views, supervisor={}, their_marks=frozenset())
    return choose_talk_first(view.framework, lists, views, moved.resting)


def _say_nothing(view: ReaderView) -> _Said:
    """Return what an agenda says where no look is finished: the safety units have their lines."""
    framework = view.framework
    lines = make_lists(framework, Views({}), view.today).safety
    return _Said(
        units=tuple(
            UnitFacts(
                unit=line.unit,
                short=framework.by_id[line.unit].short,
                stands_in=None,
                safety=line.case,
            )
            for line in lines
        ),
        wording=wording_of(framework, framework),
    )


def _read_preparation(entry: Entry | None) -> Preparation:
    if entry is None:
        return Preparation()
    return Preparation(
        on=entry.on,
        well=entry.went_well,
        stuck=entry.text,
        wants=entry.own_word,
        look_at=entry.items,
    )


def _visit(view: ReaderView, entry: Entry) -> FieldVisit:
    return FieldVisit(
        well=entry.went_well,
        setting=entry.title,
        units=entry.items,
        who=name_whom(view, entry.who) if entry.who else "",
        on=entry.on,
    )


def _not_looked_at(framework: Framework, unit: str, since: date | None) -> NotLookedAt:
    return NotLookedAt(unit=unit, short=framework.by_id[unit].short, since=since)


def _chance(framework: Framework, unit: str) -> ChanceToArrange:
    found = framework.by_id[unit]
    ways = suggest_activities(found.curriculum.activities, chance=True)
    return ChanceToArrange(unit=unit, short=found.short, how=ways[0].title if ways else "")


def _goal(kept: KeptGoal) -> AgendaGoal:
    steps = [step for _, step in kept.standing]
    done = sum(1 for step in steps if step.done)
    return AgendaGoal(
        number=kept.number,
        title=kept.goal.title,
        done=done,
        steps=len(steps),
        review=kept.goal.review,
        close=kept.goal.close,
    )
