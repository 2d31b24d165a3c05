"""The interview in plain lines: one question after another, typed answers, nothing redrawn.

For screen readers, dumb terminals and pipes. A line may be ``3``, ``3.10 3`` or a letter of the
key table with words after it.
"""

import sys
from collections.abc import Collection, Iterator

from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.keys import KEYS, Act, command_for
from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import detail
from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import InvalidInput
from ipsskills.usecases.interview.commands import (
    Choose,
    Command,
    Give,
    Into,
    Jump,
    Mode,
    NoteText,
    Open,
    Out,
    Same,
    Skip,
    Write,
)
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import ScreenView, compose_screen, find_units, review

_HELP = "Type an answer, or: out back to the unit from its statements; " + "; ".join(
    f"{key.key} {key.help}" for key in KEYS
)
_NOTE_HELP = "Write the note on the same line: e your words. To share it: e! your words."


def run_plain(
    session: Session,
    *,
    areas_offered: bool,
    keep: bool = False,
    known: Collection[str] = (),
) -> Ended:
    """Ask every question of a session line by line.

    Notes that could tell who a client is are asked about, unless ``keep``; ``known`` are full
    names that may be mentioned. A slip by a person is answered on the spot; one in a pipe raises
    InvalidInput, and what was answered before it is kept.
    """
    return Plain(session, areas_offered=areas_offered, keep=keep, known=known).run()


