"""Who is meant in a record where somebody is named: by id, or in words for nobody in the record."""

import re
from typing import Any

_ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
LIKE_AN_ID = "________-____-____-____-____________"
"""The pattern of ids for a database."""

SOMEBODY = "somebody"
"""Stands where a name was, of a person who is not in the record any more."""


class Whom(str):
    """A person's id, so that a new name is read everywhere; or words, such as "a colleague"."""

    __slots__ = ()

    @property
    def person(self) -> str | None:
        """The id of who is meant, or None if these are words."""
        return str(self) if re.fullmatch(_ID, self) else None

    def strip(self, chars: str | None = None, /) -> "Whom":
        """Return it without blanks around it."""
        return Whom(super().strip(chars))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(cls, handler(str))
