"""The independent rules themselves, on cases worked by hand from the description of the method."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.cases import try_each
from tests.independent.agenda import make_agenda
from tests.independent.days import months_before
from tests.independent.figures import ac2, sign_test
from tests.independent.happenings import (
    Agreed,
    Answer,
    Begun,
    Corrected,
    Finished,
    Happening,
    Held,
    Joined,
    Marked,
    Prepared,
    Supervised,
    TakenBack,
    VisitCorrected,
    Visited,
)
from tests.independent.order import make_lists, teaching_order
from tests.independent.pairs import list_pairs
from tests.independent.safety import low_statements, safety_line
from tests.independent.speaking import views_of
from tests.independent.state import lower_median, state_by_statements
from tests.independent.taking import make_world
from tests.independent.world import Book, World

ADA, LEE, MAX = "Ada", "Lee", "Max"
UNITS = ("1.1", "1.6", "2.2", "2.5", "3.1", "3.7", "3.8")
BOOK = Book(
    UNITS,
    ("M1",),
    frozenset({"2.2"}),
    dict.fromkeys((*UNITS, "M1"), "skill")
    | {f"{unit}/{letter}": "skill" for unit in (*UNITS, "M1") for letter in "abcde"}
    | dict.fromkeys(("2.2/a", "3.8/b", "M1/a"), "safety"),
    {unit: tuple(f"{unit}/{letter}" for letter in "abcde") for unit in (*UNITS, "M1")},
)
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


class Told:
    """A history told in few words, each thing an hour after the one before it."""

    def __init__(self) -> None:
        self.happened: list[Happening] = []
        self.at = NOON
        self.add(Joined, ADA, name=ADA, leads=False)
        self.add(Supervised, ADA, about=ADA, supervisor=LEE, since=NOON.date())

    def add(self, what: type[Happening], by: str, **values: Any) -> None:
        self.at += timedelta(hours=1)
        self.happened.append(what(at=self.at, by=by, **values))

    def on(self, day: date) -> "Told":
        self.at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        return self

    def look(self, by: str = ADA, /, **answers: Any) -> "Told":
        """Give answers by unit ("u3_8" for 3.8): "2", "2O", "3!", "3*"."""
        given = {item[1:].replace("_", "."): _answer(text) for item, text in answers.items()}
        key = f"look {len(self.happened)}"
        kind = "self" if by == ADA else "supervisor"
        self.add(Begun, by, key=key, about=ADA, kind=kind, scope=tuple(given))
        self.add(Finished, by, key=key, answers={i: a for i, a in given.items() if a.code})
        return self

    def world(self, day: date | None = None) -> World:
        at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC) if day else self.at
        return make_world(BOOK, self.happened, at)


def _answer(text: str) -> Answer:
    basis = next((letter for letter in text if letter in "ORFM"), None)
    code = text[0] if text[0] != "-" else None
    return Answer(code, basis, bring="!" in text, show="*" in text)


def test_months_are_calendar_months() -> None:
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert months_before(date(2026, 3, 10), 12) == date(2025, 3, 10)


def test_the_order_in_which_units_are_taught() -> None:
    assert teaching_order(BOOK) == ("1.1", "2.2", "2.5", "1.6", "3.7", "3.8", "3.1", "M1")


@try_each(
    ("codes", "supervisor", "kind", "value"),
    [
        ("xxxxx", False, "outside", "x"),
        ("xxuuu", True, "not seen", "u"),
        ("uuu30", True, "seen in part", None),
        ("33uu-", True, "part answered", None),
        ("333--", False, "part answered", None),
        ("3333-", False, "answered", "3"),
        ("nnnxx", False, "no chance", "n"),
        ("nnn30", False, "no chance for most", "n"),
        ("nn333", False, "answered", "3"),
        ("31201", False, "answered", "1"),
        ("3321x", False, "answered", "2"),
    ],
)
def test_a_unit_by_its_statements(
    codes: str, supervisor: bool, kind: str, value: str | None
) -> None:
    answers = [(str(n), None if code == "-" else code) for n, code in enumerate(codes)]
    state = state_by_statements(answers, supervisor=supervisor)
    assert (state.kind, state.value) == (kind, value)


def test_of_two_in_the_middle_the_lower_one_stands() -> None:
    assert lower_median(["3", "0", "2", "1"]) == "1"


def test_what_was_observed_takes_the_day_of_the_visit_and_of_its_correction() -> None:
    told = Told()
    visit, seen = date(2025, 9, 1), date(2025, 9, 4)
    told.add(
        Visited, LEE, key="v", about=ADA, on=visit, way="watched", units=("3.8",), setting="A shop",
        rate="0",
    )  # fmt: skip
    assert views_of(told.world(), ADA, "3.8").theirs.day == visit  # type: ignore[union-attr]
    told.add(VisitCorrected, LEE, key="v", on=seen, setting="A shop")
    assert views_of(told.world(), ADA, "3.8").theirs.day == seen  # type: ignore[union-attr]
    told.add(TakenBack, LEE, key="v")
    theirs = views_of(told.world(), ADA, "3.8").theirs
    assert theirs
    assert (theirs.day, theirs.visit) == (visit, None), "the copy, without a setting"


def test_a_pass_takes_the_own_latest_visit_within_its_months_and_no_showing() -> None:
    told = Told()
    for key, day, way in (
        ("v1", date(2025, 12, 9), "watched"),
        ("v2", date(2025, 12, 10), "did together"),
        ("v3", date(2026, 3, 1), "shown"),
    ):
        told.add(
            Visited, LEE, key=key, about=ADA, on=day, way=way, units=("3.8", "3.7"), setting=key
        )
    told.look(LEE, u3_8="2O", u3_7="2R", u3_1="1O")
    world = told.world()
    days = {unit: views_of(world, ADA, unit).theirs.day for unit in ("3.8", "3.7", "3.1")}  # type: ignore[union-attr]
    assert days == {"3.8": date(2025, 12, 10), "3.7": NOON.date(), "3.1": NOON.date()}


def test_the_latest_day_speaks_and_not_the_last_typed() -> None:
    told = Told().look(LEE, u3_8="3R")
    told.add(
        Visited, LEE, key="v", about=ADA, on=date(2026, 1, 5), way="watched", units=("3.8",),
        setting="A shop", rate="0",
    )  # fmt: skip
    told.look(ADA, u3_8="3")
    assert views_of(told.world(), ADA, "3.8").seen_code == "3"
    assert make_lists(told.world(), ADA).effort == []


def test_not_seen_displaces_nothing_and_who_led_before_speaks_where_needed() -> None:
    told = Told().look(LEE, u3_8="2O", u3_7="1O").look(LEE, u3_8="u", u3_7="x")
    world = told.world()
    assert views_of(world, ADA, "3.8").seen_code == "2"
    assert views_of(world, ADA, "3.7").seen_code is None
    told.add(Supervised, ADA, about=ADA, supervisor=MAX, since=NOON.date() + timedelta(days=1))
    told.on(date(2026, 3, 12)).look(MAX, u3_8="u", u3_7="3O")
    later = told.world()
    assert (views_of(later, ADA, "3.8").seen_code, views_of(later, ADA, "3.7").seen_code) == (
        "2",
        "3",
    )


def test_a_view_of_more_than_a_year_orders_nothing() -> None:
    told = Told().look(ADA, u3_8="3", u1_1="2").look(LEE, u3_8="0O", u1_1="0O")
    assert make_lists(told.world(), ADA).effort == ["1.1", "3.8"]
    assert [pair.unit for pair in list_pairs(told.world(), ADA)] == ["1.1", "3.8"]
    year = told.world(date(2027, 3, 11))
    assert (make_lists(year, ADA).effort, list_pairs(year, ADA)) == (["1.1"], [])
    assert make_lists(told.world(date(2027, 3, 10)), ADA).effort == ["1.1", "3.8"]


def test_pairs_are_at_most_sixty_days_apart_and_as_they_were_at_finish() -> None:
    told = Told().look(ADA, u3_8="0", u3_7="1")
    told.on(date(2026, 5, 9)).look(LEE, u3_8="3O", u3_7="3F")
    pairs = {
        pair.unit: (pair.own, pair.theirs, pair.talk) for pair in list_pairs(told.world(), ADA)
    }
    assert pairs == {"3.8": ("0", "3", "say which occasion"), "3.7": ("1", "3", "a word")}
    told.add(Corrected, ADA, key="look 2", item="3.8", code="3")
    assert {pair.unit: pair.own for pair in list_pairs(told.world(), ADA)}["3.8"] == "0"
    later = Told().look(ADA, u3_8="0").on(date(2026, 5, 10)).look(LEE, u3_8="3O")
    assert list_pairs(later.world(), ADA) == []


def test_effort_in_its_order() -> None:
    told = Told().look(ADA, u1_1="2", u1_6="0", u2_5="1", u3_1="0", u3_7="2!", u3_8="3")
    told.look(LEE, u3_1="2O", u2_5="0F", u3_8="2R", u1_1="1O")
    # 3.7 is marked; 3.1 two apart; 1.6 at 0; then 1 (1.1 seen at 1 before 2.5, F lowers nothing); 2
    assert make_lists(told.world(), ADA).effort == ["3.7", "3.1", "1.6", "1.1", "2.5", "3.8"]


def test_no_chance_and_outside_beside_seen_work() -> None:
    told = Told().look(ADA, u1_1="3", u1_6="n", u2_5="n", u3_1="n", u3_7="x", u3_8="n*")
    told.look(LEE, u1_6="3O", u2_5="1R", u3_7="0O", u3_1="3M", u3_8="3R")
    lists = make_lists(told.world(), ADA)
    assert lists.strengths == ["1.1", "3.8", "1.6"], "what was only seen stands last"
    assert (lists.effort, lists.chances, lists.outside) == (["2.5"], ["3.1"], ["3.7"])


def test_strengths_in_their_order() -> None:
    told = Told().look(ADA, u1_6="2").on(date(2026, 4, 1))
    told.look(ADA, u1_1="3", u1_6="3", u2_5="3", u3_1="3*", u3_8="3").look(LEE, u3_8="3R")
    assert make_lists(told.world(), ADA).strengths == ["3.1", "3.8", "1.6", "1.1", "2.5"]


@try_each(
    ("own", "theirs", "line"),
    [
        ("3", "1M", "talk today"),
        ("0", "x", "talk today"),
        ("x", "x", "outside"),
        ("x", "", "outside"),
        ("x", "3O", "nothing more"),
        ("x", "u", "talk through"),
        ("", "3O", "talk through"),
        ("", "", "talk through"),
        ("-", "3O", "talk through"),
        ("3", "u", "talk through"),
        ("3", "2F", "vignette"),
        ("3", "", "nothing more"),
        ("3", "x", "nothing more"),
    ],
)
def test_the_safety_line_is_the_first_that_fits(own: str, theirs: str, line: str) -> None:
    told = Told()
    if own:
        told.look(ADA, u2_2=own)
    if theirs:
        told.look(LEE, u2_2=theirs)
    assert safety_line(views_of(told.world(), ADA, "2.2")) == line


def test_age_of_a_safety_answer() -> None:
    told = Told().look(ADA, u2_2="3").on(date(2026, 8, 1)).look(LEE, u2_2="3R")
    line = {
        day: safety_line(views_of(told.world(day), ADA, "2.2"))
        for day in (date(2026, 9, 10), date(2026, 9, 11))
    }
    assert list(line.values()) == ["nothing more", "talk through"]
    low = Told().look(ADA, u2_2="0")
    assert safety_line(views_of(low.world(date(2027, 3, 10)), ADA, "2.2")) == "talk today"
    assert safety_line(views_of(low.world(date(2027, 3, 11)), ADA, "2.2")) == "talk through"


def test_a_low_answer_to_a_statement_about_danger_adds_a_line_whatever_its_unit() -> None:
    told = Told()
    parts = {"3.8/a": "0", "3.8/b": "1", "M1/a": "2", "2.2/a": "0", "1.1/a": "0"}
    scope = ("3.8", "M1", "2.2", "1.1")
    told.add(Begun, ADA, key="own", about=ADA, kind="self", scope=scope)
    told.add(Finished, ADA, key="own", answers={i: Answer(code) for i, code in parts.items()})
    assert low_statements(told.world(), ADA) == [("3.8/b", "1", None)]

    told.add(Begun, LEE, key="theirs", about=ADA, kind="supervisor", scope=("M1",))
    told.add(Finished, LEE, key="theirs", answers={"M1/a": Answer("1", "M")})
    assert low_statements(told.world(), ADA) == [("3.8/b", "1", None), ("M1/a", "2", "1")]
    assert len(low_statements(told.world(date(2027, 3, 10)), ADA)) == 2
    assert low_statements(told.world(date(2027, 3, 11)), ADA) == []


def hold(told: Told, day: date, *topics: str, key: str = "h", **also: Any) -> None:
    told.add(Held, ADA, key=key, about=ADA, on=day, topics=topics, **also)


def test_a_mark_ends_where_it_was_talked_about_and_comes_back_when_that_is_taken_back() -> None:
    told = Told().look(ADA, u3_8="3!", u3_7="2")
    assert make_agenda(told.world(), ADA).talk == ["3.8", "3.7"]
    hold(told, told.at.date(), "3.8")
    assert make_agenda(told.world(), ADA).talk == ["3.7"]
    told.add(TakenBack, ADA, key="h")
    assert make_agenda(told.world(), ADA).talk == ["3.8", "3.7"]
    hold(told, told.at.date(), key="c", held=False, units=("3.8",))
    assert make_agenda(told.world(), ADA).talk == ["3.8", "3.7"], "it was cancelled"


def test_a_supervision_entered_late_stands_before_what_was_answered_that_day() -> None:
    told = Told().look(ADA, u3_8="3!")
    day = told.at.date()
    hold(told.on(day + timedelta(days=2)), day, "3.8")
    assert make_agenda(told.world(), ADA).talk == ["3.8"]


def test_a_supervision_entered_late_is_after_what_was_prepared_that_day() -> None:
    told = Told().on(date(2026, 4, 1))
    told.add(Prepared, ADA, well="It went well")
    assert make_agenda(told.world(), ADA).prepared == "It went well"
    hold(told.on(date(2026, 4, 3)), date(2026, 4, 1))
    assert make_agenda(told.world(), ADA).prepared is None


def test_marking_and_unmarking_without_an_answer() -> None:
    told = Told().look(ADA, u3_8="3", u3_7="n")
    told.add(Marked, ADA, about=ADA, unit="3.7", bring=True)
    assert make_agenda(told.world(), ADA).talk == ["3.7"]
    told.add(Marked, ADA, about=ADA, unit="3.7", bring=False)
    assert make_agenda(told.world(), ADA).talk == []


def test_what_was_talked_about_rests_until_an_answer_or_a_mark_wakes_it() -> None:
    told = Told().look(ADA, u1_1="0", u3_7="1", u3_8="1", u2_5="2")
    hold(told, told.at.date(), "1.1", "3.7", key="a")
    hold(told, told.at.date(), "3.8", key="b")
    assert make_agenda(told.world(), ADA).talk == ["2.5", "1.1", "3.7"]
    told.add(Corrected, ADA, key="look 2", item="3.8", code="1")
    assert make_agenda(told.world(), ADA).talk == ["2.5", "1.1", "3.7"], "the same code"
    told.add(Corrected, ADA, key="look 2", item="3.8", code="0")
    assert make_agenda(told.world(), ADA).talk == ["3.8", "2.5", "1.1"]
    told.add(Marked, ADA, about=ADA, unit="3.7", bring=True)
    assert make_agenda(told.world(), ADA).talk == ["3.7", "3.8", "2.5"]
    assert make_lists(told.world(), ADA).effort == ["3.7", "1.1", "3.8", "2.5"], "reports know none"


def test_what_was_agreed_is_the_answer_until_either_answers_again() -> None:
    told = Told().look(ADA, u1_1="0", u3_7="2", u3_8="1").look(LEE, u1_1="3O", u3_8="3O")
    assert make_agenda(told.world(), ADA).talk == ["1.1", "3.8", "3.7"]
    told.add(Agreed, ADA, about=ADA, unit="1.1", code="3")
    told.add(Agreed, ADA, about=ADA, unit="3.8", code="2")
    assert make_agenda(told.world(), ADA).talk == ["3.7", "3.8"]
    told.add(Marked, ADA, about=ADA, unit="1.1", bring=True)
    assert make_agenda(told.world(), ADA).talk == ["1.1", "3.7", "3.8"], "whatever the answer"
    told.add(Marked, ADA, about=ADA, unit="1.1", bring=False)
    told.add(Agreed, ADA, about=ADA, unit="3.8", code="n")
    assert make_agenda(told.world(), ADA).chances == ["3.8"]
    assert make_lists(told.world(), ADA).effort == ["1.1", "3.8", "3.7"]
    told.look(LEE, u3_8="u", u1_1="3O")
    assert make_agenda(told.world(), ADA).talk == ["1.1", "3.7"]


@pytest.mark.parametrize(
    ("own", "theirs", "value"),
    [
        ("3323213322333231233203221323", "3223113222332231133213201322", 0.783784),
        ("3333333332", "3333333333", 0.964007),
        ("3322132132", "2211021021", 0.268293),
    ],
)
def test_the_worked_examples_of_agreement(own: str, theirs: str, value: float) -> None:
    pairs = [(int(one), int(other)) for one, other in zip(own, theirs, strict=True)]
    assert ac2(pairs) == pytest.approx(value, abs=1e-6)


def test_the_worked_examples_of_the_sign_test() -> None:
    assert sign_test(7, 1) == pytest.approx(0.0703125)
    assert sign_test(10, 0) == pytest.approx(0.00195, abs=1e-5)
