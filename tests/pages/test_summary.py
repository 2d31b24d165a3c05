"""The end of an interview: it fits a screen whatever was answered, and never cuts safety."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.cli.output.spelling import spell_page, stay_in_demo
from ipsskills.doing import do
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.assessments.summary import summary_page
from ipsskills.pages.compose.reports.report_lines import UnitLine
from ipsskills.pages.compose.reports.report_words import WordedReport
from ipsskills.pages.compose.safety_words import LowLine
from ipsskills.pages.writers.text import to_text
from tests.pages.test_report_page import EMPTY, WHOLE

WORDS = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=300)
ENTRIES = st.builds(UnitLine, st.just("3.16"), st.just("Psychological strategies"), WORDS)
LONG = st.lists(ENTRIES, max_size=28)


def told(report: WordedReport) -> str:
    return to_text(spell_page(summary_page(report)))


def test_the_page_as_it_stands() -> None:
    cases = (replace(e, opens=do("framework vignette", e.unit)) for e in WHOLE.safety)
    assert (
        told(replace(WHOLE, safety=tuple(cases)))
        == """\
Ada Example: your view on 24 Nov 2026, in short
Looking back: the last three months. All answers: ipsskills assess --review

GOING WELL
  1.1   Stance and values    shows under pressure; you could show a colleague
  3.13  Employer engagement  on your own
  3.2   Working alliance     on your own; was "with a check"
  also: Rationale; Ethics and boundaries

SAFETY, EVERY TIME
  2.2  Confidentiality  you know what to do
  2.3  Capacity         after a quick check: work through a vignette this month
  Worried about someone now? Use the duty or safeguarding route, not this tool.
  Cases (2.2 likewise): ipsskills framework vignette 2.3

WHERE EFFORT WOULD PAY FIRST
  3.8  Disclosure  with a check; marked to talk about
  Chances to arrange: 3.14 Job setting profile
  Not answered: 3.15 Job search and 3.4 Progress notes

NEXT
  ipsskills report      the whole page; with --format pdf a file to send
  ipsskills plan draft  see which goals are offered, and pick
