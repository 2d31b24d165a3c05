"""The safety block: one line for each safety unit, the first that fits, and statements beside."""

from tests.independent.days import is_older
from tests.independent.speaking import OLD_MONTHS, Views, views_of
from tests.independent.state import RATED, Told
from tests.independent.world import World

SIX_MONTHS = 6
TODAY, OUTSIDE, TALK, VIGNETTE, NOTHING = (
    "talk today",
    "outside",
    "talk through",
    "vignette",
    "nothing more",
)


def safety_line(views: Views) -> str:
    """Return what the block says of a safety unit."""
    told = [each for each in (views.own, views.theirs) if each]
    today = views.today
    for each in told:
        if _lowest(each) in ("0", "1") and not is_older(each.day, OLD_MONTHS, today):
            return TODAY
    inside = [each for each in told if each.state.value != "x"]
    if told and not inside:
        return OUTSIDE
    if views.own is None or any(_is_open(each) for each in inside):
        return TALK
    if any(is_older(each.day, SIX_MONTHS, today) for each in inside):
        return TALK
    return VIGNETTE if min(str(_lowest(each)) for each in inside) == "2" else NOTHING


def _lowest(told: Told) -> str | None:
    """Return what a view comes to: its answer, or by statements the lowest of them."""
    codes = [code for code in (told.state.lowest, told.state.value) if code and code in "0123"]
    return min(codes, default=None)


def _is_open(told: Told) -> bool:
    """Whether a view is blank, answered in part, or says that nothing was seen."""
    return told.state.kind in ("not answered", "part answered", "not seen") or _lowest(told) is None


def low_statements(world: World, about: str) -> list[tuple[str, str | None, str | None]]:
    """Return the statements of other units that add a line: asked the safety way, 0 or 1 by either.

    Each with both answers; one that is old, or none of 0 to 3, is None.
    """
    book, found = world.book, []
    for unit in (*book.units, *book.areas):
        asked = [item for item in book.statements[unit] if book.asked_as[item] == "safety"]
        if unit in book.safety or not asked:
            continue
        views = views_of(world, about, unit)
        for item in asked:
            own, theirs = (_answer(each, item, world) for each in (views.own, views.theirs))
            if own in ("0", "1") or theirs in ("0", "1"):
                found.append((item, own, theirs))
    return found


def _answer(told: Told | None, item: str, world: World) -> str | None:
    if told is None or is_older(told.day, OLD_MONTHS, world.today):
        return None
    versions = told.look.versions.get(item)
    code = versions[-1].answer.code if versions else None
    return code if code in RATED else None


def says_outside_beside(views: Views) -> bool:
    """Whether one view is 'outside this job' and another is not: that is always said."""
    values = [told.state.value for told in (views.own, views.theirs) if told]
    return "x" in values and any(value != "x" for value in values)
