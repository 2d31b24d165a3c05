"""Makes record versions: gives each its id, time, author and the version it replaces."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from ipsskills.errors import InvalidInput
from ipsskills.record.ids import new_id
from ipsskills.record.types import Record

R = TypeVar("R", bound=Record)

_HEADER = {each.name for each in fields(Record)}


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
        problems = [_told(detail["loc"], detail["msg"]) for detail in error.errors()]
        raise InvalidInput(
            f"This cannot be kept: {'; '.join(problems)}.", "Nothing was changed. Try again."
        ) from None


def _told(loc: tuple[int | str, ...], message: str) -> str:
    name = str(loc[0]).replace("_", " ") if loc else ""
    plain = {
        "String should have at least 1 character": "is empty",
        "String should match pattern '^[^\\n]*$'": "must stay on one line",
    }.get(message, message.removeprefix("Value error, "))
    return f"{name}: {plain}" if name else plain
