"""Writes facts as JSON, in the one envelope that every result and every failure comes in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ipsskills.doing import write_marks
from ipsskills.visible import escape_in_json

if TYPE_CHECKING:
    from ipsskills.pages.writers.formats import Material

VERSION = 1


def write(material: "Material") -> bytes:
    """Return what a command found as a file: the bytes that ``--json`` shows."""
    told = envelope(material.command, material.facts, material.notices, None)
    return f"{told}\n".encode()


def envelope(command: str, data: Any, notices: Iterable[str], error: dict[str, Any] | None) -> str:
    """Return the envelope; ``data`` is None where there is an ``error``, and the other way round.

    ``command`` is its name as typed, for example "plan show". In ``data`` what to do next stands
    as in a file of the framework: no program types a command.
    """
    import json

    from ipsskills.jsonable import to_jsonable

    whole = {
        "ipsskills": VERSION,
        "command": command,
        "data": _without_marks(to_jsonable(data)),
        "notices": list(notices),
        "error": error,
    }
    return escape_in_json(json.dumps(whole, ensure_ascii=False, indent=2))


def _without_marks(data: Any) -> Any:
    """Return JSON values with every mark in their texts written out."""
    if isinstance(data, str):
        return write_marks(data)
    if isinstance(data, list):
        return [_without_marks(each) for each in data]
    if isinstance(data, dict):
        return {name: _without_marks(each) for name, each in data.items()}
    return data
