"""Puts together what pages speak of: both views of a person, lists, notes and changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.apart import Apart, unit_of, units_of, without
from ipsskills.method.change import Move, moves
from ipsskills.method.current import Pass, Standing, standings
from ipsskills.method.lists import Lists, Views, lists
from ipsskills.method.pairs import PAIRED_WITHIN_DAYS
from ipsskills.pages.words import day
from ipsskills.record.types import Assessment, Person, State, thing_of_rating
from ipsskills.record.work import Work
from ipsskills.usecases.apart import hidden_from
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.frameworks import framework_of
from ipsskills.usecases.passes import read_passes, shared_notes
from ipsskills.usecases.people import find_person


@dataclass(frozen=True)
class Reading:
    """Everything a page about one person may draw on. ``latest`` is the assessment it speaks of.

    ``framework`` holds the words of that assessment, and ``mine`` is whether the reader is the
    person. ``supervisor`` is the supervisor's latest, if it is near enough in time to be set beside
    it. ``notes`` are the shared notes on the answers in it, by the thing of the answer. ``apart``
    are the units on which something is kept from this reader while a draft is open, and
    ``apart_line`` says so; what is kept is in nothing else here.
    """

    person: Person
    mine: bool
    latest: Assessment
    framework: Framework
    on: date
    own: Mapping[str, Standing]
    lists: Lists
    moved: tuple[Move, ...]
    views: Views
    notes: Mapping[str, str]
    supervisor: Person | None = None
    supervisor_on: date | None = None
    apart: tuple[str, ...] = ()
    apart_line: str = ""


def read_person(
    desk: Desk, who: str | None, *, on: date | None = None, since: date | None = None
) -> Reading:
    """Return what is known about a person on a day (today), and what moved since ``since``.

    Without ``since`` changes are those since the time before. Raises NotFound for an unknown person
    and for one without a finished self-assessment.
    """
    today = on or desk.today
    with desk.store.reading() as work:
        person = find_person(work, who, desk.me)
        passes = read_passes(work, desk.framework, person.thing, until=today)
        if not passes:
            raise nothing_finished(work, desk, person, on)
        hidden = hidden_from(work, desk, person)
        shown = without(passes, hidden.apart.own)
        latest = (shown or passes)[0]
        framework = framework_of(work, latest.assessment, desk.framework)
        own = standings(desk.framework, shown, today)
        earlier = _before(desk, work, person, shown, since)
        before = standings(desk.framework, without(earlier, hidden.apart.own), today)
        theirs = _supervisor_passes(desk, work, person, latest, today, hidden.apart)
        notes = notes_on(work, person, (*shown, *theirs))
        supervisor = find_person(work, theirs[0].assessment.rater, None) if theirs else None
    moved = moves(before, own)
    views = Views(
        own,
        standings(desk.framework, theirs, today),
        frozenset(m.unit for m in moved if m.up),
        hidden.apart.own,
    )
    return Reading(
        person,
        person.thing == desk.me,
        latest.assessment,
        framework,
        latest.on,
        own,
        lists(desk.framework, views, today),
        moved,
        views,
        notes,
        supervisor,
        theirs[0].on if theirs else None,
        hidden.apart.units,
        hidden.line,
    )


def notes_on(work: Work, person: Person, passes: Iterable[Pass]) -> Mapping[str, str]:
    """Return the shared notes on what was asked in assessments, by the thing of the answer."""
    asked = {
        thing_of_rating(done.assessment.thing, unit)
        for done in passes
        for unit in units_of(done.assessment.scope)
    }
    notes = shared_notes(work, person.thing)
    return {on: text for on, text in notes.items() if _unit_in_pass(on) in asked}


def _unit_in_pass(subject: str) -> str:
    """Return the assessment and unit of what a note is on: a statement's is its unit's."""
    assessment, _, item = subject.partition("/")
    return thing_of_rating(assessment, unit_of(item))


def _before(
    desk: Desk, work: Work, person: Person, passes: tuple[Pass, ...], since: date | None
) -> tuple[Pass, ...]:
    if since is None:
        return passes[1:]
    return read_passes(work, desk.framework, person.thing, until=since)


def _supervisor_passes(
    desk: Desk, work: Work, person: Person, latest: Pass, today: date, apart: Apart
) -> tuple[Pass, ...]:
    """Return the supervisor's view as far as it may be shown, unless it is too far in time."""
    found = without(
        read_passes(work, desk.framework, person.thing, AssessmentKind.SUPERVISOR, today),
        apart.supervisor,
    )
    near = found and abs((found[0].on - latest.on).days) <= PAIRED_WITHIN_DAYS
    return found if near else ()


def nothing_finished(work: Work, desk: Desk, person: Person, on: date | None = None) -> NotFound:
    """Return what is said where a person has no finished self-assessment (on a day)."""
    mine = person.thing == desk.me
    own = work.current(Assessment, about=person.thing, kind=AssessmentKind.SELF)
    if on and any(a.state is State.FINISHED for a in own):
        return NotFound(
            f"{person.name} had no finished assessment on {day(on)} yet.", "Name a later day."
        )
    if any(a.state is State.DRAFT for a in own):
        return NotFound(
            f"{person.name} has an assessment that is not finished yet.",
            "Go on with it: ipsskills assess" if mine else "It can be shown once it is finished.",
        )
    return NotFound(
        f"{person.name} has no finished assessment yet.",
        "Begin one: ipsskills assess" if mine else "They begin one with: ipsskills assess",
    )
