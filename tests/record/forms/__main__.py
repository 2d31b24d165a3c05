"""Writes the filled record of the present form, beside this file."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from ipsskills.record.steps import STEPS
from ipsskills.record.store import open_store
from ipsskills.record.types import State
from tests.record.common import (
    ASSESSMENT,
    ENTRY,
    FRAMEWORK,
    GOAL,
    NOON,
    NOTE,
    PERSON,
    SAMPLES,
    SUPERVISION,
    later,
)
from tests.words import meant, wrote


def main() -> None:
    """Fill a record with versions of every kind, one of them forked, and write it as text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with open_store(path, NOON, write=True) as store, store.writing() as work:
            work.keep_framework(FRAMEWORK)
            work.add(*SAMPLES, SUPERVISION)
            work.add(
                replace(
                    ASSESSMENT, id="assessment-2", replaces=ASSESSMENT.id, at=later(minutes=9),
                    state=State.FINISHED, finished=date(2026, 11, 24),
                ),
                replace(GOAL, id="goal-2", replaces=GOAL.id, at=later(days=1), why=meant("Mine.")),
                replace(
                    PERSON, id="p2", thing="p2", about="p2", name="Ada Twice", works_best=wrote(""),
                    same_as=PERSON.thing, at=later(days=2),
                ),
            )  # fmt: skip
            early, late = (
                replace(NOTE, id=f"note-{n}", replaces=NOTE.id, at=later(hours=n), text=wrote(text))
                for n, text in ((2, "early"), (3, "late"))
            )
            work.merge([late, early, replace(ENTRY, id="entry-2", thing="entry-2", removed=True)])
        with closing(sqlite3.connect(path)) as raw:
            text = "\n".join(raw.iterdump())
    target = Path(__file__).with_name(f"form_{STEPS[-1].number}.sql")
    target.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
