"""An interview under way: each command is recorded before its result may be shown."""

from collections.abc import Sequence
from dataclasses import replace

from ipsskills.codes import AssessmentKind
from ipsskills.errors import ChangedElsewhere
from ipsskills.framework.types import Framework
from ipsskills.method.state import answer_words
from ipsskills.pages.words import day, looking_back
from ipsskills.record.types import (
    Assessment,
    Note,
    Person,
    Rating,
    State,
    thing_of_note,
    thing_of_rating,
)
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview import machine as interview
from ipsskills.usecases.interview.commands import Command, NoteText
from ipsskills.usecases.interview.machine import Answer, Change, RatingChange, Script
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.passes import finished
from ipsskills.usecases.reading.view import ReaderView


class Session:
    """Drives the interview of one draft; ``state`` is what was last acknowledged.

    ``correcting`` opens a finished assessment at its end instead: what is answered anew is a new
    version of the old answer, and the assessment stays finished.
    """

    def __init__(self, desk: Desk, assessment: Assessment, *, correcting: bool = False) -> None:
        self.correcting = correcting
        self._desk = desk
        self._pen = desk.pen()
        self.assessment = assessment
        with desk.interviewing() as work:
            framework = framework_of(work, assessment, desk.framework)
            ratings = work.current(Rating, assessment=assessment.thing)
            notes = work.current(Note, about=assessment.about)
            earlier = answers_before(work, framework, assessment)
            heading = _heading(work, assessment)
        own = f"{assessment.thing}/"
        self._ratings = {r.item: r for r in ratings}
        self._notes = {n.subject.removeprefix(own): n for n in notes if n.subject.startswith(own)}
        self.state = interview.begin(
            replace(script(framework, assessment), earlier=earlier, heading=heading),
            {item: _answer(r) for item, r in self._ratings.items()},
            {item: NoteText(n.text, n.shared) for item, n in self._notes.items()},
            _last(ratings),
        )
        if correcting:
            self.state = interview.at_end(self.state)

    def press(self, command: Command) -> None:
        """Carry out a command. Raises StoreError, and then nothing has changed."""
        self.press_all([command])

    def press_all(self, commands: Sequence[Command]) -> None:
        """Carry out commands as one: all of them are kept, or none. Raises StoreError."""
        state, changes = self.state, list[Change]()
        for command in commands:
            state, made = interview.press(state, command)
            changes += made
        self._keep(changes)
        self.state = state

    def finish(self) -> Assessment:
        """Close the draft: what is blank now is not answered. One being corrected is closed."""
        if self.correcting:
            return self.assessment
        done = self._pen.next(self.assessment, state=State.FINISHED, finished=self._desk.today)
        with self._desk.writing() as work:
            work.add(done)
        self.assessment = done
        return done

    def _keep(self, changes: Sequence[Change]) -> None:
        """Record what the changes come to: for each item its last answer and last note."""
        last = {(type(change), change.item): change for change in changes}
        versions = [self._version(change) for change in last.values()]
        if not versions:
            return
        with self._desk.writing() as work:
            self._refuse_closed(work)
            work.add(*versions)
        for (_, item), version in zip(last, versions, strict=True):
            if isinstance(version, Rating):
                self._ratings[item] = version
            else:
                self._notes[item] = version

    def _refuse_closed(self, work: ReaderView) -> None:
        """Keep nothing in a draft that another window has finished or left."""
        (now,) = work.current(Assessment, thing=self.assessment.thing)
        if now.state is not (State.FINISHED if self.correcting else State.DRAFT):
            raise ChangedElsewhere(
                "This assessment was closed in another window meanwhile. What it holds is safe.",
                "Run the command again.",
            )

    def _version(self, change: Change) -> Rating | Note:
        if isinstance(change, RatingChange):
            return self._rating(change.item, change.answer)
        return self._note(change.item, change.note)

    def _rating(self, item: str, answer: Answer) -> Rating:
        own = {
            "code": answer.code,
            "reason": answer.reason,
            "basis": answer.basis,
            "behind": answer.behind,
            "bring": answer.bring,
            "show": answer.show,
        }
        if seen := self._ratings.get(item):
            return self._pen.next(seen, **own)
        draft = self.assessment
        return self._pen.first(
            Rating,
            about=draft.about,
            thing=thing_of_rating(draft.thing, item),
            assessment=draft.thing,
            item=item,
            asked_as=self.state.script.framework.asked_as(item),
            **own,
        )

    def _note(self, item: str, note: NoteText) -> Note:
        if seen := self._notes.get(item):
            return self._pen.next(seen, text=note.text, shared=note.shared)
        subject = thing_of_rating(self.assessment.thing, item)
        return self._pen.first(
            Note,
            about=self.assessment.about,
            thing=thing_of_note(subject),
            subject=subject,
            text=note.text,
            shared=note.shared,
        )


def script(framework: Framework, assessment: Assessment) -> Script:
    """Return what the interview of an assessment asks."""
    return Script(framework, assessment.kind, assessment.scope, period_words(assessment))


def _heading(work: Work, assessment: Assessment) -> str:
    """Return whose view it is, where that is not the person's own."""
    if assessment.kind is AssessmentKind.FIRST_LOOK:
        return "A first look"
    if assessment.kind is not AssessmentKind.SUPERVISOR:
        return ""
    names = {p.thing: p.name for p in work.current(Person)}
    rater, about = work.survivor(assessment.rater), work.survivor(assessment.about)
    return f"{names[rater]}: view of {names[about]}'s work"


def answers_before(work: Work, framework: Framework, assessment: Assessment) -> dict[str, str]:
    """Return in words what this rater answered in the last such assessment, item by item.

    Only answers to the same question on the same scale can be set beside new ones.
    """
    rater = work.survivor(assessment.rater)
    done = [
        each
        for each in finished(work, assessment.about, assessment.kind)
        if (each.rater, each.scale) == (rater, assessment.scale) and each.thing != assessment.thing
    ]
    if not done:
        return {}
    on = day(done[0].finished or done[0].began)
    to_the_person = assessment.kind is not AssessmentKind.SUPERVISOR
    return {
        r.item: f"{answer_words(framework.scale, r.asked_as, r.code, to_the_person)}, {on}"
        for r in work.current(Rating, assessment=done[0].thing)
        if r.code is not None
    }


def period_words(assessment: Assessment) -> str:
    """Return an assessment's period in words that follow "the last": "three months"."""
    return looking_back(assessment.period_months, assessment.period_from)


def _answer(rating: Rating) -> Answer:
    return Answer(
        rating.code, rating.reason, rating.basis, rating.behind, rating.bring, rating.show
    )


def _last(ratings: Sequence[Rating]) -> str | None:
    """Return the item answered last, which is where to go on from."""
    answered = [r for r in ratings if r.code is not None]
    return max(answered, key=lambda r: (r.at, r.id)).item if answered else None
