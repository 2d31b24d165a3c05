"""The lists of a page: each unit is in the first that fits, and each list has its order.

docs/method.md, section 4. Units are named, never counted up or ranked by a sum.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Any

from ipsskills.codes import Code
from ipsskills.framework.ordering import id_key
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing
from ipsskills.method.order import teaching_key
from ipsskills.method.pairs import APART, are_near
from ipsskills.method.safety import (
    LowStatement,
    SafetyLine,
    list_low_statements,
    make_safety_line,
)
from ipsskills.method.state import StateKind
from ipsskills.record.types import Entry

NAMED_STRENGTHS = 3
BRINGS = (Code.TWO, Code.ONE)  # the answers that stand in for strengths, the first there are


class ListName(StrEnum):
    """The list that a unit is in."""

    SAFETY = "safety"
    EFFORT = "effort"
    CHANCES = "chances"
    STRENGTHS = "strengths"
    NOT_ANSWERED = "not answered"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Lists:
    """Unit ids by list, each in its order.

    ``low`` are statements of other units that have a line beside those of the safety units.
    ``brings``, units with ``evidence`` beside those, and what was done ``elsewhere`` take the place
    of strengths where there are none.
    """

    safety: tuple[SafetyLine, ...] = ()
    low: tuple[LowStatement, ...] = ()
    effort: tuple[str, ...] = ()
    chances: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    not_answered: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    def name_well(self, low: Iterable[LowStatement]) -> tuple[str, ...]:
        """Return what is going well, or else what somebody brings, without units to talk of today.

        A unit with a statement about danger that is answered low keeps its list, but nobody is told
        that it goes well.
        """
        units = {each.unit for each in low}
        return tuple(unit for unit in self.strengths or self.brings if unit not in units)


@dataclass(frozen=True)
class Views:
    """Both raters' standings by unit, and the units that moved up since the time before.

    ``apart`` are units whose own answer this reader is not shown: they are in no list.
    ``elsewhere`` are units the person said in a first look to have done elsewhere, ``evidence`` the
    latest evidence on a unit, none of it old. ``own_marks`` and ``their_marks`` are the units with
    a mark to bring to supervision that still stands. ``then`` are both as they were when each was
    finished, where an answer was put right since: by these two are far apart or not.
    """

    own: Mapping[str, Standing]
    supervisor: Mapping[str, Standing] = field(default_factory=dict)
    moved_up: AbstractSet[str] = frozenset()
    apart: AbstractSet[str] = frozenset()
    elsewhere: AbstractSet[str] = frozenset()
    evidence: Mapping[str, Entry] = field(default_factory=dict)
    own_marks: AbstractSet[str] = frozenset()
    their_marks: AbstractSet[str] = frozenset()
    then: "Views | None" = None

    def seen(self, unit: str) -> Code | None:
        """Return the supervisor's answer 0 to 3 on seen work that is neither old nor contested."""
        standing = self.supervisor.get(unit)
        if standing is None or standing.old or standing.contested:
            return None
        return _get_rated(standing) if standing.seen else None

    def mine(self, unit: str) -> Code | None:
        """Return the person's own answer 0 to 3, or None."""
        return _get_rated(self.own.get(unit))

    def tried(self, unit: str) -> Code | None:
        """Return the lowest of the few statements tried, where one of them is below the top.

        That is of a unit the person has had no chance at for most; else it is None.
        """
        own = self.own.get(unit)
        if own is None or own.value is not Code.NO_CHANCE or not own.state.below:
            return None
        return own.state.lowest

    def lowest(self, unit: str) -> Code | None:
        """Return the lower of the two views, of those there are."""
        given = (self.mine(unit), self.tried(unit), self.seen(unit))
        return min((code for code in given if code is not None), default=None)

    def far_apart(self, unit: str) -> bool:
        """Whether the two are a pair, and two or more apart where the supervisor saw it.

        That is by the answers as they were when each was finished.
        """
        if self.then is not None:
            return self.then.far_apart(unit)
        mine, seen = self.mine(unit), self.seen(unit)
        if mine is None or seen is None or not self._is_pair(unit):
            return False
        return abs(int(mine) - int(seen)) >= APART

    def _is_pair(self, unit: str) -> bool:
        """Whether the two answered the same question, at most sixty days apart."""
        own, theirs = self.own[unit], self.supervisor[unit]
        return are_near(own, theirs) and own.same_question(theirs)

    def answered_in_part(self, unit: str) -> bool:
        """Whether the person answered too few of its statements to say where it stands."""
        own = self.own.get(unit)
        return own is not None and own.state.kind is StateKind.PART_ANSWERED

    def marked(self, unit: str) -> bool:
        """Whether either marked it to bring to supervision."""
        return unit in self.own_marks or unit in self.their_marks


def _get_rated(standing: Standing | None) -> Code | None:
    value = standing.value if standing else None
    return value if value is not None and value.rated else None


def find_list(framework: Framework, unit: str, views: Views) -> ListName:
    """Return the list that a unit is in: the first that fits.

    What the person agreed to be outside this job stands there, whatever was seen. Where they had
    no chance yet, work seen at the top is a strength, and anything below it a place for effort.
    """
    own = views.own.get(unit)
    value = own.value if own else None
    low = views.lowest(unit)
    if framework.is_safety(unit):
        return ListName.SAFETY
    if value is Code.OUTSIDE:
        return ListName.OUTSIDE
    if low not in (None, Code.THREE) or views.tried(unit):
        return ListName.EFFORT
    if value is Code.NO_CHANCE:
        return ListName.STRENGTHS if low is Code.THREE else ListName.CHANCES
    if value is Code.THREE:
        return ListName.STRENGTHS
    return ListName.NOT_ANSWERED


