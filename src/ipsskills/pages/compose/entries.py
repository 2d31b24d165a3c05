"""Entries of the training record as pages and programs see them, and each of them in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import Basis, EntryKind
from ipsskills.pages.words import day, listed

BASES = {
    Basis.OBSERVED: "observed",
    Basis.RECORD: "from a record",
    Basis.FEEDBACK: "from feedback",
    Basis.MEMORY: "from memory",
}


@dataclass(frozen=True, kw_only=True)
class EntryShown:
    """One entry; ``handle`` names it to the program, ``about`` and ``by`` are people's names.

    ``mine`` is whether its author is the one it is about.
    """

    handle: str
    kind: EntryKind
    on: date
    about: str
    by: str
    mine: bool
    title: str
    units: tuple[str, ...]
    way: str | None
    hours: float | None
    minutes: int | None
    provider: str | None
    who: str | None
    basis: Basis | None
    text: str
    went_well: str
    next_step: str
    own_word: str
    cancelled: str | None
    certificate: str | None
    expires: date | None
    next_on: date | None
    due: date | None
    done: date | None
    part_of: str | None
    removed: bool


def entry_words(entry: EntryShown) -> str:
    """Return an entry in a few sentences, everything that was kept of it but its day and kind."""
    says = {
        EntryKind.TRAINING: _training,
        EntryKind.EVIDENCE: _evidence,
        EntryKind.OBSERVATION: _observation,
        EntryKind.SUPERVISION: _supervision,
        EntryKind.ACTION: _action,
        EntryKind.PREPARATION: _preparation,
    }[entry.kind]
    return " ".join(sentence(part) for part in says(entry) if part)


def sentence(text: str) -> str:
    """Return a text on one line that begins and ends as a sentence does."""
    whole = " ".join(text.split())
    whole = whole[:1].upper() + whole[1:]
    return whole if whole.endswith((".", "!", "?", '"', "…")) else f"{whole}."


def action_words(entry: EntryShown) -> str:
    """Return an action as it was agreed: who, what, by when."""
    by = f" by {day(entry.due)}" if entry.due else ""
    return f"{entry.who}: {entry.title}{by}" if entry.who else f"{entry.title}{by}"


def held(entry: EntryShown) -> str:
    """Return how long supervision was, or why it was not held: "60 minutes"."""
    return f"cancelled: {entry.cancelled}" if entry.cancelled else f"{entry.minutes} minutes"


def _units(entry: EntryShown) -> str:
    many = "units" if len(entry.units) > 1 else "unit"
    return f"{many} {listed(entry.units)}" if entry.units else ""


def _training(entry: EntryShown) -> Iterator[str]:
    hours = f"{entry.hours:g} {'hour' if entry.hours == 1 else 'hours'}" if entry.hours else ""
    yield entry.title
    yield ", ".join(part for part in (entry.way, hours, entry.provider) if part)
    yield _units(entry)
    yield f"Took from it: {entry.text}" if entry.text else ""
    if entry.certificate:
        until = f", until {day(entry.expires)}" if entry.expires else ""
        yield f"Certificate: {entry.certificate}{until}"


def _evidence(entry: EntryShown) -> Iterator[str]:
    basis = BASES[entry.basis] if entry.basis else ""
    yield entry.title
    yield _units(entry)
    if entry.who:
        yield f"Seen by {entry.who}" + (f" ({basis})" if basis else "")
    elif basis:
        yield basis
    yield entry.text


def _observation(entry: EntryShown) -> Iterator[str]:
    yield entry.title
    yield f"{entry.way}, with {entry.who}" if entry.who else str(entry.way or "")
    yield _units(entry)
    yield f"Seen: {entry.text}" if entry.text else ""
    yield f"Went well: {entry.went_well}" if entry.went_well else ""
    yield f"Next step: {entry.next_step}" if entry.next_step else ""
    yield f'{own_word_of(entry)}: "{entry.own_word}"' if entry.own_word else ""


def own_word_of(entry: EntryShown) -> str:
    """Return whose own word an observation holds: that of whoever did not write it."""
    return (entry.who or "The other person") if entry.mine else entry.about


def _supervision(entry: EntryShown) -> Iterator[str]:
    yield ", ".join(part for part in (entry.way, held(entry)) if part)
    yield f"With {entry.who}" if entry.who else ""
    yield _units(entry)
    yield f"Agreed: {entry.text}" if entry.text else ""
    yield f"Next on {day(entry.next_on)}" if entry.next_on else ""


def _action(entry: EntryShown) -> Iterator[str]:
    yield action_words(entry) + (f", done {day(entry.done)}" if entry.done else "")


def _preparation(entry: EntryShown) -> Iterator[str]:
    yield f"Went well: {entry.went_well}" if entry.went_well else ""
    yield f"Stuck: {entry.text}" if entry.text else ""
    yield f"Wants: {entry.own_word}" if entry.own_word else ""
    yield f"To look at: {_units(entry)}" if entry.units else ""
