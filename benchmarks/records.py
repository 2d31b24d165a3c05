"""Records to measure with: made by the program itself, and copied where many are wanted."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.copies import LOOKS, Copies, copy_rows, move_rows, normalise_ids
from benchmarks.home import Home
from ipsskills.framework.load import load

NAME, LEADER, TEAM = "Ada Example", "Lee Leader", "North"
MANY = 40
DAYS_APART = 30
CODES = "23130"
SENTENCE = "Rang two employers and asked what they look for, then wrote down what each said."


def one_assessment(home: Home) -> None:
    """Leave somebody's own finished look in this home's record, and what goes with it.

    That is their team leader's view of them, a plan of two goals, and an hour of supervision.
    """
    slugs = [unit.slug for unit in load().asked()]
    home.program("init", "--name", NAME)
    home.program("people", "add", LEADER, "--role", "team leader", "--team", TEAM)
    home.program("people", "edit", NAME, "--team", TEAM, "--supervisor", LEADER)
    noted = {7: {"bring": True, "note": SENTENCE, "shared": True}}
    home.program("assess", "--from", _answers(home, slugs, noted))
    seen = {place: {"basis": "O"} for place in range(len(slugs))}
    views = ("--as", "supervisor", "--by", LEADER)
    home.program("assess", NAME, *views, "--from", _answers(home, slugs, seen))
    home.program("plan", "draft", "--unit", "3.8", "--unit", "3.16")
    home.program("log", "training", "--title", "Benefits", "--unit", "3.7", "--hours", "6")
    home.program("log", "evidence", "--title", "A plan for visits", "--unit", "3.8")
    action = ("--action", f"{NAME.split(maxsplit=1)[0]}: visit a ward by 2030-01-31")
    home.program("log", "supervision", "--minutes", "50", "--with", LEADER, *action)


def many_assessments(home: Home) -> int:
    """Put forty looks at every statement before those of `one_assessment`.

    Returns how many answers the record holds then.
    """
    items = [each.id for unit in load().asked() for each in unit.live_statements]
    home.program("assess", "--full", "--from", _answers(home, items, {}))
    with closing(sqlite3.connect(home.record)) as record, record:
        normalise_ids(record, home.settings)
        (look,) = record.execute(
            "SELECT assessment FROM rating GROUP BY assessment ORDER BY count(*) DESC"
        ).fetchone()
        parts = (("assessment", f"thing = '{look}'"), ("rating", f"assessment = '{look}'"))
        copies = Copies(LOOKS, range(1, MANY), DAYS_APART, keep=people(record))
        for table, where in parts:
            move_rows(record, table, where, DAYS_APART)
            copy_rows(record, table, where, copies)
        return int(record.execute("SELECT count(*) FROM rating").fetchone()[0])


def people(record: sqlite3.Connection) -> tuple[str, ...]:
    """Return the ids of the people in a record."""
    return tuple(str(row[0]) for row in record.execute("SELECT DISTINCT thing FROM person"))


def _answers(home: Home, slugs: Sequence[str], more: Mapping[int, Mapping[str, object]]) -> Path:
    """Write a file of answers, with what is ``more`` about those of some places."""
    rows = [
        {"slug": slug, "answer": CODES[place % len(CODES)], **more.get(place, {})}
        for place, slug in enumerate(slugs)
    ]
    path = home.folder / "answers.json"
    path.write_text(json.dumps({"answers": rows}), encoding="utf-8")
    return path
