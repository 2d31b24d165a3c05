"""What is kept of files that go from one record to another, and of what they hold back."""

from datetime import date

from ipsskills.codes import ApartEnd, ParcelKind, ParcelWay
from ipsskills.frozen import dataclass
from ipsskills.record.base import Ids, Items, Line, NamedPerson, Record


@dataclass(frozen=True, kw_only=True)
class Parcel(Record):
    """One file that went out or came in, about somebody, to or from ``with_whom``, on a day.

    ``digest`` is the SHA-256 of what was in it, in hexadecimal. ``held`` are the ids of the
    versions that were sent or, for a file that came in, that were new here; ``asked`` is what was
    chosen for it, to make the like again, and of one that came in closed by what it is known
    again. ``undone`` is whether it was taken back whole.
    """

    way: ParcelWay
    kind: ParcelKind
    with_whom: NamedPerson | None = None
    on: date
    digest: Line
    held: Ids = ()
    asked: Items = ()
    undone: bool = False


@dataclass(frozen=True, kw_only=True)
class AloneFirst(Record):
    """Answers that came in by file before their reader had looked alone: kept from the reader.

    ``rater`` is whose answers they are, ``reader`` from whom they are kept, ``units`` on which
    units, ``since`` from which day. ``ended`` is the day it ended before its time, and ``how``.
    """

    NEVER = (("how", "(how IS NULL) <> (ended IS NULL)", "does not fit its end"),)

    rater: str
    reader: str
    units: Items
    since: date
    ended: date | None = None
    how: ApartEnd | None = None

    def contradiction(self) -> str | None:
        """Return what does not go together: an end has a day and a way."""
        if (self.ended is None) != (self.how is None):
            return "an end has a day and a way, or there is none"
        return None
