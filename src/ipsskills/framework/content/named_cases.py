"""Checks that a case an activity sends people to is there, and is not hard to read alone."""

import re
from collections.abc import Iterator

from ipsskills.framework.cases import list_cases_named
from ipsskills.framework.faults import Fault
from ipsskills.framework.files import CURRICULUM
from ipsskills.framework.types import Unit

# Read "Sign by five"; in the "All fine" case; the case "All fine".
_QUOTED = r"""["“]([^"”]+)["”]"""
_SENT_TO = re.compile(rf"[Rr]ead {_QUOTED}|{_QUOTED} case\b|\bcase {_QUOTED}")
_ALONE = "on my own"
_FROM_HERE = re.compile(r"\bcases? (?:from|of|in) this unit\b")


def find_case_faults(unit: Unit) -> Iterator[Fault]:
    """Yield each case an activity of a unit names as one to read and the unit does not have.

    One that warns its reader may not be set to somebody alone.
    """
    for activity in unit.curriculum.activities:
        cases = list_cases_named(unit, activity)
        if activity.with_whom == _ALONE and any(case.note for case in cases):
            yield Fault(
                CURRICULUM,
                f"{unit.id}, {activity.slug}",
                "It sets somebody a case alone whose note says to choose who it is done with.",
                "Have it done with a colleague or the team leader.",
            )
        named = {case.title.strip('"“”').casefold() for case in cases}
        if not named and _FROM_HERE.search(activity.what):
            yield Fault(
                CURRICULUM,
                f"{unit.id}, {activity.slug}",
                "It sends people to a case of the unit and names none, so no page can open one.",
                "Name one, as in: any case from this unit, for example “Sign by five”.",
            )
        for found in _SENT_TO.finditer(f"{activity.title}. {activity.what}"):
            title = next(filter(None, found.groups())).rstrip(",.")
            if title.casefold() not in named:
                yield Fault(
                    CURRICULUM,
                    f"{unit.id}, {activity.slug}",
                    f"It sends people to the case '{title}', which the unit does not have.",
                    "Name a case of the unit by its title, in quotation marks.",
                )
