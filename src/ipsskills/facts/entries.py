"""Entries of the training record as pages and programs see them: what is kept, and who is who."""

from collections.abc import Mapping
from dataclasses import field, fields
from datetime import date
from typing import Any

from ipsskills.facts.people import Colleagues
from ipsskills.frozen import dataclass
from ipsskills.record.types import Entry, Record

# The header of a version names people and versions by id; programs are given names and handles.
_HEADER = {each.name for each in fields(Record)}
_OWN = tuple(each.name for each in fields(Entry) if each.name not in _HEADER)
_KEYS = {"items": "units"}


@dataclass(frozen=True, kw_only=True)
class EntryFacts:
    """One entry as it is ``kept``, with the words that people use for what it names by id.

    ``handle`` names it to the program, and ``part_of`` the supervision it belongs to. ``about`` and
    ``by`` are people's names; ``mine`` is whether its author is the one it is about. ``people``
    are the names of those whom the entry's own fields name, by field.
    """

    kept: Entry
    handle: str
    about: str
    by: str
    mine: bool
    people: Mapping[str, str] = field(default_factory=dict)
    part_of: str | None = None

    @property
    def who(self) -> str | None:
        """The name of the other person, or of who does an action."""
        return self.people.get("who")

    def value(self, name: str) -> Any:
        """Return what a field holds as it is shown: people by name, other entries by handle."""
        if name == "part_of":
            return self.part_of
        return self.people.get(name, getattr(self.kept, name))

    def json_fields(self) -> Mapping[str, Any]:
        """Return what programs are given: every field of the entry's own, as it is shown."""
        names = {"handle": self.handle, "about": self.about, "by": self.by, "mine": self.mine}
        return names | {_KEYS.get(name, name): self.value(name) for name in _OWN}


@dataclass(frozen=True)
class UnitNamed:
    """A unit by id, with its short name."""

    unit: str
    short: str


@dataclass(frozen=True)
class Logged:
    """What was added or changed: the entry, and the actions that came of it.

    ``rated`` is whether a rating that was given with it was kept; None where none was given.
    ``left_standing`` are the units that the agenda said to talk about first and that a supervision
    that was held did not take up.
    ``alike`` is what was there before and is probably the same, by the handle of what is new.
    ``was`` is an entry that was changed as it stood before.
    """

    entry: EntryFacts
    actions: tuple[EntryFacts, ...] = ()
    rated: bool | None = None
    left_standing: tuple[UnitNamed, ...] = ()
    alike: Mapping[str, EntryFacts] = field(default_factory=dict)
    was: EntryFacts | None = field(default=None, metadata={"json": False})


@dataclass(frozen=True)
class Taken:
    """What was taken from a table: what was ``kept``, and in ``places`` its rows, from 0.

    ``again`` are the places of rows that say what was there already and were left out, each with
    the place of the earlier row that says it; None where the record does.
    """

    kept: tuple[Logged, ...]
    places: tuple[int, ...]
    again: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True)
class OtherSince:
    """Who somebody is from a day on: their name, or None where nobody is known."""

    day: date
    name: str | None


@dataclass(frozen=True, kw_only=True)
class LogStart:
    """What has to be known before somebody is asked about an entry.

    ``person`` is the id and ``name`` the name of whom it is about, ``others`` who the other one is
    from which day on, earliest first. ``colleagues`` are whom a name may mean.
    ``entry`` is the one to be corrected, as it is now. ``talk`` are the units that an agenda says
    to talk about, and ``actions`` its actions that are still open, where the entry starts from it.
    """

    person: str
    name: str
    mine: bool
    today: date
    colleagues: Colleagues
    others: tuple[OtherSince, ...] = ()
    entry: EntryFacts | None = None
    talk: tuple[UnitNamed, ...] = ()
    also: tuple[UnitNamed, ...] = ()
    actions: tuple[EntryFacts, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """The names that may stand in free text."""
        return tuple(self.colleagues.called.values())

    def other_on(self, on: date) -> str | None:
        """Return the name of the other one on a day, where it is known."""
        return next((each.name for each in reversed(self.others) if each.day <= on), None)


@dataclass(frozen=True)
class Promise:
    """Something I said I would do: an action, or a step of my plan; ``name`` is what ticks it."""

    name: str
    text: str
    due: date | None


@dataclass(frozen=True)
class Prepared:
    """What was kept of a preparation, and the names of what was ticked (``promises``: what it was).

    ``entry`` is None where there was nothing to keep, and is ``removed`` where nothing is left.
    """

    entry: EntryFacts | None
    ticked: tuple[str, ...]
    promises: tuple[Promise, ...] = field(default=(), metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class PrepareStart:
    """What has to be known before somebody prepares: what they promised, and names in texts.

    ``near`` are units that stand on the agenda anyway, each with its short name; ``stands`` is what
    was prepared before for the same supervision.
    """

    stands: EntryFacts | None = None
    promises: tuple[Promise, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    known: tuple[str, ...] = ()
