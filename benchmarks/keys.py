"""From a key pressed to the next question on the screen, with the answer on the disk.

The real interview runs in a terminal of 80 by 24. Beside each key a row is committed to a bare
SQLite file in the same folder, with the same settings, twice: the difference of these two is the
noise.
"""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import quantiles

import pexpect
import pyte

from benchmarks.home import PROGRAM, Home
from benchmarks.measure import Line, seconds
from benchmarks.records import one_assessment

KEYS = 1_000
LIMIT_MS = 20
COLUMNS, ROWS = 80, 24
PATIENCE = 20
ANSWERS = "3213"
_SETTINGS = ("journal_mode = DELETE", "synchronous = FULL", "secure_delete = ON")
_PLACE = re.compile(r"unit (\d+) of (\d+)")


def keys(home: Home) -> Iterator[Line]:
    """Yield the 99th percentile over a thousand keys, above that of a bare commit."""
    one_assessment(home)
    pressed, first, again = _measured(home)
    above = _worst(pressed) - _worst(first)
    yield Line(
        f"key to next question, slowest 1% of {len(pressed):,} ({_worst(pressed):.1f} ms)",
        f"{LIMIT_MS} ms above a bare commit ({_worst(first):.1f} ms)",
        f"{above:+.1f} ms",
        f"{_worst(again) - _worst(first):+.1f} ms",
        above <= LIMIT_MS,
    )


def _measured(home: Home) -> tuple[list[float], list[float], list[float]]:
    """Return the seconds of each key, and of the two commits made beside each."""
    pressed, first, again = list[float](), list[float](), list[float]()
    with closing(_bare_file(home.record.parent)) as bare:
        while len(pressed) < KEYS:
            for took in _one_interview(home):
                pressed.append(took)
                first.append(seconds(lambda: _commit(bare)))
                again.append(seconds(lambda: _commit(bare)))
    return pressed, first, again


def _worst(times: list[float]) -> float:
    """Return the 99th percentile in milliseconds."""
    return quantiles(times, n=100)[-1] * 1000


def _one_interview(home: Home) -> Iterator[float]:
    """Answer a new assessment from beginning to end; yield what each key took, then leave."""
    with closing(_Terminal(home)) as terminal:
        terminal.wait_for(1)
        for place in range(1, terminal.total + 1):
            yield terminal.press(ANSWERS[place % len(ANSWERS)], place + 1)
        terminal.finish()


def _bare_file(folder: Path) -> sqlite3.Connection:
    """Return a connection with the settings of ours, to a file with one small table."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for setting in _SETTINGS:
        bare.execute(f"PRAGMA {setting}")
    bare.execute("CREATE TABLE IF NOT EXISTS answer (item TEXT, code TEXT)")
    return bare


def _commit(bare: sqlite3.Connection) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO answer VALUES ('3.8', '2')")
    bare.execute("COMMIT")


class _Terminal:
    """A terminal with the interview in it. A place past the last question is the end page."""

    def __init__(self, home: Home) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.total = 0
        self._program = pexpect.spawn(
            str(PROGRAM),
            ["assess", "--new"],
            env={**home.environment, "IPSSKILLS_KEYS": "fast"},
            cwd=str(home.folder),
            dimensions=(ROWS, COLUMNS),
            timeout=PATIENCE,
        )

    def press(self, key: str, place: int) -> float:
        """Press a key; return the seconds until the question of that place stood there."""
        begun = time.perf_counter()
        os.write(self._program.child_fd, key.encode())
        return self.wait_for(place) - begun

    def wait_for(self, place: int) -> float:
        """Wait until a question stands there whole; return when its last piece arrived."""
        while True:
            piece = self._program.read_nonblocking(65536, PATIENCE)
            arrived = time.perf_counter()
            self._stream.feed(piece)
            if self._stands(place):
                return arrived

    def _stands(self, place: int) -> bool:
        """Whether heading and foot of the screen both speak of this place."""
        top, foot = self._screen.display[0], self._screen.display[-1]
        if found := _PLACE.search(top):
            self.total = int(found[2])
            return int(found[1]) == place and f"saved {place - 1} " in foot
        return place > self.total > 0 and f"saved {self.total} " in foot

    def finish(self) -> None:
        """Finish at the end page and wait for the program's own end."""
        self._program.send("\r")
        self._program.expect(pexpect.EOF)

    def close(self) -> None:
        """Close the terminal."""
        self._program.close(force=True)
