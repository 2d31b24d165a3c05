"""Writes files whole or not at all, and never over something by accident."""

import contextlib
import os
import tempfile
from pathlib import Path

from ipsskills.errors import InvalidInput


def make_private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for this user alone. Raises OSError.

    What a system takes from the rights of new folders changes nothing about that. A folder that is
    there stays as it is.
    """
    for folder in reversed([each for each in (path, *path.parents) if not each.exists()]):
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
    path.mkdir(exist_ok=True)  # a file in its place is an error


def follow_link(path: Path) -> Path:
    """Return the file that a path stands for: where a link leads, or the path itself."""
    is_link = os.path.islink(path)  # noqa: PTH114 - a folder nobody may look into is no fault here
    return Path(os.path.realpath(path)) if is_link else path


def write_text(path: Path, text: str, *, replace: bool = False) -> Path:
    """Write text as UTF-8. Raises InvalidInput if the file exists or cannot be written."""
    return write_bytes(path, text.encode(), replace=replace)


def write_bytes(path: Path, content: bytes, *, replace: bool = False) -> Path:
    """Write bytes to a temporary file beside ``path``, then swap it in.

    Pages may hold personal matters, so only this user may read the file (where modes exist).
    Raises InvalidInput for a folder, a file that exists where ``replace`` is not set, and one that
    cannot be written.
    """
    if os.path.isdir(path):  # noqa: PTH112 - a folder nobody may look into is no fault here
        raise InvalidInput(f"{path} is a folder. Nothing was changed.", "Name a file in it.")
    if os.path.lexists(path) and not replace:
        raise InvalidInput(
            f"{path} exists already. Nothing was changed.",
            "Choose another name, or add --force to replace it.",
        )
    try:
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(part, 0o600)  # noqa: PTH101 - whatever is taken from new files here
            os.replace(part, path)  # noqa: PTH105 - one call that also swaps on Windows
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(part)  # noqa: PTH108
            raise
    except OSError as error:
        raise InvalidInput(
            f"{path} cannot be written: {(error.strerror or 'the place does not answer').lower()}.",
            "Choose another folder.",
        ) from None
    return path
