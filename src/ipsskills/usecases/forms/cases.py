"""Works out what every answer on a form would come to, by the rules that pages go by.

An answer to one unit changes nothing for another, so that a table of each unit with each answer
holds all that a person's own page can say of units. What a page says of several units together
(which are named, and what is said once) is laid out where it is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import product

from ipsskills.codes import AssessmentKind, Behind, Code, list_offered
from ipsskills.facts.forms.cases import AnswerCase, PlacedUnit
from ipsskills.facts.units import UnitAnswer, UnitFacts
from ipsskills.framework.types import Framework, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.current import Standing
from ipsskills.method.lists import BRINGS, Views, find_list, find_place, find_strength_place
from ipsskills.method.safety import make_safety_line
from ipsskills.method.state import find_state
from ipsskills.record.types import Rating

_BEHIND = (None, Behind.TIME, Behind.TEAM, Behind.KIT)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # whichever: nothing asks when it was kept


@dataclass(frozen=True, kw_only=True)
class _Given:
    """One answer to one unit, with all that it is placed by."""

    unit: UnitFacts
    place: tuple[object, ...]
    brings: tuple[object, ...] | None


def list_cases(framework: Framework, units: Sequence[str], today: date) -> tuple[AnswerCase, ...]:
    """Return every answer a person can give to ``units`` of their own, with what it comes to."""
    codes: tuple[Code | None, ...] = (None, *(c for c in Code if c is not Code.NOT_SEEN))
    combined = list(product(codes, (False, True), (False, True), _BEHIND))
    every = [
        [_give(framework, framework.by_id[unit], today, *each) for unit in units]
        for each in combined
    ]
    places = _rank(given for row in every for given in row)
    return tuple(
        AnswerCase(
            code=code,
            bring=bring,
            show=show,
            behind=behind,
            units=tuple(_place(given, places) for given in row),
        )
        for (code, bring, show, behind), row in zip(combined, every, strict=True)
    )


def _give(
    framework: Framework,
    unit: Unit,
    today: date,
    code: Code | None,
    bring: bool,
    show: bool,
    behind: Behind | None,
) -> _Given | None:
    """Return what an answer to one unit comes to, or None where it is not offered."""
    if code is not None and code not in list_offered(unit.asked_as, AssessmentKind.SELF):
        return None
    standing = _stand(framework, unit, today, code, show=show)
    views = Views(own={unit.id: standing}, own_marks=frozenset({unit.id} if bring else ()))
    name = find_list(framework, unit.id, views)
    line = make_safety_line(unit.id, standing, None, today) if name == "safety" else None
    facts = UnitFacts(
        unit=unit.id,
        short=unit.short,
        stands_in=name,
        own=UnitAnswer(
            state=standing.state,
            on=today,
            bring=bring,
            show=show,
            behind=(behind,) if behind else (),
        ),
        own_code=views.mine(unit.id),
        lower_code=views.lowest(unit.id),
        marked=views.marked(unit.id),
        safety=line.case if line else None,
        safety_why=line.why if line else (),
    )
    stands_in_for_strength = line is None and code in BRINGS
    return _Given(
        unit=facts,
        place=(name, *find_place(name, unit.id, views)),
        brings=find_strength_place(unit.id, views) if stands_in_for_strength else None,
    )


def _stand(
    framework: Framework, unit: Unit, today: date, code: Code | None, *, show: bool
) -> Standing:
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
        code=code,
        show=show,
    )
    state = find_state(unit.asked_as, code)
    scale = framework.scale.version
    return Standing(
        unit=unit.id,
        state=state,
        on=today,
        assessment="",
        scale=scale,
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
