"""The agenda moves on: what was talked about rests, marks end, what was agreed stands."""

from datetime import date, timedelta

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code, EntryKind, Only
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.agenda import AgendaFacts
from ipsskills.facts.assessment import MarksChanged
from ipsskills.record.types import Assessment, Entry
from ipsskills.usecases.assessments.agree import agree
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.assessments.begin import AskedFor
from ipsskills.usecases.assessments.marks import change_marks
from ipsskills.usecases.assessments.only import narrow_scope
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.log import correct_entry, remove_entry
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.agenda import agenda as agenda_facts
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, given, go_to, me, row, supervise
from tests.usecases.lived import begin_once
from tests.usecases.test_agenda import STRONG, agenda, text
from tests.usecases.test_log import log
from tests.usecases.test_log import supervise as held
from tests.words import wrote

# In the order of effort: 3.16 at 0; 3.9, 3.10 at 1; 1.5, 3.7, 3.12 at 2.
BELOW = {"3.16": "0", "3.9": "1", "3.10": "1", "1.5": "2", "3.7": "2", "3.12": "2"}


def talk(desk: Desk) -> tuple[str, ...]:
    return agenda_facts(desk, None).talk


def mark(desk: Desk, *units: str, off: bool = False, kind: str = "self") -> MarksChanged:
    asked = AskedFor(kind=AssessmentKind(kind), scope=("3.8",), who="Ada")
    return change_marks(desk, asked, **{"unmark" if off else "mark": units})


def test_five_months_of_supervisions(desk: Desk, clock: Clock) -> None:
    """Each month the three on top are talked about; each time the next three have their turn."""
    go_to(clock, date(2026, 1, 5))
    assess(desk, STRONG | BELOW | {"3.5": given("3.5", "3", bring=True)})
    found = []
    for month in range(1, 6):
        go_to(clock, date(2026, month, 10))
        found.append(talk(desk))
        held(desk, talked=talk(desk))
    assert found == [
        ("3.5", "3.16", "3.9"),  # the mark, then 0, then 1
        ("3.10", "3.7", "1.5"),  # teaching order: 3.7 before 1.5
        ("3.12", "3.16", "3.9"),  # the last that was not reached, then the longest at rest
        ("3.10", "3.7", "1.5"),  # 3.12, 3.16 and 3.9 were talked about in March
        ("3.16", "3.9", "3.12"),  # of March, in the usual order
    ]


def test_what_rests_says_since_when(desk: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 1, 5))
    assess(desk, STRONG | {"3.9": "1"})
    held(desk, talked=("3.9",))
    clock.forward(days=20)
    assert "Talked about 5 Jan." in " ".join(text(agenda(desk, None)).split())


@try_each(
    ("again", "woken"),
    [
        ({"3.16": "0"}, True),  # the same answer, given anew
        ({"3.16": "n"}, True),
        ({"3.16": ""}, False),
        ({"1.1": "3"}, False),
    ],
)
def test_an_answer_wakes_a_unit(
    again: dict[str, str], desk: Desk, clock: Clock, *, woken: bool
) -> None:
    begin_once(desk)  # anew for each case
    assess(desk, STRONG | BELOW)
    supervise(desk, {"3.16": "0O"})
    held(desk, talked=("3.16",))
    assert talk(desk)[0] == "3.9"
    clock.forward(days=1)
    assess(desk, again)
    assert (talk(desk)[0] == "3.16") is woken


@pytest.mark.parametrize(("code", "woken"), [("0O", True), ("u", False)])
def test_the_supervisors_answer_wakes_it_and_not_seen_does_not(
    code: str, desk: Desk, clock: Clock, *, woken: bool
) -> None:
    assess(desk, STRONG | BELOW)
    held(desk, talked=("3.16",))
    clock.forward(days=1)
    supervise(desk, {"3.16": code})
    assert (talk(desk)[0] == "3.16") is woken


