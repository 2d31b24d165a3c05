"""How a step of a plan is done: what the curriculum says of the activity that it comes from."""

from dataclasses import replace

from ipsskills.facts.plan import PlanActivity
from ipsskills.framework.cases import list_cases_named
from ipsskills.framework.types import Activity, Framework, Unit
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class TaughtHow:
    """Where a step comes from: an activity of the curriculum, and the unit it belongs to."""

    unit: Unit
    activity: Activity


def find_source(framework: Framework, source: str) -> TaughtHow | None:
    """Return the activity that a step names by unit id and slug; None where there is none now."""
    unit_id, _, slug = source.partition("/")
    unit = framework.by_id.get(unit_id)
    activities = unit.curriculum.activities if unit else ()
    found = next((activity for activity in activities if activity.slug == slug), None)
    return TaughtHow(unit, found) if unit and found else None


def tell_how(step: PlanActivity, source: TaughtHow) -> PlanActivity:
    """Return a step with what the curriculum says of its activity."""
    activity = source.activity
    return replace(
        step,
        what=activity.what,
        time=activity.time,
        bring=activity.bring,
        cases=list_cases_named(source.unit, activity),
    )
