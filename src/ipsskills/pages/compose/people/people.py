"""The list of people as a page."""

from collections.abc import Sequence
from datetime import date

from ipsskills.pages.document import Block, Commands, Heading, Page, Table, Text
from ipsskills.pages.words import day, listed


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


def supervision_page(
    rows: Sequence[tuple[str, str | None, date | None, date | None]], *, demo: bool = False
) -> Page:
    """Return the page of who supervises whom: person, supervisor, since, day that one left.

    ``demo`` is whether they are invented, so that what to type next stays there.
    """
    supervised = tuple(
        (supervisor, person, _since(since, gone))
        for person, supervisor, since, gone in rows
        if supervisor
    )
    alone = [person for person, supervisor, *_ in rows if not supervisor]
    blocks: list[Block] = []
    if supervised:
        blocks.append(Table(("Supervisor", "Supervises", "Since"), supervised))
    if alone:
        blocks.append(Text(f"Nobody is named for {listed(alone)}."))
        say = f"ipsskills people edit NAME --supervisor NAME{' --demo' if demo else ''}"
        blocks.append(Commands(((say, "say who does"),)))
    return Page("Who supervises whom", (), tuple(blocks))


def _since(since: date | None, gone: date | None) -> str:
    said = day(since) if since else ""
    return f"{said}; left {day(gone)}".removeprefix("; ") if gone else said
