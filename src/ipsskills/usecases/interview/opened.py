"""What an interview starts from: its assessment, the words it asks in, what it holds so far."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from ipsskills.codes import AssessmentKind, Code
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.apart import unit_of
from ipsskills.method.state import format_answer
from ipsskills.pages.words import day, looking_back
from ipsskills.record.types import Assessment, Note, Person, Rating
from ipsskills.record.work import Work
from ipsskills.usecases.interview import machine
from ipsskills.usecases.interview.commands import NoteText
from ipsskills.usecases.interview.machine import Answer, InterviewState, Script
from ipsskills.usecases.interview.saved import Saved, count_saved
from ipsskills.usecases.interview.state import SeenOn
from ipsskills.usecases.interview.visits import read_linked
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.passes import list_finished


@dataclass(frozen=True, kw_only=True)
class OpenedAssessment:
    """One assessment to be answered, read at once.

    ``earlier`` holds in words what its rater answered the time before, by item; ``heading`` says
    whose view it is where that is not the person's own. ``visits`` are those on which a supervisor
    saw units, by unit.
    """

    assessment: Assessment
    framework: Framework
    ratings: tuple[Rating, ...]
    notes: tuple[Note, ...]
    earlier: Mapping[str, str]
    heading: str
    visits: Mapping[str, SeenOn] = field(default_factory=dict)

    @property
    def saved(self) -> Saved:
        """How much of it is answered."""
        return count_saved(begin_interview(self))


def open_assessment(work: Work, ours: Framework, assessment: Assessment) -> OpenedAssessment:
    """Return an assessment with what its rater answered; ``ours`` is the framework in use.

    It is read whole: this is where a rater is shown their own draft.
    """
    framework = framework_of(work, assessment, ours)
    own = f"{assessment.thing}/"
    notes = work.current(Note, about=assessment.about)
    ratings = work.current(Rating, assessment=assessment.thing)
    return OpenedAssessment(
        assessment=assessment,
        framework=framework,
        ratings=ratings,
        notes=tuple(note for note in notes if note.subject.startswith(own)),
        earlier=read_earlier(work, framework, assessment),
        heading=_read_heading(work, assessment),
        visits=read_linked(work, ratings),
    )


def begin_interview(opened: OpenedAssessment) -> InterviewState:
    """Return the state in which the interview of an assessment begins, or goes on."""
    script = replace(
        make_script(opened.framework, opened.assessment),
        earlier=opened.earlier,
        heading=opened.heading,
    )
    own = f"{opened.assessment.thing}/"
    notes = {note.subject.removeprefix(own): note for note in opened.notes}
    state = machine.begin(
        script,
        {rating.item: _as_answer(rating, opened.visits) for rating in opened.ratings},
        {item: NoteText(note.text, note.shared) for item, note in notes.items()},
        _find_last(opened.ratings),
    )
    return replace(state, visits=opened.visits)


def make_script(framework: Framework, assessment: Assessment) -> Script:
    """Return what the interview of an assessment asks."""
    return Script(framework, assessment.kind, assessment.scope, describe_period(assessment))


def describe_period(assessment: Assessment) -> str:
    """Return an assessment's period in words that follow "the last": "three months"."""
    return looking_back(assessment.period_months, assessment.period_from, assessment.began)


def read_earlier(work: Work, framework: Framework, assessment: Assessment) -> dict[str, str]:
    """Return in words what this rater answered in the last such assessment, item by item.

    Only answers to the same question on the same scale can be set beside new ones.
    """
    rater = work.survivor(assessment.rater)
    done = [
        each
        for each in list_finished(work, assessment.about, assessment.kind)
        if (each.rater, each.scale) == (rater, assessment.scale) and each.thing != assessment.thing
    ]
    if not done:
        return {}
    on = day(done[0].finished or done[0].began)
    to_the_person = assessment.kind is not AssessmentKind.SUPERVISOR
    return {
        r.item: f"{format_answer(framework.scale, r.asked_as, r.code, to_the_person)}, {on}"
        for r in work.current(Rating, assessment=done[0].thing)
        if r.code is not None
    }


def _read_heading(work: Work, assessment: Assessment) -> str:
    """Return whose view it is, where that is not the person's own."""
    rater, about = work.survivor(assessment.rater), work.survivor(assessment.about)
    first = assessment.kind is AssessmentKind.FIRST_LOOK
    if assessment.kind is not AssessmentKind.SUPERVISOR:
        if rater == work.survivor(assessment.author):
            return "A first look" if first else ""
        (person,) = work.current(Person, thing=rater)
        what = "first look" if first else "own answers"
        return f"{person.name}: {what}, given on {day(assessment.began)}"
    names = {person.thing: person.name for person in work.current(Person, thing=[rater, about])}
    return f"{names[rater]}: view of {names[about]}'s work"


def _as_answer(rating: Rating, visits: Mapping[str, SeenOn]) -> Answer:
    return Answer(
        code=rating.code,
        reason=rating.reason,
        basis=rating.basis,
        behind=rating.behind,
        bring=rating.bring,
        show=rating.show,
        seen=visits.get(unit_of(rating.item)) if rating.visit else None,
    )


def _find_last(ratings: Sequence[Rating]) -> str | None:
    """Return the item answered last, which is where to go on from.

    What a supervisor did not see is answered in one step, before any question is read.
    """
    answered = [r for r in ratings if r.code not in (None, Code.NOT_SEEN)]
    return max(answered, key=lambda r: (r.at, r.id)).item if answered else None
