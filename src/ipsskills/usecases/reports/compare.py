"""Both views of a person side by side, in words turned to the reader."""

from collections.abc import Iterator
from datetime import date

from ipsskills.method.current import Standing
from ipsskills.method.figures import figures
from ipsskills.method.pairs import Alone, Lone, Pair, PairTalk
from ipsskills.method.state import state_words
from ipsskills.pages.compose.compare import (
    Comparison,
    Corrected,
    FiguresShown,
    LoneShown,
    PairShown,
    Sides,
)
from ipsskills.pages.words import day, typed
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.person import basis_words, note_on_unit
from ipsskills.usecases.reading.two_views import TwoViews, View, read_two_views

AGREE_OFFERED = 3
YOU = "You"


def compare(
    desk: Desk, who: str | None, *, mine: date | None = None, theirs: date | None = None
) -> Comparison:
    """Return both views of a person; ``mine`` and ``theirs`` name days as the reader sees them.

    Raises NotFound (see `read_two_views`).
    """
    views = _read(desk, who, mine, theirs)
    writer = _Writer(desk, views)

    def those(talk: PairTalk) -> tuple[PairShown, ...]:
        return tuple(map(writer.pair, views.paired.talk(talk)))

    return Comparison(
        sides=writer.sides,
        strengths=those(PairTalk.STRENGTH),
        far_apart=those(PairTalk.FAR_APART),
        a_word=those(PairTalk.A_WORD),
        same_lower=those(PairTalk.SAME_LOWER),
        not_paired=tuple(map(writer.lone, views.paired.alone)),
        corrected=tuple(writer.corrected()),
        next=_next(views, demo=desk.store.demo),
        apart=views.hidden.apart.units,
        apart_line=views.hidden.line,
    )


def compare_figures(
    desk: Desk, who: str | None, *, mine: date | None = None, theirs: date | None = None
) -> FiguresShown:
    """Return the figures of both views, of units only. Raises NotFound as `compare` does."""
    views = _read(desk, who, mine, theirs)
    units = {unit.id for unit in desk.framework.asked()}
    codes = [
        (int(str(pair.own.value)), int(str(pair.theirs.value)))
        for pair in views.paired.pairs
        if pair.unit in units
    ]
    sides = _Writer(desk, views).sides
    return FiguresShown(sides, figures(codes), views.hidden.apart.units, views.hidden.line)


def _read(desk: Desk, who: str | None, mine: date | None, theirs: date | None) -> TwoViews:
    """Read both views; to anybody but the person, "mine" is the supervisor's side."""
    with desk.reading() as work:
        about = find_person(work, who, desk.me).thing
    own, other = (mine, theirs) if about == desk.me else (theirs, mine)
    return read_two_views(desk, about, own_on=own, theirs_on=other)


def _next(views: TwoViews, *, demo: bool) -> tuple[tuple[str, str], ...]:
    name = "" if views.mine else f" {typed(views.person.name)}"
    far = [p.unit for p in views.paired.talk(PairTalk.FAR_APART) if not _agreed(views, p)]
    offered = far[:AGREE_OFFERED]
    rows = [(f"ipsskills agree{name} {unit}", "keep what you agree, and why") for unit in offered]
    rows.append((f"ipsskills report{name}", "the whole view, strengths first"))
    rows = [(f"{command} --demo", why) for command, why in rows] if demo else rows
    return (*rows, ("ipsskills explain views", "how the two are set side by side"))


def _agreed(views: TwoViews, pair: Pair) -> Standing | None:
    """Return what the two agreed on a unit since both views of it, or None."""
    third = views.agreed.get(pair.unit)
    return third if third and third.on >= max(pair.own.on, pair.theirs.on) else None


class _Writer:
    """Says of each unit what the two views are."""

    def __init__(self, desk: Desk, views: TwoViews) -> None:
        self._views = views
        self._units = {**desk.framework.by_id, **views.framework.by_id}
        self._scale = views.framework.scale
        person, rater = views.person, views.theirs.rater
        self.sides = Sides(
            person=person.name,
            supervisor=rater.name,
            own_on=views.own.on,
            supervisor_on=views.theirs.on,
            mine=views.mine,
            own_name=YOU if views.mine else person.name,
            supervisor_name=YOU if rater.thing == desk.me else rater.name,
        )

    def pair(self, pair: Pair) -> PairShown:
        own, theirs = self._words(pair.own), self._words(pair.theirs)
        third = _agreed(self._views, pair)
        basis = basis_words(pair.theirs, self._scale)
        rests = f"{basis}, {day(pair.theirs.on)}" if basis else day(pair.theirs.on)
        said = f"{self.sides.own_name}: {own}{self._when(pair.own, self._views.own)}. "
        said += f"{self.sides.supervisor_name}: {theirs} ({rests})."
        return PairShown(
            unit=pair.unit,
            short=self._units[pair.unit].short,
            own=own,
            own_on=pair.own.on,
            supervisor=theirs,
            supervisor_on=pair.theirs.on,
            basis=basis,
            said=said,
            own_note=note_on_unit(self._views.notes, pair.own),
            supervisor_note=note_on_unit(self._views.notes, pair.theirs),
            statements=self._in_view(pair) if pair.talk is PairTalk.FAR_APART else (),
            agreed=f"{self._words(third)}, {day(third.on)}" if third else None,
        )

    def lone(self, lone: Lone) -> LoneShown:
        own, theirs = self._words(lone.own), self._words(lone.theirs)
        said = ""
        if lone.why is Alone.SEEN_IN_PART:
            said = f"{self.sides.own_name}: {own}. {self.sides.supervisor_name}: {theirs}."
        short = self._units[lone.unit].short
        return LoneShown(lone.unit, short, own, theirs, self._why(lone), said)

    def corrected(self) -> Iterator[Corrected]:
        views, sides = self._views, self.sides
        for view, whose in ((views.own, sides.own_name), (views.theirs, sides.supervisor_name)):
            for unit in view.corrected:
                was, now = self._words(view.then[unit]), self._words(view.now[unit])
                yield Corrected(unit, self._units[unit].short, whose, was, now)

    def _words(self, standing: Standing) -> str:
        return state_words(standing.state, self._scale, to_the_person=self._views.mine)

    def _when(self, standing: Standing, view: View) -> str:
        return "" if standing.on == view.on else f" ({day(standing.on)})"

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

    def _why(self, lone: Lone) -> str:
        """Return why a unit is no pair, naming whose answer it is."""
        name, states = self.sides.supervisor_name, self._scale.states
        theirs = "you" if name == YOU else name
        return {
            Alone.NOT_SEEN: f"{states.not_seen.capitalize()} by {theirs}",
            Alone.SEEN_IN_PART: f"Seen in part by {theirs}",
            Alone.NO_CHANCE: states.no_chance.capitalize(),
            Alone.OUTSIDE: states.outside.capitalize(),
            Alone.NOT_ANSWERED: states.not_answered.capitalize(),
            Alone.OTHER_QUESTION: "Asked in another way",
            Alone.FAR_IN_TIME: "Too far apart in time",
        }[lone.why]
