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

_HEAD, _END = b'{"checksum":"%b","hash":"%b","content":', b"}"
_CHECKSUM, _HASH = slice(13, 29), slice(39, 103)
_CONTENT, _CHECKED = slice(115, -1), slice(39, -1)  # what is checked is the hash and all behind it


@dataclass(frozen=True)
class Copy:
    """The JSON text that was kept, in UTF-8; the hash that names it (`content_hash`) without lines.

    It stays bytes: to make a text of what is as long as a book takes a while.
    """

    content: bytes
    hash: str


def copy_place(folder: Path, name: str, sources: Iterable[Source | None]) -> Path:
    """Return the path of the copy that belongs to these sources."""
    sums = [checksum(source.content) if source else "none" for source in sources]
    return folder / f"{name}-{checksum(' '.join([__version__, *sums]).encode())}.json"


def read_copy(path: Path) -> Copy | None:
    """Return what was kept there, or None if it is not there whole."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    told, named = kept[_CHECKSUM], kept[_HASH]
    whole = kept.startswith(_HEAD % (told, named)) and kept.endswith(_END)
    if not whole or told.decode("ascii", "replace") != checksum(memoryview(kept)[_CHECKED]):
        return None
    return Copy(kept[_CONTENT], named.decode())


def keep_copy(path: Path, text: str) -> None:
    """Keep JSON text for next time and drop the copies of what the files said earlier."""
    try:
        make_private_folder(path.parent)
        for old in path.parent.glob(f"{path.name.split('-')[0]}-*.json"):
            old.unlink(missing_ok=True)
        write_text(path, _write_whole(text), replace=True)
    except (OSError, InvalidInput):
        return


def from_json(shape: type[T], text: str | bytes) -> T:
    """Return a shape from its JSON text, with what to do next marked (``doing.mark_written``).

    As bytes the text is in UTF-8. Raises ValueError if it is none.
    """
    told = text.decode() if isinstance(text, bytes) else text
    try:
        return decode(shape, json.loads(mark_written(told), strict=False))
    except RecursionError:
        raise ValueError("lists within lists without end") from None


def _write_whole(text: str) -> str:
    named = content_hash(text.replace("\n", ""))
    checked = f'{named}","content":{text}'
    return f'{{"checksum":"{checksum(checked.encode())}","hash":"{checked}}}'
