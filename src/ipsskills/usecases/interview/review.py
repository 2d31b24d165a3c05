"""Everything answered in an interview, read over in words."""

from collections.abc import Sequence
from dataclasses import field

from ipsskills.codes import AssessmentKind, Code
from ipsskills.framework.scale import Choice
from ipsskills.frozen import dataclass
from ipsskills.method.state import format_answer
from ipsskills.usecases.interview.commands import NoteText
from ipsskills.usecases.interview.state import InterviewState


@dataclass(frozen=True)
class ReviewedAnswer:
    """One item read over: its short name, its answer in words, and the one before.

    ``number`` is what a person types to go there. ``details`` are why it is outside the job, what
    it rests on and what is behind it, in words.
    """

    item: str
    number: str
    short: str
    said: str
    before: str = ""
    bring: bool = False
    show: bool = False
    details: tuple[str, ...] = ()
    note: NoteText = field(default_factory=NoteText)


def review(state: InterviewState) -> tuple[ReviewedAnswer, ...]:
    """Return every item with its answer so far, and what it was the time before."""
    return tuple(review_item(state, item) for item in state.script.items)


def review_item(state: InterviewState, item: str) -> ReviewedAnswer:
    """Return one item with its answer so far, and what it was the time before."""
    answer, unit = state.answer(item), state.script.unit(item)
    said = say_answer(state, item)
    parts = [part for part in state.script.statements(unit.id) if state.answer(part).code]
    if parts and item == unit.id:
        told = f"{len(parts)} of {len(state.script.statements(unit.id))} statements"
        said = f"{told}; as a whole: {said}" if said else told
    # Before a new answer the old one would anchor it; "not seen" leaves the question open.
    answered = answer.code is not Code.NOT_SEEN and not state.is_open(item)
    return ReviewedAnswer(
        item=item,
        number=state.script.number(item),
        short=unit.short if item == unit.id else item.partition("/")[2].replace("-", " "),
        said=said or "not answered",
        before=state.script.earlier.get(item, "") if answered else "",
        bring=answer.bring,
        show=answer.show,
        details=_list_details(state, item),
        note=state.note(item),
    )


def say_answer(state: InterviewState, item: str) -> str:
    """Return the answer to an item in words, or nothing where there is none."""
    scale, code = state.script.framework.scale, state.answer(item).code
    if code is None:
        return ""
    if state.script.kind is AssessmentKind.FIRST_LOOK:
        return scale.first_look.anchors[code].you
    to_the_person = state.script.kind is not AssessmentKind.SUPERVISOR
    return format_answer(scale, state.script.asked_as(item), code, to_the_person)


def find_label(choices: Sequence[Choice], key: str | None) -> str:
    """Return what was chosen from a list, in words that go on a sentence, or nothing."""
    return next((c.label[:1].lower() + c.label[1:] for c in choices if c.key == key), "")


def _list_details(state: InterviewState, item: str) -> tuple[str, ...]:
    scale, answer = state.script.framework.scale, state.answer(item)
    details = (
        find_label(scale.reasons, answer.reason),
        find_label(scale.bases, answer.basis),
        find_label(scale.behind, answer.behind),
    )
    return tuple(each for each in details if each)
