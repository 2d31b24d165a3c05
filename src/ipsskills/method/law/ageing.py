"""When a note on law or guidance may still be relied on, whom it is for, and what comes first.

It goes by the note's grade, the day it was checked and the day on which it is read, which is given.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from ipsskills.codes import Nation, NoteGrade, Stakes
from ipsskills.doing import do
from ipsskills.framework.noted import GuidanceNote, Noted, read_day_of_year
from ipsskills.frozen import dataclass

N = TypeVar("N", bound=Noted)

PLANNED_SOON = timedelta(days=60)
"""How long before a planned change somebody must look at the note on it."""


class NoteState(StrEnum):
    """What a reader should know of a note's age on the day they read it."""

    SETTLED = "settled"
    IN_ITS_YEAR = "in its year"
    YEAR_OVER = "year over"
    MOVING = "moving"
    UNREAD = "unread"

    @property
    def warns(self) -> bool:
        """Whether the note has to be looked up before it is used."""
        return self in (NoteState.YEAR_OVER, NoteState.MOVING)

    @property
    def to_look_at(self) -> bool:
        """Whether whoever keeps the content has to look at the note."""
        return self.warns or self is NoteState.UNREAD


class Urgency(StrEnum):
    """Why whoever keeps the content has to look at a note, the most urgent first."""

    OVERDUE = "overdue"
    SOON = "about to change"
    OLD = "moving"
    UNREAD_LAW = "law, unread"
    UNREAD = "unread"


@dataclass(frozen=True)
class Standpoint:
    """The day on which notes are read, and the nations that matter to the reader (none: all)."""

    today: date
    nations: tuple[Nation, ...] = ()

    def matters(self, note: Noted) -> bool:
        """Whether a note holds in one of the reader's nations."""
        return not self.nations or not set(self.nations).isdisjoint(note.nations)

    def may_come_first(self, note: Noted) -> bool:
        """Whether a note may stand before all else: what one nation has, if the reader named any.

        Else somebody in Leeds would be told first how it is in Belfast.
        """
        return bool(self.nations) or len(note.nations) > 1


def find_year_end(note: Noted) -> date | None:
    """Return the day by which a yearly note is looked up again; None for what is not yearly.

    That is the first such day after its check, or after the year its figures are of where that is
    given: last year's figure is over however lately somebody looked for a newer one.
    """
    if note.renews is None or note.checked is None:
        return None
    if note.year is not None:
        return read_day_of_year(note.renews, note.year + 1)
    same = read_day_of_year(note.renews, note.checked.year)
    return same if same > note.checked else read_day_of_year(note.renews, note.checked.year + 1)


def find_state(note: Noted, today: date) -> NoteState:
    """Return what a reader should know of a note's age: only what moves or is over warns."""
    if note.grade is NoteGrade.MOVING:
        return NoteState.MOVING
    if note.grade is NoteGrade.UNREAD:
        return NoteState.UNREAD
    end = find_year_end(note)
    if end is None:
        return NoteState.SETTLED
    return NoteState.YEAR_OVER if end <= today else NoteState.IN_ITS_YEAR


def order_notes(notes: Iterable[GuidanceNote]) -> list[GuidanceNote]:
    """Return notes with the most costly mistakes first, else as they stand."""
    return sorted(notes, key=lambda note: list(Stakes).index(note.stakes))


def part_by_nation(notes: Iterable[N], standpoint: Standpoint) -> tuple[list[N], list[N]]:
    """Return the notes that matter to a reader, and those of other nations."""
    every = list(notes)
    own = [note for note in every if standpoint.matters(note)]
    return own, [note for note in every if not standpoint.matters(note)]


def find_urgency(
    state: NoteState, planned: date | None, today: date, *, law: bool = True
) -> Urgency:
    """Return how soon whoever keeps the content has to look at a note that is to be looked at.

    A planned day that is past stays overdue however lately somebody looked: until the note says
    that the change has begun, or names another day. ``law`` is False for what is only background.
    """
    if state is NoteState.UNREAD:
        return Urgency.UNREAD_LAW if law else Urgency.UNREAD
    if state is NoteState.YEAR_OVER or (planned is not None and planned <= today):
        return Urgency.OVERDUE
    if planned is not None and planned - today <= PLANNED_SOON:
        return Urgency.SOON
    return Urgency.OLD


def age_key(note: Noted) -> tuple[str, date]:
    """Return what sorts notes by age: the newest source (none with a date: first), the check."""
    return note.seen or "", note.checked or date.min


def look_at_key(note: Noted, today: date) -> tuple[int, date, str, date]:
    """Return what sorts notes to be looked at: the most urgent, then by the day, then by age."""
    law = isinstance(note, GuidanceNote)
    urgency = find_urgency(find_state(note, today), note.planned, today, law=law)
    rank = list(Urgency).index(urgency)
    by_day = urgency in (Urgency.OVERDUE, Urgency.SOON)
    due = (note.planned or find_year_end(note)) if by_day else None
    return rank, due or date.max, *age_key(note)


EXPLAIN_AGEING = (
    "Each note on law and guidance names its nations, its source with an official address, and "
    "the day it was checked. Settled: not likely to change for years. Look again by a day: rates, "
    "schemes and contacts, which change from year to year or have to be looked up as often; from "
    "that day on the note says that its year is over, until somebody has checked it again; where "
    "only last year's figure was found, it says so at once. Moving: a change is under way, and "
    "the note says how new the newest source was that somebody read, and the day of the change "
    "where one is planned. Only what is moving, or past its year, warns. Notes stand with the "
    "most costly mistakes first: money, time limits, safeguarding, criminal records, immigration. "
    "What research or the fidelity scale says stands apart, under evidence. A note that is told "
    "from working knowledge, and was not read in its source, says so in place of its age, and no "
    "day of a check stands with it. None of it is legal advice. To see the notes of where you "
    "work, and the others as one line, say where that is: "
    f"{do('settings', 'nation')}."
)
