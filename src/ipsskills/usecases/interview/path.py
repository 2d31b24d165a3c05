"""Where an interview goes: to the next open question, back, into a unit's statements and out."""

from dataclasses import replace

from ipsskills.method.apart import unit_of
from ipsskills.usecases.interview.commands import Mode
from ipsskills.usecases.interview.state import InterviewState

PASSED_OVER = "Now what you jumped over. s skips; q finishes later."


def find_mode(state: InterviewState) -> Mode:
    """Return what the interview waits for when no list is open."""
    return Mode.UNIT if state.item else Mode.END


def go_to_first_open(state: InterviewState) -> InterviewState:
    """Return the state at the first open question, else at the end."""
    return _at(state, _next_open(state, 0))


def go_on(state: InterviewState, *, skipping: bool = False) -> InterviewState:
    """Return the state at the next open question; where skipping, at the very next one.

    Behind the last statement of a unit comes the next unit. Behind the last question come those
    that a jump passed over, unless they are skipped.
    """
    if state.item is None:
        return _at(state, state.index)
    if state.spot is not None:
        unit = state.script.items[state.index]
        parts = state.script.statements(unit)
        rest = range(state.spot + 1, len(parts))
        spot = next((n for n in rest if skipping or state.is_open(parts[n])), None)
        if spot is not None:
            return _at(state, state.index, spot)
    last = len(state.script.items)
    if skipping:
        return _at(state, min(state.index + 1, last))
    following = _next_open(state, state.index + 1)
    return _at(state, following) if following < last else _return_to_passed_over(state)


def _return_to_passed_over(state: InterviewState) -> InterviewState:
    """Return the state at the first open question that a jump passed over, else at the end.

    Whoever jumps ahead has seen none of them, and would finish without them unawares.
    """
    items = state.script.items
    left = (n for n, item in enumerate(items) if item in state.passed_over and state.is_open(item))
    if (first := next(left, None)) is None:
        return _at(state, len(items))
    return replace(_at(state, first), status=PASSED_OVER)


def go_back(state: InterviewState) -> InterviewState | None:
    """Return the state one question back, or None at the first."""
    if state.spot is not None:
        return _at(state, state.index, state.spot - 1) if state.spot else go_out(state)
    return _at(state, state.index - 1) if state.index else None


def go_into(state: InterviewState) -> InterviewState:
    """Return the state at the first open statement of the unit on screen, else at its first."""
    parts = state.script.statements(state.script.items[state.index])
    if not parts:
        return state
    spot = next((n for n, part in enumerate(parts) if state.is_open(part)), 0)
    return _at(state, state.index, spot)


def go_out(state: InterviewState) -> InterviewState:
    """Return the state at the unit whose statements were open."""
    return _at(state, state.index)


def go_to(state: InterviewState, item: str) -> InterviewState:
    """Return the state at an item that the script covers."""
    items = state.script.items
    if item in items:
        return _at(state, items.index(item))
    unit = unit_of(item)
    if unit in items:
        return _at(state, items.index(unit), state.script.statements(unit).index(item))
    return _at(state, next(n for n, each in enumerate(items) if unit_of(each) == unit))


def jump_to(state: InterviewState, item: str) -> InterviewState:
    """Return the state at an item that the script covers; what is open before it is remembered."""
    moved = go_to(state, item)
    over = (each for each in state.script.items[state.index : moved.index] if state.is_open(each))
    return replace(moved, passed_over=moved.passed_over.union(over))


def _next_open(state: InterviewState, start: int) -> int:
    """Return the place of the first open question from ``start`` on, else the end."""
    items = state.script.items
    rest = range(start, len(items))
    return next((n for n in rest if state.is_open(items[n])), len(items))


def _at(state: InterviewState, index: int, spot: int | None = None) -> InterviewState:
    here = state.script.items[index : index + 1]
    return replace(
        state,
        index=index,
        spot=spot,
        pending=None,
        mode=Mode.UNIT if here else Mode.END,
        passed_over=state.passed_over.difference(here),
    )
