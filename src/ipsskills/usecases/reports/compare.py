"""Both views of a person side by side, as facts."""

from collections.abc import Iterator
from datetime import date

from ipsskills.doing import Do, do
from ipsskills.facts.compare import (
    ComparedAlone,
    ComparedPair,
    CompareFacts,
    CorrectedAnswer,
    FiguresFacts,
    TwoSides,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.framework.ordering import id_key
from ipsskills.method.current import Standing
from ipsskills.method.figures import calculate_figures
from ipsskills.method.pairs import Lone, Pair, PairTalk
from ipsskills.method.safety import make_safety_line
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.charted import chart_both
from ipsskills.usecases.reading.objections import list_contested_views
from ipsskills.usecases.reading.two_views import BothViews, RatersView, read_both_views
from ipsskills.usecases.reading.unit_facts import answer_facts, known_units, wording_of
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.reports.with_supervisor import lead_back

AGREE_OFFERED = 3


def compare(
    desk: Desk,
    who: str | None,
    *,
    mine: date | None = None,
    theirs: date | None = None,
    pictured: bool = False,
) -> CompareFacts:
    """Return both views of a person; ``mine`` and ``theirs`` name days as the reader sees them.

    ``pictured`` adds what its chart shows. Raises NotFound (see `read_both_views`).
    """
    with desk.reading() as view:
        both = _read(view, who, mine, theirs)
        teller = _UnitsCompared(view, both)
        return CompareFacts(
            sides=_sides(view, both),
            pairs=tuple(map(teller.pair, both.paired.pairs)),
            alone=tuple(map(teller.alone, both.paired.alone)),
            corrected=tuple(teller.corrected()),
            next=tuple(_next(view, both)),
            apart=both.apart,
            contested=list_contested_views(view, both.person),
            wording=wording_of(view.framework, both.framework),
            chart=chart_both(view, both, named=None not in (mine, theirs)) if pictured else None,
            safety=tuple(teller.safety()),
            leader=both.leader,
        )


def compare_figures(
    desk: Desk, who: str | None, *, mine: date | None = None, theirs: date | None = None
) -> FiguresFacts:
    """Return the figures of both views, of units only. Raises NotFound as `compare` does."""
    with desk.reading() as view:
        both = _read(view, who, mine, theirs)
        units = {unit.id for unit in view.framework.asked()}
        codes = [
            (int(str(pair.own.value)), int(str(pair.theirs.value)))
            for pair in both.paired.pairs
            if pair.unit in units
        ]
        return FiguresFacts(
            sides=_sides(view, both),
            figures=calculate_figures(codes),
            apart=both.apart,
            wording=wording_of(view.framework, both.framework),
        )


def _read(view: ReaderView, who: str | None, mine: date | None, theirs: date | None) -> BothViews:
    """Read both views; to anybody but the person, "mine" is the supervisor's side."""
    person = find_person(view, who, view.me)
    own, other = (mine, theirs) if person.thing == view.me else (theirs, mine)
    return read_both_views(view, person, own_on=own, theirs_on=other)


def _sides(view: ReaderView, both: BothViews) -> TwoSides:
    return TwoSides(
        person=_name_person(view, both.person),
        supervisor=_name_person(view, both.theirs.rater),
        own_on=both.own.on,
        supervisor_on=both.theirs.on,
        first_look=both.first_look,
    )


def _name_person(view: ReaderView, person: Person) -> PersonNamed:
    return PersonNamed(id=person.thing, name=person.name, me=person.thing == view.me)


def _next(view: ReaderView, both: BothViews) -> Iterator[Do]:
    """Yield what to do next: agree what is far apart and not agreed yet, send it, then read on."""
    person = None if both.mine else both.person.name
    far = [p.unit for p in both.paired.talk(PairTalk.FAR_APART) if not _find_agreed(both, p)]
    for unit in far[:AGREE_OFFERED]:
        yield do("agree", unit, person=person)
    if not both.mine:
        yield from lead_back(view, (both.person,)).values()
    yield do("report", person=person)
    yield do("explain", "views")


def _find_agreed(both: BothViews, pair: Pair) -> Standing | None:
    """Return what the two agreed on a unit since both views of it, or None."""
    third = both.agreed.get(pair.unit)
    since = max(pair.own.finished, pair.theirs.finished)
    return third if third and third.finished >= since else None


class _UnitsCompared:
    """Makes facts of units."""

    def __init__(self, view: ReaderView, both: BothViews) -> None:
        self._both = both
        self._view = view
        self._units = known_units(view.framework, both.framework)

    def pair(self, pair: Pair) -> ComparedPair:
        third = _find_agreed(self._both, pair)
        return ComparedPair(
            unit=pair.unit,
            short=self._units[pair.unit].short,
            talk=pair.talk,
            own=self._answer(pair.own, self._both.own),
            supervisor=self._answer(pair.theirs, self._both.theirs),
            in_view=self._in_view(pair) if pair.talk is PairTalk.FAR_APART else (),
            agreed=self._answer(third) if third else None,
        )

    def alone(self, lone: Lone) -> ComparedAlone:
        return ComparedAlone(
            unit=lone.unit,
            short=self._units[lone.unit].short,
            why=lone.why,
            own=self._answer(lone.own, self._both.own),
            supervisor=self._answer(lone.theirs, self._both.theirs),
        )

    def safety(self) -> Iterator[UnitFacts]:
        """Yield the safety units among those compared, with what the two views ask for now.

        A first look is no answer to what is asked.
        """
        own, theirs = self._both.own, self._both.theirs
        for unit in sorted(own.then.keys() & theirs.then.keys(), key=id_key):
            if unit not in self._view.framework.by_id or not self._view.framework.is_safety(unit):
                continue
            mine = None if self._both.first_look else own.now[unit]
            line = make_safety_line(unit, mine, theirs.now[unit], self._view.today)
            yield UnitFacts(
                unit=unit,
                short=self._units[unit].short,
                stands_in=None,
                own=self._answer(mine, own) if mine else None,
                supervisor=self._answer(theirs.now[unit], theirs),
                safety=line.case,
                safety_why=line.why,
                supervisor_lower=line.supervisor_lower is not None,
            )

    def corrected(self) -> Iterator[CorrectedAnswer]:
        yield from self._list_corrected(self._both.own, own=True)
        yield from self._list_corrected(self._both.theirs, own=False)

    def _list_corrected(self, view: RatersView, *, own: bool) -> Iterator[CorrectedAnswer]:
        for unit in view.corrected:
            yield CorrectedAnswer(
                unit=unit,
                short=self._units[unit].short,
                own=own,
                was=self._answer(view.then[unit], view),
                now=self._answer(view.now[unit], view),
            )

    def _answer(self, standing: Standing, whose: RatersView | None = None) -> UnitAnswer:
        marked = whose is not None and standing.rater in whose.markers.get(standing.unit, ())
        return answer_facts(self._units, self._both, standing, bring=marked)

    def _in_view(self, pair: Pair) -> tuple[str, ...]:
        """Return what the two look at together: statements they see differently, or the unit."""
        unit = self._units[pair.unit]
        texts = {s.id: s.text for s in unit.statements}
        by_item = [{r.item: r.code for r in s.statements} for s in (pair.own, pair.theirs)]
        both = [item for item in by_item[0] if item in by_item[1]]
        differ = [item for item in both if by_item[0][item] is not by_item[1][item]]
        below = (*pair.own.state.below, *pair.theirs.state.below)
        named = differ or list(dict.fromkeys(below))
        return tuple(texts[item] for item in named if item in texts) or (unit.curriculum.purpose,)
