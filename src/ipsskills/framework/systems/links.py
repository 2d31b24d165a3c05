"""What a unit's page names of facts, standards and pages to write on, without their texts.

It is made from these files once and kept as a small copy of its own: the page of a unit is the one
that is opened most, and it shows only names.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.framework.files import find_source
from ipsskills.framework.single import load_made
from ipsskills.framework.strict import Strict
from ipsskills.framework.systems.blank_checks import BLANKS
from ipsskills.framework.systems.checks import CROSSWALKS, EXPLAINED
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from ipsskills.framework.blanks import Blanks
    from ipsskills.framework.systems.crosswalks import Crosswalks
    from ipsskills.framework.systems.explained import Explained


@dataclass(frozen=True, kw_only=True)
class PageLink(Strict):
    """A page of facts, or one to write on, by its name and title."""

    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class TouchedTheme(Strict):
    """A theme of a standard that a unit touches: what it is, if it is known, how the two match."""

    standard: str
    theme: str
    named: str
    sure: str
    match: str


@dataclass(frozen=True, kw_only=True)
class UnitLinks(Strict):
    """What goes with a unit: pages of facts, pages to write on, themes of standards it touches."""

    pages: tuple[PageLink, ...] = ()
    blanks: tuple[PageLink, ...] = ()
    touches: tuple[TouchedTheme, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Links(Strict):
    """The links of every unit and area that has any, by its id."""

    units: Mapping[str, UnitLinks]

    def find(self, unit_id: str) -> UnitLinks:
        """Return the links of a unit; none where nothing names it."""
        return self.units.get(unit_id) or UnitLinks()


def load_links(folder: Path | None = None, cache_folder: Path | None = None) -> Links:
    """Return the links of all units. Raises DataFileError with every fault of these files."""

    def make() -> Links:
        from ipsskills.framework.blanks import load_blanks
        from ipsskills.framework.systems.crosswalks import load_crosswalks
        from ipsskills.framework.systems.explained import load_explained

        return make_links(load_explained(folder), load_crosswalks(folder), load_blanks(folder))

    sources = [find_source(name, folder) for name in (EXPLAINED, CROSSWALKS, BLANKS)]
    return load_made("links", Links, sources, cache_folder, make)


def make_links(explained: "Explained", crosswalks: "Crosswalks", blanks: "Blanks") -> Links:
    """Return what the files say about each unit that they name."""
    named = {unit for fact in explained.facts for unit in fact.units}
    named |= {unit for each in crosswalks.crosswalks for row in each.rows for unit in row.units}
    named |= {unit for page in blanks.blanks for unit in page.units}
    return Links(
        units={
            unit: UnitLinks(
                pages=tuple(
                    PageLink(name=page.name, title=page.title)
                    for page in explained.list_pages_on(unit)
                ),
                blanks=tuple(
                    PageLink(name=page.name, title=page.title)
                    for page in blanks.blanks
                    if unit in page.units
                ),
                touches=tuple(_list_touched(crosswalks, unit)),
            )
            for unit in sorted(named)
        }
    )


def _list_touched(crosswalks: "Crosswalks", unit: str) -> list[TouchedTheme]:
    return [
        TouchedTheme(
            standard=each.name,
            theme=row.theme,
            named=row.named.value,
            sure=row.sure.value,
            match=row.match.value,
        )
        for each in crosswalks.crosswalks
        for row in each.list_touched(unit)
    ]
