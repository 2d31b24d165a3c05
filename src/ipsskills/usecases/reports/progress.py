"""Where each unit of a person stood after every finished look, as facts for a chart."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.facts.charts.progress import ProgressFacts, UnitOverTime, UnitThen
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.method.apart import leave_out
from ipsskills.method.change import list_moves
from ipsskills.method.current import Pass, Standing, find_standings
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.apart import tell_apart
from ipsskills.usecases.reading.frameworks import framework_of
from ipsskills.usecases.reading.passes import read_all
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.view import ReaderView

Then = Mapping[str, Standing]


def read_progress(desk: Desk, who: str | None, *, on: date | None = None) -> ProgressFacts:
    """Return where a person's units stood after each of their own finished looks, to a day (now).

    Areas and first looks are left out. Raises NotFound for an unknown person and for one with
    nothing finished.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        apart = view.apart(person.thing).own
        every = read_all(view, person.thing, AssessmentKind.SELF, on)
        if not every:
            raise nothing_finished(view, person, on)
        passes = leave_out(every, apart)
        framework = framework_of(view, every[0].assessment, view.framework)
        after = dict(_list_after(view, passes))
        latest = after[max(after)] if after else {}
        moves = list_moves(after[min(after)], latest) if after else ()
        units = {unit.id for unit in framework.asked()}
        return ProgressFacts(
            person=PersonNamed(id=person.thing, name=person.name, me=person.thing == view.me),
            days=tuple(sorted(after)),
            units=tuple(_tell_units(framework, after, latest, apart)),
            moved=tuple(move.unit for move in moves if move.unit in units),
            moved_up=tuple(move.unit for move in moves if move.up and move.unit in units),
            apart=tell_apart(view, person),
            scale=framework.scale,
        )


def _list_after(view: ReaderView, passes: Sequence[Pass]) -> Iterator[tuple[date, Then]]:
    """Yield each day on which something was finished, and where the units stood then."""
    for day in sorted({done.on for done in passes}):
        until = [done for done in passes if done.on <= day]
        yield day, find_standings(view.framework, until, day)


def _tell_units(
    framework: Framework,
    after: Mapping[date, Then],
    latest: Then,
    apart: frozenset[str],
) -> Iterator[UnitOverTime]:
    """Yield the units by domain, in the framework's order of domains."""
    names = {domain.slug: domain.name for domain in framework.domains}
    order = list(names)
    for unit in sorted(framework.asked(), key=lambda each: order.index(each.domain)):
        then = [(day, found[unit.id]) for day, found in after.items() if unit.id in found]
        yield UnitOverTime(
            unit=unit.id,
            short=unit.short,
            domain=names[unit.domain],
            then=tuple(
                UnitThen(
                    on=day,
                    state=standing.state,
                    answered=standing.finished == day,
                    same_question=standing.same_question(latest[unit.id]),
                )
                for day, standing in then
            ),
            apart=unit.id in apart,
        )
