"""Names somebody's supervisor, and refuses who cannot be it."""

from datetime import date

from ipsskills.codes import Role
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.record.types import Person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import is_here, supervisor_on, tenure_on
from ipsskills.usecases.reading.view import ReaderView


def name_supervisor(view: ReaderView, person: Person, name: str, day: date) -> dict[str, object]:
    """Return the fields that say who supervises a person from a day on.

    ``name`` is found kindly; somebody who supervises them already does so since the day that was
    said then. Raises NotFound, and InvalidInput for oneself, for somebody who has left, and where
    the person supervises that one.
    """
    supervisor = find_person(view, name, view.me, Role.TEAM_LEADER)
    if supervisor.thing == person.thing:
        raise InvalidInput("Nobody supervises themselves.", "Name somebody else.")
    if not is_here(supervisor.left, view.today):
        raise InvalidInput(f"{supervisor.name} has left.", "Name somebody who is here.")
    above, passed = supervisor_on(view, supervisor, day), set[str]()
    while above and above.thing not in passed:
        if above.thing == person.thing:
            raise InvalidInput(
                f"{person.name} supervises {supervisor.name}, so it cannot be the other way "
                "round as well.",
                f"See: {do('people supervision')}",
            )
        passed.add(above.thing)
        above = supervisor_on(view, above, day)
    now = tenure_on(view, person, day)
    same = now is not None and supervisor == supervisor_on(view, person, day)
    since = now.since if now and same else day
    return {"supervisor": supervisor.thing, "supervised_since": since}
