"""Which answers a page speaks of: a rater's latest finished assessment, and older answers dated.

docs/method.md, section 3, "Which answers a page speaks of".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import UTC, date, datetime

from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import older_than
from ipsskills.method.state import StateKind, UnitState, find_state
from ipsskills.record.types import Assessment, Rating

OLD_AFTER_MONTHS = 12

# The id of a statement, and its answer if it has one.
_Statement = tuple[str, Rating | None]


@dataclass(frozen=True)
class Visit:
    """An observation as it is kept now: its day, and where it was, if that is known here."""

    on: date
    setting: str | None = None


@dataclass(frozen=True)
class Pass:
    """One assessment with its current ratings by item.

    ``visits`` are the observations that its answers name (by their things), as they are kept now;
    one that was taken back, or is not in this record, is not among them. ``contested`` is whether
    the person it is about sees it differently, and that is not settled.
    """

    assessment: Assessment
    ratings: Mapping[str, Rating]
    visits: Mapping[str, Visit] = field(default_factory=dict)
    contested: bool = False

    @property
    def on(self) -> date:
        """The day it was finished, or begun if it is still open."""
        return self.assessment.finished or self.assessment.began


@dataclass(frozen=True)
class Standing:
    """Where one rater puts one unit: the state, the day of the answer, and the answer's marks.

    ``on`` is the day of what was seen, where the answer was given on a visit, and ``setting`` where
    that was; any other answer has the day on which it was ``finished`` (``closed``: the time in
    UTC). ``rater`` is a person id, ``supervisor`` whether it is a supervisor's view.
    ``earlier`` is whether it comes from before the rater's latest assessment; ``old`` whether it is
    more than twelve months old, ``contested`` whether the assessment is. ``seen`` is whether it
    rests on seen work. ``rating`` is the whole-unit answer, ``statements`` are the answers to its
    statements in their order; what could be shown a colleague of any of them is the unit's. Marks
    to bring are apart (`find_marks`).
    """

    unit: str
    state: UnitState
    on: date
    assessment: str
    scale: str
    finished: date = date.min
    closed: datetime = datetime.min.replace(tzinfo=UTC)
    rater: str = ""
    supervisor: bool = False
    setting: str | None = None
    earlier: bool = False
    old: bool = False
    contested: bool = False
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

    @property
    def says_something(self) -> bool:
        """Whether it is a view of the unit at all: not "not seen", and not left blank."""
        return not self.is_unseen and self.state.kind is not StateKind.NOT_ANSWERED

    @property
    def is_unseen(self) -> bool:
        """Whether a supervisor saw nothing of it, or rated nothing of what was seen in part."""
        part = self.state.kind is StateKind.SEEN_IN_PART
        return self.state.kind is StateKind.NOT_SEEN or (part and not self.state.rated)

    @property
    def is_rated(self) -> bool:
        """Whether it holds answers 0 to 3: one that stands for the unit, or some of it in part."""
        if self.state.kind is StateKind.SEEN_IN_PART:
            return self.state.rated > 0
        return self.value is not None and self.value.rated

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
    supervisor's ``u`` does not displace that rater's earlier answer 0 to 3 (nor does a part seen in
    which nothing was rated), and of several answers 0 to 3 the one of the latest day speaks. Units
    that were never in scope are left out. ``today`` is the day by which age is told; it leaves
    nothing out.
    """
    ordered = sort_latest_first(passes)
    scopes = [(done, _list_units_in_scope(done)) for done in ordered]
    found: dict[str, Standing] = {}
    for unit in framework.units:
        covering = [done for done, units in scopes if unit.id in units]
        if covering:
            found[unit.id] = _find_standing(unit, covering, ordered[0], today)
    return found


def choose_views(
    by_rater: Iterable[Mapping[str, Standing]], supervisor: str | None
) -> Mapping[str, Standing]:
    """Return unit by unit whose view counts, of several raters' standings.

    It is the present supervisor's (a person id); where they have none, the latest of the others'.
    A unit that somebody did not see, or left blank, is no view while somebody else has one.
    """
    given: dict[str, list[Standing]] = {}
    for standings in by_rater:
        for unit, standing in standings.items():
            given.setdefault(unit, []).append(standing)

    def rank(standing: Standing) -> tuple[object, ...]:
        theirs = standing.rater == supervisor
        latest = (standing.on, standing.finished, standing.closed, standing.assessment)
        return (standing.says_something, theirs, *latest)

    return {unit: max(standings, key=rank) for unit, standings in given.items()}


