"""Finds what still asks for a talk today: low answers about safety that were not talked about yet.

The report has its line until somebody answers again; a reminder ends once there was a talk.
"""

from ipsskills.facts.due import TalkToday
from ipsskills.method.safety import SafetyCase
from ipsskills.record.types import Person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.held import list_held
from ipsskills.usecases.reading.person import find_reading
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.supervision.moving_on import move_on


def find_talk_today(view: ReaderView, person: Person) -> TalkToday | None:
    """Return the units whose safety line asks a person to talk today; None where none does.

    A unit that was talked about in a supervision that was held, after whatever was answered last,
    is left out: as on an agenda, it rests.
    """
    reading = find_reading(view, person)
    if reading is None:
        return None
    lists = reading.lists
    asking = [line.unit for line in lists.safety if line.case is SafetyCase.TALK_TODAY]
    asking += [low.unit for low in lists.low]
    if not asking:
        return None
    resting = move_on(view, reading, list_held(view, person.thing))
    units = [unit for unit in dict.fromkeys(asking) if resting.find_rest(unit) is None]
    if not units:
        return None
    return TalkToday(
        person=name_person(view, person),
        leader=reading.leader,
        units=tuple(units),
        names={unit: view.framework.by_id[unit].short for unit in units},
        wording=view.framework.scale.safety,
    )
