"""The profile on a screen: letters at the points, signs beside them, or words alone."""

from dataclasses import replace

import pytest

from ipsskills.codes import Code
from ipsskills.pages.charts.profile.shown import Profile
from ipsskills.pages.compose.reports.drawn_profile import compose_drawn_profile, draw_profile
from ipsskills.pages.compose.reports.profile import compose_profile
from ipsskills.pages.document import Drawing, Entries
from ipsskills.pages.words import columns
from ipsskills.pages.writers.text import to_text
from tests.pages.charts.made import make_facts

OWN = tuple(None if each == "-" else Code(each) for each in "3210nx-")
THEIRS = (Code.THREE, Code.THREE, Code.NOT_SEEN)


def test_an_answer_stands_at_its_point_or_as_a_sign_beside_them() -> None:
    lines = draw_profile(compose_profile(make_facts(OWN)))
    assert lines[:10] == (
        "                                 0   1   2   3",
        "Underpinning areas of knowledge",
        "  1.1  Stance and values         .   .   .   O      shows under pressure",
        "  1.2  Recovery model            .   .   O   .      you would look something up",
        "  1.3  Rationale                 .   O   .   .      main ideas",
        "  1.4  Principles                O   .   .   .      new to you",
        "  1.5  Mental health             .   .   .   .   n  no chance yet",
        "  1.6  Employment law            .   .   .   .   x  agreed outside this job",
        "Professional competences",
        "  2.1  Ethics and boundaries     .   .   .   .   -  not answered",
    )


def test_letters_say_whose_an_answer_is_and_words_where_it_differs() -> None:
    facts = make_facts(OWN, supervisor=THEIRS, agreed=(Code.TWO,))
    lines = draw_profile(compose_profile(facts))
    assert lines[2:9] == (
        "  1.1  Stance and values         .   .   A   OS       shows under pressure",
        "                                                      A mostly",
        "  1.2  Recovery model            .   .   OA  S        you would look something",
        "                                                      up",
        "                                                      S you can explain it",
        "  1.3  Rationale                 .   O   A   .   S:u  main ideas",
        "                                                      A you would look",
    )
    page = to_text(compose_drawn_profile(facts, 80))
    own, theirs = "O you, view of 26 Nov 2026", "S seen by Lee Invented, view of 27 Nov 2026"
    assert f"\n  {own}\n  {theirs}\n  A agreed together\n" in page
    assert "u not seen yet by Lee Invented" in " ".join(page.split())


@pytest.mark.parametrize("label", ["A name that a service gave, of sixty letters", "名" * 40])
def test_lines_are_never_wider_than_a_terminal(label: str) -> None:
    facts = make_facts(OWN, supervisor=THEIRS, earlier=OWN[::-1], agreed=OWN)
    chart = compose_profile(facts)
    sections = tuple(
        replace(
            each,
            title=label * 3,
            rows=tuple(
                replace(
                    row, label=label, answers=tuple(replace(a, word=label) for a in row.answers)
                )
                for row in each.rows
            ),
        )
        for each in chart.sections
    )
    assert max(map(columns, draw_profile(replace(chart, sections=sections)))) <= 79


def test_what_is_kept_apart_has_no_letter_and_no_sign() -> None:
    chart = compose_profile(make_facts((Code.THREE,)))

    def keep(old: Profile) -> Profile:
        hidden = replace(old.sections[0].rows[0].answers[0], value=None, left_out=True)
        rows = tuple(replace(row, answers=(hidden,)) for row in old.sections[0].rows)
        return replace(old, sections=(replace(old.sections[0], rows=rows),))

    first = draw_profile(keep(chart))[2]
    assert first.startswith("  1.1  Stance and values         .   .   .   .   ")
    assert "O" not in first
    assert " - " not in first


@pytest.mark.parametrize("room", [0, 60])
def test_it_is_told_in_words_where_letters_have_no_room_or_are_read_out(room: int) -> None:
    page = compose_drawn_profile(make_facts(OWN, supervisor=THEIRS), room)
    assert not any(isinstance(block, Drawing) for block in page.blocks)
    rows = [row for block in page.blocks if isinstance(block, Entries) for row in block.rows]
    assert len(rows) == 28
    said = "You: you would look something up; Lee Invented: you can explain it"
    assert ("1.2", "Recovery model", said) in rows