def make_lists(framework: Framework, views: Views, today: date) -> Lists:
    """Return every list of a page. "Not answered" names areas only where they were begun."""
    shown = [unit.id for unit in framework.units if unit.id not in views.apart]
    where = {unit: find_list(framework, unit, views) for unit in shown}

    def list_units(wanted: ListName) -> tuple[str, ...]:
        units = [unit for unit, found in where.items() if found is wanted]
        return tuple(sorted(units, key=lambda unit: find_place(wanted, unit, views)))

    strengths = list_units(ListName.STRENGTHS)
    brings, evidence, elsewhere = _list_instead(framework, views) if not strengths else ((), (), ())
    return Lists(
        safety=tuple(
            make_safety_line(unit, views.own.get(unit), views.supervisor.get(unit), today)
            for unit, found in where.items()
            if found is ListName.SAFETY
        ),
        low=tuple(
            each
            for each in list_low_statements(framework, views.own, views.supervisor)
            if each.unit not in views.apart
        ),
        effort=list_units(ListName.EFFORT),
        chances=list_units(ListName.CHANCES),
        strengths=strengths,
        brings=brings,
        evidence=evidence,
        elsewhere=elsewhere,
        not_answered=tuple(
            unit
            for unit in list_units(ListName.NOT_ANSWERED)
            if not framework.by_id[unit].is_area or views.answered_in_part(unit)
        ),
        outside=list_units(ListName.OUTSIDE),
    )


def find_place(name: ListName, unit: str, views: Views) -> tuple[Any, ...]:
    """Return what a unit is sorted by within the list that it is in, the first place lowest."""
    if name is ListName.STRENGTHS:
        return find_strength_place(unit, views)
    if name is ListName.EFFORT:
        return _effort_key(unit, views)
    return teaching_key(unit) if name is ListName.CHANCES else id_key(unit)


def find_strength_place(unit: str, views: Views) -> tuple[Any, ...]:
    """Return what strengths are sorted by, and what somebody brings who has none yet."""
    return (
        views.own[unit].value is Code.NO_CHANCE,  # only the supervisor says it is one
        not views.own[unit].show,
        views.seen(unit) is not Code.THREE,
        unit not in views.moved_up,
        teaching_key(unit),
    )


def _effort_key(unit: str, views: Views) -> tuple[object, ...]:
    return (
        not views.marked(unit),
        not views.far_apart(unit),
        views.lowest(unit),
        teaching_key(unit),
    )


def _list_instead(framework: Framework, views: Views) -> tuple[tuple[str, ...], ...]:
    """Return what somebody without a ``3`` yet brings, each unit once.

    Answers at ``2``, else at ``1``; then other units with evidence; then those done elsewhere.
    """
    brings = _list_brings(framework, views)
    evidence = _list_others(framework, views, views.evidence, brings)
    return brings, evidence, _list_others(framework, views, views.elsewhere, (*brings, *evidence))


def _list_brings(framework: Framework, views: Views) -> tuple[str, ...]:
    """Return the units answered ``2``; where there are none, those answered ``1``."""
    ranked = [unit for unit in views.own if not framework.is_safety(unit)]
    for code in BRINGS:
        units = [unit for unit in ranked if views.mine(unit) is code]
        if units:
            return tuple(sorted(units, key=lambda unit: find_strength_place(unit, views)))
    return ()


def _list_others(
    framework: Framework, views: Views, units: Iterable[str], named: Collection[str]
) -> tuple[str, ...]:
    """Return those of ``units`` that may be named here and are not in ``named`` yet."""
    shown = [u for u in units if u in framework.by_id and u not in views.apart and u not in named]
    return tuple(sorted((u for u in shown if not framework.is_safety(u)), key=teaching_key))


def find_elsewhere_place(framework: Framework, unit: str, views: Views) -> tuple[Any, ...] | None:
    """Return what a unit done elsewhere is sorted by; None for one that is not named for that."""
    (found,) = _list_others(framework, views, views.elsewhere & {unit}, ()) or (None,)
    return teaching_key(found) if found else None


EXPLAIN_ORDER = (
    "Units where you gave an answer below the top, or your supervisor did from "
    "work they saw in the last twelve months. First those marked to bring to supervision; then "
    "those where the two of you are two or more steps apart and your supervisor saw the work; then "
    "the lowest first, by the lower of the two views; then teaching order. "
    "Nothing is weighted or added up, and the safety units are in a block of their own. A view "
    "that is contested orders nothing until that is settled; in the safety block it still counts."
)
EXPLAIN_STRENGTHS = (
    "Units where you gave the top answer. First those you said you could show a colleague; "
    "then those your supervisor saw; then those that are new since last time; then teaching order; "
    "last what your supervisor saw you do on your own where you say no chance yet. "
    "Three are named and the rest are listed. If none is at the top yet, the page says what you "
    "bring: what stands just below, what there is evidence of, what you have done elsewhere."
)
EXPLAIN_CHANCES = (
    '"No chance yet" is not a gap. It is listed as a chance to arrange, which is the service\'s '
    "job: shadowing, a joint visit, field mentoring. It is not a mark against you. Where your "
    "supervisor has seen you do it, nothing has to be arranged: it stands with your strengths, or "
    "where effort would pay."
)