@pytest.mark.parametrize(("code", "woken"), [(Code.ONE, True), (Code.ZERO, False)])
def test_a_correction_wakes_it_if_the_code_changed(
    code: Code, desk: Desk, clock: Clock, *, woken: bool
) -> None:
    done = assess(desk, STRONG | {"3.16": "0", "3.9": "2"})
    held(desk, talked=("3.16",))
    clock.forward(days=1)
    take_answers(Session(desk, done, correcting=True), [given("3.16", code, behind="time")])
    assert (talk(desk)[0] == "3.16") is woken


def test_an_answer_of_long_ago_was_before_the_talk_though_later_looks_left_it_blank(
    desk: Desk, clock: Clock
) -> None:
    assess(desk, {"3.16": "0", "3.9": "1"})
    supervise(desk, {"3.16": "0O"})
    clock.forward(days=1)
    held(desk, talked=("3.16",))
    for _ in range(3):
        clock.forward(days=1)
        assess(desk, {"3.9": "1", "3.16": ""})
    assert talk(desk) == ("3.9", "3.16")


# Marks


def test_a_mark_stands_until_it_was_talked_about(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | {"3.5": given("3.5", "3", bring=True)})
    clock.forward(days=1)
    held(desk, cancelled="ill", minutes=None)
    held(desk, talked=("3.7",))
    assert talk(desk) == ("3.5",)
    entry = held(desk, way="group", talked=("3.5",)).entry
    assert talk(desk) == ()
    remove_entry(desk, entry.handle)
    assert talk(desk) == ("3.5",), "taking the entry back brings the mark back"


def test_the_units_an_entry_bears_on_end_a_mark_but_let_nothing_rest(desk: Desk) -> None:
    assess(desk, STRONG | BELOW | {"3.16": given("3.16", "0", bring=True)})
    held(desk, items=("3.16",))
    assert talk(desk)[0] == "3.16"
    assert not agenda_facts(desk, None).talked
    assert "marked" not in text(agenda(desk, None))


def test_the_units_of_an_older_entry_were_talked_about(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | BELOW)
    clock.forward(hours=1)
    entry = held(desk, items=("3.16",)).entry
    with desk.writing() as view:
        view.add(view.next(view.current(Entry, thing=entry.kept.thing)[0], talked=None))
    assert talk(desk)[0] == "3.9"
    correct_entry(desk, entry.handle, EntryKind.SUPERVISION, {"talked": ()})
    assert talk(desk)[0] == "3.16"


def test_a_mark_of_the_supervisor_on_what_was_not_seen_counts(desk: Desk) -> None:
    assess(desk, STRONG)
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), ("3.5", "3.6"), kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given("3.5", "u", bring=True), given("3.6", "3", basis=Basis.MEMORY)])
    assert [(t.unit, t.marked_by) for t in agenda(desk, None).talk] == [("3.5", LEE)]


def test_a_mark_is_said_to_be_of_who_set_it_whoevers_view_counts(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG)
    supervise(desk, {"3.8": "3O"})
    edit_person(desk, None, supervisor=at_desk_of(desk, LEE).me)
    clock.forward(days=1)
    max_ = at_desk_of(desk, "Max Madeup")
    session = start(max_, me(desk), ("3.8",), kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given("3.8", "2", basis=Basis.MEMORY, bring=True)])
    assert [(t.unit, t.marked_by, t.rater) for t in agenda(desk, None).talk] == [
        ("3.8", "Max Madeup", LEE)
    ]
    mark(desk, "3.8")
    assert agenda(desk, None).talk[0].marked_by == "You and Max Madeup"


def test_on_a_day_the_marks_are_those_of_that_day(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | {"3.8": "2", "3.16": "1"})
    first = desk.today
    clock.forward(days=1)
    mark(desk, "3.8")
    clock.forward(days=1)
    mark(desk, "3.8", off=True)
    clock.forward(days=1)
    mark(desk, "3.8")
    held(desk, talked=("3.8",))
    marked = [
        report(desk, None, on=first + timedelta(days=n)).lists.effort[0] == "3.8" for n in range(4)
    ]
    assert marked == [False, True, False, False]


def test_only_the_newest_look_that_asked_about_it_counts(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | {"3.5": given("3.5", "3", bring=True)})
    clock.forward(days=1)
    assess(desk, {"3.9": "3"})
    assert talk(desk) == ("3.5",)
    assess(desk, {"3.5": "3"})
    assert talk(desk) == ()


