"""The charts inside pages: only where the form shows pictures, and from the same answers."""

from ipsskills.pages.compose.reports.compare import compose_comparison
from ipsskills.pages.compose.reports.report import compose_report
from ipsskills.pages.document import Figure, Page, PageBreak
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.report import report
from tests.usecases.builders import UNITS, assess, at_desk_of, draft, row, supervise

ANSWERS = row("321012 333333 3333333333 123n-x")


def figures(page: Page) -> list[Figure]:
    return [block for block in page.blocks if isinstance(block, Figure)]


def test_a_report_has_the_radar_and_the_profile_and_says_both_in_words(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    supervise(desk, {"3.12": "3O"})
    found = figures(compose_report(report(desk, None, pictured=True)))
    assert [type(each.picture).__name__ for each in found] == ["Radar", "Profile"]
    radar, profile = (each.alternative.splitlines() for each in found)
    assert "3.12 Local opportunities: with a check" in radar
    assert "3.12 Local opportunities: you: with a check; Lee Invented: on your own" in profile


def test_pictures_change_nothing_else_on_the_page(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    plain, pictured = (
        compose_report(report(desk, None, pictured=wanted)) for wanted in (False, True)
    )
    assert not figures(plain)
    added = (Figure, PageBreak)  # pictures stand on sheets of their own
    kept = [block for block in pictured.blocks if not isinstance(block, added)]
    assert [b for b in kept if b not in plain.blocks] == [
        block for block in kept if getattr(block, "text", "") in ("At a glance", "Unit by unit")
    ]


def test_a_comparison_has_the_profile_with_both(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    supervise(desk, {"3.12": "3O", "3.2": "3O"})
    (found,) = figures(compose_comparison(compare(desk, None, pictured=True)))
    assert found.picture.title == "Both see it going well: Working alliance"
    assert not figures(compose_comparison(compare(desk, None)))


def test_where_nothing_stands_out_of_two_views_the_title_says_what_they_are(desk: Desk) -> None:
    assess(desk, {"3.2": "2"})
    supervise(desk, {"3.2": "1O"})
    (found,) = figures(compose_comparison(compare(desk, None, pictured=True)))
    assert found.picture.title == "Two views side by side"


def test_pictures_show_nothing_that_is_kept_apart(desk: Desk) -> None:
    assess(desk, ANSWERS, UNITS)
    supervise(desk, {"3.12": "3O", "3.2": "1O"})
    draft(desk, ("3.2", "3.12"))
    lee = at_desk_of(desk, "Lee Invented")
    for reader, whose in ((desk, "Lee Invented"), (lee, "Ada Example")):
        for found in figures(compose_report(report(reader, "Ada", pictured=True))):
            told = [line for line in found.alternative.splitlines() if line[:4] in ("3.2 ", "3.12")]
            assert len(told) == 2, whose
            for line in told:
                assert "kept apart for now" in line or whose == "Lee Invented"
                assert "with a check" not in line or whose == "Lee Invented"
                assert "on their own" not in line or whose == "Ada Example"
