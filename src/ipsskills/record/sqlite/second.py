"""A second place for the day's copy: a record on one disk is one accident from gone."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from ipsskills.record.news import NoSecondCopy, Tell
from ipsskills.record.sqlite.engine import create_private
from ipsskills.record.sqlite.thinning import thin


def copy_to_second(path: Path, made: Path, place: Path, tell: Tell) -> Path | None:
    """Put a copy of a record, which was ``made``, into a second folder too; return where it is.

    As many are kept there as beside the record. A place that is away, as a network drive may be, is
    told and stops nothing: the copy beside the record is there.
    """
    if not place.is_dir():  # it is not made: where a drive is away that would be some other place
        tell(NoSecondCopy(place))
        return None
    part = place / f"{made.name}.{os.urandom(4).hex()}.part"
    try:
        create_private(part)
        shutil.copyfile(made, part)
        part.replace(place / made.name)
        thin(path, place)
    except OSError:
        tell(NoSecondCopy(place))
        with suppress(OSError):
            part.unlink(missing_ok=True)
        return None
    return place / made.name
