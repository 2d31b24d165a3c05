"""Programs of their own that the tests of the record start, stop, kill and take rights from.

Run as ``python -m tests.record.jobs JOB ARGUMENT...``. Most go on until they are killed and
acknowledge on their output what they have done; ``serve`` does what it is asked to, line by line.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ipsskills.codes import AskedAs, Code
from ipsskills.errors import StoreError
from ipsskills.record.pen import Pen
from ipsskills.record.sqlite.backup import backup_to
from ipsskills.record.store import open_store
from ipsskills.record.types import Rating
from ipsskills.usecases import data
from tests.record.common import NOON, add_note, later, note, notes


def tell(line: str) -> None:
    """Acknowledge, past every buffer."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def begin(folder: str, number: str) -> None:
    """Begin the same four records as others do, and go on with them on the next day."""
    tell("ready")
    sys.stdin.readline()
    for day in range(2):
        for place in range(4):
            path = Path(folder) / f"{place}.db"
            at = later(days=day)
            with open_store(path, at, write=True) as store:
                with store.writing() as work:
                    work.add(note(f"{number}-day-{day}", at=at))
                tell(f"{place} {store.id}")


def rate(path: str) -> None:
    """Add one rating after another, each acknowledged after its transaction; every third anew."""
    pen = Pen("ada", lambda: datetime.now(UTC))
    with open_store(Path(path), NOON, write=True) as store:
        with store.reading() as work:
            number = len(work.current(Rating))
        while True:
            rating = pen.first(
                Rating,
                thing=f"assessment/{number}",
                about="ada",
                assessment="assessment",
                item=str(number),
                asked_as=AskedAs.SKILL,
                code=Code.TWO,
            )
            with store.writing() as work:
                work.add(rating)
                if number % 3 == 0:
                    work.add(pen.next(rating, code=Code.THREE))
            tell(str(number))
            number += 1


def create(folder: str) -> None:
    """Begin one record after another, each acknowledged with its id."""
    number = 0
    while True:
        tell(f"begin {number}")
        with open_store(Path(folder) / f"{number}.db", NOON, write=True) as store:
            tell(f"made {number} {store.id}")
        number += 1


def copy(path: str, folder: str) -> None:
    """Copy a record again and again."""
    number = 0
    while True:
        backup_to(Path(path), Path(folder) / f"{number}.db")
        tell(str(number))
        number += 1


def restore(path: str, one: str, two: str) -> None:
    """Go back to one copy and another in turn."""
    number = 0
    while True:
        data.restore(Path(path), Path((one, two)[number % 2]), NOON + timedelta(seconds=number))
        tell(str(number))
        number += 1


def serve() -> None:
    """Do each thing asked for as a line of JSON and answer with what came of it, as JSON."""
    tell("ready")
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        answer = fill_up(*arguments) if name == "fill_up" else attempt(*arguments)
        tell(json.dumps(answer))


def attempt(action: str, path: str, other: str = "", room: int | None = None) -> dict[str, Any]:
    """Do one thing, if asked to while no file may grow beyond so many bytes."""
    actions: dict[str, Callable[[], Any]] = {
        "read": lambda: notes(Path(path)),
        "write": lambda: add_note(Path(path), "new", at=later(days=9)),
        "check": lambda: data.check_record(Path(path)).problems,
        "back up": lambda: str(data.back_up(Path(path), later(days=9))),
        "restore": lambda: str(data.restore(Path(path), Path(other), later(days=9))),
    }
    with _room_for(room):
        return _told(actions[action])


def fill_up(path: str, room: int) -> dict[str, Any]:
    """Add notes until the disk is full; then make room and go on in the same window."""
    kept: list[str] = []
    with open_store(Path(path), NOON, write=True) as store:

        def add(*own_ids: str) -> None:
            for own_id in own_ids:
                with store.writing() as work:
                    work.add(note(own_id, "q" * 3000))
                kept.append(own_id)

        with _room_for(room):
            told = _told(lambda: add(*(f"n{number}" for number in range(1000))))
        add("after")
    return told | {"kept": kept}


@contextmanager
def _room_for(size: int | None) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (before[0] if size is None else size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _told(action: Callable[[], Any]) -> dict[str, Any]:
    try:
        return {"done": action()}
    except StoreError as error:
        return {"refused": error.message, "hint": error.hint}


if __name__ == "__main__":
    # A module that is loaded while no file may grow would be left half-compiled for others.
    sys.dont_write_bytecode = True
    jobs: dict[str, Callable[..., None]] = {
        job.__name__: job for job in (begin, rate, create, copy, restore, serve)
    }
    jobs[sys.argv[1]](*sys.argv[2:])
