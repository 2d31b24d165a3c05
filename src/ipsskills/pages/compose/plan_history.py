"""The history of a plan's goals as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.pages.document import Block, Heading, Page, Table, Text
from ipsskills.pages.words import day


@dataclass(frozen=True)
class Line:
    """One thing that happened: the day, what it was, the name of who wrote it, and in words."""

    on: date
    what: str
    by: str
    words: str


@dataclass(frozen=True)
class GoalHistory:
    """What happened to one goal, oldest first; ``title`` is what it is called now.

    ``states_told`` is whether the lines tell where its units stood.
    """

    number: int
    title: str
    lines: tuple[Line, ...]
    states_told: bool = False


def history_page(person: str, goals: Sequence[GoalHistory]) -> Page:
    """Return the page: a table of days for each goal."""
    blocks: list[Block] = []
    for goal in goals:
        blocks.append(Heading(f"{goal.number}. {goal.title}", sentence=True))
        rows = tuple((line.words, day(line.on), line.by) for line in goal.lines)
        blocks.append(Table(("What happened", "When", "Written by"), rows))
    lead = ("Nothing is rewritten: every version is kept.",)
    if any(goal.states_told for goal in goals):
        blocks.append(Text(_STATES))
    return Page(f"What became of the plan: {person}", lead, tuple(blocks))


_STATES = (
    "The words in quotation marks are where units stood that day in the person's own view. They "
    "are here, and not on the plan."
)
