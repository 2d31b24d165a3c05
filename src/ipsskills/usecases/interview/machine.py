"""The interview as a pure state machine: ``compose_screen(state)`` and ``press(state, command)``.

It knows questions, answers and what to record; nothing of keys, screens, time or the store. The
screen, the plain lines, a file of answers and the tests all drive this one machine. What it holds
stands in ``state.py``, where it goes next in ``path.py``.
"""

from dataclasses import replace
from functools import singledispatch

from ipsskills.codes import AssessmentKind, Basis, Behind, Code, list_offered
from ipsskills.method.apart import unit_of
from ipsskills.usecases.interview.commands import (
    Back,
    Choose,
    Command,
    Give,
    Into,
    Jump,
    Mark,
    Mode,
    NoteText,
    Open,
    Out,
    Same,
    Skip,
    Toggle,
    Undo,
    Unlink,
    Write,
)
from ipsskills.usecases.interview.in_a_row import count_answer, take_back
from ipsskills.usecases.interview.path import (
    find_mode,
    go_back,
    go_into,
    go_on,
    go_out,
    go_to,
    go_to_first_open,
    jump_to,
)
from ipsskills.usecases.interview.state import (
    Answer,
    Change,
    InterviewState,
    NoteChange,
    RatingChange,
    Script,
)

__all__ = [
    "Answer",
    "Change",
    "InterviewState",
    "NoteChange",
    "RatingChange",
    "Script",
    "begin",
    "go_to_end",
    "press",
]

Result = tuple[InterviewState, tuple[Change, ...]]


def begin(
    script: Script,
    answers: dict[str, Answer] | None = None,
    notes: dict[str, NoteText] | None = None,
    last: str | None = None,
) -> InterviewState:
    """Return the first state, or where to resume: after ``last``, the item answered last.

    Where nothing is open after it, that is the first question that is open at all.
    """
    state = InterviewState(script, answers or {}, notes or {})
    if last is None or not script.covers(last):
        return go_to_first_open(state)
    resumed = go_on(go_to(state, last))
    return resumed if resumed.item else go_to_first_open(resumed)


def go_to_end(state: InterviewState) -> InterviewState:
    """Return the state at the end, from where any answer can be gone back to."""
    return replace(state, index=len(state.script.items), spot=None, mode=Mode.END)


def press(state: InterviewState, command: Command) -> Result:
    """Return the state after a command, and what has to be recorded before it may be shown."""
    return _press(command, replace(state, status="", refused=False))


