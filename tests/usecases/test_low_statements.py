"""Statements about danger in other units: asked the safety way, and a low answer has its line."""

import json
from dataclasses import replace
from datetime import date

import pytest

from ipsskills.cli.interview.layout import unit_lines
from ipsskills.cli.interview.spoken import put_question, read_answers
from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.doing import do
from ipsskills.formats.blank import make_blank_form
from ipsskills.framework.cases import find_case
from ipsskills.framework.types import Framework
from ipsskills.method.state import StateKind
from ipsskills.pages.compose.reports.report import compose_report
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Give, Into, Jump
from ipsskills.usecases.interview.machine import InterviewState, Script, begin, press
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import compose_screen
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.agenda import agenda
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, draft, find_draft, given, go_to, me

ALONE, DECIDED = "2.1/safe-alone", "M7/not-decided-alone"
SAFETY_CODES = [Code.THREE, Code.TWO, Code.ONE, Code.ZERO, Code.OUTSIDE]


def look(desk: Desk, **codes: str) -> None:
    """Answer both statements, of a unit and of an area, as the person set as me."""
    items = {ALONE: codes.get("alone", "3"), DECIDED: codes.get("decided", "3")}
    assess(desk, items, ("2.1", "M7"))


def see(desk: Desk, item: str, code: str) -> Desk:
    """Give Lee's view of one statement, from memory; return Lee's desk."""
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), (item,), kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given(item, code, basis=Basis.MEMORY)])
    return lee


def told(desk: Desk, who: str | None = None, *, into_file: bool = False) -> str:
    page = compose_report(report(desk, who), into_file=into_file)
    return to_text(spell_page(page), 400)


def at(framework: Framework, item: str, kind: AssessmentKind) -> InterviewState:
    unit = item.split("/", maxsplit=1)[0]
    state = begin(Script(framework, kind, (unit,), "three months"))
    for command in (Into(), Jump(item)):
        state, _ = press(state, command)
    assert state.item == item
    return state


@pytest.mark.parametrize("item", [ALONE, DECIDED])
def test_it_is_asked_the_safety_way_in_a_unit_and_in_an_area(
    framework: Framework, item: str
) -> None:
    shown = compose_screen(at(framework, item, AssessmentKind.SELF))
    assert shown.question == "If this came up tomorrow, would you know what to do?"
    assert [option.code for option in shown.options] == SAFETY_CODES
    screen = " ".join(line.text for line in unit_lines(shown, 80))
    spoken = " ".join([*put_question(shown), *read_answers(shown.options)])
    for words in (screen, spoken):
        assert shown.question in words
        assert "I would know to ask" in words
        assert "No chance yet" not in words


def test_no_chance_yet_is_refused_there_and_taken_beside_it(framework: Framework) -> None:
    state, _ = press(at(framework, ALONE, AssessmentKind.SELF), Give(Code.NO_CHANCE))
    assert (state.item, state.status) == (ALONE, "n is not offered for this question.")
    beside = at(framework, "2.1/edge-of-the-role", AssessmentKind.SELF)
    assert press(beside, Give(Code.NO_CHANCE))[0].item != beside.item


def test_a_supervisor_is_asked_what_the_person_would_know(framework: Framework) -> None:
    shown = compose_screen(at(framework, ALONE, AssessmentKind.SUPERVISOR))
    assert shown.question == "From what you saw or checked: if this came up tomorrow?"
    assert [option.code for option in shown.options] == [*SAFETY_CODES, Code.NOT_SEEN]


@try_each("ending", [".yaml", ".csv", ".json"])
def test_a_form_offers_what_the_interview_does(framework: Framework, ending: str) -> None:
    form = make_blank_form(framework, [ALONE], ending)
    assert "0 I would not know" in form
    assert "No chance yet" not in form


@pytest.mark.parametrize(("code", "word"), [("1", "would know to ask"), ("0", "would not know")])
def test_a_low_answer_has_its_line_and_its_case(desk: Desk, code: str, word: str) -> None:
    look(desk, alone=code)
    line = (
        f"2.1  Ethics and boundaries  stay safe when alone on a visit (you {word}): "
        "talk to your team leader today, or whoever covers. "
        "A case: ipsskills framework vignette 2.1 5"
    )
    assert " ".join(line.split()) in " ".join(told(desk).split())
    shown = " ".join(to_text(spell_page(compose_agenda(agenda(desk, None))), 80).split())
    assert f"- 2.1 stay safe when alone on a visit (you {word}): talk to your team leader" in shown


