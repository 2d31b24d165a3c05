"""Assessing: begin or leave a draft, take a file's answers, finish."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ipsskills.codes import AssessmentKind, Code
from ipsskills.method.apart import unit_of
from ipsskills.record.types import Assessment, Person, State
from ipsskills.usecases.assessments.answers_file import list_commands
from ipsskills.usecases.assessments.drafts import Draft, ToBegin, keep_draft, make_draft
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Command, Give, Jump, Unlink
from ipsskills.usecases.interview.opened import OpenedAssessment, begin_interview
from ipsskills.usecases.interview.session import Session, finish_assessment, press_each
from ipsskills.usecases.interview.versions import Versions

if TYPE_CHECKING:
    from ipsskills.formats.answers import Given


def drop_draft(desk: Desk, draft: Draft) -> Assessment:
    """Leave a draft for good: that is recorded, and what it holds stays in its history."""
    with desk.interviewing(write=True) as (view, work):
        dropped = view.pen().next(draft.assessment, state=State.DROPPED)
        work.add(dropped)
        return dropped


def start(
    desk: Desk,
    about: Person,
    scope: Sequence[str],
    *,
    kind: AssessmentKind = AssessmentKind.SELF,
    rater: str | None = None,
    asked_period: int | None = None,
    drop: Draft | None = None,
) -> Session:
    """Begin an assessment; ``drop`` is an open draft that the person leaves for good.

    ``rater`` is the person id of whose view it is; me if left out. Raises InvalidInput if another
    draft is open after all, or if a supervisor would rate themselves.
    """
    wanted = ToBegin(
        about=about,
        rater=rater or desk.pen().author,
        kind=kind,
        scope=tuple(scope),
        asked_period=asked_period,
    )
    return begin_draft(desk, wanted, drop=drop)


def begin_draft(desk: Desk, wanted: ToBegin, *, drop: Draft | None = None) -> Session:
    """Begin an assessment as `start` does."""
    with desk.interviewing(write=True) as (view, work):
        opened = make_draft(view, work, wanted)
        keep_draft(view, work, opened, drop.assessment if drop else None)
    return Session(desk, opened.assessment, opened=opened)


def open_new(desk: Desk, made: OpenedAssessment, *, drop: Draft | None = None) -> Session:
    """Return the session of a draft that was made, to be kept while its first question is read."""
    dropped = drop.assessment if drop else None
    begin = partial(keep_draft, opened=made, drop=dropped)
    return Session(desk, made.assessment, opened=made, begin=begin)


def leave_unseen(session: Session, seen: Sequence[str], unlinked: Sequence[str] = ()) -> None:
    """Answer all of a supervisor's items but those seen with "not seen", in one step.

    ``unlinked`` are units whose answer is to rest on no visit.
    """
    items = session.assessment.scope
    unseen = [i for i in items if unit_of(i) not in seen and session.state.is_open(i)]
    commands: list[Command] = [Unlink(unit) for unit in unlinked]
    for item in unseen:
        commands += [Jump(item), Give(Code.NOT_SEEN)]
    if seen:
        commands.append(Jump(next((i for i in items if unit_of(i) in seen), items[0])))
    session.press_all(commands)


def take_answers(session: Session, given: "Sequence[Given]") -> Assessment:
    """Give answers through an interview under way, all or none, and finish.

    Raises InvalidInput if an answer is outside the scope of the assessment.
    """
    session.press_all(list_commands(session.state, given), finish=True)
    return session.assessment


def take_file(
    desk: Desk,
    wanted: ToBegin,
    given: "Sequence[Given]",
    *,
    draft: Draft | None = None,
    drop: Draft | None = None,
) -> Assessment:
    """Keep a file's answers as a finished assessment, all or none, in one transaction.

    They go into ``draft`` where that is gone on with, else into a new one; ``drop`` is an open
    draft that is left for good then. Raises InvalidInput if an answer is outside the scope.
    """
    if draft:
        session = Session(desk, draft.assessment, opened=draft.opened)
        return take_answers(session, given)
    with desk.interviewing(write=True) as (view, work):
        opened = make_draft(view, work, wanted)
        keep_draft(view, work, opened, drop.assessment if drop else None)
        state = begin_interview(opened)
        _, changes = press_each(state, list_commands(state, given))
        versions = Versions(view.pen(), opened).make(changes)
        done = finish_assessment(desk, opened.assessment, versions)
        work.add(*versions, done)
        return done
