"""The safety block: a line for each safety unit, every time, by the lower of the two views."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ipsskills.codes import AskedAs, AssessmentKind
from ipsskills.framework.types import Framework
from ipsskills.method.current import Standing, find_standings
from ipsskills.method.lists import Views, make_lists
from ipsskills.method.safety import SafetyCase, format_safety, make_safety_line
from tests.cases import try_each
from tests.method.builders import DAY, assessed, by_statements, standing, standings_of

TODAY, THROUGH = SafetyCase.TALK_TODAY, SafetyCase.TALK_THROUGH
VIGNETTE, NOTHING, OUTSIDE = SafetyCase.VIGNETTE, SafetyCase.NOTHING_MORE, SafetyCase.OUTSIDE
SIX_MONTHS_AGO, A_DAY_MORE = date(2026, 5, 24), date(2026, 5, 23)
NEVER = ""
SUPERVISOR = AssessmentKind.SUPERVISOR


def view(answer: str, on: date = DAY) -> Standing | None:
    """Return one view of 2.2; no letter is no view at all."""
    return None if answer == NEVER else standing("2.2", answer, on=on)


@try_each(
    ("own", "case"),
    [
        ("0", TODAY),
        ("1", TODAY),
        ("2", VIGNETTE),
        ("3", NOTHING),
        (".", THROUGH),
        (NEVER, THROUGH),
        ("n", THROUGH),
        ("x", OUTSIDE),
    ],
)
def test_the_persons_view_alone_decides_where_there_is_no_other(own: str, case: SafetyCase) -> None:
    line = make_safety_line("2.2", view(own), None, DAY)
    assert (line.unit, line.case, line.supervisor_lower) == ("2.2", case, None)


@try_each(
    ("own", "supervisor", "case", "shown"),
    [
        ("3", "3", NOTHING, False),
        ("3", "2", VIGNETTE, True),
        ("3", "1", TODAY, True),
        ("3", "0", TODAY, True),
        ("2", "3", VIGNETTE, False),
        ("2", "2", VIGNETTE, False),
        ("2", "1", TODAY, True),
        ("1", "3", TODAY, False),
        ("1", "0", TODAY, True),
        ("0", "3", TODAY, False),
        # blank comes after 0 and 1, and before 2 and 3
        (".", "0", TODAY, True),
        (".", "1", TODAY, True),
        (".", "2", THROUGH, True),
        (".", "3", THROUGH, True),
        (NEVER, "1", TODAY, True),
        (NEVER, "3", THROUGH, True),
        # not seen, and a supervisor's blank, are read as the person's blank is
        ("3", "u", THROUGH, False),
        ("2", "u", THROUGH, False),
        ("1", "u", TODAY, False),
        ("3", ".", THROUGH, False),
        (".", "u", THROUGH, False),
        # outside this job says so where no view says anything else
        ("x", "0", TODAY, True),
        ("x", "2", VIGNETTE, True),
        ("x", "3", NOTHING, True),
        ("x", "u", THROUGH, False),
        ("x", "x", OUTSIDE, False),
        (NEVER, "x", OUTSIDE, False),
        ("3", "x", NOTHING, False),
        ("2", "x", VIGNETTE, False),
        (".", "x", THROUGH, False),
    ],
)
def test_the_lower_of_the_two_views_decides_and_a_lower_supervisors_is_shown(
    own: str, supervisor: str, case: SafetyCase, *, shown: bool
) -> None:
    theirs = view(supervisor)
    line = make_safety_line("2.2", view(own), theirs, DAY)
    assert line.case is case
    assert line.own == view(own)
    assert line.supervisor_lower == (theirs if shown else None)


def test_a_supervisors_lower_view_decides_whatever_it_rests_on() -> None:
    line = make_safety_line("2.2", view("3"), standing("2.2", "1", seen=False), DAY)
    assert line.case is TODAY
    assert line.supervisor_lower


@try_each(
    ("own", "on", "case"),
    [
        ("3", SIX_MONTHS_AGO, NOTHING),
        ("3", A_DAY_MORE, THROUGH),
        ("2", SIX_MONTHS_AGO, VIGNETTE),
        ("2", A_DAY_MORE, THROUGH),
        ("1", A_DAY_MORE, TODAY),
        ("0", A_DAY_MORE, TODAY),
        ("x", A_DAY_MORE, OUTSIDE),
        (".", A_DAY_MORE, THROUGH),
    ],
)
def test_an_answer_older_than_six_calendar_months_is_talked_through(
    own: str, on: date, case: SafetyCase
) -> None:
    assert make_safety_line("2.2", view(own, on), None, DAY).case is case


@try_each(
    ("own", "supervisor", "on", "case"),
    [
        ("3", "2", SIX_MONTHS_AGO, VIGNETTE),
        ("3", "2", A_DAY_MORE, THROUGH),
        ("3", "3", A_DAY_MORE, THROUGH),
        ("3", "1", A_DAY_MORE, TODAY),
        ("1", "3", A_DAY_MORE, TODAY),
        ("3", "x", A_DAY_MORE, NOTHING),
    ],
)
def test_a_supervisors_view_grows_old_too(
    own: str, supervisor: str, on: date, case: SafetyCase
) -> None:
    assert make_safety_line("2.2", view(own), view(supervisor, on), DAY).case is case


@try_each(
    ("row", "whole", "case"),
    [
        ("3333333330", ".", TODAY),
        ("3333333331", ".", TODAY),
        ("3333333332", ".", VIGNETTE),
        ("3333333333", ".", NOTHING),
        ("33x3", ".", NOTHING),
        ("xxxx", ".", OUTSIDE),
        ("3333.", ".", NOTHING),
        # part answered: the lowest so far, or the whole answer that stands for it
        ("33..", ".", THROUGH),
        ("23..", ".", THROUGH),
        ("31..", ".", TODAY),
        ("33..", "0", TODAY),
        ("33..", "3", THROUGH),
        ("33..", "x", THROUGH),
        ("x...", ".", THROUGH),
        # all statements answered: the whole answer does not count
        ("3333", "0", NOTHING),
    ],
)
def test_a_unit_by_statements_is_read_by_its_lowest(row: str, whole: str, case: SafetyCase) -> None:
    own = standing("2.2", by_statements(row, whole))
    assert make_safety_line("2.2", own, None, DAY).case is case


@try_each(
    ("row", "case", "shown"),
    [
        ("uuu0", TODAY, True),
        ("uuu2", VIGNETTE, True),
        ("uuu3", NOTHING, False),
        ("3330", TODAY, True),
        ("uu.", THROUGH, False),
        ("uuu", THROUGH, False),
        ("32..", THROUGH, True),
        ("xxx", NOTHING, False),
    ],
)
def test_a_supervisors_view_by_statements_is_read_by_its_lowest(
    row: str, case: SafetyCase, *, shown: bool
) -> None:
    theirs = standing("2.2", by_statements(row, supervisor=True))
    line = make_safety_line("2.2", view("3"), theirs, DAY)
    assert line.case is case
    assert line.supervisor_lower == (theirs if shown else None)


@try_each("letter", ["", "0", "1", "2", "3", "x", "."])
def test_every_safety_unit_has_a_line_every_time_and_stands_nowhere_else(
    framework: Framework, letter: str
) -> None:
    own = standings_of(dict.fromkeys(("2.2", "2.3", "2.4"), letter)) if letter else {}
    found = make_lists(framework, Views(own), DAY)
    assert [line.unit for line in found.safety] == ["2.2", "2.3", "2.4"]
    others = found.effort + found.chances + found.strengths + found.not_answered + found.outside
    assert not {"2.2", "2.3", "2.4"} & {*others, *found.brings}


def test_a_service_may_add_units_and_areas_to_the_block(framework: Framework) -> None:
    wider = replace(framework, local_safety=("3.7", "M4"))
    found = make_lists(wider, Views(standings_of({"3.7": "1"})), DAY)
    assert [(line.unit, line.case) for line in found.safety] == [
        ("2.2", THROUGH),
        ("2.3", THROUGH),
        ("2.4", THROUGH),
        ("3.7", TODAY),
        ("M4", THROUGH),
    ]
    assert "3.7" not in found.effort


def test_the_line_of_a_page_takes_both_views(framework: Framework) -> None:
    views = Views(standings_of({"2.2": "3", "2.3": "3", "2.4": "3"}), standings_of({"2.3": "1"}))
    found = make_lists(framework, views, DAY)
    assert [line.case for line in found.safety] == [NOTHING, TODAY, NOTHING]
    assert found.safety[1].supervisor_lower is views.supervisor["2.3"]


@try_each(
    ("case", "words"),
    [
        (TODAY, "talk to your team leader today, or whoever covers"),
        (THROUGH, "talk one case through"),
        (VIGNETTE, "work through a vignette this month"),
        (NOTHING, ""),
        (OUTSIDE, "agreed outside this job"),
    ],
)
def test_a_line_says_what_to_do(framework: Framework, case: SafetyCase, words: str) -> None:
    assert format_safety(case, framework.scale.safety) == words


def test_a_worry_about_someone_now_is_sent_elsewhere(framework: Framework) -> None:
    assert "duty or safeguarding route, not this tool" in framework.scale.safety.worry_now


def reasons(own: Standing | None, supervisor: Standing | None) -> list[tuple[str, bool]]:
    """Return why one case is to be talked through, and whether that is of the person's view."""
    found = make_safety_line("2.2", own, supervisor, DAY)
    return [(str(each.because), each.own) for each in found.why]


