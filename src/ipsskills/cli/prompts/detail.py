"""Asks before it keeps words that look as if they could tell who a client is.

The check itself is in ``privacy/client_detail``; it is loaded when there are words to look at.
What it finds is shown to the person who typed it and to nobody else, in no log and no file.
"""

from collections.abc import Collection, Iterable, Sequence
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
WHY = (
    "What is kept here can be read out one day, so clients are left out of it.",
    "If it is about you, your own health perhaps, it is yours to tell or to leave.",
)
_KINDS = {
    "e-mail-address": "an e-mail address",
    "national-insurance-number": "a National Insurance number",
    "nhs-number": "an NHS number",
    "phone-number": "a phone number",
    "date-of-birth": "a date of birth",
    "postal-address": "a postal address",
    "postcode": "a postcode",
    "full-name": "probably a full name",
}
_CHOICES = (("edit", "Change it"), ("keep", "Keep it as it is"), ("drop", "Leave it out"))


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
        chosen = ask.select("What would you like to do?", _CHOICES, plain=plain)
        if chosen != "edit":
            return check.take(text) if chosen == "keep" else None
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


def refuse(texts: Iterable[tuple[str, str]], *, keep: bool, known: Collection[str] = ()) -> None:
    """Raise InvalidInput if any of many texts could tell who a client is, with all that was found.

    ``texts`` are (where it stands, text), such as ("3.8", "…").
    """
    look = Check(keep, known)
    doubtful = [
        f"- {where}: {line}" for where, text in texts for line in name_findings(look.find(text))
    ]
    if doubtful:
        raise InvalidInput("\n".join([heading("the notes"), *doubtful]), KEEP_HINT)


def heading(what: str) -> str:
    """Return the line above what was found."""
    return f"In {what}, this looks as if it could tell who a client is:"


def name_findings(found: "Sequence[Finding]") -> list[str]:
    """Return a line for each finding: its words, on one line, and what they look like."""
    return [f"{' '.join(each.text.split())} ({_KINDS[each.kind]})" for each in found]


def _list_findings(found: "Sequence[Finding]") -> str:
    return "\n".join(f"- {line}" for line in name_findings(found))
