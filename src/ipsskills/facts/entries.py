"""Entries of the training record as pages and programs see them: what is kept, and who is who."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ipsskills.record.types import Entry, Record

# What an entry names by id: programs are given the handle, or the name of today, in its place.
_BY_ID = {each.name for each in fields(Record)}
_KEYS = {"items": "units"}


@dataclass(frozen=True, kw_only=True)
class EntryFacts:
    """One entry as it is ``kept``, with the words that people use for what it names by id.

    ``handle`` names it to the program, and ``part_of`` the supervision it belongs to. ``about``,
    ``by`` and ``who`` are people's names; ``mine`` is whether its author is the one it is about.
    """

    kept: Entry
    handle: str
    about: str
    by: str
    mine: bool
    who: str | None = None
    part_of: str | None = None

    def json_fields(self) -> Mapping[str, Any]:
        """Return what programs are given: every field of the entry's own, as it is kept."""
        names = [each.name for each in fields(Entry) if each.name not in _BY_ID]
        own = {_KEYS.get(name, name): getattr(self.kept, name) for name in names}
        people = {"handle": self.handle, "about": self.about, "by": self.by, "mine": self.mine}
        return people | own | {"who": self.who, "part_of": self.part_of}


@dataclass(frozen=True)
class Logged:
    """What was added or changed: the entry, and the actions that came of it.

    ``rated`` is whether a rating that was given with it was kept; None where none was given.
    """

    entry: EntryFacts
    actions: tuple[EntryFacts, ...] = ()
    rated: bool | None = None


@dataclass(frozen=True, kw_only=True)
class LogStart:
    """What has to be known before somebody is asked about an entry.

    ``person`` is the id and ``name`` the name of whom it is about, ``other`` the name of the other
    one where it is known. ``known`` are the names that may stand in free text. ``entry`` is the
    one to be corrected, as it is now.
    """

    person: str
    name: str
    mine: bool
    today: date
    other: str | None = None
    known: tuple[str, ...] = ()
    entry: EntryFacts | None = None


@dataclass(frozen=True)
class Promise:
    """Something I said I would do: an action, or a step of my plan; ``name`` is what ticks it."""

    name: str
    text: str
    due: date | None


@dataclass(frozen=True)
class Prepared:
    """What was kept of a preparation, and the names of what was ticked.

    ``entry`` is None where there was nothing to keep, and is ``removed`` where nothing is left.
    """

    entry: EntryFacts | None
    ticked: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PrepareStart:
    """What has to be known before somebody prepares: what they promised, and names in texts."""

    promises: tuple[Promise, ...] = ()
    known: tuple[str, ...] = ()
