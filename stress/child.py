"""A process to be killed: the program in a copy of this one, so that nothing has to start anew."""

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ipsskills.cli.app import run


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (minus the signal), what it acknowledged, its errors."""

    code: int
    acknowledged: int
    errors: str


class Child:
    """A process that does something and acknowledges by a byte each time it has done it."""

    def __init__(self, act: Callable[[Callable[[], None]], int], errors: Path) -> None:
        self._errors = errors
        self._acks, written = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if not self.pid:
            _become(act, written, errors)
        os.close(written)

    def wait(self, seconds: float | None = None) -> Ended:
        """Wait for its end, at most so long; then it is killed."""
        if seconds is not None:
            ending = os.pidfd_open(self.pid)
            select.select([ending], [], [], seconds)
            os.close(ending)
            os.kill(self.pid, signal.SIGKILL)  # one that has ended is waited for below
        acknowledged = 0
        while piece := os.read(self._acks, 4096):
            acknowledged += len(piece)
        _, status = os.waitpid(self.pid, 0)
        os.close(self._acks)
        errors = self._errors.read_text(errors="replace") if self._errors.exists() else ""
        return Ended(os.waitstatus_to_exitcode(status), acknowledged, errors)

    def stop(self) -> bool:
        """Stop it where it is, as a power cut would; False if it has ended already."""
        os.kill(self.pid, signal.SIGSTOP)
        stopped = os.WSTOPPED | os.WEXITED | os.WNOWAIT
        found = os.waitid(os.P_PID, self.pid, stopped)
        return found is not None and found.si_code == os.CLD_STOPPED

    def go_on(self) -> None:
        """Let it go on after `stop`."""
        os.kill(self.pid, signal.SIGCONT)


def _become(act: Callable[[Callable[[], None]], int], written: int, errors: Path) -> None:
    """Do it in this process, which is the copy, and end."""
    code = 1
    try:
        null = os.open(os.devnull, os.O_RDWR)
        told = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for place, target in ((0, null), (1, null), (2, told)):
            os.dup2(target, place)

        def acknowledge() -> None:
            os.write(written, b".")

        code = act(acknowledge)
    except BaseException:  # noqa: BLE001 - told on stderr, and the copy must not go on
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def typing(*typed: str) -> Callable[[Callable[[], None]], int]:
    """Return what runs a command and acknowledges once it has ended well."""

    def act(acknowledge: Callable[[], None]) -> int:
        code = run(list(typed))
        if not code:
            acknowledge()
        return code

    return act


def time_of(act: Callable[[Callable[[], None]], int], errors: Path) -> float:
    """Return how many seconds something takes that is not killed."""
    began = time.perf_counter()
    Child(act, errors).wait()
    return time.perf_counter() - began


def all_of(acts: Sequence[Callable[[Callable[[], None]], int]], errors: Path) -> list[Ended]:
    """Do several things at once, each in a process of its own, and return how each ended."""
    children = [Child(act, errors.with_suffix(f".{n}")) for n, act in enumerate(acts)]
    return [child.wait() for child in children]
