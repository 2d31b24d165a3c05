"""Every answer of a finished assessment as a page for whoever gave them."""

from ipsskills.codes import AssessmentKind
from ipsskills.facts.assessment import AnswerReviewed, AnswersReviewed
from ipsskills.pages.document import Commands, Entries, Heading, OnScreenOnly, Page
from ipsskills.pages.words import day, upper_first

_VIEWS = {
    AssessmentKind.SELF: "your answers of {day}",
    AssessmentKind.FIRST_LOOK: "your first look of {day}",
}
_LEAD = "Every answer in words. Private notes stand on this screen and in no file."


def compose_answers_reviewed(found: AnswersReviewed) -> Page:
    """Return the answers in the order they were asked, each with its marks and notes."""
    view = _VIEWS.get(found.kind, "").format(day=day(found.finished))
    title = f"{found.person}: {view}" if view else f"{found.heading}, {day(found.finished)}"
    rows = tuple((each.number, each.short, _say(each)) for each in found.answers)
    return Page(
        title,
        (_LEAD,),
        (
            OnScreenOnly((Entries(rows),)),
            Heading("Next"),
            Commands(((str(found.next[0]), "put an answer right"),)),
        ),
    )


def _say(each: AnswerReviewed) -> str:
    marks = (
        "to bring to supervision" if each.bring else "",
        "could show a colleague" if each.show else "",
    )
    said = "; ".join(part for part in (each.said, *each.details, *marks) if part)
    notes = (
        f'Shared note: "{each.note}"' if each.note else "",
        f'Private note: "{each.private}"' if each.private else "",
    )
    return " ".join(part for part in (f"{upper_first(said)}.", *notes) if part)
