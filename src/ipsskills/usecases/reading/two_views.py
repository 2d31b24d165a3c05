"""Reads two views of one person as they were when each was finished, to be set side by side."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from functools import partial

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.apart import leave_out
from ipsskills.method.calendar import older_than
from ipsskills.method.current import OLD_AFTER_MONTHS, Pass, Standing, find_standings
from ipsskills.method.pairs import PAIRED_WITHIN_DAYS, Alone, Paired, pair_up, set_beside
from ipsskills.pages.words import day
from ipsskills.record.types import Person
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.reading.agreed import name_agreed, read_agreed
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.held import list_held
from ipsskills.usecases.reading.marks import BothMarks
from ipsskills.usecases.reading.passes import at_finish, list_finished, read_pass, read_passes
from ipsskills.usecases.reading.person import notes_on, read_first_look
from ipsskills.usecases.reading.raters import Raters, name_raters, read_raters
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class RatersView:
    """One side's view: by unit as it was when finished, and as it stands ``now``.

    ``rater`` is whose it is; on some units it may be another supervisor's. ``on`` is the day of
    the latest assessment that may be shown; None where none may. ``markers`` are the ids of those
    whose mark on a unit to bring to supervision still stands.
    """

    rater: Person
    on: date | None
    then: Mapping[str, Standing]
    now: Mapping[str, Standing]
    markers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def corrected(self) -> tuple[str, ...]:
        """The units whose answer was put right after the assessment was finished."""
        same = {u for u in self.then if self.now[u].assessment == self.then[u].assessment}
        return tuple(u for u in self.then if u in same and self.now[u].state != self.then[u].state)


@dataclass(frozen=True, kw_only=True)
class BothViews:
    """Both views of a person, paired; ``notes`` are the shared ones, by the thing of the answer.

    ``mine`` is whether the reader is the person, ``first_look`` whether their own is no more than
    that; ``agreed`` is what the two agreed, by unit; ``raters`` are all whose answers are shown, by
    id, ``leader`` is who supervises the person, and ``agreed_with`` names the other of the two who
    agreed, by assessment.
    """

    person: Person
    mine: bool
    framework: Framework
    own: RatersView
    theirs: RatersView
    paired: Paired
    notes: Mapping[str, str]
    apart: KeptApart
    agreed: Mapping[str, Standing]
    raters: Mapping[str, PersonNamed]
    agreed_with: Mapping[str, str]
    leader: PersonNamed | None = None
    first_look: bool = False


def read_both_views(
    view: ReaderView,
    person: Person,
    *,
    own_on: date | None = None,
    theirs_on: date | None = None,
) -> BothViews:
    """Return both views of a person, the latest of each or those finished on days that are named.

    Raises NotFound where one of them is missing, and where they are too far apart in time to be set
    beside each other without being named.
    """
    apart, mine = view.apart(person.thing), person.thing == view.me
    own, theirs = _read_own(view, person, own_on), _read_theirs(view, person, theirs_on)
    look = () if own else read_first_look(view, person, apart)
    _refuse_missing(view, person, own or look, theirs)
    framework = framework_of(view, (own or look)[0].assessment, view.framework)
    own, rater = leave_out(own, apart.own) or look, theirs.find_rater(view) or person
    theirs = replace(theirs, passes=leave_out(theirs.passes, apart.supervisor))
    one = _as_view(view, person, person, Raters(own, None))
    other = _as_view(view, person, rater, theirs)
    find = set_beside if look else partial(pair_up, named=None not in (own_on, theirs_on))
    paired = find(one.then, other.then)
    _refuse_far(view, person, one, other, paired)
    agreed = read_agreed(view, person, apart)
    return BothViews(
        person=person,
        mine=mine,
        framework=framework,
        own=one,
        theirs=other,
        paired=paired,
        first_look=bool(look),
        notes=notes_on(view, person, (*own, *theirs.passes)),
        apart=tell_apart(view, person),
        agreed=find_standings(view.framework, agreed, view.today),
        raters=name_raters(view, other.then.values(), [rater]),
        leader=theirs.name_leader(view, {}),
        agreed_with=name_agreed(view, person, agreed),
    )


def has_looked(view: ReaderView, person: str) -> bool:
    """Whether a person (an id) has finished a look at their own practice, if only a first one."""
    own = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)
    return any(list_finished(view, person, kind) for kind in own)


def has_both_views(view: ReaderView, person: str) -> bool:
    """Whether the person and a supervisor have finished, and nothing is kept apart from the reader.

    Then the two stand side by side.
    """
    theirs = list_finished(view, person, AssessmentKind.SUPERVISOR)
    return bool(theirs) and has_looked(view, person) and not view.apart(person).units


def _refuse_missing(
    view: ReaderView, person: Person, own: tuple[Pass, ...], theirs: Raters
) -> None:
    """Raise NotFound where one of the two has finished nothing."""
    if not own:
        raise nothing_finished(view, person)
    if not theirs.passes:
        leader = get_person(view, theirs.supervisor).name if theirs.supervisor else None
        raise no_view(person, leader, mine=person.thing == view.me)


def _read_own(view: ReaderView, person: Person, on: date | None) -> tuple[Pass, ...]:
    """Return a person's finished assessments, or the one of a day. Raises NotFound for the day."""
    if on is None:
        return read_passes(view, view.framework, person.thing)
    return _read_named(view, person, AssessmentKind.SELF, on)


