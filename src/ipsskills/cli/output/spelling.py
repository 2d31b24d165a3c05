"""Spells what to do next as something to type. Nothing else in the program knows how."""

import re
from contextvars import ContextVar
from dataclasses import is_dataclass
from typing import Any, TypeVar

from ipsskills.doing import Do, spell_marks
from ipsskills.frozen import change_each, change_fields
from ipsskills.pages.briefer import Briefer
from ipsskills.visible import make_visible

T = TypeVar("T")

# Commands that know no invented service; all others stay in it once somebody is there.
WITHOUT_DEMO = ("demo", "init", "explain", "framework", "settings")

# Words that every shell takes as they are; others are typed in quotes.
_PLAIN = r"[\w./:=@%+,-]+"

_IN_DEMO: ContextVar[bool] = ContextVar(
    "whether the reader looks around in the demo", default=False
)


def stay_in_demo(*, stay: bool) -> None:
    """Say whether the commands that are spelt from here on belong to the invented service."""
    _IN_DEMO.set(stay)


def spell(doing: Do) -> str:
    """Return what to do as a command to type."""
    verb = doing.verb.split()
    person = [type_name(doing.person)] if doing.person else []
    anywhere = verb[0] in WITHOUT_DEMO or "--help" in doing.words
    flag = ["--demo"] if _IN_DEMO.get() and not anywhere else []
    words = [word if re.fullmatch(_PLAIN, word) else type_name(word) for word in doing.words]
    return " ".join(("ipsskills", *verb, *person, *words, *flag))


def type_name(name: str) -> str:
    """Return a name as it is typed in a command, in quotes."""
    return '"' + re.sub(r'(["\\$`])', r"\\\1", name) + '"'


def spell_text(text: str) -> str:
    """Return a text as it leaves: every command in it spelt, nothing hidden in it."""
    return make_visible(spell_marks(text, spell))


def spell_page(page: T) -> T:
    """Return a page, or any part of one, with every command in it spelt."""
    spelt: Any = _spell_part(page)
    return spelt  # type: ignore[no-any-return]


def _spell_part(part: Any) -> Any:
    if isinstance(part, str):
        return spell_text(part)
    if isinstance(part, tuple):
        return change_each(part, _spell_part)
    if isinstance(part, Do):
        return spell(part)
    if isinstance(part, Briefer):
        return part.change(_spell_part)
    if is_dataclass(part) and not isinstance(part, type):
        return change_fields(part, _spell_part)
    return part
