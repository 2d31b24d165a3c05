"""Works out the state of a unit for every way in which its statements can be answered.

A state goes by how many statements have each answer. Of those answered 0 to 3 no more counts than
their lower median and their lowest: that is one table; the other has the state for how many are
outside the job, without a chance, open and rated.
"""

from collections.abc import Iterator

from ipsskills.codes import RATED, AskedAs, Code
from ipsskills.facts.forms.cases import StatementStates
from ipsskills.frozen import dataclass
from ipsskills.method.state import UnitState, find_state, lower_median

_Given = tuple[Code | None, ...]


@dataclass(frozen=True)
class _Middle:
    """What counts of answers 0 to 3: the lower median, and the lowest."""

    median: Code
    lowest: Code


_MIDDLES = tuple(_Middle(m, low) for m in RATED for low in RATED if low <= m)


def list_states(many: tuple[int, ...]) -> StatementStates:
    """Return the states of units with so ``many`` statements each."""
    states: dict[str, tuple[int, UnitState]] = {}
    by_many = {whole: tuple(_list_numbers(whole, states)) for whole in sorted(set(many))}
    return StatementStates(
        middles=len(_MIDDLES),
        by_rated=tuple(_list_middles(max(many))),
        by_many=by_many,
        states=tuple(state for _, state in states.values()),
    )


def _list_numbers(whole: int, states: dict[str, tuple[int, UnitState]]) -> Iterator[int]:
    """Yield the number of the state for every way to answer so many statements; -1 for none."""
    for outside, no_chance, still_open, rated in split(whole, 4):
        not_rated = (Code.OUTSIDE,) * outside + (Code.NO_CHANCE,) * no_chance
        beside = (*not_rated, *(None,) * still_open)
        for given in _list_rated(rated):
            yield -1 if given is None else _number((*beside, *given), states)


def split(whole: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to part a number into so many, the first part from 0 upwards."""
    if parts == 1:
        yield (whole,)
        return
    for first in range(whole + 1):
        yield from ((first, *rest) for rest in split(whole - first, parts - 1))


def _list_rated(rated: int) -> Iterator[_Given | None]:
    """Yield answers 0 to 3 for each of the middles; None for one that so few cannot have."""
    for middle in _MIDDLES:
        given = (middle.lowest, *(middle.median,) * (rated - 1))
        fits = rated > 0 and lower_median(given) is middle.median
        yield given if fits else (() if rated == 0 and middle is _MIDDLES[0] else None)


def _list_middles(most: int) -> Iterator[int]:
    """Yield the number of the middle of every handful of answers 0, 1, 2, 3, by how many."""
    places = {middle: place for place, middle in enumerate(_MIDDLES)}
    for whole in range(most + 1):
        for counts in split(whole, len(RATED)):
            given = [code for code, times in zip(RATED, counts, strict=True) for _ in range(times)]
            median = lower_median(given)
            yield places[_Middle(median, min(given))] if median else 0


def _number(given: _Given, states: dict[str, tuple[int, UnitState]]) -> int:
    """Return the number of the state that answers come to, a new one where it is new."""
    items = [(str(place), code) for place, code in enumerate(given)]
    state = find_state(AskedAs.SKILL, None, items)
    key = f"{state.kind} {state.code} {state.value} {state.lowest}"
    number, _ = states.setdefault(key, (len(states), state))
    return number
