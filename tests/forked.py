"""Runs the program in processes forked from one that has read its modules already.

Reading them takes longer than all that most tests do with the program. What it does is the same: it
is a process of its own, with rights and limits of its own.
"""

import ctypes
import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipsskills.cli.program import COMMANDS

# What the commands and whatever writes a record need; a missing one costs time and nothing else.
_READ_BEFORE = (
    *("ipsskills.cli.app", "ipsskills.cli.running"),
    *(f"ipsskills.cli.commands.{module}" for module, _ in COMMANDS.values()),
    *("ipsskills.cli.interview.screen", "ipsskills.cli.interview.plain"),
    *("ipsskills.record.sql.tables", "questionary"),
)
SERVER: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
if sys.platform != "win32":  # there is no forking there
    SERVER.set_forkserver_preload(list(_READ_BEFORE))

Before = Callable[[], None]


def run_forked(
    commands: Sequence[Sequence[str]], env: Mapping[str, str], patience: float, before: Before
) -> list[tuple[int, str, str]]:
    """Run commands at the same time, here and with nothing to read; each runs ``before`` first.

    Returns the exit code of each, and what it wrote on stdout and on stderr.
    """
    with TemporaryDirectory() as folder:
        places = [Path(folder, str(number)) for number in range(len(commands))]
        started = [
            SERVER.Process(target=_run, args=(str(place), list(words), Path.cwd(), env, before))
            for place, words in zip(places, commands, strict=True)
        ]
        for process in started:
            process.start()
        return [
            _end(process, place, patience) for process, place in zip(started, places, strict=True)
        ]


def _end(process: Any, place: Path, patience: float) -> tuple[int, str, str]:
    process.join(patience)
    code = process.exitcode
    if code is None:
        process.kill()
    assert code is not None, "it does not end"
    out, err = (place.with_suffix(end).read_text(encoding="utf-8") for end in (".out", ".err"))
    return code, out, err


def _run(
    place: str, words: Sequence[str], folder: Path, env: Mapping[str, str], before: Before
) -> None:
    for number, name in enumerate((os.devnull, f"{place}.out", f"{place}.err")):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)
    be_program(words, folder, env, before)


def be_program(words: Sequence[str], folder: Path, env: Mapping[str, str], before: Before) -> None:
    """Be the program, started with some words in a folder; the three streams are there already."""
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        for number, mode in ((0, "r"), (1, "w"), (2, "w"))
    )
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["ipsskills", *words]
    before()
    from ipsskills.cli.app import main

    main()


def as_it_is() -> None:
    """Change nothing before the program runs."""


def lose_rights() -> None:
    """Take from root what only root may: to write and to read everywhere."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None)
    of_this_process = (ctypes.c_uint32 * 2)(0x20080522, 0)
    held = (ctypes.c_uint32 * 6)()  # what is in force and what may be, for each half of the rights
    assert libc.capget(of_this_process, held) == 0
    for place in (0, 1):
        held[place] &= ~0b110
    assert libc.capset(of_this_process, held) == 0


def limit_files(size: int) -> None:
    """Let no file grow beyond a number of bytes, as on a full disk."""
    import resource

    # No bytecode either: what does not fit would be cut, and every later run would stumble over it.
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
