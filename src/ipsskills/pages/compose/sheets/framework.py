"""The framework as sheets: its units and areas, and their statements."""

from collections.abc import Mapping, Sequence
from typing import Any

from ipsskills.framework.types import Framework, Unit
from ipsskills.pages.compose.sheets.rows import make_sheet, pick
from ipsskills.pages.data import Sheet

_UNIT = (
    *("id", "short", "title", "domain", "section", "goal", "purpose", "in_practice", "outcomes"),
    *("topics", "builds_on", "slug"),
)
_TAUGHT = ("goal", "purpose", "in_practice", "outcomes", "topics", "builds_on")
_STATEMENT = ("id", "unit", "kind", "asked_as", "text", "points")
_ACTIVITY = ("unit", "kind", "title", "what", "with_whom", "time", "bring")


def compose_units(whole: Framework, chosen: Sequence[Unit]) -> tuple[Sheet, ...]:
    """Return units as rows, the statements that are still asked, and the ways to learn them."""
    statements = [
        pick(each, ("id", "kind", "asked_as", "text", "points"), unit=unit.id)
        for unit in chosen
        for each in unit.live_statements
    ]
    ways = [
        pick(each, _ACTIVITY[1:], unit=unit.id)
        for unit in chosen
        for each in unit.curriculum.activities
    ]
    return (
        make_sheet("Units", _UNIT, [_tell_unit(whole, unit) for unit in chosen]),
        make_sheet("Statements", _STATEMENT, statements),
        make_sheet("Ways to learn", _ACTIVITY, ways),
    )


def _tell_unit(whole: Framework, unit: Unit) -> Mapping[str, Any]:
    names = {part.slug: part.name for part in whole.domains}
    sections = {part.slug: part.title for part in whole.sections}
    row = pick(unit, ("id", "short", "title", "slug")) | pick(unit.curriculum, _TAUGHT)
    return row | {
        "domain": names.get(unit.domain, unit.domain),
        "section": sections.get(unit.section or ""),
    }
