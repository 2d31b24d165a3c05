"""Says that work goes on where nothing else was said for half a second: one way for every command.

It is said to somebody at a terminal only. Whatever is shown next takes its place; where plain lines
are wanted nothing is taken back, so there it is a line of its own, once a command.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

SILENT_SECONDS = 0.5
STARTED_SECONDS = 0.15  # what starting the program took already, before anybody could watch
SAID = "Working, please wait."


class Working:
    """Watches one command. ``look`` is called again and again, by a thread of its own.

    ``clock`` tells seconds; ``plain`` whether what was said stays.
    """

    def __init__(
        self, stream: TextIO, clock: Callable[[], float], plain: Callable[[], bool]
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._plain = plain
        self._since = clock() - STARTED_SECONDS
        self._lock = threading.Lock()
        self._shown = False
        self._told = False
        self._asking = 0

    def look(self) -> float:
        """Say that work goes on if it is time to; return after how many seconds to look again."""
        with self._lock:
            left = self._since + SILENT_SECONDS - self._clock()
            if left > 0:
                return left
            if not (self._shown or self._asking or self._told):
                self._say()
            return SILENT_SECONDS

    def hush(self) -> None:
        """Take back what was said: something is shown now, and silence begins anew after it."""
        with self._lock:
            if self._shown:
                self._write(" " * len(SAID) + "\r")
                self._shown = False
            self._since = self._clock()

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Say nothing while a person is asked something."""
        self.hush()
        self._asking += 1
        try:
            yield
        finally:
            self._asking -= 1
            self.hush()

    def _say(self) -> None:
        if self._plain():
            self._told = True
            self._write(f"{SAID}\n")
        else:
            self._shown = True
            self._write(f"{SAID}\r")  # whatever is shown next, by whomever, begins the line

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            self._stream.write(text)
            self._stream.flush()


_NOW: list[Working] = []  # the command that runs, if somebody watches it


@contextmanager
def watch(plain: Callable[[], bool]) -> Iterator[None]:
    """Say while a command runs that it does, where somebody is at a terminal."""
    completing = "_IPSSKILLS_COMPLETE" in os.environ  # then the line that is typed stands there
    if completing or not sys.stderr.isatty():
        yield
        return
    working, over = Working(sys.stderr, time.monotonic, plain), threading.Event()

    def keep_looking() -> None:
        while not over.wait(working.look()):
            pass

    _NOW.append(working)
    threading.Thread(target=keep_looking, daemon=True).start()
    try:
        yield
    finally:
        over.set()
        working.hush()
        _NOW.remove(working)


def hush() -> None:
    """Take back that work goes on; called by whatever shows something."""
    for working in _NOW:
        working.hush()


@contextmanager
def asking() -> Iterator[None]:
    """Say nothing of work while a person is asked something."""
    if not _NOW:
        yield
        return
    with _NOW[-1].asking():
        yield
