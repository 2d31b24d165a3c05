"""What was seen has the day of its visit, wherever it is met; and whose view it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code, EntryKind, FieldWay
from ipsskills.facts.entries import Logged
from ipsskills.jsonable import to_jsonable
from ipsskills.pages.compose.reports.compare_words import word_comparison
from ipsskills.pages.compose.supervision.agenda_words import word_agenda
from ipsskills.record.types import Rating
from ipsskills.usecases.assessments.assess import leave_unseen, start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries, correct_entry, remove_entry, start_log
from ipsskills.usecases.interview.commands import Choose, Give, Jump, Unlink
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.agenda import agenda
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    assess,
    at_desk_of,
    given,
    go_to,
    me,
    ratings,
    row,
    told_report,
)
from tests.usecases.lived import begin_once
from tests.words import wrote

SUPERVISOR = AssessmentKind.SUPERVISOR
TODAY, NOV = date(2026, 11, 24), date(2026, 11, 4)
GARDEN = "A garden centre"


def visit(
    desk: Desk,
    on: date,
    *units: str,
    way: FieldWay = FieldWay.WATCHED,
    setting: str = GARDEN,
    rating: str | None = None,
    who: str | None = None,
) -> Logged:
    """Log a visit to Ada, by Lee."""
    values: dict[str, Any] = {"on": on, "title": wrote(setting), "way": way, "items": units}
    if who:
        values["who"] = who
    lee = at_desk_of(desk, LEE)
    new = NewEntry(EntryKind.OBSERVATION, values)
    return add_entries(lee, "Ada", [new], rating=rating)[0]


def look(desk: Desk, *units: str, by: str = LEE) -> Session:
    """Begin a supervisor's look at units of Ada's work."""
    return start(at_desk_of(desk, by), me(desk), units or UNITS, kind=SUPERVISOR)


def give(session: Session, unit: str, code: Code, basis: str = "O") -> None:
    session.press_all([Jump(unit), Give(code), Choose(basis)])


def links(desk: Desk, session: Session) -> Mapping[str, date | None]:
    """Return the day of the visit of each answer that is kept, by item."""
    return {item: each.seen_on for item, each in ratings(desk, session.assessment).items()}


# A rating on the spot.


def test_a_rating_of_a_visit_long_ago_is_told_with_its_day_and_place(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    logged = visit(desk, date(2026, 10, 1), "3.7", rating="0")
    facts = report(desk, None)
    theirs = facts.unit("3.7").supervisor
    assert theirs is not None
    assert (theirs.on, theirs.finished, theirs.setting) == (date(2026, 10, 1), TODAY, GARDEN)
    (effort,) = told_report(desk, None).effort
    assert effort.said == (f'on your own; {LEE} saw it, 1 Oct, a garden centre: "not yet"')
    (pair,) = word_comparison(compare(desk, None)).far_apart
    assert "(observed, 1 Oct 2026, a garden centre)" in pair.said
    (talk, *_) = word_agenda(agenda(desk, None)).talk
    assert talk.supervisor == "not yet (observed, 1 Oct, a garden centre)"
    told = to_jsonable(facts)
    (unit,) = (each for each in told["units"] if each["unit"] == "3.7")
    assert unit["supervisor"]["on"] == "2026-10-01"
    assert unit["supervisor"]["finished"] == "2026-11-24"
    assert unit["supervisor"]["setting"] == GARDEN
    assert logged.rated


def test_a_visit_fifteen_months_ago_decides_nothing_and_is_said_to_be_old(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    visit(desk, date(2025, 9, 1), "3.7", rating="0")
    found = told_report(desk, None)
    assert found.effort == ()
    said = {line.unit: line.said for line in found.strengths}["3.7"]
    assert said.endswith(f'{LEE} saw it, 1 Sep 2025, a garden centre, old: "not yet"')
    assert word_agenda(agenda(desk, None)).talk == ()
    with desk.reading() as view:
        (rating,) = view.current(Rating, code=Code.ZERO)
    assert (rating.basis, rating.seen_on) == (Basis.OBSERVED, date(2025, 9, 1))


# In a pass.


def test_in_a_pass_what_was_observed_takes_the_latest_visit_of_the_period(desk: Desk) -> None:
    visit(desk, date(2026, 9, 1), "3.13", setting="An early call")
    visit(desk, NOV, "3.13", "3.12", way=FieldWay.TOGETHER)
    visit(desk, date(2026, 7, 1), "3.9", setting="Before the period")
    visit(desk, NOV, "3.10", way=FieldWay.SHOWN)
    session = look(desk)
    assert {unit: (v.day, v.setting) for unit, v in session.state.visits.items()} == {
        "3.13": (NOV, GARDEN), "3.12": (NOV, GARDEN),
    }  # fmt: skip
    for unit, basis in (("3.13", "O"), ("3.12", "F"), ("3.10", "O"), ("3.9", "R")):
        give(session, unit, Code.TWO, basis)
    session.finish()
    assert links(desk, session) == {"3.13": NOV, "3.12": None, "3.10": None, "3.9": None}


def test_a_visit_that_is_unlinked_stays_so_when_the_draft_is_gone_on_with(desk: Desk) -> None:
    visit(desk, NOV, "3.13", "3.12")
    session = look(desk)
    leave_unseen(session, ["3.13", "3.12"], ["3.13"])
    again = Session(at_desk_of(desk, LEE), session.assessment)
    assert set(again.state.visits) == {"3.12"}
    give(again, "3.13", Code.TWO)
    give(again, "3.12", Code.TWO)
    kept = {unit: day for unit, day in links(desk, again).items() if unit in ("3.13", "3.12")}
    assert kept == {"3.13": None, "3.12": NOV}


def test_statements_take_the_visit_of_their_unit(desk: Desk) -> None:
    visit(desk, NOV, "3.13")
    session = look(desk, "3.13")
    first, second = session.state.script.statements("3.13")[:2]
    give(session, first, Code.TWO)
    give(session, second, Code.TWO, "M")
    assert links(desk, session) == {"3.13": NOV, first: NOV, second: None}


def test_an_answer_that_rests_on_something_else_after_all_lets_the_visit_go(desk: Desk) -> None:
    visit(desk, NOV, "3.13")
    session = look(desk, "3.13")
    give(session, "3.13", Code.TWO)
    give(session, "3.13", Code.TWO, "F")
    assert links(desk, session) == {"3.13": None}
    give(session, "3.13", Code.ONE)
    assert links(desk, session) == {"3.13": NOV}
    session.press_all([Jump("3.13"), Give(Code.NO_CHANCE)])
    assert links(desk, session) == {"3.13": None}


def test_answers_from_a_file_take_the_visits_too(desk: Desk) -> None:
    visit(desk, NOV, "3.13")
    session = look(desk, "3.13")
    take_answers(session, [given("3.13", "2", basis=Basis.OBSERVED)])
    assert links(desk, session) == {"3.13": NOV}


def test_others_visits_are_not_offered_as_ones_own(desk: Desk) -> None:
    kim = at_desk_of(desk, "Kim Pretend")
    values = {"on": NOV, "title": wrote(GARDEN), "way": FieldWay.WATCHED, "items": ("3.13",)}
    add_entries(kim, "Ada", [NewEntry(EntryKind.OBSERVATION, values)])
    assert look(desk).state.visits == {}
    assert set(look(desk, by="Kim Pretend").state.visits) == {"3.13"}


def test_what_ada_logged_with_lee_is_lees_visit(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    values = {
        "on": NOV, "title": wrote(GARDEN), "way": FieldWay.WATCHED, "items": ("3.13",), "who": LEE,
    }  # fmt: skip
    add_entries(desk, None, [NewEntry(EntryKind.OBSERVATION, values)])
    assert set(look(desk).state.visits) == {"3.13"}


def test_unlinking_what_has_no_visit_is_nothing(desk: Desk) -> None:
    session = look(desk)
    session.press(Unlink("3.13"))
    assert links(desk, session) == {}


# The visit as it is kept now.


@pytest.fixture
def rated(desk: Desk) -> Logged:
    """Return a visit on which 3.13 was rated, beside Ada's own view."""
    assess(desk, row("3" * 28), UNITS)
    return visit(desk, NOV, "3.13", rating="1")


