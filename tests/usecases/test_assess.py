"""Assessing: one open draft, what is fixed at the start, and answers through files and back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipsskills.codes import AssessmentKind, Basis, Behind, Code
from ipsskills.errors import ChangedElsewhere, InvalidInput
from ipsskills.formats.answers import Given, read_answers
from ipsskills.framework.files import content_hash
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.reports.answers import compose_answers
from ipsskills.pages.writers.envelope import envelope
from ipsskills.pages.writers.sheet import to_csv
from ipsskills.record.types import Assessment, State
from ipsskills.usecases.assessments.assess import (
    start,
    take_answers,
)
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Give, Mark, NoteText, Toggle, Write
from ipsskills.usecases.interview.machine import Answer
from ipsskills.usecases.interview.saved import Saved
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.reading.passes import open_draft
from ipsskills.usecases.reading.person import get_reading
from ipsskills.usecases.reports.report import report_facts
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import (
    LEE,
    UNITS,
    ToldReport,
    assess,
    at_desk_of,
    counted,
    draft,
    find_draft,
    given,
    go_to,
    me,
    notes,
    ratings,
    row,
    supervise,
)
from tests.usecases.builders import told_report as report
from tests.usecases.lived import begin_once
from tests.words import wrote

SELF, SUPERVISOR = AssessmentKind.SELF, AssessmentKind.SUPERVISOR
TODAY = date(2026, 11, 24)
SCOPE = ("3.1", "3.2", "3.3")


# What to ask.


def test_all_28_units_unless_something_narrows_it(framework: Framework) -> None:
    assert choose_scope(framework) == UNITS
    assert len(UNITS) == 28


@try_each(
    ("choice", "items"),
    [
        ({"units": ("3.10", "1.6", "3.2")}, "1.6 3.2 3.10"),
        ({"units": ("A1", "M10", "M2", "3.2")}, "3.2 M2 M10 A1"),
        ({"section": "2"}, "2.1 2.2 2.3 2.4 2.5 2.6"),
        ({"section": "Professional"}, "2.1 2.2 2.3 2.4 2.5 2.6"),
        ({"domain": "employers"}, "3.12 3.13 3.14"),
        ({"domain": "EMPLOYERS"}, "3.12 3.13 3.14"),
        ({"domain": "stance"}, "1.1"),
        ({"domain": "meta"}, "M1 M2 M3 M4 M5 M6 M7 M8 M9 M10"),
        ({"areas": True}, "M1 M2 M3 M4 M5 M6 M7 M8 M9 M10"),
        ({"section": "3", "domain": "engagement"}, "3.5 3.6"),
    ],
)
def test_a_choice_is_asked_in_curriculum_order(
    framework: Framework, choice: dict[str, Any], items: str
) -> None:
    assert " ".join(choose_scope(framework, **choice)) == items


@try_each(
    "choice",
    [
        {"section": "4"},
        {"domain": "sales"},
        {"section": "1", "domain": "employers"},
        {"units": ("9.9",)},
    ],
)
def test_a_choice_that_leaves_nothing_is_refused(
    framework: Framework, choice: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput):
        choose_scope(framework, **choice)


# One open draft.


def test_a_second_draft_is_refused_and_nothing_is_added(desk: Desk) -> None:
    draft(desk, SCOPE)
    with pytest.raises(InvalidInput, match="open already"):
        draft(desk, ("1.1",))
    assert counted(desk, "assessment") == 1


def test_a_draft_of_each_person_rater_and_kind(desk: Desk) -> None:
    mine = draft(desk, SCOPE).assessment
    looks = draft(desk, SCOPE, kind=AssessmentKind.FIRST_LOOK).assessment
    lee = at_desk_of(desk, LEE)
    theirs = start(lee, me(desk), SCOPE, kind=SUPERVISOR).assessment
    own = start(lee, me(lee), SCOPE).assessment
    with desk.reading() as work:
        found = [
            open_draft(work, str(desk.me), str(desk.me), SELF),
            open_draft(work, str(desk.me), str(desk.me), AssessmentKind.FIRST_LOOK),
            open_draft(work, str(desk.me), str(lee.me), SUPERVISOR),
            open_draft(work, str(lee.me), str(lee.me), SELF),
            open_draft(work, str(lee.me), str(desk.me), SUPERVISOR),
        ]
    assert found == [mine, looks, theirs, own, None]
    assert (theirs.about, theirs.rater, theirs.author) == (desk.me, lee.me, lee.me)


def test_without_a_draft_there_is_none(desk: Desk) -> None:
    assert find_draft(desk, me(desk), SELF, UNITS) is None
    assess(desk, {"3.1": "3"})
    assert find_draft(desk, me(desk), SELF, UNITS) is None


def test_a_draft_is_gone_on_with(desk: Desk) -> None:
    session = draft(desk, SCOPE)
    session.press_all([Give(Code.TWO), Give(Code.NO_CHANCE), Toggle(Mark.BRING)])
    found = find_draft(desk, me(desk), SELF, SCOPE)
    assert found is not None
    assert (found.assessment, found.saved, found.unclear) == (session.assessment, Saved(2), False)
    again = Session(desk, found.assessment)
    assert again.state.item == "3.3"
    assert again.state.answer("3.3") == Answer(bring=True)


@try_each(
    ("days", "scope", "unclear"),
    [
        (0, SCOPE, False),  # the same
        (0, ("3.3", "3.2", "3.1"), False),  # another order
        (30, SCOPE, False),
        (31, SCOPE, True),
        (0, ("3.1", "3.2"), True),  # fewer units
        (0, UNITS, True),  # more units
    ],
)
def test_an_old_draft_or_one_of_another_scope_is_unclear(
    desk: Desk, clock: Clock, days: int, scope: tuple[str, ...], unclear: bool
) -> None:
    begin_once(desk)  # anew for each case
    draft(desk, SCOPE)
    clock.forward(days=days)
    found = find_draft(desk, me(desk), SELF, scope)
    assert found is not None
    assert found.unclear is unclear


def test_leaving_a_draft_adds_a_version_and_erases_nothing(desk: Desk) -> None:
    old = draft(desk, SCOPE)
    old.press(Give(Code.TWO))
    found = find_draft(desk, me(desk), SELF, UNITS)
    new = draft(desk, UNITS, drop=found)
    with desk.reading() as work:
        states = [a.state for a in work.history(Assessment, old.assessment.thing)]
    assert states == [State.DRAFT, State.DROPPED]
    assert ratings(desk, old.assessment)["3.1"].code is Code.TWO
    assert new.state.answers == {}
    now = find_draft(desk, me(desk), SELF, UNITS)
    assert now is not None
    assert now.assessment == new.assessment


def test_a_draft_that_changed_elsewhere_is_not_left(desk: Desk) -> None:
    session = draft(desk, SCOPE)
    found = find_draft(desk, me(desk), SELF, SCOPE)
    session.finish()
    with pytest.raises(ChangedElsewhere):
        draft(desk, UNITS, drop=found)
    assert find_draft(desk, me(desk), SELF, SCOPE) is None


# What is fixed at the start.


@try_each(
    ("hours", "since", "asked", "months", "begins"),
    [
        (None, None, None, 3, None),
        (1.0, None, None, 3, None),
        (0.6, None, None, 3, None),
        (0.59, None, None, 6, None),
        (0.5, None, 2, 2, None),
        (None, None, 12, 12, None),
        (None, date(2026, 10, 1), None, 3, date(2026, 10, 1)),
        (0.5, date(2026, 7, 1), None, 6, date(2026, 7, 1)),
        (None, date(2026, 7, 1), None, 3, None),
        (None, date(2026, 8, 24), None, 3, None),
        (None, date(2026, 8, 25), None, 3, date(2026, 8, 25)),
        (None, date(2026, 12, 1), None, 3, None),
    ],
)
def test_how_far_back_it_looks(
    desk: Desk,
    hours: float | None,
    since: date | None,
    asked: int | None,
    months: int,
    begins: date | None,
) -> None:
    begin_once(desk)  # anew for each case
    edit_person(desk, None, hours=hours, since=since)
    kept = draft(desk, SCOPE, asked_period=asked).assessment
    assert (kept.period_months, kept.period_from) == (months, begins)


def test_what_was_fixed_at_the_start_stays(desk: Desk, framework: Framework, clock: Clock) -> None:
    began = draft(desk, SCOPE).assessment
    edit_person(desk, None, hours=0.4, since=date(2026, 11, 1))
    clock.forward(days=3)
    scale = replace(framework.scale, version="2")
    later = replace(desk, framework=replace(framework, scale=scale, version="2027.1"))
    done = Session(later, began).finish()
    fixed = ("scope", "period_months", "period_from", "kind", "rater", "scale", "framework")
    assert {name: getattr(done, name) for name in fixed} == {
        "scope": SCOPE,
        "period_months": 3,
        "period_from": None,
        "kind": "self",
        "rater": desk.me,
        "scale": "1",
        "framework": content_hash(framework.text),
    }
    assert (done.began, done.finished) == (TODAY, date(2026, 11, 27))
    assert (done.thing, done.replaces, done.state) == (began.thing, began.id, State.FINISHED)


def test_each_framework_text_is_kept_once(desk: Desk, framework: Framework) -> None:
    first = assess(desk, {"3.1": "2"})
    second = assess(desk, {"3.1": "3"})
    assert first.framework == second.framework
    assert counted(desk, "framework_text") == 1
    edited = replace(framework, version="2027.1")
    third = assess(replace(desk, framework=edited), {"3.1": "3"})
    assert counted(desk, "framework_text") == 2
    with desk.reading() as work:
        assert work.framework_text(first.framework) == framework.text
        assert work.framework_text(third.framework) == edited.text


def test_what_is_blank_at_the_end_is_not_answered(desk: Desk, clock: Clock) -> None:
    session = draft(desk, SCOPE)
    session.press(Give(Code.ZERO))
    go_to(clock, date(2026, 12, 1))
    done = session.finish()
    assert (done.state, done.finished, done.began) == (State.FINISHED, date(2026, 12, 1), TODAY)
    found = report(desk, None)
    states = dict(found.states)
    answers = {a.id: (a.answer, states[a.id]) for a in found.answers}
    assert answers == {
        "3.1": ("0", "not yet"),
        "3.2": (None, "not answered"),
        "3.3": (None, "not answered"),
    }


# Answers from a file.


def test_a_row_outside_the_scope_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    session = draft(desk, SCOPE)
    with pytest.raises(InvalidInput, match=r"3\.16") as refused:
        take_answers(session, [given("3.1", "3"), given("3.16", "2")])
    assert "Nothing was kept" in refused.value.message
    assert counted(desk, "rating") == 0
    assert find_draft(desk, me(desk), SELF, SCOPE) is not None


def test_a_file_is_taken_with_everything_in_it(desk: Desk) -> None:
    rows = [
        given(
            "3.1",
            "1",
            basis=Basis.FEEDBACK,
            bring=True,
            show=True,
            behind=Behind.KIT,
            note="Phone broken.",
            shared=True,
        ),
        given("3.2", "x"),
        given("3.3", bring=True, note="Mine."),
    ]
    done = take_answers(draft(desk, SCOPE), rows)
    kept = ratings(desk, done)
    assert kept["3.1"].code is Code.ONE
    assert (kept["3.1"].basis, kept["3.1"].behind) == (Basis.FEEDBACK, Behind.KIT)
    assert (kept["3.1"].bring, kept["3.1"].show) == (True, True)
    assert (kept["3.2"].code, kept["3.2"].reason) == (Code.OUTSIDE, "setting")
    assert (kept["3.3"].code, kept["3.3"].bring) == (None, True)
    words = {note.subject.split("/")[1]: (note.text, note.shared) for note in notes(desk).values()}
    assert words == {"3.1": ("Phone broken.", True), "3.3": ("Mine.", False)}


def test_a_file_does_not_clear_the_marks_of_the_draft_it_ends(desk: Desk) -> None:
    session = draft(desk, SCOPE)
    session.press_all([Toggle(Mark.BRING), Toggle(Mark.SHOW), Write(NoteText(wrote("Mine.")))])
    done = take_answers(
        Session(desk, session.assessment), [given("3.1", "2", bring=True, show=True)]
    )
    kept = ratings(desk, done)["3.1"]
    assert (kept.code, kept.bring, kept.show) == (Code.TWO, True, True)
    assert [note.text for note in notes(desk).values()] == ["Mine."]


# Five different things, there and back.

WRITERS: dict[str, Callable[[ToldReport], str]] = {
    ".csv": lambda made: to_csv(compose_answers(made.facts)),
    ".json": lambda made: envelope("report", made.facts, [], None),
}


def back_and_forth(found: ToldReport, folder: Path, framework: Framework, kind: Any) -> list[Given]:
    """Through JSON to CSV: what is read from the one is what is read from the other."""
    read = {}
    for ending, write in WRITERS.items():
        path = folder / f"answers{ending}"
        path.write_text(write(found), encoding="utf-8")
        read[ending] = list(read_answers(path, framework, kind))
    assert read[".csv"] == read[".json"]
    return read[".csv"]


def kept_codes(desk: Desk, assessment: Assessment) -> dict[str, str | None]:
    """What the store itself holds; an item without a row is not there."""
    query = f"SELECT item, code FROM rating WHERE assessment = '{assessment.thing}'"
    with desk.store.reading() as work:
        return dict(work._database.run(query))


def test_nought_no_chance_outside_and_blank_come_back_as_themselves(
    desk: Desk, framework: Framework, tmp_path: Path
) -> None:
    scope = ("3.1", "3.2", "3.3", "3.4", "3.5")
    first = assess(
        desk, {"3.1": "0", "3.2": "n", "3.3": "x", "3.4": given("3.4", bring=True)}, scope
    )
    expected = {"3.1": "0", "3.2": "n", "3.3": "x", "3.4": None}
    assert kept_codes(desk, first) == expected
    found = report(desk, None)
    assert [(a.id, a.answer) for a in found.answers] == [*expected.items(), ("3.5", None)]
    assert len({state for _, state in found.states}) == 4
    read = back_and_forth(found, tmp_path, framework, SELF)
    second = take_answers(draft(desk, scope), read)
    assert kept_codes(desk, second) == expected
    assert ratings(desk, second)["3.3"].reason == "setting"
    assert report(desk, None).answers == found.answers


def test_not_seen_comes_back_as_itself_beside_the_others(
    desk: Desk, framework: Framework, tmp_path: Path
) -> None:
    assess(desk, row("3" * 28))
    supervise(desk, {"3.1": "0O", "3.2": "n", "3.3": "x", "3.5": "3R"})
    some = ("3.1", "3.2", "3.3", "3.4", "3.5")
    made = report(desk, None)
    with desk.reading() as view:
        reading = get_reading(view, find_person(view, None, view.me))
        theirs = replace(reading, own=reading.views.supervisor)
        facts = report_facts(view, theirs)
    rows = tuple(answer for answer in facts.answers if answer.id in some)
    assert [a.answer for a in rows] == ["0", "n", "x", "u", "3"]
    found = replace(made, facts=replace(facts, answers=rows))
    read = back_and_forth(found, tmp_path, framework, SUPERVISOR)
    lee = at_desk_of(desk, LEE)
    scope = (*some, "3.6")
    again = take_answers(start(lee, me(desk), scope, kind=SUPERVISOR), read)
    assert kept_codes(desk, again) == {
        "3.1": "0",
        "3.2": "n",
        "3.3": "x",
        "3.4": "u",
        "3.5": "3",
    }
    assert ratings(desk, again)["3.1"].basis is Basis.OBSERVED
    assert ratings(desk, again)["3.4"].basis is None


def test_not_seen_is_no_answer_for_oneself(
    desk: Desk, framework: Framework, tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("slug,answer\nworking-alliance,u\n", encoding="utf-8")
    with pytest.raises(InvalidInput):
        read_answers(path, framework, SELF)
    assert [g.code for g in read_answers(path, framework, SUPERVISOR)] == [Code.NOT_SEEN]


HARD_NOTES = [
    "=1+1",
    "'=1+1",
    "-5 and counting",
    "+44 20",
    "@home",
    "a\nb, \"c\"; 'd'",
    "\tindented",
    "Zoë 😀 سارة ✓",
    "semi;colon\ttab",
]


@try_each("note", HARD_NOTES)
def test_a_shared_note_comes_back_letter_by_letter(
    desk: Desk, framework: Framework, tmp_path: Path, note: str
) -> None:
    begin_once(desk)  # anew for each case
    assess(desk, {"3.1": given("3.1", "2", note=note, shared=True)})
    (read,) = back_and_forth(report(desk, None), tmp_path, framework, SELF)
    assert (read.note, read.shared) == (note, True)