@try_each(
    ("own", "supervisor", "wanted"),
    [
        (".", NEVER, [("not answered", True)]),
        (NEVER, "3", [("not answered", True)]),
        ("3", "u", [("not seen", False)]),
        ("3", ".", [("not answered", False)]),
        (".", "u", [("not answered", True), ("not seen", False)]),
        ("x", "u", [("not seen", False)]),
        ("3", "3", []),
        ("1", "u", []),
        ("x", "x", []),
    ],
)
def test_the_line_says_why(own: str, supervisor: str, wanted: list[tuple[str, bool]]) -> None:
    assert reasons(view(own), view(supervisor)) == wanted


def test_it_says_that_a_view_is_more_than_six_months_old() -> None:
    fresh, old = standing("2.2", "3"), standing("2.2", "2", on=A_DAY_MORE)
    assert reasons(old, fresh) == [("old", True)]
    assert reasons(fresh, old) == [("old", False)]


@try_each("own", [True, False])
def test_an_old_nought_is_talked_through_and_not_today(own: bool) -> None:
    old = replace(standing("2.2", "0", on=date(2025, 11, 23)), old=True)
    fresh = standing("2.2", "3")
    line = make_safety_line("2.2", *((old, fresh) if own else (fresh, old)), DAY)
    assert line.case is THROUGH
    assert [each.own for each in line.why] == [own]