def _list_units_in_scope(done: Pass) -> frozenset[str]:
    """Return the ids of units that were asked as a whole or by a statement of theirs."""
    return frozenset(item.partition("/")[0] for item in done.assessment.scope)


def _find_standing(unit: Unit, covering: Sequence[Pass], latest: Pass, today: date) -> Standing:
    """Return where a unit stands; ``covering`` are those that asked about it, latest first."""
    first = _read_standing(unit, covering[0], latest, today)
    best = first if first.is_rated else None
    if best is None and not first.is_unseen:
        return first
    for done in covering[1:]:
        if best and done.on <= best.on and not done.visits:
            continue  # nothing in it can be of a later day
        standing = _read_standing(unit, done, latest, today)
        if standing.is_rated and (best is None or standing.on > best.on):
            best = standing
    return best or first


def _read_standing(unit: Unit, done: Pass, latest: Pass, today: date) -> Standing:
    kept = done.assessment
    whole = done.ratings.get(unit.id)
    statements = _list_statements(unit, done)
    state = _find_state(unit, done, statements)
    answers = _list_rated_answers(state, whole, [rating for _, rating in statements])
    seen = _is_seen(answers)
    when = _find_day(done, answers) if seen else Visit(done.on)
    return Standing(
        unit=unit.id,
        state=state,
        on=when.on,
        assessment=kept.thing,
        scale=kept.scale,
        finished=done.on,
        closed=kept.at,
        rater=kept.rater,
        supervisor=kept.kind is AssessmentKind.SUPERVISOR,
        setting=when.setting,
        earlier=done is not latest,
        old=older_than(when.on, OLD_AFTER_MONTHS, today),
        contested=done.contested,
        seen=seen,
        rating=whole,
        statements=tuple(rating for _, rating in statements if rating),
    )


def read_state(unit: Unit, done: Pass) -> UnitState:
    """Return the state of a unit by the answers of one assessment."""
    return _find_state(unit, done, _list_statements(unit, done))


def _find_state(unit: Unit, done: Pass, statements: Sequence[_Statement]) -> UnitState:
    whole = done.ratings.get(unit.id)
    return find_state(
        whole.asked_as if whole else unit.asked_as,
        whole.code if whole else None,
        [(item, r.code if r else None) for item, r in statements],
        supervisor=done.assessment.kind is AssessmentKind.SUPERVISOR,
    )


def _find_day(done: Pass, answers: Iterable[Rating]) -> Visit:
    """Return the latest day of what was seen, and where that was.

    What was observed on a visit has the day of the visit, as it is kept now or was copied then;
    what was observed otherwise, or rests on a record, that of finishing.
    """
    days = [_find_visit(done, each) for each in answers if each.basis and each.basis.seen]
    return max(days, key=lambda day: (day.on, day.setting is not None), default=Visit(done.on))


def _find_visit(done: Pass, rating: Rating) -> Visit:
    if rating.basis is not Basis.OBSERVED or rating.visit is None or rating.seen_on is None:
        return Visit(done.on)
    return done.visits.get(rating.visit) or Visit(rating.seen_on)


def _list_statements(unit: Unit, done: Pass) -> list[_Statement]:
    return [(item, done.ratings.get(item)) for item in unit.list_asked(done.ratings)]


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
    "it did ask about and you left blank is shown as not answered. Beside yours stands the view of "
    "who supervises you now; on a unit they have none of, the latest of anybody else's, by name. "
    "What was seen on a visit has the day of that visit: of several answers by one person the one "
    "about the latest day counts. A view of theirs that is more than twelve months old stands "
    "there with its day, and decides nothing; nor does one that you contest, until that is "
    "settled. A first look or an agreed answer has a line of its "
    "own."
)
