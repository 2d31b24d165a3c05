"""The one way to erase for good: both questions are answered, nobody held is named, copies go too.

Copies go first and the record last: whatever interrupts it, the same command can be given again.
"""

from collections.abc import Callable
from typing import TypeVar

from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import CopiesCleared, NothingAgainst
from ipsskills.record.types import Forgotten, Redacted
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.carrying import clear_all, clear_up, refuse_erasing_held

T = TypeVar("T")
Erasing = TypeVar("Erasing", Forgotten, Redacted)


def erase_by(
    line_of: Callable[[ReaderView, Work], tuple[Erasing, T]], answered: NothingAgainst, at: Desk
) -> tuple[Erasing, T, CopiesCleared]:
    """Keep the line that ``line_of`` makes, and with it erase what it says, in our copies too.

    Returns the line, what was told with it, and what became of our copies. Raises InvalidInput
    where the questions were answered about somebody else, UnderHold and StoreError.
    """
    at.store.prepare_writing()  # the copy of the day is made before copies are looked through
    with at.entitled(write=True) as (view, work):
        line, told = line_of(view, work)
        if view.survivor(line.about) != view.survivor(answered.about):
            raise InvalidInput("What was asked was about somebody else. Nothing was changed.")
        refuse_erasing_held(work, (line,))
        cleared = clear_up(at.record, (line,), at.now(), at.store.second)
        work.add(line)
    again = clear_all(at.store, (line,), at.now())
    return line, told, cleared + again
