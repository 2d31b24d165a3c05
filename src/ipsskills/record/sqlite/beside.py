"""Finds what others put beside a record: copies that a sync service or a file manager makes of it.

Where two computers wrote into one record through such a service, half of what was written is there.
"""

import re
from pathlib import Path

# Behind the record's name: "(Sam's conflicted copy 2026-11-20)", ".sync-conflict-20261120-101010",
# "-DESKTOP-7Q2", " (1)", " 2", " - Copy".
_MADE = r"([ ._~-].*conflict.*|-[A-Z][A-Z0-9-]*|[ _-]*\(\d+\)| \d+|[ _-]+[Cc]opy.*)"


def list_synced(path: Path) -> tuple[Path, ...]:
    """Return the files beside a record that look like other versions of it."""
    name = re.compile(rf"{re.escape(path.stem)}{_MADE}{re.escape(path.suffix)}")
    try:
        return tuple(sorted(each for each in path.parent.iterdir() if name.fullmatch(each.name)))
    except OSError:
        return ()
