"""What every record is made of: the header of a version, and the kinds of values in its fields."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from ipsskills.frozen import dataclass
from ipsskills.record.limits import InUtc, ListLimit, TextLimit
from ipsskills.record.whom import Whom
from ipsskills.record.written import Written

# What one command keeps lies a microsecond apart; between two commands a program has to start.
_IN_ONE_GO = timedelta(milliseconds=1)

Utc = Annotated[datetime, InUtc()]
Line = Annotated[str, TextLimit(500, line=True)]
Items = Annotated[tuple[str, ...], ListLimit(2000)]
Ids = Annotated[tuple[str, ...], ListLimit(200_000)]

# Where people write: some lines, or one.
WrittenText = Annotated[Written, TextLimit(10_000)]
WrittenLine = Annotated[Written, TextLimit(500, line=True)]

# Where a person is named.
NamedPerson = Annotated[Whom, TextLimit(500, line=True)]

# How pydantic takes records. Values never stand in its messages: they may be notes or names.
TAKEN: dict[str, Any] = {"extra": "forbid", "hide_input_in_errors": True}


class State(StrEnum):
    """Where an assessment or a goal is in its life; not every state fits both."""

    DRAFT = "draft"
    FINISHED = "finished"
    AGREED = "agreed"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class Record:
    """The header every record version shares. ``about`` and ``author`` are person ids.

    ``INDEXES`` are the columns a table is looked up by; a type adds its own to those it inherits.
    ``NEVER`` is what holds of no row, for looking through a whole file: a column, the condition in
    SQL, and what is said of a row for which it holds.
    """

    INDEXES: ClassVar[tuple[tuple[str, ...], ...]] = (("thing",), ("replaces",), ("about",))
    NEVER: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = TAKEN

    id: str
    thing: str
    replaces: str | None = None
    about: str
    author: str
    at: Utc

    def own(self) -> dict[str, Any]:
        """Return what this version holds, by field, without its header."""
        held = (each.name for each in fields(self) if each.name not in _HEADER)
        return {name: getattr(self, name) for name in held}

    def kept_with(self, other: "Record") -> bool:
        """Whether this version was kept in one go with another, by one command (`in_one_go`)."""
        return self.author == other.author and abs(self.at - other.at) < _IN_ONE_GO

    def carry_on(self) -> Mapping[str, Any]:
        """Return what the next version has that this one has not, by field."""
        return {}

    def contradiction(self) -> str | None:
        """Return what in this record does not go together, or None."""
        return None


_HEADER = frozenset(each.name for each in fields(Record))
