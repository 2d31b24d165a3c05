"""Records that differ only in what one of two people answered, to see what the other is shown."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
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
from ipsskills.record.store import open_store
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

OWN = "the person's own answers"
THEIRS = "the supervisor's answers"

# Two of each, as far apart as can be; the same in how much is answered.
ANSWERS: Mapping[str, tuple[str, str]] = {
    OWN: ("3" * 27 + "n", "0102x12n0102x12n0102x12n010n"),
    THEIRS: ("3" * 27 + "u", "0102x12u0102x12u0102x12u010u"),
}
NOTES: Mapping[str, tuple[str, str]] = {
    OWN: ("kestrel over the weir", "harrier on the marsh"),
    THEIRS: ("plover at the ford", "dunlin by the quay"),
}


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


def make(
    framework: Framework, path: Path, which: Mapping[str, int], *, drafts: bool, came: bool
) -> None:
    """Make a record of Ada and Lee, who have finished views and goals; with ``drafts`` both look
    alone again. ``which`` says for each of the two which answers are theirs. ``came`` is whether
    each view came by file before the other had looked; the marks are the same in any two then.
    """
    own, theirs = ((ANSWERS[k][which[k]], NOTES[k][which[k]]) for k in (OWN, THEIRS))
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
        if drafts:
            clock.go_on(4)
            begin_again(start(desk, me(desk), UNITS), own)
            clock.go_on(5)
            begin_again(open_view(lee, desk), theirs)


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


def begin_again(session: Session, view: tuple[str, str]) -> None:
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


@pytest.fixture(scope="module")
def records(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return what makes a record once: which answers, and whether drafts are open."""
    made: dict[tuple[Any, ...], Path] = {}

    def find(own: int = 0, theirs: int = 0, *, drafts: bool = False, came: bool = False) -> Path:
        key = (own, theirs, drafts, came)
        if key not in made:
            path = tmp_path_factory.mktemp("record") / "record.db"
            make(framework, path, {OWN: own, THEIRS: theirs}, drafts=drafts, came=came)
            made[key] = path
        return made[key]

    return find


@contextmanager
def stand(framework: Framework, record: Path, copy: Path, who: str, words: Any) -> Iterator[Stand]:
    """Give a desk at a copy of a record, three days on, at which somebody works."""
    shutil.copy(record, copy)
    shutil.rmtree(copy.with_name(f"{copy.stem}-backups"), ignore_errors=True)  # of the one before
    clock = Still()
    clock.go_on(6)
    with clock.ids(), open_store(copy, clock(), write=True) as store:
        with store.reading() as work:
            person = next(each for each in work.people().values() if each.name == who)
        yield Stand(Desk(framework, store, clock, person.thing), words)
