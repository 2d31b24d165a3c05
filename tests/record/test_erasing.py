"""What is erased is gone from the file, and never comes back; everything else stays as it was."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from ipsskills.errors import ChangedElsewhere, InvalidInput
from ipsskills.record.columns import table_of
from ipsskills.record.custody.erasing import Erased, erase
from ipsskills.record.migrate import migrate
from ipsskills.record.sqlite.clearing import clear_copies
from ipsskills.record.sqlite.copy_names import folder, list_copies
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.store import open_store
from ipsskills.record.types import (
    KINDS,
    Entry,
    Forgotten,
    FrameworkText,
    Note,
    Person,
    Record,
    Redacted,
)
from ipsskills.record.whom import Whom
from ipsskills.record.work import Work
from tests.cases import try_each
from tests.record.common import (
    ADA,
    ENTRY,
    FORGOTTEN,
    FRAMEWORK,
    NOON,
    NOTE,
    PERSON,
    SAMPLES,
    copy_of_day,
    fill,
    header,
    later,
)
from tests.words import meant, wrote

BO = "person-bo"
OF_BO = replace(PERSON, id=BO, thing=BO, about=BO, author=BO, name="Bo Sample")
GONE = Forgotten(**header("gone", author=BO), ids=(ADA,), on=date(2026, 11, 24))
MARK = "Quokka"


@contextmanager
def in_memory() -> Iterator[Work]:
    with closing(connect(None)) as database:
        migrate(database, NOON)
        with database.transaction(writing=True):
            yield Work(database)


def marked(sample: Record) -> Record:
    """Return a record with a mark in every field that takes free text."""
    told: dict[str, Any] = {}
    for each in fields(sample):
        value = getattr(sample, each.name)
        if isinstance(value, Whom):
            told[each.name] = Whom(f"{MARK} {each.name}")
        elif type(value) is not str and isinstance(value, str) and hasattr(value, "decision"):
            told[each.name] = meant(f"{MARK} {each.name}")
    return replace(sample, **told)


def holds(path: Path) -> list[Path]:
    """Return the files of a folder, and of those in it, in which the mark stands."""
    return [p for p in sorted(path.rglob("*")) if p.is_file() and MARK.encode() in p.read_bytes()]


def test_all_about_somebody_goes_and_all_about_others_stays() -> None:
    about_bo = [replace(each, id=f"{each.id}-bo", about=BO) for each in SAMPLES if each.id != ADA]
    about_bo = [each for each in about_bo if not isinstance(each, Forgotten)]
    with in_memory() as work:
        work.merge([FRAMEWORK, *SAMPLES, OF_BO, *about_bo])
        work.add(GONE)
        left = {each.id for each in work.everything() if isinstance(each, Record)}
        assert left == {BO, *(each.id for each in about_bo), FORGOTTEN.id, GONE.id}
        assert work.people().keys() == {BO}


@try_each("order", list(permutations(range(3))))
def test_in_whatever_order_files_come_nothing_comes_back(order: tuple[int, ...]) -> None:
    wordless = Redacted(
        **header("wordless", about=BO), subject="entry-bo", table="entry", on=NOON.date()
    )
    of_bo = replace(ENTRY, id="entry-bo", thing="entry-bo", about=BO, title=wrote("At a fair"))
    older: list[Record | FrameworkText] = [FRAMEWORK, *SAMPLES, OF_BO]
    files: list[list[Record | FrameworkText]] = [older, [GONE, wordless], [of_bo, OF_BO]]
    with in_memory() as work:
        for number in (*order, *order):
            work.merge(files[number])
        left = {each.id: each for each in work.everything() if isinstance(each, Record)}
        assert left.keys() == {BO, FORGOTTEN.id, "gone", "wordless", "entry-bo"}
        entry = left["entry-bo"]
        assert isinstance(entry, Entry)
        assert (entry.title, entry.went_well, entry.who) == ("(erased)", "", "somebody")
        assert (entry.on, entry.items, entry.way) == (ENTRY.on, ENTRY.items, ENTRY.way)


@try_each("kind", KINDS)
def test_the_words_of_every_kind_go_in_all_versions(kind: type[Record]) -> None:
    sample = marked(next(each for each in SAMPLES if type(each) is kind))
    second = replace(sample, id=f"{sample.id}-2", replaces=sample.id, at=later(minutes=1))
    with in_memory() as work:
        work.keep_framework(FRAMEWORK)
        work.add(sample, second)
        erase(work._database, Erased(things=frozenset({(table_of(kind), sample.thing)})))
        kept = work.history(kind, sample.thing)
        assert [each.id for each in kept] == [sample.id, second.id]
        assert MARK not in repr(kept)
        same = [each.name for each in fields(sample) if MARK not in str(getattr(sample, each.name))]
        for version, was in zip(kept, (sample, second), strict=True):
            assert [getattr(version, n) for n in same] == [getattr(was, n) for n in same]
        # What comes of the same version from elsewhere is the same row, so nothing is refused.
        gone = Erased(things=frozenset({(table_of(kind), sample.thing)}))
        assert work.find_unknown(gone.keep_out([sample, second])) == []


def test_a_request_that_somebody_erase_erases_nothing_here() -> None:
    asked = Redacted(
        **header("asked"), subject=NOTE.thing, table="note", asked_of=Whom("Tom Leader")
    )
    with in_memory() as work:
        work.add(NOTE, asked)
        assert work.current(Note) == (NOTE,)


def test_what_was_erased_takes_no_new_words_and_nobody_goes_on_with_it() -> None:
    wordless = Redacted(**header("wordless"), subject=NOTE.thing, table="note", on=NOON.date())
    with in_memory() as work:
        work.add(NOTE, wordless)
        (kept,) = work.current(Note)
        work.add(replace(kept, id="n2", replaces=kept.id, shared=True))
        with pytest.raises(InvalidInput, match="can be given no new ones"):
            work.add(replace(kept, id="n3", replaces="n2", text=wrote("again")))
        work.add(GONE)
        with pytest.raises(ChangedElsewhere, match="erased from the record meanwhile"):
            work.add(PERSON)


def test_versions_that_came_in_wrongly_are_taken_back_alone() -> None:
    with in_memory() as work:
        work.add(PERSON, OF_BO, NOTE)
        assert work.people().keys() == {ADA, BO}
        work.erase(Person, [BO])
        assert work.people().keys() == {ADA}
        assert work.current(Note) == (NOTE,)


def test_no_byte_is_left_in_the_file_its_copies_or_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    fill(path)
    many = [
        replace(NOTE, id=f"n{n}", thing=f"n{n}", text=wrote(f"{MARK} " * (n * 97 % 1200)))
        for n in range(60)
    ]
    with open_store(path, NOON, write=True) as store, store.writing() as work:
        work.add(*many, replace(PERSON, id="p2", replaces=ADA, name=f"{MARK} Example"))
    copy_of_day(path, later(days=1))
    left = folder(path) / f"{path.stem}-2026-11-20.db.1f2e3d4c.part"
    left.write_bytes(MARK.encode())
    broken = folder(path) / f"{path.stem}-2026-11-21.db"
    broken.write_bytes(path.read_bytes()[:9000] + MARK.encode())
    copies = [each.path for each in list_copies(path)]
    assert {path, left, broken, copies[-1]} <= set(holds(tmp_path))
    with open_store(path, later(days=2), write=True) as store:
        with store.writing() as work:
            work.add(GONE)
        store.write_anew()
    found = clear_copies(path, [GONE], later(days=2))
    assert holds(tmp_path) == []
    assert found.removed == (broken,)
    assert {*found.rewritten, broken} >= set(copies)
    assert clear_copies(path, [GONE], later(days=2)).rewritten == ()  # once is enough
    for copy in (each.path for each in list_copies(path)):
        with open_store(copy, NOON, write=False) as store, store.reading() as work:
            assert work.current(Person) == ()
            assert GONE in work.current(Forgotten)
