"""What is said while nothing is: after half a second of silence, once, and taken back again."""

from io import StringIO

import pytest

from ipsskills.cli.output import working
from ipsskills.cli.output.show import say
from ipsskills.cli.output.working import SAID, SILENT_SECONDS, STARTED_SECONDS, Working

TAKEN_BACK = " " * len(SAID) + "\r"


class Watched:
    """A command that is watched with a clock of its own."""

    def __init__(self, *, plain: bool = False) -> None:
        self.at = 100.0
        self.stream = StringIO()
        self.working = Working(self.stream, lambda: self.at, lambda: plain)

    def after(self, seconds: float) -> str:
        """Let time pass and look; return all that was written."""
        self.at += seconds
        self.working.look()
        return self.stream.getvalue()


def test_nothing_is_said_of_what_is_over_in_a_moment() -> None:
    watched = Watched()
    assert watched.after(SILENT_SECONDS - STARTED_SECONDS - 0.01) == ""


def test_it_is_said_from_half_a_second_on_and_once_a_silence() -> None:
    watched = Watched()
    assert watched.after(SILENT_SECONDS - STARTED_SECONDS) == f"{SAID}\r"
    assert watched.after(30) == f"{SAID}\r"


def test_what_is_shown_takes_its_place_and_silence_begins_anew() -> None:
    watched = Watched()
    watched.after(1)
    watched.working.hush()
    assert watched.stream.getvalue() == f"{SAID}\r{TAKEN_BACK}"
    assert watched.after(SILENT_SECONDS - 0.01) == f"{SAID}\r{TAKEN_BACK}"
    assert watched.after(0.01) == f"{SAID}\r{TAKEN_BACK}{SAID}\r"


def test_nothing_is_said_while_somebody_is_asked() -> None:
    watched = Watched()
    with watched.working.asking():
        assert watched.after(60) == ""
        with watched.working.asking():
            assert watched.after(60) == ""
        assert watched.after(60) == ""
    assert watched.after(SILENT_SECONDS - 0.01) == ""
    assert watched.after(0.01) == f"{SAID}\r"


def test_in_plain_lines_it_is_one_line_a_command() -> None:
    watched = Watched(plain=True)
    assert watched.after(1) == f"{SAID}\n"
    watched.working.hush()
    assert watched.after(60) == f"{SAID}\n"


def test_it_says_when_to_look_again() -> None:
    watched = Watched()
    left = SILENT_SECONDS - STARTED_SECONDS
    assert watched.working.look() == pytest.approx(left)
    watched.at += left
    assert watched.working.look() == SILENT_SECONDS


def test_a_stream_that_is_closed_is_nobodys_trouble() -> None:
    watched = Watched()
    watched.stream.close()
    watched.at += 5
    watched.working.look()
    watched.working.hush()


def test_whatever_is_said_takes_it_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched = Watched()
    watched.after(5)
    monkeypatch.setattr(working, "_NOW", [watched.working])
    say("Done.")
    assert watched.stream.getvalue().endswith(TAKEN_BACK)
    assert capsys.readouterr().err == "Done.\n"


def test_where_nobody_is_at_a_terminal_nobody_watches() -> None:
    with working.watch(lambda: False):
        assert working._NOW == []
