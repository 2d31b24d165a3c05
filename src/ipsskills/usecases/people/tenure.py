"""Who supervised somebody on a day: a change acts from the day it was made for, no earlier."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from ipsskills.frozen import dataclass
from ipsskills.record.types import Person


@dataclass(frozen=True)
class Tenure:
    """From which day on somebody (a person id) supervises a person; None is nobody.

    Without a day it has been so for as long as is known.
    """

    supervisor: str | None
    since: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it had begun by a day."""
        return self.since is None or self.since <= day


def list_tenures(
    versions: Sequence[Person], day_of: Callable[[datetime], date]
) -> tuple[Tenure, ...]:
    """Return what was said of who supervises a person, the latest said first.

    ``versions`` are those of one person, oldest first; ``day_of`` tells the day of a time. Saying
    the same supervisor again puts the day right. Where one is taken away, it is so from that day.
    """
    found: list[Tenure] = []
    for version in versions:
        gone = found and version.supervisor is None
        since = day_of(version.at) if gone else version.supervised_since
        said = Tenure(version.supervisor, since)
        if not found or found[-1].supervisor != said.supervisor:
            found.append(said)
        elif said.supervisor:
            found[-1] = said
    return tuple(reversed(found))


def find_tenure(tenures: Sequence[Tenure], day: date) -> Tenure | None:
    """Return which of the tenures (the latest said first) a day falls into, or None."""
    return next((each for each in tenures if each.covers(day)), None)
