"""What somebody sees differently in what was said of them."""

from datetime import date

from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class SeenDifferently:
    """That somebody sees a view or an entry about them differently, in their words.

    ``subject`` is the thing it is about and ``handle`` names that to the program; ``what`` is
    "view" or the kind of the entry, by whom (``of``) and of which day (``on``). It stands until it
    is ``settled``. While answers are kept apart from the reader there are no ``words``.
    """

    subject: str
    handle: str
    what: str
    of: PersonNamed
    on: date
    person: PersonNamed
    words: str
    said: date
    settled: date | None = None
