"""Keeps what was read strictly from YAML as JSON copies, which are read again in a moment.

A copy is named by the content it was made from and the program's version, and carries a checksum of
its own text: one that was cut short or edited is passed over. A copy that cannot be read or written
is not an error.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from ipsskills import __version__
from ipsskills.doing import mark_written
from ipsskills.errors import InvalidInput
from ipsskills.files import make_private_folder, write_text
from ipsskills.framework.decode import decode
from ipsskills.framework.files import Source, checksum, content_hash
from ipsskills.frozen import dataclass

T = TypeVar("T")

_FORM = '{"checksum":"%s","hash":"%s","content":%s}'
_CHECKSUM, _HASH = slice(13, 37), slice(47, 111)
_CONTENT = slice(123, -1)


@dataclass(frozen=True)
class Copy:
    """The JSON text that was kept, and the hash that names it (`content_hash`) without lines."""

    text: str
    hash: str


def copy_place(folder: Path, name: str, sources: Iterable[Source | None]) -> Path:
    """Return the path of the copy that belongs to these sources."""
    sums = [checksum(source.text) if source else "none" for source in sources]
    return folder / f"{name}-{checksum(' '.join([__version__, *sums]))}.json"


def read_copy(path: Path) -> Copy | None:
    """Return what was kept there, or None if it is not there whole."""
    try:
        kept = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    copy = Copy(kept[_CONTENT], kept[_HASH])
    whole = kept == _FORM % (kept[_CHECKSUM], copy.hash, copy.text)
    return copy if whole and kept[_CHECKSUM] == checksum(copy.hash + copy.text) else None


def keep_copy(path: Path, text: str) -> None:
    """Keep JSON text for next time and drop the copies of what the files said earlier."""
    try:
        make_private_folder(path.parent)
        for old in path.parent.glob(f"{path.name.split('-')[0]}-*.json"):
            old.unlink(missing_ok=True)
        write_text(path, _write_whole(text), replace=True)
    except (OSError, InvalidInput):
        return


def from_json(shape: type[T], text: str) -> T:
    """Return a shape from its JSON text, with what to do next marked (``doing.mark_written``).

    Raises ValueError if it is none.
    """
    try:
        return decode(shape, json.loads(mark_written(text), strict=False))
    except RecursionError:
        raise ValueError("lists within lists without end") from None


def _write_whole(text: str) -> str:
    named = content_hash(text.replace("\n", ""))
    return _FORM % (checksum(named + text), named, text)
