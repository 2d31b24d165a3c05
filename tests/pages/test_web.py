"""What HTML needs beside its templates: sections, widths, pictures, and what it lets run."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest

from ipsskills.frozen import dataclass
from ipsskills.pages.document import (
    BlankFields,
    Block,
    Book,
    Entries,
    Figure,
    Heading,
    Page,
    Phrase,
    Point,
    Rule,
    Table,
    Text,
    Tick,
)
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.web.pictures import place_picture
from ipsskills.pages.writers.web.sections import part
from ipsskills.pages.writers.web.widths import find_short, measure_entries, share_columns

THREE = (Heading("One"), Text("a"), Heading("Two"), Text("b"), Heading("Three"), Text("c"))


def test_a_section_is_a_heading_and_what_stands_under_it() -> None:
    blocks: tuple[Block, ...] = (
        *(Text("before"), Heading("Well"), Text("a"), Heading("More", level=2), Text("b")),
        *(Point(0, "How is it?"), Point(1, "What went well"), Rule(), Text("about all of it")),
    )
    told = [(each.anchor, each.title, len(each.blocks)) for each in part(Page("T", (), blocks))]
    assert told == [
        ("", "", 1),
        ("part-1", "Well", 4),
        ("part-2", "0. How is it?", 1),
        ("part-3", "1. What went well", 1),
        ("", "", 2),
    ]


def test_a_chapter_is_a_section_with_its_headings_a_level_lower() -> None:
    chapter = Page("3.8", ("Why.",), (Heading("Inside"),))
    [section] = part(Book("B", (), (("unit-3-8", chapter),)))
    assert (section.anchor, section.title, section.lead) == ("unit-3-8", "3.8", ("Why.",))
    assert section.blocks == (Heading("Inside", level=2),)


@pytest.mark.parametrize(
    ("blocks", "links"),
    [
        (THREE, ["part-1", "part-2", "part-3"]),
        (THREE[:4], []),
        ((BlankFields(("Initials",)), *THREE), []),
    ],
    ids=["three", "two", "to fill in"],
)
def test_contents_are_for_pages_of_several_sections_to_read(
    blocks: tuple[Block, ...], links: list[str]
) -> None:
    page = to_html(Page("T", (), blocks))
    assert re.findall(r'<a href="#([^"]+)"', page) == links
    assert ("<script>" in page) == bool(links)


def test_no_script_may_run_but_the_page_s_own() -> None:
    page = to_html(Page("T", (), THREE))
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    known = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{known}';" in unescape(policy)
    assert unescape(policy).startswith("default-src 'none';")
    assert "script-src 'none';" in unescape(to_html(Page("T")))


def test_head_and_foot_of_a_sheet_end_no_style() -> None:
    page = to_html(Page("T"), 'a"}</style>', "\\\n")
    [style] = re.findall(r":root \{ --head: .*", page)
    assert style == (
        r':root { --head: "a\22 \7d \3c \2f style\3e "; --foot: "\5c \a "; }'  # by its number
    )
    assert page.count("</style>") == 1


def test_lists_share_their_widths_within_bounds() -> None:
    long = "A very long name that takes more than a column"
    blocks = (
        Entries((("3.8", "Disclosure", "said"), ("", long, "said"))),
        Entries((("3.10", "Plan", "said"),)),
        Entries((("", "Takes", "an hour"),)),
    )
    assert measure_entries(blocks) == {"key": 4, "name": 10, "word": 18}
    assert measure_entries(()) == {"key": 0, "name": 0, "word": 0}


def test_columns_alike_stand_under_each_other() -> None:
    heads = ("Unit", "Seen")
    tables = (
        Table(heads, (("1.1 Stance and values", Phrase("12 Nov;", "watched")),)),
        Table(heads, (("2.1 Ethics", Tick(done=True, text="-")),)),
        Table(("What", "By"), (("ring", "4 Dec"),)),
    )
    assert share_columns(tables) == {heads: (56, 43)}  # 21 + 4 and 15 + 4, of 44
    assert find_short(tables[0]) == (False, True)
    assert find_short(tables[2]) == (True, True)


@dataclass(frozen=True)
class Drawn:
    """A picture that was drawn already."""

    svg: str
    title: str = "Where <Ada> is"

    def draw(self, ending: str) -> bytes:
        """Return it."""
        assert ending == ".svg"
        return self.svg.encode()


SVG = """<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="72pt" height="72pt" viewBox="0 0 72 72"
 xmlns="http://www.w3.org/2000/svg" version="1.1" role="img" aria-labelledby="a" id="whole">
 <title id="a">old</title><desc id="b">old</desc><metadata><rdf:RDF/></metadata>
 <defs><style type="text/css">*{color: red}</style><path id="m1" d="M0 0"/></defs>
 <clipPath id="c1"><path d="M0 0"/></clipPath><!-- a comment -->
 <g id="axes" clip-path="url(#c1)"><use xlink:href="#m1"/><text>id="m1" url(#c1)</text></g>
</svg>
"""


def test_a_picture_stands_in_a_page_with_names_of_its_own() -> None:
    shown = place_picture(Figure(Drawn(SVG), "Two & more"), 2)
    assert re.findall(r' id="([^"]+)"', re.sub(r">[^<]*<", "><", shown)) == [
        *("picture-2-title", "picture-2-words", "picture-2-m1", "picture-2-c1")
    ]
    assert '<use xlink:href="#picture-2-m1"/>' in shown
    assert '<g clip-path="url(#picture-2-c1)">' in shown
    assert '<text>id="m1" url(#c1)</text>' in shown, "what is read is left as it is"
    assert '<title id="picture-2-title">Where &lt;Ada&gt; is</title>' in shown
    assert '<desc id="picture-2-words">Two &amp; more</desc>' in shown
    assert shown.startswith("<svg")
    assert shown.endswith("</svg>")
    for gone in ("DOCTYPE", "old", "metadata", "color", "comment", "width", "whole", "axes"):
        assert gone not in shown
