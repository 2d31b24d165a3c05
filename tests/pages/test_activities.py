"""Activities whole wherever they stand: on a unit, in the book, on a handout; cases and points."""

import re
from datetime import date

import pytest

from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.framework.background import load_fidelity
from ipsskills.framework.cases import list_cases
from ipsskills.framework.types import Activity, Framework, Unit
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.cases import (
    compose_case,
    compose_case_list,
    compose_cases,
    compose_points,
    compose_whole_case,
)
from ipsskills.pages.compose.content.framework import compose_unit
from ipsskills.pages.compose.content.handbook import compose_handout
from ipsskills.pages.document import Page
from ipsskills.pages.writers.text import to_text

HERE = Standpoint(today=date(2026, 11, 30))


def flat(text: str) -> str:
    """Return a text whose lines are not broken."""
    return " ".join(text.split())


def told(page: Page) -> str:
    return flat(to_text(spell_page(page)))


def missing_from(text: str, activity: Activity) -> list[str]:
    """Return what a page does not say of an activity."""
    parts = (activity.title, activity.what, activity.with_whom, activity.time, activity.bring)
    return [part for part in parts if flat(spell_text(part)) not in text]


def unit_page(framework: Framework, unit: Unit) -> Page:
    return compose_unit(framework, unit, load_fidelity(), HERE)


def test_every_activity_stands_whole_on_the_page_of_its_unit(framework: Framework) -> None:
    for unit in framework.units:
        text = told(unit_page(framework, unit))
        for activity in unit.curriculum.activities:
            assert missing_from(text, activity) == [], (unit.id, activity.slug)


@pytest.mark.parametrize(
    ("unit", "title", "command"),
    [
        ("3.8", "The question on the way to the door", "ipsskills framework vignette 3.8"),
        ("2.2", "The bag on the bus", "ipsskills framework vignette 2.2 2"),
        ("M7", "Nights at the bakery", "ipsskills framework vignette M7"),
    ],
)
def test_an_activity_says_what_opens_its_case(
    framework: Framework, unit: str, title: str, command: str
) -> None:
    opens = f"“{title}”: {command} "
    assert opens in told(unit_page(framework, framework.by_id[unit]))


def test_the_page_of_a_unit_ends_in_what_to_do_next(framework: Framework) -> None:
    text = told(unit_page(framework, framework.by_id["2.3"]))
    following = text.rpartition(" NEXT ")[2]
    for command in (
        "ipsskills framework vignette 2.3 ",
        "ipsskills framework show 2.3 --vignettes ",
        "ipsskills plan draft --unit 2.3 ",
    ):
        assert command in following


def test_a_handout_has_activities_to_go_on_with_whole_and_no_commands(
    framework: Framework,
) -> None:
    for unit in framework.units:
        text = told(compose_handout(unit, HERE))
        whole = [each for each in unit.curriculum.activities if not missing_from(text, each)]
        assert 2 <= len(whole) <= 3, unit.id
        reading = "ipsskills (framework (show|blank)|explain)"  # what there is to read or fill
        opened = re.sub(reading, "", text)
        assert "ipsskills" not in opened, unit.id


def test_all_cases_are_listed_by_unit(framework: Framework) -> None:
    text = told(compose_case_list(framework))
    for unit in framework.units:
        for case in list_cases(unit):
            assert flat(case.title) in text
    assert "ipsskills framework vignette 2.3 2" in text


def test_every_case_leaves_room_for_the_question_on_a_screen(framework: Framework) -> None:
    for unit in framework.units:
        for case in list_cases(unit):
            lines = to_text(compose_case(unit, case)).count("\n")
            assert lines <= 24 - 5, (unit.id, case.slug)  # what is asked, and two lines to write on


def test_a_case_is_shown_without_its_points_and_then_with_them(framework: Framework) -> None:
    unit = framework.by_id["2.3"]
    case = list_cases(unit)[1]
    before, after = told(compose_case(unit, case)), told(compose_points(unit, case))
    whole = told(compose_whole_case(unit, case))
    assert flat(case.case) in before
    assert all(flat(question) in before for question in case.questions)
    for point in case.look_for:
        assert flat(point) not in before
        assert flat(point) in after
        assert whole.index(flat(case.case)) < whole.index(flat(point))


def test_the_points_name_the_other_cases_of_the_unit_and_not_this_one(
    framework: Framework,
) -> None:
    unit = framework.by_id["2.3"]
    text = told(compose_points(unit, list_cases(unit)[1]))
    assert "ipsskills framework vignette 2.3 3 " in text
    assert "ipsskills framework vignette 2.3 2 " not in text
    assert "ipsskills framework show 2.3 " in text


def test_all_cases_of_a_unit_say_how_to_be_asked_one(framework: Framework) -> None:
    text = told(compose_cases(framework.by_id["3.8"]))
    assert "1. The question on the way to the door" in text
    assert "NEXT ipsskills framework vignette 3.8 " in text
