"""Which answers a page speaks of: whose, of which assessment, how old; and the marks that count."""

from dataclasses import dataclass
from datetime import date

from tests.independent.days import Place, is_older, place_of
from tests.independent.happenings import Marked
from tests.independent.state import RATED, Told, tell
from tests.independent.world import Hour, Look, World

OLD_MONTHS = 12


@dataclass(frozen=True)
class Views:
    """Both views of a unit, and the marks beside them.

    ``own`` and ``theirs`` are None where nothing that asks about the unit was ever finished.
    """

    unit: str
    own: Told | None
    theirs: Told | None
    today: date
    brought: bool
    shown: bool
    contested: bool = False

    @property
    def own_value(self) -> str | None:
        """What stands for the person's own answer: 0-3, n, x or None."""
        return self.own.state.value if self.own else None

    @property
    def own_code(self) -> str | None:
        """The person's own answer where it is 0 to 3."""
        return self.own_value if self.own_value in RATED else None

    @property
    def theirs_is_old(self) -> bool:
        """Whether the supervisor's answer is from more than twelve months ago."""
        return self.theirs is not None and is_older(self.theirs.day, OLD_MONTHS, self.today)

    @property
    def seen_code(self) -> str | None:
        """The supervisor's answer where it is 0 to 3, on seen work, not old and not contested."""
        told = self.theirs
        if told is None or self.theirs_is_old or self.contested or not told.seen:
            return None
        return told.state.value if told.state.value in RATED else None


def views_of(world: World, about: str, unit: str) -> Views:
    """Return both views of a unit as a page of the world's day speaks of them."""
    if (about, unit) not in world.views:
        world.views[about, unit] = _find_views(world, about, unit)
    found: Views = world.views[about, unit]
    return found


def _find_views(world: World, about: str, unit: str) -> Views:
    own = find_told(world, about, unit, "self", about)
    theirs = find_theirs(world, about, unit)
    brought = any(is_marked(world, about, unit, rater) for rater in list_raters(world, about))
    newest = _looks_at(world, about, unit, "self", about)
    shown = bool(newest) and _has_mark(world, newest[-1], unit, "show")
    contested = theirs is not None and theirs.look.key in world.contested
    return Views(unit, own, theirs, world.today, brought, shown, contested)


def list_raters(world: World, about: str) -> list[str]:
    """Return everybody who ever finished a view of a person; their marks count until they end."""
    return sorted({about, *(look.rater for look in world.finished_looks(about, "supervisor"))})


def _looks_at(world: World, about: str, unit: str, kind: str, rater: str) -> list[Look]:
    looks = world.finished_looks(about, kind)
    return [look for look in looks if look.rater == rater and unit in look.units]


def find_told(world: World, about: str, unit: str, kind: str, rater: str) -> Told | None:
    """Return which of a rater's answers to a unit speaks; None if none was ever asked.

    The newest; but 'not seen' displaces no earlier answer. Of answers 0-3, what was seen in part
    among them, the latest day speaks.
    """
    told = [tell(world, look, unit) for look in _looks_at(world, about, unit, kind, rater)]
    if not told:
        return None
    rated = [each for each in told if each.bases]
    newest = told[-1]
    if rated and (newest.bases or _says_nothing_seen(newest)):
        return max(rated, key=lambda each: (each.day, each.look.place))
    return newest


def _says_nothing_seen(told: Told) -> bool:
    """Whether an answer only says that the work was not seen."""
    in_part = told.state.kind == "seen in part" and told.state.code is None
    return told.state.kind == "not seen" or in_part


def find_theirs(world: World, about: str, unit: str) -> Told | None:
    """Return the view of the present supervisor, or where they have none the latest of others'.

    Who says only that it was not seen, or left it blank, has none: that stands if nobody else has.
    """
    present = world.supervisor_on(about, world.today)
    raters = sorted({look.rater for look in world.finished_looks(about, "supervisor")})
    found = {rater: find_told(world, about, unit, "supervisor", rater) for rater in raters}
    told = {rater: each for rater, each in found.items() if each}
    views = {rater: each for rater, each in told.items() if _is_view(each)}
    for some in (views, told):
        if present in some:
            return some[present]
        if some:
            return max(some.values(), key=lambda each: (each.day, each.look.place))
    return None


def _is_view(told: Told) -> bool:
    """Whether an answer says more than that it was not seen or not answered."""
    if _says_nothing_seen(told):
        return False
    return told.bases or told.state.kind == "part answered" or told.state.value in ("n", "x")


def held_hours(world: World, about: str) -> list[Hour]:
    """Return the supervisions that were held, the earliest first."""
    found = [h for h in world.hours.values() if h.about == about and h.held and not h.removed]
    return sorted(found, key=lambda hour: hour.kept)


def is_marked(world: World, about: str, unit: str, rater: str) -> bool:
    """Whether a rater's mark on a unit counts: since it was set no supervision took the unit up."""
    return find_mark(world, about, unit, rater) is not None


def find_mark(world: World, about: str, unit: str, rater: str) -> Place | None:
    """Return where the mark of a rater that counts was set, or None."""
    kind = "self" if rater == about else "supervisor"
    looks = _looks_at(world, about, unit, kind, rater)
    if rater == about:
        looks = sorted(
            [*looks, *(first for first in first_looks(world, about) if unit in first.units)],
            key=lambda look: look.place,
        )
    if not looks:
        return None
    newest = looks[-1]
    place, bring = newest.place, _has_mark(world, newest, unit, "bring")
    for each in _marked_since(world, about, unit, rater, place):
        place, bring = place_of(each.at), each.bring
    if not bring or any(
        _ends(hour, unit) and hour.place > place for hour in held_hours(world, about)
    ):
        return None
    return place


def first_looks(world: World, about: str) -> list[Look]:
    """Return the latest first look of a person until it is old, or nothing."""
    looks = world.finished_looks(about, "first look")[-1:]
    return [look for look in looks if not is_older(look.place[0], OLD_MONTHS, world.today)]


def _marked_since(world: World, about: str, unit: str, rater: str, place: Place) -> list[Marked]:
    found = [
        each
        for each in world.marked
        if (each.about, each.unit, each.by) == (about, unit, rater) and place_of(each.at) > place
    ]
    return sorted(found, key=lambda each: each.at)


def _ends(hour: Hour, unit: str) -> bool:
    """Whether a supervision ends marks on a unit: it was talked about, or is among its units."""
    return unit in hour.units or unit in (hour.topics or ())


def _has_mark(world: World, look: Look, unit: str, which: str) -> bool:
    """Whether any answer to a unit, whole or a statement, bears a mark."""
    items = (unit, *world.book.statements[unit])
    found = [look.versions[item][-1].answer for item in items if item in look.versions]
    return any(getattr(answer, which) for answer in found)


def days_apart(views: Views) -> int:
    """Return how many days lie between the two views of a unit that both have."""
    assert views.own
    assert views.theirs
    return abs((views.own.day - views.theirs.day).days)
