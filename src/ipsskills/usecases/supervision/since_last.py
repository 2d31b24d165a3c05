"""What a supervision looks back on: what was recorded since the last one that was held."""

from collections.abc import Sequence
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import add_months
from ipsskills.method.due import find_planned
from ipsskills.method.moments import Held, SinceThen
from ipsskills.record.types import Entry
from ipsskills.usecases.reading.held import list_held
from ipsskills.usecases.reading.view import ReaderView

USUAL_MONTHS = 3


@dataclass(frozen=True, kw_only=True)
class SinceLast:
    """What was recorded ``since`` the last supervision that was held.

    ``held`` are all that were held, the latest first.
    """

    since: SinceThen
    held: tuple[Held, ...]
    next_on: date | None
    preparation: Entry | None
    observations: tuple[Entry, ...]
    actions: tuple[Entry, ...]

    @property
    def last(self) -> Entry | None:
        """The last supervision that was held, or None."""
        return self.since.last.entry if self.since.last else None


def look_back(view: ReaderView, about: str, entries: Sequence[Entry]) -> SinceLast:
    """Return what a person's supervision looks back on; ``entries`` stand the latest first.

    Actions are all that are open, and those done since the last supervision. Observations are
    those since then, or of three months where there was none. A preparation counts until the next
    supervision that was held, however long that takes.
    """
    today, kept = view.today, view.first_kept(entries)
    held = list_held(view, about)
    last = held[0] if held else None
    since = SinceThen(last, last.entry.on if last else add_months(today, -USUAL_MONTHS))
    by_kind: dict[EntryKind, list[Entry]] = {kind: [] for kind in EntryKind}
    for entry in entries:
        by_kind[entry.kind].append(entry)
    met, prepared = by_kind[EntryKind.SUPERVISION], by_kind[EntryKind.PREPARATION]
    if last:
        prepared = [each for each in prepared if since.holds(each.on, kept[each.thing])]
    planned = find_planned(met)
    next_on = planned.next_on if planned else None
    seen = [e for e in by_kind[EntryKind.OBSERVATION] if e.on <= today]
    return SinceLast(
        since=since,
        held=held,
        next_on=next_on if next_on and next_on >= today else None,
        preparation=prepared[0] if prepared else None,
        observations=tuple(e for e in seen if since.holds(e.on, kept[e.thing])),
        actions=_sort_actions(by_kind[EntryKind.ACTION], since),
    )


def _sort_actions(actions: Sequence[Entry], since: SinceThen) -> tuple[Entry, ...]:
    """Return the open ones by the day they are due, then those done since, the latest first."""
    still_open = [e for e in actions if not e.done]
    still_open.sort(key=lambda e: (e.due or date.max, e.on))
    done = [(e.done, e) for e in actions if e.done and since.holds(e.done, e.at)]
    done.sort(key=lambda each: each[0], reverse=True)
    return (*still_open, *(entry for _, entry in done))
