"""What in the record a fact was made of, for those who have to know it again another day."""

from datetime import datetime

from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Origin:
    """The ``thing`` in the record, the same in each version of it, and when this one was written.

    The time is in UTC.
    """

    thing: str
    at: datetime