def low(
    framework: Framework, own: Mapping[str, str], theirs: Mapping[str, str], on: date = DAY
) -> list[tuple[str, str | None, str | None]]:
    """Return the statements with a line, and both answers, of two looks at statements of 2.1."""
    views = Views(
        find_standings(framework, [assessed("a", on, own)] if own else [], DAY),
        find_standings(
            framework, [assessed("b", on, theirs, kind=SUPERVISOR)] if theirs else [], DAY
        ),
    )
    return [(e.statement, e.own, e.supervisor) for e in make_lists(framework, views, DAY).low]


@try_each(
    ("own", "theirs", "line"),
    [
        ("0", "", ("0", None)),
        ("1", "", ("1", None)),
        ("2", "", None),
        ("3", "", None),
        ("x", "", None),
        ("", "1", (None, "1")),
        ("", "2", None),
        ("3", "0", ("3", "0")),
        ("1", "3", ("1", "3")),
        ("1", "u", ("1", None)),
        ("2", "2", None),
        ("x", "1", (None, "1")),
        ("x", "3", None),
        ("", "u", None),
    ],
)
def test_a_statement_about_danger_has_a_line_where_either_is_at_the_bottom(
    framework: Framework, own: str, theirs: str, line: tuple[str | None, str | None] | None
) -> None:
    item = "2.1/safe-alone"
    found = low(framework, {item: own} if own else {}, {item: theirs} if theirs else {})
    assert found == ([(item, *line)] if line else [])


