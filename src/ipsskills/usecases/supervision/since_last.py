"""What a supervision looks back on: what was recorded since the last one that was held."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import add_months
from ipsskills.record.types import Entry

USUAL_MONTHS = 3


@dataclass(frozen=True, kw_only=True)
class SinceLast:
    """What was recorded since the last supervision that was held; ``last`` is that, if any."""

    last: Entry | None
    next_on: date | None
    preparation: Entry | None
    observations: tuple[Entry, ...]
    actions: tuple[Entry, ...]


def look_back(entries: Sequence[Entry], today: date) -> SinceLast:
    """Return what a supervision looks back on; ``entries`` stand the latest first.

    Actions are all that are open, and those done since the last supervision. Observations are
    those since then, or of three months where there was none.
    """
    met = [e for e in entries if e.kind is EntryKind.SUPERVISION]
    held = [e for e in met if not e.cancelled and e.on <= today]
    last = held[0] if held else None
    to_come = [e.next_on for e in met[:1] if e.next_on and e.next_on >= today]
    start = last.on if last else add_months(today, -USUAL_MONTHS)

    def is_after(entry: Entry) -> bool:
        return last is None or (entry.on, entry.at) > (last.on, last.at)

    prepared = [e for e in entries if e.kind is EntryKind.PREPARATION and is_after(e)]
    seen = [e for e in entries if e.kind is EntryKind.OBSERVATION and start <= e.on <= today]
    actions = [e for e in entries if e.kind is EntryKind.ACTION]
    still_open = sorted((e for e in actions if not e.done), key=lambda e: (e.due or date.max, e.on))
    done = [e for e in actions if e.done and e.done >= start]
    return SinceLast(
        last=last,
        next_on=min(to_come, default=None),
        preparation=prepared[0] if prepared else None,
        observations=tuple(seen),
        actions=(*still_open, *sorted(done, key=lambda e: e.done or today, reverse=True)),
    )
