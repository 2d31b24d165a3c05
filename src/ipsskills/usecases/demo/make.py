"""The invented service: six specialists, a team leader, three rounds, and the whole job for one.

Everybody in it is made up. It lives in its own record, which is marked as a demo.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from ipsskills.codes import AssessmentKind, Basis, Code, Role
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, StoreError
from ipsskills.facts.demo import DemoFile, DemoFileKind, DemoMade
from ipsskills.files import make_private_folder, write_bytes, write_text
from ipsskills.formats.answers import Given
from ipsskills.framework.types import Framework
from ipsskills.method.calendar import add_months
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.compose.reports.radar import compose_radar
from ipsskills.pages.compose.reports.report import compose_report
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.document import Page
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.privacy.client_detail.written import check_words as say
from ipsskills.record.store import open_store
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.demo.answers import (
    BLANK,
    LEADER,
    NOTES,
    PEOPLE,
    REASON,
    SEEN,
    Invented,
)
from ipsskills.usecases.demo.record import add_record, add_watched_visit
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.reports.chart import read_chart
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.agenda import agenda

ROUNDS_MONTHS_AGO = (9, 6, 0)
DAYS_AGO = 4
REPORT, RADAR, PLAN, AGENDA = "report.md", "radar.png", "plan.md", "agenda.md"


class _Clock:
    """A clock that can be set, so that the invented service has a past, and no future."""

    def __init__(self, day: date, now: datetime) -> None:
        self._now = now
        self.set(day)

    def set(self, day: date) -> None:
        self._at = min(datetime.combine(day, time(9, 0), UTC), self._now)

    def __call__(self) -> datetime:
        self._at += timedelta(milliseconds=1)
        return self._at


def make_demo(
    framework: Framework,
    record: Path,
    folder: Path,
    now: Callable[[], datetime],
    *,
    spell: Callable[[Page], Page],
) -> DemoMade:
    """Make the service anew, do the job for its first person, leave the files in ``folder``.

    ``spell`` returns a page with what to do next spelt as it is typed in the demo.
    Raises StoreError if there is a record in that place that is no demo, and InvalidInput if files
    of those names are in the folder that no demo made.
    """
    today = now().astimezone().date()
    _refuse_other_files(folder)
    _refuse_real(record, now())
    _make_folder(folder)
    record.unlink(missing_ok=True)
    clock = _Clock(add_months(today, -ROUNDS_MONTHS_AGO[0]), now())
    with open_store(record, clock(), write=True, demo=True) as store:
        desk = Desk(framework, store, clock)
        leader, people = _people(desk)
        store.name_once("me", people[0].thing)
        for number, months in enumerate(ROUNDS_MONTHS_AGO):
            _give_round(desk, clock, add_months(today, -months), leader, people, number)
        clock.set(today)
        add_record(desk, leader, people, today)
        files = tuple(_job(replace(desk, me=people[0].thing, now=now), folder, spell))
    return DemoMade(
        person=PEOPLE[0].name,
        team_leader=LEADER,
        specialists=tuple(p.name for p in PEOPLE),
        record=record,
        folder=folder,
        files=files,
    )


def _give_round(
    desk: Desk, clock: _Clock, on: date, leader: Person, people: Sequence[Person], number: int
) -> None:
    """Give everybody's own view of a round, some days before ``on``, and then the leader's."""
    clock.set(on - timedelta(days=DAYS_AGO))
    for invented, person in zip(PEOPLE, people, strict=True):
        _own_view(desk, person, invented, number)
    clock.set(on - timedelta(days=DAYS_AGO - 1))
    if number == len(ROUNDS_MONTHS_AGO) - 1:
        add_watched_visit(replace(desk, me=leader.thing), people[0], on)
    _leaders_view(desk, leader, people[0], number)
    if number == 1:
        _first_plan(replace(desk, me=people[0].thing))


def _refuse_other_files(folder: Path) -> None:
    """Refuse to replace somebody's own report; an earlier demo's is about the same person."""
    for path in (folder / name for name in (REPORT, RADAR, PLAN, AGENDA)):
        if os.path.lexists(path) and not _is_about_the_invented(path):
            raise InvalidInput(
                f"{path} exists already and was not made by a demo. Nothing was changed.",
                f"Name another folder: {do('demo', '-o', 'my-demo')}",
            )


def _is_about_the_invented(path: Path) -> bool:
    try:
        return PEOPLE[0].name.encode() in path.read_bytes()
    except OSError:
        return False


def _refuse_real(record: Path, now: datetime) -> None:
    """Refuse to touch a record of real people; an earlier demo may be taken away.

    So may one that was stopped before anything was put into it: it has no id.
    """
    if not record.exists() or not record.stat().st_size:
        return
    elsewhere = f"Move it elsewhere, then make the demo: {do('demo')}"
    try:
        with open_store(record, now, write=False, demo=True) as store:
            invented = store.demo or not store.id
    except StoreError as error:
        raise type(error)(error.message, elsewhere) from None
    if not invented:
        raise StoreError(f"{record} is not the record of a demo. Nothing was changed.", elsewhere)


def _make_folder(folder: Path) -> None:
    try:
        make_private_folder(folder)
    except OSError as error:
        raise InvalidInput(f"{folder} cannot be made: {error.strerror}.") from None


def _people(desk: Desk) -> tuple[Person, list[Person]]:
    names = [(LEADER, Role.TEAM_LEADER)]
    names += [(invented.name, Role.EMPLOYMENT_SPECIALIST) for invented in PEOPLE]
    for name, role in names:
        add_person(desk, name, role, "Harbour team")
    with desk.reading() as work:
        found = [find_person(work, name, None) for name, _ in names]
    return found[0], found[1:]


def _own_view(desk: Desk, person: Person, invented: Invented, number: int) -> None:
    """Give one person's own view of a round; the first person's last has notes and marks."""
    scope = choose_scope(desk.framework)
    told = NOTES if invented is PEOPLE[0] and number == len(ROUNDS_MONTHS_AGO) - 1 else {}
    given = [
        replace(
            told.get(item, Given(item=item, code=None)),
            code=Code(code),
            reason=REASON if code == Code.OUTSIDE else None,
        )
        for item, code in zip(scope, invented.rounds[number], strict=True)
        if code != BLANK
    ]
    take_answers(start(replace(desk, me=person.thing), person, scope), given)


def _leaders_view(desk: Desk, leader: Person, person: Person, number: int) -> None:
    """Give the team leader's view of one person: what was seen, the rest not seen."""
    scope = choose_scope(desk.framework)
    given = [
        Given(item=item, code=Code(SEEN[number][item]), basis=Basis.OBSERVED)
        if item in SEEN[number]
        else Given(item=item, code=Code.NOT_SEEN)
        for item in scope
    ]
    session = start(replace(desk, me=leader.thing), person, scope, kind=AssessmentKind.SUPERVISOR)
    take_answers(session, given)


