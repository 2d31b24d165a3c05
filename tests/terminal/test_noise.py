"""Terminal noise, held keys and pastes: the answers kept are exactly those that were meant.

Keys are not fast here. Where a test is about time, a stall of a busy machine can make what it
sends into something else, so it looks whether it sent what it meant to, and tries again if not.
"""

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from ipsskills.framework.types import Framework
from tests.terminal.conftest import Start
from tests.terminal.terminal import DOWN, ENTER, ESC, PATIENCE, Terminal, kept, record

BEL = "\x07"
GAP = 0.15
QUIET = 0.3
PATIENCE_FOR_A_KEY = 4.0
TRIES = 6
ANSWERS_A_TEST = 9
LAST = "That was the last question."
PASTE = "2.3 and n"

WHOLE = {
    "delete": f"{ESC}[3~",
    "insert": f"{ESC}[2~",
    "page down with a modifier": f"{ESC}[6;3~",
    "cursor keys": f"{ESC}[A{ESC}[B{ESC}[1;2C{ESC}[1;3D{ESC}OD",
    "alt with arrows": f"{ESC}[1;3A{ESC}[1;9B{ESC}{ESC}[C",
    "alt with a digit": f"{ESC}2",
    "unknown sequence": f"{ESC}[1;2;3y",
    "unknown private sequence": f"{ESC}[?2026;2$y",
    "keyboard protocol": f"{ESC}[50;1:3u{ESC}[27;5;50~",
    "colour reply": f"{ESC}]11;rgb:ffff/ffff/ffff{ESC}\\",
    "colour reply with bell": f"{ESC}]11;rgb:0123/0123/0123{BEL}",
    "palette reply": f"{ESC}]4;1;rgb:3232/1010/0303{ESC}\\",
    "device attributes": f"{ESC}[?1;2c",
    "second device attributes": f"{ESC}[>0;276;0c",
    "third device attributes": f"{ESC}P!|00000000{ESC}\\",
    "cursor position": f"{ESC}[24;80R",
    "name and version": f"{ESC}P>|xterm(370){ESC}\\",
    "terminfo reply": f"{ESC}P1+r544e=787465726d2d323536{ESC}\\",
    "focus": f"{ESC}[I{ESC}[O{ESC}[I",
    "mouse": f"{ESC}[M #!{ESC}[<0;32;10M{ESC}[<0;32;10m{ESC}[32;13;10M",
    "window size": f"{ESC}[8;24;80t",
    "application message": f"{ESC}_Gi=31;OK{ESC}\\",
}
SPLIT = {
    "delete": (1, 2, 3),
    "cursor keys": (1, 2, 4, 8, 9),
    "unknown sequence": (1, 2, 3, 5, 7),
    "colour reply": (1, 2, 4, 12, 22, 23, 24),
    "colour reply with bell": (1, 3, 9, 23),
    "device attributes": (1, 2, 3, 4, 5, 6),
    "cursor position": (1, 3, 5, 7),
    "name and version": (1, 2, 5, 10, 14, 15),
    "focus": (1, 2, 4, 5),
}


NAMES = tuple(WHOLE)


class Interview:
    """An interview at a person's pace, and what its answers are meant to be so far."""

    def __init__(self, terminal: Terminal, home: Path, framework: Framework) -> None:
        self.terminal = terminal
        self.home = home
        self.meant: dict[str, str] = {}
        self._units = [unit.id for unit in framework.asked()]
        self.shown()

    def shown(self, timeout: float = PATIENCE) -> None:
        """Wait for the question that should be next, or the end."""
        here = f"unit {len(self.meant) + 1} of 28" if len(self.meant) < 28 else LAST
        self.terminal.until(here, timeout=timeout)

    def answer(self, code: str) -> None:
        """Give an honest answer in peace; all answers kept must then be those that were meant.

        It is given again if it is not taken: a stall may have brought it too close to the noise.
        """
        here = f"unit {len(self.meant) + 1} of 28"
        self.meant[self._units[len(self.meant)]] = code
        for _ in range(TRIES):
            time.sleep(QUIET)
            if here in self.terminal.text():
                self.terminal.press(code)
            try:
                self.shown(PATIENCE_FOR_A_KEY)
                break
            except AssertionError:
                continue
        assert kept(self.home) == self.meant

    def gained(self) -> int:
        """Take all that is kept as meant; return how many answers that adds."""
        time.sleep(QUIET)
        before, self.meant = len(self.meant), kept(self.home)
        self.shown()
        return len(self.meant) - before

    def can_go_on(self) -> bool:
        """Whether another test may go on with this interview."""
        room = len(self.meant) + ANSWERS_A_TEST <= 28
        untouched = f"? all keys saved {len(self.meant)}" in self.terminal.words()
        return room and untouched and kept(self.home) == self.meant


@pytest.fixture(scope="module")
def _interviews() -> Iterator[list[Interview]]:
    """Give the interviews begun so far, the last of which may be gone on with."""
    begun: list[Interview] = []
    yield begun
    for each in begun:
        each.terminal.close()