@singledispatch
def _press(command: object, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    raise TypeError(f"no such command: {type(command).__name__}")


@_press.register
def _(command: Give, state: InterviewState) -> Result:
    item = state.item
    if item is None:
        return _say(state, "All questions have been asked.")
    if command.code not in list_offered(state.script.asked_as(item), state.script.kind):
        return _say(state, f"{command.code} is not offered for this question.")
    if command.code is Code.OUTSIDE:
        return replace(state, mode=Mode.REASON, pending=None), ()
    if command.code.rated and state.script.kind is AssessmentKind.SUPERVISOR:
        return replace(state, mode=Mode.BASIS, pending=command.code), ()
    return _answer(state, item, replace(state.answer(item), code=command.code, reason=None))


@_press.register
def _(command: Choose, state: InterviewState) -> Result:
    item = state.item
    if item is None or command.key is None:
        return replace(state, mode=find_mode(state), pending=None), ()
    answer = state.answer(item)
    match state.mode:
        case Mode.REASON:
            return _answer(state, item, replace(answer, code=Code.OUTSIDE, reason=command.key))
        case Mode.BEHIND:
            return _keep(state, item, replace(answer, behind=Behind(command.key)))
        case Mode.BASIS:
            return _rest_on(state, item, Basis(command.key))
        case _:
            return state, ()


@_press.register
def _(command: Same, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    if state.item is None or state.mode is not Mode.BASIS:
        return state, ()
    if state.basis is None:
        return _say(state, "Nothing to repeat yet: choose one.")
    return _rest_on(state, state.item, state.basis)


@_press.register
def _(command: Into, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    if state.item is None or state.item not in state.script.framework.by_id:
        return state, ()
    if state.script.kind is AssessmentKind.FIRST_LOOK:
        return _say(state, "A first look is one answer a unit.")
    return go_into(state), ()


@_press.register
def _(command: Out, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    return go_out(state), ()


@_press.register
def _(command: Open, state: InterviewState) -> Result:
    return (replace(state, mode=command.mode, pending=None), ()) if state.item else (state, ())


@_press.register
def _(command: Toggle, state: InterviewState) -> Result:
    item = state.item
    if item is None:
        return state, ()
    answer = state.answer(item)
    if command.mark is Mark.BRING:
        return _keep(state, item, replace(answer, bring=not answer.bring))
    return _keep(state, item, replace(answer, show=not answer.show))


@_press.register
def _(command: Write, state: InterviewState) -> Result:
    item = state.item
    if item is None or command.note == state.note(item):
        return state, ()
    change = NoteChange(item, command.note)
    undo = (*state.undo, NoteChange(item, state.note(item)))
    kept = "Note kept, shared." if command.note.shared else "Note kept, private."
    said = kept if command.note.text else "Note taken back."
    return replace(_apply(state, change), undo=undo, status=said), (change,)


@_press.register
def _(command: Unlink, state: InterviewState) -> Result:
    if command.unit not in state.visits:
        return state, ()
    left = {unit: seen for unit, seen in state.visits.items() if unit != command.unit}
    linked = (i for i, answer in state.answers.items() if answer.seen and unit_of(i) not in left)
    changes = tuple(RatingChange(i, replace(state.answer(i), seen=None)) for i in linked)
    for change in changes:
        state = _apply(state, change)
    return replace(state, visits=left), changes


@_press.register
def _(command: Jump, state: InterviewState) -> Result:
    if not state.script.covers(command.item):
        return _say(state, f"{command.item} is not part of this assessment.")
    return jump_to(state, command.item), ()


@_press.register
def _(command: Back, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    before = go_back(state)
    return _say(state, "This is the first question.") if before is None else (before, ())


@_press.register
def _(command: Skip, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    return go_on(state, skipping=True), ()


@_press.register
def _(command: Undo, state: InterviewState) -> Result:  # noqa: ARG001 - the dispatcher's signature
    if not state.undo:
        return _say(state, "There is nothing to take back.")
    change = state.undo[-1]
    taken = go_to(_apply(state, change), change.item)
    return take_back(replace(taken, undo=state.undo[:-1], status="Taken back.")), (change,)


def _rest_on(state: InterviewState, item: str, basis: Basis) -> Result:
    """Keep what an answer rests on; for a supervisor it completes the answer just given."""
    seen = state.visits.get(unit_of(item)) if basis is Basis.OBSERVED else None
    answer = replace(state.answer(item), basis=basis, seen=seen)
    remembered = replace(state, basis=basis)
    if state.pending is None:
        return _keep(remembered, item, answer)
    return _answer(remembered, item, replace(answer, code=state.pending, reason=None))


def _answer(state: InterviewState, item: str, answer: Answer) -> Result:
    """Keep an answer and move on at once to the next open question."""
    if answer.code is not None and not answer.code.rated:
        answer = replace(answer, basis=None if state.pending else answer.basis, seen=None)
    kept, changes = _keep(state, item, answer)
    return count_answer(go_on(replace(kept, status="")), answer.code), changes


def _keep(state: InterviewState, item: str, answer: Answer) -> Result:
    """Keep what is known about an item; keeping the same again is no change."""
    rested = replace(state, mode=find_mode(state), pending=None)
    if answer == state.answer(item):
        return rested, ()
    change = RatingChange(item, answer)
    undo = (*state.undo, RatingChange(item, state.answer(item)))
    return replace(_apply(rested, change), undo=undo), (change,)


def _apply(state: InterviewState, change: Change) -> InterviewState:
    if isinstance(change, RatingChange):
        return replace(state, answers={**state.answers, change.item: change.answer})
    return replace(state, notes={**state.notes, change.item: change.note})


def _say(state: InterviewState, status: str) -> Result:
    """Return the state as it is, with why nothing came of a command."""
    return replace(state, status=status, refused=True), ()
