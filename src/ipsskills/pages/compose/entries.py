"""Entries of the training record in words."""

from collections.abc import Iterator
from datetime import date

from ipsskills.codes import Basis, EntryKind
from ipsskills.facts.entries import EntryFacts
from ipsskills.pages.words import day, listed

BASES = {
    Basis.OBSERVED: "observed",
    Basis.RECORD: "from a record",
    Basis.FEEDBACK: "from feedback",
    Basis.MEMORY: "from memory",
}


def entry_words(entry: EntryFacts) -> str:
    """Return an entry in a few sentences, everything that was kept of it but its day and kind."""
    says = {
        EntryKind.TRAINING: _training,
        EntryKind.EVIDENCE: _evidence,
        EntryKind.OBSERVATION: _observation,
        EntryKind.SUPERVISION: _supervision,
        EntryKind.ACTION: _action,
        EntryKind.PREPARATION: _preparation,
    }[entry.kept.kind]
    return " ".join(sentence(part) for part in says(entry) if part)


def sentence(text: str) -> str:
    """Return a text on one line that begins and ends as a sentence does."""
    whole = " ".join(text.split())
    whole = whole[:1].upper() + whole[1:]
    return whole if whole.endswith((".", "!", "?", '"', "…")) else f"{whole}."


def action_words(entry: EntryFacts) -> str:
    """Return an action as it was agreed: who, what, by when."""
    return agreed_words(entry.who, entry.kept.title, entry.kept.due)


def agreed_words(who: str | None, what: str, due: date | None) -> str:
    """Return something agreed on one line: "Lee: find a ward by 1 Jan 2027"."""
    by = f" by {day(due)}" if due else ""
    return f"{who}: {what}{by}" if who else f"{what}{by}"


def held_words(minutes: int | None, cancelled: str | None) -> str:
    """Return how long supervision was, or why it was not held: "60 minutes"."""
    return f"cancelled: {cancelled}" if cancelled else f"{minutes} minutes"


def _units(entry: EntryFacts) -> str:
    many = "units" if len(entry.kept.items) > 1 else "unit"
    return f"{many} {listed(entry.kept.items)}" if entry.kept.items else ""


def _hours(count: float) -> str:
    return f"{count:g} {'hour' if count == 1 else 'hours'}"


def _training(entry: EntryFacts) -> Iterator[str]:
    hours = _hours(entry.kept.hours) if entry.kept.hours else ""
    yield entry.kept.title
    yield ", ".join(part for part in (entry.kept.way, hours, entry.kept.provider) if part)
    yield _units(entry)
    yield f"Took from it: {entry.kept.text}" if entry.kept.text else ""
    if entry.kept.certificate:
        until = f", until {day(entry.kept.expires)}" if entry.kept.expires else ""
        yield f"Certificate: {entry.kept.certificate}{until}"


def _evidence(entry: EntryFacts) -> Iterator[str]:
    basis = BASES[entry.kept.basis] if entry.kept.basis else ""
    yield entry.kept.title
    yield _units(entry)
    if entry.who:
        yield f"Seen by {entry.who}" + (f" ({basis})" if basis else "")
    elif basis:
        yield basis
    yield entry.kept.text


def _observation(entry: EntryFacts) -> Iterator[str]:
    yield entry.kept.title
    yield f"{entry.kept.way}, with {entry.who}" if entry.who else str(entry.kept.way or "")
    yield _units(entry)
    yield f"Seen: {entry.kept.text}" if entry.kept.text else ""
    yield f"Went well: {entry.kept.went_well}" if entry.kept.went_well else ""
    yield f"Next step: {entry.kept.next_step}" if entry.kept.next_step else ""
    yield f'{own_word_of(entry)}: "{entry.kept.own_word}"' if entry.kept.own_word else ""


def own_word_of(entry: EntryFacts) -> str:
    """Return whose own word an observation holds: that of whoever did not write it."""
    return (entry.who or "The other person") if entry.mine else entry.about


def _supervision(entry: EntryFacts) -> Iterator[str]:
    yield ", ".join(
        part
        for part in (entry.kept.way, held_words(entry.kept.minutes, entry.kept.cancelled))
        if part
    )
    yield f"With {entry.who}" if entry.who else ""
    yield _units(entry)
    yield f"Agreed: {entry.kept.text}" if entry.kept.text else ""
    yield f"Next on {day(entry.kept.next_on)}" if entry.kept.next_on else ""


def _action(entry: EntryFacts) -> Iterator[str]:
    yield action_words(entry) + (f", done {day(entry.kept.done)}" if entry.kept.done else "")


def _preparation(entry: EntryFacts) -> Iterator[str]:
    yield f"Went well: {entry.kept.went_well}" if entry.kept.went_well else ""
    yield f"Stuck: {entry.kept.text}" if entry.kept.text else ""
    yield f"Wants: {entry.kept.own_word}" if entry.kept.own_word else ""
    yield f"To look at: {_units(entry)}" if entry.kept.items else ""
