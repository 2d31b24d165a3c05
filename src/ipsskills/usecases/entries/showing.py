"""Entries read and shown: a person's own, the latest first, with names in the place of ids."""

from collections.abc import Iterable, Mapping, Sequence

from ipsskills.facts.entries import EntryFacts
from ipsskills.method.moments import find_moment
from ipsskills.record.columns import columns_of
from ipsskills.record.types import Entry
from ipsskills.record.whom import Whom
from ipsskills.usecases.entries.handles import make_handles
from ipsskills.usecases.people.whom import name_ids, name_whoms
from ipsskills.usecases.reading.view import ReaderView

# The fields of an entry that name a person.
NAMING = tuple(column.name for column in columns_of(Entry) if column.holds is Whom)


def list_entries(view: ReaderView, about: str) -> list[Entry]:
    """Return a person's entries that are not taken back, the latest first."""
    found = view.current(Entry, about=about, removed=False)
    return sort_latest_first(view, found)


def sort_latest_first(view: ReaderView, entries: Sequence[Entry]) -> list[Entry]:
    """Return entries by day, and those of one day by when they were first kept, latest first."""
    kept = view.first_kept(entries)
    return sorted(entries, key=lambda e: (find_moment(e.on, kept[e.thing]), e.thing), reverse=True)


def describe_entries(view: ReaderView, entries: Iterable[Entry]) -> tuple[EntryFacts, ...]:
    """Return entries as pages and programs see them, in the order given."""
    kept = list(entries)
    names = name_ids(view, {each for entry in kept for each in (entry.about, entry.author)})
    named = name_whoms(view, (getattr(entry, name) for entry in kept for name in NAMING))
    ends = make_handles({e.thing for e in kept} | {e.part_of for e in kept if e.part_of})

    return tuple(
        EntryFacts(
            kept=entry,
            handle=ends[entry.thing],
            about=names.get(entry.about, ""),
            by=names.get(entry.author, ""),
            mine=view.survivor(entry.about) == view.survivor(entry.author),
            people=_name_people(entry, named),
            part_of=ends[entry.part_of] if entry.part_of else None,
        )
        for entry in kept
    )


def _name_people(entry: Entry, named: Mapping[str, str]) -> dict[str, str]:
    """Return the names of today of those whom an entry's own fields name, by field."""
    kept = {name: getattr(entry, name) for name in NAMING}
    return {name: named[whom] for name, whom in kept.items() if whom}
