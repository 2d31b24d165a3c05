"""Teams: who is in them, who leads, when each was last seen in the field and supervised.

Names and dates only: a page about a team ranks nobody and shows no answers (docs/method.md,
section 8).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from ipsskills.codes import EntryKind, Role
from ipsskills.errors import NotFound
from ipsskills.frozen import dataclass
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import current_people, folded, supervisor_here
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class Team:
    """A team: its name, who leads it, and everybody else in it, by name."""

    name: str
    leaders: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class Member:
    """Somebody in a team; the days are those of the last field mentoring and supervision held."""

    name: str
    role: str
    supervisor: str | None
    mentored: date | None
    supervised: date | None


@dataclass(frozen=True)
class TeamShown:
    """One team in full, by name."""

    name: str
    leaders: tuple[str, ...]
    members: tuple[Member, ...]


def list_teams(desk: Desk) -> tuple[tuple[Team, ...], tuple[str, ...]]:
    """Return the teams by name, and the names of those who are here and in none."""
    with desk.reading() as work:
        people = current_people(work, desk.today)
    teams = tuple(_team(members) for _, members in sorted(_by_team(people).items()))
    return teams, tuple(person.name for person in people if not person.team)


def show_team(desk: Desk, name: str) -> TeamShown:
    """Return a team, by its name or a part of it. Raises NotFound, with candidates if several."""
    with desk.reading() as work:
        members = _find(_by_team(current_people(work, desk.today)), name)
        last = _last_days(work, [person.thing for person in members], desk.today)
        shown = tuple(_member(work, person, last, desk.today) for person in members)
    team = _team(members)
    return TeamShown(team.name, team.leaders, shown)


def _by_team(people: Iterable[Person]) -> dict[str, list[Person]]:
    """Return people by team; teams are the same whose names only differ in capitals."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.team:
            found[folded(person.team)].append(person)
    return found


def _team(members: Iterable[Person]) -> Team:
    people = list(members)
    leaders = tuple(p.name for p in people if p.role is Role.TEAM_LEADER)
    others = tuple(p.name for p in people if p.role is not Role.TEAM_LEADER)
    return Team(min(person.team or "" for person in people), leaders, others)


def _find(teams: Mapping[str, list[Person]], name: str) -> list[Person]:
    wanted = folded(name)
    near = [wanted] if wanted in teams else [team for team in teams if wanted and wanted in team]
    if len(near) == 1:
        return teams[near[0]]
    if near:
        names = ", ".join(sorted(_team(teams[team]).name for team in near))
        raise NotFound(f"'{name}' could be: {names}.", "Type more of the name.")
    raise NotFound(f"There is no team called '{name}' here.", "See them: ipsskills team list")


def _last_days(
    work: ReaderView, people: list[str], today: date
) -> Mapping[tuple[str, EntryKind], date]:
    """Return the day of the last entry of each kind about each person that was held."""
    kinds = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)
    found: dict[tuple[str, EntryKind], date] = {}
    for entry in work.current(Entry, about=people, kind=kinds, removed=False):
        if not entry.cancelled and entry.on <= today:
            key = (work.survivor(entry.about), entry.kind)
            found[key] = max(entry.on, found.get(key, entry.on))
    return found


def _member(
    work: ReaderView, person: Person, last: Mapping[tuple[str, EntryKind], date], today: date
) -> Member:
    supervisor = supervisor_here(work, person, today)
    return Member(
        person.name,
        person.role,
        supervisor.name if supervisor else None,
        last.get((person.thing, EntryKind.OBSERVATION)),
        last.get((person.thing, EntryKind.SUPERVISION)),
    )
