"""Lists to pick from: candidates are shown whole, Enter takes a line; in plain lines, numbers."""

from collections.abc import Callable, Iterator
from io import StringIO
from threading import Timer

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.utils import get_cwidth

from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.pickers import lay_out, pick_one, pick_several
from ipsskills.errors import Interrupted
from tests.cases import try_each

FRUIT = [("a", "An apple"), ("b", "A pear"), ("c", "3.8   A plum")]
DOWN, SPACE, ENTER, CTRL_C = "\x1b[B", " ", "\r", "\x03"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """Give lists keys from here, and let them draw nowhere."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.mark.parametrize(
    ("pressed", "picked"),
    [
        (ENTER, ["a"]),
        (DOWN + ENTER, ["b"]),
        (DOWN + DOWN + ENTER, ["c"]),
        (SPACE + DOWN + ENTER, ["a"]),
        (DOWN + SPACE + DOWN + SPACE + ENTER, ["b", "c"]),
        (SPACE + SPACE + DOWN + ENTER, ["b"]),
    ],
)
def test_where_one_is_wanted_enter_takes_the_line_or_those_picked(
    keys: PipeInput, pressed: str, picked: list[str]
) -> None:
    keys.send_text(pressed)
    assert pick_several("Which?", FRUIT, DummyOutput(), wanted=True) == picked


@pytest.mark.parametrize(("ticked", "picked"), [((), []), (("b",), ["b"])])
def test_where_none_may_be_meant_enter_goes_on_with_those_ticked(
    keys: PipeInput, ticked: tuple[str, ...], picked: list[str]
) -> None:
    keys.send_text(DOWN + ENTER)
    assert pick_several("Which?", FRUIT, DummyOutput(), ticked=ticked) == picked


@pytest.mark.parametrize("letter", [*"aijk"])
def test_letters_neither_move_nor_pick(keys: PipeInput, letter: str) -> None:
    keys.send_text(DOWN + letter + ENTER)
    assert pick_one("Which?", FRUIT, DummyOutput()) == "b"
    keys.send_text(letter + ENTER)
    assert pick_several("Which?", FRUIT, DummyOutput()) == []
    keys.send_text(letter + ENTER)
    assert pick_several("Which?", FRUIT, DummyOutput(), wanted=True) == ["a"]


class Screen(StringIO):
    """A screen before which somebody presses Enter once they have read what they wait for."""

    def __init__(self, keys: PipeInput, awaited: str) -> None:
        super().__init__()
        self._keys, self._awaited, self.pressed = keys, awaited, False

    def write(self, text: str) -> int:
        written = super().write(text)
        if not self.pressed and self._awaited in self.getvalue():
            self.pressed = True
            self._keys.send_text(ENTER)
        return written


@pytest.mark.parametrize("typed", ["w", "a", "\x1b[200~a line\x1b[201~"])
def test_who_types_words_into_a_list_is_told_its_keys(keys: PipeInput, typed: str) -> None:
    told = "No words are kept here. Arrow keys move, Space picks, Enter goes on."
    screen = Screen(keys, told)
    keys.send_text(typed)
    drawn = Vt100_Output(screen, lambda: Size(rows=24, columns=80), enable_cpr=False)
    gives_up = Timer(20, keys.send_text, [CTRL_C])
    gives_up.start()
    assert pick_several("Which?", FRUIT, drawn) == []
    gives_up.cancel()
    assert screen.pressed


def test_nothing_ticked_is_said_so(keys: PipeInput, capsys: pytest.CaptureFixture[str]) -> None:
    keys.send_text(ENTER)
    assert pick_several("Which is done?", FRUIT, DummyOutput()) == []
    assert capsys.readouterr().err == "Which is done? Nothing ticked.\n"


def test_one_is_picked_by_enter(keys: PipeInput) -> None:
    keys.send_text(DOWN + ENTER)
    assert pick_one("Which?", FRUIT, DummyOutput()) == "b"


@pytest.mark.parametrize("pick", [pick_one, pick_several])
def test_ctrl_c_stops(keys: PipeInput, pick: Callable[..., object]) -> None:
    keys.send_text(CTRL_C)
    with pytest.raises(Interrupted):
        pick("Which?", FRUIT, DummyOutput())


def test_what_follows_a_number_stands_under_its_own_beginning() -> None:
    laid = lay_out("2.2   Say who will hear what, and stay true to it when caught off guard", 50)
    assert laid == (
        "2.2   Say who will hear what, and stay true\n           to it when caught off guard"
    )


@given(st.lists(st.text("abc 会", min_size=1, max_size=30), max_size=12), st.integers(30, 120))
def test_every_candidate_is_shown_whole_and_fits(words: list[str], columns: int) -> None:
    said = " ".join(" ".join(words).split())
    laid = lay_out(said, columns)
    assert "".join(laid.split()) == "".join(said.split())
    assert all(get_cwidth(line) <= columns - 1 for line in laid.split("\n"))


class Typed(StringIO):
    """Lines that a person types, at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what gives the questions lines to read, in plain lines."""
    monkeypatch.setenv("IPSSKILLS_PLAIN", "yes")

    def give(*typed: str) -> None:
        monkeypatch.setattr("sys.stdin", Typed("".join(f"{line}\n" for line in typed)))

    return give


@try_each(
    ("typed", "picked"),
    [("1 3", ["a", "c"]), ("2, 3", ["b", "c"]), ("3,1", ["c", "a"]), ("2 2", ["b"]), ("", [])],
)
def test_numbers_are_read_with_spaces_or_commas(
    lines: Callable[..., None], typed: str, picked: list[str]
) -> None:
    lines(typed)
    assert ask.several("Which?", FRUIT) == picked


def test_after_a_slip_only_the_line_that_asks_is_repeated(
    lines: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    lines("9", "1 x", "2")
    assert ask.several("Which?", FRUIT) == ["b"]
    how = "Type the numbers with spaces between. Enter: none."
    assert capsys.readouterr().err.splitlines() == [
        "Which?",
        "  1 An apple",
        "  2 A pear",
        "  3 3.8   A plum",
        how,
        "'9' is not one of the numbers.",
        how,
        "'x' is not one of the numbers.",
        how,
    ]


def test_one_number_is_one(lines: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    lines("", "1 2", "3")
    assert ask.select("Which?", FRUIT) == "c"
    assert capsys.readouterr().err.splitlines()[4:] == [
        "Type its number.",
        "One number is needed.",
        "Type its number.",
        "One number is needed.",
        "Type its number.",
    ]


def test_words_are_asked_for_until_there_are_some(
    lines: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    lines("", "Ada")
    assert ask.text("What is your name?") == "Ada"
    assert capsys.readouterr().err.splitlines() == [
        "What is your name?",
        "Type a word or two, or press Ctrl-C to stop.",
        "What is your name?",
    ]