def seen(desk: Desk) -> tuple[date, str | None]:
    theirs = report(desk, None).unit("3.13").supervisor
    assert theirs is not None
    return theirs.on, theirs.setting


def test_a_corrected_day_and_place_are_read_from_the_visit(desk: Desk, rated: Logged) -> None:
    changes = {"on": date(2026, 11, 2), "title": wrote("A bakery")}
    correct_entry(at_desk_of(desk, LEE), rated.entry.handle, EntryKind.OBSERVATION, changes)
    assert seen(desk) == (date(2026, 11, 2), "A bakery")


def test_a_visit_that_is_taken_back_leaves_its_day(desk: Desk, rated: Logged) -> None:
    remove_entry(at_desk_of(desk, LEE), rated.entry.handle)
    assert seen(desk) == (NOV, None)


def test_views_are_near_by_the_day_of_what_was_seen(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    visit(desk, date(2026, 9, 24), "3.13", rating="1")
    visit(desk, date(2026, 9, 25), "3.12", rating="1")
    found = compare(desk, None)
    assert [pair.unit for pair in found.pairs] == ["3.12"]
    assert [(lone.unit, str(lone.why)) for lone in found.alone] == [("3.13", "far in time")]


# Whose view, and who supervised then.


def supervised(desk: Desk, name: str, since: date) -> None:
    at_desk_of(desk, name)
    edit_person(desk, None, supervisor=name, supervised_since=since)


def held(desk: Desk, on: date) -> Logged:
    values = {"on": on, "minutes": 60}
    return add_entries(desk, "Ada", [NewEntry(EntryKind.SUPERVISION, values)])[0]


def test_a_supervision_names_the_supervisor_of_its_day(desk: Desk) -> None:
    supervised(desk, "Kim Pretend", date(2026, 1, 5))
    supervised(desk, LEE, date(2026, 11, 1))
    assert held(desk, date(2026, 10, 7)).entry.who == "Kim Pretend"
    assert held(desk, date(2026, 11, 2)).entry.who == LEE
    lee = at_desk_of(desk, LEE)
    assert held(lee, date(2026, 10, 8)).entry.who == "Kim Pretend", "Lee only enters it"
    assert held(lee, date(2026, 11, 3)).entry.who == LEE
    begun = start_log(desk, None, EntryKind.SUPERVISION)
    assert begun.other_on(date(2026, 10, 7)) == "Kim Pretend"
    assert begun.other_on(date(2025, 10, 7)) is None


def test_a_stand_in_who_held_it_stays(desk: Desk) -> None:
    supervised(desk, LEE, date(2026, 1, 5))
    kim = at_desk_of(desk, "Kim Pretend")
    assert held(kim, date(2026, 10, 7)).entry.who == "Kim Pretend"


def test_a_change_to_come_waits_for_its_day(desk: Desk, clock: Clock) -> None:
    supervised(desk, LEE, date(2026, 1, 5))
    supervised(desk, "Kim Pretend", date(2027, 2, 1))
    assert held(desk, TODAY).entry.who == LEE
    assert agenda(desk, None).supervisor == LEE
    go_to(clock, date(2027, 2, 1))
    assert agenda(desk, None).supervisor == "Kim Pretend"


def test_each_unit_has_the_view_of_who_supervises_now_or_else_the_latest(desk: Desk) -> None:
    supervised(desk, "Kim Pretend", date(2026, 1, 5))
    assess(desk, row("3" * 28), UNITS)
    before = look(desk, by="Kim Pretend")
    for unit, code in (("3.13", Code.ONE), ("3.12", Code.ONE)):
        give(before, unit, code)
    before.finish()
    supervised(desk, LEE, date(2026, 11, 20))
    now = look(desk)
    leave_unseen(now, ["3.13"])
    give(now, "3.13", Code.TWO)
    now.finish()
    raters = {u.unit: u.supervisor.by for u in report(desk, None).units if u.supervisor}
    named = {unit: by.name for unit, by in raters.items() if by}
    assert (named["3.13"], named["3.12"]) == (LEE, "Kim Pretend")
    said = {line.unit: line.said for line in told_report(desk, None).effort}
    assert "Kim Pretend saw it, 24 Nov" in said["3.12"]
    assert word_comparison(compare(desk, None)).far_apart[0].supervisor_name == "Kim Pretend"


# No chance yet, and outside this job, beside what was seen.


def seen_by_lee(desk: Desk, answers: Mapping[str, str]) -> None:
    session = look(desk)
    leave_unseen(session, list(answers))
    for unit, letter in answers.items():
        if letter == "x":
            session.press_all([Jump(unit), Give(Code.OUTSIDE), Choose("setting")])
        else:
            give(session, unit, Code(letter))
    session.finish()


def test_work_seen_done_alone_is_no_chance_to_arrange(desk: Desk) -> None:
    assess(desk, {unit: "n" if unit in ("3.13", "3.12") else "3" for unit in UNITS})
    seen_by_lee(desk, {"3.13": "3", "3.12": "1"})
    found = told_report(desk, None)
    assert found.strengths[-1].unit == "3.13"
    assert found.strengths[-1].said == (f"{LEE} saw it, 24 Nov: on your own. You: no chance yet")
    assert [line.unit for line in found.effort] == ["3.12"]
    assert found.chances == ()
    assert word_agenda(agenda(desk, None)).chances == ()
    theirs = told_report(at_desk_of(desk, LEE), "Ada").strengths[-1].said
    assert theirs == "you saw it, 24 Nov: on their own. Ada Example: no chance yet"
    lone = {each.unit: each.said for each in word_comparison(compare(desk, None)).not_paired}
    assert lone["3.13"] == (f"You: no chance yet. {LEE}: on your own (observed).")


def test_what_is_outside_the_job_stands_there_with_what_was_seen(desk: Desk) -> None:
    assess(desk, {unit: "x" if unit == "3.13" else "3" for unit in UNITS})
    seen_by_lee(desk, {"3.13": "1", "3.12": "x"})
    found = told_report(desk, None)
    assert found.effort == ()
    (line,) = found.outside
    assert f'{LEE} saw it, 24 Nov: "with someone"' in line.said
    strength = {each.unit: each.said for each in found.strengths}["3.12"]
    assert strength == f'on your own; {LEE}\'s view, 24 Nov: "agreed outside this job"'


# Safety.


@try_each(
    ("reader", "into_file", "said"),
    [
        ("Ada Example", False, "talk to your team leader today, or whoever covers"),
        (LEE, False, "talk to Ada Example today"),
        ("Kim Pretend", False, f"Ada Example and {LEE}, or whoever covers: talk today"),
        ("Ada Example", True, f"Ada Example and {LEE}, or whoever covers: talk today"),
        (LEE, True, f"Ada Example and {LEE}, or whoever covers: talk today"),
    ],
)
def test_talk_today_is_turned_to_whoever_reads_it(
    desk: Desk, reader: str, said: str, *, into_file: bool
) -> None:
    begin_once(desk)  # anew for each case
    supervised(desk, LEE, date(2026, 1, 5))
    assess(desk, {"2.4": "1"})
    facts = agenda(at_desk_of(desk, reader) if reader != "Ada Example" else desk, "Ada")
    found = {each.unit: each.ask for each in word_agenda(facts, into_file=into_file).safety}
    assert found["2.4"] == said


def test_a_supervisors_outside_is_said_beside_and_the_line_says_why(desk: Desk) -> None:
    assess(desk, {"2.2": "3", "2.3": "3", "2.4": "3"})
    seen_by_lee(desk, {"2.2": "x", "2.3": "3"})
    said = {each.unit: each.said for each in told_report(desk, None).safety}
    assert said["2.2"] == (f'you know what to do; {LEE}\'s view, 24 Nov: "agreed outside this job"')
    assert said["2.3"] == "you know what to do"
    assert said["2.4"] == (f"you know what to do: talk one case through (not seen by {LEE} yet)")
    lees = {each.unit: each.said for each in told_report(at_desk_of(desk, LEE), "Ada").safety}
    assert lees["2.4"].endswith("(not seen by you yet)")


def test_an_old_view_on_safety_is_told_with_its_month_whatever_it_was(
    desk: Desk, clock: Clock
) -> None:
    assess(desk, {"2.4": "3"})
    seen_by_lee(desk, {"2.4": "0"})
    go_to(clock, date(2027, 12, 1))
    assess(desk, {"2.4": "3"})
    said = {each.unit: each.said for each in told_report(desk, None).safety}["2.4"]
    assert "talk one case through" in said
    assert f"{LEE}'s view is from November 2026" in said
    assert '"you would not know"' in said


def test_the_rule_of_far_apart_goes_by_the_answers_as_they_were_finished(
    desk: Desk, clock: Clock
) -> None:
    session = look(desk, "3.15")
    give(session, "3.15", Code.TWO)
    session.finish()
    clock.forward(minutes=5)
    lee = at_desk_of(desk, LEE)
    corrected = Session(lee, session.assessment, correcting=True)
    give(corrected, "3.15", Code.THREE)
    clock.forward(minutes=5)
    assess(desk, {"3.15": "1"})
    assert not report(desk, None).unit("3.15").far_apart
    assert [str(pair.talk) for pair in compare(desk, None).pairs] == ["a word"]
