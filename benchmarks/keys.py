"""From a key pressed to the next question on the screen, with the answer on the disk.

The real interview runs in a terminal of 80 by 24. Beside each key a row is committed to a bare
SQLite file in the same folder, with the same settings, twice: the difference of these two is the
noise. The first question of an interview is read for a second before its key is pressed, as
anybody would; that key is counted with the others, and in thirty interviews by itself.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import pexpect
import pyte

from benchmarks.home import PROGRAM, Home
from benchmarks.measure import Line, seconds
from benchmarks.records import one_assessment

KEYS = 1_000
INTERVIEWS, COPY_DUE_IN = 30, 15
LIMIT_MS = 15
READING = 1.0
COLUMNS, ROWS = 80, 24
PATIENCE = 20
SILENCE = 0.03
ANSWERS = "3213"
_SETTINGS = ("journal_mode = DELETE", "synchronous = FULL", "secure_delete = ON")
_PLACE = re.compile(r"unit (\d+) of (\d+)")


@dataclass(frozen=True)
class _Times:
    """Seconds: of each key, and of the two commits made beside it."""

    keys: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)

    def add(self, took: float, bare: sqlite3.Connection) -> None:
        """Add what a key took, and commit twice."""
        self.keys.append(took)
        self.first.append(seconds(lambda: _commit(bare)))
        self.again.append(seconds(lambda: _commit(bare)))


def keys(home: Home) -> Iterator[Line]:
    """Yield the slowest of a thousand keys, and the usual first key, above a bare commit."""
    one_assessment(home)
    with closing(_bare_file(home.record.parent)) as bare:
        yield _line(f"slowest 1% of {KEYS:,} keys to next question", _worst, _many(home, bare))
        what = f"median first key of {INTERVIEWS} fresh interviews"
        yield _line(what, _usual, _firsts(home, bare))


def _line(what: str, figure: Callable[[list[float]], float], times: _Times) -> Line:
    ours, bare, again = (figure(each) for each in (times.keys, times.first, times.again))
    return Line(
        f"{what} ({ours:.1f} ms)",
        f"{LIMIT_MS} ms above a bare commit ({bare:.1f} ms)",
        f"{ours - bare:+.1f} ms",
        f"{again - bare:+.1f} ms",
        ours - bare <= LIMIT_MS,
    )


def _many(home: Home, bare: sqlite3.Connection) -> _Times:
    times = _Times()
    while len(times.keys) < KEYS:
        for took in _one_interview(home):
            times.add(took, bare)
    return times


def _firsts(home: Home, bare: sqlite3.Connection) -> _Times:
    """Press the first key of thirty interviews; in one of them the copy of the day is due."""
    times = _Times()
    for number in range(INTERVIEWS):
        if number == COPY_DUE_IN:
            for copy in home.record.with_name(f"{home.record.stem}-backups").glob("*.db"):
                copy.unlink()
        times.add(next(took := _one_interview(home)), bare)
        took.close()
    return times


def _usual(times: list[float]) -> float:
    """Return the median in milliseconds."""
    return median(times) * 1000


def _worst(times: list[float]) -> float:
    """Return the 99th percentile in milliseconds."""
    return quantiles(times, n=100)[-1] * 1000


def _one_interview(home: Home) -> Generator[float]:
    """Answer a new assessment from beginning to end; yield what each key took, then leave."""
    with closing(_Terminal(home)) as terminal:
        terminal.wait_for(1)
        time.sleep(READING)
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
        """Wait until a question stands there whole; return when its last piece arrived.

        Pieces are looked at once no more come: a look takes longer than the program from one to the
        next, which would be read late.
        """
        while True:
            for piece, arrived in self._read_pieces():
                self._stream.feed(piece)
                if self._stands(place):
                    return arrived

    def _read_pieces(self) -> list[tuple[bytes, float]]:
        """Return what the program writes until it is silent for a while, and when each came."""
        pieces = [(self._program.read_nonblocking(65536, PATIENCE), time.perf_counter())]
        with suppress(pexpect.TIMEOUT):
            while True:
                piece = self._program.read_nonblocking(65536, SILENCE)
                pieces.append((piece, time.perf_counter()))
        return pieces

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
