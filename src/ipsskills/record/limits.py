"""What may stand in a field of a record: light marks on its type.

A mark says its rule twice: to pydantic, which looks at what is written or received, and in SQL, by
which a whole file is checked. Declaring one loads neither.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from ipsskills.frozen import dataclass
from ipsskills.record.written import leave_out_turns

_CONTROL = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) - {"\n", "\t"}


@dataclass(frozen=True)
class TextLimit:
    """A text of at most so many characters; a ``line`` is one line, trimmed and not empty."""

    most: int
    line: bool = False

    def fit(self, text: str) -> str:
        """Return the text as it is kept. Raises ValueError, which never repeats the text.

        Control characters are refused: they would speak to the terminal instead of the reader.
        """
        if self.line and type(text) is str:
            text = leave_out_turns(text)
        kept = text.strip() if self.line and text != text.strip() else text
        if self.line and not kept:
            raise ValueError("is empty")
        if len(kept) > self.most:
            raise ValueError(f"is longer than {self.most} characters")
        if self.line and "\n" in kept:
            raise ValueError("must stay on one line")
        if not _is_whole(kept):
            raise ValueError("holds half a character")
        if not _CONTROL.isdisjoint(kept):
            raise ValueError("control characters cannot be kept")
        return kept

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.fit, handler(source))


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class Length(StrEnum):
    """What a number counts that is a length of time."""

    HOURS = "hours"
    MINUTES = "minutes"


@dataclass(frozen=True)
class NumberLimit:
    """A number ``above`` one limit, or no less than ``least``, and no more than ``most``.

    ``length`` is what it counts where it is a length of time: that is typed and said as one, which
    any other number is not.
    """

    most: float
    least: float | None = None
    above: float | None = None
    length: Length | None = None

    def holds(self, number: float) -> bool:
        """Whether a number is within the limits."""
        above = self.above is None or number > self.above
        return above and (self.least is None or number >= self.least) and number <= self.most

    @property
    def reach(self) -> str:
        """The limits in words: "more than 0 and 1,000 at most", "from 0 to 999"."""
        most = f"{self.most:,.12g}"
        if self.above is not None:
            return f"more than {self.above:,.12g} and {most} at most"
        return f"{most} at most" if self.least is None else f"from {self.least:,.12g} to {most}"

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        limits = {"ge": self.least, "gt": self.above, "le": self.most}
        given = {name: limit for name, limit in limits.items() if limit is not None}
        return handler(source) | given


@dataclass(frozen=True)
class ListLimit:
    """A list of at most so many."""

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return handler(source) | {"max_length": self.most}


@dataclass(frozen=True)
class InUtc:
    """A time that is kept in UTC; one without a zone is taken to be in UTC."""

    def fit(self, at: datetime) -> datetime:
        """Return the time in UTC."""
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.fit, handler(source))
