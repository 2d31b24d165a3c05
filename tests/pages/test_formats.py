"""Every block comes out of every writer; a format that shows no commands shows none."""

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import get_args

import pytest

from ipsskills.doing import do, lead_to
from ipsskills.errors import InvalidInput, IpsSkillsError, UsageError
from ipsskills.pages.briefer import fit
from ipsskills.pages.data import Sheet
from ipsskills.pages.document import (
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Book,
    Bullets,
    Commands,
    Drawing,
    Entries,
    Figure,
    Heading,
    OnScreenOnly,
    Page,
    PageBreak,
    Phrase,
    Point,
    Rule,
    Signatures,
    Table,
    Text,
    Tick,
)
from ipsskills.pages.without_commands import leave_out_commands
from ipsskills.pages.writers.formats import (
    FORMATS,
    Format,
    Material,
    Part,
    find_format,
    find_format_by_ending,
)
from tests.pages.pdf.reading import read_text
from tests.webpage import read_webpage
from tests.wordfile import read_word

DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True)
class Square:
    """A picture of a square."""

    title: str

    def draw(self, ending: str) -> bytes:
        """Return it as SVG, or as a PNG of one dot."""
        if ending == ".png":
            return b64decode(DOT)
        assert ending == ".svg"
        return b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'


# One of each block, and every word of it in the order in which it is read.
BLOCKS: dict[type, tuple[Block, str]] = {
    Heading: (Heading("Going well", "a note", sentence=True), "Going well a note"),
    Text: (Text("Plain words.", label="Said:"), "Said: Plain words."),
    Bullets: (Bullets(("one", "two")), "one two"),
    Entries: (Entries((("3.8", "Disclosure", "with a check"),)), "3.8 Disclosure with a check"),
    Table: (
        Table(("What", "By"), (("ring", Phrase("Ada;", "Lee")),), "Steps", row_heads=True),
        "Steps What By ring Ada; Lee",
    ),
    Figure: (
        Figure(Square("Where"), "Two units on your own", "Where you are"),
        "Where you are Two units on your own",
    ),
    Drawing: (Drawing(("+- map -+", "| [3.1] |")), "map 3.1"),
    Commands: (Commands(((do("report"), "the whole page"),)), "the whole page"),
    Point: (
        Point(4, "Talk first", 10, (Tick(done=True, text="rung"), "3.8 Disclosure")),
        "4 Talk first 10 min rung 3.8 Disclosure",
    ),
    Signatures: (Signatures(("Ada", "Lee"), "Next look"), "Ada Lee Next look"),
    BlankFields: (BlankFields(("Begun on", "Initials")), "Begun on Initials"),
    BlankLines: (BlankLines("What would suit?", 2, "Briefly"), "What would suit Briefly"),
    BlankBoxes: (BlankBoxes(("Yes", "No"), "May we?"), "May we Yes No"),
    BlankTable: (BlankTable(("", "Now"), ("Fares", ""), 2, "A week"), "A week Now Fares"),
    Rule: (Rule(), ""),
    PageBreak: (PageBreak(), ""),
}
EVERY_PART: tuple[Part, ...] = get_args(Part)
PAGED = [each for each in FORMATS if each.needs == "page"]


def make(page: Page | Book, name: str) -> bytes:
    """Return a page as a file of one format."""
    return find_format(name, EVERY_PART).write(Material("report", None, page))


def written(page: Page | Book, name: str) -> str:
    """Return a page as text in one format, of a file for Word what it says."""
    content = make(page, name)
    return "\n".join(read_word(content)) if name == "docx" else content.decode()


def read(page: Page | Book, name: str) -> list[str]:
    """Return the words of a page in the order in which they are read in one format."""
    text = read_text(make(page, name)) if name == "pdf" else written(page, name)
    if name == "html":
        text = read_webpage(text)
    return re.findall(r"[\w;.:]*\w[\w;.:]*", text.replace("\\", ""))


def test_there_is_one_of_each_block() -> None:
    assert set(BLOCKS) == set(get_args(Block)) - {OnScreenOnly}


@pytest.mark.parametrize("form", PAGED, ids=lambda form: form.name)
def test_no_writer_takes_what_is_for_the_screen_only(form: Format) -> None:
    page = Page("Title", (), (OnScreenOnly((Text("kestrel"),)),))
    try:
        told = read(page, form.name)
    except (TypeError, AssertionError):
        return
    assert "kestrel" not in told


