"""Makes record versions: gives each its id, time, author and the version it replaces."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, TypeVar

from ipsskills.frozen import dataclass
from ipsskills.record.ids import new_id
from ipsskills.record.types import Record
from ipsskills.record.validate import validate

R = TypeVar("R", bound=Record)

_A_MOMENT = timedelta(microseconds=1)
_HEADER = {each.name for each in fields(Record)}


def in_one_go(now: Callable[[], datetime]) -> Callable[[], datetime]:
    """Return a clock for what is kept together: the first look asks the time, in UTC.

    Each further look tells a moment more: what was kept together stands in the order in which it
    was made, and is known by that (`Record.kept_with`).
    """
    told: list[datetime] = []

    def tell() -> datetime:
        told[:] = [told[0] + _A_MOMENT] if told else [now()]
        return told[0]

    return tell


@dataclass(frozen=True)
class Pen:
    """Writes in one person's name (``author`` is a person id); ``now`` tells the time in UTC."""

    author: str
    now: Callable[[], datetime]

    def after(self, records: Iterable[Record]) -> "Pen":
        """Return a pen that writes later than these records, however coarse the clock is."""
        latest = max((each.at for each in records), default=None)
        if latest is None:
            return self
        return Pen(self.author, lambda: max(self.now(), latest + _A_MOMENT))

    def first(
        self, kind: type[R], /, *, about: str | None = None, thing: str = "", **own: Any
    ) -> R:
        """Return the first version of a new thing; without ``about`` it is about itself.

        Raises InvalidInput if a value cannot be kept.
        """
        at = self.now()
        own_id = new_id(at)
        return validate(
            kind,
            id=own_id,
            thing=thing or own_id,
            about=about or own_id,
            author=self.author or own_id,
            at=at,
            **own,
        )

    def new_id(self) -> str:
        """Return a new id of now, for what is made without a look at its values."""
        return new_id(self.now())

    def next(self, seen: R, /, **changes: Any) -> R:
        """Return a version that replaces the one its author saw. Raises InvalidInput.

        It is never dated before that one, whatever the clock says: where a record holds both and
        not what lies between, the later one counts.
        """
        at = max(self.now(), seen.at + _A_MOMENT)
        own = {
            each.name: getattr(seen, each.name) for each in fields(seen) if each.name not in _HEADER
        }
        return validate(
            type(seen),
            id=new_id(at),
            thing=seen.thing,
            replaces=seen.id,
            about=seen.about,
            author=self.author,
            at=at,
            **{**own, **changes, **seen.carry_on()},
        )
