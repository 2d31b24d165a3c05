"""Peers that keep a person's entries too, each with forty of the same length, beside our report.

They are installed from the registry into an environment of their own, which is kept in the folder
for temporary files; the program itself never needs them.
"""

import json
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from benchmarks.home import Home
from benchmarks.measure import Line, Spent, Watched, compare
from benchmarks.records import SENTENCE
from ipsskills.framework.load import load

PEERS = ("jrnl==4.6", "todoman==4.7.0", "khal==0.14.1")
ENTRIES = 40
ENTRY = SENTENCE[:60].strip()

_JRNL = """\
journals:
  default: {folder}/journal.txt
version: v4.6
colors: {{body: none, date: none, tags: none, title: none}}
encrypt: false
highlight: false
linewrap: 79
"""
_TODOMAN = (
    'path = "{folder}/todo/*"\ncache_path = "{folder}/todo.sqlite3"\ndate_format = "%Y-%m-%d"\n'
)
_KHAL = """\
[calendars]
[[work]]
path = {folder}/khal/work
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
timedelta = 400d
"""


def peers(home: Home) -> Iterator[Line]:
    """Yield our report beside each of them: what it costs as a multiple, and the same again."""
    ours = Watched(partial(home.spend_program, "report"))
    _record(home)
    binaries = _install()
    for name, prepare in (("jrnl -n 40", _jrnl), ("todo list", _todoman), ("khal list", _khal)):
        run = prepare(home, binaries)
        theirs = Watched(run)
        theirs()
        found = compare(ours, theirs)
        may = 1 + abs(found.null - 1)
        yield Line(
            f"ipsskills report beside {name} ({found.ours / found.value:.3f} s of CPU)",
            f"1.00 x {name}, and the noise",
            f"{found.value:.2f}",
            f"{found.null:.2f}",
            found.value <= may,
        )


def _record(home: Home) -> None:
    """Leave a record of forty entries: an answer and a note to each unit, the rest training."""
    units = list(load().asked())
    rows = [
        {"slug": unit.slug, "answer": "2", "note": f"{ENTRY} {unit.id}", "shared": True}
        for unit in units
    ]
    path = home.folder / "answers.json"
    path.write_text(json.dumps({"answers": rows}), encoding="utf-8")
    home.program("init", "--name", "Ada Example")
    home.program("assess", "--from", path)
    for number in range(ENTRIES - len(units)):
        home.program("log", "training", "--title", f"{ENTRY} {number}", "--unit", "3.7")


def _install() -> Path:
    """Return the folder of the peers' programs, installing them if that has not been done."""
    key = sha256(" ".join((sys.version, *PEERS)).encode()).hexdigest()[:12]
    place = Path(gettempdir()) / f"ipsskills-benchmarks-peers-{key}"
    if not (place / "ready").exists():
        venv.create(place, with_pip=True, clear=True)
        pip = (str(place / "bin" / "python"), "-m", "pip", "install", "-qq")
        subprocess.run([*pip, *PEERS], check=True, capture_output=True)
        (place / "ready").touch()
    return place / "bin"


def _jrnl(home: Home, binaries: Path) -> Callable[[], Spent]:
    folder = home.folder / "jrnl"
    folder.mkdir()
    config = folder / "jrnl.yaml"
    config.write_text(_JRNL.format(folder=folder), encoding="utf-8")
    lines = [f"[{day} 09:00] {ENTRY} {number}.\n\n" for number, day in _days()]
    (folder / "journal.txt").write_text("".join(lines), encoding="utf-8")
    command = (binaries / "jrnl", "--config-file", config, "-n", str(ENTRIES))
    return _checked(home, command)


def _todoman(home: Home, binaries: Path) -> Callable[[], Spent]:
    folder = home.folder / "todoman"
    config = folder / "config.py"
    _write_items(folder / "todo" / "work", "VTODO", "DUE;VALUE=DATE:{day:%Y%m%d}\n")
    config.write_text(_TODOMAN.format(folder=folder), encoding="utf-8")
    return _checked(home, (binaries / "todo", "--config", config, "list"))


def _khal(home: Home, binaries: Path) -> Callable[[], Spent]:
    folder = home.folder / "khal"
    config = folder / "config"
    when = "DTSTART;VALUE=DATE:{day:%Y%m%d}\nDTEND;VALUE=DATE:{after:%Y%m%d}\n"
    _write_items(folder / "khal" / "work", "VEVENT", when)
    config.write_text(_KHAL.format(folder=folder), encoding="utf-8")
    return _checked(home, (binaries / "khal", "-c", config, "list"))


def _write_items(folder: Path, kind: str, when: str) -> None:
    folder.mkdir(parents=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for number, day in _days():
        spans = when.format(day=day, after=day + timedelta(days=1))
        text = (
            f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//benchmarks//EN\nBEGIN:{kind}\n"
            f"UID:item-{number}\nDTSTAMP:{stamp}\n{spans}SUMMARY:{ENTRY} {number}\n"
            f"END:{kind}\nEND:VCALENDAR\n"
        )
        (folder / f"item-{number}.ics").write_text(text.replace("\n", "\r\n"), encoding="utf-8")


def _days() -> list[tuple[int, date]]:
    today = datetime.now(UTC).date()
    return [(number, today + timedelta(days=number)) for number in range(1, ENTRIES + 1)]


def _checked(home: Home, command: tuple[str | Path, ...]) -> Callable[[], Spent]:
    """Return a run of a peer, after seeing that it does tell of all its entries."""
    told = home.start(*command)
    words = " ".join(told.split())
    shown = sum(f"{ENTRY} {number}" in words for number, _ in _days())
    if shown != ENTRIES:
        raise RuntimeError(f"{Path(command[0]).name} told of {shown} of {ENTRIES}: {told[:500]}")
    return partial(home.spend, *command)
