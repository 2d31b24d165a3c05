"""What an activity says of itself: the outcomes it shows and its length agree with its words."""

import re
from dataclasses import replace

from ipsskills.framework.background import load_fidelity
from ipsskills.framework.content.activities import find_activity_faults
from ipsskills.framework.content.quality import find_content_faults
from ipsskills.framework.types import Activity, Framework, Unit
from tests.cases import try_each

SPAN = re.compile(r"\b(?:weeks?|fortnight|months?|quarter)\b", re.IGNORECASE)
# They name a span and are done in a day or so. Whatever else names one has a length.
LOOKS_BACK = (
    "2.1/app-audit",
    "2.6/another-teams-group",
    "3.13/log-look-back",
    "3.13/ten-ways-to-no",
    "3.15/search-in-the-field",
    "3.16/clinician-and-me",
    "A1/same-plan-two-readers",
    "M1/hunt-exceptions",
    "M10/jobs-i-would-never-do",
    "M3/too-sunny-too-grey",
    "M5/for-with-alone",
)
WHAT_COMES_LATER = (
    "1.6/one-page-law-sheet",
    "2.4/plans-away-from-desk",
    "2.6/question-trio",
    "3.10/inherited-plan",
    "3.15/settled",
    "3.2/three-strand-check",
    "3.3/sixty-seconds",
    "3.5/box-of-aids",
    "3.6/six-ways",
    "3.7/before-the-form",
    "3.7/first-pay-calendar",
    "M2/whose-wait",
    "M8/who-is-missing",
    "M9/one-question",
    "M9/three-short-jobs",
)
IN_WHAT_IT_TELLS = (
    "1.4/stages-not-yet-done",
    "1.4/trace-one-path",
    "1.4/two-principles-cases",
    "1.5/my-own-job",
    "1.6/six-one-liners",
    "2.1/stretched-dates",
    "2.1/target-debate",
    "3.15/after-the-knock-back",
    "3.15/apprentices-round",
    "3.15/before-monday",
    "3.15/same-gate",
    "3.16/back-in-steps",
    "3.16/first-shift-plan",
    "3.16/twelve-months-of-work",
    "3.16/union-hour",
    "3.3/not-yet-aloud",
    "M3/watch-hard-news",
    "M7/sit-beside-clinician",
    "M8/log-of-a-day",
    "M9/ending-heard",
)


def change(unit: Unit, slug: str, **fields: object) -> Unit:
    """Return the unit with an activity changed."""
    lesson = unit.curriculum
    changed = tuple(
        replace(each, **fields) if each.slug == slug else each  # type: ignore[arg-type]
        for each in lesson.activities
    )
    return replace(unit, curriculum=replace(lesson, activities=changed))


def words(activity: Activity) -> str:
    return f"{activity.title} {activity.what} {activity.time} {activity.bring}"


def test_whatever_names_a_span_has_a_length_or_is_done_at_once(framework: Framework) -> None:
    naming = {
        f"{unit.id}/{each.slug}": each.over_weeks
        for unit in framework.units
        for each in unit.curriculum.activities
        if SPAN.search(words(each))
    }
    at_once = {place for place, weeks in naming.items() if not weeks}
    assert at_once == {*LOOKS_BACK, *WHAT_COMES_LATER, *IN_WHAT_IT_TELLS}
    for place, weeks in (("1.3/doubt-log", 4), ("3.2/promise-log", 2), ("M8/two-half-days", 4)):
        assert naming[place] == weeks


@try_each(
    ("time", "weeks", "problem"),
    [
        ("30 minutes over four weeks", 4, None),
        ("10 minutes a day over a week", 1, None),
        ("1 hour", 0, None),
        ("30 minutes over four weeks", 0, "Its time and 'over_weeks' differ."),
        ("30 minutes over four weeks", 2, "Its time and 'over_weeks' differ."),
        ("1 hour", 2, "Its time does not say over how many weeks it goes."),
        ("1 hour", 5, "Its time and 'over_weeks' differ."),
        ("1 hour", -1, "Its time and 'over_weeks' differ."),
    ],
)
def test_the_time_of_an_activity_says_its_length(
    framework: Framework, time: str, weeks: int, problem: str | None
) -> None:
    unit = change(framework.by_id["3.8"], "asked-outright", time=time, over_weeks=weeks)
    assert [fault.problem for fault in find_activity_faults(unit)] == [problem] * bool(problem)


def test_an_outcome_that_the_unit_does_not_have_is_found(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    assert len(unit.curriculum.outcomes) == 5
    for number in (0, 6):
        odd = change(unit, "weighing-watched", shows=(number,))
        found = [fault.problem for fault in find_activity_faults(odd)]
        assert found == [f"It shows outcome {number}, and there is none."]


def test_a_unit_none_of_whose_activities_shows_its_first_outcome_is_found(
    framework: Framework,
) -> None:
    unit = change(framework.by_id["3.8"], "asked-outright", shows=())
    spoilt = replace(framework, units=(unit,))
    assert [fault.place for fault in find_activity_faults(unit)] == ["3.8, activities"]
    assert "3.8, activities" in {
        fault.place for fault in find_content_faults(spoilt, load_fidelity())
    }
