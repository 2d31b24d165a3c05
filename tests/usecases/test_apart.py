"""Each looks alone first: what a reading holds while a draft is open, for each who may read it."""

from dataclasses import replace

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.doing import do
from ipsskills.formats.answers import Given
from ipsskills.pages.charts.answers import ShownAnswer
from ipsskills.pages.compose.plans.offers import compose_offers
from ipsskills.pages.compose.reports.home import compose_home
from ipsskills.pages.compose.reports.radar import compose_radar
from ipsskills.pages.compose.reports.report import report_page
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Assessment, State
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import NoteText, Write
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.edit import join_people
from ipsskills.usecases.plans.add import offer_goals
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.reading.person import Reading
from ipsskills.usecases.reports.chart import read_chart
from ipsskills.usecases.reports.home import read_home
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    apart_line,
    assess,
    at_desk_of,
    draft,
    find_draft,
    given,
    me,
    read_person,
    row,
    supervise,
)
from tests.usecases.builders import told_report as report
from tests.usecases.lived import live_once
from tests.words import wrote

TWO = ("3.8", "3.13")
OWN: dict[str, str | Given] = {
    **row("3" * 28),
    "2.3": "1",
    "3.8": given("3.8", "1", bring=True, note="I freeze.", shared=True),
    "3.13": given("3.13", "3", show=True),
}
THEIRS = {"2.3": "3O", "3.1": "3O", "3.8": "3O", "3.13": "1R"}


def live_both(desk: Desk, _: Clock) -> None:
    """Ada, who moved on 3.13 since her first look, and Lee's view of her."""
    assess(desk, {"3.13": "2"})
    assess(desk, OWN, UNITS)
    supervise(desk, THEIRS)


@pytest.fixture
def both(desk: Desk) -> Desk:
    return live_once(desk, live_both)


def theirs(desk: Desk, scope: tuple[str, ...] = TWO, by: str | None = None) -> Session:
    """Open a draft of Lee's; ``by`` is whose hand types it, if not Lee's."""
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), scope, kind=AssessmentKind.SUPERVISOR)
    if by:
        with desk.store.writing() as work:
            work.add(replace(desk.pen().next(session.assessment), author=by))
    return session


def listed(reading: Reading) -> set[str]:
    found = reading.lists
    named = (*found.effort, *found.chances, *found.strengths, *found.brings)
    named += (*found.not_answered, *found.outside)
    return {*named, *(line.unit for line in found.safety)}


def test_without_a_draft_nothing_is_kept_apart(both: Desk) -> None:
    reading = read_person(both, None)
    assert (reading.apart.units, apart_line(both, None)) == ((), "")
    assert reading.lists.effort == ("3.8", "3.13")


@pytest.mark.parametrize("whose", ["own", "supervisor"])
def test_the_person_is_not_shown_the_supervisors_answers(both: Desk, whose: str) -> None:
    session = draft(both, TWO) if whose == "own" else theirs(both)
    reading = read_person(both, None)
    assert reading.apart.units == TWO
    assert not {"3.8", "3.13"} & reading.views.supervisor.keys()
    assert "3.1" in reading.views.supervisor
    assert {"3.8", "3.13"} <= reading.own.keys()
    assert (reading.lists.effort, reading.lists.strengths[0]) == (("3.8",), "3.13")
    assert "I freeze." in reading.notes.values()
    session.finish()
    assert read_person(both, None).apart.units == ()
    assert {"3.8", "3.13"} <= read_person(both, None).views.supervisor.keys()


@pytest.mark.parametrize("whose", ["own", "supervisor"])
def test_nobody_else_is_shown_the_persons(both: Desk, whose: str) -> None:
    kim = at_desk_of(both, "Kim Other")
    session = draft(both, TWO) if whose == "own" else theirs(both)
    reading = read_person(kim, "Ada")
    assert reading.apart.units == TWO
    assert not {"3.8", "3.13"} & (reading.own.keys() | listed(reading))
    assert {"3.8", "3.13"} <= reading.views.supervisor.keys()
    assert reading.moved == ()
    assert "I freeze." not in reading.notes.values()
    session.finish()
    assert {"3.8", "3.13"} <= listed(read_person(kim, "Ada"))


@pytest.mark.parametrize("side_by_side", [False, True])
def test_who_opened_a_supervisors_draft_is_shown_neither(both: Desk, side_by_side: bool) -> None:
    theirs(both, by=both.me if side_by_side else None)
    desk = both if side_by_side else at_desk_of(both, LEE)
    reading = read_person(desk, "Ada")
    assert reading.apart.units == TWO
    assert not {"3.8", "3.13"} & (reading.own.keys() | listed(reading))
    assert not {"3.8", "3.13"} & reading.views.supervisor.keys()
    assert listed(reading) == set(UNITS) - {"3.8", "3.13"}


def test_the_line_says_whose_draft_and_which_units(both: Desk) -> None:
    units = "3.8 Disclosure and 3.13 Employer engagement"
    theirs(both)
    assert apart_line(both, None) == f"Kept apart until Lee Invented's view is finished: {units}."
    lee = at_desk_of(both, LEE)
    assert apart_line(lee, "Ada") == f"Kept apart until your view is finished: {units}."
    draft(both, TWO)
    assert apart_line(both, None) == (
        f"Kept apart until Lee Invented's view and your view are finished: {units}."
    )


