"""Before the first question: everything that is needed to begin an assessment, read at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ipsskills.codes import AssessmentKind, Only
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound, UsageError
from ipsskills.frozen import dataclass
from ipsskills.pages.words import day
from ipsskills.record.types import Assessment, Rating
from ipsskills.record.work import Work
from ipsskills.usecases.assessments.drafts import (
    Draft,
    ToBegin,
    find_draft,
    make_draft,
)
from ipsskills.usecases.assessments.scope import list_statements
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.opened import OpenedAssessment, open_assessment
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.passes import list_finished, open_draft
from ipsskills.usecases.reading.view import ReaderView, known_author

if TYPE_CHECKING:
    from ipsskills.formats.answers import Given


@dataclass(frozen=True, kw_only=True)
class AskedFor:
    """What somebody asks for at the command line: names as typed, and what to look at.

    ``who`` is the person it is about and ``by`` whose view it is, each the one who works here if
    left out. ``only`` narrows the scope by the person's last answers; ``full`` asks every statement
    of its units. ``answers`` are those of a file that are to be taken. ``given_on`` is the day on
    which answers were given that somebody types in now: then they may be another person's own.
    """

    kind: AssessmentKind
    scope: tuple[str, ...]
    who: str | None = None
    by: str | None = None
    only: Only | None = None
    full: bool = False
    period: int | None = None
    answers: "tuple[Given, ...]" = ()
    given_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """What there is before the first question.

    ``me`` is the id of who works here. ``draft`` is the open draft, if there is one, and ``made`` a
    new one, which is not in the record yet. ``known`` are the names that may stand in notes.
    ``same_on`` is the day of the last finished one where it has the very answers of the file.
    ``look`` is a first look of the same person that is open, where their own view is asked for;
    ``nothing_yet`` is whether they have neither begun nor finished anything of their own.
    """

    me: str
    wanted: ToBegin
    draft: Draft | None
    look: Assessment | None = None
    nothing_yet: bool = False
    made: OpenedAssessment
    known: tuple[str, ...]
    same_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ToCorrect:
    """The last finished assessment, to put an answer right, and who it is about."""

    me: str
    wanted: ToBegin
    opened: OpenedAssessment
    known: tuple[str, ...]


def read_beginning(desk: Desk, asked: AskedFor) -> Beginning | None:
    """Return what there is before the first question, or None where I am not known yet.

    Raises NotFound for an unknown name, UsageError for somebody else's own view, and InvalidInput
    where the choice leaves nothing to ask.
    """
    with desk.interviewing() as (view, work):
        if is_first_use(view, asked):
            return None
        wanted = find_wanted(view, asked)
        draft = find_draft(view, work, wanted)
        return Beginning(
            me=known_author(view.me),
            wanted=wanted,
            draft=draft,
            look=(look := _find_look(view, wanted)),
            nothing_yet=not (draft or look) and _has_finished_nothing(work, wanted),
            made=make_draft(view, work, wanted),
            known=_list_names(work),
            same_on=_find_same(work, wanted, asked.answers) if asked.answers else None,
        )


def read_finished(desk: Desk, asked: AskedFor) -> ToCorrect | None:
    """Return the last finished assessment of the same person, rater and kind.

    Of somebody who has finished no more than a first look that is it. None where I am not known
    yet. Raises as `read_beginning` does, and NotFound if there is none.
    """
    with desk.interviewing() as (view, work):
        if is_first_use(view, asked):
            return None
        wanted = mean_finished(work, find_wanted(view, asked))
        opened = open_finished(view, work, wanted)
        return ToCorrect(
            me=known_author(view.me), wanted=wanted, opened=opened, known=_list_names(work)
        )


def mean_finished(work: Work, wanted: ToBegin) -> ToBegin:
    """Return what somebody means who asks for what is finished: their first look if no more is."""
    if wanted.kind is not AssessmentKind.SELF or _find_finished(work, wanted):
        return wanted
    look = replace(wanted, kind=AssessmentKind.FIRST_LOOK)
    return look if _find_finished(work, look) else wanted


def open_finished(view: ReaderView, work: Work, wanted: ToBegin) -> OpenedAssessment:
    """Return the last finished assessment of a person, rater and kind, opened. Raises NotFound."""
    if done := _find_finished(work, wanted):
        return open_assessment(work, view.framework, done)
    supervisor = wanted.kind is AssessmentKind.SUPERVISOR
    words = (wanted.about.name, "--as", "supervisor") if supervisor else ()
    raise NotFound("There is nothing finished yet.", f"Begin, or go on: {do('assess', *words)}")


def _find_finished(work: Work, wanted: ToBegin) -> Assessment | None:
    """Return the last finished assessment of a person, rater and kind, or None."""
    done = list_finished(work, wanted.about.thing, wanted.kind)
    return next((each for each in done if each.rater == wanted.rater), None)


def is_first_use(view: ReaderView, asked: AskedFor) -> bool:
    """Whether the record does not know yet who asks for something of their own."""
    return view.me is None and asked.who is None


def find_wanted(view: ReaderView, asked: AskedFor) -> ToBegin:
    """Return whom, whose view and what somebody asks for.

    Raises NotFound for an unknown name, UsageError for somebody else's own view, and InvalidInput
    where the choice leaves nothing to ask.
    """
    about = find_person(view, asked.who, view.me)
    rater = find_person(view, asked.by, view.me)
    own = asked.kind is not AssessmentKind.SUPERVISOR
    if own and about.thing != view.me and asked.given_on is None:
        raise UsageError(
            f"{about.name} is not you, and this looks at your own practice.",
            "To give a supervisor's view, add --as supervisor. To type in a form that "
            f"{about.name} filled in, add --given and the day. At a shared computer: {do('init')}",
        )
    if asked.given_on and asked.given_on > view.today:
        raise future_day(asked.given_on)
    if asked.given_on and own:
        rater = about
    scope: Sequence[str] = asked.scope
    if asked.only:
        from ipsskills.usecases.assessments.only import narrow_scope  # it reads a whole report

        scope = narrow_scope(view, about, asked.only, scope)
    if asked.full:
        scope = list_statements(view.framework, scope)
    return ToBegin(
        about=about,
        rater=rater.thing,
        kind=asked.kind,
        scope=tuple(scope),
        asked_period=asked.period,
        given_on=asked.given_on,
    )


def future_day(given_on: date) -> InvalidInput:
    """Return what is said of answers whose day is still to come."""
    return InvalidInput(
        f"These answers are said to be of {day(given_on)}, which is still to come. "
        "Nothing was changed.",
        "Ask on which day they were given, or look at the date of this computer.",
    )


def _find_look(view: ReaderView, wanted: ToBegin) -> Assessment | None:
    """Return an open first look of somebody who asks for their own view, or None."""
    if wanted.kind is not AssessmentKind.SELF:
        return None
    return open_draft(view, wanted.about.thing, wanted.rater, AssessmentKind.FIRST_LOOK)


def _has_finished_nothing(work: Work, wanted: ToBegin) -> bool:
    kinds = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)
    return not any(list_finished(work, wanted.about.thing, kind) for kind in kinds)


def _find_same(work: Work, wanted: ToBegin, given: "Sequence[Given]") -> date | None:
    """Return the day on which the rater finished these very answers, if those are their last."""
    last = _find_finished(work, wanted)
    if last is None:
        return None
    kept = work.current(Rating, assessment=last.thing)
    same = {(each.item, each.code, each.reason, each.basis) for each in given if each.code} == {
        (each.item, each.code, each.reason, each.basis) for each in kept if each.code
    }
    return last.finished if same else None


def _list_names(work: Work) -> tuple[str, ...]:
    return tuple(work.names().values())
