"""What the rules say of a person at a moment, in the same plain form as what the program says."""

from datetime import date
from typing import Any

from tests.independent.agenda import make_agenda
from tests.independent.asked import Asked
from tests.independent.days import is_older
from tests.independent.figures import make_figures
from tests.independent.order import (
    all_views,
    in_order_of_ids,
    make_lists,
    moved_since,
    offer_goals,
    teaching_order,
)
from tests.independent.pairs import Pair, list_pairs, pair_named
from tests.independent.safety import low_statements, safety_line
from tests.independent.speaking import OLD_MONTHS
from tests.independent.state import Told
from tests.independent.world import World


def tell_pages(world: World, about: str, asked: Asked) -> dict[str, Any]:
    """Return what the pages that are asked for say; None for one that there is not."""
    pairs, offers = list_pairs(world, about), offer_goals(world, about)
    found = {
        "agenda": _agenda(world, about),
        "goals": {"units": offers} if offers else None,
        "report": _report(world, about),
        "report on": _report(world.until(asked.on), about),
        "report since": _since(world, about, asked.since),
        "pairs": _pairs(pairs),
        "figures": _figures(world, about, pairs),
    }
    if asked.named:
        found["named"] = _pairs(pair_named(world, about, *asked.named))
    return found


def _pairs(pairs: list[Pair]) -> dict[str, tuple[str, str, str]] | None:
    """Return the pairs; a page without any may say that there is nothing to compare yet."""
    return {pair.unit: (pair.own, pair.theirs, pair.talk) for pair in pairs} or None


def _figures(world: World, about: str, pairs: list[Pair]) -> dict[str, Any] | None:
    order = [unit for unit in teaching_order(world.book) if unit in world.book.units]
    by_unit = {pair.unit: (int(pair.own), int(pair.theirs)) for pair in pairs}
    if not by_unit.keys() & set(order):
        return None
    figures = make_figures([by_unit[unit] for unit in order if unit in by_unit])
    return {k: round(v, 6) if isinstance(v, float) else v for k, v in figures.items()}


def _since(world: World, about: str, day: date) -> dict[str, Any] | None:
    if not world.finished_looks(about, "self"):
        return None
    moved = moved_since(world.until(day), world, about)
    return {"moved": in_order_of_ids(world.book, moved)}


def _report(world: World, about: str) -> dict[str, Any] | None:
    if not world.finished_looks(about, "self"):
        return None
    found: dict[str, Any] = dict(vars(make_lists(world, about)))
    found["low"] = low_statements(world, about)
    views = all_views(world, about)
    for unit, each in views.items():
        if unit in world.book.safety:
            found[f"safety {unit}"] = safety_line(each)
        found[f"own {unit}"] = _view(world, each.own)
        found[f"theirs {unit}"] = _view(world, each.theirs)
    return found


def _view(world: World, told: Told | None) -> tuple[Any, ...] | None:
    """Return of one view what `through_program` reads."""
    if told is None:
        return None
    old = is_older(told.day, OLD_MONTHS, world.today)
    by = told.look.rater if told.look.kind == "supervisor" else None
    return told.state.value, told.day.isoformat(), old, told.seen, told.visit, by


def _agenda(world: World, about: str) -> dict[str, Any]:
    agenda = make_agenda(world, about)
    return {
        "talk": agenda.talk,
        "chances": agenda.chances,
        "goals finished": agenda.goals_finished,
        "prepared": agenda.prepared,
        "low": low_statements(world, about) if world.finished_looks(about, "self") else [],
    }
