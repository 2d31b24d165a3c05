"""Names the file of a page that nobody named: who, what and the day, never over an older one."""

import os
import re
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipsskills.pages.document import Book, Page

LONGEST = 60
# Words of a command that tell nobody what is in the file.
_LEFT_OUT = {"show", "export", "list", "chart"}


def name_file(command: str, page: "Page | Book", on: date, ending: str) -> Path:
    """Return the name of a file in this folder, such as ada-example-report-2026-11-30.pdf.

    A page about nobody is called by its title. The name holds letters and digits of any script,
    hyphens and full stops only, so that every system takes it.
    """
    about = page.about.name if page.about else ""
    what = " ".join(word for word in command.split() if word not in _LEFT_OUT)
    said = f"{about} {what}" if page.about else page.title
    return Path(f"{_plain(said)}-{on.isoformat()}{ending}")


def name_words(words: str, on: date | None, ending: str) -> Path:
    """Return the name of a file in this folder of some words: ada-for-lee-2026-11-30.txt."""
    day = f"-{on.isoformat()}" if on else ""
    return Path(f"{_plain(words)}{day}{ending}")


def name_folder(team: str, command: str, on: date) -> Path:
    """Return the name of a folder in this one, such as estuary-report-2026-11-30."""
    return Path(f"{_plain(f'{team} {command}')}-{on.isoformat()}")


def name_for(path: Path, person: str) -> Path:
    """Return a path with the name of somebody behind its own: letter-lee-sample.docx."""
    return path.with_stem(f"{path.stem}-{_plain(person)}")


def find_free(path: Path) -> Path:
    """Return a path, with the lowest number from 2 behind its name if there is such a file."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(each for each in chain([path], numbered) if not os.path.lexists(each))


def _plain(text: str) -> str:
    """Return text in small letters with a hyphen for all that is no letter, digit or full stop."""
    plain = re.sub(r"(?:[^\w.]|_)+", "-", text.casefold())[:LONGEST].strip("-.")
    return plain or "page"
