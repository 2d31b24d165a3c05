"""Every answer of a finished assessment as a page for whoever gave them."""

from collections.abc import Sequence

from ipsskills.codes import AssessmentKind
from ipsskills.facts.assessment import AnswerReviewed, AnswersReviewed
from ipsskills.pages.document import Block, Commands, Entries, Heading, OnScreenOnly, Page
from ipsskills.pages.words import day, upper_first

_VIEWS = {
    AssessmentKind.SELF: "your answers of {day}",
    AssessmentKind.FIRST_LOOK: "your first look of {day}",
}
_LEAD = "Every answer in words. Private notes are shown on the screen, and stand in no file."


def compose_answers_reviewed(found: AnswersReviewed) -> Page:
    """Return the answers in the order they were asked, each with its marks and notes."""
    view = _VIEWS.get(found.kind, "").format(day=day(found.finished))
    title = f"{found.person}: {view}" if view else f"{found.heading}, {day(found.finished)}"
    return Page(
        title,
        (_LEAD,),
        (
            _list_answers(found.answers),
            Heading("Next"),
            Commands(((str(found.next[0]), "put an answer right"),)),
        ),
    )


def _list_answers(answers: Sequence[AnswerReviewed]) -> Block:
    """Return the answers; where private notes stand among them, without these for a file."""
    whole, shared = (
        Entries(tuple((e.number, e.short, _say(e, private=private)) for e in answers))
        for private in (True, False)
    )
    return whole if whole == shared else OnScreenOnly((whole,), elsewhere=(shared,))


def _say(each: AnswerReviewed, *, private: bool) -> str:
    marks = (
        "to bring to supervision" if each.bring else "",
        "could show a colleague" if each.show else "",
    )
    said = "; ".join(part for part in (each.said, *each.details, *marks) if part)
    notes = (
        f'Shared note: "{each.note}"' if each.note else "",
        f'Private note: "{each.private}"' if each.private and private else "",
    )
    return " ".join(part for part in (f"{upper_first(said)}.", *notes) if part)
