"""Reads what was agreed from a line: who does what by when."""

import re
from datetime import date

from ipsskills.cli.entries.readers import Frame
from ipsskills.days import Tense
from ipsskills.errors import InvalidInput
from ipsskills.record.written import Written
from ipsskills.usecases.entries.drafts import Action

# The last "by" of a line, with up to six words after it: "by Monday the 2nd of March 2026".
_BY = re.compile(r"(?:^|\s)by\s+((?:(?!by\s)\S+\s+){0,5}\S+)$", re.IGNORECASE)
_WHO = re.compile(r"^([^:]{1,60}):\s+(.+)$", re.DOTALL)

# After "by" these tell a time, with the small words that stand among them: "by the end of May".
_TIME = re.compile(
    r"\d.*|'\d\d|today|tonight|yesterday|tomorrow|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|days?|weeks?|weekend|fortnight|months?|quarter|year|spring|summer|autumn|winter|easter"
    r"|christmas|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_AMONG_TIMES = re.compile(r"the|an?|end|start|middle|mid|early|late|of|on|last|next|this|in|coming")
_AS_IN = "As in: Ada: visit a ward by 2026-12-12"


def read_action(text: Written, frame: Frame) -> Action:
    """Return what `split_action` finds in a text that may be kept, as an action to add."""
    who, what, due = split_action(text, frame)
    return Action(who, text.part(what), due)


def split_action(text: str, frame: Frame) -> tuple[str | None, str, date | None]:
    """Return who does what by when from "Ada: sit in on a money talk by 2026-12-12".

    Who and when may be left out. Raises InvalidInput where there is no name before the colon or
    nothing after it, and for a time that is no day: "by next week".
    """
    what, due = text.strip(), None
    if (found := _BY.search(what)) and _tells_time(found[1]):
        what, due = what[: found.start()].strip(), frame.read_day(found[1], Tense.DUE)
    if what.startswith(":"):
        raise InvalidInput(f"There is no name before the colon in '{what}'.", _AS_IN)
    who = None
    if named := _WHO.match(what):
        who, what = named[1].strip(), named[2].strip()
    if not what or what.endswith(":"):
        raise InvalidInput("An action says what will be done.", _AS_IN)
    return who, what, due


def _tells_time(text: str) -> bool:
    """Whether the words after "by" tell a time; "by phone" and "by bus 42" do not."""
    words = [word.strip(".,").lower() for word in text.split()]
    among = [word for word in words if not _TIME.fullmatch(word)]
    return len(among) < len(words) and all(map(_AMONG_TIMES.fullmatch, among))


def read_actions(text: Written, frame: Frame) -> tuple[Action, ...]:
    """Return several actions, with semicolons or line breaks between them; see `read_action`."""
    return tuple(read_action(text.part(piece), frame) for piece in split_pieces(text))


def split_pieces(text: str) -> list[str]:
    """Return the actions of a text, with semicolons or line breaks between them, each as typed."""
    return [piece for piece in re.split(r"[;\n]", text) if piece.strip()]