@pytest.mark.parametrize("code", ["2", "3", "x"])
def test_any_other_answer_has_none(desk: Desk, code: str) -> None:
    look(desk, alone=code)
    assert report(desk, None).low == agenda(desk, None).low == ()


def test_data_hold_the_ids_and_codes(desk: Desk) -> None:
    look(desk, alone="1", decided="0")
    see(desk, DECIDED, "1")
    data = json.loads(envelope("report", report(desk, None), (), None))["data"]["low"]
    assert [(each["id"], each["unit"], each["own"], each["supervisor"]) for each in data] == [
        (ALONE, "2.1", "1", None),
        (DECIDED, "M7", "0", "1"),
    ]
    assert data[1]["by"]["name"] == LEE
    assert data == json.loads(envelope("agenda", agenda(desk, None), (), None))["data"]["low"]


def test_a_lower_view_of_the_supervisor_is_said_and_a_higher_one_is_not(desk: Desk) -> None:
    look(desk, alone="1", decided="3")
    see(desk, DECIDED, "0")
    page = told(desk)
    said = f"should not be made alone (you know what to do; {LEE}: you would not know)"
    assert said in page
    see(desk, ALONE, "3")
    assert "stay safe when alone on a visit (you would know to ask)" in told(desk)


def test_several_talks_today_are_asked_for_once_for_all(desk: Desk) -> None:
    assess(desk, {"2.3": "0", "2.4": "1", "3.8": "3", ALONE: "1"}, ("2.1", "2.3", "2.4", "3.8"))
    for page in (told(desk), to_text(spell_page(compose_agenda(agenda(desk, None))), 80)):
        flat = " ".join(page.split())
        assert flat.lower().count("talk to your team leader today") == 1
        assert "team leader today, or whoever covers, about 2.3, 2.4 and 2.1." in flat
        for own in ("2.3 Capacity you would not know", "visit (you would know to ask)"):
            assert own in flat.replace("Capacity, ", "Capacity "), own


def test_a_unit_to_talk_of_today_is_not_told_as_going_well(desk: Desk) -> None:
    statements = [s.id for s in desk.framework.by_id["2.1"].live_statements]
    codes = {s: "0" if s == ALONE else "3" for s in statements}
    assess(desk, {**codes, "3.8": "3"}, ("2.1", "3.8"))
    facts = report(desk, None)
    assert set(facts.lists.strengths) == {"2.1", "3.8"}, "it keeps the list it stands in"
    page = told(desk)
    well, _, rest = page.partition("SAFETY, EVERY TIME")
    assert "3.8" in well
    assert "2.1" not in well
    assert "The unit as a whole: on your own in most" in rest
    assert agenda(desk, None).strengths == ("3.8",)
    lean_on = show_plan(desk, None).strengths
    assert desk.framework.by_id["2.1"].short not in lean_on
    assert desk.framework.by_id["3.8"].short in lean_on


def test_nor_is_it_what_somebody_brings(desk: Desk) -> None:
    statements = [s.id for s in desk.framework.by_id["2.1"].live_statements]
    codes = {s: "0" if s == ALONE else "2" for s in statements}
    assess(desk, {**codes, "3.8": "2"}, ("2.1", "3.8"))
    assert set(report(desk, None).lists.brings) == {"2.1", "3.8"}
    well = told(desk).partition("SAFETY, EVERY TIME")[0]
    assert "WHAT YOU BRING" in well
    assert "2.1" not in well
    assert agenda(desk, None).strengths == ("3.8",)


def test_words_are_turned_to_the_reader_and_in_a_file_both_are_named(desk: Desk) -> None:
    look(desk, alone="1")
    lee = see(desk, ALONE, "1")
    assert "alone on a visit (would know to ask): talk to Ada Example today" in told(lee, "Ada")
    assert f"Ada Example and {LEE}, or whoever covers: talk today" in told(desk, into_file=True)


def test_it_is_ticked_as_talked_about_after_the_safety_units(desk: Desk) -> None:
    look(desk, alone="3", decided="1")
    ticked = agenda(desk, None).to_talk_about
    assert ticked[-4:] == ("2.2", "2.3", "2.4", "M7")


