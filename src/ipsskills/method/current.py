"""Which answers a page speaks of: a rater's latest finished assessment, and older answers dated.

docs/method.md, section 3, "Which answers a page speaks of".
"""

from collections.abc import Mapping, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind, Code
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import older_than
from ipsskills.method.state import StateKind, UnitState, find_state
from ipsskills.record.types import Assessment, Rating

OLD_AFTER_MONTHS = 12


@dataclass(frozen=True)
class Pass:
    """One assessment with its current ratings by item."""

    assessment: Assessment
    ratings: Mapping[str, Rating]

    @property
    def on(self) -> date:
        """The day it was finished, or begun if it is still open."""
        return self.assessment.finished or self.assessment.began


@dataclass(frozen=True)
class Standing:
    """Where one rater puts one unit: the state, the day of the answer, and the answer's marks.

    ``earlier`` is whether it comes from before the latest assessment; ``old`` whether it is more
    than twelve months old. ``seen`` is whether the answer rests on seen work. ``rating`` is the
    whole-unit answer, ``statements`` are the answers to its statements in their order; what could
    be shown a colleague of any of them is the unit's. Marks to bring are apart (`find_marks`).
    """

    unit: str
    state: UnitState
    on: date
    assessment: str
    scale: str
    earlier: bool = False
    old: bool = False
    seen: bool = False
    rating: Rating | None = None
    statements: tuple[Rating, ...] = ()

    @property
    def value(self) -> Code | None:
        """The one answer that stands for the unit, or None."""
        return self.state.value

    @property
    def show(self) -> bool:
        """Whether it was marked as something to show a colleague."""
        return any(rating.show for rating in self.ratings)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """Every answer kept for the unit: to the whole of it, then to its statements."""
        return (*((self.rating,) if self.rating else ()), *self.statements)

    @property
    def rests_on(self) -> tuple[Rating, ...]:
        """The answers 0 to 3 that the value of the unit rests on."""
        return tuple(_list_rated_answers(self.state, self.rating, self.statements))

    def same_question(self, other: "Standing") -> bool:
        """Whether both answer the same question, so that they may be compared."""
        return (self.scale, self.state.asked_as) == (other.scale, other.state.asked_as)


def sort_latest_first(passes: Sequence[Pass]) -> list[Pass]:
    """Return assessments by the day they were finished, the latest first."""
    return sorted(passes, key=lambda p: (p.on, p.assessment.at, p.assessment.id), reverse=True)


def find_standings(
    framework: Framework, passes: Sequence[Pass], today: date
) -> Mapping[str, Standing]:
    """Return where one rater's finished assessments of one kind put each unit and area.

    The latest speaks for its scope; a unit outside it comes from the last that had it in scope. A
    supervisor's ``u`` does not displace that rater's earlier answer 0 to 3. Units that were
    never in scope are left out.
    """
    ordered = sort_latest_first([p for p in passes if p.on <= today])
    scopes = [(done, _list_units_in_scope(done)) for done in ordered]
    found: dict[str, Standing] = {}
    for unit in framework.units:
        covering = [done for done, units in scopes if unit.id in units]
        if covering:
            found[unit.id] = _find_standing(unit, covering, ordered[0], today)
    return found


def _list_units_in_scope(done: Pass) -> frozenset[str]:
    """Return the ids of units that were asked as a whole or by a statement of theirs."""
    return frozenset(item.partition("/")[0] for item in done.assessment.scope)


def _find_standing(unit: Unit, covering: Sequence[Pass], latest: Pass, today: date) -> Standing:
    first = _read_standing(unit, covering[0], latest, today)
    if first.value is not Code.NOT_SEEN:
        return first
    earlier = (_read_standing(unit, done, latest, today) for done in covering[1:])
    rated = (s for s in earlier if s.value is not None and s.value.rated)
    return next(rated, first)


def _read_standing(unit: Unit, done: Pass, latest: Pass, today: date) -> Standing:
    kept = done.assessment
    whole = done.ratings.get(unit.id)
    statements = _list_statements(unit, done)
    state = read_state(unit, done)
    return Standing(
        unit=unit.id,
        state=state,
        on=done.on,
        assessment=kept.thing,
        scale=kept.scale,
        earlier=done is not latest,
        old=older_than(done.on, OLD_AFTER_MONTHS, today),
        seen=_is_seen(_list_rated_answers(state, whole, [rating for _, rating in statements])),
        rating=whole,
        statements=tuple(rating for _, rating in statements if rating),
    )


def read_state(unit: Unit, done: Pass) -> UnitState:
    """Return the state of a unit by the answers of one assessment."""
    whole = done.ratings.get(unit.id)
    return find_state(
        whole.asked_as if whole else unit.asked_as,
        whole.code if whole else None,
        [(item, r.code if r else None) for item, r in _list_statements(unit, done)],
        supervisor=done.assessment.kind is AssessmentKind.SUPERVISOR,
    )


def _list_statements(unit: Unit, done: Pass) -> list[tuple[str, Rating | None]]:
    return [(s.id, done.ratings.get(s.id)) for s in unit.live_statements]


def _list_rated_answers(
    state: UnitState, whole: Rating | None, statements: Sequence[Rating | None]
) -> list[Rating]:
    """Return the answers 0 to 3 that the value of a state rests on."""
    by_whole = not state.by_statements or state.kind is StateKind.PART_ANSWERED
    used = [whole] if by_whole else statements
    return [rating for rating in used if rating and rating.code and rating.code.rated]


def _is_seen(ratings: Sequence[Rating]) -> bool:
    """Whether more than half of the rated answers rest on observation or a record."""
    seen = sum(1 for r in ratings if r.basis is not None and r.basis.seen)
    return 2 * seen > len(ratings)


EXPLAIN_CURRENT = (
    "A page speaks of your latest finished self-assessment. A unit that it did not ask about is "
    "taken from the last one that did, with its date; after twelve months it is marked old. A unit "
    "it did ask about and you left blank is shown as not answered. Your supervisor's view is kept "
    "apart from yours; a colleague's counts only where there is none of theirs. A first look or an "
    "agreed answer has a line of its own."
)