@pytest.mark.parametrize("form", PAGED, ids=lambda form: form.name)
def test_every_block_comes_out_of_every_writer(form: Format) -> None:
    for kind, (block, words) in BLOCKS.items():
        found = read(Page("Title", (), (block,)), form.name)
        told = [word for word in found if word not in {"x", "________________"}]
        seen_only = kind is Drawing and form.name == "pdf"  # and never read
        wanted = strip_ends("Title", *("" if seen_only else words).split())
        shown = [word for word in strip_ends(*told) if word in wanted]
        assert shown == wanted, kind.__name__


def strip_ends(*words: str) -> list[str]:
    """Return words without the stops that they end in."""
    return [re.sub(r"[:.;]+$", "", word) for word in words]


@pytest.mark.parametrize("form", PAGED, ids=lambda form: form.name)
def test_what_is_no_block_is_a_fault_of_ours(form: Format) -> None:
    with pytest.raises(TypeError):
        make(Page("T", (), ("not a block",)), form.name)  # type: ignore[arg-type]


def test_levels_of_headings() -> None:
    page = Page("T", (), tuple(Heading(f"Level {n}", level=n) for n in (1, 2, 3)))
    assert written(page, "text") == "T\n\nLEVEL 1\n\nLevel 2\n\n  Level 3\n"
    assert written(page, "md") == "# T\n\n## Level 1\n\n### Level 2\n\n#### Level 3\n"
    assert re.findall(r"<h(\d)>", written(page, "html")) == ["1", "2", "3", "4"]


def test_a_book_in_every_format() -> None:
    chapter = Page("Second", ("Why.",), (Heading("Inside"), Text("words")))
    book = Book("Book", ("Lead.",), (("a", Page("First")), ("b", chapter)))
    assert written(book, "text").replace("=" * 80, "=") == (
        "Book\nLead.\n\nCONTENTS\n  -  First\n  -  Second\n=\n\nFIRST\n=\n\nSECOND\n"
        "  Why.\n\nInside\n  words\n"
    )
    assert written(book, "md") == (
        "# Book\n\nLead.\n\n## Contents\n\n- [First](#a)\n- [Second](#b)\n\n"
        '<a id="a"></a>\n\n## First\n\n<a id="b"></a>\n\n## Second\n\nWhy.\n\n### Inside\n\nwords\n'
    )
    page = written(book, "html")
    assert re.findall(r"<h(\d)>([^<]*)", page) == [
        *(("1", "Book"), ("2", "Contents"), ("2", "First"), ("2", "Second"), ("3", "Inside"))
    ]
    assert re.findall(r'<a href="#(\w)">', page) == re.findall(r'<section id="(\w)"', page)


def test_a_picture_stands_in_the_page_itself_or_its_words_do() -> None:
    figure = Figure(Square("S"), 'Ada\'s "own" view', "Seen <here>")
    page = Page("T", (), (figure,))
    shown = written(page, "html")
    assert re.findall(r"<(title|desc) id=\"([^\"]+)\">([^<]*)</\1>", shown) == [
        ("title", "picture-1-title", "S"),
        ("desc", "picture-1-words", "Ada&#x27;s &quot;own&quot; view"),
    ]
    assert 'role="img" aria-labelledby="picture-1-title picture-1-words"' in shown
    assert "<p>Ada&#39;s &#34;own&#34; view</p>" in shown
    assert "<figcaption>Seen &lt;here&gt;</figcaption>" in shown
    assert written(page, "text") == 'T\n  Seen <here>\n  Ada\'s "own" view\n'
    assert written(page, "md") == '# T\n\n**Seen \\<here\\>**\n\nAda\'s "own" view\n'


def test_heads_of_a_table() -> None:
    rows = (("1.1", Phrase("", "yes")), ("", "no"))
    page = Page("T", (), (Table(("Unit", "Seen"), rows, "All", row_heads=True),))
    shown = written(page, "html")
    assert "<caption>All</caption>" in shown
    assert '<th scope="col">Unit</th><th scope="col">Seen</th>' in shown
    first = re.search(r"<tbody>\n<tr>(.*?)</tr>", shown)
    assert first
    assert re.findall(r'<(\w+)(?: scope="(\w+)")?[^>]*>([^<]+)', first[1]) == [
        *(("th", "row", "1.1"), ("strong", "", "yes"))
    ]
    assert written(page, "md") == (
        "# T\n\n**All**\n\n| Unit | Seen |\n| --- | --- |\n| **1.1** | **yes** |\n|  | no |\n"
    )


# Pages that are to fit.

LONG, SHORT = (Page("T", (), (Bullets(("a",) * n),)) for n in (9, 3))


