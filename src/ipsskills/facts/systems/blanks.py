"""What pages to write on are made of: a page with the units it goes with, and the list of them."""

from ipsskills.framework.blanks import BlankPage, Blanks
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class ListedBlank:
    """A page to write on by its name, what it is for, and the ids of the units it goes with."""

    name: str
    title: str
    purpose: str
    units: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BlankUnit:
    """A unit that a page goes with, by its id and short title."""

    id: str
    short: str


@dataclass(frozen=True, kw_only=True)
class BlankFacts:
    """A page to write on, the units it goes with, and the pages beside it."""

    blank: BlankPage
    units: tuple[BlankUnit, ...]
    see: tuple[ListedBlank, ...]


def list_blanks(blanks: Blanks) -> tuple[ListedBlank, ...]:
    """Return the pages to write on in their order."""
    return tuple(map(_list_blank, blanks.blanks))


def describe_blank(framework: Framework, blanks: Blanks, blank: BlankPage) -> BlankFacts:
    """Return a page with the pages beside it and those of its units that the framework has."""
    found = (framework.by_id[each] for each in blank.units if each in framework.by_id)
    units = tuple(BlankUnit(id=unit.id, short=unit.short) for unit in found)
    see = tuple(_list_blank(each) for each in blanks.blanks if each.name in blank.see)
    return BlankFacts(blank=blank, units=units, see=see)


def _list_blank(blank: BlankPage) -> ListedBlank:
    return ListedBlank(name=blank.name, title=blank.title, purpose=blank.purpose, units=blank.units)