def _read_theirs(view: ReaderView, person: Person, on: date | None) -> Raters:
    """Return what supervisors finished, or the one of a day. Raises NotFound for the day."""
    if on is None:
        return read_raters(view, person, view.today)
    return Raters(_read_named(view, person, AssessmentKind.SUPERVISOR, on), None)


def _read_named(
    view: ReaderView, person: Person, kind: AssessmentKind, on: date
) -> tuple[Pass, ...]:
    """Return the assessment that was finished on a day. Raises NotFound."""
    if found := read_pass(view, person.thing, kind, on):
        return found
    days = dict.fromkeys(a.finished for a in list_finished(view, person.thing, kind) if a.finished)
    known = ", ".join(each.isoformat() for each in days)
    whose = "own view" if kind is AssessmentKind.SELF else "supervisor's view"
    raise NotFound(
        f"No {whose} of {person.name} was finished on {day(on)}.",
        f"There is one of: {known}." if known else f"See: {do('compare', '--help')}",
    )


def _as_view(view: ReaderView, person: Person, rater: Person, found: Raters) -> RatersView:
    then = replace(found, passes=tuple(at_finish(view, done) for done in found.passes))
    held = list_held(view, person.thing)
    return RatersView(
        rater=rater,
        on=found.first.on if found.first else None,
        then=then.find_standings(view.framework, view.today),
        now=found.find_standings(view.framework, view.today),
        markers=BothMarks(by_rater=found.read_marks(view)).list_markers(held),
    )


def no_view(person: Person, leader: str | None, *, mine: bool) -> NotFound:
    """Return what is said where no supervisor's view of a person is finished.

    Of oneself there is none to give: whoever supervises the person, the ``leader`` if there is one,
    gives it at this computer by name, on a form, or at their own computer.
    """
    form = do("form", "-o", "view.html", "--for", person.name, "--supervisor")
    if not mine:
        begin = do("assess", "--as", "supervisor", person=person.name)
        return NotFound(
            f"There is no finished view of a supervisor on {person.name} yet.",
            f"Whoever supervises them begins one with: {begin}\nOr gives it on a form: {form}",
        )
    words = ("--as", "supervisor", "--by", leader) if leader else ("--help",)
    here = do("assess", *words, person=person.name if leader else None)
    who = leader or "Whoever supervises you"
    return NotFound(
        "There is no finished view of a supervisor on you yet.",
        f"{who} can give it here, on a form, or in ipsskills of their own.\n"
        f"Here, at this computer{'' if leader else ', with --by'}: {here}\n"
        f"On a form: {form}\n"
        f"What they send back comes in by: {do('share in', 'Downloads')}",
    )


def _refuse_far(
    view: ReaderView,
    person: Person,
    own: RatersView,
    theirs: RatersView,
    paired: Paired,
) -> None:
    """Raise NotFound where nothing can be set side by side only because of the days.

    Those are the days that a page names: where one of several supervisors' views is older, the page
    says so of each unit.
    """
    whys = {lone.why for lone in paired.alone} & {Alone.FAR_IN_TIME, Alone.OLD}
    if paired.pairs or not whys or own.on is None or theirs.on is None:
        return
    mine = person.thing == view.me
    if abs((own.on - theirs.on).days) > PAIRED_WITHIN_DAYS:
        said = (
            f"The two views are more than {PAIRED_WITHIN_DAYS} days apart: {person.name}, "
            f"{day(own.on)}; {theirs.rater.name}, {day(theirs.on)}."
        )
    elif older_than(theirs.on, OLD_AFTER_MONTHS, view.today):
        whose = "Your" if theirs.rater.thing == view.me else f"{theirs.rater.name}'s"
        said = f"{whose} view of {day(theirs.on)} is more than {OLD_AFTER_MONTHS} months old."
    else:
        return
    first, second = (own.on, theirs.on) if mine else (theirs.on, own.on)
    days = ("--mine", first.isoformat(), "--theirs", second.isoformat())
    raise NotFound(
        said,
        "To set them side by side all the same: "
        f"{do('compare', *days, person=None if mine else person.name)}",
    )
