"""What a use case works at: the framework, the record, the clock, and who is working."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.record.pen import Pen
from ipsskills.record.store import Store


@dataclass(frozen=True)
class Desk:
    """``now`` tells the time in UTC; ``me`` is the person id set as me, or None."""

    framework: Framework
    store: Store
    now: Callable[[], datetime]
    me: str | None = None

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.now().astimezone().date()

    def pen(self) -> Pen:
        """Return a pen that writes as me. Raises NotFound if nobody is set as me."""
        if self.me is None:
            raise NotFound("The record does not know who you are yet.", "Type: ipsskills init")
        return Pen(self.me, self.now)
