"""What is kept of people's own rights over their records: objections, holds, what was erased."""

from datetime import date

from ipsskills.codes import HoldReason
from ipsskills.frozen import dataclass
from ipsskills.record.base import Items, Line, NamedPerson, Record, WrittenText


@dataclass(frozen=True, kw_only=True)
class Objection(Record):
    """That somebody sees a view or an entry about them differently, in their words.

    ``subject`` is the thing they object to. It is open until ``settled``, the day both said so.
    """

    INDEXES = (*Record.INDEXES, ("subject",))

    subject: str
    text: WrittenText
    settled: date | None = None


@dataclass(frozen=True, kw_only=True)
class Hold(Record):
    """That nothing about somebody may be erased, why, from when, and until when."""

    why: HoldReason
    began: date
    ended: date | None = None


@dataclass(frozen=True, kw_only=True)
class Forgotten(Record):
    """That a person was erased on a day: their ids, by which later copies are known; no name."""

    ids: Items
    on: date


@dataclass(frozen=True, kw_only=True)
class Redacted(Record):
    """That the words of a thing were erased, or that somebody was asked to erase theirs.

    ``subject`` is the thing and ``table`` the kind of record it is. ``on`` is the day its words
    were erased, None while it is only asked; ``asked_of`` is who was asked, if anybody. With both
    it was erased in the record of ``asked_of``, and nothing is erased here. With neither it was
    asked, and whoever was asked said no.
    """

    INDEXES = (*Record.INDEXES, ("subject",))

    subject: str
    table: Line
    on: date | None = None
    asked_of: NamedPerson | None = None

    @property
    def here(self) -> bool:
        """Whether the words were erased in this record, and in every file of it."""
        return self.on is not None and self.asked_of is None
