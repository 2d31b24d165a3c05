"""A finished assessment, read again by whoever gave the answers, with their private notes."""

from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do, do
from ipsskills.errors import UsageError
from ipsskills.facts.assessment import AnswerReviewed, AnswersReviewed
from ipsskills.usecases.assessments.begin import (
    AskedFor,
    find_wanted,
    is_first_use,
    mean_finished,
    open_finished,
)
from ipsskills.usecases.assessments.drafts import ToBegin
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.opened import begin_interview
from ipsskills.usecases.interview.review import review_item
from ipsskills.usecases.interview.state import InterviewState
from ipsskills.usecases.reading.view import known_author


def review_answers(desk: Desk, asked: AskedFor) -> AnswersReviewed:
    """Return every answer of my last finished assessment of a kind, with my private notes.

    Of somebody who has finished no more than a first look that is it.
    Raises NotFound where nothing is finished, for an unknown name and where the record does not
    know me, and UsageError for what somebody else answered.
    """
    with desk.interviewing() as (view, work):
        if is_first_use(view, asked):
            known_author(view.me)
        wanted = mean_finished(work, find_wanted(view, asked))
        if view.me is None or work.survivor(wanted.rater) != work.survivor(view.me):
            raise UsageError(
                "Whoever gave the answers reads them again.",
                f"What both may see: {do('compare', person=wanted.about.name)}",
            )
        opened = open_finished(view, work, wanted)
        state = begin_interview(opened)
        return AnswersReviewed(
            person=wanted.about.name,
            kind=wanted.kind,
            finished=opened.assessment.finished or opened.assessment.began,
            answers=tuple(_describe(state, item) for item in _list_items(state)),
            next=(_correct(wanted),),
            heading=opened.heading,
        )


def _list_items(state: InterviewState) -> list[str]:
    """Return what was asked, each unit followed by those of its statements that say anything."""
    found: list[str] = []
    for item in state.script.items:
        found.append(item)
        if item in state.script.framework.by_id:
            found += [s for s in state.script.statements(item) if _says_anything(state, s)]
    return found


def _says_anything(state: InterviewState, item: str) -> bool:
    return state.answer(item).code is not None or bool(state.note(item).text)


def _describe(state: InterviewState, item: str) -> AnswerReviewed:
    each, note = review_item(state, item), state.note(item)
    return AnswerReviewed(
        item=item,
        number=each.number,
        short=each.short,
        answer=state.answer(item).code,
        bring=each.bring,
        show=each.show,
        note=note.text if note.shared else "",
        said=each.said,
        details=each.details,
        private="" if note.shared else note.text,
    )


def _correct(wanted: ToBegin) -> Do:
    """Return what puts an answer right."""
    words = {
        AssessmentKind.SUPERVISOR: ("--as", "supervisor"),
        AssessmentKind.FIRST_LOOK: ("--first-look",),
    }.get(wanted.kind, ())
    person = wanted.about.name if wanted.kind is AssessmentKind.SUPERVISOR else None
    return do("assess", *words, "--correct", person=person)
