"""The names of our copies of a record: what is named otherwise is not ours and is left alone."""

import re
from datetime import date
from pathlib import Path

from ipsskills.frozen import dataclass

_WHEN = r"(?P<day>\d{4}-\d\d-\d\d)(?P<time>T\d{6})?"
_WHAT = r"(?P<what>-before-[\w-]+?)?(?P<number>-\d+)?(?P<damaged>-damaged(-\d+)?)?"
_REST = re.compile(rf"{_WHEN}{_WHAT}\.db")  # what follows the record's own name
DAMAGED = "damaged"


@dataclass(frozen=True)
class CopyName:
    """What the name of a copy tells.

    ``daily`` is the copy of a day of use; others were asked for, or made before a great change.
    ``damaged`` is one that was found not to be sound when it was made, or later.
    """

    path: Path
    day: date
    daily: bool
    damaged: bool


def folder(path: Path) -> Path:
    """Return the folder of a record's copies."""
    return path.with_name(f"{path.stem}-backups")


def list_copies(path: Path, place: Path | None = None) -> list[CopyName]:
    """Return our own copies of a record, oldest first; other files in the folder are not ours.

    They are looked for in its own folder of copies, or in another ``place``.
    """
    place, own = place or folder(path), f"{path.stem}-"
    found = sorted(place.iterdir()) if place.is_dir() else ()
    named = [copy for copy in found if copy.name.startswith(own)]
    read = (_read_name(copy, _REST.fullmatch(copy.name, len(own))) for copy in named)
    return [copy for copy in read if copy is not None]


def last_sound(path: Path) -> Path | None:
    """Return the newest copy of a record that is not known to be damaged."""
    sound = [copy.path for copy in list_copies(path) if not copy.damaged]
    return sound[-1] if sound else None


def name_damaged(copy: Path) -> Path:
    """Return the name of a copy that is not sound."""
    return copy.with_name(f"{copy.stem}-{DAMAGED}{copy.suffix}")


def _read_name(copy: Path, found: re.Match[str] | None) -> CopyName | None:
    try:
        day = date.fromisoformat(found["day"]) if found else None
    except ValueError:
        return None
    if found is None or day is None:
        return None
    plain = not (found["time"] or found["what"] or found["number"])
    return CopyName(copy, day, daily=plain, damaged=bool(found["damaged"]))
