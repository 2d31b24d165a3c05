"""One run of ``ipsskills assess``, from what there is to what is said at the end."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ipsskills.cli.interview.without_openssl import without_openssl
from ipsskills.cli.output.assessed import say_closed
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask, detail
from ipsskills.codes import AssessmentKind, Role
from ipsskills.errors import Interrupted, InvalidInput
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from datetime import date

    from ipsskills.formats.answers import Given
    from ipsskills.usecases.assessments.begin import AskedFor, Beginning, ToCorrect
    from ipsskills.usecases.assessments.drafts import Draft, ToBegin
    from ipsskills.usecases.desk import Desk
    from ipsskills.usecases.interview.session import Session

Found = TypeVar("Found", "Beginning", "ToCorrect")


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How an assessment is asked.

    ``seen`` are the units a supervisor has seen, if said beforehand; with ``keep`` notes are kept
    as they are, whatever they hold.
    """

    seen: tuple[str, ...] | None = None
    plain: bool = False
    keep: bool = False


class Run:
    """One run: ``go`` on with a draft or begin one, ``drop`` a draft, or ``correct`` answers."""

    def __init__(self, desk: "Desk", out: Output, asked: "AskedFor", manner: Manner) -> None:
        self._desk = desk
        self._out = out
        self._asked = asked
        self._manner = manner
        self._known: tuple[str, ...] = ()

    def carry_out(self, from_file: Path | None, *, new: bool, drop: bool, correct: bool) -> None:
        """Do what was asked for: ``drop``, ``correct``, or else go on or begin."""
        if drop:
            self.drop()
        elif correct:
            self.correct()
        else:
            self.go(from_file, new=new)

    def go(self, from_file: Path | None, *, new: bool) -> None:
        """Resume or begin, by keys, by lines or from a file; say where things stand at the end."""
        from ipsskills.usecases.assessments.begin import read_beginning

        if from_file and self._is_form(from_file):
            from ipsskills.cli.prompts.form_in import take_form_file

            take_form_file(self._desk, self._out, self._asked, from_file, keep=self._manner.keep)
            return
        given = self._read_file(from_file) if from_file else None
        self._asked = replace(self._asked, answers=tuple(given or ()))
        own = self._asked.kind is AssessmentKind.SELF
        narrowed = self._asked.full or self._asked.only or self._asked.given_on
        plainly = own and not (from_file or narrowed)
        there = self._meet(read_beginning, may_look=plainly)
        if plainly and not new and (there.look or there.nothing_yet):
            from ipsskills.cli.interview.look_first import look_instead

            whole, plain = self._desk.framework, self._manner.plain
            if instead := look_instead(whole, there, self._asked, self._out, plain=plain):
                self._asked = instead
                there = self._meet(read_beginning)
        if given is not None:
            self._take_file(there, self._check_notes(given), new=new)
            return
        session = self._open(there, new=new)
        if there.wanted.kind is AssessmentKind.SUPERVISOR and self._is_fresh(session):
            self._choose_seen(session, there.wanted.about.name)
        self._interview(session, there.wanted)

    def drop(self) -> None:
        """Leave the open draft for good. Raises NotFound if there is none."""
        from ipsskills.cli.interview.look_first import drop_named, means_look
        from ipsskills.usecases.assessments.begin import read_beginning

        there = self._meet(read_beginning)
        if means_look(there, plain=self._manner.plain):
            self._asked = replace(self._asked, kind=AssessmentKind.FIRST_LOOK)
            there = self._meet(read_beginning)
        drop_named(self._desk, there, self._out)

    def correct(self) -> None:
        """Open the last finished assessment to put an answer right: a new version of it."""
        from ipsskills.usecases.assessments.begin import read_finished
        from ipsskills.usecases.interview.session import Session

        found = self._meet(read_finished)
        if found.wanted.kind is not self._asked.kind:
            self._out.notice("What you have finished is a first look, so this opens that.")
        opened = found.opened
        session = Session(self._desk, opened.assessment, opened=opened, correcting=True)
        self._interview(session, found.wanted, areas=False)

    def _meet(
        self, read: "Callable[[Desk, AskedFor], Found | None]", *, may_look: bool = False
    ) -> "Found":
        """Return what is read before the first question; get to know whoever is there, if need be.

        From here on the desk is theirs. Somebody in their first weeks gets a first look, where it
        ``may_look`` at that instead.
        """
        while (found := read(self._desk, self._asked)) is None:
            from ipsskills.cli.prompts.introduce import AboutMe, introduce_me

            about = AboutMe(first_weeks=None if may_look else False)
            met = introduce_me(self._desk, about, plain=self._manner.plain)
            self._desk = met.desk
            if met.first_weeks:
                self._asked = replace(self._asked, kind=AssessmentKind.FIRST_LOOK)
        self._desk, self._known = self._desk.as_person(found.me), found.known
        return found

    @staticmethod
    def _is_form(path: Path) -> bool:
        from ipsskills.cli.prompts.form_file import holds_form

        return holds_form(path)

    def _read_file(self, path: Path) -> "Sequence[Given]":
        from ipsskills.formats.answers import read_answers
        from ipsskills.usecases.assessments.answers_file import refuse_blank

        given = read_answers(path, self._desk.framework, self._asked.kind)
        refuse_blank(given)
        return given

    def _take_file(self, there: "Beginning", given: "Sequence[Given]", *, new: bool) -> None:
        from ipsskills.usecases.assessments.assess import take_file

        draft = self._choose_draft(there.draft, new=new)
        if there.same_on:
            self._warn_same(there.same_on)
        drop = None if draft else there.draft
        done = take_file(self._desk, there.wanted, given, draft=draft, drop=drop)
        say_closed(self._out, self._desk, done, there.wanted)

    def _warn_same(self, on: "date") -> None:
        """Say that the last look has the same answers. Raises Interrupted if it is not meant."""
        from ipsskills.pages.words import day

        what = f"These are the answers that were finished on {day(on)}, one by one."
        if not ask.can_ask():
            self._out.notice(f"{what} They are kept once more, as a new look.")
        elif not ask.sure(f"{what} Keep them once more, as a new look?"):
            raise Interrupted("Nothing was kept.")

    def _check_notes(self, given: "Sequence[Given]") -> "tuple[Given, ...]":
        """Return a file's answers with the notes that may be kept; ask about those in doubt.

        Raises InvalidInput, naming every note in doubt, where nobody is there to ask.
        """
        notes = detail.look_through(
            [(each.item, each.note) for each in given],
            what="the note on",
            keep=self._manner.keep,
            known=self._known,
            plain=self._manner.plain,
        )
        return tuple(
            replace(each, note=note or "") for each, note in zip(given, notes, strict=True)
        )

    def _open(self, there: "Beginning", *, new: bool) -> "Session":
        """Resume the open draft, or begin; ask where it is not plain which."""
        from ipsskills.usecases.assessments.assess import open_new
        from ipsskills.usecases.interview.session import Session

        draft = self._choose_draft(there.draft, new=new)
        if draft:
            return Session(self._desk, draft.assessment, opened=draft.opened)
        return open_new(self._desk, there.made, drop=there.draft)

    def _choose_draft(self, draft: "Draft | None", *, new: bool) -> "Draft | None":
        """Return the draft to go on with; None to begin anew."""
        from ipsskills.cli.interview.wording import count_answers
        from ipsskills.usecases.interview.saved import Saved

        if draft is None or new or (draft.unclear and not self._goes_on(draft)):
            return None
        if draft.saved != Saved():
            were = "was" if draft.saved == Saved(1) else "were"
            kept = f"{count_answers(draft.saved)} {were} kept"
            self._out.notice(f"Going on where you stopped; {kept} from before.")
        return draft

    def _goes_on(self, draft: "Draft") -> bool:
        from ipsskills.cli.interview.wording import count_answers
        from ipsskills.pages.words import day

        begun, answers = day(draft.assessment.began), count_answers(draft.saved)
        what = f"There is an open draft, begun {begun}, with {answers}."
        if draft.other_scope:
            what += " It asks about other units than you chose now."
        if not ask.can_ask():
            raise InvalidInput(what, "Choose the units it was begun with to go on, or add --new.")
        choices = [("on", "Go on with the draft"), ("new", "Leave it and begin again")]
        return ask.select(f"{what} What now?", choices, plain=self._manner.plain) == "on"

    @staticmethod
    def _is_fresh(session: "Session") -> bool:
        return not any(answer.code for answer in session.state.answers.values())

    def _choose_seen(self, session: "Session", about: str) -> None:
        """Begin with what the supervisor has seen; the rest is "not seen" in one step."""
        from ipsskills.cli.interview.seen import ask_seen
        from ipsskills.usecases.assessments.assess import leave_unseen

        seen, unlinked = self._manner.seen, tuple[str, ...]()
        if seen is None and ask.can_ask():
            seen, unlinked = ask_seen(session, self._desk.framework, about)
        if seen is not None:
            leave_unseen(session, seen, unlinked)

    def _interview(self, session: "Session", wanted: "ToBegin", *, areas: bool = True) -> None:
        from ipsskills.cli.interview.ended import Ended

        whole = {u.id for u in self._desk.framework.asked()} <= set(session.assessment.scope)
        ended = self._run(session, areas_offered=areas and whole and wanted.kind == "self")
        if ended is Ended.LEAVE and not session.correcting:
            self._leave(session, wanted)
            return
        session.finish()
        if session.correcting:
            from ipsskills.cli.interview.wording import say_changed

            self._out.notice(say_changed(session))
        if ended is Ended.FINISH_AND_AREAS:
            self._ask_areas(wanted)
            return
        say_closed(self._out, self._desk, session.assessment, wanted)

    def _run(self, session: "Session", *, areas_offered: bool) -> str:
        keep, known = self._manner.keep, self._known
        if self._manner.plain:
            from ipsskills.cli.interview.plain import run_plain

            return run_plain(session, areas_offered=areas_offered, keep=keep, known=known)
        with without_openssl():
            from ipsskills.cli.interview.screen import run_screen
        return run_screen(session, areas_offered=areas_offered, check=detail.Check(keep, known))

    def _ask_areas(self, wanted: "ToBegin") -> None:
        from ipsskills.usecases.assessments.assess import begin_draft
        from ipsskills.usecases.assessments.scope import choose_scope

        leads = wanted.about.role is Role.TEAM_LEADER
        scope = choose_scope(self._desk.framework, areas=True, supporting=leads)
        areas = replace(wanted, scope=scope)
        self._interview(begin_draft(self._desk, areas), areas, areas=False)

    def _leave(self, session: "Session", wanted: "ToBegin") -> None:
        from ipsskills.facts.assessment import DraftLeft
        from ipsskills.usecases.assessments.going_on import go_on_with

        session.begin()
        open_items = session.state.open_items
        plain = self._manner.plain and not ask.wants_plain()
        again = go_on_with(self._desk.framework, session.assessment, wanted.about.name, plain=plain)
        left = DraftLeft(
            state=session.assessment.state,
            assessment=session.assessment.thing,
            not_answered=open_items,
            next=(again,),
        )
        self._out.result(left, "")
        count = len(open_items)
        questions = "1 question is" if count == 1 else f"{count or 'no'} questions are"
        say(f"Everything is kept; {questions} left. Go on with: {again}")


def look_at(desk: "Desk", units: "Sequence[str]") -> None:
    """Ask me about a few units here and now."""
    from ipsskills.usecases.assessments.begin import AskedFor

    asked = AskedFor(kind=AssessmentKind.SELF, scope=tuple(units))
    manner = Manner(plain=ask.wants_plain())
    Run(desk, Output("assess"), asked, manner).go(None, new=False)
