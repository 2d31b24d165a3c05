"""Makes record versions: gives each its id, time, author and the version it replaces."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from ipsskills.errors import InvalidInput
from ipsskills.record.ids import new_id
from ipsskills.record.types import Record

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

R = TypeVar("R", bound=Record)

_HEADER = {each.name for each in fields(Record)}

# What is wrong with a value, by pydantic's name for it; the limits stand in its context.
_TOLD = {
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "must stay on one line",
    "string_unicode": "holds half a character",
    "too_long": "is more than {max_length} of them",
    "greater_than": "has to be more than {gt:g}",
    "greater_than_equal": "has to be {ge:g} or more",
    "less_than_equal": "may be {le:g} at most",
    "less_than": "has to be less than {lt:g}",
    "finite_number": "has to be a number",
    "value_error": "{error}",
}
_OTHERWISE = "is not of a kind that fits here"


@dataclass(frozen=True)
class Pen:
    """Writes in one person's name (``author`` is a person id); ``now`` tells the time in UTC."""

    author: str
    now: Callable[[], datetime]

    def first(
        self, kind: type[R], /, *, about: str | None = None, thing: str = "", **own: Any
    ) -> R:
        """Return the first version of a new thing; without ``about`` it is about itself.

        Raises InvalidInput if a value cannot be kept.
        """
        at = self.now()
        own_id = new_id(at)
        return _made(
            kind,
            id=own_id,
            thing=thing or own_id,
            about=about or own_id,
            author=self.author or own_id,
            at=at,
            **own,
        )

    def next(self, seen: R, /, **changes: Any) -> R:
        """Return a version that replaces the one its author saw. Raises InvalidInput."""
        at = self.now()
        own = {
            name: getattr(seen, name)
            for name in type(seen).__dataclass_fields__
            if name not in _HEADER
        }
        return _made(
            type(seen),
            id=new_id(at),
            thing=seen.thing,
            replaces=seen.id,
            about=seen.about,
            author=self.author,
            at=at,
            **(own | changes),
        )


def _made(kind: type[R], /, **values: Any) -> R:
    try:
        return kind(**values)
    except ValidationError as error:
        problems = [_told(detail) for detail in error.errors(include_url=False)]
        raise InvalidInput(
            f"This cannot be kept: {'; '.join(problems)}.", "Nothing was changed. Try again."
        ) from None


def _told(fault: "ErrorDetails") -> str:
    """Return what is wrong with a value in plain words; the value itself is not repeated."""
    name = str(fault["loc"][0]).replace("_", " ") if fault["loc"] else ""
    plain = _TOLD.get(fault["type"], _OTHERWISE).format(**fault.get("ctx", {}))
    if name and fault["input"] is None:
        plain = "is empty"
    return f"{name}: {plain}" if name else plain
