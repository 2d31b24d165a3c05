"""Charts of one person, as facts: the radar and the profile show the same answers."""

from dataclasses import replace
from datetime import date

from ipsskills.errors import NotFound
from ipsskills.facts.charts.person import ChartFacts
from ipsskills.pages.words import day
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.charted import chart_reading
from ipsskills.usecases.reading.objections import list_contested_views
from ipsskills.usecases.reading.person import Reading, get_reading
from ipsskills.usecases.reading.two_views import no_view
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.view import ReaderView


def read_chart(
    desk: Desk,
    who: str | None,
    *,
    on: date | None = None,
    since: date | None = None,
    both: bool = False,
) -> ChartFacts:
    """Return what a chart of a person shows on a day (today): every unit in curriculum order.

    ``since`` adds where units stood on that day, ``both`` what the supervisor and both together
    say. Areas are left out. Raises NotFound for an unknown person, for one with nothing finished
    (by that day), and where there is no supervisor's view.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        reading = get_reading(view, person, on=on, since=since)
        leader = reading.leader.name if reading.leader else None
        if both and reading.supervisor is None and not view.apart(person.thing).supervisor:
            raise no_view(person, leader, mine=reading.mine)
        if since:
            _check_earlier(view, reading, since)
        facts = chart_reading(view, reading, since=since, both=both)
        return replace(facts, contested=list_contested_views(view, person)) if both else facts


def _check_earlier(view: ReaderView, reading: Reading, since: date) -> None:
    """Raise NotFound where there is no earlier view than the one that is shown."""
    before = reading.shown.before
    if not before and not view.apart(reading.person.thing).own:
        raise nothing_finished(view, reading.person, since)
    if reading.latest.thing in {done.assessment.thing for done in before}:
        raise NotFound(
            f"Nothing was finished after {day(since)}, so there is no change to show.",
            "Name an earlier day.",
        )
