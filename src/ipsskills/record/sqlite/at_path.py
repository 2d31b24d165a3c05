"""Tells whether the file that was opened is still the one at its path.

A copy that is put back, or a sync service, swaps another in: what is written into the one that is
open is lost then, though nothing fails.
"""

from pathlib import Path


class FileAtPath:
    """The file that is at a path now; `is_there` tells later whether it is still that one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._look()

    def is_there(self) -> bool:
        """Whether the same file is at the path; where a system does not number files, it is."""
        return self._known is None or self._look() == self._known

    def _look(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return 0, 0
        return (found.st_dev, found.st_ino) if found.st_ino else None
