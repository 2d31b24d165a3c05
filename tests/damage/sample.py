"""A sound record to spoil: the invented service, as somebody's own."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from ipsskills.framework.load import load
from ipsskills.usecases.demo.make import make_demo

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def make_sample(place: Path) -> Path:
    """Return a new record in which six people and their team leader have lived for a year."""
    record = place / "sample.db"
    make_demo(load(), record, place / "files", lambda: NOON, spell=lambda page: page)
    with closing(sqlite3.connect(record, isolation_level=None)) as raw:
        raw.execute("UPDATE store SET value = 'no' WHERE name = 'demo'")
    return record
