"""Puts together what pages speak of: both views of a person, lists, notes and changes."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date

from ipsskills.codes import AssessmentKind, Code, EntryKind
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.apart import Apart, leave_out, unit_of, units_of
from ipsskills.method.calendar import older_than
from ipsskills.method.change import Move, list_moves
from ipsskills.method.current import OLD_AFTER_MONTHS, Pass, Standing, find_standings
from ipsskills.method.lists import Lists, Views, make_lists
from ipsskills.method.marks import list_standing
from ipsskills.record.types import Assessment, Entry, Person, thing_of_rating
from ipsskills.usecases.reading.agreed import name_agreed, read_agreed, without_name
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.held import list_held
from ipsskills.usecases.reading.marks import BothMarks
from ipsskills.usecases.reading.passes import read_all, read_passes, shared_notes
from ipsskills.usecases.reading.raters import name_raters, read_raters
from ipsskills.usecases.reading.shown import ShownPasses, view_as_finished
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Everything a page about one person may draw on. ``latest`` is the assessment it speaks of.

    ``framework`` holds the words of that assessment, ``mine`` is whether the reader is the person.
    ``supervisor`` is whose view a page names first, ``supervisor_on`` the day of the latest of it;
    on some units it may be somebody else's: ``raters`` are all of them, by id. ``leader`` is who
    supervises the person now, or where nobody does, the first. ``notes`` are the shared notes on
    the answers in it, by the thing of the answer. ``apart`` says what is kept from this reader
    while a draft is open; it is in nothing else here. ``agreed`` and ``first_look`` are lines of
    their own (``agreed_with`` names the other of the two, by assessment); beyond "what you bring"
    no list is drawn from them. Where there is nothing but a first look, ``latest`` is that.
    ``shown`` are the assessments it rests on, ``marks`` when units were marked, ``markers`` the ids
    of the supervisors whose mark on a unit still stands.
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
    apart: KeptApart
    supervisor: Person | None = None
    supervisor_on: date | None = None
    raters: Mapping[str, PersonNamed] = field(default_factory=dict)
    leader: PersonNamed | None = None
    agreed: Mapping[str, Standing] = field(default_factory=dict)
    agreed_with: Mapping[str, str] = field(default_factory=dict)
    first_look: Mapping[str, Standing] = field(default_factory=dict)
    shown: ShownPasses = field(default_factory=ShownPasses)
    marks: BothMarks = field(default_factory=BothMarks)
    markers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def first_look_only(self) -> bool:
        """Whether the person has finished no more than a first look, or not even that."""
        return self.latest.kind is not AssessmentKind.SELF


def get_reading(
    view: ReaderView, person: Person, *, on: date | None = None, since: date | None = None
) -> Reading:
    """Return what is known about a person on a day (now), and what moved since ``since``.

    Without ``since`` changes are those since the time before. Raises NotFound for one without a
    finished self-assessment.
    """
    if found := find_reading(view, person, on=on, since=since):
        return found
    raise nothing_finished(view, person, on)


def find_reading(
    view: ReaderView, person: Person, *, on: date | None = None, since: date | None = None
) -> Reading | None:
    """Return what `get_reading` does, or None for one without a finished self-assessment.

    Only a day that is asked for leaves out what was finished later: the clock here may be behind
    that of where it was finished.
    """
    today, passes = on or view.today, read_passes(view, view.framework, person.thing, until=on)
    if not passes:
        return None
    shown = _read_shown(view, person, passes, on, since)
    latest = (shown.own or passes)[0]
    marks = shown.read_marks(view, on)
    views, moved, markers = _read_views(view, person, shown, marks, on)
    rater, first = shown.raters.find_rater(view), shown.raters.first
    raters = name_raters(view, views.supervisor.values(), [rater] if rater else [], markers)
    return Reading(
        person=person,
        mine=person.thing == view.me,
        latest=latest.assessment,
        framework=framework_of(view, latest.assessment, view.framework),
        on=latest.on,
        own=views.own,
        lists=make_lists(view.framework, views, today),
        moved=moved,
        views=views,
        notes=notes_on(view, person, shown.every),
        apart=tell_apart(view, person),
        supervisor=rater,
        supervisor_on=first.on if first else None,
        raters=raters,
        leader=shown.raters.name_leader(view, raters),
        agreed=find_standings(view.framework, shown.agreed, today),
        agreed_with=name_agreed(view, person, shown.agreed),
        first_look=find_standings(view.framework, shown.looks, today),
        shown=shown,
        marks=marks,
        markers=markers,
    )


def _read_shown(
    view: ReaderView,
    person: Person,
    passes: tuple[Pass, ...],
    on: date | None,
    since: date | None,
) -> ShownPasses:
    apart, about = view.apart(person.thing), person.thing
    own = leave_out(passes, apart.own)
    before = own[1:] if since is None else read_passes(view, view.framework, about, until=since)
    raters = read_raters(view, person, on or view.today, on)
    return ShownPasses(
        own=own,
        before=leave_out(before, apart.own),
        raters=replace(raters, passes=leave_out(raters.passes, apart.supervisor)),
        agreed=read_agreed(view, person, apart, on),
        looks=read_first_look(view, person, apart, on),
    )


def _read_views(
    view: ReaderView, person: Person, shown: ShownPasses, marks: BothMarks, on: date | None
) -> tuple[Views, tuple[Move, ...], Mapping[str, tuple[str, ...]]]:
    """Return both views by unit, what moved in the person's own, and whose marks still stand."""
    today, held = on or view.today, list_held(view, person.thing, on)
    own, theirs = shown.find_standings(view.framework, today)
    moved = list_moves(find_standings(view.framework, shown.before, today), own)
    views = Views(
        own=own,
        supervisor=theirs,
        moved_up=frozenset(m.unit for m in moved if m.up),
        apart=view.apart(person.thing).own,
        elsewhere=_elsewhere(find_standings(view.framework, shown.looks, today)),
        evidence=_evidence(view, person, on),
        own_marks=list_standing(marks.own, held),
        their_marks=list_standing(marks.theirs, held),
        then=view_as_finished(view, shown, today),
    )
    return views, moved, marks.list_markers(held)


