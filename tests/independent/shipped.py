"""The shipped framework as a plain book for the rules; read from the framework, nothing else."""

from ipsskills.framework.types import Framework
from tests.independent.world import Book


def make_book(framework: Framework) -> Book:
    """Return the units, areas, ways of asking and statements that the rules need."""
    units = tuple(unit.id for unit in framework.asked())
    areas = tuple(unit.id for unit in framework.asked(areas=True))
    asked_as = {unit.id: str(unit.asked_as) for unit in framework.units}
    statements = {
        unit.id: tuple(each.id for each in unit.live_statements) for unit in framework.units
    }
    for unit in framework.units:
        asked_as |= {each.id: str(each.asked_as) for each in unit.live_statements}
    safety = frozenset(unit.id for unit in framework.units if framework.is_safety(unit.id))
    return Book(units, areas, safety, asked_as, statements)
