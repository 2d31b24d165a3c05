"""The pages of the map, domains, sections, facts and crosswalks, as a reader meets them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ipsskills.facts.systems.explained import CrosswalkFacts, describe_page
from ipsskills.facts.systems.layout import describe_domain, describe_map, describe_section
from ipsskills.framework.blanks import load_blanks
from ipsskills.framework.systems.crosswalks import Certainty
from ipsskills.framework.systems.links import make_links
from ipsskills.framework.types import Framework
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.drawn_map import draw_map
from ipsskills.pages.compose.content.explained import (
    compose_crosswalk,
    compose_fact_page,
)
from ipsskills.pages.compose.content.handbook import compose_handbook
from ipsskills.pages.compose.content.links import compose_links
from ipsskills.pages.compose.content.provenance import PROVENANCE, add_provenance
from ipsskills.pages.compose.content.systems import (
    compose_domain,
    compose_map,
    compose_section,
    compose_strategies,
)
from ipsskills.pages.document import Block, Book, Commands, Heading, Page, Rule, Text
from ipsskills.pages.writers.html import to_html
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.explain import Shelf
from tests.framework.shelf import fill_handbook, fill_shelf

# From the curriculum: 6 + 6 + 16 units, ten meta areas, two supporting ones.
UNITS = [
    *(f"1.{n}" for n in range(1, 7)),
    *(f"2.{n}" for n in range(1, 7)),
    *(f"3.{n}" for n in range(1, 17)),
]
AREAS = [*(f"M{n}" for n in range(1, 11)), "A1", "A2"]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return fill_shelf()


@pytest.fixture(scope="module")
def drawing(framework: Framework, shelf: Shelf) -> tuple[str, ...]:
    return draw_map(describe_map(framework, shelf.systems))


def flat(page: Page | Book) -> str:
    return " ".join(to_text(page).split())


def test_the_picture_holds_every_unit_once_and_the_areas(drawing: tuple[str, ...]) -> None:
    text = "\n".join(drawing)
    assert sorted(re.findall(r"\[(\d\.\d+)\]", text)) == sorted(UNITS)
    assert sorted(re.findall(r"\b[MA]\d+\b", text)) == sorted(AREAS)


def test_the_picture_is_a_frame_of_79_columns_without_arrows_or_sums(
    drawing: tuple[str, ...],
) -> None:
    frame = drawing[: drawing.index(f"+{'-' * 77}+") + 1]
    assert {len(line) for line in frame} == {79}
    assert max(map(len, drawing)) <= 79
    assert not set("".join(drawing)) & set("<>→%=")
    assert not re.search(r"\b\d+ of \d+\b", "".join(drawing))


def test_stance_is_the_frame_and_the_supporting_areas_stand_below_it(
    drawing: tuple[str, ...],
) -> None:
    assert drawing[0].startswith("+-- STANCE, VALUES AND STYLE OF INTERACTION -")
    assert drawing[0].endswith("- [1.1] ---+")
    below = drawing[drawing.index(f"+{'-' * 77}+") + 1 :]
    assert "A1" in below[0]
    assert "A2" in below[0]


def test_work_with_employers_stands_beside_the_road_to_a_job(drawing: tuple[str, ...]) -> None:
    [line] = [line for line in drawing if "[3.5]" in line]
    assert "[3.12]" in line
    assert "[3.7]" in line


def test_the_picture_is_made_from_the_data(framework: Framework, shelf: Shelf) -> None:
    moved = tuple(
        replace(unit, domain="engagement") if unit.id == "3.7" else unit for unit in framework.units
    )
    renamed = tuple(
        replace(domain, name="Joining in") if domain.id == "D5" else domain
        for domain in framework.domains
    )
    other = replace(framework, units=moved, domains=renamed)
    lines = draw_map(describe_map(other, shelf.systems))
    assert any("[3.5] [3.6] [3.7]" in line for line in lines)
    assert any("JOINING IN" in line for line in lines)
    assert "ENGAGEMENT" not in "".join(lines)


def test_the_list_is_outermost_first_and_says_what_the_picture_does(
    framework: Framework, shelf: Shelf
) -> None:
    facts = describe_map(framework, shelf.systems)
    text = to_text(compose_map(facts, drawn=False))
    assert "+--" not in text
    places = [text.index(name) for name in ("FRAME", "ROOF", "WORKING", "MORTAR", "FLOOR", "HOLDS")]
    assert places == sorted(places)
    for unit in framework.units:
        assert unit.id in text
    assert [layer.slug for layer in facts.layers] == [
        *("frame", "roof", "work", "mortar", "floor", "supports")
    ]


def test_where_there_is_too_little_room_the_picture_is_left_out(
    framework: Framework, shelf: Shelf
) -> None:
    page = compose_map(describe_map(framework, shelf.systems), drawn=True)
    assert "+-- STANCE" in to_text(page, 79)
    assert "+-- STANCE" not in to_text(page, 78)


def test_whoever_has_the_page_read_aloud_is_spared_the_picture(
    framework: Framework, shelf: Shelf
) -> None:
    page = compose_map(describe_map(framework, shelf.systems), drawn=True)
    assert '<pre aria-hidden="true">+-- STANCE' in to_html(page)


def test_a_domain_says_what_it_is_its_units_and_how_it_leans(
    framework: Framework, shelf: Shelf
) -> None:
    [domain] = [each for each in framework.domains if each.id == "D4"]
    text = flat(compose_domain(describe_domain(framework, shelf.systems, domain)))
    assert text.startswith(f"D4 Communication {domain.covers}")
    assert "On the map: the mortar" in text
    for unit in ("3.1", "3.2", "3.3", "3.4"):
        assert f"{unit} {framework.by_id[unit].short}" in text
    assert "D3 Professional competences" in text
    assert "D3, D5 and D6 lean on it." in text


def test_a_section_says_what_it_gives_and_where_to_begin(
    framework: Framework, shelf: Shelf
) -> None:
    second = framework.sections[1]
    text = flat(compose_section(describe_section(framework, shelf.systems, second)))
    assert text.startswith("Section 2: Professional competences")
    assert "2.4 Sharing for safety builds on 2.2 and 2.3" in text
    assert "Before anybody meets clients alone" in text
    for step in shelf.systems.section["2"].begin:
        unit = framework.by_id[step.unit]
        first = next(a for a in unit.curriculum.activities if a.kind == step.kind)
        assert " ".join(first.title.split()) in text


def test_ways_of_teaching_tell_the_guides_from_ours(shelf: Shelf) -> None:
    text = to_text(compose_strategies(shelf.systems.strategies))
    guide, ours = text.index("NAMED IN THE GUIDE"), text.index("ADDED HERE")
    assert guide < text.index("Supervised practice") < ours < text.index("Shadowing")


def test_a_fact_has_the_numbers_of_its_sources_and_how_sure_it_is(shelf: Shelf) -> None:
    cases = [
        ("fidelity", "Fair: 74 to 99. [8]"),
        ("fidelity", "the cut-off of 115 was not. [8; not confirmed]"),
        ("evidence", "55% worked at least a day with IPS and 28% with the usual help"),
        ("cost", "61% is no target. [our reading]"),
        ("barriers", "item 4 of the scale gives each specialist one or two teams. [1]"),
    ]
    for page, said in cases:
        [found] = [each for each in shelf.explained.pages if each.name == page]
        titles = {each.name: each.title for each in shelf.explained.pages}
        titles["strategies"] = "Ways"
        text = flat(compose_fact_page(describe_page(shelf.explained, found, titles, "A word.")))
        assert said in text, (page, said)
        assert text.startswith(f"{found.title} A word. "), (page, said)


def test_every_number_beside_a_fact_is_that_of_a_source(shelf: Shelf) -> None:
    titles = {each.name: each.title for each in shelf.explained.pages} | {"strategies": "Ways"}
    for page in shelf.explained.pages:
        facts = describe_page(shelf.explained, page, titles)
        text = flat(compose_fact_page(facts))
        told, sources = text.split(" SOURCES ")
        cited = {int(n) for found in re.findall(r"\[([\d, ]+)", told) for n in found.split(",")}
        assert cited == {int(n) for n in re.findall(r"(?<= )(\d+)\. ", sources.split(" ---")[0])}


def test_a_crosswalk_touches_and_never_meets(framework: Framework, shelf: Shelf) -> None:
    for each in shelf.crosswalks.crosswalks:
        facts = CrosswalkFacts(crosswalk=each, reviewed=shelf.crosswalks.reviewed)
        text = flat(compose_crosswalk(framework, facts))
        assert "touches, never meets" in text
        for row in each.rows:
            seen = "seen" if row.sure is Certainty.CERTAIN else "not seen"
            assert f"({row.named.value} {seen}; " in text


def test_a_unit_names_what_it_touches_with_how_sure_that_is(shelf: Shelf) -> None:
    links = make_links(shelf.explained, shelf.crosswalks, load_blanks())
    text = flat(Page("3.8", (), tuple(compose_links(links.find("3.8")))))
    assert "ST0663 Employment law, equality and benefits (theme not seen; match ours)" in text
    assert "NOS Stage 4, engaging with employers (stage name seen; a close match, ours)" in text
    assert compose_links(links.find("M2")) == []


def test_the_list_of_items_says_first_whose_words_they_are(framework: Framework) -> None:
    book = compose_handbook(fill_handbook(framework), Standpoint(today=date(2026, 11, 30)))
    items = dict(book.chapters)["fidelity"]
    assert items.lead[-1] == (
        "What each item looks for is told here in our words and, like the levels that are given, "
        "from working knowledge, but for items 1, 2 and 3; the form decides."
    )
    assert (
        "Level looked for: about 85 in 100 in different kinds of job (working knowledge)."
        in flat(items)
    )


def test_provenance_names_both_addresses_and_whose_the_meta_titles_are() -> None:
    assert "www.ucl.ac.uk/CORE/competence-frameworks" in PROVENANCE
    assert "www.rcpsych.ac.uk/improving-care/nccmh/competence-frameworks/ips" in PROVENANCE
    assert "The titles of the ten meta areas" in PROVENANCE
    page = add_provenance(Page("Title", ("Lead",)))
    assert flat(page).endswith(PROVENANCE)


@pytest.mark.parametrize("across", [(), (Rule(),)], ids=["alone", "under a line"])
def test_provenance_stands_before_what_to_do_next(across: tuple[Block, ...]) -> None:
    following = (*across, Heading("Next"), Commands((("type this", "it helps"),)))
    page = add_provenance(Page("Title", (), (Text("Body"), *following)))
    assert isinstance(page, Page)
    assert page.blocks[-len(following) :] == following
    assert page.blocks[0] == Text("Body")
    assert Text(PROVENANCE) in page.blocks
