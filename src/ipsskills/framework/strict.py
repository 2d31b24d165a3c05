"""The base of every shape that is read from a file."""

from collections.abc import Mapping
from typing import ClassVar


class Strict:
    """Base of every shape read from a file: pydantic then refuses keys it does not know."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}
