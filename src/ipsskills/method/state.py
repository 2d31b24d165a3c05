"""The state of a unit: what one rater's answers say about it, in a word.

The table of docs/method.md, section 3, row by row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import field
from enum import StrEnum

from ipsskills.codes import AskedAs, Code
from ipsskills.framework.scale import Scale
from ipsskills.frozen import dataclass

PART_ANSWERED_ABOVE_ONE_IN = 5


class StateKind(StrEnum):
    """Which row of the table a unit is in."""

    OUTSIDE = "outside"
    NOT_SEEN = "not seen"
    SEEN_IN_PART = "seen in part"
    PART_ANSWERED = "part answered"
    NO_CHANCE = "no chance"
    NO_CHANCE_FOR_MOST = "no chance for most"
    ANSWERED = "answered"
    SO_FAR = "so far"
    IN_MOST = "in most"
    NOT_ANSWERED = "not answered"


@dataclass(frozen=True)
class UnitState:
    """The state of one unit.

    ``code`` is the answer whose word the state uses, if any. ``value`` is the one answer that
    stands for the unit on a chart, in a pair and in the order of lists; None where none may.
    The counts are of statements: ``rated`` 0 to 3, ``applicable`` ones, ``to_go`` unanswered ones,
    ``counted`` those not outside this job. ``below`` names statements under ``3``, those at ``0``
    first; ``lowest`` is the lowest answer 0 to 3 given to a statement, or to the whole unit where
    that is what counts.
    """

    kind: StateKind
    asked_as: AskedAs
    code: Code | None = None
    value: Code | None = None
    by_statements: bool = False
    whole: Code | None = None
    rated: int = 0
    applicable: int = 0
    to_go: int = 0
    counted: int = 0
    below: tuple[str, ...] = ()
    lowest: Code | None = None


@dataclass(frozen=True)
class StatementAnswers:
    """The answers to the statements of one unit, counted (A, R, M, N, U, K of the method)."""

    answers: Sequence[tuple[str, Code | None]]
    supervisor: bool
    codes: tuple[Code | None, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", tuple(code for _, code in self.answers))

    def count(self, code: Code | None) -> int:
        """Return how many statements have this answer."""
        return self.codes.count(code)

    @property
    def counted(self) -> int:
        """K: the statements that are not outside this job."""
        return len(self.codes) - self.count(Code.OUTSIDE)

    @property
    def applicable(self) -> int:
        """A: not outside this job; for a supervisor, also not unseen."""
        return self.counted - (self.count(Code.NOT_SEEN) if self.supervisor else 0)

    @property
    def rated(self) -> tuple[Code, ...]:
        """R as a list: the answers 0 to 3, lowest first."""
        return tuple(sorted(code for code in self.codes if code is not None and code.rated))

    @property
    def below(self) -> tuple[str, ...]:
        """The statements under ``3``, those at ``0`` first, else in their order."""
        under = [
            (code is not Code.ZERO, item)
            for item, code in self.answers
            if code is not None and code.rated and code is not Code.THREE
        ]
        return tuple(item for _, item in sorted(under, key=lambda pair: pair[0]))


def lower_median(codes: Iterable[Code]) -> Code | None:
    """Return the middle one of ordinal answers, or the lower of the middle two; None of none."""
    ordered = sorted(codes)
    return ordered[(len(ordered) - 1) // 2] if ordered else None


def find_state(
    asked_as: AskedAs,
    whole: Code | None,
    statements: Sequence[tuple[str, Code | None]] = (),
    *,
    supervisor: bool = False,
) -> UnitState:
    """Return the state of a unit from one rater's answers in one assessment.

    Statements count if any of them was answered; otherwise the whole-unit answer does.
    """
    if any(code is not None for _, code in statements):
        return _read_statements(asked_as, whole, StatementAnswers(statements, supervisor))
    return _read_whole(asked_as, whole)


_UNRATED = {
    None: StateKind.NOT_ANSWERED,
    Code.NO_CHANCE: StateKind.NO_CHANCE,
    Code.OUTSIDE: StateKind.OUTSIDE,
    Code.NOT_SEEN: StateKind.NOT_SEEN,
}


def _read_whole(asked_as: AskedAs, whole: Code | None) -> UnitState:
    kind = _UNRATED.get(whole, StateKind.ANSWERED)
    rated = whole if whole is not None and whole.rated else None
    return UnitState(kind, asked_as, rated, whole, whole=whole, lowest=rated)


def _read_statements(asked_as: AskedAs, whole: Code | None, given: StatementAnswers) -> UnitState:
    kind = _find_row(given)
    median = lower_median(given.rated)
    value = _choose_value(kind, median, whole)
    return UnitState(
        kind,
        asked_as,
        code=_choose_code(kind, median),
        value=value,
        by_statements=True,
        whole=whole,
        rated=len(given.rated),
        applicable=given.applicable,
        to_go=given.count(None),
        counted=given.counted,
        below=given.below,
        lowest=_find_lowest(given.rated, value),
    )


def _find_row(given: StatementAnswers) -> StateKind:
    """Return the first row of the table that fits."""
    rated, applicable = len(given.rated), given.applicable
    no_chance, unseen = given.count(Code.NO_CHANCE), given.count(Code.NOT_SEEN)
    all_three = given.count(Code.THREE) == rated
    rows = (
        (given.counted == 0, StateKind.OUTSIDE),
        (applicable == 0, StateKind.NOT_SEEN),
        (given.supervisor and 2 * unseen > given.counted, StateKind.SEEN_IN_PART),
        (given.count(None) * PART_ANSWERED_ABOVE_ONE_IN > applicable, StateKind.PART_ANSWERED),
        (rated == 0, StateKind.NO_CHANCE),
        (2 * no_chance > applicable, StateKind.NO_CHANCE_FOR_MOST),
        (all_three and no_chance == 0, StateKind.ANSWERED),
        (all_three, StateKind.SO_FAR),
        (lower_median(given.rated) is Code.THREE, StateKind.IN_MOST),
    )
    return next((kind for fits, kind in rows if fits), StateKind.ANSWERED)


def _choose_code(kind: StateKind, median: Code | None) -> Code | None:
    with_word = (StateKind.SEEN_IN_PART, StateKind.ANSWERED, StateKind.SO_FAR, StateKind.IN_MOST)
    return median if kind in with_word else None


def _choose_value(kind: StateKind, median: Code | None, whole: Code | None) -> Code | None:
    fixed = {
        StateKind.OUTSIDE: Code.OUTSIDE,
        StateKind.NOT_SEEN: Code.NOT_SEEN,
        StateKind.SEEN_IN_PART: None,
        StateKind.PART_ANSWERED: whole,
        StateKind.NO_CHANCE: Code.NO_CHANCE,
        StateKind.NO_CHANCE_FOR_MOST: Code.NO_CHANCE,
    }
    return fixed.get(kind, median)


def _find_lowest(rated: Sequence[Code], value: Code | None) -> Code | None:
    """Return the lowest answer; a whole-unit answer that stands for a part-answered unit counts."""
    standing_for = (value,) if value is not None and value.rated else ()
    return min((*rated, *standing_for), default=None)


def format_state(state: UnitState, scale: Scale, *, to_the_person: bool = True) -> str:
    """Return a state in words: "on your own" to the person, "on their own" about them.

    A part-answered unit has its whole-unit answer beside it, if one was given.
    """
    said = _format_words(state, scale, to_the_person=to_the_person)
    if state.kind is StateKind.PART_ANSWERED and state.whole is not None:
        whole = _read_whole(state.asked_as, state.whole)
        said += f"; as a whole: {_format_words(whole, scale, to_the_person=to_the_person)}"
    return said


def format_answer(scale: Scale, asked_as: AskedAs, code: Code, to_the_person: bool) -> str:
    """Return one answer in words: "with a check" to the person or about them."""
    anchor = scale.ways[asked_as].anchors.get(code) or scale.other_answers[code]
    return anchor.you if to_the_person else anchor.they


def _format_words(state: UnitState, scale: Scale, *, to_the_person: bool) -> str:
    words, word = scale.states, ""
    if state.code is not None:
        anchor = scale.ways[state.asked_as].anchors[state.code]
        word = anchor.you if to_the_person else anchor.they
    template = {
        StateKind.OUTSIDE: words.outside,
        StateKind.NOT_SEEN: words.not_seen,
        StateKind.SEEN_IN_PART: words.seen_in_part,
        StateKind.PART_ANSWERED: words.part_answered,
        StateKind.NO_CHANCE: words.no_chance,
        StateKind.NO_CHANCE_FOR_MOST: words.no_chance_for_most,
        StateKind.ANSWERED: "{word}",
        StateKind.SO_FAR: words.so_far,
        StateKind.IN_MOST: words.in_most,
        StateKind.NOT_ANSWERED: words.not_answered,
    }[state.kind]
    return template.format(
        word=word or words.nothing_rated,
        rated=state.rated,
        applicable=state.applicable,
        counted=state.counted,
        to_go=state.to_go,
    )


EXPLAIN_STATE = (
    "A unit answered as a whole simply shows your answer in words. A unit answered statement by "
    "statement shows the middle answer (the lower of the two middle ones when they are even in "
    "number), and names every statement below the top answer. If more than a fifth of its "
    "statements are still open it says so. If you have had no chance at more than half of them it "
    "says that, and it is listed as a chance to arrange. Answers are never averaged or added up."
)
