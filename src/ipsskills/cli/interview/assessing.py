"""One run of ``ipsskills assess``, from finding the draft to what is said at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask, detail
from ipsskills.codes import AssessmentKind, Role
from ipsskills.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from ipsskills.formats.answers import Given
    from ipsskills.record.types import Person
    from ipsskills.usecases.assessments.assess import Draft
    from ipsskills.usecases.desk import Desk
    from ipsskills.usecases.interview.session import Session

_FEW = 4  # units that are named one by one in a command


@dataclass(frozen=True)
class Wanted:
    """What an assessment is to be: whose view, of what, how far back, and how it is asked.

    ``rater`` is a person id, ``seen`` the units a supervisor has seen, if said beforehand; with
    ``keep`` notes are kept as they are, whatever they hold.
    """

    about: "Person"
    rater: str
    kind: AssessmentKind
    scope: tuple[str, ...]
    period: int | None = None
    seen: tuple[str, ...] | None = None
    plain: bool = False
    keep: bool = False


class Run:
    """One run: ``go`` on with a draft or begin one, ``drop`` a draft, or ``correct`` answers."""

    def __init__(self, desk: "Desk", out: Output, wanted: Wanted) -> None:
        self._desk = desk
        self._out = out
        self._wanted = wanted

    def go(self, from_file: Path | None, *, new: bool) -> None:
        """Resume or begin, by keys, by lines or from a file; say where things stand at the end."""
        from ipsskills.formats.answers import read_answers
        from ipsskills.usecases.assessments.assess import refuse_blank, take_answers

        kind = self._wanted.kind
        given = read_answers(from_file, self._desk.framework, kind) if from_file else None
        if given is not None:
            refuse_blank(given)
            given = self._check_notes(given)
        session = self._session(given or (), new=new)
        if given is not None:
            take_answers(session, given)
            self._summary(session)
            return
        if kind is AssessmentKind.SUPERVISOR and self._is_fresh(session):
            self._choose_seen(session)
        self._interview(session)

    def _check_notes(self, given: "Sequence[Given]") -> "tuple[Given, ...]":
        """Return a file's answers with the notes that may be kept; ask about those in doubt.

        Raises InvalidInput, naming every note in doubt, where nobody is there to ask.
        """
        keep, known, plain = self._wanted.keep, self._known(), self._wanted.plain
        if not ask.can_ask():
            detail.refuse([(each.item, each.note) for each in given], keep=keep, known=known)
        return tuple(
            replace(
                each,
                note=detail.take_care(
                    each.note, what=f"the note on {each.item}", keep=keep, known=known, plain=plain
                )
                or "",
            )
            for each in given
        )

    def _known(self) -> tuple[str, ...]:
        from ipsskills.usecases.people.colleagues import names_known

        return names_known(self._desk)

    def drop(self) -> None:
        """Leave the open draft for good. Raises NotFound if there is none."""
        from ipsskills.usecases.assessments.assess import drop

        draft = self._draft()
        if draft is None:
            raise NotFound("There is no open draft.", "Begin one: ipsskills assess")
        drop(self._desk, draft)
        self._out.result(
            {"state": "dropped", "assessment": draft.assessment.thing},
            "The draft is dropped. That is recorded, and nothing in it is erased.",
        )

    def correct(self) -> None:
        """Open the last finished assessment to put an answer right: a new version of it."""
        from ipsskills.usecases.interview.session import Session
        from ipsskills.usecases.reading.passes import finished

        wanted = self._wanted
        with self._desk.reading() as work:
            done = [
                each
                for each in finished(work, wanted.about.thing, wanted.kind)
                if each.rater == wanted.rater
            ]
        if not done:
            raise NotFound("There is nothing finished to correct.", "Type: ipsskills assess")
        self._interview(Session(self._desk, done[0], correcting=True), areas=False)

    def _draft(self) -> "Draft | None":
        from ipsskills.usecases.assessments.assess import find_draft

        wanted = self._wanted
        return find_draft(self._desk, wanted.about, wanted.kind, wanted.scope, wanted.rater)

    def _session(self, given: "Sequence[Given]", *, new: bool) -> "Session":
        """Resume the open draft, or begin; ask where it is not plain which."""
        from ipsskills.usecases.assessments.assess import refuse_strange, start
        from ipsskills.usecases.interview.session import Session

        draft, wanted = self._draft(), self._wanted
        if draft and not new and (not draft.unclear or self._goes_on(draft)):
            if draft.answered:
                answers = "1 answer is" if draft.answered == 1 else f"{draft.answered} answers are"
                self._out.notice(f"Going on where you stopped; {answers} kept.")
            return Session(self._desk, draft.assessment)
        refuse_strange(given, wanted.scope)
        return start(
            self._desk,
            wanted.about,
            wanted.scope,
            kind=wanted.kind,
            rater=wanted.rater,
            asked_period=wanted.period,
            drop=draft,
        )

    def _goes_on(self, draft: "Draft") -> bool:
        from ipsskills.pages.words import day

        begun, count = day(draft.assessment.began), draft.answered
        answers = "1 answer" if count == 1 else f"{count} answers"
        what = f"There is an open draft, begun {begun}, with {answers}."
        if draft.other_scope:
            what += " It asks about other units than you chose now."
        if not ask.can_ask():
            raise InvalidInput(what, "Choose the units it was begun with to go on, or add --new.")
        choices = [("on", "Go on with the draft"), ("new", "Leave it and begin again")]
        return ask.select(f"{what} What now?", choices, plain=self._wanted.plain) == "on"

    @staticmethod
    def _is_fresh(session: "Session") -> bool:
        return not any(answer.code for answer in session.state.answers.values())

    def _choose_seen(self, session: "Session") -> None:
        """Begin with what the supervisor has seen; the rest is "not seen" in one step."""
        from ipsskills.usecases.assessments.assess import leave_unseen
        from ipsskills.usecases.assessments.scope import observed

        wanted = self._wanted
        seen = wanted.seen
        if seen is None and ask.can_ask():
            ticked = observed(self._desk, wanted.about, session.assessment.period_months)
            units = dict.fromkeys(item.partition("/")[0] for item in session.assessment.scope)
            choices = [(u, f"{u:<5}{self._desk.framework.by_id[u].short}") for u in units]
            logged = " What you logged is ticked." if ticked else ""
            question = f"What have you seen of {wanted.about.name}'s work?{logged}"
            seen = tuple(ask.several(question, choices, ticked=ticked))
        if seen is not None:
            leave_unseen(session, seen)

    def _interview(self, session: "Session", *, areas: bool = True) -> None:
        from ipsskills.cli.interview.ended import Ended

        whole = {u.id for u in self._desk.framework.asked()} <= set(session.assessment.scope)
        offered = areas and whole and self._wanted.kind is AssessmentKind.SELF
        keep, known = self._wanted.keep, self._known()
        if self._wanted.plain:
            from ipsskills.cli.interview.plain import run_plain

            ended = run_plain(session, areas_offered=offered, keep=keep, known=known)
        else:
            from ipsskills.cli.interview.screen import run_screen

            check = detail.check(keep=keep, known=known)
            ended = run_screen(session, areas_offered=offered, check=check)
        if ended is Ended.LEAVE and not session.correcting:
            self._tell_left(session)
            return
        session.finish()
        if ended is Ended.FINISH_AND_AREAS:
            self._areas()
            return
        self._summary(session)

    def _areas(self) -> None:
        from ipsskills.usecases.assessments.assess import start
        from ipsskills.usecases.assessments.scope import scope_of

        wanted = self._wanted
        leads = wanted.about.role is Role.TEAM_LEADER
        scope = scope_of(self._desk.framework, areas=True, supporting=leads)
        session = start(self._desk, wanted.about, scope, asked_period=wanted.period)
        self._interview(session, areas=False)

    def _tell_left(self, session: "Session") -> None:
        left = len(session.state.open_items)
        data = {
            "state": "draft",
            "assessment": session.assessment.thing,
            "not_answered": session.state.open_items,
        }
        self._out.result(data, "")
        questions = "1 question is" if left == 1 else f"{left or 'no'} questions are"
        say(f"Everything is kept; {questions} left. Go on with: {self._command(session)}")

    def _command(self, session: "Session") -> str:
        """Return what goes on with this assessment, as it would be typed."""
        from ipsskills.pages.words import typed

        about = typed(self._wanted.about.name)
        command = {
            AssessmentKind.SUPERVISOR: f"ipsskills assess {about} --as supervisor",
            AssessmentKind.FIRST_LOOK: "ipsskills assess --first-look",
        }.get(self._wanted.kind, "ipsskills assess")
        return f"{command}{self._choice(session.assessment.scope)}{self._demo}"

    def _choice(self, scope: Sequence[str]) -> str:
        """Return the options that choose the same items again, where a few words can."""
        framework = self._desk.framework
        units = list(dict.fromkeys(item.partition("/")[0] for item in scope))
        asked = list(framework.asked())
        full = " --full" if any("/" in item for item in scope) else ""
        if units == [unit.id for unit in asked]:
            return full
        for section in framework.sections:
            if units == [unit.id for unit in asked if unit.section == section.slug]:
                return f" --section {section.id}{full}"
        if len(units) > _FEW:
            return ""
        return "".join(f" --unit {unit}" for unit in units) + full

    @property
    def _demo(self) -> str:
        """What follows a command in the invented service."""
        return " --demo" if self._desk.store.demo else ""

    def _summary(self, session: "Session") -> None:
        if self._wanted.kind is AssessmentKind.SELF:
            from ipsskills.pages.compose.summary import compose_summary
            from ipsskills.usecases.reports.report import report

            found = report(self._desk, self._wanted.about.thing)
            asked = {item.partition("/")[0] for item in session.assessment.scope}
            self._out.result(found, compose_summary(found, asked))
            return
        from ipsskills.pages.words import typed

        data = {"state": "finished", "assessment": session.assessment.thing}
        if self._wanted.kind is AssessmentKind.FIRST_LOOK:
            self._out.result(data, f"Your first look is kept.\nNext: ipsskills report{self._demo}")
            return
        name = typed(self._wanted.about.name)
        self._out.result(data, f"Your view is kept.\nNext: ipsskills compare {name}{self._demo}")


def look_at(desk: "Desk", units: "Sequence[str]") -> None:
    """Ask me about a few units here and now."""
    from ipsskills.usecases.people.people import find_person

    with desk.reading() as view:
        me = find_person(view, None, view.me)
    wanted = Wanted(me, me.thing, AssessmentKind.SELF, tuple(units), plain=ask.plain_wanted())
    Run(desk, Output("assess"), wanted).go(None, new=False)
