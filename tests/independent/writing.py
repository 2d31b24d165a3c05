"""Writes a history into a record by the program's use cases, each thing at its own moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from ipsskills.codes import AssessmentKind, Basis, Code, EntryKind, Role
from ipsskills.formats.answers import Given
from ipsskills.framework.types import Framework
from ipsskills.record.store import Store
from ipsskills.record.types import Entry, Person
from ipsskills.record.written import Decision, Written
from ipsskills.usecases.assessments import drafts
from ipsskills.usecases.assessments.agree import agree
from ipsskills.usecases.assessments.assess import drop_draft, start, take_answers
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.assessments.drafts import ToBegin
from ipsskills.usecases.assessments.marks import change_marks
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries, correct_entry, remove_entry
from ipsskills.usecases.interview.commands import Choose, Command, Give, Jump
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.rights.contesting import contest, settle
from ipsskills.usecases.supervision.prepare import prepare
from tests.independent.happenings import (
    Agreed,
    Answer,
    Begun,
    Contested,
    Corrected,
    Dropped,
    Finished,
    GoalAdded,
    GoalFinished,
    Happening,
    Held,
    Joined,
    Marked,
    Prepared,
    Supervised,
    TakenBack,
    VisitCorrected,
    Visited,
)

REASON = "setting"


@dataclass
class SetClock:
    """A clock that stands where it is put, and moves on a little at each look."""

    at: datetime

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=20)
        return self.at


@dataclass
class Writer:
    """Somebody who types a history, at the desk of whoever did it."""

    framework: Framework
    store: Store
    clock: SetClock
    ids: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)

    def desk_of(self, name: str) -> Desk:
        """Return the desk at which somebody works."""
        return Desk(self.framework, self.store, self.clock, me=self.ids.get(name))

    def write(self, each: Happening) -> None:
        """Let one thing happen."""
        self.clock.at = each.at
        WRITES[type(each)](self, each)

    def join(self, each: Joined) -> None:
        """Enter a person; the first is whoever uses the program."""
        role = Role.TEAM_LEADER if each.leads else Role.EMPLOYMENT_SPECIALIST
        desk = self.desk_of(each.by)
        if self.ids:
            self.ids[each.name] = add_person(desk, each.name, role).id
        else:
            self.ids[each.name] = introduce(desk, each.name, role).id

    def supervise(self, each: Supervised) -> None:
        """Say who supervises somebody, and since when."""
        edit_person(
            self.desk_of(each.by),
            each.about,
            supervisor=each.supervisor,
            supervised_since=each.since,
        )

    def visit(self, each: Visited) -> None:
        """Log field mentoring, with a rating where one was given."""
        values = {
            "on": each.on,
            "title": _wrote(each.setting),
            "way": each.way,
            "items": each.units,
        }
        self._log(each.by, each.about, each.key, EntryKind.OBSERVATION, values, each.rate)

    def correct_visit(self, each: VisitCorrected) -> None:
        """Put the day and the setting of a visit right."""
        changes = {"on": each.on, "title": _wrote(each.setting)}
        handle = self.entries[each.key]
        correct_entry(self.desk_of(each.by), handle, EntryKind.OBSERVATION, changes)

    def take_back(self, each: TakenBack) -> None:
        """Take an entry back."""
        remove_entry(self.desk_of(each.by), self.entries[each.key])

    def hold(self, each: Held) -> None:
        """Log a supervision that was held, or one that was cancelled."""
        values: dict[str, Any] = {"on": each.on, "way": each.way, "items": each.units}
        values |= {"minutes": 50} if each.held else {"cancelled": _wrote("ill")}
        values["talked"] = each.topics
        self._log(each.by, each.about, each.key, EntryKind.SUPERVISION, values)

    def begin(self, each: Begun) -> None:
        """Open a draft."""
        desk = self.desk_of(each.by)
        self.sessions[each.key] = start(
            desk,
            self._person(each.about),
            each.scope,
            kind=AssessmentKind(each.kind),
            asked_period=each.period,
        )

    def finish(self, each: Finished) -> None:
        """Give the answers of a draft and finish it."""
        given = [_given(item, answer) for item, answer in each.answers.items()]
        take_answers(self.sessions[each.key], given)

    def drop(self, each: Dropped) -> None:
        """Leave a draft for good."""
        desk, kept = self.desk_of(each.by), self.sessions[each.key].assessment
        wanted = ToBegin(
            about=self._person_of(kept.about), rater=kept.rater, kind=kept.kind, scope=kept.scope
        )
        with desk.interviewing() as (view, work):
            draft = drafts.find_draft(view, work, wanted)
        assert draft
        drop_draft(desk, draft)

    def correct(self, each: Corrected) -> None:
        """Put an answer of a finished assessment right."""
        session = Session(
            self.desk_of(each.by), self.sessions[each.key].assessment, correcting=True
        )
        commands: list[Command] = [Jump(each.item), Give(Code(each.code))]
        basis = session.state.answers[each.item].basis
        if session.assessment.kind is AssessmentKind.SUPERVISOR and basis:
            commands.append(Choose(basis))
        session.press_all(commands)
        session.finish()

    def mark(self, each: Marked) -> None:
        """Mark a unit without a new answer, or take the mark off."""
        kind = AssessmentKind.SELF if each.by == each.about else AssessmentKind.SUPERVISOR
        asked = AskedFor(kind=kind, scope=(), who=each.about)
        units = {"mark" if each.bring else "unmark": (each.unit,)}
        change_marks(self.desk_of(each.by), asked, **units)

    def agree(self, each: Agreed) -> None:
        """Keep what two people agreed on."""
        agree(self.desk_of(each.by), each.about, each.unit, Code(each.code), _wrote("We saw it."))

    def contest(self, each: Contested) -> None:
        """See a view differently, or say that it is settled."""
        desk, handle = self.desk_of(each.by), self.sessions[each.key].assessment.thing
        if each.settled:
            settle(desk, handle)
        else:
            contest(desk, handle, _wrote("I see it differently."))

    def prepare(self, each: Prepared) -> None:
        """Prepare for supervision."""
        prepare(self.desk_of(each.by), {"went_well": _wrote(each.well)})

    def add_goal(self, each: GoalAdded) -> None:
        """Put a goal on the plan."""
        steps = tuple(_wrote(f"Step {number + 1}") for number in range(each.steps))
        own = OwnGoal(_wrote(each.title), steps=steps)
        plan = add_own_goal(self.desk_of(each.by), None, own)
        self.goals[each.key] = str(max(goal.number for goal in plan.goals))

    def finish_goal(self, each: GoalFinished) -> None:
        """Finish a goal."""
        mark_done(self.desk_of(each.by), None, self.goals[each.key], changed=_wrote("Done."))

    def _log(
        self,
        by: str,
        about: str,
        key: str,
        kind: EntryKind,
        values: Mapping[str, Any],
        rating: str | None = None,
    ) -> None:
        entry = NewEntry(kind, values)
        (logged,) = add_entries(self.desk_of(by), about, [entry], rating=rating)
        with self.store.reading() as work:
            found = [each.thing for each in work.current(Entry, kind=kind)]
        (self.entries[key],) = [each for each in found if each.endswith(logged.entry.handle)]

    def _person(self, name: str) -> Person:
        return self._person_of(self.ids[name])

    def _person_of(self, person: str) -> Person:
        with self.store.reading() as work:
            return find_person(work, None, person)


WRITES: Mapping[type[Happening], Callable[[Writer, Any], None]] = {
    Joined: Writer.join,
    Supervised: Writer.supervise,
    Visited: Writer.visit,
    VisitCorrected: Writer.correct_visit,
    TakenBack: Writer.take_back,
    Held: Writer.hold,
    Begun: Writer.begin,
    Finished: Writer.finish,
    Dropped: Writer.drop,
    Corrected: Writer.correct,
    Marked: Writer.mark,
    Agreed: Writer.agree,
    Contested: Writer.contest,
    Prepared: Writer.prepare,
    GoalAdded: Writer.add_goal,
    GoalFinished: Writer.finish_goal,
}


def _wrote(text: str) -> Written:
    return Written(text, Decision.NOTHING_FOUND)


def _given(item: str, answer: Answer) -> Given:
    given = Given(
        item=item,
        code=Code(answer.code) if answer.code else None,
        basis=Basis(answer.basis) if answer.basis else None,
        bring=answer.bring,
        show=answer.show,
    )
    return replace(given, reason=REASON) if given.code is Code.OUTSIDE else given
