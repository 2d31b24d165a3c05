"""Turns results into the values that JSON knows; the same result always gives the same bytes.

Results are dataclasses of enums, dates, paths, mappings and tuples. pydantic would do this too,
but takes a third of a second to be loaded, which a page that is only read should not cost.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_ONE_BY_ONE = (tuple, list, set, frozenset)


def to_jsonable(value: Any) -> Any:
    """Return a value as dicts, lists, str, int, float, bool and None.

    A dataclass becomes its fields in their order but for those whose metadata says ``json=False``,
    which are there for composing pages, or else what its ``json_fields`` gives; an enum its value,
    a date ISO 8601 (a time in UTC ends in Z), a path its text. Raises TypeError for anything else.
    """
    kind: Any = type(value)
    return value if kind in _AS_THEY_ARE else _find_way(kind)(value)


def to_json(value: Any) -> str:
    """Return the same as JSON text, on one line without spaces."""
    return json.dumps(to_jsonable(value), ensure_ascii=False, separators=(",", ":"))


@cache
def _find_way(kind: type[Any]) -> Callable[[Any], Any]:
    """Return what turns values of a type into what JSON knows."""
    if issubclass(kind, Enum):
        return lambda value: to_jsonable(value.value)
    if is_dataclass(kind):
        return _from_fields
    if issubclass(kind, Mapping):
        return _from_mapping
    return _each if issubclass(kind, _ONE_BY_ONE) else _text


def _from_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {_key(name): to_jsonable(each) for name, each in value.items()}


def _from_fields(value: Any) -> Any:
    if hasattr(value, "json_fields"):
        return to_jsonable(value.json_fields())
    kind: Any = type(value)
    return {name: to_jsonable(getattr(value, name)) for name in _list_told(kind)}


@cache
def _list_told(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.metadata.get("json", True))


def _each(values: Iterable[Any]) -> list[Any]:
    return [to_jsonable(each) for each in values]


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        told = value.isoformat()
        return f"{told.removesuffix('+00:00')}Z" if told.endswith("+00:00") else told
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _key(name: Any) -> str:
    """Return the key of a mapping as JSON needs it, which is text."""
    key = to_jsonable(name)
    if not isinstance(key, str):
        raise TypeError(f"{type(name).__name__} cannot be a key in JSON")
    return key
