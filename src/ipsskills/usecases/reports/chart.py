"""Charts of one person, as facts: the radar and the profile show the same answers."""

from collections.abc import Mapping
from datetime import date

from ipsskills.codes import Code
from ipsskills.errors import NotFound
from ipsskills.facts.charts.person import ChartAnswer, ChartFacts, ChartLists, ChartUnit
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Unit
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing, find_standings
from ipsskills.pages.words import day
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, months_in_post
from ipsskills.usecases.reading.person import Reading, get_reading
from ipsskills.usecases.reading.two_views import no_view
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.view import ReaderView


def read_chart(
    desk: Desk,
    who: str | None,
    *,
    on: date | None = None,
    since: date | None = None,
    both: bool = False,
) -> ChartFacts:
    """Return what a chart of a person shows on a day (today): every unit in curriculum order.

    ``since`` adds where units stood on that day, ``both`` what the supervisor and both together
    say. Areas are left out. Raises NotFound for an unknown person, for one with nothing finished
    (by that day), and where there is no supervisor's view.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        reading = get_reading(view, person, on=on, since=since)
        if both and reading.supervisor is None and not view.apart(person.thing).supervisor:
            raise no_view(person, mine=reading.mine)
        if since:
            _check_earlier(view, reading, since)
        return chart_facts(view, reading, since=since, both=both)


def chart_facts(
    view: ReaderView, reading: Reading, *, since: date | None = None, both: bool = False
) -> ChartFacts:
    """Return what a reading comes to as a chart."""
    framework, person = reading.framework, reading.person
    teller = _UnitTeller(
        reading=reading,
        earlier=find_standings(view.framework, reading.shown.before, view.today) if since else {},
        both=both,
        supervisor_apart=view.apart(person.thing).supervisor,
        domains={domain.slug: domain.name for domain in framework.domains},
        sections={section.slug: section.title for section in framework.sections},
    )
    return ChartFacts(
        person=PersonNamed(id=person.thing, name=person.name, me=reading.mine),
        role=person.role,
        months_in_post=months_in_post(person, reading.on),
        hours=person.hours,
        on=reading.on,
        units=tuple(teller.tell(unit) for unit in framework.asked()),
        domains=tuple(domain.name for domain in framework.domains),
        lists=_list(reading, since=since, both=both),
        apart=reading.apart,
        earlier_on=max((p.on for p in reading.shown.before), default=None) if since else None,
        supervisor=_name_supervisor(reading) if both else None,
        supervisor_on=reading.supervisor_on if both else None,
        scale=framework.scale,
    )


def _check_earlier(view: ReaderView, reading: Reading, since: date) -> None:
    """Raise NotFound where there is no earlier view than the one that is shown."""
    before = reading.shown.before
    if not before and not view.apart(reading.person.thing).own:
        raise nothing_finished(view, reading.person, since)
    if reading.latest.thing in {done.assessment.thing for done in before}:
        raise NotFound(
            f"Nothing was finished after {day(since)}, so there is no change to show.",
            "Name an earlier day.",
        )


def _name_supervisor(reading: Reading) -> PersonNamed | None:
    return reading.raters.get(reading.supervisor.thing) if reading.supervisor else None


def _list(reading: Reading, *, since: date | None, both: bool) -> ChartLists:
    lists, views = reading.lists, reading.views
    well = lists.name_well(lists.low)
    return ChartLists(
        well=well,
        brings=not lists.strengths,
        effort=lists.effort,
        moved=tuple(move.unit for move in reading.moved) if since else (),
        both_well=tuple(u for u in well if views.mine(u) is views.seen(u) is Code.THREE)
        if both
        else (),
        far_apart=tuple(u for u in reading.own if views.far_apart(u)) if both else (),
    )


@dataclass(frozen=True, kw_only=True)
class _UnitTeller:
    """Makes facts of the units of one reading."""

    reading: Reading
    earlier: Mapping[str, Standing]
    both: bool
    supervisor_apart: frozenset[str]
    domains: Mapping[str, str]
    sections: Mapping[str, str]

    def tell(self, unit: Unit) -> ChartUnit:
        own, views = self.reading.own.get(unit.id), self.reading.views
        theirs, third = views.supervisor.get(unit.id), self.reading.agreed.get(unit.id)
        return ChartUnit(
            unit=unit.id,
            short=unit.short,
            section=self.sections.get(unit.section or "", ""),
            domain=self.domains[unit.domain],
            state=own.state if own else None,
            on=own.on if own else None,
            earlier=self._answer(self.earlier.get(unit.id), own),
            supervisor=self._answer(theirs, own) if self.both else None,
            agreed=self._answer(third, own) if self.both else None,
            apart=unit.id in views.apart,
            supervisor_apart=self.both and unit.id in self.supervisor_apart,
        )

    def _answer(self, standing: Standing | None, own: Standing | None) -> ChartAnswer | None:
        if standing is None:
            return None
        return ChartAnswer(
            state=standing.state,
            on=standing.on,
            by=self.reading.raters.get(standing.rater) if standing.supervisor else None,
            old=standing.old,
            same_question=own is None or own.same_question(standing),
        )
