"""What to do next, as a value: a command's words and what they are about. This imports nothing.

Use cases, rules and pages say what could be done; only ``cli`` spells it as something to type, so
that a page for the web need not show it, and a changed command is changed in one place. Inside a
text it is a mark that no kept text can hold, because records refuse control characters.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_BEGIN, _END, _BETWEEN = "\x02", "\x03", "\x1f"
_MARK = re.compile(f"{_BEGIN}([^{_END}]*){_END}")
_WRITTEN = re.compile(r"\{do:([^{}]+)\}")


@dataclass(frozen=True)
class Do:
    """Something to do: ``words`` as they are typed after the program's name ("plan", "draft").

    ``person`` is whom it is about, by name; None is the one who reads. A ``person`` is typed after
    the words that name the command, which are the first ``verbs`` of them.
    """

    words: tuple[str, ...]
    person: str | None = None
    verbs: int = 1

    def __str__(self) -> str:
        """Return the mark that stands for this inside a text."""
        parts = (str(self.verbs), self.person or "", *self.words)
        return f"{_BEGIN}{_BETWEEN.join(parts)}{_END}"


def do(command: str, *words: str, person: str | None = None) -> Do:
    """Return something to do: ``do("plan draft")``, ``do("agree", "3.8", person="Bo Sample")``."""
    verbs = tuple(command.split())
    return Do((*verbs, *words), person, len(verbs))


def mark_written(text: str) -> str:
    """Return a text from a file with ``{do:agree 3.8}`` in it as a text with marks."""
    return _WRITTEN.sub(lambda found: str(do("", *found[1].split())), text)


def spell_marks(text: str, spell: Callable[[Do], str]) -> str:
    """Return a text with every mark in it spelt out."""
    if _BEGIN not in text:
        return text
    return _MARK.sub(lambda found: spell(_read(found[1])), text)


def marks_in(text: str) -> tuple[Do, ...]:
    """Return what a text says could be done."""
    return tuple(_read(inside) for inside in _MARK.findall(text))


def _read(inside: str) -> Do:
    verbs, person, *words = inside.split(_BETWEEN)
    return Do(tuple(words), person or None, int(verbs))
