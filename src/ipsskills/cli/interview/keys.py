"""The keys of the interview: one table, used by the screen, the plain lines and the help."""

from dataclasses import replace
from enum import StrEnum

from ipsskills.codes import AskedAs, AssessmentKind, Code, list_offered
from ipsskills.frozen import dataclass
from ipsskills.usecases.interview.commands import (
    Back,
    Command,
    Give,
    Mark,
    Mode,
    Open,
    Skip,
    Toggle,
    Undo,
)


class Act(StrEnum):
    """What keys do that is not a command of the interview itself."""

    STATEMENTS = "statements"
    REVIEW = "review"
    NOTE = "note"
    JUMP = "jump"
    SEARCH = "search"
    HELP = "help"
    LEAVE = "leave"


class TypingFor(StrEnum):
    """What is being typed at the foot of the screen."""

    NOTE = "note"
    JUMP = "jump"
    SEARCH = "search"


@dataclass(frozen=True)
class Key:
    """One key: what it is called, what it does, and the words for the help."""

    key: str
    does: Command | Act
    help: str


ANSWERS = {code.value: Give(code) for code in Code}
KEYS = (
    Key(
        "d",
        Act.STATEMENTS,
        "read purpose and statements; d again answers them one by one",
    ),
    Key("e", Act.NOTE, "write a note (private unless you share it)"),
    Key("f", Toggle(Mark.BRING), "bring to supervision (shown as !)"),
    Key("w", Toggle(Mark.SHOW), "could show a colleague (shown as *)"),
    Key("o", Open(Mode.BASIS), "what your answer rests on"),
    Key("y", Open(Mode.BEHIND), "what is behind it"),
    Key("b", Back(), "back one question (also Backspace)"),
    Key("s", Skip(), "skip for now (also Space)"),
    Key("j", Act.JUMP, "jump to a unit by its number"),
    Key("/", Act.SEARCH, "find a unit by a word"),
    Key("r", Act.REVIEW, "read over what you have answered"),
    Key("z", Undo(), "take back the last thing kept"),
    Key("q", Act.LEAVE, "finish later; everything is kept (also Ctrl-C)"),
    Key("?", Act.HELP, "this list"),
)
# A first look is one answer a unit: its statements are only read, and nothing is behind an answer.
_FIRST_LOOK = tuple(
    replace(each, help="read purpose and statements") if each.does is Act.STATEMENTS else each
    for each in KEYS
    if not isinstance(each.does, Open)
)


def list_keys(kind: AssessmentKind) -> tuple[Key, ...]:
    """Return the keys that do something on a question, by the way it is asked."""
    return _FIRST_LOOK if kind is AssessmentKind.FIRST_LOOK else KEYS


def list_answer_keys(kind: AssessmentKind) -> list[str]:
    """Return the keys that answer a question, by the way it is asked: digits from 0, then letters.

    A question about a skill takes all of them.
    """
    offered = list_offered(AskedAs.SKILL, kind)
    digits = sorted(code.value for code in offered if code.rated)
    return [*digits, *(code.value for code in offered if not code.rated)]


def command_for(key: str, kind: AssessmentKind) -> Command | Act | None:
    """Return what a key does on a question, in any case; None for a key that does nothing."""
    lower = key.lower()
    by_key = {each.key: each.does for each in list_keys(kind)}
    return ANSWERS.get(lower) or by_key.get(lower)
