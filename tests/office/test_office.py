"""Two validators find nothing that an empty file has not, and LibreOffice reads what was written.

Each test looks at all the files at once: LibreOffice is started once, and so is whatever runs on
Node.
"""

import json
import shutil
import subprocess
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
from openxml_audit import OpenXmlValidator, ValidationSeverity

from tests.browser.conftest import do_without
from tests.wordfile import open_word, read_word

VALIDATOR = Path(__file__).parents[2] / ".ci/tools/node_modules/.bin/ooxml-validator"
ENDS_BY = 120
LEVELS = {"Heading 1": "1", "Heading 2": "2", "Heading 3": "3"}
LEVELS |= {"Point": "1", "Contents Heading": "1"}


def list_findings(*paths: Path) -> dict[str, set[str]]:
    """Return what is wrong with files; a hint on what Excel will rewrite is nothing wrong."""
    validator = OpenXmlValidator(security_validation=True)
    found = {path.name: validator.validate(path).errors for path in paths}
    return {
        name: {each.description for each in errors if each.severity is ValidationSeverity.ERROR}
        for name, errors in found.items()
    }


def test_a_validator_finds_nothing_that_an_empty_file_has_not(files: Path, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    pages, sheets = sorted(files.glob("*.docx")), sorted(files.glob("*.xlsx"))
    assert (len(pages), len(sheets)) == (5, 3)
    empty, *found = list_findings(tmp_path / "empty.xlsx", *pages, *sheets).values()
    assert found[: len(pages)] == [set()] * len(pages)
    assert [each - empty for each in found[len(pages) :]] == [set()] * len(sheets)


def test_the_validator_of_the_standards_own_kit_agrees(files: Path, tmp_path: Path) -> None:
    if not shutil.which("node") or not VALIDATOR.exists():
        do_without("the OOXML validator is not here: npm install --prefix .ci/tools")
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    empty = run_validator(tmp_path / "empty.xlsx")
    for name in ("hostile.docx", "hostile-sheets.xlsx"):
        assert not set(run_validator(files / name)) - set(empty), name


def run_validator(path: Path) -> list[str]:
    """Return what the validator finds wrong with a file."""
    ran = subprocess.run(
        [VALIDATOR, path], capture_output=True, text=True, check=False, timeout=ENDS_BY
    )
    return [each["description"] for each in json.loads(ran.stdout)["errors"]]


class Opened(HTMLParser):
    """What LibreOffice made of a file, as it writes it in HTML."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said, self.alternatives, self.levels = "", "", ""
        self.cells: list[str] = []
        self.values: list[str | None] = []
        self._hidden = self._in_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._hidden = tag in ("style", "title")
        if tag in ("td", "th"):
            self._in_cell = True
            self.cells.append("")
            self.values.append(given.get("sdval"))
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "img":
            self.alternatives += given.get("alt") or ""
        elif tag in ("h1", "h2", "h3"):
            self.levels += tag[1]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.cells[-1] += data
        if not self._hidden:
            self.said += data


def convert(files: list[Path], into: Path) -> dict[str, Opened]:
    """Return files as LibreOffice reads them, by name."""
    found = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    if found is None:
        do_without("there is no LibreOffice here to open files with")
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    subprocess.run(
        [found, profile, "--headless", "--convert-to", "html", "--outdir", into, *files],
        check=True,
        capture_output=True,
        timeout=ENDS_BY,
    )
    return {path.name: Opened((into / f"{path.stem}.html").read_text("utf-8")) for path in files}


def words_of(text: str) -> str:
    """Return the letters of a text: lines are broken elsewhere, and boxes have hidden marks."""
    return "".join(sign for sign in text if sign.isprintable() and sign not in " ☐☑")


def test_libreoffice_reads_what_was_written(files: Path, tmp_path: Path) -> None:
    pages, sheets = sorted(files.glob("*.docx")), sorted(files.glob("*.xlsx"))
    opened = convert([*pages, *sheets], tmp_path)
    for path in pages:
        found, content = opened[path.name], path.read_bytes()
        said = words_of(found.said)
        for text in read_word(content):
            assert words_of(text) in said or text in found.alternatives, text
        levels = [
            LEVELS.get(each.style.name or "", "")
            for each in open_word(content).paragraphs
            if each.style
        ]
        assert found.levels == "".join(levels)
    for path in sheets:
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        found = opened[path.name]
        wanted = [say_cell(cell.value) for cell in cells]
        assert [" ".join(cell.split()) for cell in found.cells] == wanted
        assert [value for value in found.values if value] == [
            say_value(cell.value) for cell in cells if not isinstance(cell.value, str | None)
        ]


def say_cell(value: object) -> str:
    """Return what a cell shows."""
    if isinstance(value, datetime):
        return f"{value.day} {value:%b %Y}"
    return " ".join(str("" if value is None else value).split())


def say_value(value: object) -> str:
    """Return the number that a cell holds; of a day that of days since 1899."""
    if isinstance(value, datetime):
        return str((value.date() - date(1899, 12, 30)).days)
    return f"{value:g}"
