"""Killed at any moment: what was acknowledged is there, and the record is sound.

A program is stopped at moments that chance chose, and its files are copied as they are: just what
a kill at that moment leaves. Then real kills.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

from ipsskills.record.store import open_store
from ipsskills.record.types import Rating
from tests.record.common import (
    ROOT,
    SECRET,
    add_note,
    dump,
    fill,
    journal_of,
    later,
    notes,
    rows,
    sound,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system cannot stop a program")

SEED = 20261124


class Program:
    """A program at work, what it has acknowledged, and a way to stop it in its tracks."""

    def __init__(self, *arguments: object) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.record.jobs", *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self._pipe = self._process.stdout
        os.set_blocking(self._pipe.fileno(), False)
        self._heard = b""

    def acknowledged(self) -> list[str]:
        """Return every line told so far."""
        while True:
            try:
                more = os.read(self._pipe.fileno(), 65_536)
            except BlockingIOError:
                break
            if not more:
                break
            self._heard += more
        return self._heard.decode().splitlines()

    def wait_for(self, lines: int) -> None:
        """Wait until so many lines were told."""
        until = time.monotonic() + 60
        while len(self.acknowledged()) < lines:
            assert self._process.poll() is None, "the program ended by itself"
            assert time.monotonic() < until
            time.sleep(0.002)

    @contextmanager
    def stopped(self) -> Iterator[list[str]]:
        """Hold the program where it is; give what it has acknowledged by then."""
        self._process.send_signal(signal.SIGSTOP)
        _, status = os.waitpid(self._process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        yield self.acknowledged()
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> list[str]:
        """Kill the program; return what it had acknowledged."""
        self._process.kill()
        self._process.wait()
        return self.acknowledged()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._pipe.close()


def taken(path: Path, place: Path) -> Path:
    """Copy a record and its journal as they are on the disk."""
    place.mkdir()
    copy = place / path.name
    shutil.copyfile(path, copy)
    if journal_of(path).exists():
        shutil.copyfile(journal_of(path), journal_of(copy))
    return copy


def ratings_of(path: Path) -> list[tuple[str, str]]:
    """Return item and code of the current ratings of a file that is sound, past the program."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    return [
        (str(item), str(code))
        for item, code in rows(
            path,
            "SELECT item, code FROM rating AS r WHERE NOT EXISTS"
            " (SELECT 1 FROM rating AS newer WHERE newer.replaces = r.id) ORDER BY at, id",
        )
    ]


def opened_ratings(path: Path) -> list[tuple[str, str]]:
    """Return the same as the program itself sees them."""
    with open_store(path, later(), write=False) as store, store.reading() as work:
        return [(rating.item, str(rating.code)) for rating in work.current(Rating)]


def holds(ratings: list[tuple[str, str]], acknowledged: list[str]) -> None:
    """All that was acknowledged is there, and at most the one answer after it, each whole."""
    kept = [item for item, _ in ratings]
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) <= len(acknowledged) + 1
    assert all((code == "3") == (int(item) % 3 == 0) for item, code in ratings)


def test_stopped_at_100_moments_no_acknowledged_rating_is_lost(tmp_path: Path) -> None:
    path, chance = tmp_path / "record.db", random.Random(SEED)
    in_mid_write, seen = 0, set()
    with Program("rate", path) as program:
        program.wait_for(1)
        for moment in range(100):
            time.sleep(chance.uniform(0, 0.012))
            with program.stopped() as acknowledged:
                copy = taken(path, tmp_path / str(moment))
                in_mid_write += journal_of(copy).exists()
                seen.add(len(acknowledged))
                if moment % 10 == 0:
                    holds(opened_ratings(copy), acknowledged)
                holds(ratings_of(copy), acknowledged)
                shutil.rmtree(copy.parent)
    assert in_mid_write >= 10
    assert len(seen) >= 30


def test_killed_at_moments_it_goes_on_with_all_that_was_acknowledged(tmp_path: Path) -> None:
    path, chance = tmp_path / "record.db", random.Random(SEED)
    total: list[str] = []
    for _ in range(3):
        with Program("rate", path) as program:
            program.wait_for(1)
            time.sleep(chance.uniform(0, 0.2))
            acknowledged = program.kill()
        assert [int(line) for line in acknowledged] == list(
            range(int(acknowledged[0]), int(acknowledged[0]) + len(acknowledged))
        )
        # The answer that was under way at the last kill may have been kept after all.
        total += [str(n) for n in range(len(total), int(acknowledged[0]))]
        total += acknowledged
        holds(opened_ratings(path), total)
        assert sound(path)


def test_stopped_while_records_are_made_each_is_whole_or_can_be_made(tmp_path: Path) -> None:
    chance, half_made = random.Random(SEED), 0
    (tmp_path / "records").mkdir()
    with Program("create", tmp_path / "records") as program:
        program.wait_for(2)
        for moment in range(20):
            time.sleep(chance.uniform(0, 0.02))
            with program.stopped() as told:
                made = [line.split()[1:] for line in told if line.startswith("made")]
                begun = [line.split()[1] for line in told if line.startswith("begin")]
                last = tmp_path / "records" / f"{begun[-1]}.db"
                copy = taken(last, tmp_path / str(moment)) if last.exists() else None
            if copy is None:
                continue
            half_made += begun[-1] != made[-1][0]
            notes(copy)
            add_note(copy, "n", "words")
            assert notes(copy) == ["words"]
            assert sound(copy)
            own = rows(copy, "SELECT value FROM store WHERE name = 'id'")
            assert len(own) == 1
            if begun[-1] == made[-1][0]:
                assert own == [(made[-1][1],)]
    assert half_made >= 10


def test_stopped_while_copying_every_copy_there_is_whole(tmp_path: Path) -> None:
    path, chance, under_way = tmp_path / "record.db", random.Random(SEED), 0
    folder, whole = tmp_path / "copies", set[str]()
    fill(path)
    expected = dump(path)
    with Program("copy", path, folder) as program:
        program.wait_for(1)
        for _ in range(20):
            time.sleep(chance.uniform(0, 0.02))
            with program.stopped() as acknowledged:
                there = {each.name for each in folder.iterdir()}
                copies = {name for name in there if name.endswith(".db")}
                under_way += copies != there
                for name in copies:
                    assert dump(folder / name) == expected
                    (folder / name).unlink()
                whole |= copies
                assert {f"{number}.db" for number in acknowledged} <= whole
    assert under_way >= 5


def test_stopped_while_going_back_the_record_is_one_or_the_other(tmp_path: Path) -> None:
    path, chance, seen = tmp_path / "record.db", random.Random(SEED), set()
    for name in ("one", "two"):
        add_note(tmp_path / f"{name}.db", "n", name)
    fill(path)
    with Program("restore", path, tmp_path / "one.db", tmp_path / "two.db") as program:
        program.wait_for(1)
        for moment in range(20):
            time.sleep(chance.uniform(0, 0.02))
            with program.stopped() as acknowledged:
                copy = taken(path, tmp_path / str(moment))
                last = len(acknowledged)
            assert sound(copy)
            (words,) = notes(copy)
            assert words in {("one", "two")[(last - 1) % 2], ("one", "two")[last % 2]}
            seen.add(words)
    assert seen == {"one", "two"}
    assert SECRET not in seen
