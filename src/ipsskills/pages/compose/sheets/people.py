"""People and teams as sheets: names and dates, no answers."""

from collections.abc import Sequence

from ipsskills.facts.people import PersonShown, Supervised
from ipsskills.facts.team import Teams, TeamShown
from ipsskills.pages.compose.sheets.rows import make_sheet, pick
from ipsskills.pages.data import Sheet

_PERSON = (
    *("name", "role", "team", "hours", "since", "supervisor", "supervised_since"),
    *("supervisor_later", "supervised_from", "caseload", "leave", "works_best", "left", "also"),
    *("me", "id"),
)
_SUPERVISED = ("person", "team", "supervisor", "since", "gone", "later", "later_from")
_MEMBER = ("name", "role", "supervisor", "mentored", "supervised")


def compose_people_rows(people: Sequence[PersonShown]) -> tuple[Sheet, ...]:
    """Return everybody who is listed, a row each."""
    return (make_sheet("People", _PERSON, [pick(each, _PERSON) for each in people]),)


def compose_supervised(people: Sequence[Supervised]) -> tuple[Sheet, ...]:
    """Return who supervises whom."""
    return (make_sheet("Supervision", _SUPERVISED, [pick(each, _SUPERVISED) for each in people]),)


def compose_team_rows(facts: Teams) -> tuple[Sheet, ...]:
    """Return everybody with their team, those who lead it first; nobody's team is empty."""
    rows = [
        {"team": team.name, "name": name, "leads": leads}
        for team in facts.teams
        for leads, names in ((True, team.leaders), (False, team.people))
        for name in names
    ]
    alone = [{"name": name, "leads": False} for name in facts.in_no_team]
    return (make_sheet("Teams", ("team", "name", "leads"), [*rows, *alone]),)


def compose_members(facts: TeamShown) -> tuple[Sheet, ...]:
    """Return the people of a team."""
    return (make_sheet("Team", _MEMBER, [pick(each, _MEMBER) for each in facts.members]),)
