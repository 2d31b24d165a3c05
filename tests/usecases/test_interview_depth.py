"""Statements and a supervisor's view: any order of commands comes to a plain dictionary.

The model is a dictionary of answers, one of notes, a stack of what to put back, and a place.
"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ipsskills.codes import AssessmentKind, Basis, Code, list_offered
from ipsskills.framework.types import Framework
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import (
    Back,
    Choose,
    Command,
    Give,
    Into,
    Jump,
    Mark,
    Mode,
    NoteText,
    Out,
    Same,
    Skip,
    Toggle,
    Undo,
    Write,
)
from ipsskills.usecases.interview.machine import Answer, InterviewState, Script, begin, press
from ipsskills.usecases.interview.review import review
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import compose_screen, find_units
from tests.cases import try_each
from tests.conftest import Clock, shipped
from tests.memory import open_empty
from tests.usecases.builders import at_desk_of, draft, me, ratings
from tests.usecases.lived import begin_once
from tests.words import wrote

UNITS = ("2.6", "3.10", "3.14")
SHIPPED = shipped()
PARTS = {unit: [s.id for s in SHIPPED.by_id[unit].live_statements] for unit in UNITS}
ITEMS = [*UNITS, *(part for parts in PARTS.values() for part in parts)]
Place = tuple[int, int | None]


@pytest.fixture
def script(framework: Framework) -> Script:
    return Script(framework, AssessmentKind.SELF, UNITS, "three months")


def pressed(state: InterviewState, *commands: Command) -> InterviewState:
    for command in commands:
        state, _ = press(state, command)
    return state


def test_a_unit_whose_statements_are_all_answered_is_not_asked_as_a_whole(script: Script) -> None:
    state = pressed(begin(script), Into(), *[Give(Code.TWO)] * len(PARTS["2.6"]))
    assert state.item == "3.10"
    assert state.open_items == ("3.10", "3.14")


def test_a_unit_with_a_statement_to_go_is_still_open(script: Script) -> None:
    state = pressed(begin(script), Into(), *[Give(Code.TWO)] * (len(PARTS["2.6"]) - 1), Out())
    assert state.open_items == UNITS
    assert pressed(state, Give(Code.TWO)).open_items == ("3.10", "3.14")


def test_a_statement_is_asked_in_its_own_way(script: Script) -> None:
    for item in PARTS["3.10"]:
        shown = compose_screen(pressed(begin(script), Jump(item)))
        statement = SHIPPED.statements[item][1]
        assert shown.statement == statement
        assert [o.code for o in shown.options] == list(list_offered(statement.asked_as))
        assert shown.title == SHIPPED.by_id["3.10"].title


def test_a_supervisors_answer_waits_for_what_it_rests_on(framework: Framework) -> None:
    state = begin(Script(framework, AssessmentKind.SUPERVISOR, UNITS, "three months"))
    state, changes = press(state, Give(Code.TWO))
    assert (state.mode, changes, state.answer("2.6")) == (Mode.BASIS, (), Answer())
    assert pressed(state, Same()).status == "Nothing to repeat yet: choose one."
    left = pressed(state, Choose(None))
    assert (left.mode, left.item, left.pending) == (Mode.UNIT, "2.6", None)
    state = pressed(state, Choose("R"))
    assert (state.item, state.answer("2.6")) == ("3.10", Answer(Code.TWO, basis=Basis.RECORD))
    assert compose_screen(pressed(state, Give(Code.ONE))).same == "record or work product"
    state = pressed(state, Give(Code.ONE), Same(), Give(Code.NOT_SEEN))
    assert state.answer("3.10") == Answer(Code.ONE, basis=Basis.RECORD)
    assert state.answer("3.14") == Answer(Code.NOT_SEEN)


def test_a_first_look_has_four_answers_and_no_statements(framework: Framework) -> None:
    state = begin(Script(framework, AssessmentKind.FIRST_LOOK, UNITS, "three months"))
    assert [o.code for o in compose_screen(state).options] == [Code(c) for c in "3210"]
    assert compose_screen(state).question == "Where are you starting from?"
    assert pressed(state, Into()).status == "A first look is one answer a unit."
    assert pressed(state, Give(Code.OUTSIDE)).status == "x is not offered for this question."


def test_the_review_names_every_item_and_what_was_before(script: Script) -> None:
    with_before = replace(script, earlier={"2.6": "with a check, 1 May 2026", "3.10": "not yet"})
    state = pressed(begin(with_before), Give(Code.THREE), Into(), Give(Code.TWO))
    first, second, third = review(state)
    assert (first.said, first.before) == ("on your own", "with a check, 1 May 2026")
    assert second.said == f"1 of {len(PARTS['3.10'])} statements"
    assert second.before == "", "most of it is still to be answered"
    assert (third.said, third.before) == ("not answered", "")


def test_not_seen_brings_no_earlier_answer_to_light(framework: Framework) -> None:
    earlier = dict.fromkeys(UNITS, "would not know, 6 Jan 2026")
    script = Script(framework, AssessmentKind.SUPERVISOR, UNITS, "three months", earlier)
    state = pressed(begin(script), Give(Code.NOT_SEEN), Give(Code.TWO), Choose("O"))
    assert [each.before for each in review(state)] == ["", earlier["3.10"], ""]


def test_the_end_of_statements_names_units_and_how_many_of_each(framework: Framework) -> None:
    items = (*PARTS["2.6"], *PARTS["3.14"])
    state = begin(Script(framework, AssessmentKind.SELF, items, "three months"))
    state = pressed(state, Give(Code.TWO), *[Skip()] * (len(items) - 1))
    count, other = len(PARTS["2.6"]), len(PARTS["3.14"])
    shown = compose_screen(state)
    assert shown.mode is Mode.END
    assert shown.left_open == (
        ("2.6", f"Using supervision ({count - 1} of {count})"),
        ("3.14", f"Job setting profile ({other} of {other})"),
    )


def test_there_is_a_unit_to_go_back_to_only_where_it_is_asked(framework: Framework) -> None:
    script = Script(framework, AssessmentKind.SELF, ("2.6",), "three months")
    assert not compose_screen(begin(script)).inside
    assert compose_screen(pressed(begin(script), Into())).inside
    alone = replace(script, items=tuple(PARTS["2.6"]))
    assert not compose_screen(begin(alone)).inside


def test_a_statement_is_named_by_its_place(script: Script) -> None:
    third = PARTS["3.10"][2]
    assert script.number(third) == "3.10/3"
    assert [script.find_item(typed) for typed in ("3.10/3", " 3.10/3 ", third.upper())] == [
        third
    ] * 3
    assert (script.find_item("m3"), script.number("3.10")) == ("M3", "3.10")
    assert not any(
        script.covers(script.find_item(typed)) for typed in ("3.10/0", "3.10/99", "9.9/1")
    )


@try_each("items", [UNITS, tuple(p for parts in PARTS.values() for p in parts)])
def test_a_search_finds_the_units_asked_at_either_depth(
    framework: Framework, items: tuple[str, ...]
) -> None:
    few = tuple(each for each in framework.units if each.id in (*UNITS, "1.1", "3.8", "3.9"))
    some = replace(framework, units=few)
    script = Script(some, AssessmentKind.SELF, items, "three months")
    assert find_units(begin(script), ["supervision"])[0] == "2.6"
    assert set(find_units(begin(script), ["an"])) <= set(UNITS)
    assert find_units(begin(script), ["nosuchword"]) == ()


@try_each(
    ("typed", "first"),
    [("employers", "3.13"), ("employer", "3.13"), ("benefits", "3.7"), ("disclosure", "3.8")],
)
def test_a_search_puts_first_the_unit_that_is_about_it(
    framework: Framework, typed: str, first: str
) -> None:
    every = tuple(unit.id for unit in framework.asked())
    script = Script(framework, AssessmentKind.SELF, every, "three months")
    assert find_units(begin(script), [typed])[0] == first


class Depths(RuleBasedStateMachine):
    """Answers at both depths, with undo, moves, leaving and resuming; on a store in memory."""

    kind = AssessmentKind.SELF

    def __init__(self) -> None:
        super().__init__()
        clock = Clock()
        self.desk = begin_once(Desk(SHIPPED, open_empty(clock()), clock))
        self.session = self.begun()
        self.answers: dict[str, Answer] = {}
        self.notes: dict[str, NoteText] = {}
        self.stack: list[tuple[dict[Any, Any], str, Any]] = []
        self.passed_over: set[str] = set()
        self.place = (0, None)

    @property
    def place(self) -> Place:
        return self._place

    @place.setter
    def place(self, shown: Place) -> None:
        """What is shown is passed over no more."""
        self._place = shown
        self.passed_over -= set(UNITS[shown[0] : shown[0] + 1])

    def begun(self) -> Session:
        return draft(self.desk, UNITS)

    def teardown(self) -> None:
        kept = ratings(self.desk, self.session.assessment)
        assert {i: r.code for i, r in kept.items()} == {i: a.code for i, a in self.answers.items()}
        self.desk.store.close()

    @property
    def item(self) -> str | None:
        unit, part = self.place
        if unit == len(UNITS):
            return None
        return UNITS[unit] if part is None else PARTS[UNITS[unit]][part]

    def put(self, into: dict[Any, Any], item: str, value: Any, empty: Any) -> None:
        before = into.get(item, empty)
        if before != value:
            self.stack.append((into, item, before))
            into[item] = value

    def is_open(self, item: str) -> bool:
        parts = PARTS.get(item, [item])
        blank = [part for part in parts if self.answers.get(part, Answer()).code is None]
        return bool(blank) and self.answers.get(item, Answer()).code is None

    def on(self) -> None:
        unit, part = self.place
        if part is not None:
            parts = PARTS[UNITS[unit]]
            later = [n for n in range(part + 1, len(parts)) if self.is_open(parts[n])]
            if later:
                self.place = (unit, later[0])
                return
        rest = [n for n in range(unit + 1, len(UNITS)) if self.is_open(UNITS[n])]
        over = [n for n, u in enumerate(UNITS) if u in self.passed_over and self.is_open(u)]
        self.place = ([*rest, *over, len(UNITS)][0], None)

    def find(self, item: str) -> Place:
        unit = item.partition("/")[0]
        return UNITS.index(unit), None if item == unit else PARTS[unit].index(item)

    @rule(code=st.sampled_from("0123nu"), basis=st.sampled_from("ORFM"))
    def answer(self, code: str, basis: str) -> None:
        item, given = self.item, Code(code)
        self.session.press(Give(given))
        if item is None or given not in list_offered(SHIPPED.asked_as(item), self.kind):
            return
        new = replace(self.answers.get(item, Answer()), code=given, reason=None)
        if self.kind is AssessmentKind.SUPERVISOR and given.rated:
            self.session.press(Choose(basis))
            new = replace(new, basis=Basis(basis))
        self.put(self.answers, item, new, Answer())
        self.on()

    @rule()
    def mark(self) -> None:
        self.session.press(Toggle(Mark.BRING))
        if self.item:
            known = self.answers.get(self.item, Answer())
            self.put(self.answers, self.item, replace(known, bring=not known.bring), Answer())

    @rule(text=st.sampled_from(["", "a", "b"]))
    def note(self, text: str) -> None:
        self.session.press(Write(NoteText(wrote(text))))
        if self.item:
            self.put(self.notes, self.item, NoteText(wrote(text)), NoteText())

    @rule()
    def into(self) -> None:
        self.session.press(Into())
        if self.item in UNITS:
            parts = PARTS[str(self.item)]
            blank = [n for n, part in enumerate(parts) if self.is_open(part)]
            self.place = (self.place[0], blank[0] if blank else 0)

    @rule()
    def out(self) -> None:
        self.session.press(Out())
        self.place = (self.place[0], None)

    @rule()
    def back(self) -> None:
        self.session.press(Back())
        unit, part = self.place
        if part is not None:
            self.place = (unit, part - 1 if part else None)
        else:
            self.place = (max(unit - 1, 0), None)

    @rule()
    def skip(self) -> None:
        self.session.press(Skip())
        unit, part = self.place
        if part is not None and part + 1 < len(PARTS[UNITS[unit]]):
            self.place = (unit, part + 1)
        else:
            self.place = (min(unit + 1, len(UNITS)), None)

    @rule(item=st.sampled_from(ITEMS))
    def jump(self, item: str) -> None:
        self.session.press(Jump(item))
        place = self.find(item)
        self.passed_over |= {u for u in UNITS[self.place[0] : place[0]] if self.is_open(u)}
        self.place = place

    @rule()
    def undo(self) -> None:
        self.session.press(Undo())
        if self.stack:
            into, item, before = self.stack.pop()
            into[item] = before
            self.place = self.find(item)

    @rule()
    def leave_and_resume(self) -> None:
        self.session = Session(self.desk, self.session.assessment)
        self.stack.clear()
        self.passed_over.clear()
        item = self.session.state.item
        self.place = (len(UNITS), None) if item is None else self.find(item)

    @invariant()
    def it_is_what_the_dictionary_says(self) -> None:
        state = self.session.state
        assert state.item == self.item
        assert all(state.answer(i) == self.answers.get(i, Answer()) for i in ITEMS)
        assert all(state.note(i) == self.notes.get(i, NoteText()) for i in ITEMS)


class SupervisorsDepths(Depths):
    """The same with a supervisor, who says what each answer rests on."""

    kind = AssessmentKind.SUPERVISOR

    def begun(self) -> Session:
        from ipsskills.usecases.assessments.assess import start

        lee = at_desk_of(self.desk, "Lee Invented")
        return start(lee, me(self.desk), UNITS, kind=self.kind)


for machine in (Depths, SupervisorsDepths):
    machine.TestCase.settings = settings(
        parent=settings.get_profile("suite"), max_examples=12, stateful_step_count=40
    )
TestDepths = Depths.TestCase
TestSupervisorsDepths = SupervisorsDepths.TestCase
