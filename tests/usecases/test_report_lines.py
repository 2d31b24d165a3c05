"""Lines of their own on the report: what was agreed, a first look; and units told by statements."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import AssessmentKind, Basis, Behind, Code
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.formats.answers import read_answers
from ipsskills.method.pairs import Alone
from ipsskills.pages.compose.assessments.agreed import compose_agreed
from ipsskills.pages.compose.reports.answers import compose_answers
from ipsskills.pages.compose.reports.compare import compose_comparison
from ipsskills.pages.compose.reports.report import report_page
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.statements import LONGEST, ON_A_LINE, short_form
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.markdown import to_markdown
from ipsskills.pages.writers.sheet import to_csv
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Assessment, Rating
from ipsskills.usecases.assessments.agree import agree, list_answers, offer_answers
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.plans.add import offer_goals
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.supervision.agenda import agenda
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    ToldReport,
    assess,
    at_desk_of,
    draft,
    given,
    go_to,
    me,
    notes,
    read_person,
    row,
    supervise,
)
from tests.usecases.builders import told_report as report
from tests.usecases.lived import live_once
from tests.words import wrote

WHY = "We looked at the log together"
FIRST_LOOK = AssessmentKind.FIRST_LOOK


def live_both(desk: Desk, clock: Clock) -> None:
    go_to(clock, date(2026, 11, 24))
    assess(desk, row("332322 332123 33322312 32213n-x"), UNITS)
    supervise(desk, {"3.8": "0O", "3.12": "3R"})
    go_to(clock, date(2026, 11, 26))


@pytest.fixture
def both(desk: Desk) -> Desk:
    return live_once(desk, live_both)


def text(made: ToldReport, width: int = 300) -> str:
    return to_text(report_page(made), width)


# Agreed.


def test_an_agreed_answer_is_a_third_record_with_its_reason(both: Desk) -> None:
    done = agree(both, None, "3.12", Code.TWO, wrote(WHY))
    assert (done.answer, done.with_whom, done.on) == (Code.TWO, LEE, date(2026, 11, 26))
    assert ": with a check, agreed with" in compose_agreed(done)
    with both.store.reading() as work:
        (kept,) = work.current(Assessment, kind=AssessmentKind.AGREED)
        (rating,) = work.current(Rating, assessment=kept.thing)
    assert (kept.scope, kept.rater, kept.about) == (("3.12",), both.me, both.me)
    assert (kept.began, kept.finished) == (date(2026, 11, 26), date(2026, 11, 26))
    assert (rating.item, rating.code, rating.basis) == ("3.12", Code.TWO, None)
    note = notes(both)[rating.thing]
    assert (note.text, note.shared) == (WHY, True)
    assert kept.agreed_with == at_desk_of(both, LEE).me


def test_it_has_a_line_of_its_own_and_changes_no_list(both: Desk) -> None:
    before = report(both, None)
    agree(both, None, "3.12", Code.THREE, wrote(WHY))
    after = report(both, None)
    (line,) = after.agreed
    assert (line.unit, line.said) == ("3.12", f"on your own, 26 Nov 2026, with {LEE}")
    assert line.note == WHY, "nobody said the name"
    assert replace(after, agreed=(), facts=before.facts) == before
    assert after.facts.lists == replace(before.facts.lists, agreed=("3.12",))
    assert "AGREED TOGETHER   beside both views" in text(after)
    assert "## Agreed together" in to_markdown(report_page(after))


def test_the_words_turn_with_the_reader_and_the_latest_counts(both: Desk, clock: Clock) -> None:
    lee = at_desk_of(both, LEE)
    assert agree(lee, "Ada", "3.12", Code.THREE, wrote(WHY)).with_whom == "Ada Example"
    assert report(lee, "Ada").agreed[0].said == f"on their own, 26 Nov 2026, with {LEE}"
    go_to(clock, date(2027, 1, 5))
    agree(both, None, "3.12", Code.TWO, wrote("Another look"))
    why = wrote("One talk seen")
    agree(both, None, "3.8", Code.ONE, why, with_whom="Kim", new_person=True)
    assert [(line.unit, line.said) for line in report(both, None).agreed] == [
        ("3.8", "with someone, 5 Jan 2027, with Kim"),
        ("3.12", f"with a check, 5 Jan 2027, with {LEE}"),
    ]
    early = report(both, None, on=date(2026, 12, 1)).agreed[0]
    assert early.said == f"on your own, 26 Nov 2026, with {LEE}"
    go_to(clock, date(2028, 2, 1))
    assert report(both, None).agreed[0].said == "with someone, 5 Jan 2027, old, with Kim"


@pytest.mark.parametrize("kind", [AssessmentKind.SELF, AssessmentKind.SUPERVISOR])
def test_while_a_draft_is_open_on_the_unit_nothing_is_agreed(
    both: Desk, kind: AssessmentKind
) -> None:
    agree(both, None, "3.12", Code.TWO, wrote(WHY))
    by = both if kind is AssessmentKind.SELF else at_desk_of(both, LEE)
    session = start(by, me(both), ("3.12",), kind=kind)
    for desk in (both, at_desk_of(both, LEE)):
        with pytest.raises(InvalidInput, match="Each looks alone first"):
            offer_answers(desk, "Ada", "3.12")
        with pytest.raises(InvalidInput, match="Each looks alone first"):
            agree(desk, "Ada", "3.12", Code.TWO, wrote(WHY))
        assert report(desk, "Ada").agreed == ()
    offer_answers(both, None, "3.8")
    session.finish()
    offer_answers(both, None, "3.12")


def test_both_views_of_the_unit_have_to_be_finished(desk: Desk) -> None:
    with pytest.raises(NotFound, match=r"Ada Example's own view on 3\.8 is not finished"):
        offer_answers(desk, None, "3.8")
    assess(desk, {"3.8": "2"})
    with pytest.raises(NotFound, match=r"a supervisor's view on 3\.8 is not finished"):
        offer_answers(desk, None, "3.8")
    supervise(desk, {"3.8": "3O"})
    offer_answers(desk, None, "3.8")
    with pytest.raises(NotFound, match="on M1 is not finished"):
        offer_answers(desk, None, "M1")


def test_what_may_be_agreed(both: Desk) -> None:
    unit = both.framework.by_id
    assert "".join(list_answers(both.framework, unit["3.8"])) == "3210nx"
    assert "".join(list_answers(both.framework, unit["1.2"])) == "3210x"
    with pytest.raises(InvalidInput, match=r"cannot be agreed on 1\.2"):
        agree(both, None, "1.2", Code.NO_CHANCE, wrote(WHY))
    with pytest.raises(InvalidInput, match="needs a reason"):
        agree(both, None, "3.8", Code.TWO, wrote("  "))
    assert report(both, None).agreed == ()
    done = agree(both, None, "3.8", Code.OUTSIDE, wrote(WHY))
    assert ": agreed outside this job, agreed with" in compose_agreed(done)


# A first look.


def look(desk: Desk, answers: Mapping[str, str]) -> None:
    session = start(desk, me(desk), UNITS, kind=FIRST_LOOK)
    given_ = [given(item, answer) for item, answer in answers.items()]
    given_ = [
        replace(g, note=wrote("at the job centre"), shared=True) if g.item == "3.10" else g
        for g in given_
    ]
    take_answers(session, given_)


STARTING = row("2211110000000000000000000000") | {"3.10": "3", "2.2": "3", "1.1": "3"}


def test_with_only_a_first_look_the_report_shows_that(desk: Desk) -> None:
    look(desk, STARTING)
    found = report(desk, None)
    before = desk.framework.scale.first_look.anchors[Code.THREE].you
    assert found.first_look_only
    assert [(e.unit, e.said) for e in found.brings] == [
        ("1.1", f"{before} (first look, 24 Nov 2026)"),
        ("3.10", f"{before} (first look, 24 Nov 2026)"),
    ]
    assert (found.strengths, found.effort, found.not_answered) == ((), (), ())
    states = dict(found.states)
    told = {answer.id: (answer.answer, states[answer.id]) for answer in found.answers}
    assert len(told) == 28
    assert told["3.10"] == (None, before), "its words; its codes are of another scale"
    assert told["1.3"] == (None, desk.framework.scale.first_look.anchors[Code.ONE].you)
    assert [e.unit for e in found.safety] == ["2.2", "2.3", "2.4"]
    page = text(found)
    assert page.startswith("Ada Example: your first look on 24 Nov 2026\nEmployment specialist.\n")
    assert f"{before.capitalize()}: 1.1 Stance and values; 2.2 Confidentiality; 3.10 " in page
    assert '(you wrote: "at the job centre")' in page
    assert "Looking back" not in page
    assert found.next[0][0] == "ipsskills assess"
    data = json.loads(envelope("report", found.facts, [], None))["data"]
    assert data["lists"]["first_look"][0] == "1.1"


def test_to_somebody_else_it_is_their_own_first_look(desk: Desk) -> None:
    look(desk, STARTING)
    found = report(at_desk_of(desk, LEE), "Ada")
    assert text(found).startswith("Ada Example: own first look on 24 Nov 2026")
    assert "ipsskills assess" not in dict(found.next)


def test_beside_a_later_view_it_is_a_line_of_its_own(desk: Desk, clock: Clock) -> None:
    look(desk, STARTING)
    go_to(clock, date(2026, 12, 20))
    assess(desk, row("2222111111111111111111111111"), UNITS)
    found = report(desk, None)
    assert not found.first_look_only
    assert [e.unit for e in found.brings] == ["1.1", "1.2", "1.3", "1.4", "3.10"]
    assert found.moved == ()
    assert "FIRST LOOK   where you were starting from" in text(found)
    assess(desk, {"3.1": "3"})
    found = report(desk, None)
    assert (found.brings, [e.unit for e in found.strengths]) == ((), ["3.1"])
    go_to(clock, date(2027, 12, 1))
    assert report(desk, None).first_look == ()


def test_a_first_look_makes_no_chart_and_no_goals(desk: Desk) -> None:
    look(desk, STARTING)
    with pytest.raises(NotFound, match="no finished assessment yet"):
        read_person(desk, None)
    assert offer_goals(desk, None).offers == ()


def test_a_first_look_on_an_earlier_day_is_none(desk: Desk) -> None:
    look(desk, STARTING)
    with pytest.raises(NotFound):
        report(desk, None, on=date(2026, 11, 1))


def test_a_first_look_is_kept_apart_with_the_rest_of_the_persons_own(both: Desk) -> None:
    look(both, STARTING)
    draft(both, ("1.1",))
    lee = at_desk_of(both, LEE)
    assert "1.1" in {e.unit for e in report(both, None).first_look}
    assert "1.1" not in {e.unit for e in report(lee, "Ada").first_look}


# By statements.


def live_told(desk: Desk, _: Clock) -> None:
    """Ada, who answered 3.8 and 2.3 statement by statement."""
    live = [s.id for s in desk.framework.by_id["3.8"].live_statements]
    safety = [s.id for s in desk.framework.by_id["2.3"].live_statements]
    answers = [given(item, "3") for item in UNITS if item not in ("3.8", "2.3")]
    answers += [given(item, "2") for item in live[2:]]
    answers += [given(live[0], "0", bring=True, note="The first time.", shared=True)]
    answers += [given(live[1], "3", show=True, behind=Behind.TIME)]
    answers += [given(safety[0], "1"), *(given(item, "3") for item in safety[1:])]
    take_answers(draft(desk), answers)


@pytest.fixture
def told(desk: Desk) -> Desk:
    return live_once(desk, live_told)


def test_every_statement_below_the_top_is_named_those_at_0_first(told: Desk) -> None:
    (entry,) = report(told, None).effort
    live = told.framework.by_id["3.8"].live_statements
    assert [below.id for below in entry.below] == [live[0].id, *(s.id for s in live[2:])]
    assert entry.below[0].said == "new to you"  # the first of 3.8 asks about knowledge
    assert entry.below[0].text == live[0].text
    assert entry.said == "with a check; marked to talk about; see For the service"
    assert entry.note == "The first time."
    page = text(report(told, None))
    ours = page.split("WHERE EFFORT")[1].split("\n\n")[0].splitlines()
    named = [line.strip() for line in ours[2:]]
    assert named[0] == f"- new to you: {short_form(live[0].text, ON_A_LINE)}"
    assert [line.startswith("- ") for line in named] == [True] * (len(live) - 1), "one by one"


def test_a_unit_answered_in_part_says_how_much_is_to_go(desk: Desk) -> None:
    live = [s.id for s in desk.framework.by_id["3.8"].live_statements]
    take_answers(draft(desk, ("3.1", *live)), [given(item, "2") for item in live[:2]])
    page = text(report(desk, None))
    listed = page.split("NOT ANSWERED   nothing is assumed\n")[1].split("\n---")[0]
    blank, part = listed.split("  Part answered")
    assert "3.1 Clients and families" in blank
    assert part == f" ({len(live) - 2} to go): 3.8 Disclosure"


def test_units_with_such_statements_are_always_told_in_full(desk: Desk) -> None:
    last = [s.id for s in desk.framework.by_id["3.16"].live_statements]
    answers = [given(item, "1") for item in UNITS if item != "3.16"]
    take_answers(draft(desk), [*answers, *(given(item, "2") for item in last)])
    page = text(report(desk, None))
    effort = page.split("WHERE EFFORT")[1].split("\n\n")[0]
    assert "  3.16  Job support" in effort
    assert "3.16" not in effort.split("also at")[1]


def test_marks_and_what_is_behind_count_for_the_unit(told: Desk) -> None:
    read = read_person(told, None)
    assert read.own["3.8"].show
    assert read.views.own_marks == {"3.8"}
    assert [(e.unit, e.said) for e in report(told, None).for_the_service] == [
        ("3.8", "time or caseload (see Where effort would pay first)")
    ]


def test_a_safety_unit_is_read_by_its_lowest_statement(told: Desk) -> None:
    line = report(told, None).safety[1]
    assert line.said.endswith("talk to your team leader today, or whoever covers")
    assert [below.said for below in line.below] == ["you would know to ask"]


def test_seen_by_statements(told: Desk) -> None:
    live = [s.id for s in told.framework.by_id["3.8"].live_statements]
    lee = at_desk_of(told, LEE)
    session = start(lee, me(told), ("3.8",), kind=AssessmentKind.SUPERVISOR)
    take_answers(session, [given(item, "0", basis=Basis.OBSERVED) for item in live])
    assert read_person(told, None).views.far_apart("3.8")
    assert "Lee Invented saw it" in report(told, None).effort[0].said


def test_files_of_answers_hold_those_of_statements_too(told: Desk, tmp_path: Path) -> None:
    made = report(told, None)
    live = told.framework.by_id["3.8"].live_statements
    rows = {answer.slug: answer for answer in made.answers}
    assert (rows["disclosure"].answer, rows["disclosure"].bring) == (None, False)
    first = rows[live[0].id]
    assert (first.answer, dict(made.states)[first.id], first.bring, first.note) == (
        "0",
        "new to you",
        True,
        "The first time.",
    )
    slugs = [answer.slug for answer in made.answers]
    assert slugs.index(live[0].id) == slugs.index("disclosure") + 1
    path = tmp_path / "answers.csv"
    path.write_text(to_csv(compose_answers(made.facts)), encoding="utf-8")
    given_ = read_answers(path, told.framework)
    take_answers(draft(told), [replace(each, note=wrote(each.note)) for each in given_])
    again = report(told, None)
    assert replace(again, facts=made.facts) == made
    assert [(a.slug, a.answer, a.bring) for a in again.answers] == [
        (a.slug, a.answer, a.bring) for a in made.answers
    ]


@try_each(
    ("text_", "short"),
    [
        ("An ability to weigh telling: with a client.", "weigh telling"),
        ("An ability to draw on knowledge of the law, for example by reading.", "the law"),
        ("A short one.", "A short one"),
    ],
)
def test_the_short_form_of_a_statement(text_: str, short: str) -> None:
    assert short_form(text_) == short


def test_every_statement_has_a_short_form(desk: Desk) -> None:
    for unit in desk.framework.units:
        for statement in unit.statements:
            said = short_form(statement.text)
            assert 3 <= len(said) <= LONGEST
            assert not said.endswith((",", " ", "."))


def test_a_lower_view_of_a_safety_unit_seen_in_part_says_how_much_was_seen(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    parts = [statement.id for statement in desk.framework.by_id["2.2"].statements]
    session = start(
        at_desk_of(desk, LEE), me(desk), ("2.2", *parts), kind=AssessmentKind.SUPERVISOR
    )
    seen = given(parts[0], "1", basis=Basis.OBSERVED)
    take_answers(session, [given("2.2", ""), seen, *(given(part, "u") for part in parts[1:])])
    line = next(entry for entry in report(desk, None).safety if entry.unit == "2.2")
    assert f'"seen in part (1 of {len(parts)}), you would know to ask"' in line.said
    assert line.said.endswith("talk to your team leader today, or whoever covers")


# Beside nothing but a first look.


def live_looked(desk: Desk, clock: Clock) -> None:
    """Ada, who has finished a first look; Lee has given a view of some units."""
    look(desk, STARTING)
    go_to(clock, date(2026, 11, 26))
    supervise(desk, {"2.2": "1O", "3.2": "3O", "3.8": "0O"})


@pytest.fixture
def looked(desk: Desk) -> Desk:
    return live_once(desk, live_looked)


def test_a_supervisors_view_stands_beside_nothing_but_a_first_look(looked: Desk) -> None:
    made = report(looked, None)
    assert made.head.supervisor == LEE
    assert [line.unit for line in made.effort] == ["3.8"]
    assert made.effort[0].said.endswith('Lee Invented saw it, 26 Nov: "not yet"')
    assert [(line.unit, line.said) for line in made.theirs] == [
        ("3.2", "on your own (observed, 26 Nov)")
    ]
    said = next(line.said for line in made.safety if line.unit == "2.2")
    assert 'Lee Invented saw it, 26 Nov: "you would know to ask"' in said
    assert said.endswith("talk to your team leader today, or whoever covers")
    assert "LEE INVENTED'S VIEW   beside the first look" in text(made)


def test_the_two_stand_beside_each_other_and_nothing_is_compared(looked: Desk) -> None:
    found = compare(looked, None)
    assert found.pairs == ()
    assert found.sides.first_look
    page = to_text(compose_comparison(found))
    assert "A first look has a scale of its own" in page
    assert {lone.why for lone in found.alone} == {Alone.NOT_SEEN, Alone.FIRST_LOOK}


def test_what_a_supervisor_saw_of_safety_is_on_the_agenda_before_any_look(desk: Desk) -> None:
    supervise(desk, {"2.2": "1O", "3.8": "0O"})
    page = " ".join(to_text(spell_page(compose_agenda(agenda(desk, None)))).split())
    assert "2.2 Confidentiality, not answered; Lee Invented: you would know to ask" in page
    assert "talk to your team leader today, or whoever covers" in page
    assert "3.8 Disclosure" not in page, "nothing else is talked about before a look of one's own"
    assert "Choose a unit: ipsskills plan draft --unit" in page
