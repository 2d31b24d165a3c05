"""How the views a page speaks of were given: entered by somebody else, or beside one set aside."""

from collections.abc import Iterator
from datetime import timedelta

from ipsskills.codes import AssessmentKind
from ipsskills.facts.apart import EnteredView, LookAside
from ipsskills.facts.people import PersonNamed
from ipsskills.record.types import Assessment, Person
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.passes import list_finished, list_set_aside
from ipsskills.usecases.reading.view import ReaderView

SAME_DAYS = 14
"""Within so many days two looks by the same person are of the same time."""

_KINDS = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK, AssessmentKind.SUPERVISOR)


def list_entered(view: ReaderView, person: Person) -> tuple[EnteredView, ...]:
    """Return which of the latest views of a person, one a rater and kind, somebody else entered."""
    return tuple(
        EnteredView(
            by=_name(view, each.rater),
            on=each.finished or each.began,
            entered_by=_name(view, each.author),
            by_form=each.form_version is not None,
        )
        for each in _list_latest(view, person)
        if each.author != each.rater
    )


def list_aside(view: ReaderView, person: Person) -> tuple[LookAside, ...]:
    """Return which views were set aside for the latest of the same rater and kind."""
    near = timedelta(days=SAME_DAYS)
    found = []
    for latest in _list_latest(view, person):
        day = latest.finished or latest.began
        for each in list_set_aside(view, person.thing, latest.kind):
            on = each.finished or each.began
            if each.rater == latest.rater and abs(on - day) <= near:
                found.append(LookAside(by=_name(view, each.rater), on=on, for_=day))
    return tuple(found)


def _list_latest(view: ReaderView, person: Person) -> Iterator[Assessment]:
    """Yield the latest finished assessment of each rater and kind, as far as anything is in it."""
    for kind in _KINDS:
        raters: set[str] = set()
        for each in list_finished(view, person.thing, kind):
            if each.rater not in raters and each.scope:
                raters.add(each.rater)
                yield each


def _name(view: ReaderView, person: str) -> PersonNamed:
    return name_person(view, get_person(view, person))
