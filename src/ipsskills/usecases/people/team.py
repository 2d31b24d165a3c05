"""Teams: who is in them, who leads, when each was last seen in the field and supervised.

Names and dates only: a page about a team ranks nobody and shows no answers (docs/method.md,
section 8).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ipsskills.codes import EntryKind, Role
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.team import Member, Team, Teams, TeamShown
from ipsskills.folding import spell_same
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.matching import find_same, match_names
from ipsskills.usecases.people.people import by_name, find_person, list_here
from ipsskills.usecases.people.supervisors import is_here, list_supervised, supervisor_here
from ipsskills.usecases.reading.view import ReaderView

MINE = "mine"


def list_teams(desk: Desk) -> Teams:
    """Return the teams by name, and the names of those who are here and in none."""
    with desk.reading() as view:
        people = list_here(view, view.today)
    teams = tuple(_team(members) for _, members in sorted(_by_team(people).items()))
    return Teams(teams=teams, in_no_team=tuple(p.name for p in people if not p.team))


def show_team(desk: Desk, name: str) -> TeamShown:
    """Return a team, by its name or a part of it. Raises NotFound, with candidates if several."""
    with desk.reading() as view:
        members = _find(_by_team(_list_in_teams_like(view, name)), name)
        last = _last_days(view, [person.thing for person in members])
        shown = tuple(_member(view, person, last) for person in members)
    team = _team(members)
    return TeamShown(name=team.name, leaders=team.leaders, members=shown)


def list_members(view: ReaderView, team: str) -> tuple[str, tuple[Person, ...]]:
    """Return what a team is called and who is in it but the reader, by name.

    `MINE` are those whom the reader supervises. Raises NotFound for a team that is not there, with
    candidates if several are meant, and where nobody is in it.
    """
    if team.casefold() == MINE:
        me = find_person(view, None, view.me)
        name, found = MINE, sorted(list_supervised(view, me, view.today), key=by_name)
    else:
        members = _find(_by_team(_list_in_teams_like(view, team)), team)
        name, found = _team(members).name, [each for each in members if each.thing != view.me]
    if not found:
        raise NotFound(
            "You supervise nobody here." if name == MINE else f"Nobody else is in {name}.",
            f"Say who is in which team: {do('people edit', '--help')}",
        )
    return name, tuple(found)


def _list_in_teams_like(view: ReaderView, name: str) -> list[Person]:
    """Return who is here and in the team of this name, or else in one with it in its name."""
    names = {team: team for team in view.team_names()}
    exact = find_same(names, name)
    return _list_in_teams(view, exact) or _list_in_teams(view, match_names(names, name))


def _list_in_teams(view: ReaderView, teams: Sequence[str]) -> list[Person]:
    """Return who is here and in one of these teams, by name; nobody else is read."""
    found = view.current(Person, team=teams) if teams else ()
    themselves = (each for each in found if view.survivor(each.thing) == each.thing)
    return sorted((each for each in themselves if is_here(each.left, view.today)), key=by_name)


def _by_team(people: Iterable[Person]) -> dict[str, list[Person]]:
    """Return people by team; one team's name may be spelt in several ways (`spell_same`)."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.team:
            found[spell_same(person.team)].append(person)
    return found


def _team(members: Iterable[Person]) -> Team:
    people = list(members)
    leaders = tuple(p.name for p in people if p.role is Role.TEAM_LEADER)
    others = tuple(p.name for p in people if p.role is not Role.TEAM_LEADER)
    name = min(person.team or "" for person in people)
    return Team(name=name, leaders=leaders, people=others)


def _find(teams: Mapping[str, list[Person]], name: str) -> list[Person]:
    wanted = spell_same(name)
    called = {team: _team(members).name for team, members in teams.items()}
    near = [wanted] if wanted in teams else match_names(called, name)
    if len(near) == 1:
        return teams[near[0]]
    if near:
        names = ", ".join(sorted(_team(teams[team]).name for team in near))
        raise NotFound(f"'{name}' could be: {names}.", "Type more of the name.")
    raise NotFound(f"There is no team called '{name}' here.", f"See them: {do('team list')}")


def _last_days(view: ReaderView, people: Sequence[str]) -> Mapping[tuple[str, EntryKind], date]:
    """Return the day of the last entry of each kind about each person that was held."""
    kinds = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)
    found: dict[tuple[str, EntryKind], date] = {}
    for entry in view.current(Entry, about=people, kind=kinds, removed=False):
        if not entry.cancelled and entry.on <= view.today:
            key = (view.survivor(entry.about), entry.kind)
            found[key] = max(entry.on, found.get(key, entry.on))
    return found


def _member(
    view: ReaderView,
    person: Person,
    last: Mapping[tuple[str, EntryKind], date],
) -> Member:
    above = supervisor_here(view, person, view.today)
    return Member(
        name=person.name,
        role=person.role,
        supervisor=above.name if above else None,
        mentored=last.get((person.thing, EntryKind.OBSERVATION)),
        supervised=last.get((person.thing, EntryKind.SUPERVISION)),
    )
