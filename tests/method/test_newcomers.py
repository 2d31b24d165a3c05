"""What the curriculum sets somebody new, in all 40: a case, work to watch, and a hand with it."""

import pytest

from ipsskills.framework.cases import list_cases_named
from ipsskills.framework.types import Activity, Framework
from ipsskills.method.goals import suggest_activities
from tests.cases import try_each

WATCHED = ("field mentoring", "supervised practice")
# Written out here, so that what a newcomer would be set is looked at when it changes.
WITH_COLLEAGUES = {
    "1.2": "switch-sides",
    "1.3": "four-doubters",
    "1.4": "does-it-count",
    "1.6": "leaflet-hunt",
    "2.1": "friendly-no",
    "2.2": "phone-rehearsal",
    "2.3": "plain-offer",
    "2.4": "ask-aloud",
    "2.5": "who-is-at-home",
    "2.6": "feedback-drill",
    "3.1": "listen-in-threes",
    "3.2": "four-strained-moments",
    "3.3": "sixty-seconds",
    "3.4": "saw-told-think",
    "3.5": "both-sides-practice",
    "3.6": "first-ten-minutes",
    "3.7": "made-up-statements",
    "3.8": "both-chairs",
    "3.9": "no-form-interview",
    "3.10": "profile-to-plan",
    "3.11": "advert-for-real",
    "3.12": "who-knows-someone",
    "3.13": "ten-ways-to-no",
    "3.14": "break-down-a-task",
    "3.15": "after-the-knock-back",
    "3.16": "back-in-steps",
    "M2": "smaller-step",
    "M3": "news-and-next-step",
    "M9": "what-went-right",
    "A1": "twenty-minute-case",
}


@pytest.fixture(scope="module")
def offered(framework: Framework) -> dict[str, tuple[Activity, ...]]:
    """Return what a newcomer would be set, by the id of the unit or area."""
    return {
        unit.id: suggest_activities(unit.curriculum.activities, chance=False, new=True)
        for unit in framework.units
    }


def test_each_has_a_case_then_work_to_watch_and_ends_beside_somebody(
    offered: dict[str, tuple[Activity, ...]],
) -> None:
    assert len(offered) == 40
    for unit, steps in offered.items():
        first, watching, *middle, last = steps
        assert first.kind == "vignette", unit
        assert len(middle) <= 1, unit
        assert watching.kind == "shadowing", unit
        assert last.kind in WATCHED, unit
        for step in (watching, *middle, last):
            assert not step.with_whom.startswith("on my own"), f"{unit}, {step.slug}"


def test_what_is_done_with_colleagues_wants_no_clients_and_nobody_from_outside(
    offered: dict[str, tuple[Activity, ...]],
) -> None:
    found = {unit: steps[2].slug for unit, steps in offered.items() if len(steps) == 4}
    assert found == WITH_COLLEAGUES


def test_no_first_step_is_a_case_that_warns_its_reader_and_is_read_alone(
    framework: Framework, offered: dict[str, tuple[Activity, ...]]
) -> None:
    for unit in framework.units:
        first = offered[unit.id][0]
        warns = any(case.note for case in list_cases_named(unit, first))
        assert not (warns and first.with_whom.startswith("on my own")), unit.id


@try_each(("unit", "case"), [("2.2", "you-two-with-my-leader"), ("2.4", "tonight-and-monday")])
def test_what_is_talked_through_before_meeting_clients_alone_is_talked_through_with_the_leader(
    offered: dict[str, tuple[Activity, ...]], unit: str, case: str
) -> None:
    first = offered[unit][0]
    assert (first.slug, first.with_whom) == (case, "team leader")


@try_each("unit", ["3.8", "3.9", "M1", "M2", "M4", "M5", "M6", "M8", "M9", "M10"])
def test_what_is_watched_is_a_colleagues_own_work(
    offered: dict[str, tuple[Activity, ...]], unit: str
) -> None:
    assert offered[unit][1].with_whom.endswith("colleague")