class Plain:
    """The plain lines of one session."""

    def __init__(
        self,
        session: Session,
        *,
        areas_offered: bool,
        keep: bool = False,
        known: Collection[str] = (),
    ) -> None:
        self._session = session
        self._keep = keep
        self._known = known
        self._areas_offered = areas_offered
        self._person = sys.stdin.isatty()
        self._number = 0

    def run(self) -> Ended:
        """Ask until the person finishes or leaves (also with Ctrl-C), or the lines end."""
        try:
            return self._run()
        except KeyboardInterrupt:
            if not self._person:
                raise
            say("")
            return Ended.LEAVE

    def _run(self) -> Ended:
        self._ask()
        self._session.prepare()
        self._session.begin()
        for line in self._lines():
            self._number += 1
            if ended := self._take(line.strip()):
                return ended
            self._ask()
        whole = not self._session.state.open_items
        return Ended.FINISH if whole and not self._person else Ended.LEAVE

    def _lines(self) -> Iterator[str]:
        while line := sys.stdin.readline():
            yield line.removeprefix("\ufeff")  # some programs begin a pipe with a byte order mark

    def _take(self, line: str) -> Ended | None:
        """Carry out one line; return how the interview ended, if it did."""
        if self._session.state.mode is Mode.END and (ended := self._at_end(line.lower())):
            return ended
        if line.lower() in ("q", "quit"):
            return Ended.LEAVE
        if problem := self._try(line):
            if not self._person:
                raise InvalidInput(
                    f"Line {self._number}: {problem} The answers before it are kept.",
                    "Correct the line; the draft goes on from there.",
                )
            say(problem)
        return None

    def _try(self, line: str) -> str:
        try:
            return self._problem(line)
        except InvalidInput as error:
            return error.message

    def _at_end(self, line: str) -> Ended | None:
        if line in ("", "finish"):
            return Ended.FINISH
        return Ended.FINISH_AND_AREAS if line == "m" and self._areas_offered else None

    def _problem(self, line: str) -> str:
        """Carry out a line on a question; return what is wrong with it, if anything."""
        state = self._session.state
        first, _, rest = (f"/ {line[1:]}" if line[:1] == "/" else line).partition(" ")
        if not line:
            return "" if self._person else "An empty line answers nothing."
        if line.lower() == "out" and state.spot is not None:
            return self._press(Out())
        if state.mode in (Mode.REASON, Mode.BEHIND, Mode.BASIS):
            return self._choose(line)
        if rest and state.script.covers(item := state.script.find_item(first)):
            self._session.press(Jump(item))
            return self._problem(rest.strip())
        return self._command(first.lower(), rest.strip())

    def _command(self, first: str, rest: str) -> str:
        does = Act.NOTE if first == "e!" else command_for(first)
        if does is None:
            return f"'{first}' does nothing here. Type ? for help."
        if isinstance(does, Act):
            return self._act(does, rest, shared=first == "e!")
        chooses = isinstance(does, Open) or self._needs_a_choice(does)
        if rest and not chooses:
            return f"'{first}' takes no words. A note is a line of its own: e your words."
        self._session.press(does)
        if rest:
            return self._choose(rest)
        return self._session.state.status if isinstance(does, Give | Skip) else ""

    def _needs_a_choice(self, does: object) -> bool:
        """Whether an answer opens a short list: x its reasons, a supervisor's what it rests on."""
        if not isinstance(does, Give):
            return False
        supervisor = self._session.state.script.kind is AssessmentKind.SUPERVISOR
        return does.code is Code.OUTSIDE or (supervisor and does.code.rated)

    def _press(self, command: Command) -> str:
        self._session.press(command)
        return self._session.state.status

    def _act(self, act: Act, rest: str, *, shared: bool) -> str:
        match act:
            case Act.NOTE if rest:
                return self._note(rest, shared=shared)
            case Act.NOTE:
                return _NOTE_HELP
            case Act.JUMP if rest:
                return self._press(Jump(self._session.state.script.find_item(rest)))
            case Act.SEARCH if rest:
                self._find(rest)
            case Act.JUMP | Act.SEARCH:
                return "Write what you are looking for on the same line: j 3.8, or / benefits."
            case Act.STATEMENTS if rest in ("", "all"):
                return self._statements(whole=bool(rest))
            case Act.REVIEW:
                self._tell_review()
            case _:
                say(_HELP)
        return ""

    def _note(self, words: str, *, shared: bool) -> str:
        """Keep a note, after asking about one that could tell who a client is."""
        keep = self._keep or words == compose_screen(self._session.state).note.text
        if not self._person and (found := detail.Check(keep, self._known).find(words)):
            named = ", ".join(detail.name_findings(found))
            return f"This could tell who a client is: {named}. Change it, or add --keep."
        kept = detail.take_care(words, what="the note", keep=keep, known=self._known, plain=True)
        if kept is None:
            return "Left out. None of it was kept."
        self._session.press(Write(NoteText(kept, shared)))
        return ""

    def _choose(self, line: str) -> str:
        choices = compose_screen(self._session.state).choices
        by_key = {choice.key.lower(): choice.key for choice in choices}
        numbered = {str(n): choice.key for n, choice in enumerate(choices, 1)}
        key = by_key.get(line.lower()) or numbered.get(line)
        basis = self._session.state.mode is Mode.BASIS
        if line.lower() in ("", "=") and basis and self._session.state.basis:
            return self._press(Same())
        if key is None and line.lower() != "b":
            return f"'{line}' is not on the list."
        self._session.press(Choose(key))
        return ""

    def _find(self, words: str) -> None:
        script = self._session.state.script
        units = find_units(script, words.split())
        for item in units:
            say(f"  {item} {script.unit(item).title}")
        say("Type j and the number to go there." if units else f"Nothing found for '{words}'.")

    def _statements(self, *, whole: bool) -> str:
        """Go into the statements of a unit; inside, or with "d all", read them all."""
        if whole or self._session.state.spot is not None:
            self._tell_statements(compose_screen(self._session.state))
            return ""
        return self._press(Into())

    def _tell_review(self) -> None:
        for each in review(self._session.state):
            before = f" (before: {each.before})" if each.before else ""
            marks = f"{' !' if each.bring else ''}{' *' if each.show else ''}"
            say(f"  {each.number} {each.short}: {each.said}{marks}{before}")
        say("To change one, type its number and the answer: 3.8 2.")

    def _tell_statements(self, shown: ScreenView) -> None:
        for statement in shown.statements:
            say(f"  {statement.text}")
            for point in statement.points:
                say(f"    - {point}")

    def _ask(self) -> None:
        """Say the question, in full for a person, nothing for a pipe."""
        if not self._person:
            return
        shown = compose_screen(self._session.state)
        if shown.status:
            say(shown.status)
        if shown.mode is Mode.END:
            self._ask_end(shown)
        elif shown.choices:
            for number, choice in enumerate(shown.choices, 1):
                say(f"  {number} {choice.label}")
            same = f" Enter: {shown.same}, as last time." if shown.same else ""
            say(f"Type a number, or b to leave it as it was.{same}")
        else:
            self._ask_unit(shown)

    def _ask_unit(self, shown: ScreenView) -> None:
        say(f"\nUnit {shown.place} of {shown.total}. {shown.unit} {shown.title}. {_about(shown)}")
        for point in shown.statement.points if shown.statement else ():
            say(f"  - {point}")
        say(shown.question)
        for option in shown.options:
            chosen = " (your answer)" if option.chosen else ""
            means = f", {option.means}" if option.means else ""
            say(f"  {option.code} {option.label}{means}{chosen}")
        if shown.note.text:
            say(f"  Note: {shown.note.text}")
        say("Answer, or ? for help:")

    def _ask_end(self, shown: ScreenView) -> None:
        say("\nThat was the last question.")
        if shown.left_open:
            say("Not answered: " + ", ".join(f"{unit} {said}" for unit, said in shown.left_open))
        more = " m: finish, then ten short questions on judgement." if self._areas_offered else ""
        say(f"Enter: finish.{more} r: read over. b: back. q: finish later.")


def _about(shown: ScreenView) -> str:
    """Return what is asked about: a unit's purpose, or a statement and its place."""
    if shown.statement is None:
        return shown.purpose
    return f"Statement {shown.spot} of {shown.spots}. {shown.statement.text}"
