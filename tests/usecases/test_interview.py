"""The state machine: every command in every mode, and that no order of commands loses an answer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ipsskills.codes import AssessmentKind, Basis, Behind, Code, list_offered
from ipsskills.framework.types import Framework
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import (
    Back,
    Choose,
    Command,
    Give,
    Jump,
    Mark,
    Mode,
    NoteText,
    Open,
    Skip,
    Toggle,
    Undo,
    Write,
)
from ipsskills.usecases.interview.machine import (
    Answer,
    Change,
    InterviewState,
    NoteChange,
    RatingChange,
    Script,
    begin,
    press,
)
from ipsskills.usecases.interview.saved import Saved
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.interview.view import compose_screen
from tests.cases import try_each
from tests.conftest import Clock, shipped
from tests.memory import open_empty
from tests.usecases.builders import draft, notes, ratings
from tests.usecases.lived import begin_once
from tests.words import wrote

ITEMS = ("1.1", "3.1", "3.2")
ZERO, ONE, TWO, THREE = Code.ZERO, Code.ONE, Code.TWO, Code.THREE
LISTS = (Mode.REASON, Mode.BEHIND, Mode.BASIS)
NOTE = NoteText(wrote("Ask Sam."), shared=True)


@pytest.fixture
def script(framework: Framework) -> Script:
    return Script(framework, AssessmentKind.SELF, ITEMS, "three months")


def pressed(state: InterviewState, *commands: Command) -> InterviewState:
    for command in commands:
        state, _ = press(state, command)
    return state


def at(script: Script, mode: Mode) -> InterviewState:
    """The second question with one thing answered before it, in a mode; or the end."""
    if mode is Mode.END:
        return pressed(begin(script), Give(THREE), Give(TWO), Give(ONE))
    state = pressed(begin(script), Give(THREE))
    return state if mode is Mode.UNIT else pressed(state, Open(mode))


# What each command does to the second question (3.1): where it leads, and what 3.1 then holds.
# The last column is the status line.
ROWS: dict[str, tuple[Command, Mode, int, Answer | None, str]] = {
    "answer": (Give(TWO), Mode.UNIT, 2, Answer(TWO), ""),
    "nought": (Give(ZERO), Mode.UNIT, 2, Answer(ZERO), ""),
    "no chance": (Give(Code.NO_CHANCE), Mode.UNIT, 2, Answer(Code.NO_CHANCE), ""),
    "outside asks for a reason": (Give(Code.OUTSIDE), Mode.REASON, 1, None, ""),
    "bring": (Toggle(Mark.BRING), Mode.UNIT, 1, Answer(bring=True), ""),
    "show": (Toggle(Mark.SHOW), Mode.UNIT, 1, Answer(show=True), ""),
    "open reasons": (Open(Mode.REASON), Mode.REASON, 1, None, ""),
    "open behind": (Open(Mode.BEHIND), Mode.BEHIND, 1, None, ""),
    "open basis": (Open(Mode.BASIS), Mode.BASIS, 1, None, ""),
    "leave a list": (Choose(None), Mode.UNIT, 1, None, ""),
    "jump": (Jump("3.2"), Mode.UNIT, 2, None, ""),
    "back": (Back(), Mode.UNIT, 0, None, ""),
    "skip": (Skip(), Mode.UNIT, 2, None, ""),
}


@try_each(("name", "mode"), product(ROWS, (Mode.UNIT, *LISTS)))
def test_every_command_at_a_question_and_at_each_list(
    script: Script, mode: Mode, name: str
) -> None:
    command, expected, index, answer, status = ROWS[name]
    before = at(script, mode)
    state, changes = press(before, command)
    assert (state.mode, state.index, state.status) == (expected, index, status)
    assert changes == ((RatingChange("3.1", answer),) if answer else ())
    assert state.answer("3.1") == (answer or Answer())
    assert state.answer("1.1") == Answer(THREE)
    assert len(state.undo) == (2 if answer else 1)


@try_each("mode", [Mode.UNIT, *LISTS])
def test_what_is_not_offered_changes_nothing_and_says_so(script: Script, mode: Mode) -> None:
    state, changes = press(at(script, mode), Give(Code.NOT_SEEN))
    assert changes == ()
    assert state.status == "u is not offered for this question."
    assert state.item == "3.1"


@try_each("mode", [Mode.UNIT, *LISTS])
def test_a_jump_elsewhere_changes_nothing_and_says_so(script: Script, mode: Mode) -> None:
    state, changes = press(at(script, mode), Jump("3.16"))
    assert (state.item, changes) == ("3.1", ())
    assert state.status == "3.16 is not part of this assessment."


@try_each("mode", [Mode.UNIT, *LISTS])
def test_undo_takes_back_the_answer_before_and_goes_there(script: Script, mode: Mode) -> None:
    state, changes = press(at(script, mode), Undo())
    assert (state.item, state.mode, state.status) == ("1.1", Mode.UNIT, "Taken back.")
    assert changes == (RatingChange("1.1", Answer()),)
    assert state.answers == {"1.1": Answer()}
    nothing = replace(state, status="There is nothing to take back.", refused=True)
    assert press(state, Undo()) == (nothing, ())


@try_each("mode", [Mode.UNIT, *LISTS])
def test_a_note_is_kept_in_every_mode(script: Script, mode: Mode) -> None:
    state, changes = press(at(script, mode), Write(NOTE))
    assert changes == (NoteChange("3.1", NOTE),)
    assert (state.note("3.1"), state.item, state.status) == (NOTE, "3.1", "Note kept, shared.")
    again, changes = press(state, Write(NOTE))
    assert (again.undo, changes) == (state.undo, ())
    gone, changes = press(state, Write(NoteText()))
    assert changes == (NoteChange("3.1", NoteText()),)
    assert gone.status == "Note taken back."
    back, changes = press(gone, Undo())
    assert (back.note("3.1"), changes) == (NOTE, (NoteChange("3.1", NOTE),))


@try_each(
    ("mode", "key", "kept", "index"),
    [
        (Mode.REASON, "setting", Answer(Code.OUTSIDE, reason="setting"), 2),
        (Mode.BEHIND, "time", Answer(behind=Behind.TIME), 1),
        (Mode.BASIS, "R", Answer(basis=Basis.RECORD), 1),
    ],
)
def test_a_list_keeps_what_is_chosen(
    script: Script, mode: Mode, key: str, kept: Answer, index: int
) -> None:
    state, changes = press(at(script, mode), Choose(key))
    assert changes == (RatingChange("3.1", kept),)
    assert (state.mode, state.index) == (Mode.UNIT, index)


def test_a_choice_without_a_list_is_none(script: Script) -> None:
    before = at(script, Mode.UNIT)
    assert press(before, Choose("setting")) == (before, ())


SILENT: tuple[Command, ...] = (
    Choose("time"),
    Choose(None),
    Open(Mode.BEHIND),
    Toggle(Mark.BRING),
    Write(NOTE),
    Skip(),
)


@try_each("command", SILENT)
def test_at_the_end_there_is_nothing_to_mark(script: Script, command: Command) -> None:
    before = at(script, Mode.END)
    assert (before.item, before.mode) == (None, Mode.END)
    assert press(before, command) == (before, ())


def test_at_the_end_an_answer_says_that_all_was_asked(script: Script) -> None:
    state, changes = press(at(script, Mode.END), Give(THREE))
    assert (state.item, changes, state.status) == (None, (), "All questions have been asked.")


@try_each(("command", "item"), [(Back(), "3.2"), (Jump("1.1"), "1.1"), (Undo(), "3.2")])
def test_from_the_end_one_can_go_back(script: Script, command: Command, item: str) -> None:
    state, _ = press(at(script, Mode.END), command)
    assert (state.item, state.mode) == (item, Mode.UNIT)


def test_no_question_comes_before_the_first(script: Script) -> None:
    state, changes = press(begin(script), Back())
    assert (state.item, changes, state.status) == ("1.1", (), "This is the first question.")


def test_an_unknown_command_is_a_bug_of_ours(script: Script) -> None:
    with pytest.raises(TypeError):
        press(begin(script), "3")  # type: ignore[arg-type]


def test_press_changes_no_state_that_was_handed_out(script: Script) -> None:
    first = begin(script)
    press(first, Give(TWO))
    press(first, Write(NOTE))
    assert first == begin(script)


def test_the_status_line_answers_one_command_only(script: Script) -> None:
    said = pressed(begin(script), Back())
    assert said.status
    assert pressed(said, Skip()).status == ""


@try_each("unit", ["1.1", "1.2", "2.2"])
def test_no_chance_answers_skills_only(framework: Framework, unit: str) -> None:
    state = begin(Script(framework, AssessmentKind.SELF, (unit,), "three months"))
    said, changes = press(state, Give(Code.NO_CHANCE))
    assert (said.item, changes) == (unit, ())
    assert said.status == "n is not offered for this question."


def test_a_supervisor_may_answer_not_seen(framework: Framework) -> None:
    state = begin(Script(framework, AssessmentKind.SUPERVISOR, ITEMS, "three months"))
    state, changes = press(state, Give(Code.NOT_SEEN))
    assert changes == (RatingChange("1.1", Answer(Code.NOT_SEEN)),)
    assert state.item == "3.1"


def test_an_answer_after_a_reason_drops_the_reason(script: Script) -> None:
    state = pressed(begin(script), Give(Code.OUTSIDE), Choose("setting"), Back(), Give(TWO))
    assert state.answer("1.1") == Answer(TWO)


def test_an_answer_keeps_the_marks_given_before_it(script: Script) -> None:
    state = pressed(
        begin(script),
        Toggle(Mark.BRING),
        Toggle(Mark.SHOW),
        Open(Mode.BASIS),
        Choose("O"),
        Open(Mode.BEHIND),
        Choose("kit"),
        Give(ONE),
    )
    expected = Answer(ONE, None, Basis.OBSERVED, Behind.KIT, bring=True, show=True)
    assert state.answer("1.1") == expected
    assert state.item == "3.1"


def test_the_same_mark_twice_is_no_mark(script: Script) -> None:
    state = pressed(begin(script), Toggle(Mark.BRING), Toggle(Mark.BRING))
    assert state.answer("1.1") == Answer()
    assert pressed(state, Undo()).answer("1.1") == Answer(bring=True)


def test_the_same_answer_again_moves_on_and_is_no_change(script: Script) -> None:
    state = pressed(begin(script), Give(TWO), Back())
    again, changes = press(state, Give(TWO))
    assert (again.item, again.undo, changes) == ("3.1", state.undo, ())


def test_an_answer_moves_on_to_the_next_open_question(script: Script) -> None:
    state = pressed(begin(script), Skip(), Give(TWO), Jump("1.1"), Give(THREE))
    assert state.item == "3.2"
    state = pressed(state, Give(ONE))
    assert (state.item, state.open_items) == (None, ())


@try_each(
    ("answered", "last", "item"),
    [
        ([], None, "1.1"),
        (["1.1"], "1.1", "3.1"),
        (["3.1"], "3.1", "3.2"),
        (["1.1", "3.1", "3.2"], "3.2", None),
        (["1.1", "3.1"], "1.1", "3.2"),
        (["1.1"], "9.9", "3.1"),
        (["3.2"], "3.2", "1.1"),
    ],
)
def test_it_goes_on_after_what_was_answered_last(
    script: Script, answered: list[str], last: str | None, item: str | None
) -> None:
    state = begin(script, {each: Answer(TWO) for each in answered}, {}, last)
    assert state.item == item


def test_after_a_jump_to_the_last_question_come_those_before_it(script: Script) -> None:
    state = pressed(begin(script), Jump("3.2"), Give(THREE))
    assert (state.item, state.mode) == ("1.1", Mode.UNIT)
    assert state.status == "Now what you jumped over. s skips; q finishes later."
    assert pressed(state, Give(TWO)).item == "3.1"
    assert pressed(state, Give(TWO), Give(TWO)).mode is Mode.END


def test_what_was_skipped_or_is_left_for_the_end_is_not_asked_again(script: Script) -> None:
    skipped = pressed(begin(script), Skip(), Jump("3.2"), Give(THREE), Give(TWO))
    assert (skipped.mode, skipped.open_items) == (Mode.END, ("1.1",))
    left = pressed(begin(script), Jump("3.2"), Skip())
    assert left.mode is Mode.END


def test_what_was_skipped_is_named_at_the_end(script: Script) -> None:
    shown = compose_screen(pressed(begin(script), Skip(), Give(TWO), Skip()))
    assert (shown.mode, shown.item, shown.saved) == (Mode.END, None, Saved(1))
    assert shown.left_open == (("1.1", "Stance and values"), ("3.2", "Working alliance"))


def test_a_question_is_shown_whole(script: Script) -> None:
    shown = compose_screen(begin(script))
    assert (shown.place, shown.total, shown.minutes, shown.saved) == (1, 3, 2, Saved())
    assert (shown.item, shown.section) == ("1.1", "Underpinning areas of knowledge")
    assert shown.title == "Practitioner's stance, values and style of interaction in IPS"
    assert shown.question == "On a hard week, would others see it in what you do?"
    assert [(o.code.value, o.label) for o in shown.options] == [
        ("3", "Yes, under pressure too"),
        ("2", "Mostly"),
        ("1", "When pointed out"),
        ("0", "I have doubts"),
        ("x", "Agreed outside this job"),
    ]
    assert not any(option.chosen for option in shown.options)


def test_this_drafts_answer_is_shown_on_going_back(script: Script) -> None:
    shown = compose_screen(
        pressed(begin(script), Open(Mode.BASIS), Choose("F"), Give(TWO), Write(NOTE), Back())
    )
    assert [o.code.value for o in shown.options if o.chosen] == ["2"]
    assert (shown.basis, shown.behind, shown.note) == ("rests on: feedback", "", NoteText())


@try_each(
    ("mode", "keys"),
    [
        (Mode.UNIT, ""),
        (Mode.REASON, "colleague setting not-yet-started adjustment agreed"),
        (Mode.BEHIND, "learn time team kit"),
        (Mode.BASIS, "O R F M"),
    ],
)
def test_each_list_shows_its_choices(script: Script, mode: Mode, keys: str) -> None:
    assert " ".join(choice.key for choice in compose_screen(at(script, mode)).choices) == keys


@try_each(
    ("unit", "kind", "question"),
    [
        ("3.8", AssessmentKind.SELF, "In the last month at work, how much help did you need?"),
        (
            "2.6",
            AssessmentKind.SELF,
            "In the last month, how much prompting did you need to use supervision?",
        ),
        (
            "2.6",
            AssessmentKind.SUPERVISOR,
            "From what you saw or checked in the last month: how much help was needed?",
        ),
    ],
)
def test_a_unit_is_asked_its_own_question_or_its_ways(
    framework: Framework, unit: str, kind: AssessmentKind, question: str
) -> None:
    assert compose_screen(begin(Script(framework, kind, (unit,), "month"))).question == question


def test_an_area_stands_in_its_domain(framework: Framework) -> None:
    shown = compose_screen(begin(Script(framework, AssessmentKind.SELF, ("M1",), "month")))
    assert shown.section == next(d.name for d in framework.domains if d.slug == "meta")


# Any order of commands against a plain dictionary with an undo stack.

ASKED = ("1.1", "1.2", "2.2", "3.1", "3.2", "M1")
SHIPPED = shipped()


@dataclass
class Model:
    """What a person would expect: a dictionary of answers, one of notes, and what to put back."""

    answers: dict[str, Answer]
    notes: dict[str, NoteText]
    undo: list[Change]
    when: dict[str, int]
    place: int = 0
    versions: int = 0
    passed_over: set[str] = field(default_factory=set)

    def answer(self, item: str) -> Answer:
        return self.answers.get(item, Answer())

    def keep(self, item: str, answer: Answer) -> None:
        if answer != self.answer(item):
            self.undo.append(RatingChange(item, self.answer(item)))
            self.put(RatingChange(item, answer))

    def write(self, item: str, note: NoteText) -> None:
        if note != self.notes.get(item, NoteText()):
            self.undo.append(NoteChange(item, self.notes.get(item, NoteText())))
            self.put(NoteChange(item, note))

    def put(self, change: Change) -> None:
        self.versions += 1
        if isinstance(change, RatingChange):
            self.answers[change.item] = change.answer
            self.when[change.item] = self.versions
        else:
            self.notes[change.item] = change.note

    def move(self, place: int) -> None:
        """Show a question: it is passed over no more."""
        self.place = place
        self.passed_over -= set(ASKED[place : place + 1])

    def jump(self, place: int) -> None:
        """Show a question somebody named; what is open up to it is passed over."""
        between = [item for item in ASKED[self.place : place] if self.answer(item).code is None]
        self.passed_over |= set(between)
        self.move(place)

    def go_on(self, after: int) -> None:
        """Go to the next open question, else to the first passed over; the end if there is none."""
        still_open = [n for n, item in enumerate(ASKED) if self.answer(item).code is None]
        later = [n for n in still_open if n >= after]
        over = [n for n in still_open if ASKED[n] in self.passed_over]
        self.move([*later, *over, len(ASKED)][0])

    def resume(self) -> None:
        """Start again with nothing to take back, after what was answered last."""
        self.undo = []
        self.passed_over = set()
        answered = [item for item in ASKED if self.answer(item).code is not None]
        last = max(answered, key=self.when.__getitem__, default=None)
        self.go_on(ASKED.index(last) + 1 if last else 0)
        if self.place == len(ASKED):
            self.go_on(0)


class Sittings(RuleBasedStateMachine):
    """Answers, marks, notes, moves, undoes, leaves and resumes; on a store in memory."""

    def __init__(self) -> None:
        super().__init__()
        clock = Clock()
        self.desk = begin_once(Desk(SHIPPED, open_empty(clock()), clock))
        self.session = draft(self.desk, ASKED)
        self.model = Model({}, {}, [], {})

    def teardown(self) -> None:
        self.look_at_the_record()
        self.desk.store.close()

    @property
    def item(self) -> str | None:
        return ASKED[self.model.place] if self.model.place < len(ASKED) else None

    def press(self, *commands: Command) -> None:
        for command in commands:
            self.session.press(command)

    def kept(self, change: Callable[[Answer], Answer]) -> None:
        if self.item:
            self.model.keep(self.item, change(self.model.answer(self.item)))

    @rule(code=st.sampled_from(list(Code)))
    def answer(self, code: Code) -> None:
        item = self.item
        self.press(Give(code))
        if item is None or code not in list_offered(SHIPPED.asked_as(item)):
            return
        if code is Code.OUTSIDE:
            self.press(Choose(None))
            return
        self.kept(lambda known: replace(known, code=code, reason=None))
        self.model.go_on(self.model.place + 1)

    @rule(reason=st.sampled_from(["setting", "agreed"]))
    def agree_outside(self, reason: str) -> None:
        self.press(Give(Code.OUTSIDE), Choose(reason))
        if self.item:
            self.kept(lambda known: replace(known, code=Code.OUTSIDE, reason=reason))
            self.model.go_on(self.model.place + 1)

    @rule(mark=st.sampled_from(list(Mark)))
    def mark(self, mark: Mark) -> None:
        self.press(Toggle(mark))
        if mark is Mark.BRING:
            self.kept(lambda known: replace(known, bring=not known.bring))
        else:
            self.kept(lambda known: replace(known, show=not known.show))

    @rule(behind=st.sampled_from(list(Behind)))
    def say_what_is_behind(self, behind: Behind) -> None:
        self.press(Open(Mode.BEHIND), Choose(behind.value))
        self.kept(lambda known: replace(known, behind=behind))

    @rule(basis=st.sampled_from(list(Basis)))
    def say_what_it_rests_on(self, basis: Basis) -> None:
        self.press(Open(Mode.BASIS), Choose(basis.value))
        self.kept(lambda known: replace(known, basis=basis))

    @rule(text=st.sampled_from(["", "a", "b"]), shared=st.booleans())
    def note(self, text: str, shared: bool) -> None:
        self.press(Write(NoteText(wrote(text), shared)))
        if self.item:
            self.model.write(self.item, NoteText(wrote(text), shared))

    @rule()
    def back(self) -> None:
        self.press(Back())
        self.model.move(max(self.model.place - 1, 0))

    @rule()
    def skip(self) -> None:
        self.press(Skip())
        self.model.move(min(self.model.place + 1, len(ASKED)))

    @rule(item=st.sampled_from([*ASKED, "3.16"]))
    def jump(self, item: str) -> None:
        self.press(Jump(item))
        if item in ASKED:
            self.model.jump(ASKED.index(item))

    @rule()
    def undo(self) -> None:
        self.press(Undo())
        if self.model.undo:
            change = self.model.undo.pop()
            self.model.put(change)
            self.model.move(ASKED.index(change.item))

    @rule()
    def leave_and_resume(self) -> None:
        self.session = Session(self.desk, self.session.assessment)
        self.model.resume()

    @precondition(lambda self: self.model.versions)
    @rule()
    def leave_with_a_list_open(self) -> None:
        self.press(Open(Mode.REASON))
        self.leave_and_resume()

    @invariant()
    def the_screen_is_right(self) -> None:
        state = self.session.state
        assert state.item == self.item
        assert state.mode is (Mode.UNIT if self.item else Mode.END)
        assert all(state.answer(item) == self.model.answer(item) for item in ASKED)
        assert all(state.note(i) == self.model.notes.get(i, NoteText()) for i in ASKED)

    @rule()
    def look_at_the_record(self) -> None:
        kept = ratings(self.desk, self.session.assessment)
        assert {item: _answer(rating) for item, rating in kept.items()} == self.model.answers
        written = notes(self.desk).values()
        found = {note.subject.split("/")[1]: NoteText(note.text, note.shared) for note in written}
        assert found == self.model.notes


def _answer(rating: Any) -> Answer:
    return Answer(
        rating.code, rating.reason, rating.basis, rating.behind, rating.bring, rating.show
    )


Sittings.TestCase.settings = settings(
    parent=settings.get_profile("suite"), max_examples=30, stateful_step_count=40
)
TestSittings = Sittings.TestCase
