"""Whatever people write comes out of every form as they wrote it; nothing in it is obeyed."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Ran
from tests.pages.pdf.reading import read_text
from tests.pieces import read_markdown_pieces, read_webpage_pieces
from tests.service import answers
from tests.wordfile import read_word

Run = Callable[..., Ran]

HOSTILE = (
    '=HYPERLINK("http://x") <script>alert(1)</script> &amp; [red] #set text $x$ *a* _b_ a|b `code`'
    " {{ 7 * 7 }} \\ ]]> דיברתי עם המנהל (כן), قال نعم \u202etuo"
)
TURN = "\u202e"  # it would turn a line around; written out, or not taken in the first place
FOX, WORD, LONG = "and a \U0001f98a", "w" * 300, "many words " * 455


def text(place: str) -> str:
    """Return hostile words that tell by their end where they were written."""
    return f"{HOSTILE} {FOX} {place}"


# Every way to write something freely, and the words that each leaves.
WRITING = (
    ("people", "edit", "Ada Example", "--works-best", text("f1"), "--leave", text("f2")),
    (
        *("log", "evidence", "--title", text("f3"), "--more", f"{WORD} {LONG} {text('f4')}"),
        *("--unit", "3.8", "--basis", "record"),
    ),
    (
        *("log", "observation", "--setting", text("f5"), "--seen", text("f6")),
        *("--well", text("f7"), "--next-step", text("f8"), "--own-word", text("f9")),
        *("--way", "watched", "--unit", "3.8", "--with", "Lee <b> [red] =1", "--new-person"),
    ),
    (
        *("log", "training", "--title", text("f10"), "--took", text("f11"), "--kind", "vignette"),
        *("--provider", "=A1 [red] | `b`", "--certificate", text("f12"), "--expires", "2027-01-02"),
    ),
    (
        *("log", "supervision", "--minutes", "60", "--with", "Lee <b> [red] =1"),
        *("--agreed", text("f13"), "--action", f"Ada Example: {text('f14')}"),
    ),
    ("plan", "add", text("f15"), "--why", text("f16"), "--do", text("f17")),
    ("plan", "edit", "1", "--outcome", text("f18")),
    ("plan", "done", "1.1", "--brought", text("f19")),
    ("plan", "add", text("f20"), "--why", text("f21"), "--do", text("f22"), "--with", "a | [b]"),
    ("plan", "done", "2", "--changed", text("f23")),
    ("plan", "add", text("f24"), "--why", "w"),
    ("plan", "drop", "3", "--because", text("f25")),
    ("prepare", "--well", text("f26"), "--stuck", text("f27"), "--want", text("f28")),
)


# Pages that say all of it between them, and the forms of each.
PAGES = {
    ("report",): ("md", "csv", "xlsx"),  # others draw charts, which takes long
    ("record",): ("md", "html", "docx", "pdf", "csv", "xlsx"),
    ("record", "--kind", "preparation"): ("md", "html", "docx", "pdf", "xlsx"),
    ("plan", "show"): ("md", "html", "docx", "pdf", "csv", "xlsx"),
    ("people", "list"): ("csv", "xlsx"),
}


def read_csv(content: bytes) -> list[str]:
    """Return the cells of a CSV file; a formula has a mark before it that keeps it from running."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    return [cell.removeprefix("'") for row in rows for cell in row]


def read_workbook(content: bytes) -> list[str]:
    """Return the texts of a workbook."""
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row]


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "md": lambda content: [piece.text for piece in read_markdown_pieces(content)],
    "html": lambda content: [piece.text for piece in read_webpage_pieces(content)],
    "docx": read_word,
    "pdf": lambda content: [read_text(content)],
    "csv": read_csv,
    "xlsx": read_workbook,
}


def pack(words: str) -> str:
    """Return words without what parts them: a line may end anywhere in a long one."""
    return "".join(words.split()).replace(TURN, "").replace("\\u202e", "")


@pytest.fixture
def written(home: Path, run: Run) -> None:
    """Write hostile words wherever somebody may write."""
    given = {"3.8": {"answer": "1", "bring": True, "note": text("f29"), "shared": True}}
    assert run("init", "--name", "Ada Example").code == 0
    assert run("assess", "--from", str(answers(Path("a.json"), given)), "--keep").code == 0
    for words in WRITING:
        ran = run(*words, "--keep")
        assert ran.code == 0, ran.err


def list_places(said: str) -> list[str]:
    """Return where the words were written that stand here whole, by what they end with."""
    return re.findall(r"\U0001f98a (f\d+)\b", said)


def test_hostile_words_come_out_of_every_form_as_they_went_in(written: None, run: Run) -> None:
    found: set[str] = set()
    for words, forms in PAGES.items():
        places = list_places(run(*words, "--format", "md", "-o", "-").out)
        for form in forms:
            assert run(*words, "-o", f"page.{form}", "--force").code == 0
            said = " ".join(READERS[form](Path(f"page.{form}").read_bytes()))
            there = list_places(said) if form in ("csv", "xlsx") else places
            fox = "and a [fox face]" if form == "pdf" else FOX
            for place in there:
                assert pack(f"{HOSTILE} {fox} {place}") in pack(said), (words, form, place)
            assert TURN not in said
            assert words != ("record",) or pack(f"{WORD} {LONG}") in pack(said)
            found.update(there)
    assert found == {f"f{number}" for number in range(1, 30)}
