"""Reading is typed: a criterion that a record does not have, or of the wrong kind, is a fault."""

from pathlib import Path

import pytest
from mypy import api

from ipsskills.record.store import Store
from ipsskills.record.types import Entry
from tests.record.common import ROOT

HEAD = """
from ipsskills.codes import AssessmentKind, EntryKind
from ipsskills.record.reads import Reads
from ipsskills.record.types import Assessment, Entry, Note, Person, Rating, State
from ipsskills.record.work import Work
from ipsskills.usecases.reading.view import ReaderView

def look(work: Work, view: ReaderView, either: Reads, me: str, nobody: str | None) -> None:
"""
RIGHT = """
    entries: tuple[Entry, ...] = work.current(Entry, kind=EntryKind.ACTION, removed=False)
    entries = view.current(Entry, about=(me,), kind=[EntryKind.ACTION], done=None)
    drafts: tuple[Assessment, ...] = either.current(Assessment, about=me, state=State.DRAFT)
    ratings: tuple[Rating, ...] = view.current(Rating, assessment={"a", "b"})
    everybody: tuple[Person, ...] = either.current(Person)
    history: tuple[Note, ...] = either.history(Note, "note:x")
"""
WRONG = (
    'work.current(Entry, knd="x")',
    'view.current(Entry, knd="x")',
    'either.current(Note, kind="x")',
    "work.current(Entry, kind=AssessmentKind.SELF)",
    'work.current(Entry, kind="training")',
    "work.current(Entry, removed=None)",
    "work.current(Person, thing=nobody)",
    "work.current(Rating, state=State.DRAFT)",
    "work.current(str)",
    "found: tuple[Entry, ...] = work.current(Note)",
)


def test_what_is_right_passes_and_each_wrong_line_does_not(tmp_path: Path) -> None:
    file = tmp_path / "looks.py"
    file.write_text(HEAD + RIGHT + "".join(f"    {line}\n" for line in WRONG), encoding="utf-8")
    said, trouble, _ = api.run(
        ["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(ROOT / ".mypy_cache"),
         "--hide-error-context", "--no-error-summary", str(file)]
    )  # fmt: skip
    assert not trouble
    found = {int(line.split(":")[1]) for line in said.splitlines() if ": error:" in line}
    first = (HEAD + RIGHT).count("\n") + 1
    assert found == set(range(first, first + len(WRONG))), said


def test_a_criterion_that_goes_round_the_types_is_refused(store: Store) -> None:
    with store.reading() as work, pytest.raises(TypeError, match="Entry has no knd"):
        work.select(Entry, {"knd": "x"})
