"""What is told of teams: names and dates, no answers."""

from datetime import date

from ipsskills.codes import Role
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class Team:
    """A team: its name, who leads it, and everybody else in it, by name."""

    name: str
    leaders: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Teams:
    """The teams by name, and the names of those who are here and in none."""

    teams: tuple[Team, ...]
    in_no_team: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody in a team; the days are those of the last field mentoring and supervision held."""

    name: str
    role: Role
    supervisor: str | None
    mentored: date | None
    supervised: date | None


@dataclass(frozen=True, kw_only=True)
class TeamShown:
    """One team in full, by name."""

    name: str
    leaders: tuple[str, ...]
    members: tuple[Member, ...]
