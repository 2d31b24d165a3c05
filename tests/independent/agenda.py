"""The agenda: what to talk about first, what rests, what went well, what was agreed."""

from dataclasses import dataclass
from datetime import datetime

from tests.independent.days import Place, months_before, place_of
from tests.independent.happenings import Agreed
from tests.independent.order import all_views, lowest_of, make_lists, stands_in, two_apart_units
from tests.independent.speaking import (
    Views,
    find_mark,
    first_looks,
    held_hours,
    is_marked,
    list_raters,
)
from tests.independent.state import RATED
from tests.independent.world import Hour, Look, World

AT_MOST = 3
GOALS_AT_MOST = 2
WITHOUT_ANY_MONTHS = 3


@dataclass(frozen=True)
class Agenda:
    """What stands on an agenda, by unit and by title."""

    talk: list[str]
    chances: list[str]
    goals_finished: list[str]
    prepared: str | None


def make_agenda(world: World, about: str) -> Agenda:
    """Return the agenda of a person, of the world's day.

    Before a look of the person's own there is nothing to talk about first but what they marked in
    a first look.
    """
    last = _last_held(world, about)
    looked = bool(world.finished_looks(about, "self"))
    talk = (_talk_first(world, about) if looked else _marked_at_first(world, about))[:AT_MOST]
    chances = _chances(world, about) if looked else []
    return Agenda(
        talk=talk,
        chances=[unit for unit in chances if unit not in talk],
        goals_finished=_goals_since(world, about, last),
        prepared=_prepared_since(world, about, last),
    )


def _last_held(world: World, about: str) -> Hour | None:
    hours = held_hours(world, about)
    return hours[-1] if hours else None


def _talk_first(world: World, about: str) -> list[str]:
    """Return every unit that could be talked about, those that do not rest first."""
    views = all_views(world, about)
    apart = two_apart_units(world, about)
    agreed = {unit: agreed_answer(world, about, each) for unit, each in views.items()}
    found = []
    for unit, each in views.items():
        code = agreed[unit]
        if not _belongs(each, unit in apart, code, world):
            continue
        far = unit in apart and code is None and unit not in world.book.safety
        talked = rests_since(world, about, each)
        found.append((talked, not each.brought, not far, _rank(each, code, world), unit))
    waking = [each for each in found if each[0] is None]
    resting = [each for each in found if each[0] is not None]
    order = {unit: place for place, unit in enumerate(views)}
    waking.sort(key=lambda each: (*each[1:4], order[each[4]]))
    resting.sort(key=lambda each: (each[0], *each[1:4], order[each[4]]))
    return [each[4] for each in (*waking, *resting)]


def _marked_at_first(world: World, about: str) -> list[str]:
    """Return what somebody marked in a first look and nothing ended since, as it is taught."""
    if not first_looks(world, about):
        return []
    return [unit for unit in all_views(world, about) if is_marked(world, about, unit, about)]


def _rank(views: Views, agreed: str | None, world: World) -> str:
    """Return the code that effort goes by; what is marked and no effort stands after it."""
    if agreed is not None and views.unit not in world.book.safety:
        return agreed if agreed in ("0", "1", "2") else "9"
    return lowest_of(views) if stands_in(views, world.book) == "effort" else "9"


def _belongs(views: Views, far_apart: bool, agreed: str | None, world: World) -> bool:
    """Whether a unit is marked, two apart, or where effort would pay."""
    if views.brought:
        return True
    if views.unit in world.book.safety:
        return False
    if agreed is not None:
        return agreed in ("0", "1", "2")
    return far_apart or stands_in(views, world.book) == "effort"


def _chances(world: World, about: str) -> list[str]:
    """Return the chances to arrange: an agreed answer stands for both views."""
    lists = make_lists(world, about)
    found = []
    for unit, each in all_views(world, about).items():
        if unit in world.book.safety:
            continue
        agreed = agreed_answer(world, about, each)
        if agreed == "n" or (agreed is None and unit in lists.chances):
            found.append(unit)
    return found


def agreed_answer(world: World, about: str, views: Views) -> str | None:
    """Return the agreed answer that is the unit's until either answers again, or None."""
    if views.own is None or views.theirs is None:
        return None
    found = [each for each in world.agreed if (each.about, each.unit) == (about, views.unit)]
    if not found:
        return None
    last: Agreed = max(found, key=lambda each: each.at)
    answered = _answers(world, about, views.unit, views.theirs.look.rater, (*RATED, "n", "x"))
    return last.code if all(place <= place_of(last.at) for place in answered) else None


def rests_since(world: World, about: str, views: Views) -> Place | None:
    """Return when a unit was last talked about, if nothing woke it since; else None."""
    talked = [hour.place for hour in held_hours(world, about) if _was_talked(hour, views.unit)]
    if not talked:
        return None
    rater = views.theirs.look.rater if views.theirs else None
    woken = _answers(world, about, views.unit, rater, (*RATED, "n"))
    marks = (find_mark(world, about, views.unit, each) for each in list_raters(world, about))
    woken += [mark for mark in marks if mark]
    last = max(talked)
    return last if all(place < last for place in woken) else None


def _was_talked(hour: Hour, unit: str) -> bool:
    """Whether a unit was talked about; where that was not asked, its units count."""
    return unit in (hour.units if hour.topics is None else hour.topics)


def _answers(
    world: World, about: str, unit: str, rater: str | None, codes: tuple[str, ...]
) -> list[Place]:
    """Return where the answers of either to a unit stand, and corrections that changed a code."""
    items = (unit, *world.book.statements[unit])
    return [
        place
        for look in world.looks.values()
        if _is_of_either(look, about, rater)
        for item in items
        for place in _places(look, item, codes)
    ]


def _is_of_either(look: Look, about: str, rater: str | None) -> bool:
    if look.about != about or look.finished is None:
        return False
    return look.kind == "self" or (look.kind == "supervisor" and look.rater == rater)


def _places(look: Look, item: str, codes: tuple[str, ...]) -> list[Place]:
    versions = look.versions.get(item, [])
    found: list[Place] = []
    before: str | None = None
    for number, version in enumerate(versions):
        code = version.answer.code
        if code in codes and (number == 0 or code != before):
            found.append(look.place if number == 0 else place_of(version.at))
        before = code
    return found


def _goals_since(world: World, about: str, last: Hour | None) -> list[str]:
    """Return the goals finished since the last supervision that was held, the latest two."""
    done: list[tuple[datetime, str]] = [
        (goal.finished, goal.title)
        for goal in world.goals.values()
        if goal.about == about
        and goal.finished is not None
        and _is_since(goal.finished, last, world)
    ]
    return [title for _, title in sorted(done, reverse=True)[:GOALS_AT_MOST]]


def _is_since(at: datetime, last: Hour | None, world: World) -> bool:
    """Whether something is since the last supervision, or where none was held of three months."""
    if last is None:
        return at.date() >= months_before(world.today, WITHOUT_ANY_MONTHS)
    return place_of(at) > last.kept


def _prepared_since(world: World, about: str, last: Hour | None) -> str | None:
    """Return what was prepared since the last supervision that was held."""
    found = [
        each
        for each in world.prepared
        if each.by == about and (last is None or place_of(each.at) > last.kept)
    ]
    return found[-1].well if found else None
