"""What one database does differently from another, for all that is said to it in SQL."""

from collections.abc import Callable, Sequence
from typing import Any

from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Dialect:
    """How a database is spoken to. Our SQL is written with ``?`` and plain ``%``.

    ``mark`` stands for a value in a statement. ``among`` is the condition that a column has one of
    several values, given as one value by ``several``. ``native`` tells a driver that gives dates,
    times, booleans and JSON as Python's own from one that gives texts and numbers.
    ``address`` is how SQLAlchemy names it, ``tables`` asks for the names of its tables, and
    ``broken`` for references that lead nowhere; ``fault`` is what its driver raises for them.
    ``changes`` asks for a number that is another one once others have changed something.
    ``explain`` turns what a statement raised into what is told: no value that was kept is.
    """

    address: str
    mark: str
    begin_reading: str
    begin_writing: str
    among: str
    several: Callable[[list[Any]], Any]
    native: bool
    tables: str
    broken: str
    fault: type[Exception]
    changes: str
    explain: Callable[[Any, str, Sequence[Any], Exception], Exception]

    def spell(self, sql: str) -> str:
        """Return a statement of ours as this database's driver takes it."""
        return sql if self.mark == "?" else sql.replace("%", "%%").replace("?", self.mark)
