"""Who supervises whom, since when."""

from datetime import date

from ipsskills.codes import Role
from ipsskills.frozen import dataclass
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import current_people, supervisor_of


@dataclass(frozen=True)
class Supervised:
    """One person and who supervises them, since when; ``gone`` is the day that supervisor left."""

    person: str
    team: str | None
    supervisor: str | None
    since: date | None
    gone: date | None = None


def supervision(desk: Desk) -> tuple[Supervised, ...]:
    """Return who supervises those who are here, by supervisor and name.

    Specialists whom nobody is known to supervise come last; others without one are left out.
    """
    rows = []
    with desk.reading() as work:
        for person in current_people(work, desk.today):
            above = supervisor_of(work, person)
            gone = above.left if above and above.left and above.left <= desk.today else None
            if above or person.role is Role.EMPLOYMENT_SPECIALIST:
                name = above.name if above else None
                rows.append(
                    Supervised(person.name, person.team, name, person.supervised_since, gone)
                )
    return tuple(sorted(rows, key=lambda row: (row.supervisor is None, row.supervisor or "")))


def left_behind(desk: Desk, supervisor: str) -> tuple[str, ...]:
    """Return the names of those here whose supervisor, of this name, has left."""
    return tuple(
        row.person for row in supervision(desk) if row.gone and row.supervisor == supervisor
    )
