"""Tries the program on one spoilt record: commands drawn by a number, the check, the way back."""

import io
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.damage.spoil import WAYS

COMMANDS_EACH = 10
STORE, OUR_BUG = 13, 1

READING: tuple[tuple[str, ...], ...] = (
    (),
    ("report",),
    ("report", "--json"),
    ("report", "Bola Sample"),
    ("report", "--since", "2026-01-01"),
    ("report", "--format", "md"),
    ("report", "--format", "csv"),
    ("compare",),
    ("compare", "--figures"),
    ("agenda",),
    ("agenda", "Cerys Pretend", "--format", "html", "-o", "-"),
    ("plan", "show"),
    ("plan", "history"),
    ("plan", "export"),
    ("record",),
    ("record", "--coverage"),
    ("record", "--for-review"),
    ("record", "--search", "spring", "--json"),
    ("due",),
    ("due", "--json"),
    ("people", "list"),
    ("people", "supervision", "--json"),
    ("team", "list"),
    ("team", "show", "Harbour team"),
    ("data", "where"),
    ("explain", "order"),
    ("framework", "show", "3.8"),
)
WRITING: tuple[tuple[str, ...], ...] = (
    ("log", "training", "--title", "Money and work", "--unit", "3.7", "--on", "2026-11-20"),
    ("log", "evidence", "--title", "A visit plan", "--unit", "3.13", "--on", "2026-11-20"),
    ("log", "remove", "last"),
    ("people", "add", "Zed Newman", "--team", "Harbour team"),
    ("people", "edit", "--caseload", "12"),
    ("plan", "add", "Ask for a second visit", "--by", "2027-01-10"),
    ("plan", "done", "1.1"),
    ("plan", "drop", "1", "--because", "No longer needed"),
    ("prepare", "--well", "A trial shift went well"),
    ("agree", "3.8", "2", "--because", "We talked it over"),
    ("assess", "--unit", "3.8", "--plain"),
    ("data", "backup"),
    ("init", "--name", "Ada Example"),
)


@dataclass
class Trial:
    """One spoilt record: what was done to it, what was run, and what went wrong with that."""

    number: int
    kind: str
    way: str = ""
    ran: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ran:
    """What one run of the program gave."""

    code: int
    told: str


def try_spoilt(kind: str, number: int, sound: Path, place: Path) -> Trial:
    """Return what came of one spoilt copy of the ``sound`` record, tried in an empty ``place``."""
    rng = Random(f"{kind} {number}")
    record = place / "record.db"
    shutil.copy(sound, record)
    trial = Trial(number, kind, WAYS[kind](record, rng))
    if rng.random() < 0.5:
        copies = place / "record-backups"
        copies.mkdir()
        shutil.copy(sound, copies / "record-2026-11-20.db")
    with _at_home(place):
        for words in _draw(rng):
            _try(trial, words, place, changes=words in WRITING)
        checked = _try(trial, ("data", "check"), place, changes=False)
        damaged = [line for line in trial.ran if line.endswith(f": {STORE}")]
        if checked.code == 0 and damaged:
            trial.faults.append(f"data check found nothing, but: {damaged}")
        _try_restoring(trial, sound, place)
    return trial


def _draw(rng: Random) -> list[tuple[str, ...]]:
    writing = 3
    drawn = rng.sample(READING, COMMANDS_EACH - writing) + rng.sample(WRITING, writing)
    rng.shuffle(drawn)
    return drawn


def _try(trial: Trial, words: Sequence[str], place: Path, *, changes: bool) -> Ran:
    """Run a command; a reading one may change nothing, and what another changed is put back."""
    before = _files(place)
    ran = _run(words)
    trial.ran.append(f"{' '.join(words)}: {ran.code}")
    trial.faults += [f"{' '.join(words)}: {fault}" for fault in _faults(ran)]
    if not changes and _files(place) != before:
        trial.faults.append(f"{' '.join(words)}: changed a file")
    _put_back(place, before)
    return ran


def _try_restoring(trial: Trial, sound: Path, place: Path) -> None:
    """Go back from the spoilt record to a sound one, and try to go from that to the spoilt one."""
    record, spoilt, copy = place / "record.db", place / "spoilt.db", place / "copy.db"
    shutil.copy(record, spoilt)
    shutil.copy(sound, copy)
    ran = _run(("data", "restore", str(copy), "--yes"))
    trial.ran.append(f"data restore, the sound one: {ran.code}")
    trial.faults += [f"data restore: {fault}" for fault in _faults(ran)]
    if ran.code != 0 or _dump(record) != _dump(sound):
        trial.faults.append(f"data restore did not bring the sound one back: {ran.told}")
    before = _files(place)
    ran = _run(("data", "restore", str(spoilt), "--yes"))
    trial.ran.append(f"data restore, the spoilt one: {ran.code}")
    trial.faults += [f"data restore of the spoilt one: {fault}" for fault in _faults(ran)]
    if ran.code != 0 and _files(place) != before:
        trial.faults.append("data restore was refused and changed a file")


def _dump(path: Path) -> list[str]:
    """Return all that is in a database, as SQL."""
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def _faults(ran: Ran) -> Iterator[str]:
    if ran.code == OUR_BUG or "our mistake" in ran.told:
        yield f"our mistake: {ran.told[-300:]}"
    if "Traceback" in ran.told:
        yield "a traceback"
    if any(ord(sign) < 32 and sign not in "\n\t\r" for sign in ran.told):
        yield "a control character was shown"


def _run(words: Sequence[str]) -> Ran:
    from ipsskills.cli.app import run

    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        try:
            code = run(words)
        except Exception as error:  # noqa: BLE001 - what must never come out of it
            return Ran(OUR_BUG, f"{type(error).__name__}: {error}")
    return Ran(code, told.getvalue())


def _files(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def _put_back(place: Path, before: dict[Path, bytes]) -> None:
    for path, content in _files(place).items():
        if path not in before:
            path.unlink()
        elif before[path] != content:
            path.write_bytes(before[path])
    for path in before.keys() - _files(place).keys():
        path.write_bytes(before[path])


@contextmanager
def _at_home(place: Path) -> Iterator[None]:
    """Make the record in ``place`` the usual one, with nobody at the keyboard."""
    kept, given = os.environ.copy(), sys.stdin
    os.environ |= {"IPSSKILLS_DB": str(place / "record.db"), "HOME": str(place.parent / "home")}
    sys.stdin = io.StringIO("2\n")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
        sys.stdin = given
