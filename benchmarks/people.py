"""Records of many people: one person's pages, lists of people and teams, the check of the whole.

Made of what the program itself wrote about one person, copied in SQL; the same at each run.
"""

import itertools
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.copies import (
    LOOKS,
    PEOPLE,
    TEAMS,
    Copies,
    copy_rows,
    normalise_ids,
    tables,
    without_indexes,
)
from benchmarks.home import Home
from benchmarks.measure import Cost, Line, Watched, at_most, compare, memory_at_most
from benchmarks.records import NAME, TEAM, one_assessment
from benchmarks.records import people as people_in

SIZES = (10, 100, 1_000, 5_000)
LOOKS_EACH = 20
IN_TEAM = 10
CHECKED_AT = 1_000
DAYS_APART = 90
SMALL, GROWTH, CHECK, MEGABYTES = 1.15, 1.15, 1.5, 60
PAGES: tuple[tuple[str, ...], ...] = (
    ("report",),
    ("agenda",),
    ("plan", "show"),
    ("record", "--coverage"),
    ("compare",),
)
LISTS: tuple[tuple[str, ...], ...] = (
    ("people", "list"),
    ("team", "list"),
    ("team", "show", TEAM),
    (),
    ("due",),
)
BY_HAND = Path(__file__).with_name("check_by_hand.py")

# Answers that differ from person to person and from look to look, always in the same way.
_CODE = (
    "CASE WHEN code IN ('0', '1', '2', '3') "
    "THEN substr('2313012', 1 + (n * 5 + length(item) * 3 + unicode(substr(item, -1))) % 7, 1) "
    "ELSE code END"
)


def people(home: Home, most: int = SIZES[-1]) -> Iterator[Line]:
    """Yield the bars on records of 10 people and more, up to ``most``."""
    sizes = [size for size in SIZES if size <= most]
    records = _make(home, sizes)
    few, many = records[sizes[0]], records[sizes[-1]]
    for words in PAGES:
        yield at_most(
            SMALL,
            f"{' '.join(('ipsskills', *words))}, {sizes[-1]:,} people",
            _cost(home, many, words),
            _cost(home, few, words),
            f"CPU of the same with {sizes[0]}",
        )
    for words in LISTS:
        for fewer, more in itertools.pairwise(sizes):
            yield _growth(home, words, (fewer, records[fewer]), (more, records[more]))
    size = max(size for size in sizes if size <= CHECKED_AT)
    ours = _cost(home, records[size], ("data", "check"))
    theirs = Watched(partial(home.spend, sys.executable, "-I", BY_HAND, records[size]))
    what = f"ipsskills data check, {size:,} people"
    yield at_most(CHECK, what, ours, theirs, "CPU of the same checks in SQL by hand")
    yield memory_at_most(MEGABYTES, what, ours)


def _cost(home: Home, record: Path, words: Sequence[str]) -> Watched:
    return Watched(partial(home.spend_program, *words, IPSSKILLS_DB=str(record)))


def _growth(
    home: Home, words: Sequence[str], few: tuple[int, Path], many: tuple[int, Path]
) -> Line:
    """Return the line of a page that may grow with the record as its output does, no faster."""
    sizes = [len(home.program(*words, IPSSKILLS_DB=str(record))) for _, record in (few, many)]
    output = max(sizes[1] / sizes[0], 1.0)
    costs: list[Cost] = [_cost(home, record, words) for _, record in (many, few)]
    found = compare(*costs)
    return Line(
        f"{' '.join(('ipsskills', *words))}, {few[0]:,} to {many[0]:,} people",
        f"{GROWTH} x the growth of its output, which is {output:.2f}",
        f"{found.value:.2f}",
        f"{found.null:.2f}",
        found.value <= GROWTH * output,
    )


def _make(home: Home, sizes: Sequence[int]) -> dict[int, Path]:
    """Make one record of each size; the usual one holds the template, a team of ten."""
    one_assessment(home)
    template = home.record
    with closing(sqlite3.connect(template)) as record, record:
        normalise_ids(record, home.settings)
        _fill_team(record)
    made = {}
    for size in sizes:
        path = home.folder / f"{size}.db"
        shutil.copy(template, path)
        path.chmod(0o600)
        with closing(sqlite3.connect(path)) as record, record:
            _add_teams(record, size // IN_TEAM)
        made[size] = path
    return made


def _fill_team(record: sqlite3.Connection) -> None:
    """Give the one person twenty looks, and the team ten people like them."""
    (me,) = record.execute("SELECT thing FROM person WHERE name = ?", (NAME,)).fetchone()
    (look,) = record.execute("SELECT thing FROM assessment WHERE kind = 'self'").fetchone()
    everybody = people_in(record)
    looks = Copies(LOOKS, range(1, LOOKS_EACH), DAYS_APART, keep=everybody, columns={"code": _CODE})
    copy_rows(record, "assessment", f"thing = '{look}'", looks)
    copy_rows(record, "rating", f"assessment = '{look}'", looks)
    others = tuple(each for each in everybody if each != me)
    named = {"name": "name || ' ' || n", "code": _CODE}
    more = Copies(PEOPLE, range(1, IN_TEAM), keep=others, columns=named)
    for table in tables(record):
        copy_rows(record, table, f"about = '{me}'", more)


def _add_teams(record: sqlite3.Connection, teams: int) -> None:
    numbered = {name: f"{name} || ' ' || n" for name in ("name", "team")} | {"code": _CODE}
    with without_indexes(record):
        for table in tables(record):
            copy_rows(record, table, "true", Copies(TEAMS, range(1, teams), columns=numbered))
