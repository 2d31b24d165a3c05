"""Writes days as an iCalendar file (RFC 5545); read in again, a day that moved is moved."""

from typing import TYPE_CHECKING

from ipsskills.pages.data import CalendarDay
from ipsskills.pages.writers.formats import Material

if TYPE_CHECKING:
    from icalendar import Event


def write(material: Material) -> bytes:
    """Return the material's days as a file."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//ipsskills//ipsskills//EN")
    calendar.add("method", "PUBLISH")
    for day in material.events:
        calendar.add_component(_write_day(day))
    return bytes(calendar.to_ical())


def _write_day(day: CalendarDay) -> "Event":
    """Return a day as an event of the whole day, during which nobody is busy."""
    from icalendar import Event

    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", day.changed)
    event.add("dtstart", day.on)
    event.add("summary", day.title)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE" if day.private else "PUBLIC")
    return event
