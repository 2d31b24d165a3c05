"""Works out the state of a unit for every way in which its statements can be answered.

A state goes by how many statements have each answer. Of those answered 0 to 3 no more counts than
their lower median and their lowest: that is one table; the other has the state for how many are
outside the job, without a chance, not seen (by a supervisor), open and rated.
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


def list_states(many: tuple[int, ...], *, supervisor: bool = False) -> StatementStates:
    """Return the states of units with so ``many`` statements each, by one rater's answers."""
    known = _Known(supervisor)
    others = (Code.OUTSIDE, Code.NO_CHANCE, *((Code.NOT_SEEN,) if supervisor else ()))
    by_many = {whole: tuple(_list_numbers(whole, others, known)) for whole in sorted(set(many))}
    return StatementStates(
        others=others,
        middles=len(_MIDDLES),
        by_rated=tuple(_list_middles(max(many))),
        by_many=by_many,
        states=tuple(known.states),
    )


def _list_numbers(whole: int, others: tuple[Code, ...], known: "_Known") -> Iterator[int]:
    """Yield the number of the state for every way to answer so many statements; -1 for none.

    ``others`` are the answers beside 0 to 3.
    """
    for *not_rated, still_open, rated in split(whole, len(others) + 2):
        beside = [
            code for code, times in zip(others, not_rated, strict=True) for _ in range(times)
        ] + [None] * still_open
        for given in _list_rated(rated):
            yield -1 if given is None else known.number((*beside, *given))


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


class _Known:
    """The states there are, each once; ``supervisor`` is whether they are of such a view."""

    def __init__(self, supervisor: bool) -> None:
        self._supervisor = supervisor
        self._numbers: dict[tuple[object, ...], int] = {}
        self.states: list[UnitState] = []

    def number(self, given: _Given) -> int:
        """Return the number of the state that answers come to, a new one where it is new."""
        items = [(str(place), code) for place, code in enumerate(given)]
        state = find_state(AskedAs.SKILL, None, items, supervisor=self._supervisor)
        key = (state.kind, state.code, state.value, state.lowest)
        if key not in self._numbers:
            self._numbers[key] = len(self.states)
            self.states.append(state)
        return self._numbers[key]
