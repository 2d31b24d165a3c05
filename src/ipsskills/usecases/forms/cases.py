"""Works out what every answer on a form would come to, by the rules that pages go by.

An answer to one unit changes nothing for another, so that a table of each unit with each answer
holds all that the page at the end can say of units. A supervisor's view stands there by itself, in
the place of the person's own. What a page says of several units together
(which are named, and what is said once) is laid out where it is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

from ipsskills.codes import AssessmentKind, Behind, Code, list_offered
from ipsskills.facts.forms.cases import AnswerCase, PlacedUnit, StatementStates
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing
from ipsskills.method.lists import (
    BRINGS,
    ListName,
    Views,
    find_elsewhere_place,
    find_list,
    find_place,
    find_strength_place,
)
from ipsskills.method.safety import make_safety_line
from ipsskills.method.state import UnitState, find_state
from ipsskills.record.types import Rating

_BEHIND = (None, Behind.TIME, Behind.TEAM, Behind.KIT)
_BEHIND_STATEMENTS = (None, Behind.TIME)  # the service's or not: which of it, the form names itself
_EITHER = (False, True)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # whichever: nothing asks when it was kept


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What can be given to a unit: an answer to the whole of it, or a state of its statements."""

    kind: AssessmentKind
    code: Code | None = None
    state: tuple[int, UnitState] | None = None
    bring: bool
    show: bool
    behind: Behind | None


@dataclass(frozen=True, kw_only=True)
class _Given:
    """One answer to one unit, with all that it is placed by."""

    unit: UnitFacts
    place: tuple[object, ...]
    brings: tuple[object, ...] | None


def list_cases(
    framework: Framework, units: Sequence[str], today: date, kind: AssessmentKind
) -> tuple[AnswerCase, ...]:
    """Return every answer that can be given to ``units`` in a look of a kind, and what of it."""
    first = kind is AssessmentKind.FIRST_LOOK  # nothing stands in the way of where one starts from
    answers = [
        _Answer(kind=kind, code=code, bring=bring, show=show, behind=behind)
        for code, bring, show, behind in product(
            (None, *Code), _EITHER, _EITHER, (None,) if first else _BEHIND
        )
    ]
    cases = _work_out(framework, units, today, answers)
    return tuple(case for case in cases if any(case.units))


def list_statement_cases(
    framework: Framework,
    units: Sequence[str],
    today: date,
    kind: AssessmentKind,
    states: StatementStates,
) -> tuple[AnswerCase, ...]:
    """Return the same for ``units`` whose statements are answered, by the states they come to."""
    numbered = enumerate(states.states)
    answers = [
        _Answer(kind=kind, state=state, bring=bring, show=show, behind=behind)
        for state, bring, show, behind in product(numbered, _EITHER, _EITHER, _BEHIND_STATEMENTS)
    ]
    return _work_out(framework, units, today, answers)


def _work_out(
    framework: Framework, units: Sequence[str], today: date, answers: Sequence[_Answer]
) -> tuple[AnswerCase, ...]:
    every = [
        [_give(framework, framework.by_id[unit], today, answer) for unit in units]
        for answer in answers
    ]
    places = _rank(given for row in every for given in row)
    return tuple(
        AnswerCase(
            code=answer.code,
            bring=answer.bring,
            show=answer.show,
            behind=answer.behind,
            units=tuple(_place(given, places) for given in row),
            state=answer.state[0] if answer.state else None,
        )
        for answer, row in zip(answers, every, strict=True)
    )


def _give(framework: Framework, unit: Unit, today: date, answer: _Answer) -> _Given | None:
    """Return what an answer to one unit comes to, or None where it is not offered."""
    code = answer.code
    if code is not None and code not in list_offered(unit.asked_as, answer.kind):
        return None
    if answer.kind is AssessmentKind.FIRST_LOOK:
        return _start_from(framework, unit, today, answer)
    standing = _stand(framework, unit, today, answer)
    views = Views(own={unit.id: standing}, own_marks=frozenset({unit.id} if answer.bring else ()))
    name = find_list(framework, unit.id, views)
    brings = name is not ListName.SAFETY and standing.value in BRINGS
    return _Given(
        unit=_describe(unit, standing, answer, views, name),
        place=(name, *find_place(name, unit.id, views)),
        brings=find_strength_place(unit.id, views) if brings else None,
    )


def _start_from(framework: Framework, unit: Unit, today: date, answer: _Answer) -> _Given:
    """Return what an answer to a first look comes to: no view, and what was done elsewhere."""
    elsewhere = frozenset({unit.id} if answer.code is Code.THREE else ())
    views = Views(own={}, elsewhere=elsewhere)
    name = find_list(framework, unit.id, views)
    line = make_safety_line(unit.id, None, None, today) if name is ListName.SAFETY else None
    state = find_state(unit.asked_as, answer.code)
    return _Given(
        unit=UnitFacts(
            unit=unit.id,
            short=unit.short,
            stands_in=name,
            first_look=UnitAnswer(state=state, on=today, bring=answer.bring),
            safety=line.case if line else None,
            safety_why=line.why if line else (),
        ),
        place=(name, *find_place(name, unit.id, views)),
        brings=find_elsewhere_place(framework, unit.id, views),
    )


def _describe(
    unit: Unit, standing: Standing, answer: _Answer, views: Views, name: ListName
) -> UnitFacts:
    """Return a unit with an answer as pages know it."""
    is_safety = name is ListName.SAFETY
    line = make_safety_line(unit.id, standing, None, standing.on) if is_safety else None
    own = UnitAnswer(
        state=standing.state,
        on=standing.on,
        bring=answer.bring,
        show=answer.show,
        behind=(answer.behind,) if answer.behind else (),
    )
    return UnitFacts(
        unit=unit.id,
        short=unit.short,
        stands_in=name,
        own=own,
        own_code=views.mine(unit.id),
        lower_code=views.lowest(unit.id),
        marked=views.marked(unit.id),
        safety=line.case if line else None,
        safety_why=line.why if line else (),
    )


def _stand(framework: Framework, unit: Unit, today: date, answer: _Answer) -> Standing:
    """Return where an answer would put a unit, given today."""
    rating = Rating(
        id="",
        thing="",
        replaces=None,
        about="",
        author="",
        at=_LONG_AGO,
        assessment="",
        item=unit.id,
        asked_as=unit.asked_as,
        code=answer.code,
        show=answer.show,
    )
    if answer.state:
        state = replace(answer.state[1], asked_as=unit.asked_as)
    else:
        by_supervisor = answer.kind is AssessmentKind.SUPERVISOR
        state = find_state(unit.asked_as, answer.code, supervisor=by_supervisor)
    return Standing(
        unit=unit.id,
        state=state,
        on=today,
        assessment="",
        scale=framework.scale.version,
        finished=today,
        rating=rating,
    )


def _rank(every: Iterable[_Given | None]) -> dict[tuple[object, ...], int]:
    """Return the rank of each place in its list, and of each among what somebody brings."""
    keys = {key for given in every if given for key in _list_keys(given)}
    return {key: rank for rank, key in enumerate(sorted(keys))}


def _list_keys(given: _Given) -> Iterator[tuple[object, ...]]:
    yield given.place
    if given.brings:
        yield ("brings", *given.brings)


def _place(given: _Given | None, places: dict[tuple[object, ...], int]) -> PlacedUnit | None:
    if given is None:
        return None
    brings = places[("brings", *given.brings)] if given.brings else None
    return PlacedUnit(unit=given.unit, place=places[given.place], brings=brings)
