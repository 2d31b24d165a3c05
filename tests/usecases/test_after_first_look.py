"""What somebody has who finished a first look and nothing else: every page names it and goes on."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ipsskills.cli.output.spelling import spell_page, spell_text
from ipsskills.codes import AssessmentKind, Code, Only
from ipsskills.doing import do, marks_in
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.pages.compose.assessments.reviewed import compose_answers_reviewed
from ipsskills.pages.compose.plans.offers import compose_nothing_offered
from ipsskills.pages.compose.plans.plan import compose_plan
from ipsskills.pages.compose.reports.home import compose_home
from ipsskills.pages.compose.reports.report import report_page
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.assessments.begin import AskedFor, read_finished
from ipsskills.usecases.assessments.marks import change_marks
from ipsskills.usecases.assessments.only import narrow_scope
from ipsskills.usecases.assessments.reviewed import review_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Give
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import add_goals, offer_goals, preview_goals
from ipsskills.usecases.plans.history import read_plan_history
from ipsskills.usecases.plans.show import show_plan
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.home import read_home
from ipsskills.usecases.reports.report import report as read_report
from ipsskills.usecases.supervision.agenda import agenda
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, given, go_to, me, row
from tests.usecases.builders import told_report as report
from tests.words import wrote

STARTING = row("0" * 28) | {"2.2": "1", "3.10": "3"}
LOOK = AssessmentKind.FIRST_LOOK
TODAY = date(2026, 11, 24)


def look(desk: Desk, *marked: str, note: str = "", shared: bool = True) -> None:
    """Finish a first look, with marks to bring to supervision, each with the note."""
    session = start(desk, me(desk), UNITS, kind=AssessmentKind.FIRST_LOOK)
    answers = [given(item, answer) for item, answer in STARTING.items()]
    noted = [replace(each, bring=True, note=wrote(note), shared=shared) for each in answers]
    answers = [
        with_mark if with_mark.item in marked else plain
        for plain, with_mark in zip(answers, noted, strict=True)
    ]
    take_answers(session, answers)


def page(desk: Desk, who: str | None = None) -> str:
    """Return the agenda on one line, so that it may be looked into."""
    return " ".join(to_text(spell_page(compose_agenda(agenda(desk, who))), 80).split())


def told(desk: Desk, who: str | None = None) -> str:
    return to_text(report_page(report(desk, who)), 300)


def home(desk: Desk) -> str:
    return to_text(compose_home(read_home(desk)), 300)


# The first page.


def test_a_first_look_under_way_is_named_with_how_far_and_what_goes_on(desk: Desk) -> None:
    session = start(desk, me(desk), UNITS, kind=AssessmentKind.FIRST_LOOK)
    session.press_all([Give(Code.ONE), Give(Code.ZERO), Give(Code.ZERO)])
    found = read_home(desk)
    assert (found.look_begun, found.look_left, found.look_asked) == (TODAY, 25, 28)
    assert found.next == (do("assess", "--first-look"),)
    said = home(desk)
    assert "A first look begun on 24 Nov 2026 is waiting for you: 25 questions are left." in said
    assert "go on with your first look" in said
    assert "Nothing finished yet" not in said
    assert "28 questions, about" not in said


def test_one_that_is_answered_and_not_finished_says_what_finishes_it(desk: Desk) -> None:
    session = start(desk, me(desk), ("3.8", "3.9"), kind=AssessmentKind.FIRST_LOOK)
    session.press_all([Give(Code.ONE), Give(Code.ZERO)])
    on = "--first-look --unit 3.8 --unit 3.9"
    assert "is answered and not finished: Enter on its last page finishes it" in home(desk)
    assert "finish your first look" in home(desk)
    found = agenda(desk, None).under_way
    assert found is not None
    assert (found.answered, found.asked) == (2, 2)
    finish = f"is answered and not finished. Enter on its last page does: ipsskills assess {on}"
    told_there = to_text(spell_page(compose_agenda(agenda(desk, None))), 80)
    assert finish in " ".join(told_there.split())
    for read in (read_report, compare):
        with pytest.raises(NotFound, match="a first look that is not finished yet") as refused:
            read(desk, None)
        assert finish in spell_text(refused.value.hint)


def test_a_first_look_at_a_few_units_goes_on_with_the_same(desk: Desk) -> None:
    start(desk, me(desk), ("3.8", "3.9"), kind=AssessmentKind.FIRST_LOOK).press(Give(Code.ONE))
    assert read_home(desk).next == (do("assess", "--first-look", "--unit", "3.8", "--unit", "3.9"),)


def test_a_finished_first_look_is_named_with_its_day_and_what_is_next(
    desk: Desk, clock: Clock
) -> None:
    look(desk)
    clock.forward(days=3)
    said = home(desk)
    assert "Your first look, where you were starting from: 24 Nov 2026." in said
    assert "Nothing finished yet" not in said
    verbs = [each.verb for each in read_home(desk).next]
    assert verbs == ["report", "plan draft", "prepare", "framework vignette", "assess"]
    assert "28 questions" not in said


def test_beside_a_look_at_all_of_it_the_first_page_is_as_before(desk: Desk, clock: Clock) -> None:
    look(desk)
    clock.forward(days=3)
    assess(desk, row("2" * 28), UNITS)
    assert read_home(desk).looked is None
    assert [each.verb for each in read_home(desk).next] == ["report", "plan draft", "prepare"]


def test_a_first_look_from_more_than_a_year_ago_is_not_named(desk: Desk, clock: Clock) -> None:
    look(desk)
    go_to(clock, date(2027, 12, 1))
    assert "Nothing finished yet." in home(desk)


# Goals.


@pytest.mark.parametrize("looked", [False, True])
def test_a_unit_may_be_named_without_an_assessment(desk: Desk, looked: bool) -> None:
    if looked:
        look(desk)
    plan = add_goals(desk, None, ["2.4", "3.8"])
    lesson = desk.framework.by_id["2.4"].curriculum
    assert [goal.units for goal in plan.goals] == [("2.4",), ("3.8",)]
    goal = plan.goals[0]
    assert (goal.title, goal.why, goal.chance) == (lesson.goal, lesson.purpose, False)
    assert goal.activities
    assert goal.outcome.startswith("I can ")
    with pytest.raises(InvalidInput, match=r"open goal for 2\.4 already"):
        add_goals(desk, None, ["2.4"])


def test_nothing_is_a_chance_to_arrange_without_an_assessment(desk: Desk) -> None:
    look(desk)
    with pytest.raises(InvalidInput, match="None of these is a chance"):
        add_goals(desk, None, ["2.4"], arranged_by="Lee Sample")


def test_where_no_goals_are_offered_it_says_how_to_name_a_unit(desk: Desk) -> None:
    found = offer_goals(desk, None)
    assert (found.offers, found.looked, found.first_look) == ((), False, None)
    said = to_text(compose_nothing_offered(found), 300)
    assert said.startswith("Goals are offered once a look at all the units is finished.")
    assert "Choose a unit to work on, and name it;" in said
    assert [each.verb for each in found.next] == [
        "plan draft",
        "framework show",
        "plan add",
        "assess",
    ]
    assert found.next[0].words == ("--unit", "3.8")
    look(desk)
    found = offer_goals(desk, None)
    assert (found.offers, found.looked, found.first_look) == ((), False, TODAY)
    said = to_text(compose_nothing_offered(found), 300)
    assert "The first look of 24 Nov 2026" in said
    assert "where you are starting from" in said
    assert do("report") in found.next


def test_to_somebody_else_the_commands_are_about_the_person(desk: Desk) -> None:
    look(desk)
    found = offer_goals(at_desk_of(desk, LEE), "Ada")
    assert found.next[:2] == (
        do("plan draft", "--unit", "2.4", person="Ada Example"),
        do("plan draft", "--unit", "1.1", person="Ada Example"),
    )
    assert do("report", person="Ada Example") in found.next
    assert do("assess") not in found.next


def named_on_every_page(desk: Desk) -> set[str]:
    """Return the unit that each page names first to whoever has no goal yet."""
    ways = [
        *read_home(desk).next,
        *read_report(desk, None).next,
        *show_plan(desk, None).next[:1],
        *offer_goals(desk, None).next[:1],
    ]
    with pytest.raises(NotFound) as refused:
        read_plan_history(desk, None)
    ways += marks_in(refused.value.hint)
    units = [each.words[1] for each in ways if each.verb == "plan draft"]
    assert len(units) == 5, "each page leads to a goal, and none to a bare plan draft"
    (on_agenda,) = re.findall(r"Choose a unit: ipsskills plan draft --unit (\S+)", page(desk))
    return {*units, on_agenda}


def test_every_page_names_the_unit_that_was_marked(desk: Desk) -> None:
    look(desk, "3.13", "2.2")
    assert named_on_every_page(desk) == {"2.2"}, "2.2 is taught before 3.13"
    ways = offer_goals(desk, None)
    assert [(each.unit, each.why) for each in ways.by_hand] == [
        ("2.2", "marked"),
        ("3.13", "marked"),
        ("2.4", "first look"),
    ]
    said = to_text(compose_nothing_offered(ways), 300)
    assert "Employer engagement: marked to bring to supervision" in said


def test_without_a_mark_every_page_names_what_the_first_look_begins_with(desk: Desk) -> None:
    look(desk)
    assert named_on_every_page(desk) == {"2.4"}


def test_a_safety_unit_that_is_new_is_named_first_and_the_next_one_after_it(desk: Desk) -> None:
    session = start(desk, me(desk), UNITS, kind=AssessmentKind.FIRST_LOOK)
    take_answers(session, [given(unit, "0") for unit in UNITS])
    assert named_on_every_page(desk) == {"2.2"}
    assert [each.unit for each in offer_goals(desk, None).by_hand] == ["2.2", "1.1", "1.2"]
    add_goals(desk, None, ["2.2"])
    assert [each.unit for each in offer_goals(desk, None).by_hand] == ["2.4", "1.1", "1.2"]


def test_a_plan_without_goals_says_how_to_choose_one_and_what_comes_first(desk: Desk) -> None:
    for looked in (False, True):
        if looked:
            look(desk, "3.13")
        said = " ".join(to_text(spell_page(compose_plan(show_plan(desk, None))), 80).split())
        assert "Goals are offered once a look at all the units is finished." in said
        assert f"ipsskills plan draft --unit {'3.13' if looked else '3.8'} " in said
        assert 'ipsskills plan add "' in said
        assert "ipsskills assess look at all the units" in said
        assert not re.search(r"ipsskills plan draft(?! --unit)", said)


def test_a_unit_that_has_a_goal_is_not_named_again(desk: Desk) -> None:
    look(desk, "3.13", "3.8")
    add_goals(desk, None, ["3.8"])
    assert do("plan draft", "--unit", "3.13") in read_report(desk, None).next
    add_goals(desk, None, ["3.13", "1.1", "1.2"])
    assert [each.unit for each in offer_goals(desk, None).by_hand] == ["2.4", "1.3", "1.4"]


# Marks.


def test_a_mark_in_a_first_look_is_on_the_agenda_and_on_the_report(desk: Desk) -> None:
    look(desk, "3.8", note="how do I begin?")
    assert agenda(desk, None).talk == ("3.8",)
    short = desk.framework.by_id["3.8"].short
    assert f'3.8 {short}. You marked it: "how do I begin?" You: new (first look).' in page(desk)
    assert f"Marked to bring to supervision: 3.8 {short}\n" in told(desk)
    assert '(you wrote: "how do I begin?")' in told(desk)
    lee = at_desk_of(desk, LEE)
    assert "Ada Example marked it" in page(lee, "Ada")


def test_a_private_note_beside_such_a_mark_stays_private(desk: Desk) -> None:
    look(desk, "3.8", note="how do I begin?", shared=False)
    assert agenda(desk, None).talk == ("3.8",)
    assert "begin?" not in page(desk) + told(desk)


def test_three_marks_of_a_first_look_at_most_as_they_are_taught(desk: Desk) -> None:
    look(desk, "3.1", "2.2", "3.8", "1.2")
    assert agenda(desk, None).talk == ("1.2", "2.2", "3.8")


def test_a_newer_look_at_the_unit_takes_the_mark_with_it(desk: Desk, clock: Clock) -> None:
    look(desk, "3.8", "3.9")
    clock.forward(days=2)
    assess(desk, {"3.8": "3"}, ("3.8",))
    assert agenda(desk, None).talk == ("3.9",)
    assert "Marked to bring to supervision: 3.9 " in told(desk)


def test_the_report_tells_a_first_look_from_what_is_known_best(desk: Desk) -> None:
    look(desk)
    lines = [line for line in told(desk).splitlines() if line.startswith("  ") and ": " in line]
    answers = [line.split(":")[0].strip() for line in lines]
    assert [each for each in answers if each in ("Done before", "Heard of", "New")] == [
        "Done before",
        "Heard of",
        "New",
    ]


def test_such_a_mark_is_set_and_ended_without_a_new_answer(desk: Desk) -> None:
    look(desk, "3.8")
    asked = AskedFor(kind=AssessmentKind.SELF, scope=UNITS)
    assert change_marks(desk, asked, mark=["3.9"], unmark=["3.8"]).marked == ("3.9",)
    assert agenda(desk, None).talk == ("3.9",)


def test_while_a_first_look_is_open_the_mark_is_set_there(desk: Desk) -> None:
    start(desk, me(desk), UNITS, kind=AssessmentKind.FIRST_LOOK).begin()
    asked = AskedFor(kind=AssessmentKind.SELF, scope=UNITS)
    with pytest.raises(InvalidInput) as refused:
        change_marks(desk, asked, mark=["3.9"])
    assert str(do("assess", "--first-look")) in refused.value.hint


# What was answered.


def test_safety_units_are_told_as_they_were_answered(desk: Desk) -> None:
    look(desk)
    talk = desk.framework.scale.safety.talk_through
    new = "2.3 Capacity and 2.4 Sharing for safety, new (first look)"
    line = f"2.2 Confidentiality, heard of (first look); {new}"
    assert f"{line}: {talk}, 2.3 first" in page(desk), "the one least sure of first"
    assert f"heard of (first look): {talk}" in told(desk)
    assert "not answered" not in page(desk) + told(desk)


def test_a_later_answer_to_a_safety_unit_takes_its_place(desk: Desk, clock: Clock) -> None:
    look(desk)
    clock.forward(days=2)
    assess(desk, {"2.2": "3"}, ("2.2", "2.3"))
    said = page(desk)
    assert "heard of" not in said
    assert "2.3 Capacity, not answered" in said
    assert "2.4 Sharing for safety, new (first look)" in said
    assert agenda(desk, None).case_first == "2.3"


def test_the_agenda_names_a_finished_first_look_and_what_it_says(desk: Desk) -> None:
    start_page = page(desk)
    assert "There is no finished look at the units yet" in start_page
    look(desk)
    said = page(desk)
    assert "There is no finished look at the units yet" not in said
    begin = "1.1 Stance and values; 1.2 Recovery model; 1.3 Rationale"
    assert f"First look, 24 Nov. To begin with (new): {begin}. All of it: " in said
    assert "Not looked at for a while" not in said
    assert not agenda(desk, None).looked


def test_what_is_talked_about_is_not_named_to_begin_with_once_more(desk: Desk) -> None:
    look(desk, "1.1", "1.3")
    assert agenda(desk, None).begin == ("1.2", "1.4", "2.1")


def test_what_was_marked_in_it_can_be_asked_alone(desk: Desk) -> None:
    look(desk, "3.8")
    with desk.reading() as view:
        person = find_person(view, None, view.me)
        assert narrow_scope(view, person, Only.FLAGGED, UNITS) == ("3.8",)
        with pytest.raises(InvalidInput, match="no finished assessment"):
            narrow_scope(view, person, Only.EFFORT, UNITS)


def test_a_goal_for_a_unit_that_is_new_begins_with_a_case(desk: Desk) -> None:
    look(desk)
    kinds = {a.title: a.kind for u in desk.framework.asked() for a in u.curriculum.activities}
    goals = add_goals(desk, None, ["3.9", "3.10"]).goals
    first = [kinds[goal.activities[0].text] for goal in goals]
    assert first == ["vignette", "self-directed study"], "3.10 was done elsewhere"


def test_beside_a_later_look_a_strength_of_the_first_is_said_to_be_of_it(desk: Desk) -> None:
    session = start(desk, me(desk), UNITS, kind=LOOK)
    take_answers(session, [given(item, answer) for item, answer in row("3" * 28).items()])
    assert "A first look asks what was known before" not in told(desk)
    assess(desk, row("22" + "1" * 26), UNITS)
    said = told(desk)
    assert "also done before (first look, 24 Nov 2026): " in said
    assert "A first look asks what was known before" in said


@pytest.mark.parametrize(
    ("since", "first"),
    [
        (date(2026, 11, 2), "vignette"),
        (date(2026, 8, 25), "vignette"),
        (date(2026, 8, 24), "self-directed study"),
        (None, "self-directed study"),
    ],
)
def test_in_the_first_three_months_a_goal_begins_with_a_case(
    desk: Desk, since: date | None, first: str
) -> None:
    edit_person(desk, None, since=since)
    assert _begins_with(desk, "3.6") == first
    assess(desk, row("2" * 28), UNITS)
    assert _begins_with(desk, "3.9") == first, "another look says nothing here"


def test_a_goal_of_somebody_new_ends_with_a_visit_beside_their_team_leader(desk: Desk) -> None:
    edit_person(desk, None, since=date(2026, 11, 2))
    assess(desk, row("2" * 27 + "n"), UNITS)
    (profile, chance) = add_goals(desk, None, ["3.9", "3.16"]).goals
    assert [(step.due, step.with_whom) for step in profile.activities] == [
        (date(2026, 12, 1), "on my own"),
        (date(2026, 12, 8), "a colleague"),  # watching, within two weeks
        (date(2026, 12, 15), "the group"),
        (date(2026, 12, 22), "team leader"),  # beside them, within four
    ]
    kinds = {a.title: a.kind for a in desk.framework.by_id["3.16"].curriculum.activities}
    assert chance.chance
    assert [kinds[step.text] for step in chance.activities] == [
        "vignette",
        "shadowing",
        "skills workshop",
        "field mentoring",
    ]


def test_an_offer_to_somebody_new_has_the_dates_its_goal_would_have(desk: Desk) -> None:
    edit_person(desk, None, since=date(2026, 11, 2))
    assess(desk, row("1" * 28), UNITS)
    offer = preview_goals(desk, None, ["2.2"])[0]
    (goal,) = add_goals(desk, None, ["2.2"]).goals
    assert [step.due for step in offer.activities] == [step.due for step in goal.activities]
    assert (offer.activities[0].due, offer.activities[0].with_whom) == (
        date(2026, 12, 1),
        "team leader",
    )


def test_what_was_done_elsewhere_is_not_new_in_the_first_months(desk: Desk) -> None:
    edit_person(desk, None, since=date(2026, 11, 2))
    look(desk)
    assert _begins_with(desk, "3.10") == "self-directed study"


def test_who_comes_back_to_work_they_know_is_not_new(desk: Desk, clock: Clock) -> None:
    assess(desk, row("2" * 28), UNITS)
    clock.forward(days=60)
    edit_person(desk, None, since=date(2027, 1, 4))
    assert _begins_with(desk, "3.6") == "self-directed study"


def _begins_with(desk: Desk, unit: str) -> str:
    """Return the kind of activity that a goal for a unit would begin with."""
    kinds = {a.title: a.kind for a in desk.framework.by_id[unit].curriculum.activities}
    (goal,) = preview_goals(desk, None, [unit])
    return kinds[goal.activities[0].text]


# Its answers, read again and put right.


def test_its_answers_are_what_is_read_again_and_put_right_until_there_are_others(
    desk: Desk, clock: Clock
) -> None:
    asked = AskedFor(kind=AssessmentKind.SELF, scope=UNITS)
    with pytest.raises(NotFound, match="nothing finished yet"):
        read_finished(desk, asked)
    look(desk)
    again, found = review_answers(desk, asked), read_finished(desk, asked)
    assert found is not None
    assert again.kind is found.wanted.kind is found.opened.assessment.kind is LOOK
    assert again.next == (do("assess", "--first-look", "--correct"),)
    assert "Ada Example: your first look of 24 Nov 2026" in to_text(
        compose_answers_reviewed(again), 100
    )
    clock.forward(days=3)
    assess(desk, row("2" * 28), UNITS)
    found = read_finished(desk, asked)
    assert found is not None
    assert found.wanted.kind is review_answers(desk, asked).kind is AssessmentKind.SELF


def test_its_own_page_names_what_reads_it_again(desk: Desk) -> None:
    look(desk)
    assert do("assess", "--first-look", "--review") in read_report(desk, None).next
    assert "read every answer again, or put one right" in told(desk)
