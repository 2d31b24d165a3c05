"""Each looks alone first: what this reader is not shown of a person, and the line that says so."""

from dataclasses import dataclass, field, replace

from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.apart import Apart
from ipsskills.pages.words import listed
from ipsskills.record.types import Goal, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.view import ReaderView

FOR_NOW = "kept apart for now"


@dataclass(frozen=True)
class Hidden:
    """What is kept apart, and the line that tells the reader so; "" where nothing is."""

    apart: Apart = field(default_factory=Apart)
    line: str = ""


def hidden_from(work: ReaderView, desk: Desk, person: Person) -> Hidden:
    """Return what the one who works at the desk is not shown of a person now.

    Every page about a person reads through `read_person`, which asks here; nobody else decides.
    """
    apart = work.apart(person.thing)
    return Hidden(apart, _line(work, desk, apart))


def apart_line(desk: Desk, who: str | None) -> str:
    """Return the line for pages that read no answers themselves; "" where nothing is kept apart.

    Raises NotFound for an unknown person.
    """
    with desk.reading() as work:
        return hidden_from(work, desk, find_person(work, who, desk.me)).line


def goal_for(goal: Goal, apart: Apart) -> Goal:
    """Return a goal without words that tell the person's answers on units kept from the reader.

    Why it was chosen may be the note on an answer, and where its units stood are answers.
    """
    return replace(goal, why="", states=()) if apart.own & set(goal.items) else goal


def _line(work: ReaderView, desk: Desk, apart: Apart) -> str:
    if not apart.units:
        return ""
    views = sorted(f"{_whose(work, rater, desk.me)} view" for rater in apart.raters)
    until = f"{listed(views)} {'is' if len(views) == 1 else 'are'} finished"
    return f"Kept apart until {until}: {listed(_names(desk.framework, apart.units))}."


def _whose(work: ReaderView, rater: str, me: str | None) -> str:
    if rater == me:
        return "your"
    try:
        return f"{find_person(work, rater, None).name}'s"
    except NotFound:
        return "the other"


def _names(framework: Framework, units: tuple[str, ...]) -> list[str]:
    """Return the units by name; all of them are simply every unit."""
    every = {unit.id for unit in framework.asked()}
    whole = every <= set(units)
    named = [unit for unit in units if not (whole and unit in every)]
    known = framework.by_id
    told = [f"{unit} {known[unit].short}" if unit in known else unit for unit in named]
    return ["every unit", *told] if whole else told
