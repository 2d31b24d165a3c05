"""A working week is in the cases, each where it belongs, and near ideas are told apart."""

import re
from collections import defaultdict
from datetime import date

from ipsskills.framework.background import load_fidelity
from ipsskills.framework.types import Framework
from ipsskills.method.law.ageing import Standpoint
from ipsskills.pages.compose.content.framework import compose_unit
from ipsskills.pages.writers.markdown import to_markdown
from tests.cases import try_each
from tests.framework.builders import Data, competences, curriculum, merge_faults, parsed

STANDPOINT = Standpoint(date(2026, 11, 30))
# What a week holds: the unit it belongs to, its case, an activity that works with the case.
WEEK = {
    "a peer worker": ("1.2", "not-a-poster", "two-recovery-cases"),
    "harassment of a client": ("1.6", "having-a-laugh", "first-five-things"),
    "harassment by a client": ("2.1", "at-his-flat", "stop-and-tell"),
    "under eighteen": ("2.2", "seventeen", "sixteen-and-seventeen"),
    "harassment by a relative": ("2.4", "bus-stop", "tonight-and-monday"),
    "an LGBT+ client": ("2.5", "early-starts", "who-is-at-home"),
    "Access to Work": ("3.7", "first-bus", "before-the-form"),
    "pregnancy": ("3.15", "twelve-weeks", "before-monday"),
    "an apprenticeship": ("3.15", "thirty-four-and-learning", "apprentices-round"),
    "back from sick leave, a union": ("3.16", "seven-weeks-off", "union-hour"),
    "teaching a task in steps": ("3.16", "show-me-again", "teach-in-steps"),
    "harassment by an employer": ("A1", "just-his-manner", "take-it-back"),
}
# Written in place of cases that said once more what others say; their ids are not used again.
GONE = {
    "1.2": "saturdays-stay-mine",
    "1.3": "build-him-up-first",
    "1.6": "question-nine",
    "2.2": "mothers-call",
    "3.15": "friday-deadline",
    "A1": "two-visits-a-week",
}


# Written with a capital and no person; what is written small anywhere is left out by itself.
NOT_PEOPLE = {f"{date(2026, 6, day):%A}" for day in range(1, 8)}
NOT_PEOPLE |= {f"{date(2026, month, 1):%B}" for month in range(1, 13)} | {
    "Black",
    "Oh",
    "Universal",
}


@try_each(("unit_id", "case", "activity"), WEEK.values())
def test_each_thing_of_a_week_has_a_case_and_an_activity_that_names_it(
    framework: Framework, unit_id: str, case: str, activity: str
) -> None:
    lesson = framework.by_id[unit_id].curriculum
    title = next(v.title for v in lesson.vignettes if v.slug == case)
    way = next(a for a in lesson.activities if a.slug == activity)
    assert f'"{title}"' in f"{way.title} {way.what}"


def test_no_case_or_activity_has_an_id_that_was_given_up(framework: Framework) -> None:
    for unit_id, gone in GONE.items():
        lesson = framework.by_id[unit_id].curriculum
        assert gone not in [vignette.slug for vignette in lesson.vignettes]
        assert gone not in [activity.slug for activity in lesson.activities]


def test_no_first_name_stands_in_the_cases_of_two_units(framework: Framework) -> None:
    cases = {u.id: " ".join(v.case for v in u.curriculum.vignettes) for u in framework.units}
    ordinary = {word.capitalize() for word in re.findall(r"\b[a-z]+\b", framework.text)}
    places: defaultdict[str, set[str]] = defaultdict(set)
    for unit_id, case in cases.items():
        for word in set(re.findall(r"\b[A-ZÀ-Þ][a-zß-ÿ]+\b", case)) - ordinary - NOT_PEOPLE:
            places[word].add(unit_id)
    assert {"Hugh", "Kerry", "Siân", "Jamie"} <= set(places)
    assert {name: units for name, units in places.items() if len(units) > 1} == {}


@try_each("unit_id", ["2.2", "3.8", "M6"])
def test_a_question_nobody_prepared_for_is_told_apart_on_each_page(
    framework: Framework, unit_id: str
) -> None:
    page = to_markdown(
        compose_unit(framework, framework.by_id[unit_id], load_fidelity(), STANDPOINT)
    )
    told = page.split("## Often mixed up with")[1].split("\n## ")[0]
    assert "from an employer about health it is 3.8" in " ".join(told.split())


def test_each_page_tells_apart_what_names_its_unit_and_nothing_else(framework: Framework) -> None:
    for unit in framework.units:
        page = " ".join(
            to_markdown(compose_unit(framework, unit, load_fidelity(), STANDPOINT)).split()
        )
        shown = {each for each in framework.told_apart if each.text in page}
        assert shown == {each for each in framework.told_apart if unit.id in each.units}


def test_where_nothing_is_told_apart_no_heading_stands() -> None:
    framework = parsed(competences(), curriculum())
    page = to_markdown(compose_unit(framework, framework.by_id["3.2"], load_fidelity(), STANDPOINT))
    assert "Often mixed up with" not in page


NAMED_OTHERWISE = (
    "Its text and its units do not name the same ones. Say of each unit what is seen there."
)


def apart(*units: str, text: str) -> Data:
    return curriculum(told_apart=[{"units": list(units), "text": text}])


@try_each(
    ("taught", "told"),
    [
        (apart("3.2", text="Only 3.2."), "It tells nothing apart. Name two units or more."),
        (
            apart("3.2", "3.1", text="One is 3.2, the other 3.1."),
            "There is no unit 3.1. See units.",
        ),
        (
            apart("3.2", "3.10", text="One is 3.2, the other 3.1."),
            NAMED_OTHERWISE,
        ),
        (
            apart("M1", "A1", text="One is M1."),
            NAMED_OTHERWISE,
        ),
    ],
)
def test_what_is_told_apart_wrongly_is_refused(taught: Data, told: str) -> None:
    assert merge_faults(competences(), taught) == [f"curriculum.yaml (told_apart, 1): {told}"]


def test_what_is_told_apart_rightly_is_taken() -> None:
    text = "One is 3.10, the other M1."
    framework = parsed(competences(), apart("3.10", "M1", text=text))
    assert [(each.units, each.text) for each in framework.told_apart] == [(("3.10", "M1"), text)]