@pytest.mark.parametrize(("lines", "rows"), [(10, 9), (9, 3), (4, 3), (2, 3)])
def test_text_takes_the_fullest_that_fits_and_else_the_briefest(lines: int, rows: int) -> None:
    assert written(fit((lambda: LONG, lambda: SHORT), lines), "text").count("- ") == rows


@pytest.mark.parametrize("name", ["md", "html", "pdf"])
def test_where_there_are_no_lines_nothing_is_left_out(name: str) -> None:
    assert read(fit((lambda: LONG, lambda: SHORT), 4), name) == read(LONG, name)


def test_texts_are_cut_to_the_lines_they_may_take_in_lines_only() -> None:
    said = "word " * 60
    page = Page("T", (), (Text(said, lines=1), Entries((("3.8", "Name", said),), lines=2)))
    assert written(page, "text").count("\n") == 1 + 1 + 2
    assert written(page, "md").count("word") == 120


# Without commands.

NEXT = (Rule(), Heading("Next"), Commands(((do("report"), "look"),)))


def test_commands_are_left_out_with_what_heads_only_them() -> None:
    page = Page("T", ("Lead.",), (Heading("Well", str(do("explain order"))), Text("w"), *NEXT))
    left = Page("T", ("Lead.",), (Heading("Well"), Text("w")))
    assert leave_out_commands(page) == left
    assert leave_out_commands(Book("B", (), (("a", page),))) == Book("B", (), (("a", left),))


def test_a_command_inside_a_sentence_and_a_note_in_words_stay() -> None:
    page = Page("T", (), (Heading("Well", "a note"), Text(f"Pick some: {do('plan draft')}")))
    assert leave_out_commands(page) == page


def test_what_only_leads_to_a_command_is_left_out_and_a_line_that_is_nothing_else() -> None:
    cases = lead_to(f"cases (2.2, 2.4 likewise): {do('framework vignette', '2.3')}")
    page = Page(
        "T",
        (),
        (
            Heading("Safety", cases),
            Point(1, "Safety", 2, ("2.3 after a quick check", cases)),
            Entries((("2.3", "Capacity", f"talk today. {cases}"), ("", "x", ""))),
            Text(f"No names. {cases}"),
            Text(cases),
        ),
    )
    left = (
        Heading("Safety"),
        Point(1, "Safety", 2, ("2.3 after a quick check",)),
        Entries((("2.3", "Capacity", "talk today."), ("", "x", ""))),
        Text("No names."),
    )
    assert leave_out_commands(page) == Page("T", (), left)


def test_a_heading_over_more_than_commands_stays() -> None:
    below = (Heading("A"), NEXT[2], Heading("B", level=2), Text("w"), Heading("C"), NEXT[2])
    left = leave_out_commands(Page("T", (), below))
    assert left == Page("T", (), (Heading("A"), Heading("B", level=2), Text("w")))


# The list of formats.


def test_every_format_has_a_writer_and_names_of_its_own() -> None:
    for each in FORMATS:
        assert callable(import_module(f"ipsskills.pages.writers.{each.writer}").write)
    names = [each.name for each in FORMATS]
    endings = [ending for each in FORMATS for ending in each.endings]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)
    assert all(ending == ending.lower() for ending in endings)


@pytest.mark.parametrize(
    ("find", "wanted", "error"),
    [(find_format, "odt", UsageError), (find_format_by_ending, ".odt", InvalidInput)],
    ids=["name", "ending"],
)
def test_one_wording_refuses(
    find: Callable[..., Format], wanted: str, error: type[IpsSkillsError]
) -> None:
    with pytest.raises(error) as refused:
        find(wanted, ("page", "facts"))
    assert refused.value.message == (
        f"This page cannot be written as {wanted}. It can be: "
        "text (.txt), md (.md, .markdown), html (.html, .htm), pdf (.pdf), docx (.docx) "
        "or json (.json)."
    )
    with pytest.raises(error, match=r"json \(.json\), csv \(.csv\) or xlsx \(.xlsx\)"):
        find(wanted, ("page", "facts", "sheets"))


def test_a_table_of_values_as_csv() -> None:
    rows = (("=1+1", 2, True, None), ("a, b", 1.5, False, date(2026, 12, 3)))
    table = Sheet(("words", "number", "mark", "day"), rows)
    material = Material("report", None, Page("T"), (table,))
    assert find_format("csv", EVERY_PART).write(material).decode("utf-8-sig") == (
        'words,number,mark,day\r\n\'=1+1,2,yes,\r\n"a, b",1.5,,2026-12-03\r\n'
    )
