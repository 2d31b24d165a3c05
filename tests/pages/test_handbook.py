"""The handbook, a unit's cases and its handout, and pages as HTML."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from ipsskills.framework.types import Framework
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.cases import compose_cases
from ipsskills.pages.compose.content.handbook import (
    TIMETABLE,
    compose_handbook,
    compose_handout,
)
from ipsskills.pages.document import Book, Entries, Heading, Page, PageBreak, Table, Text
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.markdown import to_markdown
from tests.framework.shelf import fill_handbook

STANDPOINT = Standpoint(date(2026, 11, 30))
NASTY = '<script>alert("x")</script> & [/red] سارة 😀'


class Anchors(HTMLParser):
    """Collects the ids in a document and the places its links go to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))


@pytest.fixture(scope="module")
def book(framework: Framework) -> Book:
    return compose_handbook(fill_handbook(framework), STANDPOINT)


def test_the_handbook_has_every_unit_in_order_and_all_else(book: Book) -> None:
    titles = [page.title.split("  ")[0] for _, page in book.chapters]
    assert titles[:3] == ["The map of the framework", "D1", "D8"]
    assert titles.index("Ways of teaching") + 1 == titles.index("1.1")
    assert titles.index("3.2") < titles.index("3.10") < titles.index("M1") < titles.index("A2")
    assert titles.index("The eight principles") < titles.index("What the evidence says")
    assert titles[-1] == "Words"


def test_every_link_of_the_contents_leads_somewhere(book: Book) -> None:
    found = Anchors()
    found.feed(to_html(book))
    assert len(found.ids) == len(set(found.ids)) == len(book.chapters)
    assert found.links == [f"#{name}" for name in found.ids]


def test_the_handbook_in_markdown_has_contents_and_chapters_a_level_lower(book: Book) -> None:
    text = to_markdown(book)
    assert text.startswith("# The IPS competence framework and curriculum\n")
    assert "- [3.10 Constructing an individualised employment plan](#unit-3-10)" in text
    assert '<a id="unit-3-10"></a>\n\n## 3.10 Constructing' in text
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_the_vignettes_of_a_unit_are_written_out(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    text = to_markdown(compose_cases(unit))
    for vignette in unit.curriculum.vignettes:
        assert vignette.title in text
        assert text.count("Points to look for in") == len(unit.curriculum.vignettes)


@pytest.mark.parametrize("unit", ["1.1", "2.4", "3.8", "M6", "A1"])
def test_a_handout_keeps_the_points_for_the_second_sheet(framework: Framework, unit: str) -> None:
    page = compose_handout(framework.by_id[unit], STANDPOINT)
    cut = page.blocks.index(PageBreak())
    first = to_markdown(Page("first", (), page.blocks[:cut]))
    second = to_markdown(Page("second", (), page.blocks[cut + 1 :]))
    vignette = framework.by_id[unit].curriculum.vignettes[0]
    assert vignette.title in first
    assert "Points to look for" not in first
    assert "Points to look for" in second


def test_a_group_takes_45_minutes() -> None:
    told = [re.search(r"\((\d+) minutes\)", step) for step in TIMETABLE]
    assert sum(int(minutes[1]) for minutes in told if minutes) == 45


def test_html_escapes_everything() -> None:
    page = Page(
        NASTY,
        (NASTY,),
        (
            Heading(NASTY, NASTY),
            Text(NASTY),
            Entries(((NASTY, NASTY, NASTY),)),
            Table((NASTY,), ((NASTY,),)),
        ),
    )
    text = to_html(page)
    assert "<script>" not in text
    assert text.count("&lt;script&gt;") == 11
    assert '<html lang="en-GB">' in text
    assert "http:" not in text
    assert "https:" not in text
