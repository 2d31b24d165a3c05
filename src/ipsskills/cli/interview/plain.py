"""The interview in plain lines: one question after another, typed answers, nothing redrawn.

For screen readers, dumb terminals and pipes. A line may be ``3``, ``3.10 3`` or a letter of the
key table with words after it. What stays as it was is not read out again: after a slip, a note or
a mark only the line that asks for an answer is repeated.
"""

import sys
from collections.abc import Collection, Iterable, Iterator

from ipsskills.cli.interview import spoken
from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.keys import Act, command_for
from ipsskills.cli.output.show import say
from ipsskills.cli.output.working import asking
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
    Write,
)
from ipsskills.usecases.interview.review import review
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import compose_screen, find_units


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
        self._asked: object = None
        self._mode = Mode.UNIT
        self._heard: set[object] = set()
        self._read_statements_of: int | None = None

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
        while line := self._read_line():
            yield line.removeprefix("\ufeff")  # some programs begin a pipe with a byte order mark

    def _read_line(self) -> str:
        with asking():
            return sys.stdin.readline()

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

    # What a line does: each returns what is wrong with it, if anything

    def _problem(self, line: str) -> str:
        """Carry out a line on a question."""
        state = self._session.state
        first, _, rest = (f"/ {line[1:]}" if line[:1] == "/" else line).partition(" ")
        if state.mode in spoken.LISTS:
            return self._choose(line)
        if not line:
            return "" if self._person else "An empty line answers nothing."
        if line.lower() == "out" and state.spot is not None:
            return self._press(Out())
        if rest and state.script.covers(item := state.script.find_item(first)):
            self._session.press(Jump(item))
            return self._problem(rest.strip())
        return self._command(first.lower(), rest.strip())

    def _command(self, first: str, rest: str) -> str:
        kind = self._session.state.script.kind
        does = Act.NOTE if first == "e!" else command_for(first, kind)
        if does is None:
            return f"'{first}' does nothing here. Type ? for help."
        if isinstance(does, Act):
            return self._act(does, rest, shared=first == "e!")
        chooses = isinstance(does, Open) or self._needs_a_choice(does)
        if rest and not chooses:
            return f"'{first}' takes no words. A note is a line of its own: e your words."
        return self._press(does) or (self._choose(rest) if rest else "")

    def _needs_a_choice(self, does: object) -> bool:
        """Whether an answer opens a short list: x its reasons, a supervisor's what it rests on."""
        if not isinstance(does, Give):
            return False
        supervisor = self._session.state.script.kind is AssessmentKind.SUPERVISOR
        return does.code is Code.OUTSIDE or (supervisor and does.code.rated)

    def _press(self, command: Command) -> str:
        """Carry out a command; say what it came to, and read back what is kept of an answer."""
        before = self._session.state
        self._session.press(command)
        state = self._session.state
        if state.refused:
            return state.status
        if self._person:
            self._tell(spoken.say_done(command, before, state))
        return ""

    def _act(self, act: Act, rest: str, *, shared: bool) -> str:
        match act:
            case Act.NOTE if rest:
                return self._note(rest, shared=shared)
            case Act.NOTE:
                return spoken.NOTE_HELP
            case Act.JUMP if rest:
                return self._press(Jump(self._session.state.script.find_item(rest)))
            case Act.SEARCH if rest:
                self._find(rest)
            case Act.JUMP | Act.SEARCH:
                return spoken.FIND_HELP
            case Act.STATEMENTS if rest in ("", "all"):
                return self._statements(whole=bool(rest))
            case Act.REVIEW:
                self._tell(spoken.read_review(review(self._session.state)))
            case _:
                self._help()
        return ""

    def _help(self) -> None:
        """Read out the answers in words, then what else can be typed."""
        shown = compose_screen(self._session.state)
        self._tell(spoken.read_answers(shown.options))
        self._tell(spoken.say_keys(shown))

    def _note(self, words: str, *, shared: bool) -> str:
        """Keep a note, after asking about one that could tell who a client is."""
        keep = self._keep or words == compose_screen(self._session.state).note.text
        if not self._person and (found := detail.Check(keep, self._known).find(words)):
            named = ", ".join(detail.name_findings(found))
            return f"This could tell who a client is: {named}. Change it, or add --keep."
        kept = detail.take_care(words, what="the note", keep=keep, known=self._known, plain=True)
        if kept is None:
            return "Left out. None of it was kept."
        return self._press(Write(NoteText(kept, shared)))

    def _choose(self, line: str) -> str:
        shown = compose_screen(self._session.state)
        if line == "?":
            self._tell(spoken.read_list(shown))
            return ""
        by_key = {choice.key.lower(): choice.key for choice in shown.choices}
        numbered = {str(n): choice.key for n, choice in enumerate(shown.choices, 1)}
        key = by_key.get(line.lower()) or numbered.get(line)
        if line.lower() in ("", "=") and shown.mode is Mode.BASIS and self._session.state.basis:
            return self._press(Same())
        if line.lower() == "b":
            self._session.press(Choose(None))
            return ""
        if key is None:
            return f"'{line}' is not on the list."
        return self._press(Choose(key))

    def _find(self, words: str) -> None:
        script = self._session.state.script
        units = find_units(self._session.state, words.split())
        self._tell(f"  {item} {script.unit(item).title}" for item in units)
        say("Type j and the number to go there." if units else f"Nothing found for '{words}'.")

    def _statements(self, *, whole: bool) -> str:
        """Read the statements of a unit; asked for once more there, go into them."""
        state = self._session.state
        again = self._read_statements_of == state.index
        if again and state.spot is None and not whole:
            return self._press(Into())
        self._read_statements_of = state.index
        self._tell(spoken.read_statements(compose_screen(state)))
        return ""

    # What is read out

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            say(line)

    def _ask(self) -> None:
        """Ask for the next line: with its question, where that is another one than before."""
        if not self._person:
            return
        state = self._session.state
        shown, place = compose_screen(state), (state.index, state.spot)
        is_new, is_list = place != self._asked, state.mode in spoken.LISTS
        opened, self._asked, self._mode = state.mode is not self._mode, place, state.mode
        if shown.mode is Mode.END:
            given = review(state) if self._session.correcting else ()
            self._tell(spoken.put_end(shown, given) if is_new else ())
            say(spoken.prompt_end(areas_offered=self._areas_offered))
        elif is_list:
            self._tell([spoken.put_list(shown)] if opened or is_new else ())
            self._read_once(shown.choices, spoken.read_list(shown))
            say(spoken.prompt_list(shown))
        else:
            self._tell(spoken.put_question(shown) if is_new else ())
            words = tuple((option.label, option.means) for option in shown.options)
            self._read_once(words, spoken.read_answers(shown.options))
            say(spoken.prompt_answer(shown))

    def _read_once(self, words: object, lines: Iterable[str]) -> None:
        """Read out the words of answers unless the same were read before."""
        if words not in self._heard:
            self._heard.add(words)
            self._tell(lines)