def find_first_look(view: ReaderView, person: Person, *, on: date | None = None) -> Reading | None:
    """Return what is known about somebody who has finished a first look and nothing else, or None.

    The look itself stands in no list but "what you bring"; nothing counts as asked and left open. A
    supervisor's view stands where it would beside any other look. Marks of both are marks.
    """
    found = find_beginning(view, person, on=on)
    return found if found and found.shown.looks else None


def find_beginning(view: ReaderView, person: Person, *, on: date | None = None) -> Reading | None:
    """Return what is known before a look at all units: a first look, a supervisor's view, or both.

    None where there is neither.
    """
    today, apart = on or view.today, view.apart(person.thing)
    looks = read_first_look(view, person, apart, on)
    raters = read_raters(view, person, today, on)
    raters = replace(raters, passes=leave_out(raters.passes, apart.supervisor))
    if not (done := looks or raters.passes):
        return None
    shown = ShownPasses(looks=looks, raters=raters)
    marks = shown.read_marks(view, on)
    views, _, markers = _read_views(view, person, shown, marks, on)
    rater, first = raters.find_rater(view), raters.first
    named = name_raters(view, views.supervisor.values(), [rater] if rater else [], markers)
    return Reading(
        person=person,
        mine=person.thing == view.me,
        latest=done[0].assessment,
        framework=framework_of(view, done[0].assessment, view.framework),
        on=done[0].on,
        own={},
        lists=replace(make_lists(view.framework, views, today), not_answered=()),
        moved=(),
        views=views,
        notes=notes_on(view, person, shown.every),
        apart=tell_apart(view, person),
        supervisor=rater,
        supervisor_on=first.on if first else None,
        raters=named,
        leader=raters.name_leader(view, named),
        first_look=find_standings(view.framework, looks, today),
        shown=shown,
        marks=marks,
        markers=markers,
    )


def read_first_look(
    view: ReaderView, person: Person, apart: Apart, on: date | None = None
) -> tuple[Pass, ...]:
    """Return the latest first look as far as it may be shown, until it is old."""
    found, today = read_all(view, person.thing, AssessmentKind.FIRST_LOOK, on)[:1], on or view.today
    fresh = [look for look in found if not older_than(look.on, OLD_AFTER_MONTHS, today)]
    return leave_out(fresh, apart.own)


def _evidence(view: ReaderView, person: Person, on: date | None) -> Mapping[str, Entry]:
    """Return the latest evidence on each unit, unless it is old."""
    found = view.current(Entry, about=person.thing, kind=EntryKind.EVIDENCE, removed=False)
    there, today = [e for e in found if on is None or e.on <= on], on or view.today
    fresh = [e for e in there if not older_than(e.on, OLD_AFTER_MONTHS, today)]
    fresh.sort(key=lambda entry: (entry.on, entry.at, entry.id))
    return {unit: entry for entry in fresh for unit in entry.items}


def _elsewhere(first_look: Mapping[str, Standing]) -> frozenset[str]:
    """Return the units done elsewhere: the top answer of a first look."""
    return frozenset(u for u, standing in first_look.items() if standing.value is Code.THREE)


def notes_on(view: ReaderView, person: Person, passes: Sequence[Pass]) -> Mapping[str, str]:
    """Return the shared notes on what was asked in assessments, by the thing of the answer."""
    asked = {
        thing_of_rating(done.assessment.thing, unit)
        for done in passes
        for unit in units_of(done.assessment.scope)
    }
    agreed = {p.assessment.thing for p in passes if p.assessment.kind is AssessmentKind.AGREED}
    notes = shared_notes(view, person.thing)
    return {
        on: without_name(text) if on.partition("/")[0] in agreed else text
        for on, text in notes.items()
        if _unit_in_pass(on) in asked
    }


def _unit_in_pass(subject: str) -> str:
    """Return the assessment and unit of what a note is on: a statement's is its unit's."""
    assessment, _, item = subject.partition("/")
    return thing_of_rating(assessment, unit_of(item))
