"""What is noted beside a unit, law and guidance or what is known, and how each tells its age.

Both have a grade, a source and the day they were checked, or say that the source was not read;
law has an official address as well.
What a grade means for a reader is a rule (`method/law/ageing.py`); here is only what stands there.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import starmap

from ipsskills.codes import Nation, NoteGrade, Stakes
from ipsskills.framework.faults import Fault
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass

# Compiled where a file is checked, which most commands never do.
_MONTH = r"\d{4}(-(0[1-9]|1[0-2]))?"
_ADDRESS = r"https?://[^\s/]+\.[^\s]+"
_A_YEAR = 2001  # one without a 29 February, on which no year ends


@dataclass(frozen=True, kw_only=True)
class Noted(Strict):
    """A point with the nations it holds in, its grade, its source and when it was checked.

    ``seen`` is the month of the newest source that was read ("2026-06", or a year alone), None
    where none had a date; ``renews`` the day on which a yearly one is set anew ("04-06"), and
    ``year`` the year in which its figures began, given only where they are older than the check;
    ``planned`` the day on which something that moves is to change.
    ``checked`` is None where the source was not read, as the grade "unread" says.
    """

    nations: tuple[Nation, ...]
    topic: str
    grade: NoteGrade
    text: str
    source: str
    checked: date | None = None
    seen: str | None = None
    renews: str | None = None
    year: int | None = None
    planned: date | None = None


@dataclass(frozen=True, kw_only=True)
class GuidanceNote(Noted):
    """A point of law or guidance: its official address, and how costly a mistake would be."""

    address: str
    stakes: Stakes


@dataclass(frozen=True, kw_only=True)
class BackgroundFact(Noted):
    """What research, the fidelity scale or usual practice says; it binds nobody."""

    address: str | None = None


def read_day_of_year(renews: str, year: int) -> date:
    """Return the day that ``renews`` names, in a year. Raises ValueError if it names none."""
    month, day = renews.split("-")
    return date(year, int(month), int(day))


def find_noted_faults(
    file: str, unit: str, noted: GuidanceNote | BackgroundFact
) -> Iterator[Fault]:
    """Yield what a note says that cannot be right, or leaves out though its shape has room."""
    place = f"{unit}, {noted.topic or noted.text[:30]}"

    def fault(problem: str, fix: str) -> Fault:
        return Fault(file, place, problem, fix)

    for key in ("topic", "text", "source"):
        if not getattr(noted, key).strip():
            yield fault(f"Its {key} is empty.", "Write it.")
    if not noted.nations or len(set(noted.nations)) != len(noted.nations):
        yield fault("It does not name each of its nations once.", "As in: nations: [E, W]")
    if noted.address is not None and not re.fullmatch(_ADDRESS, noted.address):
        yield fault(
            f"'{noted.address}' is not an address.",
            "Write it whole: https://www.legislation.gov.uk/ukpga/2010/15",
        )
    if noted.seen is not None and not re.fullmatch(_MONTH, noted.seen):
        yield fault(f"'{noted.seen}' is not a month.", 'As in: seen: "2026-06"')
    yield from starmap(fault, _find_day_faults(noted))
    yield from starmap(fault, _find_unread(noted))


def _find_day_faults(noted: Noted) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the days a note goes by, each with how to put it right."""
    as_in = 'As in: renews: "04-06"'
    if (noted.renews is None) == (noted.grade is NoteGrade.YEARLY):
        yield "A day on which it renews goes with the grade yearly.", as_in
    if noted.renews is not None and not _is_day(noted.renews):
        yield f"'{noted.renews}' is not a day of a year.", as_in
    if noted.year is not None and noted.grade is not NoteGrade.YEARLY:
        yield "A year goes with the grade yearly.", f"{as_in}, year: 2025"
    if noted.planned is not None and noted.grade is not NoteGrade.MOVING:
        yield "A planned day goes with the grade moving.", "As in: planned: 2027-01-01"


def _find_unread(noted: Noted) -> Iterator[tuple[str, str]]:
    unread = noted.grade is NoteGrade.UNREAD
    if (noted.checked is None) != unread:
        yield (
            "What was read has the day on which it was checked, and what is unread has none.",
            "As in: checked: 2026-11-29, or: grade: unread",
        )


def _is_day(renews: str) -> bool:
    try:
        return f"{read_day_of_year(renews, _A_YEAR):%m-%d}" == renews
    except ValueError:
        return False
