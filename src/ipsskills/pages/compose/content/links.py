"""What a unit's page names of standards: a module of its own, as that page is opened most."""

from ipsskills.doing import do
from ipsskills.framework.systems.links import UnitLinks
from ipsskills.pages.document import Block, Commands, Entries, Heading, Text

_CLOSE = "close"
_CERTAIN = "certain"
_WHAT_THEMES_ARE = (
    "Themes of standards written for other purposes that have something to do with this unit: "
    "working on it does not show that any of them is met."
)


def compose_links(links: UnitLinks) -> list[Block]:
    """Return what a unit's page names of standards that the unit touches."""
    blocks: list[Block] = []
    if links.touches:
        themes = tuple(
            ("", each.standard, f"{each.theme} ({say_match(each.named, each.sure, each.match)})")
            for each in links.touches
        )
        standards = dict.fromkeys(each.standard for each in links.touches)
        blocks += [
            Heading("Touches", "never meets"),
            Text(_WHAT_THEMES_ARE),
            Entries(themes),
            Commands(tuple((do("explain", name), "the whole list") for name in standards)),
        ]
    return blocks


def say_match(named: str, sure: str, match: str) -> str:
    """Return what was seen of a theme, and whose the match of units to it is."""
    seen = "seen" if sure == _CERTAIN else "not seen"
    return f"{named} {seen}; {'a close match, ours' if match == _CLOSE else 'match ours'}"
