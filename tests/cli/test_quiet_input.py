"""What a terminal sends, read as the terminal library reads it, and what of it gets through."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import pytest
from prompt_toolkit.input import Input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from ipsskills.cli.interview.gate import Gate
from ipsskills.cli.interview.quiet_input import QuietInput
from tests.cases import try_each

ESC = "\x1b"
REPLIES = (
    f"{ESC}]11;rgb:ffff/ffff/ffff{ESC}\\",
    f"{ESC}]11;rgb:2323/0101/3333\x07",
    f"{ESC}P>|xterm(370){ESC}\\",
    f"{ESC}[?1;2c",
    f"{ESC}[>0;276;0c",
    f"{ESC}[I",
    f"{ESC}[O",
    f"{ESC}[1;2;3y",
)


class Wire(Input):
    """An input that holds what was sent, and what it is when no more comes."""

    def __init__(self) -> None:
        self._keys: list[KeyPress] = []
        self._parser = Vt100Parser(self._keys.append)

    def send(self, data: str) -> None:
        """Have something arrive in one read."""
        self._parser.feed(data)

    def read_keys(self) -> list[KeyPress]:
        found = self._keys[:]
        self._keys.clear()
        return found

    def flush_keys(self) -> list[KeyPress]:
        self._parser.flush()
        return self.read_keys()

    def fileno(self) -> int:
        return 7

    def typeahead_hash(self) -> str:
        return "wire"

    @property
    def closed(self) -> bool:
        return False

    def raw_mode(self) -> AbstractContextManager[None]:
        return nullcontext()

    def cooked_mode(self) -> AbstractContextManager[None]:
        return nullcontext()

    def attach(self, input_ready_callback: Callable[[], None]) -> AbstractContextManager[None]:
        input_ready_callback()
        return nullcontext()

    def detach(self) -> AbstractContextManager[None]:
        return nullcontext()


class Reader:
    """A quiet input on a wire, with a clock to set."""

    def __init__(self) -> None:
        self.wire, self.at, self.typing = Wire(), 10.0, False
        self.input = QuietInput(self.wire, Gate(), lambda: self.at, lambda: self.typing)

    def after(self, seconds: float, data: str) -> list[str]:
        """Return the keys that get through when something arrives after a time."""
        self.at += seconds
        self.wire.send(data)
        return [_name(key) for key in self.input.read_keys()]

    def quiet(self, seconds: float) -> list[str]:
        """Return the keys that get through when nothing more arrives."""
        self.at += seconds
        return [_name(key) for key in self.input.flush_keys()]


@pytest.fixture
def reader() -> Reader:
    return Reader()


@try_each("typing", [False, True])
@try_each("reply", REPLIES)
def test_replies_of_a_terminal_do_nothing(reply: str, *, typing: bool) -> None:
    reader = Reader()
    reader.typing = typing
    assert reader.after(0, reply) == []
    assert reader.quiet(0.3) == []
    assert reader.after(0.2, "2") == ["2"]


@try_each("reply", REPLIES)
def test_replies_that_come_in_two_parts_answer_nothing(reply: str) -> None:
    for place in range(1, len(reply)):
        for gap in (0.001, 0.15, 0.25):
            reader = Reader()
            seen = reader.after(0, reply[:place]) + reader.after(gap, reply[place:])
            assert [key for key in seen if key != "escape"] == []


@try_each("typing", [False, True])
@try_each("keys", [f"{ESC}[1;3A", f"{ESC}[1;9B", f"{ESC}{ESC}[C", f"{ESC}[1;4H"])
def test_alt_with_a_cursor_key_is_no_esc(keys: str, *, typing: bool) -> None:
    reader = Reader()
    reader.typing = typing
    assert "escape" not in reader.after(0, keys)
    assert reader.after(0.2, "2") == ["2"]


def test_a_lone_esc_is_a_persons(reader: Reader) -> None:
    assert reader.after(0, ESC) == []
    assert reader.quiet(0.3) == ["escape"]
    assert reader.after(0.1, "2") == []
    assert reader.after(0.2, "2") == ["2"]


def test_a_delete_key_in_two_parts_is_a_delete_key(reader: Reader) -> None:
    assert reader.after(0, ESC) == []
    assert reader.after(0.15, "[3~") == ["delete"]


def test_ctrl_c_always_gets_through(reader: Reader) -> None:
    for before in ("", f"{ESC}]11;", "2.3 and ", f"{ESC}[A"):
        assert "c-c" in reader.after(0, f"{before}\x03")


def test_a_paste_gets_through_as_a_paste(reader: Reader) -> None:
    assert reader.after(0, f"{ESC}[200~2.3 and n{ESC}[201~") == ["<bracketed-paste>"]
    assert reader.after(0, f"{ESC}[200~{ESC}[201~") == ["<bracketed-paste>"]
    assert reader.after(0.01, "2") == []
    assert reader.after(0.2, "2") == ["2"]


def test_a_paste_that_is_not_marked_answers_nothing(reader: Reader) -> None:
    assert reader.after(0, "2.3 and n") == []
    assert reader.after(0.1, "2") == []
    assert reader.after(0.2, "2") == ["2"]


def test_a_paste_of_lines_into_a_note_is_one_line(reader: Reader) -> None:
    reader.typing = True
    assert "".join(reader.after(0, "Well:\r2.3\n3\r")) == "Well: 2.3 3c-m"
    assert reader.after(1, "\r") == ["c-m"]


def test_letters_come_through_in_a_note_as_they_are(reader: Reader) -> None:
    reader.typing = True
    assert "".join(reader.after(0, "q 3? né")) == "q 3? né"
    assert reader.after(0, "\x7f") == ["c-h"]


def test_keys_left_over_elsewhere_are_not_taken_over(reader: Reader) -> None:
    assert reader.input.typeahead_hash() != reader.wire.typeahead_hash()


def _name(key: KeyPress) -> str:
    return key.key.value if isinstance(key.key, Keys) else key.key
