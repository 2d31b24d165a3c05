"""A script of its own that runs a command and tells what that cost: CPU seconds, peak bytes.

``python -I -S spend.py COMMAND…`` or ``… --until TEXT COMMAND…``, which runs it in a terminal of 80
by 24 until that text has been written there, and ends it then. It imports next to nothing: a child
is charged with the memory of whoever starts it, so whoever that is has to be small.
"""

import os
import sys

COLUMNS, ROWS = 80, 24
PATIENCE = 60


def main() -> None:
    """Run the command and print seconds, bytes, exit code and what it said of an error."""
    if sys.argv[1] == "--until":
        seconds, peak, code, told = in_terminal(sys.argv[2], sys.argv[3:])
    else:
        seconds, peak, code, told = run(sys.argv[1:])
    sys.stdout.write(f"{seconds} {peak} {code}\n{told}")


def run(command: list[str]) -> tuple[float, int, int, str]:
    """Run a command to its end; nobody reads what it prints, and it has nothing to read."""
    end, told = os.pipe()
    child = os.fork()
    if not child:
        nothing = os.open(os.devnull, os.O_RDWR)
        for number, stream in ((0, nothing), (1, nothing), (2, told)):
            os.dup2(stream, number)
        os.execvpe(command[0], command, os.environ)
    os.close(told)
    with os.fdopen(end, "rb") as talk:
        said = talk.read().decode(errors="replace")
    return (*_spent(child), said)


def in_terminal(until: str, command: list[str]) -> tuple[float, int, int, str]:
    """Run a command in a terminal until it has written a text there, then end it at once."""
    import fcntl
    import pty
    import select
    import signal
    import struct
    import termios

    child, terminal = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvpe(command[0], command, os.environ)
    shown = b""
    while until.encode() not in shown and select.select([terminal], [], [], PATIENCE)[0]:
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # it has ended by itself
            break
    os.kill(child, signal.SIGKILL)
    found = until.encode() in shown
    seconds, peak, _ = _spent(child)
    return seconds, peak, 0 if found else 1, "" if found else shown.decode(errors="replace")


def _spent(child: int) -> tuple[float, int, int]:
    _, status, usage = os.wait4(child, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss * unit, os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
