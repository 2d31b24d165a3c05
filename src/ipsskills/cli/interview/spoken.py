"""What the plain lines read out: questions, short lists, the end, and each answer read back.

Whoever listens hears words once: the answers of each way of asking in full the first time, and
again when they ask for it.
"""

from collections.abc import Iterator, Sequence

from ipsskills.cli.interview.keys import list_keys
from ipsskills.cli.interview.wording import CHOICE_TITLES, say_about, say_purpose, say_rated
from ipsskills.cli.prompts.detail import NO_CLIENT
from ipsskills.codes import AssessmentKind
from ipsskills.usecases.interview.commands import (
    Choose,
    Command,
    Give,
    Mode,
    Same,
    Skip,
    Toggle,
    Undo,
)
from ipsskills.usecases.interview.review import ReviewedAnswer, review_item
from ipsskills.usecases.interview.state import InterviewState
from ipsskills.usecases.interview.view import Option, ScreenView

_READ_BACK = (Give, Choose, Same, Toggle)
LISTS = (Mode.REASON, Mode.BEHIND, Mode.BASIS)
_NOTE_HOW = "Write the note on the same line: e your words. To share it: e! your words."
NOTE_HELP = f"{_NOTE_HOW} {NO_CLIENT}"
FIND_HELP = "Write what you are looking for on the same line: j 3.8, or / benefits."
CHANGE_HELP = "To change one, type its number and the answer: 3.8 2."


def say_keys(view: ScreenView) -> Iterator[str]:
    """Yield what can be typed besides answers, a line each."""
    yield "You can also type:"
    for key in list_keys(view.kind):
        yield f"  {key.key} {key.help}"
    if view.kind is not AssessmentKind.FIRST_LOOK:
        yield "  out back to the unit from its statements"


def put_question(view: ScreenView) -> Iterator[str]:
    """Yield the question on a unit or a statement, and what is kept of it so far."""
    yield ""
    yield f"Unit {view.place} of {view.total}. {view.unit} {view.title}. {_say_about(view)}"
    for point in view.statement.points if view.statement else ():
        yield f"  - {point}"
    yield view.question
    if view.said:
        yield f"  Your answer: {view.said}"
    if rated := say_rated(view):
        yield f"  {rated}"
    marks = _list_marks(bring=view.answer.bring, show=view.answer.show)
    beside = [*marks, view.behind, view.basis]
    yield from (f"  {said[:1].upper()}{said[1:]}" for said in beside if said)
    if view.note.text:
        yield f"  Note, {'shared' if view.note.shared else 'private'}: {view.note.text}"


def read_answers(options: Sequence[Option]) -> Iterator[str]:
    """Yield the answers offered, with what each means."""
    for option in options:
        yield f"  {option.code} {option.label}{f', {option.means}' if option.means else ''}"


def prompt_answer(view: ScreenView) -> str:
    """Return the line that asks for an answer."""
    codes = [str(option.code) for option in view.options]
    return f"Answer {', '.join(codes[:-1])} or {codes[-1]}, or ? for help:"


def put_list(view: ScreenView) -> str:
    """Return what a short list asks."""
    return CHOICE_TITLES[view.mode]


def read_list(view: ScreenView) -> Iterator[str]:
    """Yield what can be chosen from a short list, numbered."""
    for number, choice in enumerate(view.choices, 1):
        yield f"  {number} {choice.label}{f', {choice.means}' if choice.means else ''}"


def prompt_list(view: ScreenView) -> str:
    """Return the line that asks for a choice."""
    same = view.mode is Mode.BASIS and view.same
    enter = f" Enter: {view.same}, as last time." if same else ""
    return f"Type a number, b to leave it as it was, or ? for the list.{enter}"


def put_end(view: ScreenView, corrected: Sequence[ReviewedAnswer] = ()) -> Iterator[str]:
    """Yield what is said after the last question, or the finished answers that are corrected."""
    if corrected:
        yield from read_review(corrected)
        return
    yield ""
    yield "That was the last question."
    if view.left_open:
        yield "Not answered: " + ", ".join(f"{unit} {said}" for unit, said in view.left_open)


def prompt_end(*, areas_offered: bool) -> str:
    """Return the line that asks how to end."""
    more = " m: finish, then ten short questions on judgement." if areas_offered else ""
    return f"Enter: finish.{more} r: read over. b: back. q: finish later."


def read_statements(view: ScreenView) -> Iterator[str]:
    """Yield what a unit is for, its statements with their points, and how to answer those."""
    if purpose := say_purpose(view):
        yield f"  {purpose}"
    for number, statement in enumerate(view.statements, 1):
        yield f"  {number} {statement.text}"
        for point in statement.points:
            yield f"    - {point}"
    if view.statement is None and view.rateable:
        yield "To answer them one by one, type d again."


def read_review(given: Sequence[ReviewedAnswer]) -> Iterator[str]:
    """Yield everything answered so far, with what it was the time before."""
    for each in given:
        before = f" (before: {each.before})" if each.before else ""
        marks = f"{' !' if each.bring else ''}{' *' if each.show else ''}"
        yield f"  {each.number} {each.short}: {each.said}{marks}{before}"
    yield CHANGE_HELP


def read_back(given: ReviewedAnswer, *, answered: bool) -> str:
    """Return an item as it is kept now: "1.1: mostly, kept.".

    Where it was not ``answered`` just now, it was marked, or it was said what its answer rests on.
    """
    beside = [*given.details, *_list_marks(bring=given.bring, show=given.show)]
    said = [given.said, *beside] if answered else beside or ["no marks"]
    return f"{given.number}: {', '.join(said)}, kept."


def take_back(given: ReviewedAnswer | None) -> str:
    """Return what is said of an answer that was taken back, as it is kept now."""
    return f"Taken back. {given.number}: {given.said}." if given else "Taken back."


def _say_about(view: ScreenView) -> str:
    """Return what is asked about: what doing a unit looks like, or a statement and its place."""
    if view.statement is None:
        return say_about(view)
    return f"Statement {view.spot} of {view.spots}. {view.statement.text}"


def _list_marks(*, bring: bool, show: bool) -> list[str]:
    marks = ((bring, "to bring to supervision"), (show, "could show a colleague"))
    return [said for marked, said in marks if marked]


def say_done(command: Command, before: InterviewState, state: InterviewState) -> Iterator[str]:
    """Yield what a command came to: what it kept is read back, as it is kept."""
    item = before.item
    if isinstance(command, Undo):
        answers = before.answers
        taken = (each for each in state.answers if state.answers[each] != answers.get(each))
        yield take_back(next((review_item(state, each) for each in taken), None))
        return
    if item is not None and isinstance(command, Skip):
        yield f"{state.script.number(item)}: left for now."
    elif item is not None and isinstance(command, _READ_BACK) and state.mode not in LISTS:
        yield read_back(review_item(state, item), answered=state.item != item)
    if state.status:
        yield state.status