def test_a_supervision_entered_later_is_before_the_answers_of_its_own_day(
    desk: Desk, clock: Clock
) -> None:
    today = desk.today
    assess(desk, STRONG | {"3.5": given("3.5", "3", bring=True)})
    clock.forward(days=2)
    held(desk, on=today, talked=("3.5",))
    assert talk(desk) == ("3.5",)
    held(desk, on=date(2026, 11, 25), talked=("3.5",))
    assert talk(desk) == ()


def test_marks_are_set_and_ended_without_an_answer(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | {"3.9": "1", "3.7": ""})
    clock.forward(days=1)
    assert (mark(desk, "3.5", "3.7").marked, talk(desk)) == (("3.5", "3.7"), ("3.7", "3.5", "3.9"))
    assert mark(desk, "3.5").unchanged == ("3.5",)
    assert (mark(desk, "3.5", off=True).unmarked, talk(desk)) == (("3.5",), ("3.7", "3.9"))
    assert mark(desk, "3.5", off=True).unchanged == ("3.5",)


def test_a_new_mark_wakes_what_was_talked_about_and_can_be_talked_about_again(
    desk: Desk, clock: Clock
) -> None:
    assess(desk, STRONG | BELOW | {"3.12": given("3.12", "2", bring=True)})
    for _ in range(2):
        clock.forward(days=1)
        assert talk(desk)[0] == "3.12"
        held(desk, talked=("3.12",))
        assert "3.12" not in talk(desk)
        clock.forward(days=1)
        assert mark(desk, "3.12").marked == ("3.12",)
    assert talk(desk)[0] == "3.12"


def test_a_correction_after_the_talk_does_not_bring_its_mark_back(desk: Desk, clock: Clock) -> None:
    done = assess(desk, STRONG | {"3.12": given("3.12", "3", bring=True)})
    held(desk, talked=("3.12",))
    clock.forward(days=1)
    Session(desk, done, correcting=True)
    take_answers(Session(desk, done, correcting=True), [given("3.12", "2")])
    found = agenda(desk, None)
    assert [(t.unit, t.marked_by) for t in found.talk] == [("3.12", "")]


def test_a_supervisor_marks_too(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG)
    supervise(desk, {"3.8": "3O"})
    lee = at_desk_of(desk, LEE)
    assert mark(lee, "3.9", kind="supervisor").marked == ("3.9",)
    assert [(t.unit, t.marked_by) for t in agenda(desk, None).talk] == [("3.9", LEE)]
    assert mark(lee, "3.9", off=True, kind="supervisor").unmarked == ("3.9",)
    assert talk(desk) == ()


def test_a_mark_needs_a_finished_look_and_no_open_one(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"asks about 3\.8"):
        mark(desk, "3.8")
    assess(desk, STRONG)
    start(desk, me(desk), ("3.8",), kind=AssessmentKind.SELF)
    with pytest.raises(InvalidInput, match="open draft"):
        mark(desk, "3.8")
    assert mark(desk, "3.9").marked == ("3.9",)


def test_statements_that_are_marked_are_unmarked_together(desk: Desk) -> None:
    live = [s.id for s in desk.framework.by_id["3.8"].live_statements]
    answers = [given(each, "3", bring=each in live[:2]) for each in live]
    take_answers(start(desk, me(desk), tuple(live), kind=AssessmentKind.SELF), answers)
    assert talk(desk) == ("3.8",)
    assert mark(desk, "3.8", off=True).unmarked == ("3.8",)
    assert talk(desk) == ()
    assert mark(desk, "3.8").marked == ("3.8",)
    assert talk(desk) == ("3.8",)


def test_the_order_of_effort_goes_by_marks_that_stand_and_knows_no_rest(desk: Desk) -> None:
    assess(desk, STRONG | BELOW | {"3.12": given("3.12", "2", bring=True)})
    assert report(desk, None).lists.effort[:2] == ("3.12", "3.16")
    held(desk, talked=("3.12", "3.16"))
    found = report(desk, None)
    assert (found.lists.effort[0], found.lists.effort[-1]) == ("3.16", "3.12")
    assert not any(unit.marked or (unit.own and unit.own.bring) for unit in found.units)


