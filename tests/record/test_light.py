"""Reading is light: what only looks at a record loads none of what writes one."""

import subprocess
import sys
from pathlib import Path

import pytest

from ipsskills.errors import DamagedRecord
from ipsskills.record.store import open_store
from ipsskills.record.types import KINDS
from tests.record.common import NOON, ROOT, fill, run_sql

HEAVY = ("sqlalchemy", "sqlmodel", "pydantic", "pydantic_core")

LOOK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from ipsskills.record.store import open_store
from ipsskills.record.types import KINDS
with open_store(Path(sys.argv[1]), datetime(2026, 11, 24, tzinfo=UTC), write=WRITE) as store:
    with store.reading() as work:
        found = [each for kind in KINDS for each in work.current(kind)]
        [work.history(type(each), each.thing) for each in found]
    AFTER
print(len(found), *(name for name in HEAVY if name in sys.modules))
"""


def looked(path: Path, *, write: bool, after: str = "pass") -> str:
    """Return what a program of its own that looks at a record found, and what it loaded."""
    program = LOOK.replace("WRITE", str(write)).replace("AFTER", after)
    done = subprocess.run(
        [sys.executable, "-c", program.replace("HEAVY", str(HEAVY)), path],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_a_look_loads_nothing_that_writes(tmp_path: Path, write: bool) -> None:
    fill(tmp_path / "record.db")
    assert looked(tmp_path / "record.db", write=write) == str(len(KINDS))


def test_a_look_at_no_record_loads_nothing_that_writes(tmp_path: Path) -> None:
    assert looked(tmp_path / "none.db", write=False) == "0"
    assert looked(tmp_path / "new.db", write=True) == "0"


def test_what_writes_can_be_loaded_before_it_is_needed(tmp_path: Path) -> None:
    fill(tmp_path / "record.db")
    found = looked(tmp_path / "record.db", write=True, after="store.prepare_writing()")
    assert found == f"{len(KINDS)} {' '.join(HEAVY)}"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "role", "'wizard'"),
        ("person", "since", "'last spring'"),
        ("person", "caseload", "'a few'"),
        ("person", "name", "x'6869'"),
        ("assessment", "scope", "'not json'"),
        ("assessment", "scope", "'[1, 2]'"),
        ("assessment", "scope", "'{}'"),
        ("rating", "bring", "7"),
        ("rating", "code", "'9'"),
        ("note", "at", "'yesterday'"),
        ("note", "at", "7"),
        ("entry", "hours", "'long'"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_and_not_repeated(
    tmp_path: Path, table: str, column: str, value: str
) -> None:
    path = tmp_path / "record.db"
    fill(path)
    run_sql(path, f"UPDATE {table} SET {column} = {value}")
    with (
        pytest.raises(DamagedRecord) as caught,
        open_store(path, NOON, write=False) as store,
        store.reading() as work,
    ):
        [work.current(kind) for kind in KINDS]
    told = caught.value.message.replace(str(path), "")
    assert told.startswith(f" is damaged: {column} of ")
    assert told.endswith(f" in {table} cannot be read. Nothing was changed.")
    assert value.strip("'") not in told
    assert "data restore" in caught.value.hint
