"""Pages about teams: names and dates only."""

from collections.abc import Sequence
from datetime import date

from ipsskills.pages.document import Block, Commands, Heading, Page, Table, Text
from ipsskills.pages.words import day, listed, typed

NO_ANSWERS = "Names and dates only: no page about a team shows answers or ranks anybody."


def teams_page(
    teams: Sequence[tuple[str, Sequence[str], Sequence[str]]],
    without: Sequence[str],
    *,
    demo: bool = False,
) -> Page:
    """Return the list of teams: name, who leads, who is in it; ``without`` are in no team.

    ``demo`` is whether they are invented, so that what to type next stays there.
    """
    flag = " --demo" if demo else ""
    blocks: list[Block] = []
    if teams:
        rows = tuple((name, ", ".join(leaders), ", ".join(rest)) for name, leaders, rest in teams)
        blocks.append(Table(("Team", "Led by", "People"), rows))
    if without:
        blocks.append(Text(f"In no team: {listed(without)}."))
    following = [
        (f"ipsskills team show {typed(name)}{flag}", "who, and when last seen")
        for name, *_ in teams[:1]
    ]
    say = (f"ipsskills people edit NAME --team TEAM{flag}", "say who is in which")
    return Page("Teams", (), (*blocks, Heading("Next"), Commands((*following, say))))


def team_page(
    name: str,
    leaders: Sequence[str],
    members: Sequence[tuple[str, str | None, date | None, date | None]],
) -> Page:
    """Return one team: name, supervisor, day of the last field mentoring and supervision held."""
    rows = tuple(
        (person, supervisor or "", day(mentored) if mentored else "", day(met) if met else "")
        for person, supervisor, mentored, met in members
    )
    lead = f"Led by {listed(leaders)}." if leaders else "Nobody is named who leads it."
    table = Table(("Name", "Supervisor", "Field mentoring", "Supervision"), rows)
    return Page(name, (lead,), (table, Text(f"The days are the last ones held. {NO_ANSWERS}")))
