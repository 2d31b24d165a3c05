"""Each form of a page, read back: the same pieces in the same order, and what the facts are.

Markdown is read as CommonMark, HTML by a parser, DOCX by python-docx, PDF by its tags, XLSX by
openpyxl; tests/pieces.py holds the readers. What is expected is put together by hand from the
blocks of the page (tests/pages/pdf/said.py) and from what `--json` tells.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ipsskills.pages.document import Bullets, Drawing, Figure, Page
from ipsskills.pages.words import day
from ipsskills.pages.writers.formats import FORMATS, Format, Material
from ipsskills.pages.writers.text import to_text
from tests.conftest import Ran
from tests.pages.pdf.said import say
from tests.pieces import (
    HEADING,
    TEXT,
    Piece,
    read_markdown_pieces,
    read_pdf_pieces,
    read_webpage_pieces,
    read_word_pieces,
    words_of,
)

Run = Callable[..., Ran]

READERS: Mapping[str, Callable[[bytes], list[Piece]]] = {
    "md": read_markdown_pieces,
    "html": read_webpage_pieces,
    "pdf": read_pdf_pieces,
    "docx": read_word_pieces,
}
PAGES = {
    "report": ("report", "--demo"),
    "compare": ("compare", "Ada", "--demo"),
    "agenda": ("agenda", "--demo"),
    "plan": ("plan", "show", "--demo"),
    "record": ("record", "--demo"),
    "coverage": ("record", "--coverage", "--demo"),
    "due": ("due", "--demo"),
    "team": ("team", "show", "Harbour", "--demo"),
    "unit": ("framework", "show", "3.8"),
    "vignette": ("framework", "vignette", "3.8"),
    "blank": ("framework", "blank", "vocational-profile"),
}
Sections = dict[str, str]


@pytest.fixture
def read_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, list[Piece]]]:
    """Return a function that gives a page as it is read back in each form, by the form's name."""

    def read(*words: str) -> dict[str, list[Piece]]:
        seen: list[Material] = []
        really = Format.write

        def see(_: Format, material: Material) -> bytes:
            seen.append(material)
            return b""

        with monkeypatch.context() as patch:
            patch.setattr(Format, "write", see)
            ran = run(*words, "-o", "page.docx", "--force")
        assert ran.code == 0, ran.err
        page = leave_pictures_out(seen[0].page)
        material = replace(seen[0], page=page)
        forms = {each.name: each for each in FORMATS}
        told = {name: reader(really(forms[name], material)) for name, reader in READERS.items()}
        return told | {"": list(list_pieces(page))}

    return read


def leave_pictures_out(page: Any) -> Page:
    """Return a page in full, without what only some forms show, or number for themselves."""
    assert isinstance(page, Page)
    kept = (block for block in page.blocks if not isinstance(block, Figure | Drawing))
    plain = (replace(b, numbered=False) if isinstance(b, Bullets) else b for b in kept)
    return replace(page, blocks=tuple(plain), about=None, lines=0, briefer=())


def list_pieces(page: Page) -> Iterator[Piece]:
    """Yield what a page says, a piece for each block, and all it says on the screen."""
    for said in ([page.title], *([line] for line in page.lead), *map(say, page.blocks)):
        yield Piece("", " ".join(said))
    assert words_of(to_text(page, 5000).replace("[x]", "")) == [
        *words_of(" ".join([page.title, *page.lead])),
        *(word for block in page.blocks for word in words_of(" ".join(say(block)))),
    ]


def join(pieces: list[Piece]) -> str:
    return " ".join(piece.words for piece in pieces if piece.words)


@pytest.mark.parametrize("name", PAGES)
def test_each_form_says_the_same_piece_by_piece(
    name: str, only_read: Path, read_all: Callable[..., dict[str, list[Piece]]], run: Run
) -> None:
    told = read_all(*PAGES[name])
    expected = told.pop("")
    data = json.loads(run(*PAGES[name], "--json").out)["data"]
    wanted = list(FACTS[name](data))
    assert wanted
    kinds = {form: list(settle(pieces)) for form, pieces in told.items()}
    if name in (
        "blank",
        "plan",
    ):  # a PDF has its boxes to tick in a line of words, others in a list
        kinds["pdf"] = kinds["md"]
    for form, pieces in told.items():
        assert join(pieces) == join(expected), form
        assert kinds[form] == kinds["md"], form
        sections = part(pieces)
        for heading, texts in wanted:
            assert in_order(sections[heading] if heading else join(pieces), texts), (form, texts)


