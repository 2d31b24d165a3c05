"""Two people with a record each, and what goes from one to the other as it stands in a file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from ipsskills.codes import AssessmentKind, Basis, Role
from ipsskills.facts.exchange.parcels import ParcelTaken
from ipsskills.formats.exchange.bundle import Bundle, read_bundle, write_bundle
from ipsskills.framework.types import Framework
from ipsskills.record.custody.as_data import write_record
from ipsskills.record.store import open_store
from ipsskills.record.types import Parcel, Record
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.sharing.out import ToSend, keep_sent, prepare_parcel
from ipsskills.usecases.sharing.taking_in import take_in
from tests.conftest import Clock
from tests.memory import open_copy
from tests.usecases.builders import given

ADA, LEE = "Ada Example", "Lee Invented"


def make_home(framework: Framework, path: Path, clock: Clock, name: str, role: Role) -> Desk:
    """A record of somebody's own, which they begin; the file is open until the process ends."""
    nobody = Desk(framework, open_store(path, clock(), write=True), clock)
    return replace(nobody, me=introduce(nobody, name, role).id)


def make_two(framework: Framework, folder: Path, clock: Clock) -> tuple[Desk, Desk]:
    """Ada's record and Lee's; each has typed the other's name, so each has ids of their own."""
    ada = make_home(framework, folder / "ada.db", clock, ADA, Role.EMPLOYMENT_SPECIALIST)
    lee = make_home(framework, folder / "lee.db", clock, LEE, Role.TEAM_LEADER)
    add_person(ada, LEE, Role.TEAM_LEADER)
    return ada, lee


@contextmanager
def open_copies(two: tuple[Desk, Desk], clock: Clock) -> Iterator[tuple[Desk, Desk]]:
    """Give copies in memory of two desks that share a clock; ``clock`` goes on from there."""
    made = two[0].now
    assert isinstance(made, Clock)
    clock.at = made.at
    with (
        open_copy(two[0].store, clock()) as ada,
        open_copy(two[1].store, clock()) as lee,
    ):
        yield replace(two[0], store=ada, now=clock), replace(two[1], store=lee, now=clock)


def pack(desk: Desk, **wanted: Any) -> Bundle:
    """What goes, packed and read again, and kept as sent."""
    planned = prepare_parcel(desk, ToSend(**wanted))
    keep_sent(desk, planned)
    return read_bundle(write_bundle(planned.content))


def send(sender: Desk, receiver: Desk, *names: str, **wanted: Any) -> ParcelTaken:
    """Send from one record to another, and take it in there."""
    (taken,) = take_in(receiver, [pack(sender, **wanted)], names)
    return taken


def look_at(lee: Desk, answers: dict[str, str]) -> None:
    """Give and finish Lee's view of Ada on some units: "3O" is 3, observed; "u" was not seen."""
    with lee.reading() as view:
        about = find_person(view, ADA, None)
    seen = [given(i, a[0], basis=Basis(a[1]) if a[1:] else None) for i, a in answers.items()]
    take_answers(start(lee, about, tuple(answers), kind=AssessmentKind.SUPERVISOR), seen)


def list_kept(desk: Desk, without: Sequence[type[Record]] = (Parcel,)) -> dict[str, Any]:
    """Every version in a record as data, by id."""
    with desk.store.reading() as work:
        every = [each for each in work.everything() if isinstance(each, Record)]
    return {each.id: write_record(each) for each in every if not isinstance(each, tuple(without))}
