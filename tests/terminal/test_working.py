"""Long work says that it works, in a real terminal: here another program holds the record."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.terminal import PATIENCE, record, rows

SAID = "Working, please wait."


@pytest.mark.parametrize("plain", [False, True])
def test_waiting_says_so_and_what_was_said_makes_way(
    ada: Path, start: Start, *, plain: bool
) -> None:
    with closing(sqlite3.connect(record(ada), timeout=PATIENCE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        env = {"IPSSKILLS_PLAIN": "yes"} if plain else {}
        terminal = start(ada, "people", "add", "Bo Sample", env=env)
        terminal.until(SAID)
        other.execute("ROLLBACK")
        assert terminal.ended() == 0
    assert (SAID in terminal.text()) is plain
    assert terminal.screen()[1 if plain else 0] == "Bo Sample is in the record now."
    assert ("Bo Sample",) in rows(ada, "SELECT name FROM person")
