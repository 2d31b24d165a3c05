"""Whose view of a person counts, unit by unit: the present supervisor's, else the latest one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass, Standing, choose_views, find_standings
from ipsskills.method.moments import Moment
from ipsskills.record.types import Person
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.reading.marks import read_marks
from ipsskills.usecases.reading.passes import read_all
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class Raters:
    """What supervisors finished about a person, the latest first, and who supervises them."""

    passes: tuple[Pass, ...]
    supervisor: str | None

    @property
    def by_rater(self) -> tuple[tuple[Pass, ...], ...]:
        """Each rater's, the latest first."""
        found: dict[str, list[Pass]] = {}
        for done in self.passes:
            found.setdefault(done.assessment.rater, []).append(done)
        return tuple(map(tuple, found.values()))

    @property
    def first(self) -> Pass | None:
        """The latest of the present supervisor's, or where there is none, of anybody's."""
        theirs = (done for done in self.passes if done.assessment.rater == self.supervisor)
        return next(theirs, next(iter(self.passes), None))

    def find_standings(self, framework: Framework, today: date) -> Mapping[str, Standing]:
        """Return the view that counts of each unit."""
        every = [find_standings(framework, passes, today) for passes in self.by_rater]
        return choose_views(every, self.supervisor)

    def read_marks(
        self, view: ReaderView, until: date | None = None
    ) -> Mapping[str, Mapping[str, Moment]]:
        """Return for each rater the units they marked to bring to supervision, and when."""
        return {
            passes[0].assessment.rater: read_marks(view, passes, until) for passes in self.by_rater
        }

    def find_rater(self, view: ReaderView) -> Person | None:
        """Return whose view a page names first."""
        return get_person(view, self.first.assessment.rater) if self.first else None

    def name_leader(
        self, view: ReaderView, raters: Mapping[str, PersonNamed]
    ) -> PersonNamed | None:
        """Return who supervises the person, or else whose view a page names first, if anybody's."""
        first = self.first.assessment.rater if self.first else None
        found = self.supervisor or first
        if found is None:
            return None
        name = raters[found].name if found in raters else get_person(view, found).name
        return PersonNamed(id=found, name=name, me=found == view.me)


NO_RATERS = Raters((), None)


def read_raters(view: ReaderView, person: Person, today: date, until: date | None = None) -> Raters:
    """Return what supervisors finished about a person by a day, and who supervises them today."""
    passes = read_all(view, person.thing, AssessmentKind.SUPERVISOR, until)
    above = supervisor_here(view, person, today)
    return Raters(passes, above.thing if above else None)


def name_raters(
    view: ReaderView,
    standings: Iterable[Standing],
    also: Sequence[Person] = (),
    markers: Mapping[str, Sequence[str]] | None = None,
) -> Mapping[str, PersonNamed]:
    """Return those whose answers are shown, by id, with those who marked units (``markers``)."""
    known = {person.thing: person for person in also}
    given = [each.rater for each in standings if each.rater]
    marked = [each for several in (markers or {}).values() for each in several]
    ids = dict.fromkeys([*known, *given, *marked])
    missing = tuple(each for each in ids if each not in known)
    known |= {p.thing: p for p in (view.current(Person, thing=missing) if missing else ())}
    return {
        each: PersonNamed(id=each, name=known[each].name, me=each == view.me)
        for each in ids
        if each in known
    }
