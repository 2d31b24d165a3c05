"""Entries read and shown: a person's own, the latest first, with names in the place of ids."""

from collections.abc import Iterable

from ipsskills.facts.entries import EntryFacts
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.entries.handles import make_handles
from ipsskills.usecases.reading.view import ReaderView


def entries_of(view: ReaderView, about: str) -> list[Entry]:
    """Return a person's entries that are not taken back, the latest first."""
    found = view.current(Entry, about=about, removed=False)
    return sorted(found, key=lambda e: (e.on, e.at, e.thing), reverse=True)


def shown_entries(view: ReaderView, entries: Iterable[Entry]) -> tuple[EntryFacts, ...]:
    """Return entries as pages and programs see them, in the order given."""
    kept = list(entries)
    names = {person.thing: person.name for person in view.current(Person)} if kept else {}
    ends = make_handles({e.thing for e in kept} | {e.part_of for e in kept if e.part_of})

    def name_of(person: str) -> str:
        return names.get(view.survivor(person), "")

    return tuple(
        EntryFacts(
            kept=entry,
            handle=ends[entry.thing],
            about=name_of(entry.about),
            by=name_of(entry.author),
            mine=view.survivor(entry.about) == view.survivor(entry.author),
            who=entry.who,
            part_of=ends[entry.part_of] if entry.part_of else None,
        )
        for entry in kept
    )
