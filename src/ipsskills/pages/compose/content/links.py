"""What a unit's page names of standards: a module of its own, as that page is opened most."""

from ipsskills.doing import do
from ipsskills.framework.systems.links import UnitLinks
from ipsskills.pages.document import Block, Commands, Entries, Heading

_CLOSE = "close"


def compose_links(links: UnitLinks) -> list[Block]:
    """Return what a unit's page names of standards that the unit touches."""
    blocks: list[Block] = []
    if links.touches:
        themes = tuple(
            ("", each.standard, f"{each.theme} ({each.sure}{say_match(each.match)})")
            for each in links.touches
        )
        standards = dict.fromkeys(each.standard for each in links.touches)
        blocks += [
            Heading("Touches", "never meets; every match is ours"),
            Entries(themes),
            Commands(tuple((do("explain", name), "the whole list") for name in standards)),
        ]
    return blocks


def say_match(match: str) -> str:
    """Return what is said of a match of units and theme, after how sure the theme is."""
    return ", a close match" if match == _CLOSE else ""
