"""Agreed answers: read, with whom each was agreed, and the reason in the words of who gave it.

In older records the program wrote the other's name behind the reason, as if somebody had said so.
It is taken off again, and read as what it is.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.method.apart import Apart, leave_out
from ipsskills.method.current import Pass
from ipsskills.record.types import Person, thing_of_rating
from ipsskills.usecases.people.whom import name_whom
from ipsskills.usecases.reading.passes import read_all, shared_notes
from ipsskills.usecases.reading.view import ReaderView

_OLD = r"(?s)(?P<why>.*) \(agreed with (?P<whom>.+)\)"


def read_agreed(
    view: ReaderView, person: Person, apart: Apart, on: date | None = None
) -> tuple[Pass, ...]:
    """Return what was agreed; while either looks alone again, not on those units."""
    found = read_all(view, person.thing, AssessmentKind.AGREED, on)
    return leave_out(found, apart.own | apart.supervisor)


def name_agreed(view: ReaderView, person: Person, agreed: Sequence[Pass]) -> Mapping[str, str]:
    """Return with whom a person agreed each answer, by assessment; "" where nobody is named."""
    notes = shared_notes(view, person.thing) if agreed else {}
    return {
        done.assessment.thing: _name_other(view, person, done, _note_on(done, notes))
        for done in agreed
    }


def without_name(note: str) -> str:
    """Return the reason of an agreed answer without the name that was once put behind it."""
    found = re.fullmatch(_OLD, note)
    return found["why"] if found else note


def _name_other(view: ReaderView, person: Person, done: Pass, note: str) -> str:
    """Return the name of the other of the two, whoever of them kept it."""
    if view.survivor(done.assessment.rater) != person.thing:
        return name_whom(view, done.assessment.rater)
    if done.assessment.agreed_with:
        return name_whom(view, done.assessment.agreed_with)
    found = re.fullmatch(_OLD, note)
    return found["whom"] if found else ""


def _note_on(done: Pass, notes: Mapping[str, str]) -> str:
    things = (thing_of_rating(done.assessment.thing, item) for item in done.assessment.scope)
    return next((notes[thing] for thing in things if thing in notes), "")
