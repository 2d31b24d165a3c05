"""Section 6: the two views as pairs, what to do with each, and which are two apart."""

from dataclasses import dataclass
from datetime import date

from tests.independent.speaking import Views, days_apart, views_of
from tests.independent.state import RATED, tell
from tests.independent.world import Look, World

DAYS = 60


@dataclass(frozen=True)
class Pair:
    """A unit that both answered 0 to 3, and whether the supervisor's is on seen work."""

    unit: str
    own: str
    theirs: str
    seen: bool

    @property
    def two_apart(self) -> bool:
        """Whether they are two or more apart on seen work."""
        return self.seen and abs(int(self.own) - int(self.theirs)) >= 2

    @property
    def talk(self) -> str:
        """What to do about it."""
        if self.own == self.theirs:
            return "name it as a strength" if self.own == "3" else "agree what would help"
        return "say which occasion" if self.two_apart else "a word"


def list_pairs(world: World, about: str) -> list[Pair]:
    """Return the pairs of a page of the world's day: answers as they were at finish."""
    then = world.at_finish
    items = (*world.book.units, *world.book.areas)
    found = (make_pair(views_of(then, about, unit)) for unit in items)
    return [pair for pair in found if pair]


def make_pair(views: Views) -> Pair | None:
    """Return the pair of a unit, or None: one view may be too far, too old or contested."""
    own, theirs = views.own, views.theirs
    if views.contested:
        return None
    if own is None or theirs is None or views.theirs_is_old or days_apart(views) > DAYS:
        return None
    if own.state.value not in RATED or theirs.state.value not in RATED:
        return None
    return Pair(views.unit, str(own.state.value), str(theirs.state.value), theirs.seen)


def pair_named(world: World, about: str, mine: date, theirs: date) -> list[Pair]:
    """Return the pairs of two assessments named by day, whatever their age; nothing is mixed in."""
    then = world.at_finish
    own_look = _named(then, about, "self", mine)
    their_look = _named(then, about, "supervisor", theirs)
    found: list[Pair] = []
    if their_look.key in world.contested:
        return found
    for unit in (*world.book.units, *world.book.areas):
        if unit not in own_look.units or unit not in their_look.units:
            continue
        own, their = tell(then, own_look, unit), tell(then, their_look, unit)
        if own.state.value in RATED and their.state.value in RATED:
            found.append(Pair(unit, str(own.state.value), str(their.state.value), their.seen))
    return found


def _named(world: World, about: str, kind: str, day: date) -> Look:
    return [look for look in world.finished_looks(about, kind) if look.place[0] == day][-1]
