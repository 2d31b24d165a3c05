"""The base of every shape that is read from a file, and pydantic's strict reader of it."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Strict:
    """Base of every shape read from a file: pydantic then refuses keys it does not know."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}


@cache
def adapter(shape: Any) -> "TypeAdapter[Any]":
    """Return pydantic's reader of a shape, built once a process."""
    from pydantic import TypeAdapter

    return TypeAdapter(shape)
