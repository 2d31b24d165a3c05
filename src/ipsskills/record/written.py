"""Text that somebody wrote, with what was decided when it was looked at for clients' details.

A record takes nothing else where people write, and only three places make it: the check itself
(`privacy`); and for what is kept already, as its author decided, the store's reader and what reads
a record from a file that was sent.
"""

from enum import StrEnum
from typing import Any, Self


class Decision(StrEnum):
    """What came of looking at a text for what could tell who a client is."""

    NOTHING_FOUND = "nothing found"
    KEPT_ON_PURPOSE = "kept on purpose"


class Written(str):
    """A text that somebody wrote and that may be kept; ``decision`` is why.

    What is made of it (a part, two joined) is a plain text again, and has to be looked at again.
    """

    __slots__ = ("decision",)

    decision: Decision

    def __new__(cls, text: str, decision: Decision) -> Self:
        """Only the check and the store's reader make one."""
        made = super().__new__(cls, text)
        made.decision = decision
        return made

    def __getnewargs__(self) -> tuple[str, Decision]:  # type: ignore[override]
        return str(self), self.decision

    def part(self, text: str) -> "Written":
        """Return a part of the text: it was looked at with the whole. Raises ValueError if not."""
        if text not in self:
            raise ValueError("only a part of a text is decided with it")
        return Written(text, self.decision)

    def strip(self, chars: str | None = None, /) -> "Written":
        """Return the text without blanks around it: nothing new is said by leaving those out."""
        return Written(super().strip(chars), self.decision)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(as_written)


# Marks that turn the direction of writing: with them a text reads otherwise than it is kept.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def leave_out_turns(text: str) -> str:
    """Return a text without what turns its direction; letters have a direction of their own."""
    return text if text.isascii() else text.translate(_TURNS)


NO_WORDS = Written("", Decision.NOTHING_FOUND)
"""Nothing was written: there is nothing to look at."""

ERASED_WORDS = Written("(erased)", Decision.NOTHING_FOUND)
"""Stands where a line was that cannot be empty, once its words are erased."""


def as_written(value: object) -> Written:
    """Return a text that was looked at, or no words at all.

    Raises TypeError for any other text: whoever hands it in forgot to have it looked at. Raises
    ValueError for what is no text.
    """
    if isinstance(value, Written):
        return value
    if not isinstance(value, str):
        raise ValueError("is not of a kind that fits here")  # noqa: TRY004 - told to the writer
    if value:
        raise TypeError("a text that people write has to be looked at before it is kept")
    return NO_WORDS
