"""Checks that a case which an activity sends its reader to is there, under that title."""

import re
from collections.abc import Iterator

from ipsskills.framework.cases import list_cases_named
from ipsskills.framework.faults import Fault
from ipsskills.framework.files import CURRICULUM
from ipsskills.framework.types import Unit

# Read "Sign by five"; in the "All fine" case; the case "All fine".
_QUOTED = r"""["“]([^"”]+)["”]"""
_SENT_TO = re.compile(rf"[Rr]ead {_QUOTED}|{_QUOTED} case\b|\bcase {_QUOTED}")
_FROM_HERE = re.compile(r"\bcases? (?:from|of|in) this unit\b")


def find_case_faults(unit: Unit) -> Iterator[Fault]:
    """Yield each case an activity of a unit names as one to read and the unit does not have."""
    for activity in unit.curriculum.activities:
        named = {case.title.strip('"“”').casefold() for case in list_cases_named(unit, activity)}
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