def test_all_units_are_simply_every_unit(both: Desk) -> None:
    theirs(both, UNITS)
    assert apart_line(both, None).endswith("finished: every unit.")
    found = report(at_desk_of(both, LEE), "Ada")
    assert (found.strengths, found.effort, found.not_answered, found.answers) == ((), (), (), ())
    assert [entry.said for entry in found.safety] == ["kept apart for now"] * 3
    assert found.head.supervisor is None


def test_a_statement_in_the_scope_keeps_its_unit_apart(both: Desk) -> None:
    (one, *_) = both.framework.by_id["3.8"].live_statements
    theirs(both, (one.id,))
    assert read_person(both, None).apart.units == ("3.8",)


def test_a_first_look_hides_nothing(both: Desk) -> None:
    start(both, me(both), UNITS, kind=AssessmentKind.FIRST_LOOK)
    assert read_person(at_desk_of(both, LEE), "Ada").apart.units == ()


def test_beside_ones_own_draft_nothing_is_said_where_nobody_has_a_view(desk: Desk) -> None:
    assess(desk, {"3.8": "2"})
    draft(desk, TWO)
    assert apart_line(desk, None) == ""
    assert read_person(desk, None).apart.units == ()


def test_dropping_a_draft_is_recorded_and_shows_everything_again(both: Desk) -> None:
    before = read_person(both, None)
    draft(both, TWO)
    assert read_person(both, None) != before
    found = find_draft(both, me(both), AssessmentKind.SELF, TWO)
    assert found is not None
    with both.store.writing() as work:
        work.add(both.pen().next(found.assessment, state=State.DROPPED))
    assert read_person(both, None) == before
    with both.store.reading() as work:
        states = [version.state for version in work.history(Assessment, found.assessment.thing)]
    assert states == [State.DRAFT, State.DROPPED]


def test_a_note_in_a_draft_is_nobodys_yet(both: Desk) -> None:
    before = read_person(both, None).notes
    session = theirs(both)
    session.press(Write(NoteText(wrote("Not for anybody yet."), shared=True)))
    assert read_person(both, None).notes == before


def test_a_safety_unit_kept_apart_keeps_its_line_and_is_no_goal(both: Desk) -> None:
    draft(both, ("2.3",))
    found = report(at_desk_of(both, LEE), "Ada")
    assert [(e.unit, e.said) for e in found.safety][1] == ("2.3", "kept apart for now")
    assert len(found.safety) == 3


def test_the_report_says_so_and_names_it_nowhere_else(both: Desk) -> None:
    draft(both, TWO)
    found = report(at_desk_of(both, LEE), "Ada")
    assert found.facts.apart.units == TWO
    text = to_text(report_page(found), 200)
    assert text.count("Disclosure") == text.count("Employer engagement") == 1
    assert "Kept apart until Ada Example's view is finished: 3.8 Disclosure" in text


def test_the_chart_has_no_sign_for_it(both: Desk) -> None:
    draft(both, TWO)
    radar = compose_radar(read_chart(at_desk_of(both, LEE), "Ada"))
    found = {each.unit: each.answers[0] for each in radar.spokes}
    assert found["3.8"] == found["3.13"] == ShownAnswer(None, "kept apart for now", left_out=True)
    assert found["3.7"] == ShownAnswer(Code.THREE, "on their own")
    assert radar.apart_line.startswith("Kept apart until Ada Example's view")


def test_the_first_page_says_so(both: Desk) -> None:
    theirs(both)
    page = to_text(compose_home(read_home(both)))
    assert "Kept apart until Lee Invented's view is finished" in " ".join(page.split())


def test_a_supervisor_met_under_two_names_is_still_one_hand(both: Desk) -> None:
    """Lee began a view under another name; since the two were joined it is Lee's own draft."""
    other = at_desk_of(both, "L. Invented")
    start(other, me(both), TWO, kind=AssessmentKind.SUPERVISOR)
    before = read_person(at_desk_of(both, LEE), "Ada")
    assert "3.13" in before.views.supervisor, "somebody else's draft: Lee may see Lee's own answers"
    join_people(both, LEE, "L. Invented")
    reading = read_person(at_desk_of(both, LEE), "Ada")
    assert not {"3.8", "3.13"} & {*reading.own, *reading.views.supervisor}
    line = apart_line(at_desk_of(both, LEE), "Ada")
    assert line.startswith("Kept apart until your view is finished: 3.8")


def test_views_under_two_names_of_one_supervisor_are_one_view(both: Desk) -> None:
    other = at_desk_of(both, "L. Invented")
    session = start(other, me(both), ("3.1",), kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given("3.1", "2", basis=Basis.OBSERVED)])
    before = read_person(both, None)
    assert {each.name for each in before.raters.values()} == {LEE, "L. Invented"}
    join_people(both, LEE, "L. Invented")
    found = read_person(both, None)
    assert found.views.supervisor["3.1"].value is Code.TWO
    assert found.views.supervisor["3.13"].value is Code.ONE
    assert [each.name for each in found.raters.values()] == [LEE]
    assert found.supervisor is not None
    assert found.supervisor.name == LEE


def test_nobody_is_sent_to_goals_of_which_none_is_offered_while_apart(both: Desk) -> None:
    session = draft(both, UNITS)
    lee = at_desk_of(both, LEE)
    assert "plan draft" not in {each.verb for each in report(lee, "Ada").facts.next}
    own = do("plan add", "Meet three new employers", person="Ada Example")
    assert show_plan(lee, "Ada").next == (own,)
    assert str(own) in to_text(compose_offers((), offer_goals(lee, "Ada").next), 200)
    session.finish()
    assert "plan draft" in {each.verb for each in report(lee, "Ada").facts.next}
