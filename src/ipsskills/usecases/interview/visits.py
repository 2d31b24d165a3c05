"""The visits on which a supervisor saw somebody at work, and which of them stand behind answers."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ipsskills.codes import AssessmentKind, EntryKind, FieldWay
from ipsskills.method.apart import unit_of
from ipsskills.method.calendar import add_months
from ipsskills.record.types import Assessment, Entry, Person, Rating, thing_of_rating
from ipsskills.record.work import Work
from ipsskills.usecases.interview.state import SeenOn
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.whom import is_meant
from ipsskills.usecases.reading.view import ReaderView

_SEEN = (FieldWay.WATCHED, FieldWay.TOGETHER)


def find_visits(view: ReaderView, assessment: Assessment) -> Mapping[str, SeenOn]:
    """Return the latest visit on which a supervisor saw each unit, in the period looked back on.

    It is the rater's own, watched or done together: where they only showed, nothing was seen. The
    period ends on the day the assessment began. Only the units it asks about are there.
    """
    if assessment.kind is not AssessmentKind.SUPERVISOR:
        return {}
    since = assessment.period_from or add_months(assessment.began, -assessment.period_months)
    rater = get_person(view, assessment.rater)
    entries = view.current(Entry, about=assessment.about, kind=EntryKind.OBSERVATION, removed=False)
    within = [e for e in entries if since <= e.on <= assessment.began and e.way in _SEEN]
    own = [e for e in within if _is_by(view, e, rater)]
    own.sort(key=lambda entry: (entry.on, entry.at, entry.thing))
    return _link(own, {unit_of(item) for item in assessment.scope})


def read_linked(work: Work, ratings: Sequence[Rating]) -> Mapping[str, SeenOn]:
    """Return the visits that stand behind the answers of an assessment, or would, by unit.

    One that was taken back, or is not in this record, has its day and no more.
    """
    linked = {unit_of(r.item): (r.visit, r.seen_on) for r in ratings if r.visit and r.seen_on}
    things = tuple({visit for visit, _ in linked.values()})
    found = work.current(Entry, thing=things, removed=False) if things else ()
    settings = {entry.thing: entry.title for entry in found}
    return {
        unit: SeenOn(visit, day, settings.get(visit, "")) for unit, (visit, day) in linked.items()
    }


def make_links(
    view: ReaderView, assessment: Assessment, visits: Mapping[str, SeenOn]
) -> tuple[Rating, ...]:
    """Return what keeps with a new draft which visits stand behind answers to come.

    They are validated when they are added, as the draft is.
    """
    pen = view.pen()
    return tuple(
        Rating(
            id=pen.new_id(),
            thing=thing_of_rating(assessment.thing, unit),
            about=assessment.about,
            author=pen.author,
            at=assessment.at,
            assessment=assessment.thing,
            item=unit,
            asked_as=view.framework.asked_as(unit),
            visit=seen.visit,
            seen_on=seen.day,
        )
        for unit, seen in visits.items()
    )


def _is_by(view: ReaderView, entry: Entry, rater: Person) -> bool:
    """Whether somebody was the other person on a visit."""
    if entry.who:
        return is_meant(view, entry.who, rater)
    return view.survivor(entry.author) == rater.thing


def _link(entries: Iterable[Entry], units: Collection[str]) -> dict[str, SeenOn]:
    """Return the last of visits, the latest last, by unit."""
    return {
        unit: SeenOn(entry.thing, entry.on, entry.title)
        for entry in entries
        for unit in entry.items
        if unit in units
    }
