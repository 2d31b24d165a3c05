"""A page as DOCX: real styles, heads that repeat, words for pictures, lists that begin again."""

import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from ipsskills.pages.document import (
    About,
    BlankBoxes,
    BlankFields,
    BlankLines,
    BlankTable,
    Block,
    Book,
    Bullets,
    Entries,
    Figure,
    Heading,
    Page,
    PageBreak,
    Point,
    Signatures,
    Table,
    Text,
    Tick,
)
from ipsskills.pages.writers.formats import Material
from ipsskills.pages.writers.word import write
from tests.pages.test_formats import BLOCKS, Square
from tests.wordfile import open_word, read_cells, read_line, read_word

DAY = date(2026, 11, 30)


def written(*blocks: Block, about: About | None = None) -> bytes:
    """Return a page of blocks as a file."""
    return write(Material("report", None, Page("T", (), blocks, about=about), on=DAY))


def opened(*blocks: Block, about: About | None = None) -> Document:
    """Return a page of blocks as python-docx reads it."""
    return open_word(written(*blocks, about=about))


def styles(document: Document) -> list[tuple[str, str]]:
    """Return each paragraph outside tables: the name of its style, and its text."""
    return [(p.style.name or "", read_line(p)) for p in document.paragraphs if p.style]


def test_every_kind_of_paragraph_has_a_style_of_its_own() -> None:
    page = Page("Title", ("Who.",), (Heading("One"), Heading("Two", "note", level=2)))
    shown = styles(open_word(write(Material("report", None, page))))
    assert shown == [
        *(
            ("Title", "Title"),
            ("Lead", "Who."),
            ("Heading 1", "One"),
            ("Heading 2", "Two \N{EN DASH} note"),
        )
    ]
    shown = styles(opened(Bullets(("a",)), Bullets(("b",), ticked=True), Text("c")))
    assert shown[1:] == [("List Bullet", "a"), ("List Tick", "☑\tb"), ("Normal", "c")]


def test_each_numbered_list_begins_at_one() -> None:
    document = opened(*[Bullets(("a", "b"), numbered=True)] * 2)
    numbers = [p._p.xpath("w:pPr/w:numPr/w:numId/@w:val")[0] for p in document.paragraphs[1:]]
    assert numbers == ["3", "3", "4", "4"]
    told = document.part.numbering_part.element.xpath("w:num[w:lvlOverride/w:startOverride]")
    assert [each.numId for each in told] == [3, 4]


