"""Reads whatever was written, packed or not, to look in it for what should not be there."""

import zipfile
from pathlib import Path

from tests.pages.pdf.reading import seen_text


def read_written(path: Path) -> str:
    """Return the text of a file of any form: of a PDF its pages, of an office file its XML."""
    if path.suffix.lower() == ".pdf":
        return seen_text(path.read_bytes())
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            parts = (packed.read(each) for each in packed.namelist() if each.endswith(".xml"))
            return "\n".join(part.decode(errors="replace") for part in parts)
    return path.read_text(encoding="utf-8")
