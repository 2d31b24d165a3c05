"""Pages about teams: names and dates only."""

from ipsskills.doing import do
from ipsskills.facts.team import Member, Teams, TeamShown
from ipsskills.pages.document import About, Block, Commands, Heading, Page, Table, Text
from ipsskills.pages.words import day, join_words

NO_ANSWERS = "Names and dates only: no page about a team shows answers or ranks anybody."


def compose_teams(found: Teams) -> Page:
    """Return the list of teams: name, who leads it, who is in it; and who is in none."""
    blocks: list[Block] = []
    if found.teams:
        rows = tuple((t.name, ", ".join(t.leaders), ", ".join(t.people)) for t in found.teams)
        blocks.append(Table(("Team", "Led by", "People"), rows))
    if found.in_no_team:
        blocks.append(Text(f"In no team: {join_words(found.in_no_team)}."))
    following = [
        (str(do("team show", person=team.name)), "who, and when last seen")
        for team in found.teams[:1]
    ]
    team = found.teams[0].name if found.teams else "North"
    whom = next(iter(found.in_no_team), None) or "Sam Example"
    say = (str(do("people edit", "--team", team, person=whom)), "say who is in which")
    return Page(
        "Teams",
        (),
        (*blocks, Heading("Next"), Commands((*following, say))),
        about=About("", several=True),
    )


def compose_team(team: TeamShown) -> Page:
    """Return one team: name, supervisor, day of the last field mentoring and supervision held."""
    lead = (
        f"Led by {join_words(team.leaders)}." if team.leaders else "Nobody is named who leads it."
    )
    head = ("Name", "Supervisor", "Field mentoring", "Supervision")
    table = Table(head, tuple(_row(member) for member in team.members))
    note = Text(f"The days are the last ones held. {NO_ANSWERS}")
    return Page(team.name, (lead,), (table, note), about=About(team.name, several=True))


def _row(member: Member) -> tuple[str, str, str, str]:
    mentored = day(member.mentored) if member.mentored else ""
    supervised = day(member.supervised) if member.supervised else ""
    return (member.name, member.supervisor or "", mentored, supervised)
