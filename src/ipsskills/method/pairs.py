"""Two views set side by side, unit by unit: which are pairs, and what to do about each.

docs/method.md, section 6. Neither view is the truth, and nothing is added up across units.
"""

from collections.abc import Mapping
from enum import StrEnum

from ipsskills.codes import Code
from ipsskills.doing import do
from ipsskills.framework.ordering import id_key
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing
from ipsskills.method.order import teaching_key
from ipsskills.method.state import StateKind

APART = 2
PAIRED_WITHIN_DAYS = 60


class PairTalk(StrEnum):
    """What to do about a pair, in the order in which pairs are talked about."""

    STRENGTH = "name it as a strength"
    FAR_APART = "say which occasion"
    A_WORD = "a word"
    SAME_LOWER = "agree what would help"


class Alone(StrEnum):
    """Why two views of a unit are not a pair."""

    NOT_SEEN = "not seen"
    SEEN_IN_PART = "seen in part"
    NO_CHANCE = "no chance"
    OUTSIDE = "outside"
    NOT_ANSWERED = "not answered"
    OTHER_QUESTION = "other question"
    CONTESTED = "contested"
    OLD = "old"
    FAR_IN_TIME = "far in time"
    FIRST_LOOK = "first look"


@dataclass(frozen=True)
class Pair:
    """One unit that both answered 0 to 3."""

    unit: str
    own: Standing
    theirs: Standing

    @property
    def difference(self) -> int:
        """The person's answer less the supervisor's, in steps."""
        return int(str(self.own.value)) - int(str(self.theirs.value))

    @property
    def talk(self) -> PairTalk:
        """What to do. Two or more apart counts as far apart on seen work (O or R) only."""
        if self.difference:
            far = abs(self.difference) >= APART and self.theirs.seen
            return PairTalk.FAR_APART if far else PairTalk.A_WORD
        return PairTalk.STRENGTH if self.own.value is Code.THREE else PairTalk.SAME_LOWER


@dataclass(frozen=True)
class Lone:
    """One unit that both were asked about but that is not a pair, and why not."""

    unit: str
    own: Standing
    theirs: Standing
    why: Alone


@dataclass(frozen=True)
class Paired:
    """Two views as pairs, in teaching order, and what is left over, in curriculum order."""

    pairs: tuple[Pair, ...]
    alone: tuple[Lone, ...]

    def talk(self, wanted: PairTalk) -> tuple[Pair, ...]:
        """Return the pairs about which the same is to be done."""
        return tuple(pair for pair in self.pairs if pair.talk is wanted)


def pair_up(
    own: Mapping[str, Standing], theirs: Mapping[str, Standing], *, named: bool = False
) -> Paired:
    """Return the units that both were asked about as pairs, and those that are not.

    A pair is a unit that both answered 0 to 3: the same question, neither view contested, at most
    sixty days apart and the supervisor's not more than twelve months ago, unless the two
    assessments were ``named``.
    """
    pairs, alone = [], []
    for unit in sorted(own.keys() & theirs.keys(), key=teaching_key):
        mine, seen = own[unit], theirs[unit]
        if why := _find_obstacle(mine, seen, named=named):
            alone.append(Lone(unit, mine, seen, why))
        else:
            pairs.append(Pair(unit, mine, seen))
    return Paired(tuple(pairs), tuple(sorted(alone, key=lambda lone: id_key(lone.unit))))


def set_beside(look: Mapping[str, Standing], theirs: Mapping[str, Standing]) -> Paired:
    """Return what a first look and a supervisor's view are to each other: no pair at all.

    A first look has a scale of its own.
    """
    both = sorted(look.keys() & theirs.keys(), key=id_key)
    why = {u: Alone.NOT_SEEN if theirs[u].is_unseen else Alone.FIRST_LOOK for u in both}
    return Paired((), tuple(Lone(unit, look[unit], theirs[unit], why[unit]) for unit in both))


def are_near(one: Standing, other: Standing) -> bool:
    """Whether two answers are at most sixty days apart."""
    return abs((one.on - other.on).days) <= PAIRED_WITHIN_DAYS


def _find_obstacle(own: Standing, theirs: Standing, *, named: bool) -> Alone | None:
    """Return the first reason why two views of a unit are not a pair, or None."""
    kinds, values = (own.state.kind, theirs.state.kind), (own.value, theirs.value)
    rows = (
        (theirs.value is Code.NOT_SEEN, Alone.NOT_SEEN),
        (theirs.state.kind is StateKind.SEEN_IN_PART, Alone.SEEN_IN_PART),
        (Code.OUTSIDE in values, Alone.OUTSIDE),
        (Code.NO_CHANCE in values, Alone.NO_CHANCE),
        (StateKind.NOT_ANSWERED in kinds or None in values, Alone.NOT_ANSWERED),
        (not own.same_question(theirs), Alone.OTHER_QUESTION),
        (own.contested or theirs.contested, Alone.CONTESTED),
        (not named and theirs.old, Alone.OLD),
        (not named and not are_near(own, theirs), Alone.FAR_IN_TIME),
    )
    return next((why for holds, why in rows if holds), None)


EXPLAIN_TWO_VIEWS = (
    "Each looks alone first: from the moment either opens a draft until it is finished or dropped, "
    "neither is shown the other's answers on what is in it. Then your view and your supervisor's "
    "stand side by side, unit by unit, as they were when each was finished; what was corrected "
    "later is shown separately. They are set side by side if both answered the same question at "
    "most sixty days apart, by the day of what was seen, and your supervisor's is not more than "
    "twelve months old; or if you name two assessments. A view that you see differently, and say "
    f"so ({do('contest')}), is no pair until the two of you have settled it. A draft that was "
    "forgotten for sixty days keeps nothing apart any more. The same and at the top: name it as a "
    "strength. The same and lower: agree what would help. One step apart: a word. Two steps or "
    "more where your supervisor saw the work or its record: each says which occasion they had in "
    "mind. Feedback and memory never count as seen. Neither view is the right one by itself."
)
EXPLAIN_AGREED = (
    "Where the two of you are far apart on work that was seen, or on any unit you like, you can "
    f"keep an answer you agree on and why: {do('agree', '3.8')}. Both views of the unit have to be "
    "finished first, with no draft open. It is a third record with a line of its own on the "
    "report; both views stay as they are, and no list, chart or goal is drawn from it."
)
