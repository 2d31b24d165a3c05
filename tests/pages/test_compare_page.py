"""Two views as a page: what stands of units that are no pair."""

from dataclasses import replace
from datetime import date

from ipsskills.pages.compose.reports.compare import compare_page
from ipsskills.pages.compose.reports.compare_words import (
    AloneWords,
    PairWords,
    SidesWords,
    WordedComparison,
)
from ipsskills.pages.writers.text import to_text

COMPARISON = WordedComparison(
    sides=SidesWords(
        person="Ada Example",
        supervisor="Lee",
        own_on=date(2026, 11, 24),
        supervisor_on=date(2026, 11, 25),
        own_name="You",
        supervisor_name="Lee",
    ),
    strengths=(),
    far_apart=(),
    a_word=(),
    same_lower=(),
    not_paired=(),
    corrected=(),
    next=(),
)


def told(*alone: AloneWords) -> str:
    return to_text(compare_page(replace(COMPARISON, not_paired=alone)))


def lone(unit: str, why: str, said: str = "") -> AloneWords:
    return AloneWords(
        unit=unit, short="Name", own="with a check", supervisor="", why=why, said=said
    )


def test_units_that_are_no_pair_are_named_by_reason() -> None:
    alone = (lone("1.1", "No chance yet"), lone("1.2", "Agreed"), lone("1.3", "No chance yet"))
    page = told(*alone)
    assert "  Agreed: 1.2 Name\n  No chance yet: 1.1 Name and 1.3 Name\n" in page


def test_a_unit_seen_in_part_says_how_much_and_the_middle_of_it() -> None:
    said = "You: with a check. Lee: seen in part (3 of 11), with someone."
    page = told(lone("3.8", "Seen in part by Lee", said), lone("1.2", "Agreed"))
    head = "NOT SET SIDE BY SIDE   not a mark against anybody\n"
    assert f"{head}  3.8  Name  {said}\n  Agreed: 1.2 Name\n" in page
    assert "Seen in part by Lee" not in page


def pair(unit: str) -> PairWords:
    """A unit that both answered, with a note of each."""
    return PairWords(
        unit=unit,
        short="Name",
        own="with someone",
        own_on=date(2026, 11, 24),
        supervisor="with a check",
        supervisor_on=date(2026, 11, 25),
        basis="observed",
        said=f"You: {unit}. Lee: {unit}.",
        supervisor_name="Lee",
        own_note=f"Mine on {unit}.",
        supervisor_note=f"Lee's on {unit}.",
    )


def test_every_note_for_both_stands_with_the_views_it_was_written_on() -> None:
    noted = {"supervisor_name": "Lee", "own_note": "Mine.", "supervisor_note": "Lee's own."}
    alone = (
        replace(lone("2.1", "Seen in part by Lee", "You: a. Lee: b."), **noted),
        replace(lone("2.2", "Not seen yet by Lee"), **noted),
        replace(lone("2.3", "Not seen yet by Lee"), marked_by="Lee", **noted),
    )
    found = replace(
        COMPARISON,
        strengths=(pair("1.1"),),
        far_apart=(pair("1.2"),),
        a_word=(pair("1.3"),),
        same_lower=(pair("1.4"),),
        not_paired=alone,
    )
    page = to_text(compare_page(found))
    for unit in ("1.1", "1.2", "1.3", "1.4"):
        rest = page.partition(f"You: {unit}. Lee: {unit}.\n")[2].splitlines()
        assert f'You wrote: "Mine on {unit}."' in rest[0]
        assert f'Lee wrote: "Lee\'s on {unit}."' in rest[1]
    for start in (
        "2.1  Name  You: a. Lee: b.",
        "2.2  Name  Not seen yet by Lee.",
        "2.3  Name  Lee marked it.",
    ):
        rest = page.partition(start)[2].splitlines()
        assert [line.strip() for line in rest[1:3]] == [
            'You wrote: "Mine."', 'Lee wrote: "Lee\'s own."',
        ]  # fmt: skip
