"""Facts of a chart, made by hand: the 28 units as shipped, with whatever answers are given."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import AskedAs, Code
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.charts.person import ChartAnswer, ChartFacts, ChartLists, ChartUnit
from ipsskills.facts.people import PersonNamed
from ipsskills.method.state import StateKind, UnitState
from tests.conftest import shipped

DAY = date(2026, 11, 26)
Given = Sequence[Code | None]

_KINDS = {
    None: StateKind.NOT_ANSWERED,
    Code.NO_CHANCE: StateKind.NO_CHANCE,
    Code.OUTSIDE: StateKind.OUTSIDE,
    Code.NOT_SEEN: StateKind.NOT_SEEN,
}


def state(asked_as: AskedAs, code: Code | None) -> UnitState:
    """The state of a unit that was answered as a whole."""
    rated = code if code is not None and code.rated else None
    return UnitState(_KINDS.get(code, StateKind.ANSWERED), asked_as, rated, code, whole=code)


def make_facts(
    own: Given,
    *,
    name: str = "Ada Example",
    me: bool = True,
    earlier: Given = (),
    supervisor: Given = (),
    agreed: Given = (),
    their_name: str = "Lee Invented",
    lists: ChartLists | None = None,
) -> ChartFacts:
    """A chart of somebody's answers to the 28 units in curriculum order, over and over if fewer."""
    framework = shipped()
    domains = {domain.slug: domain.name for domain in framework.domains}
    sections = {section.slug: section.title for section in framework.sections}
    leader = PersonNamed(id="l", name=their_name)

    def given(codes: Given, number: int, asked_as: AskedAs) -> ChartAnswer | None:
        if not codes:
            return None
        by = leader if codes is supervisor else None
        return ChartAnswer(state=state(asked_as, codes[number % len(codes)]), on=DAY, by=by)

    units = tuple(
        ChartUnit(
            unit=unit.id,
            short=unit.short,
            section=sections[unit.section or ""],
            domain=domains[unit.domain],
            state=state(unit.asked_as, own[number % len(own)]) if own else None,
            on=DAY,
            earlier=given(earlier, number, unit.asked_as),
            supervisor=given(supervisor, number, unit.asked_as),
            agreed=given(agreed, number, unit.asked_as),
            asked_as=unit.asked_as,
        )
        for number, unit in enumerate(framework.asked())
    )
    return ChartFacts(
        person=PersonNamed(id="a", name=name, me=me),
        role="employment specialist",
        months_in_post=8,
        hours=0.8,
        on=DAY,
        units=units,
        domains=tuple(domains.values()),
        lists=lists or ChartLists(),
        apart=KeptApart(),
        earlier_on=date(2026, 5, 26) if earlier else None,
        supervisor=leader if supervisor else None,
        supervisor_on=date(2026, 11, 27) if supervisor else None,
        scale=framework.scale,
    )
