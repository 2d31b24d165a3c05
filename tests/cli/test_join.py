"""A second file of the record is told of where people look, and taken in by the printed command."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran
from tests.service import record_file

Run = Callable[..., Ran]


def test_the_printed_command_takes_in_what_lies_beside(lived: Path, run: Run) -> None:
    record = record_file()
    other = record.with_name(f"{record.stem} (conflicted copy 2026-11-20).db")
    shutil.copy(record, other)
    assert run("log", "training", "--title", "Money", "--db", str(other)).code == 0
    for words in ((), ("data", "check"), ("data", "where")):
        ran = run(*words)
        assert ran.code == 0
        assert "ipsskills data join" in ran.out + ran.err, words
    printed = run("data", "check").out.splitlines()[-1]
    typed = shlex.split(printed)
    assert typed[:3] == ["ipsskills", "data", "join"]
    ran = run(*typed[1:])
    assert ran.code == 0
    assert "an entry of the training record" in ran.out
    assert "Money" in run("record").out
    assert "was here already" in run(*typed[1:]).out
