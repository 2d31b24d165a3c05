"""The report on one person, as facts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ipsskills.codes import Behind
from ipsskills.doing import Do, do
from ipsskills.facts.charts.person import ChartFacts
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.report import AnswerGiven, ReportFacts, ReportHead, ReportLists, TeamReports
from ipsskills.framework.ordering import id_key
from ipsskills.framework.types import Unit
from ipsskills.method.current import Standing
from ipsskills.record.types import Person, Rating, thing_of_rating
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person, months_in_post
from ipsskills.usecases.people.team import list_members
from ipsskills.usecases.plans.by_hand import lead_to_goals, offers_goals
from ipsskills.usecases.reading.charted import chart_reading
from ipsskills.usecases.reading.objections import list_contested_views
from ipsskills.usecases.reading.person import (
    Reading,
    find_first_look,
    find_reading,
)
from ipsskills.usecases.reading.private_notes import latest_on_each, read_private_notes
from ipsskills.usecases.reading.under_way import nothing_finished
from ipsskills.usecases.reading.unit_facts import (
    collect_low,
    collect_units,
    group_by_domain,
    known_units,
    statement_texts,
    wording_of,
)
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.reports.with_supervisor import lead_between

SERVICE = (Behind.TIME, Behind.TEAM, Behind.KIT)


def report(
    desk: Desk,
    who: str | None,
    *,
    on: date | None = None,
    since: date | None = None,
    private: bool = False,
    pictured: bool = False,
) -> ReportFacts:
    """Return the report on a person on a day; of a first look where nothing else is finished.

    ``since`` is the day from which changes are told. With ``private`` it has the reader's own
    private notes, the latest on each question; ``pictured`` adds what its charts show. Raises
    NotFound for an unknown person and for one with nothing finished.
    """
    with desk.reading() as view:
        person = find_person(view, who, view.me)
        found = read_report(view, person, on, since, pictured=pictured)
        if found is None:
            raise nothing_finished(view, person, on)
        if not private:
            return found
        return replace(found, private=latest_on_each(read_private_notes(view, person)))


def report_team(
    desk: Desk,
    team: str,
    *,
    on: date | None = None,
    since: date | None = None,
    pictured: bool = False,
) -> TeamReports:
    """Return the report on each person of a team, or "mine", and who has nothing finished.

    Raises NotFound for a team that is not there, and where nobody else is in it.
    """
    with desk.reading() as view:
        name, members = list_members(view, team)
        found = [
            (person.name, read_report(view, person, on, since, pictured=pictured))
            for person in members
        ]
    return TeamReports(
        team=name,
        reports=tuple(report for _, report in found if report),
        without=tuple(name for name, report in found if report is None),
    )


def read_report(
    view: ReaderView,
    person: Person,
    on: date | None = None,
    since: date | None = None,
    *,
    pictured: bool = False,
) -> ReportFacts | None:
    """Return the report on a person; None where nothing is finished."""
    reading = find_reading(view, person, on=on, since=since)
    reading = reading or find_first_look(view, person, on=on)
    if reading is None:
        return None
    found = report_facts(view, reading)
    if not pictured or reading.first_look_only:
        return found
    return replace(found, chart=_chart(view, reading, since))


def _chart(view: ReaderView, reading: Reading, since: date | None) -> ChartFacts:
    """Return what the charts of a report show: both views, and the day changes are told from."""
    before = {done.assessment.thing for done in reading.shown.before}
    changed = bool(before) and reading.latest.thing not in before
    both = reading.supervisor is not None
    return chart_reading(view, reading, since=since if changed else None, both=both)


def report_facts(view: ReaderView, reading: Reading) -> ReportFacts:
    """Return what a reading comes to as a report."""
    units = collect_units(view.framework, reading)
    return ReportFacts(
        head=_head(reading),
        lists=_lists(view, reading),
        units=units,
        domains=group_by_domain(view.framework, reading.framework, units),
        answers=tuple(_answers(view, reading)),
        next=tuple(_next(view, reading)),
        apart=reading.apart,
        first_look_only=reading.first_look_only,
        wording=wording_of(view.framework, reading.framework),
        low=collect_low(view.framework, reading),
        contested=list_contested_views(view, reading.person),
    )


def _head(reading: Reading) -> ReportHead:
    latest, person, rater = reading.latest, reading.person, reading.supervisor
    return ReportHead(
        person=PersonNamed(id=person.thing, name=person.name, me=reading.mine),
        role=person.role,
        on=reading.on,
        period_months=latest.period_months,
        period_from=latest.period_from,
        framework=reading.framework.version,
        supervisor=reading.raters.get(rater.thing) if rater else None,
        leader=reading.leader,
        supervisor_on=reading.supervisor_on,
        months_in_post=months_in_post(person, reading.on),
        hours=person.hours,
    )


def _lists(view: ReaderView, reading: Reading) -> ReportLists:
    found, framework = reading.lists, view.framework
    return ReportLists(
        strengths=found.strengths,
        brings=found.brings,
        brings_by_evidence=found.evidence,
        brings_from_elsewhere=found.elsewhere,
        safety=tuple(unit.id for unit in framework.units if framework.is_safety(unit.id)),
        effort=found.effort,
        chances=found.chances,
        for_the_service=tuple(_service_units(reading)),
        moved=tuple(move.unit for move in reading.moved),
        not_answered=found.not_answered,
        outside=found.outside,
        agreed=tuple(sorted(reading.agreed, key=id_key)),
        first_look=tuple(sorted(reading.first_look, key=id_key)),
        theirs=tuple(_list_theirs(reading)) if reading.first_look_only else (),
    )


def _list_theirs(reading: Reading) -> Iterator[str]:
    """Yield the units that a supervisor spoke of or marked and that stand in no other list."""
    views, safety = reading.views, {line.unit for line in reading.lists.safety}
    for unit in sorted(views.supervisor, key=id_key):
        told = unit in views.their_marks or views.supervisor[unit].says_something
        if told and unit not in safety and unit not in reading.lists.effort:
            yield unit


def _service_units(reading: Reading) -> Iterator[str]:
    """Yield the units where something other than learning stands in the way."""
    for unit in sorted(reading.own, key=id_key):
        if any(rating.behind in SERVICE for rating in reading.own[unit].ratings):
            yield unit


def _answers(view: ReaderView, reading: Reading) -> Iterator[AnswerGiven]:
    """Yield the answers by unit; of a first look, which has a scale of its own, without codes."""
    units = known_units(view.framework, reading.framework)
    for unit in sorted(reading.own, key=id_key):
        yield from _unit_answers(reading, units[unit], reading.own[unit])
    if reading.first_look_only:
        for unit in sorted(reading.first_look, key=id_key):
            (row,) = _unit_answers(reading, units[unit], reading.first_look[unit])
            yield replace(row, answer=None)


def _unit_answers(reading: Reading, unit: Unit, standing: Standing) -> Iterator[AnswerGiven]:
    """Yield the answer to a unit and those to its statements, as files of answers hold them."""
    yield _answer(reading, standing, standing.rating, (unit.slug, unit.id, unit.title))
    texts = statement_texts(unit, [rating.item for rating in standing.statements])
    for rating in standing.statements:
        yield _answer(reading, standing, rating, (rating.item, rating.item, texts[rating.item]))


def _answer(
    reading: Reading, standing: Standing, rating: Rating | None, named: tuple[str, str, str]
) -> AnswerGiven:
    slug, item, title = named
    note = reading.notes.get(thing_of_rating(standing.assessment, item))
    return AnswerGiven(
        slug=slug,
        id=item,
        title=title,
        asked_as=rating.asked_as if rating else standing.state.asked_as,
        answer=rating.code if rating else None,
        reason=rating.reason if rating else None,
        basis=rating.basis if rating else None,
        bring=rating is not None and rating.bring,
        show=rating is not None and rating.show,
        behind=rating.behind if rating else None,
        note=note,
        shared=bool(note),
    )


def _next(view: ReaderView, reading: Reading) -> Iterator[Do]:
    """Yield what to do next, most useful first."""
    person = None if reading.mine else reading.person.name
    if reading.first_look_only:
        yield do("assess") if reading.mine else do("framework show")
        if reading.mine:
            yield from lead_between(view, reading.person, reading.on)
            yield do("assess", "--first-look", "--review")
        yield lead_to_goals(view, reading.person, reading, looked=False)
        yield do("framework vignette")
        return
    if reading.mine:
        yield from lead_between(view, reading.person, reading.on)
    if reading.mine and reading.lists.not_answered:
        yield do("assess", "--unit", reading.lists.not_answered[0])
    yield do("chart radar", "-o", "radar.png", person=person)
    if offers_goals(view, reading.person, reading):
        yield do("plan draft", person=person)
