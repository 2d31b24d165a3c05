"""Each way in which something goes wrong, tried so many times, with what came of it."""

import random
import resource
import shutil
import signal
import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from tests.contract.ways import BEFORE

from ipsskills import errors
from ipsskills.cli.setup import context
from stress.answering import add_raters, answer
from stress.child import Child, Ended, all_of, time_of, typing
from stress.outcome import Outcome
from stress.place import Place, count_rows, find_problem, list_writing

OURS = {0, *(each.exit_code for each in vars(errors).values() if hasattr(each, "exit_code"))} - {1}
MORE_ROOM = 60_000
_A_SITTING = 200


def kill_commands(
    place: Place, times: int, chance: random.Random, only: Collection[str] = ()
) -> Outcome:
    """Kill each writing command at any moment of its life; what it had said was kept is there."""
    found = Outcome("killed at any moment, every writing command")
    writing = list_writing(place, only)
    for name, typed in writing.items():
        before, after, seconds = _measure(place, name, typed)
        for _ in range(max(1, times // len(writing))):
            record = _begin(place, name)
            child = Child(typing(*typed), place.work / "errors")
            ended = child.wait(chance.uniform(0, seconds * 2))
            judge(found, record, name, ended, before, after)
    return found


def _begin(place: Place, name: str) -> Path:
    record = place.fresh()
    if name in BEFORE:
        Child(typing(*BEFORE[name]), place.work / "errors").wait()
    return record


def _measure(
    place: Place, name: str, typed: tuple[str, ...]
) -> tuple[Mapping[str, int], Mapping[str, int], float]:
    """Return the rows before a command, after it, and the seconds it takes."""
    record = _begin(place, name)
    before = count_rows(record)
    seconds = time_of(typing(*typed), place.work / "errors")
    return before, count_rows(record), seconds


def judge(
    found: Outcome,
    record: Path,
    where: str,
    ended: Ended,
    before: Mapping[str, int],
    after: Mapping[str, int],
) -> None:
    """Take note of one try: what was acknowledged is there, all or nothing, and all is sound."""
    found.tries += 1
    found.acknowledged += ended.acknowledged
    if problem := find_problem(record):
        found.fault(f"not sound: {problem}", where)
        return
    rows = count_rows(record)
    if ended.acknowledged and rows != after:
        found.fault("acknowledged and lost", where)
    elif not all(_is_between(rows[t], before.get(t, 0), after[t]) for t in rows):
        found.fault("more or less than the command writes", where)


def _is_between(rows: int, before: int, after: int) -> bool:
    """Whether a table has no fewer and no more rows than before or after: some commands erase."""
    return min(before, after) <= rows <= max(before, after)


def cut_power(place: Place, times: int, chance: random.Random) -> Outcome:
    """Copy record and journal while somebody answers, as a power cut would leave them."""
    found = Outcome("power cut while answering, then opened again")
    record = place.fresh()
    raters = iter(add_raters(record, times))
    child = Child(answer(record, next(raters), _A_SITTING), place.work / "errors")
    cut = place.work / "cut" / record.name
    cut.parent.mkdir()
    while found.tries < times:
        signal.sigtimedwait([], chance.uniform(0.001, 0.02))
        if not child.stop():
            child.wait()
            child = Child(answer(record, next(raters), _A_SITTING), place.work / "errors")
            continue
        kept = _copy_as_cut(record, cut)
        child.go_on()
        found.tries += 1
        if kept < found.acknowledged:
            found.fault("an answer was there before the cut and is gone", "answering")
        found.acknowledged = max(found.acknowledged, kept)
        if problem := find_problem(cut):
            found.fault(f"not sound: {problem}", "answering")
    child.wait(0)
    return found


def _copy_as_cut(record: Path, cut: Path) -> int:
    """Copy a record and its journal as they are now, and return how many answers that holds."""
    for each in (cut, *cut.parent.glob(f"{cut.name}-*")):
        each.unlink(missing_ok=True)
    shutil.copy(record, cut)
    if (journal := record.with_name(f"{record.name}-journal")).exists():
        shutil.copy(journal, cut.with_name(f"{cut.name}-journal"))
    return _count_answers(cut)


def _count_answers(record: Path) -> int:
    with closing(sqlite3.connect(record)) as raw:
        return int(raw.execute("SELECT count(*) FROM rating WHERE code = 'u'").fetchone()[0])


def fill_disk(
    place: Place, times: int, chance: random.Random, only: Collection[str] = ()
) -> Outcome:
    """Let no file grow beyond a size that is met somewhere in the middle of writing."""
    found = Outcome("disk full, short writes, every writing command")
    writing = list_writing(place, only)
    for name, typed in writing.items():
        before, after, _ = _measure(place, name, typed)
        for _ in range(max(1, times // len(writing))):
            record = _begin(place, name)
            room = chance.randrange(record.stat().st_size + MORE_ROOM)
            ended = Child(_within(room, typing(*typed)), place.work / "errors").wait()
            judge(found, record, name, ended, before, after)
            _judge_words(found, name, ended)
    return found


def _within(room: int, act: Callable[[Callable[[], None]], int]) -> Callable[..., int]:
    def limited(acknowledge: Callable[[], None]) -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        return act(acknowledge)

    return limited


def _judge_words(found: Outcome, where: str, ended: Ended) -> None:
    """Take note of an end that no error of ours explains."""
    if "Traceback" in ended.errors or ended.code not in OURS:
        found.fault(f"ended with {ended.code}, unexplained", where)


def work_together(place: Place, processes: int, each: int) -> Outcome:
    """Have so many processes answer so many questions each, all in one record at once."""
    found = Outcome(f"{processes} processes, {each} answers each")
    record = place.fresh()
    raters = add_raters(record, processes)
    ended = all_of([answer(record, rater, each) for rater in raters], place.work / "errors")
    found.tries = processes * each
    found.acknowledged = sum(one.acknowledged for one in ended)
    for one in ended:
        _judge_words(found, "answering", one)
    if (kept := _count_answers(record)) != found.tries:
        found.fault(f"{kept} kept of {found.tries}", "answering")
    if problem := find_problem(record):
        found.fault(f"not sound: {problem}", "answering")
    return found


def turn_clock_back(place: Place, times: int, chance: random.Random) -> Outcome:
    """Have a clock that jumps, back too, between commands that change one thing again and again."""
    found = Outcome("a clock that goes back")
    record = place.fresh()
    now = context.now()
    for number in range(times):
        now += timedelta(hours=chance.randrange(-48, 48))
        title = f"Title {number}"
        with patch("ipsskills.cli.setup.context.now", lambda at=now: at):
            act = typing("plan", "edit", "1", "--title", title, "--yes")
            ended = Child(act, place.work / "errors").wait()
        found.tries += 1
        found.acknowledged += ended.acknowledged
        _judge_words(found, "plan edit", ended)
        if ended.acknowledged and _read_title(record) != title:
            found.fault("the last change does not count", "plan edit")
    if problem := find_problem(record):
        found.fault(f"not sound: {problem}", "plan edit")
    return found


def _read_title(record: Path) -> str:
    query = "SELECT title FROM goal WHERE number = 1 ORDER BY at DESC, id DESC LIMIT 1"
    with closing(sqlite3.connect(record)) as raw:
        return str(raw.execute(query).fetchone()[0])


def spoil(place: Place, times: int, chance: random.Random) -> Outcome:
    """Change bytes anywhere in the file: what cannot be read is told, in words of ours."""
    found = Outcome("bytes changed anywhere in the file")
    for number in range(times):
        record = place.fresh()
        spoilt = bytearray(record.read_bytes())
        for _ in range(chance.randrange(1, 40)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        record.write_bytes(bytes(spoilt))
        for typed in (("report",), ("data", "check"))[number % 2 :][:1]:
            ended = Child(typing(*typed), place.work / "errors").wait(20)
            found.tries += 1
            found.acknowledged += ended.acknowledged
            _judge_words(found, " ".join(typed), ended)
    return found
