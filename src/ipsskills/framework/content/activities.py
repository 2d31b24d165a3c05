"""Checks on what an activity says of itself: which outcomes it shows, and how long it takes.

Plans are made from both: a step is due no sooner than it can have been done, and a plan is known by
an outcome that its steps show. So what the words say and what the fields say must agree.
"""

import re
from collections.abc import Iterator

from ipsskills.framework.faults import Fault
from ipsskills.framework.files import CURRICULUM
from ipsskills.framework.types import Activity, Unit

LENGTHS = {"a week": 1, "two weeks": 2, "three weeks": 3, "four weeks": 4, "six weeks": 6}
"""How the time of an activity tells over how many weeks it goes."""
_OVER = re.compile(rf"\bover ({'|'.join(LENGTHS)})\b")


def find_activity_faults(unit: Unit) -> Iterator[Fault]:
    """Yield where an activity's outcomes or its length are not as its unit or its words say."""
    lesson = unit.curriculum
    for activity in lesson.activities:
        for number in activity.shows:
            if not 1 <= number <= len(lesson.outcomes):
                problem = f"It shows outcome {number}, and there is none."
                fix = f"Name one from 1 to {len(lesson.outcomes)}."
                yield _fault(unit, activity, problem, fix)
        yield from _find_length_faults(unit, activity)
    if not any(1 in activity.shows for activity in lesson.activities):
        yield Fault(
            CURRICULUM,
            f"{unit.id}, activities",
            "None of them shows the unit's first outcome, by which a plan is known.",
            "Say 'shows: [1]' where one does, or write one.",
        )


def _find_length_faults(unit: Unit, activity: Activity) -> Iterator[Fault]:
    told = max((LENGTHS[words] for words in _OVER.findall(activity.time)), default=0)
    if told == activity.over_weeks:
        return
    words = {weeks: words for words, weeks in LENGTHS.items()}.get(activity.over_weeks)
    if told or words is None:
        wanted = f"'over_weeks: {told}'" if told else f"one of: {', '.join(LENGTHS)}"
        yield _fault(unit, activity, "Its time and 'over_weeks' differ.", f"Say {wanted}.")
    else:
        problem = "Its time does not say over how many weeks it goes."
        yield _fault(unit, activity, problem, f"Say 'over {words}' there.")


def _fault(unit: Unit, activity: Activity, problem: str, fix: str) -> Fault:
    return Fault(CURRICULUM, f"{unit.id}, {activity.slug}", problem, fix)
