"""Records that differ only in what one of two people answered, to see what the other is shown."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from ipsskills.codes import (
    AssessmentKind,
    Basis,
    Behind,
    Code,
    EntryKind,
    ParcelKind,
    ParcelWay,
    Role,
)
from ipsskills.formats.answers import Given
from ipsskills.formats.exchange.sealed import make_secret
from ipsskills.framework.types import Framework
from ipsskills.record.sql.database import Database
from ipsskills.record.sqlite.engine import connect
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import AloneFirst, Parcel, Rating
from ipsskills.usecases.assessments.agree import agree
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.handles import Named, find_entry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.interview.commands import Give, NoteText, Write
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import agree as agree_plan
from ipsskills.usecases.plans.life import drop_goal
from ipsskills.usecases.rights.contesting import contest
from ipsskills.usecases.rights.redacting import ask_to_redact
from tests.conftest import NOON
from tests.contract.calls import ADA, Stand
from tests.usecases.builders import LEE, REASON, UNITS, me
from tests.words import wrote

View = tuple[str, str]  # answers, and what is in each note

# The person's own and the supervisor's, two of each, as far apart as can be; the same in how much
# is answered.
OWN: tuple[View, View] = (
    ("3" * 27 + "n", "kestrel over the weir"),
    ("0102x12n0102x12n0102x12n010n", "harrier on the marsh"),
)
THEIRS: tuple[View, View] = (
    ("3" * 27 + "u", "plover at the ford"),
    ("0102x12u0102x12u0102x12u010u", "dunlin by the quay"),
)

MARKED = ("1.1", "3.8")

SECRET_KEY = make_secret()  # one for all: keys are drawn, and differ for no reason of ours


class Still:
    """A clock that goes on a second at each look, and ids that are counted from a new start at each
    stage.

    So two records that differ in answers alone have the same times and ids in all else.
    """

    def __init__(self) -> None:
        self.at, self.numbers = NOON, count(1)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def go_on(self, stage: int) -> None:
        """Begin the next stage, a day later."""
        self.at = NOON + timedelta(days=stage)
        self.numbers = count(stage * 100_000)

    @contextmanager
    def ids(self) -> Iterator[None]:
        """Give ids that are counted, not drawn; a copy for the day is made of no such record."""
        with (
            patch("ipsskills.record.ids.draw_bits", lambda: next(self.numbers)),
            patch("ipsskills.record.store.uuid4", lambda: "record"),
            patch("ipsskills.record.sqlite.backup.backup_daily", lambda *_: None),
            patch("ipsskills.usecases.sharing.keys.make_secret", lambda: SECRET_KEY),
        ):
            yield


def give(letters: str, note: str, *, theirs: bool, marked: bool = False) -> list[Given]:
    """Return answers to all units, each with a note that is shared, a mark and what it rests on.

    Where they are ``marked``, the marks are the same whatever the answers are.
    """
    return [
        Given(
            item=unit,
            code=Code(letter),
            reason=REASON if letter == "x" else None,
            basis=Basis.OBSERVED if theirs and letter != "u" else None,
            bring=not theirs and (unit in MARKED if marked else letter in "01"),
            behind=Behind.TIME if not theirs and letter == "0" else None,
            note=wrote(f"{note} {unit}"),
            shared=True,
        )
        for unit, letter in zip(UNITS, letters, strict=True)
    ]


def make(framework: Framework, path: Path, own: View, theirs: View, *, came: bool) -> None:
    """Make a record of Ada and Lee, who have finished views and goals.

    ``came`` is whether each view came by file before the other had looked; the marks are the same
    in any two then.
    """
    clock = Still()
    with clock.ids(), open_store(path, clock(), write=True) as store:
        nobody = Desk(framework, store, clock)
        desk = replace(nobody, me=introduce(nobody, ADA, Role.EMPLOYMENT_SPECIALIST).id)
        lee = replace(desk, me=add_person(desk, LEE, Role.TEAM_LEADER, "North").id)
        add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST, "North")
        edit_person(desk, None, supervisor=LEE, team="North")
        take_answers(start(desk, me(desk), UNITS), give(*own, theirs=False, marked=came))
        clock.go_on(1)
        keep_parcel(lee, desk.me or "")
        take_answers(open_view(lee, desk), give(*theirs, theirs=True))
        clock.go_on(2)
        agree(desk, None, "3.2", Code(own[0][13]), wrote(f"{own[1]} and {theirs[1]}"))
        clock.go_on(3)
        add_goals(desk, None, ["3.8", "3.13", "1.1"])
        drop_goal(desk, None, "3", wrote("Not now."))
        agree_plan(desk, None, LEE)
        log(lee)
        contest(desk, "last", wrote("It was the other way round."))
        for each in (desk, lee):
            put_right(each)
        if came:
            with desk.writing() as view:
                view.add(*keep_both_apart(desk.me or "", lee))
                asked = find_entry(view, Named("last")).thing
            ask_to_redact(lee, asked, ADA)


def open_drafts(framework: Framework, path: Path, own: View, theirs: View) -> None:
    """Let both of a record that was made look alone again."""
    clock = Still()
    clock.go_on(4)
    with clock.ids(), open_store(path, clock(), write=True) as store:
        desk, lee = (Desk(framework, store, clock, who) for who in find_people(store, ADA, LEE))
        begin_again(start(desk, me(desk), UNITS), own)
        clock.go_on(5)
        begin_again(open_view(lee, desk), theirs)


def find_people(store: Store, *names: str) -> list[str]:
    """Return the ids of people by their names."""
    with store.reading() as work:
        ids = {person.name: person.thing for person in work.people().values()}
    return [ids[name] for name in names]


def keep_both_apart(ada: str, lee: Desk) -> Iterator[AloneFirst]:
    """Yield that what came of each is kept from the other, as taking a file in says it."""
    for rater, reader in ((ada, lee.me), (lee.me, ada)):
        yield lee.pen().first(
            AloneFirst, about=ada, rater=rater, reader=reader, units=UNITS, since=lee.today
        )


def keep_parcel(lee: Desk, ada: str) -> None:
    """Keep that a file came from Ada, in which nothing was new."""
    with lee.writing() as view:
        way, kind = ParcelWay.IN, ParcelKind.RECORDS
        view.add(view.first(Parcel, about=ada, way=way, kind=kind, on=view.today, digest="0"))


def put_right(desk: Desk) -> None:
    """Keep one more version of an answer that was finished, as whoever reads it again may."""
    with desk.writing() as view:
        (seen,) = view.current(Rating, author=desk.me or "", item="1.1")
        view.add(view.next(seen, bring=True))


def open_view(lee: Desk, ada: Desk) -> Session:
    return start(lee, me(ada), UNITS, kind=AssessmentKind.SUPERVISOR)


def begin_again(session: Session, view: View) -> None:
    """Answer a few questions of a draft that stays open."""
    for letter in ("3" if view[0].startswith("3") else "1", view[0][0]):
        session.press(Write(NoteText(wrote(view[1]), shared=True)))
        session.press(Give(Code(letter)))


def log(lee: Desk) -> None:
    """Record a supervision with an action, and what Ada has to show."""
    supervision = NewEntry(
        EntryKind.SUPERVISION,
        {"minutes": 60, "text": wrote("Money talks.")},
        (Action(ADA, wrote("ring")),),
    )
    evidence = NewEntry(EntryKind.EVIDENCE, {"title": wrote("A visit plan"), "items": ("3.13",)})
    add_entries(lee, ADA, [evidence, supervision])


class Copy(ABC):
    """A copy of a record, open for writing, on which use cases are called: put back each time."""

    store: Store

    @cached_property
    def people(self) -> dict[str, str]:
        """The ids of the two who work here, by their names."""
        return dict(zip((ADA, LEE), find_people(self.store, ADA, LEE), strict=True))

    @abstractmethod
    def put_back(self) -> None:
        """Have the record again as it was made, if it was changed."""

    @abstractmethod
    def is_changed(self) -> bool:
        """Whether it was changed since it was put back; what was undone may count as a change."""

    @abstractmethod
    def holds(self, text: bytes) -> bool:
        """Whether a text stands anywhere in the record."""

    def close(self) -> None:
        """Close the copy."""
        self.store.close()


class Nested(Database):
    """A database in memory whose transactions are parts of one that is never ended.

    So all that was done since it was begun is undone at once.
    """

    def __init__(self, record: Path) -> None:
        empty = connect(None)
        with closing(connect(record)) as made:
            made.raw.backup(empty.raw)
        super().__init__(empty.raw, empty.dialect)
        self.raw.execute("BEGIN")
        self.raw.execute("SAVEPOINT made")

    def undo_all(self) -> None:
        """Undo all that was ever done."""
        self.raw.execute("ROLLBACK TO made")

    @contextmanager
    def transaction(self, *, writing: bool = False) -> Iterator[None]:  # noqa: ARG002 - either way
        """Hold a part of the one transaction, which is kept as a whole or undone."""
        self.raw.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self.raw.execute("ROLLBACK TO part")
            raise
        finally:
            self.raw.execute("RELEASE part")


class InMemory(Copy):
    """A copy that stays open in memory: most use cases do not ask where the record is."""

    def __init__(self, record: Path) -> None:
        self._database = Nested(record)
        self._before = self._database.raw.total_changes
        self.store = Store(self._database, None)

    def put_back(self) -> None:
        """Have the record again as it was made, if it was changed."""
        if self.is_changed():
            self._database.undo_all()
            self._before = self._database.raw.total_changes

    def is_changed(self) -> bool:
        """Whether any row was put in, changed or taken out."""
        return bool(self._database.raw.total_changes != self._before)

    def holds(self, text: bytes) -> bool:
        """Whether a text stands in it; a row is never cut in two there, as all that is written
        here is far shorter than a page of it.
        """
        return text in self._database.raw.serialize()


class InFile(Copy):
    """A copy in a file of its own, for use cases that know the file."""

    def __init__(self, record: Path, path: Path) -> None:
        self._record, self._path = record, path
        self._copy()

    def put_back(self) -> None:
        """Copy the record anew, and open the copy."""
        self.store.close()
        self._copy()

    def is_changed(self) -> bool:
        """Whether SQLite counted a change at the head of the file."""
        return self._count() != self._before

    def holds(self, text: bytes) -> bool:
        """Whether a text stands in it, as in one in memory."""
        return text in self._path.read_bytes()

    def _copy(self) -> None:
        shutil.copy(self._record, self._path)
        beside = self._path.with_name(f"{self._path.stem}-backups")
        shutil.rmtree(beside, ignore_errors=True)  # of the one before
        self._before = self._count()
        self.store = open_store(self._path, NOON, write=True)

    def _count(self) -> bytes:
        with self._path.open("rb") as file:
            return file.read(28)[24:]


# Whose use cases know the file of the record; any other that asks where it is, is told it is here.
IN_A_FILE = ("rights.", "people.introduce.")


class Anywhere(Desk):
    """A desk at a record that is in no file: whoever asks for the file has to be given one."""

    @property
    def record(self) -> Path | None:
        """Raise what says so."""
        raise AssertionError("it asks for the record's file: its name belongs in IN_A_FILE")


@pytest.fixture(scope="module")
def records(
    framework: Framework, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Copy]]:
    """Return what gives a record for a use case: which answers, and whether drafts are open.

    Each is made once.
    """
    place = tmp_path_factory.mktemp("copy") / "record.db"  # the same for all, as it is told
    made: dict[tuple[Any, ...], Path] = {}
    copies: dict[tuple[Path, bool], Copy] = {}

    def find_made(own: int, theirs: int, *, drafts: bool, came: bool) -> Path:
        key = (own, theirs, drafts, came)
        if key not in made:
            path = tmp_path_factory.mktemp("record") / "record.db"
            views = OWN[own], THEIRS[theirs]
            if drafts:
                shutil.copy(find_made(own, theirs, drafts=False, came=came), path)
                open_drafts(framework, path, *views)
            else:
                make(framework, path, *views, came=came)
            made[key] = path
        return made[key]

    def find(
        name: str, own: int = 0, theirs: int = 0, *, drafts: bool = False, came: bool = False
    ) -> Copy:
        record = find_made(own, theirs, drafts=drafts, came=came)
        in_file = name.startswith(IN_A_FILE)
        if (record, in_file) not in copies:
            copies[record, in_file] = InFile(record, place) if in_file else InMemory(record)
        return copies[record, in_file]

    yield find
    for copy in copies.values():
        copy.close()


@contextmanager
def stand(framework: Framework, copy: Copy, who: str, words: Any) -> Iterator[Stand]:
    """Give a desk at a copy of a record, three days on, at which somebody works."""
    copy.put_back()
    clock = Still()
    clock.go_on(6)
    desk = Desk if isinstance(copy, InFile) else Anywhere
    with clock.ids():
        yield Stand(desk(framework, copy.store, clock, copy.people[who]), words)
