"""The list of people as a page."""

from collections.abc import Sequence

from ipsskills.pages.document import Block, Commands, Heading, Page, Table


def people_page(rows: Sequence[tuple[str, str, str, str]]) -> Page:
    """Return the page of people: name, role, team, and a sign for the one who is you."""
    if not rows:
        return Page(
            "Nobody is in the record yet",
            (),
            (
                Heading("Next"),
                Commands((("ipsskills init", "say who you are"),)),
            ),
        )
    blocks: tuple[Block, ...] = (Table(("Name", "Role", "Team", ""), tuple(rows)),)
    return Page("People", (), blocks)