@pytest.fixture
def going_on(
    _interviews: list[Interview],
    tmp_path_factory: pytest.TempPathFactory,
    known_home: Path,
    framework: Framework,
) -> Callable[[], Interview]:
    """Return what gives an interview on a question, one already under way where that will do."""

    def give() -> Interview:
        if not _interviews or not _interviews[-1].can_go_on():
            home = shutil.copytree(known_home, tmp_path_factory.mktemp("noise") / "ada")
            terminal = Terminal(home, "assess", forked=True)
            _interviews.append(Interview(terminal, home, framework))
        time.sleep(QUIET)
        return _interviews[-1]

    return give


@pytest.fixture
def interview(going_on: Callable[[], Interview]) -> Interview:
    return going_on()


@pytest.mark.parametrize("first", range(0, len(NAMES), 8))
def test_whole_sequences_answer_nothing(interview: Interview, first: int) -> None:
    for name in NAMES[first : first + 8]:
        interview.terminal.press(WHOLE[name])
        interview.answer("1")


@pytest.mark.parametrize("name", SPLIT)
def test_split_sequences_answer_nothing(interview: Interview, name: str) -> None:
    noise = WHOLE[name]
    for place in SPLIT[name]:
        _apart(interview.terminal, [noise[:place], noise[place:]], GAP)
        interview.answer("1")


@pytest.mark.parametrize("name", ["delete", "unknown sequence", "device attributes"])
def test_sequences_byte_by_byte_answer_nothing(interview: Interview, name: str) -> None:
    for gap in (0.005, 0.02, 0.1):
        _apart(interview.terminal, WHOLE[name], gap)
        interview.answer("1")


def test_noise_closes_nothing_that_is_open(interview: Interview) -> None:
    """A lone Esc closes a page or leaves a note; an ESC that begins a terminal's reply does not."""
    terminal = interview.terminal
    time.sleep(QUIET)
    terminal.press("?")
    terminal.until("Keys (capitals do the same)")
    _some_noise(terminal)
    terminal.until("Keys (capitals do the same)")
    terminal.press(ESC)
    interview.shown()

    time.sleep(QUIET)
    terminal.press("d")
    terminal.until("what this covers")
    _some_noise(terminal)
    terminal.until("what this covers")
    time.sleep(QUIET)
    terminal.press("d")
    terminal.until("statement 1 of")
    _some_noise(terminal)
    terminal.until("statement 1 of")
    terminal.press(ESC)
    interview.shown()

    time.sleep(QUIET)
    terminal.press("x")
    terminal.until("Agreed outside this job: why?")
    _some_noise(terminal)
    terminal.until("Agreed outside this job: why?")
    terminal.press(ESC)
    terminal.until_gone("why?")

    time.sleep(QUIET)
    terminal.press("e")
    terminal.until("Note on")
    terminal.press("Went well")
    _some_noise(terminal)
    terminal.press(f" today{ENTER}")
    terminal.until("private note: Went well today")
    interview.answer("1")


def test_a_lone_esc_delays_the_next_key_only_briefly(interview: Interview) -> None:
    time.sleep(QUIET)
    interview.terminal.press(ESC)
    time.sleep(0.6)
    interview.answer("1")


@pytest.mark.parametrize(
    ("after", "every", "lasting"),
    [(0.4, 0.03, 2.0), (0.4, 0.1, 2.0), (1.0, 0.11, 0.8)],
    ids=["quick repeats", "slow repeats", "a long wait"],
)
def test_a_held_key_answers_at_most_twice(
    going_on: Callable[[], Interview], after: float, every: float, lasting: float
) -> None:
    def hold(interview: Interview) -> bool:
        interview.terminal.press("1")
        time.sleep(after)
        repeats = "1" * int(lasting / every)
        return _apart(interview.terminal, repeats, every) < every + 0.03

    assert _once_steady(going_on, hold, (1, 2)) in (1, 2)


def test_a_key_that_comes_before_its_question_could_be_read_is_not_taken(
    going_on: Callable[[], Interview],
) -> None:
    def press_two(interview: Interview) -> bool:
        interview.terminal.press("1")
        interview.terminal.until(f"unit {len(interview.meant) + 2} of 28")
        interview.terminal.press("2")
        return True

    assert _once_steady(going_on, press_two, (1,)) == 1


def test_a_key_that_comes_while_the_answer_before_it_is_being_kept_is_not_taken(
    interview: Interview,
) -> None:
    """On a slow disk the next question is not on the screen yet."""
    time.sleep(QUIET)
    with sqlite3.connect(record(interview.home), timeout=PATIENCE) as other:
        other.execute("BEGIN IMMEDIATE")
        for code in "12":
            interview.terminal.press(code)
            time.sleep(0.1)
        other.rollback()
    other.close()
    time.sleep(QUIET)
    interview.terminal.until(f"unit {len(interview.meant) + 2} of 28")
    assert interview.gained() == 1
    interview.answer("2")