# Agreed


def settle(desk: Desk, code: Code, unit: str = "3.9") -> None:
    agree(desk, None, unit, code, wrote("We talked it over."), with_whom=LEE)


def far_apart(desk: Desk) -> Assessment:
    done = assess(desk, STRONG | BELOW)
    supervise(desk, {"3.9": "3O"})
    return done


def facts(desk: Desk) -> AgendaFacts:
    return agenda_facts(desk, None)


@pytest.mark.parametrize("code", [Code.THREE, Code.OUTSIDE])
def test_agreed_at_the_top_or_outside_leaves_talk_first(code: Code, desk: Desk) -> None:
    far_apart(desk)
    assert talk(desk)[0] == "3.9"
    settle(desk, code)
    assert talk(desk) == ("3.16", "3.10", "3.7")
    assert ("3.9" in facts(desk).strengths) is False, "three stand before it"


def test_agreed_below_the_top_is_the_units_answer_and_nothing_is_far_apart(desk: Desk) -> None:
    far_apart(desk)
    settle(desk, Code.TWO)
    assert talk(desk) == ("3.16", "3.10", "3.7"), "at 2 it comes after 3.7 and 1.5"
    settle(desk, Code.ZERO)
    found = agenda(desk, None)
    assert [t.unit for t in found.talk] == ["3.9", "3.16", "3.10"], "at 0, by teaching order"
    assert (found.talk[0].far_apart, found.talk[0].agreed) == (False, "agreed, 24 Nov: not yet")
    assert "Agreed, 24 Nov: not yet." in " ".join(text(found).split())


def test_agreed_no_chance_goes_to_the_chances(desk: Desk) -> None:
    far_apart(desk)
    settle(desk, Code.NO_CHANCE)
    assert [c.unit for c in facts(desk).chances] == ["3.9"]
    assert "(agreed, 24 Nov: no chance yet)" in " ".join(text(agenda(desk, None)).split())


def test_it_stands_until_either_answers_again(desk: Desk, clock: Clock) -> None:
    far_apart(desk)
    settle(desk, Code.THREE)
    clock.forward(days=1)
    supervise(desk, {"3.8": "3O"})  # 3.9 is not seen now, which is no answer
    assert facts(desk).agreed == ("3.9",)
    assess(desk, {"3.9": "1"})
    assert (facts(desk).agreed, talk(desk)[0]) == ((), "3.9")


def test_a_colleague_whose_view_does_not_count_ends_no_agreement(desk: Desk, clock: Clock) -> None:
    far_apart(desk)
    edit_person(desk, None, supervisor=at_desk_of(desk, LEE).me)
    settle(desk, Code.THREE)
    clock.forward(days=1)
    max_ = at_desk_of(desk, "Max Madeup")
    session = start(max_, me(desk), ("3.9",), kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given("3.9", "1", basis=Basis.OBSERVED)])
    assert facts(desk).agreed == ("3.9",)
    edit_person(desk, None, supervisor=max_.me)
    assert facts(desk).agreed == (), "the view that counts now is of after the agreement"


def test_a_mark_brings_it_whatever_was_agreed(desk: Desk) -> None:
    far_apart(desk)
    settle(desk, Code.THREE)
    mark(desk, "3.9")
    assert talk(desk)[0] == "3.9"


def test_agreed_on_safety_stands_beside_both_views(desk: Desk) -> None:
    assess(desk, STRONG | {"2.2": "3"})
    supervise(desk, {"2.2": "1O"})
    settle(desk, Code.THREE, "2.2")
    line = agenda(desk, None).safety[0]
    assert line.said == (
        "you know what to do; Lee Invented: you would know to ask (observed, 24 Nov); "
        "agreed, 24 Nov: you know what to do"
    )
    assert line.ask


# What was finished, what is past, numbers


