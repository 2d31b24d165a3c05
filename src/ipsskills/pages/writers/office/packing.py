"""What both kinds of office file need: texts that XML can hold, and the same bytes each time."""

import io
import re
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LANGUAGE = "en-GB"
PROGRAM = "ipsskills"

# No XML file can hold these: control characters, halves of a pair, and two that are no characters.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ANY_DAY = (1980, 1, 1, 0, 0, 0)
_LAST_OF_TWO_DIGITS = 0xFF


def clean(text: str) -> str:
    r"""Return a text as an office file can hold it; what it cannot is written out: ``\x07``.

    A tab is a space, since a tab of ours leads to a place on the line.
    """
    return _REFUSED.sub(_spell, text.replace("\r\n", "\n").replace("\t", " "))


def start_of(day: date | None) -> datetime:
    """Return the moment at which a day begins, as a file's properties say it; none is 1980."""
    return datetime(day.year, day.month, day.day) if day else datetime(*_ANY_DAY)  # noqa: DTZ001


def pack_again(packed: bytes) -> bytes:
    """Return an office file whose parts tell no time of day: the same page is the same bytes.

    A picture is put in as it is, since it is as small as it gets.
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, _ANY_DAY)
            part.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()


def _spell(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number <= _LAST_OF_TWO_DIGITS else f"\\u{number:04x}"