@pytest.mark.parametrize("codes", ["11", "12"], ids=["the same key", "two keys"])
def test_two_quick_but_honest_presses_both_count(
    going_on: Callable[[], Interview], codes: str
) -> None:
    used: list[Interview] = []

    def press_two(interview: Interview) -> bool:
        used.append(interview)
        return _apart(interview.terminal, codes, 0.25) < 0.35

    assert _once_steady(going_on, press_two, (2,)) == 2
    assert list(used[-1].meant.values())[-2:] == list(codes)


def test_a_bracketed_paste_answers_nothing_and_says_so(interview: Interview) -> None:
    time.sleep(QUIET)
    paste = f"{ESC}[200~{PASTE}{ESC}[201~"
    interview.terminal.press(paste)
    interview.terminal.until("A paste answers nothing.")
    interview.answer("1")
    for place in (1, 3, 6, 7, 10, len(paste) - 3):
        _apart(interview.terminal, [paste[:place], paste[place:]], 0.05)
        interview.answer("1")


def test_a_paste_by_a_terminal_that_does_not_mark_it_answers_nothing(
    interview: Interview,
) -> None:
    time.sleep(QUIET)
    for paste in (PASTE, "3\r3\r3\r", "2\n2\n"):
        interview.terminal.press(paste)
        interview.answer("1")


@pytest.mark.parametrize("gap", [0.003, 0.03])
def test_a_paste_that_comes_in_two_parts_answers_nothing(interview: Interview, gap: float) -> None:
    time.sleep(QUIET)
    for place in (2, 3, 5, 7, 8):
        _apart(interview.terminal, [PASTE[:place], PASTE[place:]], gap)
        interview.answer("1")


def test_a_paste_torn_after_its_first_key_answers_at_most_once(
    going_on: Callable[[], Interview],
) -> None:
    """Its first key alone cannot be told from a person's; what follows can."""

    def torn(interview: Interview) -> bool:
        return _apart(interview.terminal, [PASTE[:1], PASTE[1:]], 0.003) < 0.05

    assert _once_steady(going_on, torn, (0, 1)) in (0, 1)


def test_a_paste_into_a_note_stays_in_the_note(interview: Interview) -> None:
    terminal = interview.terminal
    time.sleep(QUIET)
    terminal.press("e")
    terminal.until("Note on")
    terminal.press(f"Went well:{ENTER}{PASTE}\n3 calls")
    terminal.until("3 calls")
    terminal.press(ENTER)
    terminal.until(f"private note: Went well: {PASTE} 3 calls")
    assert kept(interview.home) == interview.meant
    interview.answer("1")


def test_keys_typed_before_the_first_question_answer_nothing(
    ada: Path, start: Start, framework: Framework
) -> None:
    terminal = start(ada, "assess", fast=False)
    terminal.press("3")
    interview = Interview(terminal, ada, framework)
    interview.answer("1")


def test_keys_left_over_from_the_first_run_answer_nothing(
    fresh: Path, start: Start, framework: Framework
) -> None:
    terminal = start(fresh, "assess", fast=False)
    terminal.until("What is your name?")
    terminal.press(f"Ada Example{ENTER}")
    terminal.until("What do you do here?")
    terminal.press(ENTER)
    terminal.until("Are you in your first weeks here?")
    terminal.press(DOWN)
    terminal.press(ENTER)
    terminal.until("Who supervises you?")
    terminal.press(f"{ENTER}33")
    interview = Interview(terminal, fresh, framework)
    interview.answer("1")


def _apart(terminal: Terminal, pieces: Sequence[str], gap: float) -> float:
    """Send pieces with a gap between them; return the longest that a gap became."""
    sent: list[float] = []
    for piece in pieces:
        if sent:
            time.sleep(gap)
        terminal.press(piece)
        sent.append(time.monotonic())
    return max(later - earlier for earlier, later in pairwise(sent))


def _once_steady(
    going_on: Callable[[], Interview], send: Callable[[Interview], bool], wanted: Sequence[int]
) -> int:
    """Send until it went as meant and gained what is wanted; return what it gained last.

    What a stall of the machine spoilt is tried again; a fault would spoil every try.
    """
    gained, ever = -1, False
    for _ in range(TRIES):
        interview = going_on()
        steady = send(interview)
        gained, ever = interview.gained(), ever or steady
        if steady and gained in wanted:
            return gained
    if not ever:
        pytest.skip("this machine is too busy to press keys at a steady pace")
    return gained


def _some_noise(terminal: Terminal) -> None:
    for name in ("colour reply", "focus", "name and version", "unknown sequence"):
        terminal.press(WHOLE[name])
        time.sleep(0.02)
    colour = WHOLE["colour reply with bell"]
    _apart(terminal, [colour[:9], colour[9:]], GAP)
    time.sleep(QUIET)