def test_what_was_finished_since_opens_what_went_well(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | BELOW)
    held(desk)
    add_goals(desk, None, ("3.16", "3.9", "3.10", "3.7"))
    clock.forward(days=3)
    for number in ("1.1", "1", "2", "3"):
        mark_done(desk, None, number, changed=wrote("I ask first."))
    mark_done(desk, None, "4.1")
    mark_done(desk, None, "4.2")
    found = facts(desk)
    assert [(g.number, g.on) for g in found.finished] == [
        (3, date(2026, 11, 27)),
        (2, date(2026, 11, 27)),
    ]
    assert len(found.steps_done) == 3, "that of goal 1, which has no line of its own, too"
    first, second, steps, *rest = (
        text(agenda(desk, None)).split("What went well")[1].split("- ")[1:]
    )
    assert first.startswith("Goal 3 finished, 27 Nov: ")
    assert second.startswith("Goal 2 finished, 27 Nov: ")
    assert steps.startswith("Steps done: ")
    assert len(rest) >= 3, "as before"
    clock.forward(days=1)
    held(desk)
    assert (facts(desk).finished, facts(desk).steps_done) == ((), ())


def test_a_preparation_waits_for_a_supervision_that_is_held(desk: Desk, clock: Clock) -> None:
    log(desk, EntryKind.PREPARATION, title="B", went_well="A trial shift.")
    clock.forward(days=7)
    held(desk, cancelled="ill", minutes=None)
    clock.forward(days=120)
    assert facts(desk).prepared.on == date(2026, 11, 24)
    assert "Prepared 24 Nov 2026: A trial shift." in text(agenda(desk, None))
    held(desk)
    assert facts(desk).prepared.on is None
    log(desk, EntryKind.PREPARATION, title="B", went_well="For the next one.")
    assert facts(desk).prepared.well == "For the next one.", "written after it, on its day"


def test_a_late_entry_has_had_what_was_prepared_for_it(desk: Desk, clock: Clock) -> None:
    today = desk.today
    log(desk, EntryKind.PREPARATION, title="B", went_well="A trial shift.")
    clock.forward(days=3)
    held(desk, on=today)
    assert facts(desk).prepared.on is None


def test_a_correction_of_an_entry_does_not_move_it_among_those_of_its_day(
    desk: Desk, clock: Clock
) -> None:
    entry = held(desk).entry
    clock.forward(minutes=5)
    log(desk, EntryKind.PREPARATION, title="B", went_well="A trial shift.")
    clock.forward(minutes=5)
    correct_entry(desk, entry.handle, EntryKind.SUPERVISION, {"minutes": 50})
    assert facts(desk).prepared.well == "A trial shift."


def test_what_is_past_says_since_when(desk: Desk, clock: Clock) -> None:
    assess(desk, STRONG | BELOW)
    add_goals(desk, None, ("3.16",))
    clock.forward(days=43)
    assert "Plan, look again since 5 Jan 2027" in text(agenda(desk, None))
    clock.forward(days=43)
    shown = " ".join(text(agenda(desk, None)).split())
    assert "to finish or renew since 16 Feb" in shown


def test_points_are_numbered_without_holes(desk: Desk) -> None:
    shown = text(agenda(desk, None))
    assert [line.split()[0] for line in shown.splitlines() if line[:1].isdigit()] == list("0123")


def test_to_talk_about_a_unit_is_no_look_but_lets_it_rest(desk: Desk, clock: Clock) -> None:
    assess(desk, row("3333 3333 3333 3333 3333 3333 3333"))
    clock.forward(days=200)
    assess(desk, {"1.1": "3"})
    first = [e.unit for e in facts(desk).not_looked_at]
    assert first == ["1.2", "1.3"]
    held(desk, talked=tuple(first))
    assert [e.unit for e in facts(desk).not_looked_at] == ["1.4", "2.1"]


def test_only_what_is_flagged_goes_by_marks_that_stand(desk: Desk) -> None:
    ada = me(desk)
    assess(desk, STRONG | {"3.5": given("3.5", "3", bring=True)})
    with desk.reading() as view:
        assert narrow_scope(view, ada, Only.FLAGGED, ("3.5", "3.6")) == ("3.5",)
    held(desk, talked=("3.5",))
    with desk.reading() as view, pytest.raises(InvalidInput):
        narrow_scope(view, ada, Only.FLAGGED, ("3.5", "3.6"))
