"""Section 4: the one list each unit stands in, and the order of each list."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.independent.pairs import list_pairs
from tests.independent.safety import TODAY, safety_line
from tests.independent.speaking import Views, find_told, views_of
from tests.independent.state import RATED, tell
from tests.independent.world import Book, World

MOST_GOALS = 6
FIRST_TAUGHT = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6")
THEN_TAUGHT = ("1.6", "3.7", "3.8")


@dataclass(frozen=True)
class Lists:
    """The lists of a report, in the order in which they name units."""

    strengths: list[str]
    effort: list[str]
    chances: list[str]
    not_answered: list[str]
    outside: list[str]
    brings: list[str]
    moved: list[str]


def teaching_order(book: Book) -> tuple[str, ...]:
    """Return units and areas in the order they are taught: the rest stands as numbered."""
    first = [*FIRST_TAUGHT, *THEN_TAUGHT]
    every = [*book.units, *book.areas]
    return (*(u for u in first if u in every), *(u for u in every if u not in first))


def in_order_of_ids(book: Book, units: Iterable[str]) -> list[str]:
    """Return units and areas as numbered."""
    every = (*book.units, *book.areas)
    return sorted(units, key=every.index)


def all_views(world: World, about: str) -> dict[str, Views]:
    """Return both views of every unit and area."""
    return {unit: views_of(world, about, unit) for unit in teaching_order(world.book)}


def stands_in(views: Views, book: Book) -> str:
    """Return the list a unit stands in: the first that fits."""
    if views.unit in book.safety:
        return "safety"
    value = views.own_value
    if value == "x":
        return "outside"
    if views.own_code in ("0", "1", "2") or views.seen_code in ("0", "1", "2"):
        return "effort"
    if value == "n":
        return _stands_in_without_chance(views)
    return "strengths" if value == "3" else "not answered"


def _stands_in_without_chance(views: Views) -> str:
    """Return the list of a unit that the person had no chance at, by what was seen and rated."""
    if _own_below(views):
        return "effort"
    return "strengths" if views.seen_code == "3" else "chances"


def _is_answered_in_part(views: Views) -> bool:
    return views.own is not None and views.own.state.kind == "part answered"


def _own_below(views: Views) -> tuple[str, ...]:
    """Return the statements the person rated below 3."""
    return views.own.state.below if views.own else ()


def lowest_of(views: Views) -> str:
    """Return the lower of the own view and seen work; what was not rated is above all."""
    own = views.own_code
    if own is None and views.own_value == "n" and _own_below(views):
        own = views.own.state.lowest if views.own else None
    return min([code for code in (own, views.seen_code) if code], default="9")


def two_apart_units(world: World, about: str) -> set[str]:
    """Return the units where the two views are two or more apart on seen work."""
    return {pair.unit for pair in list_pairs(world, about) if pair.two_apart}


def make_lists(world: World, about: str) -> Lists:
    """Return the lists of a report on a person, of the world's day."""
    book = world.book
    views = all_views(world, about)
    apart = two_apart_units(world, about)
    moved = moved_units(world, about)
    place = {unit: stands_in(each, book) for unit, each in views.items()}

    def among(name: str) -> list[str]:
        return [unit for unit in views if place[unit] == name]

    effort = sorted(
        among("effort"),
        key=lambda u: (not views[u].brought, u not in apart, lowest_of(views[u])),
    )
    up = {unit for unit, (before, after) in moved.items() if after > before}

    def strongest(units: Iterable[str]) -> list[str]:
        return sorted(units, key=lambda u: (*_strength_key(views[u]), u not in up))

    strengths = strongest(among("strengths"))
    not_answered = [
        unit
        for unit in among("not answered")
        if unit in book.units or _is_answered_in_part(views[unit])
    ]
    return Lists(
        strengths=strengths,
        effort=effort,
        chances=among("chances"),
        not_answered=in_order_of_ids(book, not_answered),
        outside=in_order_of_ids(book, among("outside")),
        brings=[] if strengths else strongest(_what_you_bring(views, book)),
        moved=in_order_of_ids(book, moved),
    )


def offer_goals(world: World, about: str) -> list[str]:
    """Return the units that goals are offered for: safety first, then effort, then chances.

    There are none before a first look of the person's own.
    """
    if not world.finished_looks(about, "self"):
        return []
    lists = make_lists(world, about)
    views = all_views(world, about)
    low = [u for u in views if u in world.book.safety and safety_line(views[u]) == TODAY]
    return [*low, *lists.effort, *lists.chances][:MOST_GOALS]


def _strength_key(views: Views) -> tuple[bool, bool, bool]:
    """Return what comes first among strengths: what was only seen stands after all others."""
    return views.own_value == "n", not views.shown, views.seen_code != "3"


def _what_you_bring(views: dict[str, Views], book: Book) -> list[str]:
    """Return the units answered at 2, else at 1, where there is no 3 yet; safety stands apart."""
    ranked = [unit for unit in views if unit not in book.safety]
    for code in ("2", "1"):
        if found := [unit for unit in ranked if views[unit].own_code == code]:
            return found
    return []


def moved_units(world: World, about: str) -> dict[str, tuple[str, str]]:
    """Return the units of the latest own pass that moved between 0 and 3: from what to what."""
    looks = world.finished_looks(about, "self")
    if not looks:
        return {}
    latest = looks[-1]
    found: dict[str, tuple[str, str]] = {}
    for unit in latest.units:
        earlier = [look for look in looks[:-1] if unit in look.units]
        if not earlier:
            continue
        before, after = tell(world, earlier[-1], unit), tell(world, latest, unit)
        _keep_move(found, unit, before.state.value, after.state.value)
    return found


def _keep_move(
    found: dict[str, tuple[str, str]], unit: str, before: str | None, after: str | None
) -> None:
    if before in RATED and after in RATED and before != after:
        found[unit] = (str(before), str(after))


def moved_since(then: World, now: World, about: str) -> dict[str, tuple[str, str]]:
    """Return the units that moved between what spoke on an earlier day and now."""
    found: dict[str, tuple[str, str]] = {}
    for unit in teaching_order(now.book):
        before = find_told(then, about, unit, "self", about)
        after = find_told(now, about, unit, "self", about)
        if before and after:
            _keep_move(found, unit, before.state.value, after.state.value)
    return found
