"""What a page has for programs: values in sheets, and days for a calendar."""

from datetime import date, datetime

from ipsskills.frozen import dataclass

Value = str | int | float | bool | date | None


@dataclass(frozen=True)
class Sheet:
    """Values for a program or a spreadsheet: the names of the columns, and the rows below them.

    A ``title`` tells it from the other sheets of a workbook.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    title: str = ""


@dataclass(frozen=True)
class CalendarDay:
    """A day for a calendar; ``uid`` is the same whenever it is written, so that it is moved.

    ``changed`` is when it was last written in the record, in UTC. A day whose ``title`` names
    people or what was said is ``private``.
    """

    uid: str
    on: date
    title: str
    changed: datetime
    private: bool = False
