"""Builds shapes of the framework from JSON values that this program wrote, without pydantic.

How to build a class is worked out once, from its type hints. The values' types and keys are checked
as they are built, so that a copy that was damaged, or written for another shape, is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

T = TypeVar("T")
Build = Callable[[Any], Any]

_PLAIN = (str, int, bool)


class NotOfThisShape(ValueError):
    """The values cannot have been written from the shape that was asked for."""


def decode(shape: type[T], data: object) -> T:
    """Return the dataclass ``shape`` built from JSON ``data``, equal to what that was made of.

    Raises NotOfThisShape.
    """
    build = builder(cast("Any", shape))
    try:
        return cast("T", build(data))
    except (TypeError, KeyError, ValueError) as error:
        raise NotOfThisShape(f"not a {shape.__name__}: {type(error).__name__}") from None


@cache
def builder(kind: Any) -> Build:
    """Return the function that builds a kind of value from JSON, worked out once a process.

    Raises NotImplementedError for a kind that is not known.
    """
    if (origin := get_origin(kind)) is not None:
        return _generic(origin, get_args(kind))
    if is_dataclass(kind):
        return _build_dataclass(kind)
    if kind in _PLAIN:
        return _plain(kind)
    if kind is date:
        return date.fromisoformat
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    raise NotImplementedError(f"{kind} cannot be built from JSON")


def _generic(origin: Any, inner: tuple[Any, ...]) -> Build:
    if origin is tuple and inner[1:] == (...,):
        return _tuple(builder(inner[0]))
    if origin is Mapping:
        return _mapping(builder(inner[0]), builder(inner[1]))
    if origin in (Union, UnionType) and len(inner) == len((Any, None)) and NoneType in inner:
        (other,) = (each for each in inner if each is not NoneType)
        return _optional(builder(other))
    raise NotImplementedError(f"{origin} of {inner} cannot be built from JSON")


def _build_dataclass(shape: Any) -> Build:
    kinds = {each.name: cast("Any", each.type) for each in fields(shape)}
    plain = [(name, kind) for name, kind in kinds.items() if kind in _PLAIN]
    build = {name: builder(kind) for name, kind in kinds.items() if kind not in _PLAIN}

    def build_one(data: Any) -> Any:
        for name, kind in plain:  # most values by far: no call for each of them
            if name in data and type(data[name]) is not kind:
                raise TypeError
        made = {name: make(data[name]) for name, make in build.items() if name in data}
        return shape(**(data | made))

    return _of(dict, build_one)


def _tuple(build: Build) -> Build:
    return _of(list, lambda data: tuple(map(build, data)))


def _mapping(key: Build, value: Build) -> Build:
    return _of(dict, lambda data: {key(k): value(v) for k, v in data.items()})


def _optional(build: Build) -> Build:
    return lambda data: None if data is None else build(data)


def _plain(kind: type) -> Build:
    def check(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError
        return data

    return check


def _of(kind: type, build: Build) -> Build:
    """Return a function that builds from values of one type only; True is not a number here."""

    def check(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError
        return build(data)

    return check
