"""Whom somebody supervises, as their first page tells it: names and days, no answers."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ipsskills.codes import AssessmentKind, Role
from ipsskills.doing import Do, do
from ipsskills.facts.due import DueItem, DueKind
from ipsskills.facts.home import Supervisee
from ipsskills.record.types import Assessment, Person, State
from ipsskills.usecases.people.people import by_name
from ipsskills.usecases.people.supervisors import list_supervised
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.reports.with_supervisor import lead_back

_THEIR_OWN = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)


def list_supervisees(view: ReaderView, supervisor: Person) -> tuple[Supervisee, ...]:
    """Return those whom somebody supervises today, by name; their looks are read all at once."""
    people = sorted(list_supervised(view, supervisor, view.today), key=by_name)
    found = view.current(Assessment, about=[p.thing for p in people]) if people else ()
    kept = [each for each in found if each.set_aside is None]
    mine, back = view.ids_of(supervisor.thing), lead_back(view, people)
    told = []
    for person in people:
        about = [each for each in kept if view.survivor(each.about) == person.thing]
        told.append(replace(_tell(person.name, about, mine), send=back.get(person.thing)))
    return tuple(told)


def _tell(name: str, about: Sequence[Assessment], mine: Collection[str]) -> Supervisee:
    viewed = [
        each for each in about if each.kind is AssessmentKind.SUPERVISOR and each.rater in mine
    ]
    return Supervisee(
        name=name,
        looked=_last_finished(each for each in about if each.kind in _THEIR_OWN),
        first_look=not any(e.finished for e in about if e.kind is AssessmentKind.SELF)
        and any(e.finished for e in about if e.kind is AssessmentKind.FIRST_LOOK),
        viewed=_last_finished(viewed),
        viewing=any(each.state is State.DRAFT for each in viewed),
    )


def _last_finished(looks: Iterable[Assessment]) -> date | None:
    return max((each.finished for each in looks if each.finished), default=None)


def lead_supervisor(
    supervisor: Person, supervisees: Sequence[Supervisee], due: Iterable[DueItem]
) -> Iterator[Do]:
    """Yield what a supervisor may do next; a team leader who supervises nobody adds people first.

    That is their own look at the first who waits for it (those with no more than a first look,
    which is shown at once, come after the others), what goes back to the first who has not had it,
    the hour that comes next, and a form for the first of whom nothing is here.
    """
    if not supervisees and supervisor.role is Role.TEAM_LEADER:
        yield do("people add", "--help")
        yield do("share in", "--help")
    waiting = sorted((e for e in supervisees if e.waits), key=lambda each: each.first_look)
    yield from (do("assess", "--as", "supervisor", person=e.name) for e in waiting[:1])
    yield from [each.send for each in supervisees if each.send][:1]
    names = {each.name for each in supervisees}
    coming = [item.who for item in due if item.what is DueKind.SUPERVISION and item.who in names]
    yield from (do("agenda", person=name) for name in coming[:1])
    unseen = [each.name for each in supervisees if each.looked is None]
    yield from (do("form", "--for", name, "-o", "look.html") for name in unseen[:1])
