"""An interview under way: each command is recorded before its result may be shown.

It reads and writes through `Desk.interviewing`, one transaction an answer: of all that is read
about people this alone may show a rater their own draft.
"""

from collections.abc import Callable, Sequence

from ipsskills.errors import ChangedElsewhere
from ipsskills.record.types import Assessment, Record, State
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview import machine
from ipsskills.usecases.interview.commands import Command
from ipsskills.usecases.interview.machine import Change, InterviewState
from ipsskills.usecases.interview.opened import (
    OpenedAssessment,
    begin_interview,
    open_assessment,
)
from ipsskills.usecases.interview.versions import Versions
from ipsskills.usecases.reading.view import ReaderView


class Session:
    """Drives the interview of one draft; ``state`` is what was last acknowledged.

    ``opened`` is the draft as it was read already, along with something else. ``begin`` puts it
    into the record, where it is not there yet; at the latest that is done with the first answer.
    ``correcting`` opens a finished assessment at its end instead: what is answered anew is a new
    version of the old answer, and the assessment stays finished.
    """

    def __init__(
        self,
        desk: Desk,
        assessment: Assessment,
        *,
        opened: OpenedAssessment | None = None,
        begin: Callable[[ReaderView, Work], None] | None = None,
        correcting: bool = False,
    ) -> None:
        self.correcting = correcting
        self.assessment = assessment
        self._desk = desk
        self._begin = begin
        self._pen = desk.pen()
        read = opened or self._read()
        self._versions = Versions(self._pen, read)
        self.state = begin_interview(read)
        if correcting:
            self.state = machine.go_to_end(self.state)
        self._opened = self.state

    def prepare(self) -> None:
        """Do now, while a question is read, what the first answer would have to wait for.

        It may be called in another thread. Raises StoreError.
        """
        self._desk.store.prepare_writing()

    def begin(self) -> None:
        """Put the draft into the record unless it is there. Raises StoreError, InvalidInput."""
        if self._begin:
            with self._desk.interviewing(write=True) as (view, work):
                self._begin(view, work)
            self._begin = None

    def press(self, command: Command) -> None:
        """Carry out a command. Raises StoreError, and then nothing has changed."""
        self.press_all([command])

    def press_all(self, commands: Sequence[Command], *, finish: bool = False) -> None:
        """Carry out commands as one: all of them are kept, or none. Raises StoreError.

        With ``finish`` the draft is closed along with them.
        """
        state, changes = press_each(self.state, commands)
        versions = self._versions.make(changes)
        done = self._make_finished(versions) if finish and not self.correcting else None
        if versions or done:
            with self._desk.interviewing(write=True) as (view, work):
                if self._begin:
                    self._begin(view, work)
                else:
                    self._refuse_closed(work)
                work.add(*versions, *([done] if done else []))
            self._begin = None
        self._versions.see(versions)
        self.assessment = done or self.assessment
        self.state = state

    def list_changed(self) -> tuple[str, ...]:
        """Return the items whose answer, mark or note is another than when this was opened."""
        was, now = self._opened, self.state
        return tuple(
            item
            for item in now.script.items
            if was.answer(item) != now.answer(item) or was.note(item) != now.note(item)
        )

    def finish(self) -> Assessment:
        """Close the draft: what is blank now is not answered. One being corrected is closed."""
        self.press_all([], finish=True)
        return self.assessment

    def _read(self) -> OpenedAssessment:
        with self._desk.interviewing() as (_, work):
            return open_assessment(work, self._desk.framework, self.assessment)

    def _make_finished(self, versions: Sequence[Record]) -> Assessment:
        answers = (*self._versions.list_kept(), *versions)
        return finish_assessment(self._desk, self.assessment, answers)

    def _refuse_closed(self, work: Work) -> None:
        """Keep nothing in a draft that another window has finished or left."""
        (now,) = work.current(Assessment, thing=self.assessment.thing)
        if now.state is not (State.FINISHED if self.correcting else State.DRAFT):
            raise ChangedElsewhere(
                "This assessment was closed in another window meanwhile. What it holds is safe.",
                "Run the command again.",
            )


def press_each(
    state: InterviewState, commands: Sequence[Command]
) -> tuple[InterviewState, list[Change]]:
    """Return the state after commands, one after the other, and all that has to be recorded."""
    changes: list[Change] = []
    for command in commands:
        state, made = machine.press(state, command)
        changes += made
    return state, changes


def finish_assessment(desk: Desk, assessment: Assessment, answers: Sequence[Record]) -> Assessment:
    """Return the version of a draft that is finished: today, or on the day it was given on paper.

    It is later than its ``answers``, so that none of them counts as put right. One that began
    before it was first kept is typed in from a form, and counts by the day on that.
    """
    typed = assessment.began < assessment.at.astimezone().date()
    day = assessment.began if typed else desk.today
    pen = desk.pen().after(answers)
    return pen.next(assessment, state=State.FINISHED, finished=day)
