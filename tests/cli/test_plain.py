"""The interview in plain lines, from a pipe and from a person who slips."""

from collections.abc import Callable
from io import StringIO

import pytest

from ipsskills.cli.interview.ended import Ended
from ipsskills.cli.interview.plain import run_plain
from ipsskills.codes import AssessmentKind, Code
from ipsskills.errors import InvalidInput
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.assessments.scope import choose_scope
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.machine import Answer
from ipsskills.usecases.interview.session import Session
from tests.usecases.builders import at_desk_of, me, ratings

Lines = Callable[..., Ended]


class Typed(StringIO):
    """Lines that a person types, at a terminal."""

    def isatty(self) -> bool:
        return True


class Stopped(Typed):
    """A person who presses Ctrl-C after what they typed."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        if line := super().readline(size):
            return line
        raise KeyboardInterrupt


@pytest.fixture
def session(desk: Desk) -> Session:
    """Return an interview about all 28 units, at its first question."""
    with desk.store.reading() as work:
        (me,) = work.current(Person, thing=desk.me or "")
    return start(desk, me, choose_scope(desk.framework))


@pytest.fixture
def pipe(session: Session, monkeypatch: pytest.MonkeyPatch) -> Lines:
    """Return what gives the interview lines from a pipe: pipe("3", "n")."""

    def give(*lines: str, areas_offered: bool = False) -> Ended:
        monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))
        return run_plain(session, areas_offered=areas_offered)

    return give


@pytest.fixture
def person(session: Session, monkeypatch: pytest.MonkeyPatch) -> Lines:
    """Return what gives the interview lines that a person types."""

    def give(*lines: str, areas_offered: bool = False) -> Ended:
        monkeypatch.setattr("sys.stdin", Typed("".join(f"{line}\n" for line in lines)))
        return run_plain(session, areas_offered=areas_offered)

    return give


def kept(desk: Desk, session: Session) -> dict[str, Answer]:
    """Return the answers in force, read from the record anew."""
    return {k: v for k, v in Session(desk, session.assessment).state.answers.items() if v.code}


def codes(desk: Desk, session: Session) -> dict[str, str]:
    return {item: str(answer.code) for item, answer in kept(desk, session).items()}


def test_a_line_of_one_answer_answers_and_goes_on(
    desk: Desk, session: Session, pipe: Lines
) -> None:
    assert pipe("3", "2", " 0 ", "1") is Ended.LEAVE
    assert codes(desk, session) == {"1.1": "3", "1.2": "2", "1.3": "0", "1.4": "1"}


def test_a_line_may_name_its_unit(desk: Desk, session: Session, pipe: Lines) -> None:
    assert pipe("3.10 3", "2", "1.1 0", "3.10   1") is Ended.LEAVE
    assert codes(desk, session) == {"3.10": "1", "3.11": "2", "1.1": "0"}


def test_a_byte_order_mark_before_the_first_line_is_no_answer(
    desk: Desk, session: Session, pipe: Lines
) -> None:
    assert pipe("\ufeff3", "2") is Ended.LEAVE
    assert codes(desk, session) == {"1.1": "3", "1.2": "2"}


def test_3_1_is_not_3_10(desk: Desk, session: Session, pipe: Lines) -> None:
    pipe("3.1 n", "3.10 0")
    assert codes(desk, session) == {"3.1": "n", "3.10": "0"}


@pytest.mark.parametrize("line", ["x agreed", "X AGREED", "x 5", "3.8 x agreed"])
def test_x_takes_its_reason_on_the_same_line(
    desk: Desk, session: Session, pipe: Lines, line: str
) -> None:
    pipe(line)
    (answer,) = kept(desk, session).values()
    assert (answer.code, answer.reason) == (Code.OUTSIDE, "agreed")


def test_x_alone_waits_for_its_reason(desk: Desk, session: Session, pipe: Lines) -> None:
    pipe("x", "colleague", "x", "b", "3")
    found = kept(desk, session)
    assert {k: (v.code, v.reason) for k, v in found.items()} == {
        "1.1": (Code.OUTSIDE, "colleague"),
        "1.2": (Code.THREE, None),
    }


@pytest.mark.parametrize(
    ("line", "text", "shared"),
    [
        ("e Ask Sam", "Ask Sam", False),
        ("e! Ask Sam", "Ask Sam", True),
        ("E   Ask  Sam ", "Ask  Sam", False),
        ("1.1 e 3 calls: 2 went well", "3 calls: 2 went well", False),
        ("e 😀 café ملاحظة", "😀 café ملاحظة", False),
    ],
)
def test_a_note_is_private_unless_it_is_shared(
    desk: Desk, session: Session, pipe: Lines, line: str, text: str, *, shared: bool
) -> None:
    pipe(line, "3")
    note = Session(desk, session.assessment).state.note("1.1")
    assert (note.text, note.shared) == (text, shared)
    assert codes(desk, session) == {"1.1": "3"}


def test_marks_lists_skip_back_and_undo(desk: Desk, session: Session, pipe: Lines) -> None:
    pipe("f", "w", "y learn", "o F", "2", "s", "3", "b", "b", "1", "z", "z")
    found = kept(desk, session)
    assert set(found) == {"1.1"}
    first = found["1.1"]
    assert (first.code, first.bring, first.show) == (Code.TWO, True, True)
    assert (first.behind, first.basis) == ("learn", "F")


def test_capitals_do_the_same(desk: Desk, session: Session, pipe: Lines) -> None:
    pipe("F", "J 3.8", "N", "Y TIME", "S", "Q", "3")
    assert codes(desk, session) == {"3.8": "n"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("four", "'four' does nothing here."),
        ("33", "'33' does nothing here."),
        ("", "An empty line answers nothing."),
        ("n", "n is not offered for this question."),
        ("u", "u is not offered for this question."),
        ("3 2", "'3' takes no words."),
        ("2 since May", "'2' takes no words."),
        ("f yes", "'f' takes no words."),
        ("x nobody", "'nobody' is not on the list."),
        ("9.9 3", "'9.9' does nothing here."),
        ("M1 3", "'m1' does nothing here."),
        ("j 9.9", "9.9 is not part of this assessment."),
        ("j", "on the same line"),
        ("/", "on the same line"),
        ("e", "on the same line"),
        ("e bell\x07", "control characters cannot be kept"),
        ("e " + "a" * 10_001, "text"),
        ("3;2", "'3;2' does nothing here."),
    ],
)
def test_a_bad_line_of_a_pipe_is_told_with_its_number_and_what_was_before_is_kept(
    desk: Desk, session: Session, pipe: Lines, line: str, said: str
) -> None:
    with pytest.raises(InvalidInput) as raised:
        pipe("3.3 3", "1.4 2", "b", line, "3")
    assert raised.value.message.startswith("Line 4: ")
    assert said in raised.value.message
    assert raised.value.message.endswith("The answers before it are kept.")
    assert raised.value.hint
    assert codes(desk, session) == {"3.3": "3", "1.4": "2"}


def test_the_draft_goes_on_after_a_bad_line(desk: Desk, session: Session, pipe: Lines) -> None:
    with pytest.raises(InvalidInput, match="Line 2"):
        pipe("3", "seven", "1")
    pipe("1")
    assert codes(desk, session) == {"1.1": "3", "1.2": "1"}


def test_the_end_of_the_lines_finishes_only_what_is_whole(session: Session, pipe: Lines) -> None:
    assert pipe(*["3"] * 27) is Ended.LEAVE
    assert pipe() is Ended.LEAVE
    assert pipe("3") is Ended.FINISH
    assert not session.state.open_items


@pytest.mark.parametrize(
    ("last", "areas_offered", "ended"),
    [
        ("", True, Ended.FINISH),
        ("finish", True, Ended.FINISH),
        ("m", True, Ended.FINISH_AND_AREAS),
        ("M", True, Ended.FINISH_AND_AREAS),
        ("q", True, Ended.LEAVE),
    ],
)
def test_the_end_can_be_answered(
    pipe: Lines, last: str, ended: Ended, *, areas_offered: bool
) -> None:
    assert pipe(*["3"] * 28, last, areas_offered=areas_offered) is ended


def test_areas_are_not_to_be_had_where_they_are_not_offered(pipe: Lines) -> None:
    with pytest.raises(InvalidInput, match="Line 29: 'm' does nothing here"):
        pipe(*["3"] * 28, "m")


def test_an_answer_too_many_is_told(desk: Desk, session: Session, pipe: Lines) -> None:
    with pytest.raises(InvalidInput, match="Line 29: All questions have been asked"):
        pipe(*["3"] * 28, "2")
    assert set(codes(desk, session).values()) == {"3"}


def test_a_pipe_is_asked_nothing(pipe: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    pipe("3", "x", "agreed")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_a_person_is_told_on_the_spot_and_goes_on(
    desk: Desk, session: Session, person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    assert person("four", "", "3 2", "x nobody", "b", "e \x07", "3", "q") is Ended.LEAVE
    told = capsys.readouterr().err
    for said in (
        "'four' does nothing here. Type ? for help.",
        "'3' takes no words.",
        "'nobody' is not on the list.",
        "control characters cannot be kept",
        "Unit 2 of 28.",
    ):
        assert said in told
    assert codes(desk, session) == {"1.1": "3"}


def test_a_person_is_asked_in_full(person: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    person("e Ask Sam", "3", "b", "x", "d", "?", "/zeppelin", "/ benefits and")
    out, told = capsys.readouterr()
    assert out == ""
    for said in (
        "Unit 1 of 28. 1.1 Practitioner's stance, values and style of interaction in IPS.",
        "  3 Yes, under pressure too, and I can give an example",
        "  x Agreed outside this job, with a reason from a short list",
        "Answer 3, 2, 1, 0 or x, or ? for help:",
        "  Your answer: shows under pressure",
        "  Note, private: Ask Sam",
        "  5 Agreed with my manager (no detail)",
    ):
        assert said in told
    assert "\x1b" not in told


def test_the_last_thing_a_person_hears_is_how_to_finish(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    assert person(*["s"] * 27, "3", areas_offered=True) is Ended.LEAVE
    told = capsys.readouterr().err
    assert "Not answered: 1.1 Stance and values, 1.2 " in told
    assert (
        "Enter: finish. m: finish, then ten short questions on judgement. r: read over. b: back."
        in told
    )


def test_ctrl_c_of_a_person_is_finishing_later(
    desk: Desk, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Stopped("3\n"))
    assert run_plain(session, areas_offered=False) is Ended.LEAVE
    assert codes(desk, session) == {"1.1": "3"}


def test_statements_are_answered_line_by_line(desk: Desk, pipe: Lines, session: Session) -> None:
    first, second = (s.id for s in desk.framework.by_id["1.1"].live_statements[:2])
    assert pipe("d", "d", "2", "1", "out", "3") is Ended.LEAVE
    assert codes(desk, session) == {first: "2", second: "1", "1.1": "3"}


def test_a_line_may_name_a_statement(desk: Desk, pipe: Lines, session: Session) -> None:
    third, fifth = (desk.framework.by_id["3.8"].live_statements[n].id for n in (2, 4))
    assert pipe(f"{third} 2", "3.8/5 3", "j 1.2", "1") is Ended.LEAVE
    assert codes(desk, session) == {third: "2", fifth: "3", "1.2": "1"}


def test_the_review_is_told_in_lines(person: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    assert person("3", "f", "2", "r", "q") is Ended.LEAVE
    told = capsys.readouterr().err
    assert "1.1 Stance and values: shows under pressure" in told
    assert "1.2 Recovery model: you would look something up !" in told
    assert "To change one, type its number and the answer: 3.8 2." in told


def test_a_supervisors_line_is_the_answer_and_what_it_rests_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lee = at_desk_of(desk, "Lee Invented")
    session = start(lee, me(desk), ("3.1", "3.2", "3.3", "3.4"), kind=AssessmentKind.SUPERVISOR)
    monkeypatch.setattr("sys.stdin", StringIO("3 o\n2\n=\nu\n3.4 1\nr\n"))
    assert run_plain(session, areas_offered=False) is Ended.FINISH
    kept = ratings(desk, session.assessment)
    assert {i: (r.code, r.basis) for i, r in kept.items()} == {
        "3.1": ("3", "O"),
        "3.2": ("2", "O"),
        "3.3": ("u", None),
        "3.4": ("1", "R"),
    }


ASK = "Answer 3, 2, 1, 0 or x, or ? for help:"
WORDS = "  3 I could explain it, plainly, and say how I have used it"


def heard(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines that were read out."""
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("7", "'7' does nothing here. Type ? for help."),
        ("33", "'33' does nothing here. Type ? for help."),
        ("n", "n is not offered for this question."),
        ("3 please", "'3' takes no words. A note is a line of its own: e your words."),
        ("j 9.9", "9.9 is not part of this assessment."),
        ("b", "This is the first question."),
        ("z", "There is nothing to take back."),
        (
            "e",
            (
                "Write the note on the same line: e your words. To share it: e! your words. "
                "Name no client, not even by first name: the check for names misses many."
            ),
        ),
        ("e! Ask Sam", "Note kept, shared."),
        ("e Ask Sam", "Note kept, private."),
        ("f", "1.1: to bring to supervision, kept."),
    ],
)
def test_what_stays_as_it_was_is_not_read_out_again(
    person: Lines, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    """After a slip, a note or a mark: what it came to, once, and the line that asks."""
    person("q")
    first = heard(capsys)
    person(line, "", "q")
    assert heard(capsys) == [*first, said, ASK, ASK]


def test_each_answer_is_read_back_and_its_words_are_heard_once(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    """1.1 asks for a value, 1.2 and 1.3 for knowledge: the second time the codes are enough."""
    person("2", "2", "1", "q")
    told = heard(capsys)
    assert "1.1: mostly, kept." in told
    assert "1.2: you would look something up, kept." in told
    second, third, fourth = (
        next(n for n, line in enumerate(told) if line.startswith(f"Unit {place} of 28."))
        for place in (2, 3, 4)
    )
    assert told[second + 2] == WORDS
    assert told[third + 1 : third + 3] == ["If someone asked you about it tomorrow?", ASK]
    assert told.count(WORDS) == 1
    assert told[fourth - 2 : fourth] == ["1.3: main ideas, kept.", ""]


def test_a_question_mark_reads_the_words_again_then_the_keys(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    person("2", "2", "?", "q")
    told = heard(capsys)
    assert told.count(WORDS) == 2
    assert told.index("You can also type:") > len(told) - told[::-1].index(WORDS) - 1
    assert "  q finish later; everything is kept (also Ctrl-C)" in told
    assert told[-1] == ASK


def test_an_answer_taken_back_is_said_with_what_is_left(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    person("2", "f", "z", "z", "q")
    told = heard(capsys)
    assert "1.2: to bring to supervision, kept." in told
    assert "Taken back. 1.2: not answered." in told
    assert "Taken back. 1.1: not answered." in told


def test_a_short_list_is_read_once_and_what_is_chosen_is_read_back(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    person("x", "nobody", "5", "x", "?", "colleague", "y", "time", "s", "q")
    told = heard(capsys)
    ask = "Type a number, b to leave it as it was, or ? for the list."
    first = told.index("Agreed outside this job: why?")
    assert told[first + 1] == "  1 A colleague does this in our service"
    assert told[first + 6 : first + 9] == [ask, "'nobody' is not on the list.", ask]
    assert "1.1: agreed outside this job, agreed with my manager (no detail), kept." in told
    second = told.index("Agreed outside this job: why?", first + 1)
    assert told[second + 1] == ask  # the list was heard, and is read again when asked for
    assert told[second + 2] == "  1 A colleague does this in our service"
    assert "1.3: time or caseload, kept." in told
    assert "1.3: left for now." in told


def test_d_reads_the_statements_and_once_more_goes_into_them(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    person("3", "d", "d", "3", "out", "q")
    told = heard(capsys)
    assert "To answer them one by one, type d again." in told
    assert any(line.startswith("Unit 2 of 28. 1.2 Knowledge of the recovery") for line in told)
    assert "1.2/1: you can explain it, kept." in told
    assert told[-2:] == ["  1 of its 7 statements answered", ASK]


def test_an_answer_given_before_is_said_when_one_comes_back(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    person("2", "b", "q")
    told = heard(capsys)
    assert told[-2:] == ["  Your answer: mostly", ASK]


def test_after_twelve_equal_answers_one_line_is_said_once(
    person: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "The last twelve answers are the same. That may be right; if not, b goes back."
    person(*["3"] * 11, "q")
    assert said not in heard(capsys)
    person("3", "3", "q")
    told = heard(capsys)
    assert told.count(said) == 1
    assert told[told.index(said) - 1] == "2.6: on your own, kept."
    person(*["3"] * 15)
    assert said not in heard(capsys)