def test_it_stands_while_it_is_not_old_and_goes_with_a_better_answer(
    desk: Desk, clock: Clock
) -> None:
    go_to(clock, date(2026, 11, 24))
    look(desk, alone="0")
    go_to(clock, date(2027, 11, 24))
    assert [each.id for each in report(desk, None).low] == [ALONE]
    go_to(clock, date(2027, 11, 25))
    assert report(desk, None).low == ()
    look(desk, alone="0", decided="3")
    assert [each.id for each in report(desk, None).low] == [ALONE]
    look(desk, alone="3", decided="3")
    assert report(desk, None).low == ()


def test_nothing_of_it_is_told_while_it_is_kept_apart(desk: Desk) -> None:
    look(desk, alone="0")
    lee = at_desk_of(desk, LEE)
    start(lee, me(desk), ("2.1",), kind=AssessmentKind.SUPERVISOR)
    assert report(lee, "Ada Example").low == ()
    assert [each.id for each in report(desk, None).low] == [ALONE]


def test_its_command_is_the_one_that_is_printed(desk: Desk) -> None:
    look(desk, decided="1")
    (line,) = report(desk, None).low
    assert line.opens == do("framework vignette", "M7", "2")
    assert spell_text(str(line.opens)) == "ipsskills framework vignette M7 2"
    assert desk.framework.by_id["M7"].curriculum.vignettes[1].slug == "coat-kept-on"


# What fits each statement about danger outside the safety units, as read by people.
FITS = {
    "1.5/change-passed-on": "Just tired",
    "2.1/safe-alone": "The key in the door",
    "2.1/stop-at-exploitation": "A room over the pub",
    "2.1/speak-up-that-day": "What everybody knows",
    "3.4/worry-told-in-person": "Ten minutes in the library",
    "M7/once-it-is-danger": "The coat she keeps on",
    "M7/not-decided-alone": "The coat she keeps on",
    "M10/risk-seen-otherwise": "That is just Peter",
    "A1/when-safety-is-at-stake": "Ten past five",
}


def test_a_statement_about_danger_opens_the_case_that_fits(desk: Desk) -> None:
    assess(desk, dict.fromkeys(FITS, "0"), ("1.5", "2.1", "3.4", "M7", "M10", "A1"))
    found = {}
    for line in report(desk, None).low:
        unit, place = line.opens.words
        assert line.opens.verb == "framework vignette"
        found[line.id] = find_case(desk.framework.by_id[unit], place).title
    assert found == FITS


def test_a_draft_shows_no_line_before_it_is_finished(desk: Desk) -> None:
    look(desk, alone="3")
    session = draft(desk, ("2.1",))
    session.press(Into())
    assert report(desk, None).low == ()


def as_before(framework: Framework) -> Framework:
    """Return the framework as it was before its statements about danger took others' place."""
    units = []
    for unit in framework.units:
        new = {s.replaced_by for s in unit.statements if s.retired}
        kept = (s for s in unit.statements if s.id not in new)
        then = (replace(s, retired=False, replaced_by=None) for s in kept)
        units.append(replace(unit, statements=tuple(then)))
    return replace(framework, units=tuple(units))


def test_answers_from_before_the_change_count_as_they_were_asked(desk: Desk) -> None:
    before = replace(desk, framework=as_before(desk.framework))
    asked = [s.id for s in before.framework.by_id["M7"].live_statements]
    assert "M7/not-alone" in asked
    assess(before, dict.fromkeys(asked, "3") | {"M7/not-alone": "0"}, ("M7",))
    own = report(desk, None).unit("M7").own
    assert own is not None
    assert (own.state.kind, own.state.to_go) == (StateKind.IN_MOST, 0)
    assert [each.id for each in own.below] == ["M7/not-alone"]
    assert "not be made alone" in own.below[0].text
    assert report(desk, None).low == (), "it was asked another way then"


def test_a_draft_from_before_the_change_goes_on_as_it_began(desk: Desk) -> None:
    before = replace(desk, framework=as_before(desk.framework))
    asked = [s.id for s in before.framework.by_id["M7"].live_statements]
    draft(before, ("M7",)).press_all([Into(), *[Give(Code.THREE)] * len(asked)])
    found = find_draft(desk, me(desk), AssessmentKind.SELF, ("M7",))
    assert found is not None
    state = Session(desk, found.assessment, opened=found.opened).state
    assert state.open_items == ()
    assert set(state.answers) == set(asked)
    ada = me(desk).thing
    with desk.reading() as view:
        (opened,) = view.drafts_by(ada)
        assert view.count_answered(opened.assessment) == 1
