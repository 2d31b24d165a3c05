"""The radar chart of one person's view, as facts."""

from datetime import date

from ipsskills.facts.people import PersonNamed
from ipsskills.facts.radar import RadarFacts, RadarUnit
from ipsskills.framework.types import Unit
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, months_in_post
from ipsskills.usecases.reading.person import Reading, get_reading


def read_radar(desk: Desk, who: str | None, *, on: date | None = None) -> RadarFacts:
    """Return what the radar chart of a person shows on a day (today): every unit by domain.

    Areas have no spoke. Raises NotFound for an unknown person and for one with nothing finished.
    """
    with desk.reading() as view:
        return radar_facts(get_reading(view, find_person(view, who, view.me), on=on))


def radar_facts(reading: Reading) -> RadarFacts:
    """Return what a reading comes to as a radar chart."""
    framework, person = reading.framework, reading.person
    names = {domain.slug: domain.name for domain in framework.domains}
    order = [domain.slug for domain in framework.domains]
    units = sorted(framework.asked(), key=lambda unit: order.index(unit.domain))
    return RadarFacts(
        person=PersonNamed(id=person.thing, name=person.name, me=reading.mine),
        role=person.role,
        months_in_post=months_in_post(person, reading.on),
        hours=person.hours,
        on=reading.on,
        units=tuple(_spoke(reading, unit, names[unit.domain]) for unit in units),
        apart=reading.apart,
        scale=framework.scale,
    )


def _spoke(reading: Reading, unit: Unit, domain: str) -> RadarUnit:
    standing = reading.own.get(unit.id)
    return RadarUnit(
        unit=unit.id,
        short=unit.short,
        domain=domain,
        state=standing.state if standing else None,
        apart=unit.id in reading.views.apart,
    )
