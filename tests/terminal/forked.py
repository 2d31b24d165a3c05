"""Starts the program in a terminal from a process that has read its modules already.

Reading them takes longer than all that most tests do with the program. What it does is the same: it
is a process of its own, in a terminal of its own, that gets its signals and can be killed. Tests of
how it starts, and of keys that come before its first question, start it as a person does.
"""

import fcntl
import os
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from pexpect.fdpexpect import fdspawn

from tests.forked import SERVER, as_it_is, be_program


class Forked(fdspawn):  # type: ignore[misc]  # it has no types
    """A process of the program, with what `pexpect.spawn` has of it for `Terminal`."""

    def __init__(
        self,
        words: Sequence[str],
        *,
        home: Path,
        env: Mapping[str, str],
        dimensions: tuple[int, int],
        timeout: float,
    ) -> None:
        ours, its = os.openpty()
        super().__init__(ours, timeout=timeout)
        self.setwinsize(*dimensions)
        self._process = SERVER.Process(
            target=_run, args=(Connection(its), str(home), list(words), dict(env))
        )
        self._process.start()

    def setwinsize(self, rows: int, columns: int) -> None:
        """Make the window another size; the program is told."""
        fcntl.ioctl(self.child_fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self, number: int) -> None:
        """Send a signal."""
        assert self._process.pid
        os.kill(self._process.pid, number)

    def wait(self) -> None:
        """Wait for its end, and keep how it came."""
        self._process.join(self.timeout)
        code = self._process.exitcode
        assert code is not None, "it goes on though its terminal is closed"
        self.exitstatus = code if code >= 0 else None
        self.signalstatus = -code if code < 0 else None

    def close(self, *, force: bool = True) -> None:
        """End it if it still runs, and close its terminal."""
        if self._process.is_alive() and force:
            self._process.kill()
        self._process.join(self.timeout)
        self._process.close()
        super().close()


def _run(terminal: Connection, home: str, words: Sequence[str], env: Mapping[str, str]) -> None:
    """Be the program, started with some words in a terminal."""
    os.setsid()
    fcntl.ioctl(terminal.fileno(), termios.TIOCSCTTY, 0)
    for stream in range(3):
        os.dup2(terminal.fileno(), stream)
    terminal.close()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    be_program(words, Path(home), env, as_it_is)
