"""What an entry cannot mean, and what a change of one empties (docs/record.md)."""

from collections.abc import Mapping
from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput
from ipsskills.method.coverage import MOST_UNITS
from ipsskills.pages.words import day
from ipsskills.record.types import Entry

# What must have happened before it can be told; an action and a next date lie ahead.
_PAST = (EntryKind.TRAINING, EntryKind.EVIDENCE, EntryKind.OBSERVATION)
_OTHER = {"minutes": "cancelled", "cancelled": "minutes"}


def empty_idle(changes: Mapping[str, object]) -> dict[str, object]:
    """Return the fields that changes of an entry leave without a meaning, emptied.

    A supervision was either held or cancelled; without a certificate there is no last day of one.
    """
    emptied: dict[str, object] = {_OTHER[name]: None for name in _OTHER if changes.get(name)}
    if changes.get("cancelled"):
        emptied["talked"] = ()
    if "certificate" in changes and not changes["certificate"]:
        emptied["expires"] = None
    return emptied


def check_entry(entry: Entry, today: date) -> None:
    """Raise InvalidInput for what cannot be meant."""
    held = entry.kind is EntryKind.SUPERVISION and not entry.cancelled
    if entry.on > today and (held or entry.kind in _PAST):
        raise InvalidInput(f"{day(entry.on)} has not come yet.", "Log it once it has happened.")
    if entry.kind is EntryKind.EVIDENCE and not 1 <= len(entry.items) <= MOST_UNITS:
        raise InvalidInput(
            "Evidence bears on one to four units.", "Choose those it shows best: --unit 3.8"
        )
    if entry.kind is EntryKind.SUPERVISION and bool(entry.minutes) == bool(entry.cancelled):
        raise InvalidInput(
            "Supervision was either held, for some minutes, or cancelled.",
            "Say which: --minutes 60, or --cancelled WHY",
        )
    if entry.cancelled and entry.talked:
        raise InvalidInput(
            "It was cancelled, so nothing was talked about.", "Leave --talked out, or --cancelled."
        )
    if entry.expires and not entry.certificate:
        raise InvalidInput(
            f"{day(entry.expires)} is the last day of a certificate, but none is named.",
            'Name it: --certificate "Lone working", or leave the day out: --expires ""',
        )
    for name in ("expires", "next_on", "due"):
        until = getattr(entry, name)
        if until and until < entry.on:
            raise InvalidInput(
                f"{day(until)} is before the day itself, {day(entry.on)}.",
                "Look at the two dates again.",
            )
