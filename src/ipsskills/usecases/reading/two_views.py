"""Reads two views of one person as they were when each was finished, to be set side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.errors import NotFound
from ipsskills.framework.types import Framework
from ipsskills.method.apart import leave_out
from ipsskills.method.current import Pass, Standing, standings
from ipsskills.method.pairs import PAIRED_WITHIN_DAYS, Alone, Paired, pair_up
from ipsskills.pages.words import day, typed
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.apart import Hidden, hidden_from
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.passes import at_finish, finished, read_pass, read_passes
from ipsskills.usecases.reading.person import agreed_passes, notes_on, nothing_finished
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class View:
    """One rater's view: by unit as it was when finished, and as it stands ``now``.

    ``on`` is the day of the latest assessment that may be shown; None where none may.
    """

    rater: Person
    on: date | None
    then: Mapping[str, Standing]
    now: Mapping[str, Standing]

    @property
    def corrected(self) -> tuple[str, ...]:
        """The units whose answer was put right after the assessment was finished."""
        return tuple(u for u in self.then if self.now[u].state != self.then[u].state)


@dataclass(frozen=True)
class TwoViews:
    """Both views of a person, paired; ``notes`` are the shared ones, by the thing of the answer.

    ``mine`` is whether the reader is the person; ``agreed`` is what the two agreed, by unit.
    """

    person: Person
    mine: bool
    framework: Framework
    own: View
    theirs: View
    paired: Paired
    notes: Mapping[str, str]
    hidden: Hidden
    agreed: Mapping[str, Standing]


def read_two_views(
    desk: Desk, who: str | None, *, own_on: date | None = None, theirs_on: date | None = None
) -> TwoViews:
    """Return both views of a person, the latest of each or those finished on days that are named.

    Raises NotFound where one of them is missing, and where they are too far apart in time to be set
    beside each other without being named.
    """
    with desk.reading() as work:
        person = find_person(work, who, desk.me)
        hidden = hidden_from(work, desk, person)
        mine = person.thing == desk.me
        own = _passes(work, desk, person, AssessmentKind.SELF, own_on)
        theirs = _passes(work, desk, person, AssessmentKind.SUPERVISOR, theirs_on)
        if not own:
            raise nothing_finished(work, desk, person)
        if not theirs:
            raise _no_view(person, mine=mine)
        framework = framework_of(work, own[0].assessment, desk.framework)
        rater = find_person(work, theirs[0].assessment.rater, None)
        own, theirs = leave_out(own, hidden.apart.own), leave_out(theirs, hidden.apart.supervisor)
        one, other = _view(work, desk, person, own), _view(work, desk, rater, theirs)
        notes = notes_on(work, person, (*own, *theirs))
        agreed = agreed_passes(work, person, desk.today, hidden.apart)
    named = own_on is not None and theirs_on is not None
    paired = pair_up(one.then, other.then, named=named)
    _refuse_far(person, one, other, paired, mine=mine)
    third = standings(desk.framework, agreed, desk.today)
    return TwoViews(person, mine, framework, one, other, paired, notes, hidden, third)


def _passes(
    work: ReaderView, desk: Desk, person: Person, kind: AssessmentKind, on: date | None
) -> tuple[Pass, ...]:
    """Return a rater's finished assessments, or the one of a day. Raises NotFound for the day."""
    if on is None:
        return read_passes(work, desk.framework, person.thing, kind, desk.today)
    if found := read_pass(work, person.thing, kind, on):
        return found
    days = dict.fromkeys(a.finished for a in finished(work, person.thing, kind) if a.finished)
    known = ", ".join(each.isoformat() for each in days)
    whose = "own view" if kind is AssessmentKind.SELF else "supervisor's view"
    raise NotFound(
        f"No {whose} of {person.name} was finished on {day(on)}.",
        f"There is one of: {known}." if known else "See: ipsskills compare --help",
    )


def _view(work: ReaderView, desk: Desk, rater: Person, passes: Sequence[Pass]) -> View:
    then = [at_finish(work, done) for done in passes]
    return View(
        rater,
        passes[0].on if passes else None,
        standings(desk.framework, then, desk.today),
        standings(desk.framework, passes, desk.today),
    )


def _no_view(person: Person, *, mine: bool) -> NotFound:
    hint = f"They begin one with: ipsskills assess {typed(person.name)} --as supervisor"
    who = "you" if mine else person.name
    return NotFound(f"There is no finished view of a supervisor on {who} yet.", hint)


def _refuse_far(person: Person, own: View, theirs: View, paired: Paired, *, mine: bool) -> None:
    """Raise NotFound where nothing can be set side by side only because it is too far in time."""
    far = any(lone.why is Alone.FAR_IN_TIME for lone in paired.alone)
    if paired.pairs or not far or own.on is None or theirs.on is None:
        return
    first, second = (own.on, theirs.on) if mine else (theirs.on, own.on)
    name = "" if mine else f" {typed(person.name)}"
    raise NotFound(
        f"The two views are more than {PAIRED_WITHIN_DAYS} days apart: {person.name}, "
        f"{day(own.on)}; {theirs.rater.name}, {day(theirs.on)}.",
        f"To set them side by side all the same: ipsskills compare{name} "
        f"--mine {first} --theirs {second}",
    )