def settle(pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield the pieces below the title; paragraphs that follow one another are one."""
    for kind, group in groupby(pieces[1:], key=lambda piece: piece.kind):
        if kind == TEXT:
            yield kind, " ".join(piece.words for piece in group)
        else:
            yield from ((kind, piece.words) for piece in group)


def part(pieces: list[Piece]) -> Sections:
    """Return what stands under each heading, by the words of the heading."""
    sections: Sections = {}
    heading = ""
    for piece in pieces:
        if piece.kind == HEADING:
            heading = piece.words
        sections[heading] = f"{sections.get(heading, '')} {piece.words}"
    return sections


def in_order(said: str, texts: list[str]) -> bool:
    """Whether texts stand in what is said one after another, word by word."""
    rest = f" {said} "
    bare = (text.partition("{do:")[0] for text in texts)  # a command is spelt on a page
    for text in filter(words_of, bare):
        _, found, rest = rest.partition(f" {' '.join(words_of(text))} ")
        if not found:
            return False
        rest = f" {rest}"
    return True


# What the facts of each page are, by the heading they stand under ("" is anywhere), in order.

Wanted = Iterator[tuple[str, list[str]]]


def on(day_told: str) -> str:
    return day(date.fromisoformat(day_told))


def of_report(data: Any) -> Wanted:
    units = {unit["unit"]: unit["short"] for unit in data["units"]}
    headings = {
        "strengths": "going well",
        "effort": "where effort would pay first",
        "chances": "chances to arrange the service s job to arrange not a mark against you",
        "for_the_service": "for the service what stands in the way",
        "not_answered": "not answered nothing is assumed",
    }
    for name, heading in headings.items():
        assert data["lists"][name]
        yield heading, [units[unit] for unit in data["lists"][name]]
    yield "", [f"{unit} {units[unit]}" for unit in data["lists"]["safety"]]
    for unit in data["lists"]["moved"]:  # set out by what they moved from and to
        yield "what changed", [f"{unit} {units[unit]}"]


def of_comparison(data: Any) -> Wanted:
    headings = {
        "name it as a strength": "both see it name it as a strength",
        "agree what would help": "the same and not there yet agree what would help",
        "say which occasion": (
            "far apart where the work was seen each says which occasion they had in mind"
        ),
    }
    assert {pair["talk"] for pair in data["pairs"]} == set(headings)
    for talk, heading in headings.items():
        pairs = [pair for pair in data["pairs"] if pair["talk"] == talk]
        yield heading, [f"{pair['unit']} {pair['short']}" for pair in pairs]
    for each in data["alone"]:
        marked = each["own"]["bring"] or each["supervisor"]["bring"]
        beside = "not set side by side not a mark against anybody"
        yield "marked to talk about" if marked else beside, [f"{each['unit']} {each['short']}"]


def of_agenda(data: Any) -> Wanted:
    prepared = data["prepared"]
    yield "", [data["person"]["name"], data["supervisor"], str(data["caseload"])]
    yield "", [prepared["well"], *(visit["well"] for visit in data["visits"])]
    yield "", [f"{action['who']} {action['title']}" for action in data["actions"]]
    yield "", [prepared["stuck"], prepared["wants"], *data["talk"]]
    yield "", [f"{each['unit']} {each['short']}" for each in data["chances"]]
    yield "", [goal["title"] for goal in data["goals"]]


def of_plan(data: Any) -> Wanted:
    for goal in data["goals"]:
        steps = goal["activities"]
        rows = [[f"{each['number']} {each['text']}", on(each["due"])] for each in steps]
        yield "", [goal["title"], goal["why"], *(text for row in rows for text in row)]
        yield "", [each["what"] for each in steps]
    yield "finished", [goal["title"] for goal in data["finished"]]


def of_record(data: Any) -> Wanted:
    entries = [each for each in reversed(data["entries"]) if each["kind"] != "supervision"]
    yield "", [text for each in entries for text in (each["handle"], on(each["on"]), each["title"])]
    yield "", [each["handle"] for each in reversed(data["entries"])]


def of_coverage(data: Any) -> Wanted:
    for section in dict.fromkeys(unit["section"] for unit in data["units"]):
        inside = [unit for unit in data["units"] if unit["section"] == section]
        texts = []
        for unit in inside:
            texts.append(f"{unit['covered']['unit']} {unit['short']}")
            for kind in ("training", "evidence", "observation"):
                texts += [on(each["on"]) for each in unit["covered"][kind][:1]]
        yield section.casefold(), texts


def of_due(data: Any) -> Wanted:
    yield "", [text for line in data["lines"] for text in (on(line["on"]), line["what"])]
    yield "past", [line["title"] for line in data["lines"] if line["past"]]


def of_team(data: Any) -> Wanted:
    for member in data["members"]:
        days = [on(member[held]) for held in ("mentored", "supervised") if member[held]]
        yield "", [member["name"], *([member["supervisor"]] if member["supervisor"] else []), *days]
    yield "", [member["name"] for member in data["members"]]


def of_unit(data: Any) -> Wanted:
    taught = data["curriculum"]
    asked = [each["text"] for each in data["statements"] if not each["retired"]]
    yield "what this covers", asked
    yield "topics", taught["topics"]
    yield "what you would be able to do", taught["outcomes"]
    yield "", [text for way in taught["activities"] for text in (way["title"], way["what"])]


def of_case(data: Any) -> Wanted:
    yield "", [data["title"], data["case"], *data["questions"], *data["look_for"]]


def of_blank(data: Any) -> Wanted:
    blank = data["blank"]
    yield "", [blank["title"], blank["purpose"], blank["nobody_named"], *blank["head"]]
    for each in blank["parts"]:
        yield "", [each["title"], *(item["text"] for item in each["items"])]


FACTS: Mapping[str, Callable[[Any], Wanted]] = {
    "report": of_report,
    "compare": of_comparison,
    "agenda": of_agenda,
    "plan": of_plan,
    "record": of_record,
    "coverage": of_coverage,
    "due": of_due,
    "team": of_team,
    "unit": of_unit,
    "vignette": of_case,
    "blank": of_blank,
}


# Sheets.


def list_goals(data: Any) -> dict[str, list[Any]]:
    goals = [*data["goals"], *data["finished"], *data["dropped"]]
    steps = [{"goal": goal["number"], **step} for goal in goals for step in goal["activities"]]
    return {"Goals": goals, "Steps": steps}


# What `--json` tells for the rows of some sheets, by the titles of the sheets.
ROWS: Mapping[str, Callable[[Any], dict[str, list[Any]]]] = {
    "report": lambda data: {"Answers": data["answers"]},
    "compare": lambda data: {"Both views": [*map(of_pair, (*data["pairs"], *data["alone"]))]},
    "plan": list_goals,
    "record": lambda data: {"Entries": data["entries"]},
    "coverage": lambda data: {"Units": [{**unit["covered"], **unit} for unit in data["units"]]},
    "due": lambda data: {"Due": data["lines"]},
    "team": lambda data: {"Team": data["members"]},
    "unit": lambda data: {"Statements": data["statements"]},
}


def of_pair(pair: Any) -> dict[str, Any]:
    """Return what is told of a pair, or of what is none, as it stands in a row."""
    own, theirs = pair["own"], pair["supervisor"]
    return {
        "unit": pair["unit"],
        "name": pair["short"],
        "talk": pair.get("talk"),
        "not_paired": pair.get("why"),
        "own": own["state"]["value"],
        "own_on": own["on"],
        "own_note": own["note"],
        "supervisor": theirs["state"]["value"],
        "supervisor_on": theirs["on"],
        "basis": theirs["bases"],
    }


def as_cell(value: Any) -> str:
    """Return a value that `--json` tells as a spreadsheet says it in a text."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool) or value is None:
        return "yes" if value else ""
    return str(value)


@pytest.mark.parametrize("name", ROWS)
def test_rows_of_sheets_are_the_facts(name: str, only_read: Path, run: Run) -> None:
    words = PAGES[name]
    wanted = ROWS[name](json.loads(run(*words, "--json").out)["data"])
    assert run(*words, "-o", "a.csv").code == run(*words, "-o", "a.xlsx").code == 0
    book = openpyxl.load_workbook("a.xlsx")
    first, *_ = sheets = {sheet.title: read_sheet(sheet) for sheet in book}
    written = list(csv.DictReader(io.StringIO(Path("a.csv").read_text("utf-8-sig"))))
    assert written == sheets[first]
    for title, rows in wanted.items():
        shown = sheets[title]
        assert len(shown) == len(rows)
        for row, fact in zip(shown, rows, strict=True):
            both = {key for key in row if key in fact}
            assert len(both) > 2
            told = {key: as_cell(fact[key]) for key in both}
            told |= {key: row[key] for key in both if "{do:" in told[key]}  # spelt in the sheet
            assert {key: row[key] for key in both} == told


def read_sheet(sheet: Any) -> list[dict[str, str]]:
    """Return the rows of a sheet as CSV says them, by the names of the columns."""
    heads, *rows = ([say_value(cell.value) for cell in row] for row in sheet.iter_rows())
    return [dict(zip(heads, row, strict=True)) for row in rows]


def say_value(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if value == 6:  # hours of a training
        return "6.0"
    return "" if value is None else str(value)