def test_lines_stand_in_the_order_of_the_framework_areas_last(framework: Framework) -> None:
    asked = (
        "A1/when-safety-is-at-stake",
        "M10/risk-seen-otherwise",
        "M7/not-decided-alone",
        "M7/once-it-is-danger",
        "3.4/worry-told-in-person",
        "2.1/speak-up-that-day",
        "2.1/stop-at-exploitation",
        "2.1/safe-alone",
        "1.5/change-passed-on",
    )
    found = [item for item, *_ in low(framework, dict.fromkeys(asked, "0"), {})]
    assert found == [
        "1.5/change-passed-on",
        "2.1/safe-alone",
        "2.1/stop-at-exploitation",
        "2.1/speak-up-that-day",
        "3.4/worry-told-in-person",
        "M7/once-it-is-danger",
        "M7/not-decided-alone",
        "M10/risk-seen-otherwise",
        "A1/when-safety-is-at-stake",
    ]


def test_a_low_answer_to_any_other_statement_has_no_line(framework: Framework) -> None:
    skill = [s.id for s in framework.by_id["2.1"].live_statements if s.asked_as is AskedAs.SKILL]
    safety = [s.id for s in framework.by_id["2.2"].live_statements]
    assert low(framework, dict.fromkeys((*skill, *safety), "0"), {}) == []


def test_the_old_id_of_a_statement_was_asked_another_way_and_has_no_line(
    framework: Framework,
) -> None:
    assert low(framework, {"2.1/lone-working": "0", "M7/not-alone": "0"}, {}) == []


def test_a_line_goes_when_the_answer_is_old(framework: Framework) -> None:
    item = {"M7/once-it-is-danger": "0"}
    assert low(framework, item, {}, date(2025, 11, 24)) != []
    assert low(framework, item, {}, date(2025, 11, 23)) == []


def test_what_is_kept_apart_has_no_line(framework: Framework) -> None:
    own = find_standings(framework, [assessed("a", DAY, {"2.1/safe-alone": "0"})], DAY)
    views = Views(own, apart=frozenset({"2.1"}))
    assert make_lists(framework, views, DAY).low == ()


def test_its_unit_stands_where_it_stood(framework: Framework) -> None:
    parts = [s.id for s in framework.by_id["2.1"].live_statements]
    answers = dict.fromkeys(parts, "3") | {"2.1/safe-alone": "0"}
    own = find_standings(framework, [assessed("a", DAY, answers)], DAY)
    found = make_lists(framework, Views(own), DAY)
    assert found.strengths == ("2.1",)
    assert [each.statement for each in found.low] == ["2.1/safe-alone"]
    assert "2.1" not in [line.unit for line in found.safety]


def test_in_a_unit_that_a_service_adds_the_units_own_line_says_it(framework: Framework) -> None:
    wider = replace(framework, local_safety=("2.1",))
    own = find_standings(wider, [assessed("a", DAY, {"2.1/safe-alone": "0"})], DAY)
    found = make_lists(wider, Views(own), DAY)
    assert found.low == ()
    assert next(line.case for line in found.safety if line.unit == "2.1") is TODAY
