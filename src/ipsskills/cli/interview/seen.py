"""Asks a supervisor which units they have seen, and on which visit each was."""

from typing import TYPE_CHECKING

from ipsskills.cli.prompts import ask
from ipsskills.pages.words import short_day

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.interview.session import Session

_VISIT = "visit "


def ask_seen(
    session: "Session", framework: "Framework", about: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the units that a supervisor has seen, and those that rest on no visit after all.

    What they logged is ticked. A visit stands under its unit, and is unlinked like any tick.
    """
    from ipsskills.usecases.assessments.drafts import list_scope_units

    units, visits = list_scope_units(session.assessment.scope), session.state.visits
    choices: list[tuple[str, str]] = []
    for unit in units:
        choices.append((unit, f"{unit:<5}{framework.by_id[unit].short}"))
        if seen := visits.get(unit):
            day = short_day(seen.day, session.assessment.began)
            choices.append((f"{_VISIT}{unit}", f"  {unit}: {seen.setting}, {day}"))
    ticked = [*visits, *(f"{_VISIT}{unit}" for unit in visits)]
    logged = (
        " What you logged is ticked, with the visit under it; Space unlinks a visit."
        if visits
        else ""
    )
    question = f"What have you seen of {about}'s work?{logged}"
    chosen = ask.several(question, choices, ticked=ticked, wanted=not ticked)
    seen_units = tuple(unit for unit in units if unit in chosen)
    return seen_units, tuple(unit for unit in visits if f"{_VISIT}{unit}" not in chosen)
