"""Puts together what pages speak of: both views of a person, lists, notes and changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ipsskills.codes import AssessmentKind, Code, EntryKind
from ipsskills.errors import NotFound
from ipsskills.framework.scale import Scale
from ipsskills.framework.types import Framework
from ipsskills.method.apart import Apart, leave_out, unit_of, units_of
from ipsskills.method.calendar import older_than
from ipsskills.method.change import Move, moves
from ipsskills.method.current import OLD_AFTER_MONTHS, Pass, Standing, standings
from ipsskills.method.lists import Lists, Views, lists
from ipsskills.pages.words import day, listed
from ipsskills.record.types import Assessment, Entry, Person, State, thing_of_rating
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.apart import hidden_from
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.passes import read_all, read_passes, shared_notes
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class Reading:
    """Everything a page about one person may draw on. ``latest`` is the assessment it speaks of.

    ``framework`` holds the words of that assessment, and ``mine`` is whether the reader is the
    person. ``supervisor`` is whose view the other one is, ``supervisor_on`` the day of the latest.
    ``notes`` are the shared notes on the answers in it, by the thing of the answer. ``apart``
    are the units on which something is kept from this reader while a draft is open, and
    ``apart_line`` says so; what is kept is in nothing else here. ``agreed`` and ``first_look`` are
    lines of their own; beyond "what you bring" no list is drawn from them. Where there is nothing
    but a first look, ``latest`` is that.
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
    agreed: Mapping[str, Standing] = field(default_factory=dict)
    first_look: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def first_look_only(self) -> bool:
        """Whether nothing but a first look is finished."""
        return self.latest.kind is AssessmentKind.FIRST_LOOK


def read_person(
    desk: Desk, who: str | None, *, on: date | None = None, since: date | None = None
) -> Reading:
    """Return what is known about a person on a day (today), and what moved since ``since``.

    Without ``since`` changes are those since the time before. Raises NotFound for an unknown person
    and for one without a finished self-assessment.
    """
    today = on or desk.today
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        passes = read_passes(work, desk.framework, person.thing, until=today)
        if not passes:
            raise nothing_finished(work, desk, person, on)
        hidden = hidden_from(work, desk, person)
        shown = _as_shown(desk, work, person, passes, today, since, hidden.apart)
        evidence = _evidence(work, person, today)
        latest = (shown.own or passes)[0]
        framework = framework_of(work, latest.assessment, desk.framework)
        notes = notes_on(work, person, (*shown.own, *shown.theirs, *shown.agreed, *shown.looks))
        supervisor = _rater(work, shown.theirs)
    views, moved = _views(desk, shown, today, hidden.apart, evidence)
    return Reading(
        person,
        person.thing == desk.me,
        latest.assessment,
        framework,
        latest.on,
        views.own,
        lists(desk.framework, views, today),
        moved,
        views,
        notes,
        supervisor,
        shown.theirs[0].on if shown.theirs else None,
        hidden.apart.units,
        hidden.line,
        standings(desk.framework, shown.agreed, today),
        standings(desk.framework, shown.looks, today),
    )


@dataclass(frozen=True)
class _Shown:
    """The assessments a reader may see: own, those before, the supervisor's, agreed, first look."""

    own: tuple[Pass, ...]
    before: tuple[Pass, ...]
    theirs: tuple[Pass, ...]
    agreed: tuple[Pass, ...]
    looks: tuple[Pass, ...]


def _as_shown(
    desk: Desk,
    work: ReaderView,
    person: Person,
    passes: tuple[Pass, ...],
    today: date,
    since: date | None,
    apart: Apart,
) -> _Shown:
    own = leave_out(passes, apart.own)
    return _Shown(
        own,
        leave_out(_before(desk, work, person, own, since), apart.own),
        leave_out(
            read_passes(work, desk.framework, person.thing, AssessmentKind.SUPERVISOR, today),
            apart.supervisor,
        ),
        agreed_passes(work, person, today, apart),
        _first_look(work, person, today, apart),
    )


def _rater(work: ReaderView, theirs: tuple[Pass, ...]) -> Person | None:
    """Return whose view the other one is."""
    return find_person(work, theirs[0].assessment.rater, None) if theirs else None


