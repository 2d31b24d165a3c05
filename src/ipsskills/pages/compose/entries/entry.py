"""Entries of the training record in words: a sentence of its own, or its label, for each field."""

from collections.abc import Callable, Mapping
from datetime import date

from ipsskills.codes import Basis, EntryKind
from ipsskills.facts.entries import EntryFacts
from ipsskills.pages.words import day, hours_long, join_words, upper_first
from ipsskills.record.entries import uses_of
from ipsskills.record.uses import Use

BASES = {
    Basis.OBSERVED: "observed",
    Basis.RECORD: "from a record",
    Basis.FEEDBACK: "from feedback",
    Basis.MEMORY: "from memory",
}


Sentence = tuple[tuple[str, ...], Callable[[EntryFacts], str]]
"""The fields that a sentence is about, and what says it; "" where there is nothing to say."""


def entry_words(entry: EntryFacts) -> str:
    """Return an entry in a few sentences, everything that was kept of it but its day and kind.

    What no sentence of its kind is about is said with the label that the record gives it.
    """
    parts = _SENTENCES[entry.kept.kind]
    uses = uses_of(entry.kept.kind)
    covered = {"on", *(name for names, _ in parts for name in names)}
    said = [say(entry) for _, say in parts]
    said += [_label(entry, name, use) for name, use in uses.items() if name not in covered]
    return " ".join(make_sentence(part) for part in said if part)


def make_sentence(text: str) -> str:
    """Return a text on one line that ends as a sentence does.

    It begins as it is: people's own words keep their letters, and ours are made to begin one.
    """
    whole = " ".join(text.split())
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


def own_word_of(entry: EntryFacts) -> str:
    """Return whose own word an observation holds: that of whoever did not write it."""
    return (entry.who or "The other person") if entry.mine else entry.about


def _label(entry: EntryFacts, name: str, use: Use) -> str:
    """Return a value behind its label: "Next step: ask first"."""
    said = _say_value(entry.value(name))
    return f"{use.label}: {said}" if said else ""


def _say_value(value: object) -> str:
    if isinstance(value, Basis):
        return BASES[value]
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return join_words(value)
    if isinstance(value, float):
        return f"{value:.12g}"
    return "" if value is None else str(value)


def _labelled(kind: EntryKind, name: str) -> Sentence:
    """Return the sentence of one field that is its label and what stands there."""
    use = uses_of(kind)[name]
    return (name,), lambda entry: _label(entry, name, use)


def _say_title(entry: EntryFacts) -> str:
    return entry.kept.title


def _say_units(entry: EntryFacts) -> str:
    units = entry.kept.items
    return f"{'Units' if len(units) > 1 else 'Unit'} {join_words(units)}" if units else ""


def _say_learning(entry: EntryFacts) -> str:
    hours = entry.kept.hours
    long = hours_long(hours) if hours else ""
    way = upper_first(entry.kept.way or "")
    return ", ".join(part for part in (way, long, entry.kept.provider) if part)


def _say_certificate(entry: EntryFacts) -> str:
    until = f", until {day(entry.kept.expires)}" if entry.kept.expires else ""
    return f"Certificate: {entry.kept.certificate}{until}" if entry.kept.certificate else ""


def _say_seen_by(entry: EntryFacts) -> str:
    basis = BASES[entry.kept.basis] if entry.kept.basis else ""
    if not entry.who:
        return upper_first(basis)
    return f"Seen by {entry.who} ({basis})" if basis else f"Seen by {entry.who}"


def _say_text(entry: EntryFacts) -> str:
    return entry.kept.text


def _say_mentoring(entry: EntryFacts) -> str:
    way = upper_first(entry.kept.way or "")
    return f"{way}, with {entry.who}" if entry.who else way


def _say_own_word(entry: EntryFacts) -> str:
    return f'{own_word_of(entry)}: "{entry.kept.own_word}"' if entry.kept.own_word else ""


def _say_held(entry: EntryFacts) -> str:
    held = held_words(entry.kept.minutes, entry.kept.cancelled)
    return upper_first(f"{entry.kept.way}, {held}" if entry.kept.way else held)


def _say_with(entry: EntryFacts) -> str:
    return f"With {entry.who}" if entry.who else ""


def _say_talked(entry: EntryFacts) -> str:
    return f"Talked about {join_words(entry.kept.talked)}" if entry.kept.talked else ""


def _say_next(entry: EntryFacts) -> str:
    return f"Next on {day(entry.kept.next_on)}" if entry.kept.next_on else ""


def _say_action(entry: EntryFacts) -> str:
    return action_words(entry) + (f", done {day(entry.kept.done)}" if entry.kept.done else "")


def _say_look_at(entry: EntryFacts) -> str:
    units = _say_units(entry)
    return f"To look at: {units[:1].lower()}{units[1:]}" if units else ""


# The sentences of each kind in their order, each with the fields that it is about.
_SENTENCES: Mapping[EntryKind, tuple[Sentence, ...]] = {
    EntryKind.TRAINING: (
        (("title",), _say_title),
        (("way", "hours", "provider"), _say_learning),
        (("items",), _say_units),
        _labelled(EntryKind.TRAINING, "text"),
        (("certificate", "expires"), _say_certificate),
    ),
    EntryKind.EVIDENCE: (
        (("title",), _say_title),
        (("items",), _say_units),
        (("who", "basis"), _say_seen_by),
        (("text",), _say_text),
    ),
    EntryKind.OBSERVATION: (
        (("title",), _say_title),
        (("way", "who"), _say_mentoring),
        (("items",), _say_units),
        _labelled(EntryKind.OBSERVATION, "text"),
        _labelled(EntryKind.OBSERVATION, "went_well"),
        _labelled(EntryKind.OBSERVATION, "next_step"),
        (("own_word",), _say_own_word),
    ),
    EntryKind.SUPERVISION: (
        (("way", "minutes", "cancelled"), _say_held),
        (("who",), _say_with),
        (("talked",), _say_talked),
        (("items",), _say_units),
        _labelled(EntryKind.SUPERVISION, "text"),
        (("next_on",), _say_next),
    ),
    EntryKind.ACTION: ((("who", "title", "due", "done"), _say_action),),
    EntryKind.PREPARATION: (
        _labelled(EntryKind.PREPARATION, "went_well"),
        _labelled(EntryKind.PREPARATION, "text"),
        _labelled(EntryKind.PREPARATION, "own_word"),
        (("items",), _say_look_at),
    ),
}
