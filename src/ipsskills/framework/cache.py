"""Keeps what was read strictly from YAML as JSON copies, which are read again in a moment.

A copy is named by the content it was made from and the program's version, and carries the hash of
its own text: one that was cut short or edited is passed over. A copy that cannot be read or written
is not an error.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from ipsskills import __version__
from ipsskills.doing import mark_written
from ipsskills.framework.decode import decode
from ipsskills.framework.files import Source, content_hash

T = TypeVar("T")

_BEFORE, _BETWEEN, _AFTER = '{"hash":"', '","content":', "}"
_HASH_LENGTH = 64


def copy_place(folder: Path, name: str, sources: Iterable[Source | None]) -> Path:
    """Return the path of the copy that belongs to these sources."""
    hashes = [content_hash(source.text) if source else "none" for source in sources]
    key = content_hash(" ".join([__version__, *hashes]))[:32]
    return folder / f"{name}-{key}.json"


def read_copy(path: Path) -> str | None:
    """Return the JSON text that was kept there, or None if it is not there whole."""
    try:
        kept = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    start = len(_BEFORE) + _HASH_LENGTH + len(_BETWEEN)
    text = kept[start : -len(_AFTER)]
    return text if kept == _whole(text) else None


def keep_copy(path: Path, text: str) -> None:
    """Keep JSON text for next time and drop the copies of what the files said earlier."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{path.name.split('-')[0]}-*.json"):
            old.unlink(missing_ok=True)
        part = path.with_suffix(".part")
        part.write_text(_whole(text), encoding="utf-8")
        part.replace(path)
    except OSError:
        return


def from_json(shape: type[T], text: str) -> T:
    """Return a shape from its JSON text, with what to do next marked (``doing.mark_written``).

    Raises ValueError if it is none.
    """
    try:
        return decode(shape, json.loads(mark_written(text), strict=False))
    except RecursionError:
        raise ValueError("lists within lists without end") from None


def _whole(text: str) -> str:
    return f"{_BEFORE}{content_hash(text)}{_BETWEEN}{text}{_AFTER}"
