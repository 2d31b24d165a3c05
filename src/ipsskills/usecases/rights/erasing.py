"""The one way to erase for good: both questions are answered, nobody held is named, copies go too.

Copies go first and the record last: whatever interrupts it, the same command can be given again.
"""

from collections.abc import Callable, Collection
from typing import TypeVar

from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.erased import CopiesCleared, NothingAgainst
from ipsskills.record.types import Forgotten, Redacted
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.carrying import clear_all, clear_up, refuse_erasing_held

T = TypeVar("T")
People = tuple[str, ...]
Erasing = TypeVar("Erasing", Forgotten, Redacted)


def erase_by(
    line_of: Callable[[ReaderView, Work], tuple[Erasing, T, People]],
    answered: Collection[NothingAgainst],
    at: Desk,
) -> tuple[Erasing, T, CopiesCleared]:
    """Keep the line that ``line_of`` makes, and with it erase what it says, in our copies too.

    It gives the line, what is told with it, and about whom (ids) the questions are to be answered.
    Returns the first two and what became of our copies. Raises InvalidInput where they were
    answered about others only, UnderHold and StoreError.
    """
    at.store.prepare_writing()  # the copy of the day is made before copies are looked through
    with at.entitled(write=True) as (view, work):
        line, told, people = line_of(view, work)
        said = {view.survivor(each.about) for each in answered}
        wanted = {view.survivor(each) for each in people}
        if not said.issuperset(wanted):
            raise InvalidInput("What was asked was about somebody else. Nothing was changed.")
        refuse_erasing_held(work, (line,))
        cleared = clear_up(at.record, (line,), at.now(), at.store.second)
        work.add(line)
    again = clear_all(at.store, (line,), at.now())
    return line, told, cleared + again
