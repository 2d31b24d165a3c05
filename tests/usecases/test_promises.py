"""What single use cases promise, and what only shows where somebody does the unusual thing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ipsskills.codes import AssessmentKind, Basis, Code, EntryKind
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.apart import KeptApart
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.apart import apart_words
from ipsskills.record.types import Note
from ipsskills.usecases.assessments.agree import agree, offer_answers
from ipsskills.usecases.assessments.answers_file import refuse_blank
from ipsskills.usecases.assessments.assess import drop_draft, leave_unseen, start, take_answers
from ipsskills.usecases.assessments.begin import AskedFor, read_finished
from ipsskills.usecases.assessments.drafts import list_scope_units
from ipsskills.usecases.assessments.scope import choose_scope, list_statements
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.log import add_entries, mark_action, start_log
from ipsskills.usecases.entries.training_record import list_record
from ipsskills.usecases.interview.commands import Choose, Give, Jump
from ipsskills.usecases.interview.machine import Answer, Script, begin
from ipsskills.usecases.interview.review import review
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import find_units
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.plans.edit import read_goal_to_edit
from ipsskills.usecases.plans.life import mark_done
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.supervision.prepare import prepare, start_prepare
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    assess,
    at_desk_of,
    counted,
    draft,
    find_draft,
    given,
    me,
    row,
)
from tests.usecases.test_log import supervise
from tests.words import wrote, wrote_values

SUPERVISOR = AssessmentKind.SUPERVISOR
ALL_TWO = row("222222 222222 2222222222222222")


def view_of(desk: Desk, unit: str, name: str = LEE) -> None:
    """Somebody's finished view of one unit of Ada's, seen."""
    session = start(at_desk_of(desk, name), me(desk), (unit,), kind=SUPERVISOR)
    take_answers(session, [given(unit, "2", basis=Basis.OBSERVED)])


def test_nothing_is_agreed_or_offered_before_both_have_looked(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    for missing in ("Ada Example's own view", "a supervisor's view"):
        kept = counted(desk, "assessment")
        with pytest.raises(NotFound, match=missing):
            offer_answers(desk, None, "3.8")
        with pytest.raises(NotFound, match=missing):
            agree(desk, None, "3.8", Code.TWO, wrote("We talked."), with_whom=LEE)
        assert counted(desk, "assessment") == kept
        if missing.startswith("Ada"):
            assess(desk, {"3.8": "2"})
    view_of(desk, "3.8")
    assert Code.TWO in offer_answers(desk, None, "3.8").answers


def test_nothing_is_agreed_or_offered_while_either_looks_again(desk: Desk) -> None:
    assess(desk, {"3.8": "2"})
    view_of(desk, "3.8")
    draft(desk, ("3.8",))
    with pytest.raises(InvalidInput, match=r"draft on 3\.8 is still open"):
        offer_answers(desk, None, "3.8")
    with pytest.raises(InvalidInput, match=r"draft on 3\.8 is still open"):
        agree(desk, None, "3.8", Code.TWO, wrote("We talked."))


def test_a_file_that_only_holds_a_note_is_not_blank() -> None:
    refuse_blank([given("3.8"), given("3.9", note="Ask about this.")])
    with pytest.raises(InvalidInput, match="Nothing is filled in"):
        refuse_blank([given("3.8"), given("3.9")])


def test_a_dropped_draft_is_no_longer_open(desk: Desk) -> None:
    draft(desk)
    found = find_draft(desk, me(desk), AssessmentKind.SELF, UNITS)
    assert found
    drop_draft(desk, found)
    assert find_draft(desk, me(desk), AssessmentKind.SELF, UNITS) is None


def test_not_seen_leaves_what_was_answered_already(desk: Desk) -> None:
    session = start(at_desk_of(desk, LEE), me(desk), UNITS, kind=SUPERVISOR)
    session.press_all([Jump("1.1"), Give(Code.THREE), Choose("O")])
    leave_unseen(session, ["3.2"])
    codes = {item: session.state.answer(item).code for item in ("1.1", "1.2", "3.2")}
    assert codes == {"1.1": Code.THREE, "1.2": Code.NOT_SEEN, "3.2": None}


def test_a_view_left_before_its_first_answer_goes_on_at_the_first_unit_that_was_seen(
    desk: Desk,
) -> None:
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), UNITS, kind=SUPERVISOR)
    leave_unseen(session, ["1.1", "3.8"])
    assert Session(lee, session.assessment).state.item == "1.1"
    session.press_all([Give(Code.THREE), Choose("O")])
    assert Session(lee, session.assessment).state.item == "3.8"


def test_the_units_of_statements_are_named_once() -> None:
    assert list_scope_units(("3.8/a", "3.8/b", "3.9")) == ("3.8", "3.9")


def test_a_supervisor_corrects_their_own_view_though_a_later_one_is_there(desk: Desk) -> None:
    view_of(desk, "3.8")
    view_of(desk, "3.8", "Bo Sample")
    lee = at_desk_of(desk, LEE)
    found = read_finished(lee, AskedFor(kind=SUPERVISOR, scope=("3.8",), who="Ada Example"))
    assert found
    assert found.opened.assessment.rater == lee.me


def test_a_retired_statement_is_not_asked(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    first, *others = unit.statements
    retired = replace(unit, statements=(replace(first, retired=True), *others))
    units = tuple(retired if each.id == "3.8" else each for each in framework.units)
    asked = list_statements(replace(framework, units=units), ("3.8",))
    assert first.id not in asked
    assert others[0].id in asked


def test_team_leaders_are_offered_the_two_supporting_areas_as_well(framework: Framework) -> None:
    meta = choose_scope(framework, areas=True)
    assert len(meta) == 10
    assert choose_scope(framework, areas=True, supporting=True) == (*meta, "A1", "A2")


def test_a_search_in_an_interview_finds_what_it_asks_only(framework: Framework) -> None:
    script = Script(framework, AssessmentKind.SELF, ("1.1", "3.2"), "three months")
    assert set(find_units(begin(script), ["ability"])) == {"1.1", "3.2"}


def test_the_answer_before_stays_hidden_beside_not_seen(framework: Framework) -> None:
    earlier = {"3.1": "with a check, 1 Aug 2026", "3.2": "with a check, 1 Aug 2026"}
    script = Script(framework, SUPERVISOR, ("3.1", "3.2"), "three months", earlier=earlier)
    answers = {"3.1": Answer(code=Code.NOT_SEEN), "3.2": Answer(code=Code.THREE)}
    before = {each.item: each.before for each in review(begin(script, answers, {}, None))}
    assert before == {"3.1": "", "3.2": "with a check, 1 Aug 2026"}


def test_what_is_done_is_ticked_with_the_supervision_that_says_so(desk: Desk) -> None:
    earlier = supervise(desk, actions=(Action(None, wrote("Ring the café")),)).actions[0]
    values = wrote_values({"way": "one-to-one", "minutes": 45})
    add_entries(desk, None, [NewEntry(EntryKind.SUPERVISION, values, ())], done=[earlier.handle])
    (now,) = (e for e in list_record(desk, None).entries if e.handle == earlier.handle)
    assert now.kept.done == desk.today


def test_an_action_that_is_done_is_not_carried_on(desk: Desk) -> None:
    actions = (Action(None, wrote("Ring the café")), Action(None, wrote("Write to the GP")))
    done, still_open = supervise(desk, actions=actions).actions
    mark_action(desk, done.handle)
    start_from = start_log(desk, None, EntryKind.SUPERVISION, from_agenda=True)
    assert [each.handle for each in start_from.actions] == [still_open.handle]


def test_the_goal_to_change_is_the_one_that_was_named(desk: Desk) -> None:
    for title in ("One", "Two"):
        add_own_goal(desk, None, OwnGoal(wrote(title)))
    assert read_goal_to_edit(desk, None, "2").goal.title == "Two"


def test_finished_goals_are_listed_as_they_ended(desk: Desk, clock: Clock) -> None:
    for title in ("One", "Two"):
        add_own_goal(desk, None, OwnGoal(wrote(title)))
    mark_done(desk, None, "2")
    clock.forward(days=3)
    mark_done(desk, None, "1")
    assert [goal.title for goal in show_plan(desk, None).finished] == ["Two", "One"]


def test_what_others_said_they_would_do_is_not_mine_to_tick(desk: Desk) -> None:
    theirs = supervise(desk, actions=(Action("Lee", wrote("Ask the team")),)).actions[0]
    with pytest.raises(NotFound, match="nothing called"):
        prepare(desk, wrote_values({"text": "Stuck."}), ticked=[theirs.handle])
    assert start_prepare(desk).promises == ()
    assert [e.kept.done for e in list_record(desk, None).entries if e.kept.kind == "action"] == [
        None
    ]


def test_at_most_eight_promises_are_asked_about_the_earliest_first(desk: Desk) -> None:
    actions = tuple(
        Action("Ada", wrote(f"In {days}"), desk.today + timedelta(days=days))
        for days in range(9, 0, -1)
    )
    supervise(desk, actions=actions)
    assert [each.text for each in start_prepare(desk).promises] == [f"In {n}" for n in range(1, 9)]


def test_a_note_on_a_statement_is_kept_apart_with_its_unit(desk: Desk) -> None:
    statement = desk.framework.by_id["3.8"].live_statements[0].id
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), (statement,), kind=SUPERVISOR)
    note = given(statement, "2", basis=Basis.OBSERVED, note="Watched twice.", shared=True)
    take_answers(session, [note])
    assess(desk, ALL_TWO, UNITS)

    ada = me(desk).thing

    def read_notes() -> list[str]:
        with desk.reading() as view:
            return [each.text for each in view.current(Note, about=ada)]

    assert read_notes() == ["Watched twice."]
    start(lee, me(desk), ("3.8",), kind=SUPERVISOR)
    assert read_notes() == []


def test_beside_every_unit_an_area_is_still_named() -> None:
    kept = KeptApart(units=("1.1", "M1"), drafted=("1.1", "M1"), every=True)
    assert apart_words(kept, {"1.1": "Stance", "M1": "Judgement"}).endswith(
        "every unit and M1 Judgement."
    )
