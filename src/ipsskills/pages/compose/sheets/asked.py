"""How units are asked as sheets: answers, questions, choices, and words for where a unit stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from ipsskills.codes import Code
from ipsskills.framework.scale import Anchor, Choice, Scale, ask_as_usual
from ipsskills.framework.types import Unit
from ipsskills.pages.compose.content.asked import EXAMPLE
from ipsskills.pages.compose.sheets.rows import make_sheet, pick
from ipsskills.pages.data import Sheet

_ANSWER = ("label", "means", "you", "they")
_CASE = ("unit", "slug", "title", "note", "case", "questions", "look_for")
_FIRST_LOOK, _ALWAYS = "first look", "always there"


def compose_scale_sheets(scale: Scale) -> tuple[Sheet, ...]:
    """Return what the page of the scale says as rows: answers first, which stand alone in CSV."""
    choices = (
        (scale.reasons, "outside the job"),
        (scale.behind, "behind an answer"),
        (scale.bases, "rests on"),
    )
    words = ((scale.states, "a unit"), (scale.safety, "a safety line"))
    return (
        make_sheet("Answers", ("asked_as", "code", *_ANSWER), _list_answers(scale)),
        make_sheet(
            "Questions", ("asked_as", "question", "supervisor_question"), _list_questions(scale)
        ),
        make_sheet(
            "Choices",
            ("of", "key", "label", "means"),
            [_tell_choice(each, of) for group, of in choices for each in group],
        ),
        make_sheet(
            "Words",
            ("of", "key", "text"),
            [
                {"of": of, "key": key, "text": text.format(**EXAMPLE)}
                for group, of in words
                for key, text in vars(group).items()
                if text
            ],
        ),
    )


def compose_case_sheet(unit: Unit) -> Sheet:
    """Return the cases of a unit as rows."""
    cases = unit.curriculum.vignettes
    return make_sheet("Cases", _CASE, [pick(each, _CASE[1:], unit=unit.id) for each in cases])


def _list_answers(scale: Scale) -> Iterator[Mapping[str, Any]]:
    for asked_as, way in scale.ways.items():
        yield from _tell_answers(asked_as.value, way.anchors)
    yield from _tell_answers(_FIRST_LOOK, scale.first_look.anchors)
    yield from _tell_answers(_ALWAYS, scale.other_answers)


def _tell_answers(way: str, answers: Mapping[Code, Anchor]) -> Iterator[Mapping[str, Any]]:
    for code, answer in answers.items():
        yield pick(answer, _ANSWER, asked_as=way, code=code)


def _list_questions(scale: Scale) -> Iterator[Mapping[str, Any]]:
    for asked_as, way in scale.ways.items():
        yield {
            "asked_as": asked_as,
            "question": ask_as_usual(way.question),
            "supervisor_question": ask_as_usual(way.supervisor_question),
        }
    yield {"asked_as": _FIRST_LOOK, "question": scale.first_look.question}


def _tell_choice(choice: Choice, of: str) -> Mapping[str, Any]:
    return pick(choice, ("key", "label", "means"), of=of)