def _first_plan(desk: Desk) -> None:
    """Put goals on the plan after the second round; tick steps and finish one goal."""
    add_goals(desk, None, ("3.7", "3.12"))
    for number in ("1.1", "1.2", "2.1"):
        mark_done(desk, None, number)
    mark_done(desk, None, "2", changed=say("One bus route ridden; no time yet for the rest."))
    mark_done(desk, None, "1", changed=say("I bring up rent and money before an offer now."))


def _job(desk: Desk, folder: Path, spell: Callable[[Page], Page]) -> Iterator[DemoFile]:
    """Do the whole job for me: plan, report, chart, and the plan on paper."""
    add_goals(desk, None, ("3.8", "3.16"))
    page = to_markdown(spell(compose_report(report(desk, None), into_file=True)))
    yield DemoFile(path=write_text(folder / REPORT, page, replace=True), what=DemoFileKind.REPORT)
    chart = compose_radar(read_chart(desk, None)).draw(".png")
    yield DemoFile(path=write_bytes(folder / RADAR, chart, replace=True), what=DemoFileKind.RADAR)
    plan = to_markdown(spell(compose_plan(show_plan(desk, None), whole=True)))
    yield DemoFile(path=write_text(folder / PLAN, plan, replace=True), what=DemoFileKind.PLAN)
    page = to_markdown(spell(compose_agenda(agenda(desk, None), into_file=True)))
    yield DemoFile(path=write_text(folder / AGENDA, page, replace=True), what=DemoFileKind.AGENDA)
