"""The supervisions of a person that were held: what ends marks, and lets units rest."""

from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.method.moments import Held
from ipsskills.record.types import Entry
from ipsskills.usecases.reading.view import ReaderView


def list_held(view: ReaderView, about: str, until: date | None = None) -> tuple[Held, ...]:
    """Return the supervisions of a person that were held, or were by a day, the latest first.

    One that was cancelled, or taken back, was not held. Only a day that is asked for leaves out
    what was held later: the clock here may be behind that of where it was.
    """
    met = view.current(Entry, about=about, kind=EntryKind.SUPERVISION, removed=False)
    held = [entry for entry in met if not (entry.cancelled or (until and entry.on > until))]
    kept = view.first_kept(held)
    found = (
        Held(entry=each, kept=kept[each.thing], entered=view.day_of(kept[each.thing]))
        for each in held
    )
    return tuple(sorted(found, key=lambda each: (each.moment, each.entry.thing), reverse=True))
