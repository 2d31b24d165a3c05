"""Runs the program in a real pseudo-terminal and reads its screen as a person would."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests.terminal.forked import Forked

PATIENCE = 60.0
_ALTERNATE = 1049
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P^_X][^\x1b]*\x1b\\|[^\[\]P^_X])"
)

ENTER = "\r"
ESC = "\x1b"
BACKSPACE = "\x7f"
TAB = "\t"
DOWN = "\x1b[B"
UP = "\x1b[A"
PAGE_DOWN = "\x1b[6~"
PAGE_UP = "\x1b[5~"
CTRL_C = "\x03"
CTRL_D = "\x04"


class _Screen(pyte.Screen):
    """A screen that answers what terminals answer and has a second page for full screens."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, lines)
        self._answer = answer
        self._shown: dict[int, str] = {}

    @property
    def display(self) -> list[str]:
        """Return the lines as they stand; those that nothing was written to are known."""
        for y in self.dirty:
            row = self.buffer[y]  # a letter two cells wide is followed by an empty cell
            self._shown[y] = "".join(row[x].data for x in range(self.columns)).rstrip()
        self.dirty.clear()
        return [self._shown[y] for y in range(self.lines)]

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def set_mode(self, *asked: int, **kwargs: Any) -> None:
        super().set_mode(*asked, **kwargs)
        self._turned_page(asked, kwargs)

    def reset_mode(self, *asked: int, **kwargs: Any) -> None:
        super().reset_mode(*asked, **kwargs)
        self._turned_page(asked, kwargs)

    def _turned_page(self, asked: tuple[int, ...], kwargs: dict[str, Any]) -> None:
        if kwargs.get("private") and _ALTERNATE in asked:
            self.erase_in_display(2)
            self.cursor_position()


