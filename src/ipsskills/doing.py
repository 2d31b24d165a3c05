"""What to do next, as a value: a command's verb and what it is about. This imports nothing of ours.

Use cases, rules and pages say what could be done; only ``cli`` spells it as something to type, so
that a page for the web need not show it, and a changed command is changed in one place. Inside a
text it is a mark that no kept text can hold, because records refuse control characters.
"""

import re
from collections.abc import Callable

from ipsskills.frozen import dataclass

_BEGIN, _END, _BETWEEN = "\x02", "\x03", "\x1f"
_LEAD, _LED = "\x0e", "\x0f"
# Compiled when one is first needed: few commands need all of them.
_MARK = f"{_BEGIN}([^{_END}]*){_END}"
_LEADS = f" ?{_LEAD}[^{_LED}]*{_LED}"
_OPENS = "{do:"
_WRITTEN = _OPENS + r"([^{}\"]+)\}"


@dataclass(frozen=True)
class Do:
    """Something to do: ``verb`` names the command ("plan draft"), ``words`` are typed after it.

    ``person`` is whom it is about, by name; None is the one who reads. It is typed after the verb.
    """

    verb: str
    words: tuple[str, ...] = ()
    person: str | None = None

    def __str__(self) -> str:
        """Return the mark that stands for this inside a text."""
        return f"{_BEGIN}{_BETWEEN.join((self.verb, self.person or '', *self.words))}{_END}"


def do(verb: str, *words: str, person: str | None = None) -> Do:
    """Return something to do: ``do("plan draft")``, ``do("agree", "3.8", person="Bo Sample")``."""
    return Do(verb, words, person)


def lead_to(text: str) -> str:
    """Return words that only lead to what is to be typed, so that they can go where that does."""
    return f"{_LEAD}{text}{_LED}"


def leave_out_leads(text: str) -> str:
    """Return a text without what only leads to something to be typed."""
    return re.sub(_LEADS, "", text) if _LEAD in text else text


def mark_written(text: str) -> str:
    """Return a text from a file with ``{do:agree 3.8}`` in it as a text with marks."""
    if not holds_written(text):
        return text
    return re.sub(_WRITTEN, lambda found: str(do(found[1])), text)


def holds_written(text: str) -> bool:
    """Whether a text from a file may hold something for `mark_written` to mark."""
    return _OPENS in text


def write_marks(text: str) -> str:
    """Return a text with marks as it stands in a file: `mark_written` the other way round."""
    return spell_marks(text, _write)


def spell_marks(text: str, spell: Callable[[Do], str]) -> str:
    """Return a text with every mark in it spelt out."""
    if _BEGIN not in text:
        return text
    text = text.replace(_LEAD, "").replace(_LED, "")
    return re.sub(_MARK, lambda found: spell(_read(found[1])), text)


def marks_in(text: str) -> tuple[Do, ...]:
    """Return what a text says could be done."""
    return tuple(_read(inside) for inside in re.findall(_MARK, text))


def _write(doing: Do) -> str:
    person = [f'"{doing.person}"'] if doing.person else []
    return f"{{do:{' '.join((doing.verb, *person, *doing.words))}}}"


def _read(inside: str) -> Do:
    verb, person, *words = inside.split(_BETWEEN)
    return Do(verb, tuple(words), person or None)


def leave_marks_whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where to cut a text so that no mark in it is cut: each end is moved outwards."""
    for found in re.finditer(_MARK, text):
        if found.start() < start < found.end():
            start = found.start()
        if found.start() < end < found.end():
            end = found.end()
    return start, end