"""
    )


def test_without_a_top_answer_it_says_what_one_brings() -> None:
    report = replace(EMPTY, brings=(UnitLine("3.1", "Clients and families", "with a check"),))
    assert "WHAT YOU BRING\n  3.1  Clients and families  with a check" in told(report)
    assert "GOING WELL" not in told(report)


def test_in_the_invented_service_its_commands_stay_there() -> None:
    stay_in_demo(stay=True)
    try:
        page = told(EMPTY)
    finally:
        stay_in_demo(stay=False)
    assert "ipsskills report --demo" in page
    assert "ipsskills plan draft --demo" in page


@given(well=LONG, effort=LONG, chances=LONG, blank=LONG)
def test_it_fits_a_screen_and_tells_safety_in_full(
    well: list[UnitLine], effort: list[UnitLine], chances: list[UnitLine], blank: list[UnitLine]
) -> None:
    said = "after a quick check: work through a vignette this month; Lee Invented's view: not seen"
    report = replace(
        WHOLE,
        strengths=tuple(well),
        effort=tuple(effort),
        chances=tuple(chances),
        not_answered=tuple(blank),
        safety=tuple(UnitLine(f"2.{n}", "Sharing for safety", said) for n in (2, 3, 4)),
    )
    page = told(report)
    assert page.count("\n") <= 23
    assert " ".join(page.split()).count("Lee Invented's view: not seen") == 3


LOW = tuple(
    LowLine(
        unit=unit,
        short="Risk and rights",
        said="spot a decision that should not be made alone (you would not know)",
        asks="talk to your team leader today",
        opens=do("framework show", unit, "--vignettes"),
    )
    for unit in ("1.5", "2.1", "2.1", "3.4", "M7", "M7", "M10")
)


def test_what_asks_for_a_talk_beside_the_safety_units_is_told_where_it_fits() -> None:
    page = " ".join(told(replace(EMPTY, safety=WHOLE.safety, low=LOW[:2])).split())
    said = "spot a decision that should not be made alone (you would not know)"
    assert f"Talk to your team leader today: 1.5 {said}; 2.1 {said}." in page


@given(low=st.integers(1, len(LOW)), well=LONG, effort=LONG, chances=LONG, blank=LONG)
def test_however_much_asks_for_a_talk_it_fits_and_every_unit_is_named(
    low: int,
    well: list[UnitLine],
    effort: list[UnitLine],
    chances: list[UnitLine],
    blank: list[UnitLine],
) -> None:
    said = "after a quick check: work through a vignette this month; Lee Invented's view: not seen"
    report = replace(
        WHOLE,
        strengths=tuple(well),
        effort=tuple(effort),
        chances=tuple(chances),
        not_answered=tuple(blank),
        safety=tuple(UnitLine(f"2.{n}", "Sharing for safety", said) for n in (2, 3, 4)),
        low=LOW[:low],
    )
    page = told(report)
    assert page.count("\n") <= 23
    assert " ".join(page.split()).count("Lee Invented's view: not seen") == 3
    start = page.index("Talk to your team leader today: ")
    named = page[start : page.index("Worried about someone now?")]
    assert [each.unit for each in LOW[:low] if each.unit not in named] == []


def test_every_strength_has_its_name_however_many_there_are(framework: Framework) -> None:
    well = tuple(
        UnitLine(unit.id, unit.short, "on your own; Lee Invented saw it, 24 Nov")
        for unit in framework.units
        if not unit.is_area and not unit.safety
    )
    page = told(replace(WHOLE, strengths=well))
    assert page.count("\n") <= 23
    flat = " ".join(page.split())
    assert [each.short for each in well if each.short not in flat] == []
    assert "…" not in page


def test_a_line_with_too_little_room_is_without_its_last_part() -> None:
    said = "on your own; Lee Invented saw it, 12 Nov, a garden centre, third visit; you could show"
    many = tuple(UnitLine(f"3.{n}", "Employer engagement", said) for n in range(1, 9))
    rows = [line for line in told(replace(WHOLE, effort=many)).splitlines() if "on your" in line]
    assert {line.split("engagement")[1].strip() for line in rows} <= {"on your own"}


SAW = 'with a check; Lee "Bo" Sup saw a record of it, 6 Jan'
MONEY = UnitLine("3.7", "Benefits and money", f'{SAW}: "not yet"')


def test_the_supervisors_word_is_told_on_a_second_line() -> None:
    page = told(replace(WHOLE, effort=(MONEY,)))
    assert f'{SAW}: "not yet"' in " ".join(page.split())


def test_with_little_room_what_stands_before_the_supervisors_word_is_cut() -> None:
    apart = "Kept apart until your view is finished: 3.8 Disclosure."
    page = told(replace(WHOLE, effort=(MONEY, MONEY, MONEY), apart_line=apart))
    # Of 80 columns the name takes 18, the number 3, the gaps 6; of the 53 left the word takes 11.
    line = '  3.7  Benefits and money  with a check; Lee "Bo" Sup saw a record…: "not yet"\n'
    assert page.count(line) == 2
    assert page.count("\n") <= 23


def test_what_is_kept_apart_is_said() -> None:
    line = "Kept apart until your view is finished: 3.8 Disclosure."
    assert told(replace(WHOLE, apart_line=line)).split("\n")[2] == line


def test_a_few_units_just_asked_about_are_told_first() -> None:
    states = tuple((unit, "with someone") for unit in ("1.1", "3.13", "3.8", "3.14"))
    report = replace(WHOLE, states=states)
    page = to_text(summary_page(report, {"3.8"}))
    assert "JUST NOW\n  3.8  Disclosure  with someone\n\nGOING WELL" in page
    assert page.count("\n") <= 23
    assert "JUST NOW" not in to_text(summary_page(report, {"1.1", "3.13", "3.8", "3.14"}))
