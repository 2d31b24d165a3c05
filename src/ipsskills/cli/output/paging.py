"""Pages longer than the screen go through a pager, so that they are read from their beginning.

Never where nobody is at the keys, where plain lines are wanted, or where somebody says so: by
``--no-pager`` with any command, by NO_PAGER in the environment, or for good by a setting.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

from ipsskills.cli.output.working import asking

OPTION = "--no-pager"
NO_PAGER = "NO_PAGER"
# One screen needs no pager, colours stay, and what was read stays on the screen. The last line says
# which keys there are ("?e" is how `less` asks whether the end is reached).
_KEYS = "?eThe end (b goes back, q leaves):More below (Space goes on, b goes back, q leaves)."
_LESS = f"-FRX -Ps{_KEYS}$"

_asked_for = {"pager": True}


def take_no_pager(args: Sequence[str]) -> list[str]:
    """Return the arguments without the one that asks for no pager, and keep to it."""
    given = list(args)
    end = given.index("--") if "--" in given else len(given)
    _asked_for["pager"] = OPTION not in given[:end]
    return [word for word in given[:end] if word != OPTION] + given[end:]


def wants_pager(lines: int) -> bool:
    """Whether a page of so many lines is read in a pager: it is longer than this screen."""
    if (
        not _asked_for["pager"]
        or os.environ.get(NO_PAGER)
        or not (sys.stdin.isatty() and sys.stdout.isatty())
    ):
        return False
    return lines >= shutil.get_terminal_size().lines


def find_pager(environ: Mapping[str, str], *, windows: bool) -> list[str]:
    """Return the words that start the pager: $PAGER, else `less` (`more` on Windows), else none."""
    if "PAGER" in environ:
        import shlex  # no page that is shown whole needs it

        return shlex.split(environ["PAGER"], posix=not windows)
    name = "more" if windows else "less"
    return [name] if shutil.which(name) else []


def show_in_pager(text: str) -> bool:
    """Show a text in the pager and wait until it is read; False where there is none to start."""
    words = find_pager(os.environ, windows=os.name == "nt")
    if not words:
        return False
    try:
        started = subprocess.Popen(  # noqa: S603 - the person's own pager
            words, stdin=subprocess.PIPE, env={"LESS": _LESS, **os.environ}
        )
    except OSError:
        return False
    with asking():
        _hand_over(started, text.encode(sys.stdout.encoding or "utf-8", errors="replace"))
    return True


def _hand_over(pager: "subprocess.Popen[bytes]", text: bytes) -> None:
    """Give the pager its text and wait; whoever has read enough may leave before its end."""
    assert pager.stdin is not None
    with suppress(OSError), pager.stdin as pipe:
        pipe.write(text)
    while pager.poll() is None:
        with suppress(KeyboardInterrupt):  # Ctrl-C is a key of the pager's while it is there
            pager.wait()
