"""What charts of a person show, made from what was read of them: one view, or two side by side."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import date

from ipsskills.codes import Code
from ipsskills.facts.charts.person import ChartAnswer, ChartFacts, ChartLists, ChartUnit
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing, find_standings
from ipsskills.method.pairs import PairTalk, are_near
from ipsskills.usecases.people.people import months_in_post
from ipsskills.usecases.reading.person import Reading
from ipsskills.usecases.reading.two_views import BothViews
from ipsskills.usecases.reading.view import ReaderView

Standings = Mapping[str, Standing]


def chart_reading(
    view: ReaderView, reading: Reading, *, since: date | None = None, both: bool = False
) -> ChartFacts:
    """Return what a reading comes to as a chart.

    ``since`` adds where units stood on that day (which has to be that of the reading), ``both``
    what the supervisor and both together say.
    """
    before, framework, person = reading.shown.before, reading.framework, reading.person
    teller = _UnitTeller(
        own=reading.own,
        earlier=find_standings(view.framework, before, view.today) if since else {},
        theirs=reading.views.supervisor if both else {},
        agreed=reading.agreed if both else {},
        raters=reading.raters,
        own_apart=reading.views.apart,
        their_apart=view.apart(person.thing).supervisor if both else frozenset(),
    )
    rater = reading.raters.get(reading.supervisor.thing) if reading.supervisor else None
    return ChartFacts(
        person=PersonNamed(id=person.thing, name=person.name, me=reading.mine),
        role=person.role,
        months_in_post=months_in_post(person, reading.on),
        hours=person.hours,
        on=reading.on,
        units=teller.tell_all(framework),
        domains=tuple(domain.name for domain in framework.domains),
        lists=_list(reading, since=since is not None, both=both),
        apart=reading.apart,
        earlier_on=max((done.on for done in before), default=None) if since else None,
        supervisor=rater if both else None,
        supervisor_on=reading.supervisor_on if both else None,
        scale=framework.scale,
    )


def chart_both(view: ReaderView, both: BothViews, *, named: bool = False) -> ChartFacts | None:
    """Return two views side by side as a chart; None where the person's own is kept apart.

    Where the two assessments were ``named`` their days may be as far apart as they are.
    """
    if both.own.on is None:
        return None
    framework, person = both.framework, both.person
    teller = _UnitTeller(
        own=both.own.then,
        theirs=both.theirs.then,
        agreed=both.agreed,
        raters=both.raters,
        own_apart=view.apart(person.thing).own,
        their_apart=view.apart(person.thing).supervisor,
        named=named,
    )
    talked = {talk: tuple(pair.unit for pair in both.paired.talk(talk)) for talk in PairTalk}
    return ChartFacts(
        person=PersonNamed(id=person.thing, name=person.name, me=both.mine),
        role=person.role,
        months_in_post=months_in_post(person, both.own.on),
        hours=person.hours,
        on=both.own.on,
        units=teller.tell_all(framework),
        domains=tuple(domain.name for domain in framework.domains),
        lists=ChartLists(both_well=talked[PairTalk.STRENGTH], far_apart=talked[PairTalk.FAR_APART]),
        apart=both.apart,
        supervisor=both.raters.get(both.theirs.rater.thing),
        supervisor_on=both.theirs.on,
        scale=framework.scale,
    )


def _list(reading: Reading, *, since: bool, both: bool) -> ChartLists:
    lists, views = reading.lists, reading.views
    well = lists.name_well(lists.low)
    top = [u for u in well if views.mine(u) is views.seen(u) is Code.THREE]
    return ChartLists(
        well=well,
        brings=not lists.strengths,
        effort=lists.effort,
        moved=tuple(move.unit for move in reading.moved) if since else (),
        moved_up=tuple(move.unit for move in reading.moved if move.up) if since else (),
        both_well=tuple(top) if both else (),
        far_apart=tuple(u for u in reading.own if views.far_apart(u)) if both else (),
    )


@dataclass(frozen=True, kw_only=True)
class _UnitTeller:
    """Makes facts of units from where they stand in each view.

    ``own_apart`` and ``their_apart`` are the units whose answers are kept from this reader for now;
    ``named`` is whether the two views were named, so that their days do not matter.
    """

    own: Standings
    theirs: Standings = field(default_factory=dict)
    earlier: Standings = field(default_factory=dict)
    agreed: Standings = field(default_factory=dict)
    raters: Mapping[str, PersonNamed]
    own_apart: AbstractSet[str]
    their_apart: AbstractSet[str]
    named: bool = False

    def tell_all(self, framework: Framework) -> tuple[ChartUnit, ...]:
        """Return the 28 units in curriculum order."""
        domains = {domain.slug: domain.name for domain in framework.domains}
        sections = {section.slug: section.title for section in framework.sections}
        return tuple(
            self._tell(unit, sections.get(unit.section or "", ""), domains[unit.domain])
            for unit in framework.asked()
        )

    def _tell(self, unit: Unit, section: str, domain: str) -> ChartUnit:
        own = self.own.get(unit.id)
        return ChartUnit(
            unit=unit.id,
            short=unit.short,
            section=section,
            domain=domain,
            state=own.state if own else None,
            on=own.on if own else None,
            earlier=self._answer(self.earlier.get(unit.id), own),
            supervisor=self._answer(self.theirs.get(unit.id), own),
            agreed=self._answer(self.agreed.get(unit.id), own),
            apart=unit.id in self.own_apart,
            supervisor_apart=unit.id in self.their_apart,
            asked_as=unit.asked_as,
        )

    def _answer(self, standing: Standing | None, own: Standing | None) -> ChartAnswer | None:
        if standing is None:
            return None
        far = standing.supervisor and own is not None and not are_near(own, standing)
        return ChartAnswer(
            state=standing.state,
            on=standing.on,
            by=self.raters.get(standing.rater) if standing.supervisor else None,
            old=standing.old and not self.named,
            far=far and not self.named,
            contested=standing.contested or (own is not None and own.contested),
            same_question=own is None or own.same_question(standing),
        )