class Terminal:
    """The program under test in a terminal of its own.

    Everything waits for what should be on the screen; nothing waits for a time.
    """

    def __init__(
        self,
        home: Path,
        *args: str,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str] | None = None,
        forked: bool = False,
    ) -> None:
        self.home = home
        self.raw = bytearray()
        self._forgotten = 0
        self._screen = _Screen(columns, rows, self.press)
        self._stream = pyte.ByteStream(self._screen)
        surroundings = environment(home) | (env or {})
        if forked:
            self._child: Any = Forked(
                args, home=home, env=surroundings, dimensions=(rows, columns), timeout=PATIENCE
            )
            return
        with warnings.catch_warnings():
            # Forking beside the test runner's threads is safe here: the child starts afresh.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child = pexpect.spawn(
                sys.executable,
                ["-m", "ipsskills", *args],
                dimensions=(rows, columns),
                env=surroundings,
                cwd=str(home),
                timeout=PATIENCE,
                preexec_fn=_as_in_a_terminal,
            )
        self._child.delaybeforesend = None
        self._child.delayafterread = None
        self._child.ptyproc.delayafterclose = 0.01

    # What a person does

    def press(self, keys: str) -> None:
        """Send keys as one write."""
        os.write(self._child.fileno(), keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def kill(self) -> None:
        """Kill the program with SIGKILL, as a power cut would."""
        self._child.kill(9)
        self._to_the_end()

    def interrupt(self) -> None:
        """Send SIGINT, as another program does; a person's Ctrl-C comes as a key."""
        self._child.kill(signal.SIGINT)

    def close(self) -> None:
        """End the program if it still runs."""
        self._child.close(force=True)

    # What a person sees

    def screen(self) -> list[str]:
        """Return the lines on the screen now, without trailing blanks."""
        self._read(0.0)
        return self._screen.display

    def text(self) -> str:
        """Return the screen as one text."""
        return "\n".join(self.screen())

    def words(self) -> str:
        """Return the screen as one line of words, so that line ends do not matter."""
        return " ".join(self.text().split())

    def reversed_text(self) -> str:
        """Return what stands on the screen in reverse video."""
        cells = [row[x] for _, row in sorted(self._screen.buffer.items()) for x in sorted(row)]
        return "".join(cell.data for cell in cells if cell.reverse)

    def coloured(self) -> bool:
        """Whether anything on the screen has a colour."""
        rows = self._screen.buffer.values()
        return any(c.fg != "default" or c.bg != "default" for row in rows for c in row.values())

    @property
    def transcript(self) -> str:
        """Return what was written to the terminal since the start, without control sequences."""
        written = self.raw[self._forgotten :].decode(errors="replace")
        return _SEQUENCE.sub("", written).replace("\r", "")

    def forget(self) -> None:
        """Let the transcript begin now."""
        self._read(0.0)
        self._forgotten = len(self.raw)

    def until(self, *texts: str, timeout: float = PATIENCE) -> str:
        """Wait until all of these texts stand on the screen; return the screen."""
        return self.when(lambda: all(t in self.words() for t in texts), texts, timeout)

    def until_gone(self, text: str, timeout: float = PATIENCE) -> str:
        """Wait until a text has left the screen; return the screen."""
        return self.when(lambda: text not in self.words(), ("no", text), timeout)

    def until_said(self, text: str, timeout: float = PATIENCE) -> None:
        """Wait until a text was written at any time since the start, line ends aside."""
        self.when(lambda: text in " ".join(self.transcript.split()), ("said", text), timeout)

    def ended(self) -> int:
        """Wait for the end of the program; return its exit code (minus the signal's number)."""
        self._to_the_end()
        if self._child.signalstatus is not None:
            return -int(self._child.signalstatus)
        return int(self._child.exitstatus)

    def when(self, seen: Callable[[], bool], wanted: object, timeout: float = PATIENCE) -> str:
        """Wait until something is seen; ``wanted`` names it for the message if it never is."""
        end = time.monotonic() + timeout
        while not seen():
            if not self._read(min(0.2, max(0.0, end - time.monotonic()))) and not seen():
                raise AssertionError(f"ended before {wanted}; the screen was:\n{self.text()}")
            if time.monotonic() > end:
                raise AssertionError(f"waited for {wanted}; the screen is:\n{self.text()}")
        return self.text()

    def _read(self, wait: float) -> bool:
        """Take in what the program writes within a time; return whether it may still write."""
        try:
            while data := self._child.read_nonblocking(65536, wait):
                self.raw += data
                self._stream.feed(data)
                wait = 0.0
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def _to_the_end(self) -> None:
        end = time.monotonic() + PATIENCE
        while self._read(0.2):
            if time.monotonic() > end:
                raise AssertionError(f"did not end; the screen is:\n{self.text()}")
        self._child.wait()


def _as_in_a_terminal() -> None:
    """Let Ctrl-C through, even where the tests themselves were started in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a person who has just this home and nothing set."""
    unset = ("IPSSKILLS_", "XDG_", "PYTEST_", "PYTHON", "PROMPT_TOOLKIT_", "COV_")
    plain = {k: v for k, v in os.environ.items() if not k.startswith(unset)}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM_PROGRAM", "COLORTERM"):
        plain.pop(name, None)
    return plain | {"HOME": str(home), "TERM": "xterm-256color", "PYTHONUTF8": "1", "PAGER": "cat"}


def report_of(home: Path) -> dict[str, Any]:
    """Return what ``report --json`` tells of the person in a home."""
    ran = subprocess.run(
        [sys.executable, "-m", "ipsskills", "report", "--json"],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    found: dict[str, Any] = json.loads(ran.stdout)["data"]
    return found


def record(home: Path) -> Path:
    """Return the file of a home's record."""
    return next(home.rglob("ipsskills.db"))


def rows(home: Path, query: str) -> list[tuple[Any, ...]]:
    """Return what a query finds in a home's record, read from outside the program."""
    # Not read-only: what was killed while writing leaves a journal that a reader must roll back.
    connection = sqlite3.connect(f"{record(home).as_uri()}?mode=rw", uri=True, timeout=PATIENCE)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def kept(home: Path) -> dict[str, str]:
    """Return the answers in force in a home's record: unit and code."""
    found = rows(
        home,
        "SELECT item, code FROM rating WHERE code IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM rating AS newer WHERE newer.replaces = rating.id)"
        " ORDER BY at, id",
    )
    return dict(found)
