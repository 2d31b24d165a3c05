"""The closed texts that came in: known again, so that nobody is asked twice for their words.

A digest of the text is kept with what is kept of the file, and goes with it.
"""

from collections.abc import Mapping
from datetime import date

from ipsskills.codes import ParcelWay
from ipsskills.formats.exchange.known_again import CLOSED
from ipsskills.record.types import Parcel
from ipsskills.usecases.desk import Desk


def list_closed(desk: Desk) -> Mapping[str, date]:
    """Return the day on which each closed text came in that is here still, by `mark_closed`."""
    with desk.reading() as view:
        return {
            each: parcel.on
            for parcel in view.current(Parcel)
            if parcel.way is ParcelWay.IN and not parcel.undone
            for each in parcel.asked
            if each.startswith(CLOSED)
        }
