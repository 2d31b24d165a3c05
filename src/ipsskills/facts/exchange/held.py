"""All that is held about somebody, as it is handed over: every version of everything."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Any

from ipsskills.codes import ParcelWay
from ipsskills.facts.exchange.erased import WordsKept
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class HeldVersion:
    """One version of a thing: when it was kept (UTC), by whom (a name), its fields as kept."""

    at: datetime
    author: str
    values: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class HeldThing:
    """One thing and all its versions, oldest first.

    ``table`` is the kind of record it is; ``handle`` names it to the program.
    """

    table: str
    handle: str
    versions: tuple[HeldVersion, ...]


@dataclass(frozen=True, kw_only=True)
class NamesOther:
    """Words about the person that somebody should read before they are handed over, and why.

    ``names`` are others who are named there; without any it was kept although it looked as if it
    told who a client is, or it is a hold, whose reason may be nobody's to tell yet.
    """

    handle: str
    table: str
    on: date
    words: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NamedElsewhere:
    """That the person stands in what is about somebody else: they wrote it, or are named there."""

    table: str
    about: str
    wrote: bool


@dataclass(frozen=True, kw_only=True)
class FilePassed:
    """That a file about the person went to somebody or came from them, and on which day.

    It may be the person. ``undone`` is whether a file that came was taken back since.
    """

    name: str
    way: ParcelWay
    on: date
    undone: bool


@dataclass(frozen=True, kw_only=True)
class AllHeld:
    """All that is held about somebody on a day.

    ``people`` are the names of all who stand in it, by id. ``files`` went out or came in.
    ``to_read`` has to be read before it is handed over; ``elsewhere`` is where else they stand.
    ``naming`` are words about others in which the person's name stands.
    ``apart`` are the units whose answers are kept from the reader for now: they are in a part of
    their own, and not here.
    """

    person: PersonNamed
    by: PersonNamed | None
    on: date
    people: Mapping[str, str]
    things: tuple[HeldThing, ...]
    files: tuple[FilePassed, ...]
    to_read: tuple[NamesOther, ...]
    elsewhere: tuple[NamedElsewhere, ...]
    naming: tuple[WordsKept, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Exported:
    """All that is held about somebody, and the part that is sealed, if answers are kept apart."""

    held: AllHeld
    sealed: str | None = field(default=None, repr=False, metadata={"json": False})