def test_heads_of_a_table_repeat_and_rows_stay_whole() -> None:
    document = opened(Table(("Unit", "Seen"), (("1.1", Tick(done=False, text="asked")),), "All"))
    (table,) = document.tables
    assert table.style
    assert table.style.name == "Table to Read"
    heads = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    assert heads == [True, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    assert list(read_cells(table))[2:] == ["1.1", "☐ asked"]
    assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val") == ["All"]
    assert sum(column.width or 0 for column in table.columns) == 9638 * 635


@pytest.mark.parametrize("row_heads", [True, False])
def test_heads_of_rows_are_marked(row_heads: bool) -> None:
    document = opened(Table(("Unit", "Seen"), (("1.1", "yes"),), row_heads=row_heads))
    look = document.tables[0]._tbl.xpath("w:tblPr/w:tblLook")[0]
    assert [look.get(qn(f"w:{name}")) for name in ("firstRow", "firstColumn")] == [
        *("1", "1" if row_heads else "0")
    ]


def test_a_picture_says_what_it_shows() -> None:
    document = opened(*[Figure(Square("Where"), "Two units", "Where it is")] * 2)
    pictures = document.element.xpath(".//wp:docPr")
    assert [each.get("descr") for each in pictures] == ["Two units"] * 2
    assert len({each.get("id") for each in pictures}) == 2
    assert styles(document)[1:3] == [("Caption", "Where it is"), ("Picture", "")]


def test_a_point_has_its_minutes_and_boxes() -> None:
    lines = (Tick(done=False, text="ring"), "first\nsecond")
    assert styles(opened(Point(4, "Talk first", 10, lines)))[1:] == [
        *(("Point", "4\tTalk first\t10 min"), ("List Tick", "☐\tring")),
        ("List Bullet", "first\nsecond"),
    ]


def test_a_box_is_ticked_by_a_click() -> None:
    lines = (Tick(done=False, text="ring"), Tick(done=True, text="rung"))
    boxes = opened(Point(4, "Talk first", 0, lines)).element.xpath("//w:sdt")
    told = [[each.get(each.keys()[0]) for each in box.iter("{*}checked")] for box in boxes]
    assert told == [["0"], ["1"]]


def test_what_is_said_stands_beside_a_name_or_below_a_long_one() -> None:
    rows = (("3.8", "Disclosure", "said"), ("3.9", "A name of more than one column", "told"))
    assert [text for _, text in styles(opened(Entries(rows)))[1:]] == [
        *("3.8\tDisclosure\tsaid", "3.9\tA name of more than one column\ntold")
    ]


def test_papers_to_fill_in() -> None:
    document = opened(
        BlankFields(("Begun on", "Initials")),
        BlankLines("What would suit?", 3, "Briefly"),
        BlankBoxes(("Yes", "No"), "May we?"),
        BlankTable(("", "Now"), ("Fares", ""), 2, "A week"),
        Signatures(("Ada", "Lee"), "Next look"),
    )
    assert styles(document)[1:] == [
        ("Fill In", "Begun on \t\tInitials \t"),
        ("Question", "What would suit?  Briefly"),
        *[("Write Here", "")] * 3,
        *(("Question", "May we?"), ("Choices", "☐ Yes\t☐ No")),
        *(("Question", "A week"), ("After Table", "")),
        *(("Sign Here", "Ada \t\tLee \t"), ("Normal", "Next look")),
    ]
    assert [round(row.height.mm, 1) for row in document.tables[0].rows[1:] if row.height] == [
        14.4
    ] * 2


def test_a_new_sheet_begins_with_the_next_paragraph() -> None:
    document = opened(Text("a"), PageBreak(), Text("b"))
    assert [p.paragraph_format.page_break_before for p in document.paragraphs] == [None, None, True]


def test_contents_of_a_book_lead_to_its_chapters() -> None:
    chapter = Page("Second", ("Why.",), (Heading("Inside"),))
    book = Book("Book", (), (("a", Page("First")), ("b", chapter)))
    document = open_word(write(Material("framework handbook", None, book)))
    assert styles(document) == [
        *(("Title", "Book"), ("Contents Heading", "Contents"), ("toc 1", "First")),
        *(("toc 1", "Second"), ("Heading 1", "First"), ("Heading 1", "Second"), ("Lead", "Why.")),
        ("Heading 2", "Inside"),
    ]
    led = document.element.xpath(".//w:hyperlink/@w:anchor")
    assert led == document.element.xpath(".//w:bookmarkStart/@w:name")
    assert len(led) == 2


def test_head_and_foot_of_each_sheet() -> None:
    section = opened(Text("a"), about=About("Ada Example")).sections[0]
    assert section.header.paragraphs[0].text == "Confidential: about a member of staff"
    foot = section.footer.paragraphs[0]
    assert foot.text == "Ada Example, 30 Nov 2026\tpage 1 of 1"
    assert foot._p.xpath(".//w:instrText/text()") == [" PAGE ", " NUMPAGES "]
    assert opened(Text("a")).sections[0].header.paragraphs[0].text == ""


def test_properties_language_and_paper() -> None:
    document = opened(Text("a"))
    told = document.core_properties
    assert (told.title, told.language, told.author, told.comments) == (
        "T",
        "en-GB",
        "ipsskills",
        "",
    )
    assert told.created
    assert told.created.date() == told.modified.date() == DAY
    assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["en-GB"]
    section = document.sections[0]
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_same_page_is_the_same_bytes_and_holds_nothing_else(
    tmp_path: pytest.TempPathFactory,
) -> None:
    page = tuple(block for block, _ in BLOCKS.values())
    assert written(*page) == written(*page)


def test_only_what_a_page_needs_is_in_the_file() -> None:
    names = ZipFile(io.BytesIO(written(Text("a")))).namelist()
    assert not [name for name in names if re.search("custom|thumbnail|Effects|vba|app.xml", name)]


HOSTILE = (
    *("<script>alert(1)</script>", "[red]", "#set text", "$x$", '=HYPERLINK("x")', "a|b", "`code`"),
    *("\u202eevil\u2066", "🦊 emoji", "w" * 300, "word " * 1000, "&amp; &lt;", "a\tb", "]]>"),
)


def test_hostile_text_is_plain_text() -> None:
    for text in HOSTILE:
        shown = "\n".join(
            read_word(written(Heading(text), Bullets((text,)), Table((text,), ((text,),))))
        )
        assert shown.count(text.replace("\t", " ").strip()) == 4, text


def test_what_xml_cannot_hold_is_written_out() -> None:
    assert read_word(written(Text("a\x07b\ud800c\ufffed")))[1] == r"a\x07b\ud800c\ufffed"