def _views(
    desk: Desk, shown: _Shown, today: date, apart: Apart, evidence: Mapping[str, Entry]
) -> tuple[Views, tuple[Move, ...]]:
    """Return both views by unit, and what moved in the person's own."""
    own = standings(desk.framework, shown.own, today)
    moved = moves(standings(desk.framework, shown.before, today), own)
    views = Views(
        own,
        _still_counts(desk, standings(desk.framework, shown.theirs, today)),
        frozenset(m.unit for m in moved if m.up),
        apart.own,
        _elsewhere(standings(desk.framework, shown.looks, today)),
        evidence,
    )
    return views, moved


def read_first_look(desk: Desk, who: str | None, *, on: date | None = None) -> Reading | None:
    """Return what is known about somebody who has finished a first look and nothing else, or None.

    It stands in no list but "what you bring"; nothing counts as asked and left open. Raises
    NotFound for an unknown person.
    """
    today = on or desk.today
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        hidden = hidden_from(work, desk, person)
        looks = _first_look(work, person, today, hidden.apart)
        if not looks:
            return None
        framework = framework_of(work, looks[0].assessment, desk.framework)
        notes = notes_on(work, person, looks)
        evidence = _evidence(work, person, today)
    found = standings(desk.framework, looks, today)
    views = Views({}, apart=hidden.apart.own, elsewhere=_elsewhere(found), evidence=evidence)
    return Reading(
        person,
        person.thing == desk.me,
        looks[0].assessment,
        framework,
        looks[0].on,
        {},
        replace(lists(desk.framework, views, today), not_answered=()),
        (),
        views,
        notes,
        apart=hidden.apart.units,
        apart_line=hidden.line,
        first_look=found,
    )


def agreed_passes(work: ReaderView, person: Person, today: date, apart: Apart) -> tuple[Pass, ...]:
    """Return what was agreed; while either looks alone again, not on those units."""
    found = read_all(work, person.thing, AssessmentKind.AGREED, today)
    return leave_out(found, apart.own | apart.supervisor)


def _first_look(work: ReaderView, person: Person, today: date, apart: Apart) -> tuple[Pass, ...]:
    """Return the latest first look, until it is old."""
    found = read_all(work, person.thing, AssessmentKind.FIRST_LOOK, today)[:1]
    fresh = [look for look in found if not older_than(look.on, OLD_AFTER_MONTHS, today)]
    return leave_out(fresh, apart.own)


def _evidence(work: ReaderView, person: Person, today: date) -> Mapping[str, Entry]:
    """Return the latest evidence on each unit, unless it is old."""
    found = work.current(Entry, about=person.thing, kind=EntryKind.EVIDENCE, removed=False)
    fresh = [e for e in found if e.on <= today and not older_than(e.on, OLD_AFTER_MONTHS, today)]
    fresh.sort(key=lambda entry: (entry.on, entry.at, entry.id))
    return {unit: entry for entry in fresh for unit in entry.items}


def _elsewhere(first_look: Mapping[str, Standing]) -> frozenset[str]:
    """Return the units done elsewhere: the top answer of a first look."""
    return frozenset(u for u, standing in first_look.items() if standing.value is Code.THREE)


def note_on_unit(notes: Mapping[str, str], standing: Standing) -> str | None:
    """Return the shared notes on a unit and on its statements as one, or None."""
    items = (standing.unit, *(rating.item for rating in standing.statements))
    things = [thing_of_rating(standing.assessment, item) for item in items]
    return " / ".join(notes[thing] for thing in things if thing in notes) or None


def basis_words(standing: Standing, scale: Scale) -> str:
    """Return in words what an answer rests on; of answers to statements each kind once."""
    given = {rating.basis.value for rating in standing.rests_on if rating.basis}
    return listed([choice.label.lower() for choice in scale.bases if choice.key in given])


def notes_on(work: ReaderView, person: Person, passes: Iterable[Pass]) -> Mapping[str, str]:
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
    desk: Desk, work: ReaderView, person: Person, passes: tuple[Pass, ...], since: date | None
) -> tuple[Pass, ...]:
    if since is None:
        return passes[1:]
    return read_passes(work, desk.framework, person.thing, until=since)


def _still_counts(desk: Desk, theirs: Mapping[str, Standing]) -> Mapping[str, Standing]:
    """Return the supervisor's answers that pages speak of: none that is old, except on safety.

    There a lower view is always shown, and what is older asks for a talk by itself.
    """
    return {
        unit: standing
        for unit, standing in theirs.items()
        if not standing.old or desk.framework.is_safety(unit)
    }


def nothing_finished(
    work: ReaderView, desk: Desk, person: Person, on: date | None = None
) -> NotFound:
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
