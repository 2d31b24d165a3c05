"""Writes a page or a book as PDF for paper and for screen readers: PDF/UA-1, set by typst.

Nothing that misses the standard is written: typst refuses it.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from ipsskills.errors import InvalidInput
from ipsskills.pages.glyphs import SPELT_OUT, Glyphs, find_glyphs, travelling_files
from ipsskills.pages.words import clip
from ipsskills.pages.writers.directions.runs import mark_runs
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.pdf_blocks import Described, describe_paper, spell_values
from ipsskills.pages.writers.running import list_imprint, write_confidential

WIDEST_IMPRINT = 66  # letters of a name; the foot of a sheet is one line, with a day behind it
# The looks of the template, by number: from roomy to as close as can be read.
ROOMY, CLOSE, CLOSEST = 0, 2, 4
FEW = 4  # sheets; where there are more, one less is not worth smaller letters
# What programs take as it stands: the title in a list of documents, a picture and its words.
_NOT_SET = frozenset({"name", "svg", "alternative"})
_SHEETS = re.compile(rb"/Type/Pages/Count (\d+)")


def write(material: Material) -> bytes:
    """Return the material's page or book as a file; the same material gives the same bytes.

    Raises TypeError for a block it does not know, InvalidInput where there is no room to set it.
    """
    from typst import TypstError

    paper = describe_paper(material.page) | {
        "confidential": write_confidential(material),
        "imprint": [clip(part, WIDEST_IMPRINT) for part in list_imprint(material)],
    }
    letters = "".join(sorted(set(json.dumps(paper, ensure_ascii=False))))
    glyphs = find_glyphs(letters)
    try:
        return _typeset(paper, glyphs, material.on)
    except TypstError:
        if not glyphs.fonts:
            raise
    return _typeset(paper, find_glyphs(letters, system=False), material.on)  # a font it cannot use


def _typeset(paper: Described, glyphs: Glyphs, on: date | None) -> bytes:
    """Return a page set with the fonts that travel and those that it needs besides."""
    import typst

    told = spell_values(paper, glyphs.spell)
    told["small_print"] = SPELT_OUT if glyphs.missing else ""
    told["name"] = told["title"]
    values = json.dumps(spell_values(told, mark_runs, besides=_NOT_SET))
    begun = datetime.combine(on, time(), UTC) if on else None
    with _gather_fonts(font.path for font in glyphs.fonts) as folder:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )

        def set_in(look: int) -> bytes:
            made: bytes = typst.compile(
                _read_template(),
                font_paths=fonts,
                sys_inputs={"page": values, "look": str(look)},
                pdf_standards=["ua-1"],
                format="pdf",
                timestamp=begun,
            )
            return made

        if paper["chapters"]:
            return set_in(CLOSE)
        return _set_on_few(set_in, CLOSEST if paper["to_use"] else CLOSE)


def _set_on_few(set_in: Callable[[int], bytes], closest: int) -> bytes:
    """Return a page in the roomiest look in which it takes as few sheets as in the closest."""
    made = set_in(ROOMY)
    if not 1 < _count_sheets(made) <= FEW:
        return made
    tight = set_in(closest)
    fewest = _count_sheets(tight)
    if fewest == _count_sheets(made):
        return made
    between = (set_in(look) for look in range(ROOMY + 1, closest))
    return next((made for made in between if _count_sheets(made) == fewest), tight)


def _count_sheets(made: bytes) -> int:
    return max((int(found) for found in _SHEETS.findall(made)), default=0)


@contextmanager
def _gather_fonts(others: Iterable[Path]) -> Iterator[str]:
    """Give a folder with the fonts and nothing else: matplotlib's has one that draws only boxes.

    Raises InvalidInput where they cannot be put there.
    """
    try:
        with TemporaryDirectory(prefix="ipsskills-", ignore_cleanup_errors=True) as folder:
            for place, path in enumerate((*travelling_files(), *others)):
                shutil.copyfile(path, Path(folder, f"{place}-{path.name}"))
            yield folder
    except OSError as error:
        raise InvalidInput(
            f"A PDF cannot be set: its fonts cannot be put aside ({error.strerror or error}).",
            "See that there is room for temporary files, or write it as HTML or DOCX.",
        ) from error


@cache
def _read_template() -> bytes:
    return files("ipsskills.pages").joinpath("templates", "page.typ").read_bytes()
