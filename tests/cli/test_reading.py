"""What is said on a terminal is broken between words, but not inside a command that fits."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from os import terminal_size
from unittest.mock import patch

from ipsskills.cli.output.show import Output, say
from ipsskills.doing import do

LOOK = do("assess", "--first-look")
LONG = do("log observation", "--went-well", "x" * 60, person="Ada Example")


class Shown(io.StringIO):
    """A terminal that keeps what it is shown."""

    def isatty(self) -> bool:
        return True


@contextmanager
def watched() -> Iterator[Shown]:
    """Give a terminal of 60 columns that is stdout and stderr meanwhile."""
    terminal = Shown()
    with (
        redirect_stdout(terminal),
        redirect_stderr(terminal),
        patch("shutil.get_terminal_size", lambda: terminal_size((60, 24))),
    ):
        yield terminal


def test_what_is_to_be_pasted_stays_as_it_is() -> None:
    with watched() as shown:
        Output("form").result(None, "told " * 20, to_paste="paste " * 20)
        told, pasted = shown.getvalue().split("paste", 1)
    assert max(map(len, told.splitlines())) < 60
    assert f"paste{pasted}" == "paste " * 20 + "\n"


def test_a_command_stays_on_one_line() -> None:
    said = f"Everything is kept; 25 questions are left. Go on with: {LOOK}"
    told = "Everything is kept; 25 questions are left. Go on with:\nipsskills assess --first-look\n"
    with watched() as shown:
        say(said)
        assert shown.getvalue() == told
        Output("assess").result(None, said)
        assert shown.getvalue() == told + told


def test_one_that_no_line_holds_is_broken_between_words() -> None:
    with watched() as shown:
        say(f"Next: {LONG}")
    assert shown.getvalue() == (
        f'Next: ipsskills log observation "Ada Example" --went-well\n{"x" * 60}\n'
    )
