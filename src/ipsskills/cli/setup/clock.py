"""Asks about a date that cannot be right: everything that is kept has the day of this computer.

Only what writes is asked about; pages show the latest there is, whatever the day.
"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import settings
from ipsskills.cli.setup.said_yes import OPTION, is_said
from ipsskills.errors import Interrupted, InvalidInput
from ipsskills.method.calendar import older_than
from ipsskills.pages.words import day

if TYPE_CHECKING:
    from ipsskills.record.store import Store

_YEAR = 12


def ask_about_date(store: "Store", now: datetime) -> None:
    """Ask whether today is right where it is before the newest of a record, or a year after it.

    What was said to be right is remembered until something newer is kept. Raises InvalidInput where
    nobody is there to ask, and Interrupted where it is not right.
    """
    newest, record = store.newest_at(), store.id
    if newest is None or not (doubt := _find_doubt(newest, now)):
        return
    known = settings.load()
    if known.dates.get(record) == newest.isoformat():
        return
    if not is_said():
        if not ask.can_ask():
            raise InvalidInput(doubt, f"Put the clock right, or if it is right add {OPTION}.")
        if not ask.sure(f"{doubt} Is it right?"):
            raise Interrupted("Nothing was changed. Put the clock right, then type it again.")
    settings.save(replace(known, dates={**known.dates, record: newest.isoformat()}))


def _find_doubt(newest: datetime, now: datetime) -> str:
    """Return what is odd about today, or ""."""
    today, last = now.astimezone().date(), newest.astimezone().date()
    if today < last:
        return (
            f"This computer says it is {day(today)}, but the newest in the record is of "
            f"{day(last)}."
        )
    if older_than(last, _YEAR, today):
        return (
            f"This computer says it is {day(today)}, more than a year after the newest in the "
            f"record ({day(last)})."
        )
    return ""
