"""Spells what to do next as something to type. Nothing else in the program knows how."""

import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import is_dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
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
# Options before a name of whom a file is for.
_FOR = ("--for", "--to")

_TODAY: ContextVar[date | None] = ContextVar("the day that names of files hold", default=None)


def name_files_by(day: date | None) -> None:
    """Say which day stands in the names of files that are spelt from here on; None is none."""
    _TODAY.set(day)


def stay_in_demo(*, stay: bool) -> None:
    """Say whether the commands that are spelt from here on belong to the invented service."""
    _IN_DEMO.set(stay)


def spell(doing: Do) -> str:
    """Return what to do as a command to type."""
    verb = doing.verb.split()
    person = [type_name(doing.person)] if doing.person else []
    anywhere = verb[0] in WITHOUT_DEMO or "--help" in doing.words
    flag = ["--demo"] if _IN_DEMO.get() and not anywhere else []
    named = _name_file(doing.person, doing.words)
    words = [word if re.fullmatch(_PLAIN, word) else type_name(word) for word in named]
    return " ".join(("ipsskills", *verb, *person, *words, *flag))


def _name_file(person: str | None, words: Sequence[str]) -> Sequence[str]:
    """Return words with the file after -o named by who, what and the day where somebody is named.

    The same command is printed for everybody whom it is about: none may write over another's file.
    """
    pairs = dict(pairwise(words))
    whose = person or next((pairs[each] for each in _FOR if each in pairs), None)
    if whose is None or "-o" not in pairs:
        return words
    from ipsskills.cli.output.naming import name_words

    what = Path(pairs["-o"])
    if not what.suffix or len(what.parts) > 1:
        return words  # a folder, or a place that somebody chose
    named = str(name_words(f"{whose} {what.stem}", _TODAY.get(), what.suffix))
    return [named if before == "-o" else word for before, word in pairwise(("", *words))]


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
