"""What is said on a terminal is broken between words, but not inside a command that fits."""

import io
from os import terminal_size

import pytest

from ipsskills.cli.output.show import Output, say
from ipsskills.doing import do

LOOK = do("assess", "--first-look")
LONG = do("log observation", "--went-well", "x" * 60, person="Ada Example")


class Shown(io.StringIO):
    """A terminal that keeps what it is shown."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Return a terminal of 60 columns that is stdout and stderr."""
    terminal = Shown()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: terminal_size((60, 24)))
    return terminal


def test_a_command_stays_on_one_line(shown: Shown) -> None:
    said = f"Everything is kept; 25 questions are left. Go on with: {LOOK}"
    told = "Everything is kept; 25 questions are left. Go on with:\nipsskills assess --first-look\n"
    say(said)
    assert shown.getvalue() == told
    Output("assess").result(None, said)
    assert shown.getvalue() == told + told


def test_one_that_no_line_holds_is_broken_between_words(shown: Shown) -> None:
    say(f"Next: {LONG}")
    assert shown.getvalue() == (
        f'Next: ipsskills log observation "Ada Example" --went-well\n{"x" * 60}\n'
    )
