"""Law and guidance on pages: its order, one wording for each age, other nations folded."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from ipsskills.codes import Nation, NoteGrade
from ipsskills.doing import do
from ipsskills.framework.background import Fidelity, load_fidelity
from ipsskills.framework.systems.links import Links, load_links
from ipsskills.framework.types import Framework
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.framework import compose_unit
from ipsskills.pages.compose.content.handbook import compose_handbook, compose_handout
from ipsskills.pages.compose.content.law import say_month, say_state
from ipsskills.pages.document import Block, Bullets, Heading, Page, Text
from tests.framework.shelf import fill_handbook
from tests.method.test_ageing import note

TODAY = date(2026, 11, 30)
ALL, LAW, EVIDENCE = Standpoint(TODAY), "Law and guidance", "Evidence"
UNREAD = "From working knowledge, not read in its source"


def under(page: Page, title: str) -> list[Block]:
    """Return the blocks of a page under one heading."""
    placed = enumerate(page.blocks)
    heads = {n: b.text for n, b in placed if isinstance(b, Heading) and b.level == 1}
    (start,) = [n for n, text in heads.items() if text == title]
    end = min([n for n in heads if n > start], default=len(page.blocks))
    return list(page.blocks[start + 1 : end])


def topics(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def texts(blocks: list[Block]) -> Iterator[str]:
    return (block.text for block in blocks if isinstance(block, Text))


@cache
def read_beside() -> tuple[Fidelity, Links]:
    return load_fidelity(), load_links()


def unit_page(framework: Framework, unit: str, standpoint: Standpoint = ALL) -> Page:
    fidelity, links = read_beside()
    whole = framework.by_id[unit]
    return compose_unit(framework, whole, fidelity, standpoint, links.find(unit))


def test_each_age_has_one_wording() -> None:
    cases = [
        (NoteGrade.SETTLED, None, "2020-01", TODAY, "Settled."),
        (NoteGrade.YEARLY, "04-06", None, TODAY, "Look again by 6 Apr 2027."),
        (
            *(NoteGrade.YEARLY, "04-06", None, date(2027, 4, 6)),
            "Its year ended on 6 Apr 2027: look it up before you use it.",
        ),
        (
            *(NoteGrade.MOVING, None, "2026-06", TODAY),
            "Moving (newest source seen June 2026): look it up before you use it.",
        ),
        (
            *(NoteGrade.MOVING, None, None, TODAY),
            "Moving (no source with a date seen): look it up before you use it.",
        ),
    ]
    for grade, renews, seen, today, said in cases:
        assert say_state(note(grade, renews=renews, seen=seen), today) == said, said


def test_the_warning_names_the_day_of_a_planned_change() -> None:
    moving = note(NoteGrade.MOVING, seen="2026-06", planned=date(2027, 1, 1))
    assert say_state(moving, TODAY) == (
        "Moving (newest source seen June 2026; change planned for 1 Jan 2027): "
        "look it up before you use it."
    )


@pytest.mark.parametrize("planned", [date(2026, 10, 1), TODAY])
def test_a_planned_day_that_is_past_is_said_as_past(planned: date) -> None:
    said = say_state(note(NoteGrade.MOVING, seen="2026-06", planned=planned), TODAY)
    assert f"; change was planned for {planned.day} " in said
    assert "2026, start not seen): look it up before you use it." in said


def test_a_figure_of_last_year_says_that_its_year_is_over() -> None:
    last_year = note(NoteGrade.YEARLY, renews="04-06", year=2025, checked=TODAY)
    assert say_state(last_year, TODAY) == (
        "Its year ended on 6 Apr 2026: look it up before you use it."
    )


def test_months_are_said_as_people_say_them() -> None:
    cases = [("2026-06", "June 2026"), ("2025", "2025")]
    for seen, said in cases:
        assert say_month(seen) == said, seen


def test_costly_mistakes_stand_first(framework: Framework) -> None:
    named = topics(under(unit_page(framework, "1.6"), LAW))
    assert named.index("Tribunal time limits, Great Britain") < named.index(
        "Notice and holiday pay, Great Britain"
    )
    assert named.index("Right to work, United Kingdom") < named.index("Whom to ring, Great Britain")


def test_every_note_shows_its_address_and_when_it_was_checked_or_that_it_was_not(
    framework: Framework,
) -> None:
    for unit in framework.units:
        if not unit.curriculum.notes:
            continue
        said = " ".join(texts(under(unit_page(framework, unit.id), LAW)))
        for each in unit.curriculum.notes:
            assert each.text in said
            assert each.address in said
        unread = said.count(UNREAD)
        assert said.count("Checked ") + unread >= len(unit.curriculum.notes)


def test_evidence_is_apart_from_law(framework: Framework) -> None:
    page = unit_page(framework, "1.2")
    assert "CHIME" in " ".join(texts(under(page, EVIDENCE)))
    assert "CHIME" not in " ".join(texts(under(page, LAW)))


# Only items 1 to 3 of the scale were read on its form.
def test_what_is_told_of_an_unread_item_says_so_in_place_of_its_age(framework: Framework) -> None:
    cases = [
        *[(unit, 1) for unit in ("2.6", "3.3", "3.6", "3.8", "3.9", "3.12", "3.13", "A1")],
        *[(unit, 2) for unit in ("3.15", "3.16")],
    ]
    for unit, notes in cases:
        said = [
            text for text in texts(under(unit_page(framework, unit), EVIDENCE)) if "2008)" in text
        ]
        assert len(said) == notes, unit
        for text in said:
            assert text.startswith("Source to check: 25-item IPS fidelity scale (2008), item"), unit
            assert (
                "From working knowledge, not read in its source: check it before you quote it."
                in text
            ), unit
            assert "Settled" not in text, unit
            assert "Checked" not in text, unit


def test_evidence_names_the_pages_that_tell_it(framework: Framework) -> None:
    (listed,) = [b for b in under(unit_page(framework, "1.3"), EVIDENCE) if isinstance(b, Bullets)]
    assert f"What the evidence says: {do('explain', 'evidence')}" in listed.items


def test_other_nations_fold_to_one_line_that_opens_them(framework: Framework) -> None:
    own = Standpoint(TODAY, (Nation.SCOTLAND,))
    blocks = under(unit_page(framework, "2.4", own), LAW)
    assert "Adults at risk, Scotland" in topics(blocks)
    assert not [topic for topic in topics(blocks) if topic.endswith((", England", ", Wales"))]
    first = blocks[0]
    assert isinstance(first, Text)
    assert first.text.startswith("Other nations (England, ")
    assert str(do("framework show", "2.4", "--all-nations")) in first.text
    assert not [
        text for text in texts(under(unit_page(framework, "2.4"), LAW)) if text.startswith("Other")
    ]


def test_where_all_notes_are_of_others_they_do_not_vanish(framework: Framework) -> None:
    unit = framework.by_id["1.4"]
    where = {nation for each in unit.curriculum.notes for nation in each.nations}
    assert Nation.NORTHERN_IRELAND not in where
    blocks = under(unit_page(framework, "1.4", Standpoint(TODAY, (Nation.NORTHERN_IRELAND,))), LAW)
    (line,) = texts(blocks)
    assert line.startswith("Other nations (England, Wales, Scotland): ")


def test_evidence_is_for_every_nation(framework: Framework) -> None:
    own = Standpoint(TODAY, (Nation.NORTHERN_IRELAND,))
    assert "recovery colleges" in " ".join(texts(under(unit_page(framework, "1.2", own), EVIDENCE)))


def test_the_handbook_goes_by_the_same_nations(framework: Framework) -> None:
    facts = fill_handbook(framework)
    own = Standpoint(TODAY, (Nation.WALES,))
    page = dict(compose_handbook(facts, own).chapters)["unit-2-4"]
    assert "Adults at risk, Wales" in topics(under(page, LAW))
    assert "Adults at risk, Scotland" not in topics(under(page, LAW))
    whole = dict(compose_handbook(facts, ALL).chapters)["unit-2-4"]
    assert "Adults at risk, Scotland" in topics(under(whole, LAW))


def test_a_handout_names_what_to_look_up_before_the_group(framework: Framework) -> None:
    page = compose_handout(framework.by_id["2.3"], Standpoint(TODAY, (Nation.SCOTLAND,)))
    said = str(under(page, LAW))
    assert "Reform of incapacity law, Scotland" in said
    assert "Liberty Protection Safeguards" not in said
    assert "Other nations (England, Wales, Northern Ireland): " in said
