"""The interview as a pure state machine: ``view(state)`` and ``press(state, command)``.

It knows questions, answers and what to record; nothing of keys, screens, time or the store. The
screen, the plain lines, a file of answers and the tests all drive this one machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch

from ipsskills.codes import AssessmentKind, Basis, Behind, Code, offered
from ipsskills.framework.types import Framework, Unit
from ipsskills.usecases.interview_commands import (
    Back,
    Choose,
    Command,
    Give,
    Jump,
    Mark,
    Mode,
    NoteText,
    Open,
    Skip,
    Toggle,
    Undo,
    Write,
)


@dataclass(frozen=True)
class Answer:
    """What is known about one item: its code (None: not answered), reason, basis and marks."""

    code: Code | None = None
    reason: str | None = None
    basis: Basis | None = None
    behind: Behind | None = None
    bring: bool = False
    show: bool = False


@dataclass(frozen=True)
class RatingChange:
    """To be recorded: the item has this answer now."""

    item: str
    answer: Answer


@dataclass(frozen=True)
class NoteChange:
    """To be recorded: the item has this note now."""

    item: str
    note: NoteText


Change = RatingChange | NoteChange


@dataclass(frozen=True)
class Script:
    """What an interview asks; it stays the same from first question to last."""

    framework: Framework
    kind: AssessmentKind
    items: tuple[str, ...]
    period: str

    def unit(self, item: str) -> Unit:
        """Return the unit or area of an item."""
        return self.framework.by_id[item]


@dataclass(frozen=True)
class State:
    """Where an interview is. ``index`` equal to the number of items is the end.

    ``undo`` holds, newest last, what to put back; ``status`` is the line that answers a command.
    """

    script: Script
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, NoteText] = field(default_factory=dict)
    index: int = 0
    mode: Mode = Mode.UNIT
    undo: tuple[Change, ...] = ()
    status: str = ""

    @property
    def item(self) -> str | None:
        """The item on screen, or None at the end."""
        items = self.script.items
        return items[self.index] if self.index < len(items) else None

    def answer(self, item: str) -> Answer:
        """Return what is known about an item."""
        return self.answers.get(item, Answer())

    def note(self, item: str) -> NoteText:
        """Return the note on an item."""
        return self.notes.get(item, NoteText())

    @property
    def open_items(self) -> tuple[str, ...]:
        """The items not answered yet, in order."""
        return tuple(i for i in self.script.items if self.answer(i).code is None)


Result = tuple[State, tuple[Change, ...]]


def begin(
    script: Script,
    answers: Mapping[str, Answer] | None = None,
    notes: Mapping[str, NoteText] | None = None,
    last: str | None = None,
) -> State:
    """Return the first state, or where to resume: after ``last``, the item answered last."""
    state = State(script, dict(answers or {}), dict(notes or {}))
    after = script.items.index(last) + 1 if last in script.items else 0
    return _moved(state, _next_open(state, after))


def press(state: State, command: Command) -> Result:
    """Return the state after a command, and what has to be recorded before it may be shown."""
    return _press(command, replace(state, status=""))


@singledispatch
def _press(command: object, state: State) -> Result:  # noqa: ARG001 - the dispatcher's signature
    raise TypeError(f"no such command: {type(command).__name__}")


@_press.register
def _(command: Give, state: State) -> Result:
    item = state.item
    if item is None:
        return _said(state, "All questions have been asked.")
    if command.code not in offered(state.script.unit(item).asked_as, state.script.kind):
        return _said(state, f"{command.code} is not offered for this question.")
    if command.code is Code.OUTSIDE:
        return replace(state, mode=Mode.REASON), ()
    answer = replace(state.answer(item), code=command.code, reason=None)
    return _answered(state, item, answer)


@_press.register
def _(command: Choose, state: State) -> Result:
    item = state.item
    if item is None or command.key is None:
        return replace(state, mode=_resting(state)), ()
    answer = state.answer(item)
    match state.mode:
        case Mode.REASON:
            return _answered(state, item, replace(answer, code=Code.OUTSIDE, reason=command.key))
        case Mode.BEHIND:
            return _kept(state, item, replace(answer, behind=Behind(command.key)))
        case Mode.BASIS:
            return _kept(state, item, replace(answer, basis=Basis(command.key)))
        case _:
            return state, ()


@_press.register
def _(command: Open, state: State) -> Result:
    return (replace(state, mode=command.mode), ()) if state.item else (state, ())


@_press.register
def _(command: Toggle, state: State) -> Result:
    item = state.item
    if item is None:
        return state, ()
    answer = state.answer(item)
    if command.mark is Mark.BRING:
        return _kept(state, item, replace(answer, bring=not answer.bring))
    return _kept(state, item, replace(answer, show=not answer.show))


@_press.register
def _(command: Write, state: State) -> Result:
    item = state.item
    if item is None or command.note == state.note(item):
        return state, ()
    change = NoteChange(item, command.note)
    undo = (*state.undo, NoteChange(item, state.note(item)))
    said = "Note kept." if command.note.text else "Note taken back."
    return replace(_with(state, change), undo=undo, status=said), (change,)


@_press.register
def _(command: Jump, state: State) -> Result:
    if command.item not in state.script.items:
        return _said(state, f"{command.item} is not part of this assessment.")
    return _moved(state, state.script.items.index(command.item)), ()


@_press.register
def _(command: Back, state: State) -> Result:  # noqa: ARG001 - the dispatcher's signature
    if state.index == 0:
        return _said(state, "This is the first question.")
    return _moved(state, state.index - 1), ()


@_press.register
def _(command: Skip, state: State) -> Result:  # noqa: ARG001 - the dispatcher's signature
    return _moved(state, min(state.index + 1, len(state.script.items))), ()


@_press.register
def _(command: Undo, state: State) -> Result:  # noqa: ARG001 - the dispatcher's signature
    if not state.undo:
        return _said(state, "There is nothing to take back.")
    change = state.undo[-1]
    back = _moved(_with(state, change), state.script.items.index(change.item))
    return replace(back, undo=state.undo[:-1], status="Taken back."), (change,)


def _answered(state: State, item: str, answer: Answer) -> Result:
    """Keep an answer and move on at once to the next open question."""
    kept, changes = _kept(state, item, answer)
    return _moved(replace(kept, status=""), _next_open(kept, kept.index + 1)), changes


def _kept(state: State, item: str, answer: Answer) -> Result:
    """Keep what is known about an item; keeping the same again is no change."""
    resting = replace(state, mode=_resting(state))
    if answer == state.answer(item):
        return resting, ()
    change = RatingChange(item, answer)
    undo = (*state.undo, RatingChange(item, state.answer(item)))
    return replace(_with(resting, change), undo=undo), (change,)


def _with(state: State, change: Change) -> State:
    if isinstance(change, RatingChange):
        return replace(state, answers={**state.answers, change.item: change.answer})
    return replace(state, notes={**state.notes, change.item: change.note})


def _next_open(state: State, start: int) -> int:
    """Return the place of the first open question from ``start`` on, else the end."""
    items = state.script.items
    rest = range(start, len(items))
    return next((n for n in rest if state.answer(items[n]).code is None), len(items))


def _moved(state: State, index: int) -> State:
    moved = replace(state, index=index)
    return replace(moved, mode=_resting(moved))


def _resting(state: State) -> Mode:
    return Mode.UNIT if state.item else Mode.END


def _said(state: State, status: str) -> Result:
    return replace(state, status=status), ()
