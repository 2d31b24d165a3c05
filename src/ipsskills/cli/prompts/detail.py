"""Asks before it keeps words that look as if they could tell who a client is.

The check itself is in ``privacy/client_detail``; it is loaded when there are words to look at.
What it finds is shown to the person who typed it and to nobody else, in no log and no file.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.errors import Interrupted, InvalidInput
from ipsskills.frozen import dataclass
from ipsskills.record.written import NO_WORDS, Written

if TYPE_CHECKING:
    from ipsskills.privacy.client_detail.finding import Finding
    from ipsskills.usecases.desk import Desk

KEEP_HINT = "Change the words, or keep them as they are: add --keep"
# Said where somebody is about to write: at most 76 characters, for a line of the interview.
NO_CLIENT = "Name no client, not even by first name: the check for names misses many."
WHY = (
    "What is kept here can be read out one day, so clients are left out of it.",
    "If it is about you, your own health perhaps, it is yours to tell or to leave.",
)


class WayOut(StrEnum):
    """What can be done with words in doubt, everywhere they are asked about, in this order.

    Enter is the first, so that nothing is kept by a key pressed too often.
    """

    EDIT = "edit"
    KEEP = "keep"
    DROP = "drop"


_WAYS_OUT = (
    (WayOut.EDIT, "e", "Change it"),
    (WayOut.KEEP, "k", "Keep it as it is"),
    (WayOut.DROP, "d", "Leave it out"),
)
_CHOICES = tuple((way.value, words) for way, _, words in _WAYS_OUT)
WAYS_BY_KEY = tuple((key, words) for _, key, words in _WAYS_OUT)


def find_way_out(key: str) -> WayOut | None:
    """Return what a key does with words in doubt; None for one that does nothing."""
    if key in ("\r", "\n"):
        return _WAYS_OUT[0][0]
    return next((way for way, its_key, _ in _WAYS_OUT if its_key == key.lower()), None)


@dataclass(frozen=True)
class Check:
    """Looks for detail in texts; with ``keep`` it finds nothing, and all is kept on purpose.

    ``known`` are full names that may stand there (``usecases.colleagues``).
    """

    keep: bool = False
    known: Collection[str] = ()

    def find(self, text: str) -> "Sequence[Finding]":
        """Return what in a text looks as if it could tell who a client is."""
        if self.keep or not text.strip():
            return ()
        from ipsskills.privacy.client_detail.check import find

        return find(text, self.known)

    def take(self, text: str) -> Written:
        """Return a text that somebody has decided to keep, whatever is found in it."""
        from ipsskills.privacy.client_detail.written import keep_on_purpose

        return keep_on_purpose(text, self.known)


def take_care(
    text: str, *, what: str, keep: bool, known: Collection[str] = (), plain: bool = False
) -> Written | None:
    """Return the text that may be kept, perhaps changed, or None if it is to be left out.

    ``what`` names the text in a sentence: "the goal". Where something is found, a person is told
    and asked. Raises InvalidInput where nobody is there to ask, and Interrupted for Ctrl-C.
    """
    check = Check(keep, known)
    while found := check.find(text):
        if not ask.can_ask():
            raise InvalidInput(f"{heading(what)}\n{_list_findings(found)}", KEEP_HINT)
        say("\n".join([heading(what), _list_findings(found), *WHY]))
        chosen = ask.select("What would you like to do?", _CHOICES, plain=plain, enter=_CHOICES[0])
        if chosen != WayOut.EDIT:
            return check.take(text) if chosen == WayOut.KEEP else None
        text = ask.text("Your words:", text, plain=plain)
    return check.take(text)


class Care:
    """Looks at the words of one command before they are kept; see ``take_care``.

    The names of the people in the record may stand there; ``names`` are those, or the desk at which
    they are read if they are needed.
    """

    def __init__(self, names: "Desk | Collection[str]", *, keep: bool) -> None:
        self._names = names
        self._keep = keep

    def may(self, text: str | None, what: str) -> Written | None:
        """Return a text that may also be left out: None then, and for None."""
        if not text:
            return None if text is None else NO_WORDS
        check = Check()
        if not check.find(text):
            return check.take(text)
        return take_care(text, what=what, keep=self._keep, known=self._known())

    def must(self, text: str, what: str) -> Written:
        """Return a text that a record cannot be without. Raises Interrupted if it is left out."""
        kept = self.may(text, what)
        if kept is None:
            raise Interrupted("Left out, and so nothing was kept.")
        return kept

    def _known(self) -> Collection[str]:
        from ipsskills.usecases.desk import Desk
        from ipsskills.usecases.people.colleagues import list_names

        return list_names(self._names) if isinstance(self._names, Desk) else self._names

    def each(self, texts: Iterable[str], what: str) -> tuple[Written, ...]:
        """Return those of several texts that are not left out."""
        looked_at = [self.may(text, what) for text in texts]
        return tuple(text for text in looked_at if text is not None)


def look_through(
    texts: Sequence[tuple[str, str]],
    *,
    what: str,
    keep: bool,
    known: Collection[str] = (),
    plain: bool = False,
) -> list[Written | None]:
    """Return the texts of a file that may be kept, perhaps changed; None for one to be left out.

    ``texts`` are (where it stands, text), such as ("3.8", "…"); ``what`` names one in a sentence:
    "the note on". Each that is in doubt is asked about. Raises InvalidInput where nobody is there
    to ask, with all that was found.
    """
    check = Check(keep, known)
    if not ask.can_ask():
        _refuse(texts, check)
    return [
        take_care(text, what=f"{what} {where}".strip(), keep=keep, known=known, plain=plain)
        for where, text in texts
    ]


def _refuse(texts: Iterable[tuple[str, str]], check: Check) -> None:
    doubtful = [
        f"- {where}: {line}" for where, text in texts for line in name_findings(check.find(text))
    ]
    if doubtful:
        raise InvalidInput("\n".join([heading("the notes"), *doubtful]), KEEP_HINT)


def heading(what: str) -> str:
    """Return the line above what was found."""
    return f"In {what}, this looks as if it could tell who a client is:"


def name_findings(found: "Sequence[Finding]") -> list[str]:
    """Return a line for each finding: its words, on one line, and what they look like."""
    from ipsskills.privacy.client_detail.explained import name_kind

    return [f"{' '.join(each.text.split())} ({name_kind(each.kind)})" for each in found]


def _list_findings(found: "Sequence[Finding]") -> str:
    return "\n".join(f"- {line}" for line in name_findings(found))
