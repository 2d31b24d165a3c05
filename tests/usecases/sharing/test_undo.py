"""Files listed, and a wrong one taken back whole while nothing rests on it."""

from collections.abc import Iterator
from datetime import date

import pytest

from ipsskills.codes import ApartEnd, EntryKind, HoldReason, OpenMatter, ParcelWay, Role
from ipsskills.errors import InvalidInput, NotFound, UnderHold
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.sharing.listed import compose_undone
from ipsskills.pages.compose.sharing.told import compose_told
from ipsskills.record.types import AloneFirst, Entry, Goal, Note, Person, Rating
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.plans.add import add_goals
from ipsskills.usecases.plans.life import agree as agree_plan
from ipsskills.usecases.rights.holding import end_hold, hold
from ipsskills.usecases.sharing.alone import read_together
from ipsskills.usecases.sharing.listed import list_parcels
from ipsskills.usecases.sharing.taking_in import take_in
from ipsskills.usecases.sharing.undo import look_at_undo, undo_parcel
from tests.conftest import Clock
from tests.usecases.builders import assess, given
from tests.usecases.sharing.homes import (
    ADA,
    LEE,
    list_kept,
    look_at,
    make_two,
    open_copies,
    pack,
    send,
)
from tests.words import wrote

Two = tuple[Desk, Desk]


@pytest.fixture(scope="module")
def made(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    ada, lee = make_two(framework, tmp_path_factory.mktemp("homes"), Clock())
    assess(ada, {"3.8": given("3.8", "1", note="I freeze.", shared=True)})
    add_goals(ada, None, ["3.8"])
    add_entries(
        ada, None, [NewEntry(EntryKind.TRAINING, {"title": wrote("Money"), "items": ("3.8",)})]
    )
    yield ada, lee
    ada.store.close()
    lee.store.close()


@pytest.fixture
def homes(made: Two, clock: Clock) -> Iterator[Two]:
    """Copies of both in memory, of this test's own."""
    with open_copies(made, clock) as copies:
        yield copies


def test_every_file_is_listed_with_its_number(homes: Two) -> None:
    ada, lee = homes
    assert list_parcels(lee).parcels == ()
    send(ada, lee, to=LEE)
    pack(lee, who=ADA)
    assert [(p.number, p.way, p.with_whom, p.about) for p in list_parcels(lee).parcels] == [
        (2, ParcelWay.OUT, ADA, ADA),
        (1, ParcelWay.IN, ADA, ADA),
    ]
    assert [(p.number, p.way, p.with_whom) for p in list_parcels(ada).parcels] == [
        (1, ParcelWay.OUT, LEE)
    ]


def test_of_many_people_the_files_of_one_are_listed_with_their_numbers(homes: Two) -> None:
    _, lee = homes
    add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST)
    add_person(lee, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)
    assess(lee, {"1.1": "3"})
    for to in (ADA, "Bo Sample", ADA):
        pack(lee, to=to)
    assert [parcel.number for parcel in list_parcels(lee, "Bo").parcels] == [2]
    assert [parcel.number for parcel in list_parcels(lee, "Ada").parcels] == [3, 1]
    assert [parcel.number for parcel in list_parcels(lee, LEE).parcels] == [3, 2, 1], "about Lee"


def test_a_look_that_came_is_open_in_the_list_until_its_reader_looked_too(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    (waiting,) = list_parcels(lee).parcels
    assert waiting.open == (OpenMatter.LOOK,)
    assert list_parcels(ada).parcels[0].open == ()
    look_at(lee, {"3.8": "3O"})
    assert [parcel.open for parcel in list_parcels(lee).parcels] == [()]


def test_a_file_that_is_taken_back_is_gone_but_for_names_and_may_come_again(homes: Two) -> None:
    ada, lee = homes
    content = pack(ada, to=LEE)
    take_in(lee, [content])
    came = list_kept(lee)
    looked = look_at_undo(lee)
    undone = undo_parcel(lee)
    assert undone == looked
    assert len(undone.gone.looks) == 1
    left = list_kept(lee)
    assert {row["name"] for row in left.values()} == {ADA, LEE}
    assert list_parcels(lee).parcels[0].undone
    with pytest.raises(NotFound, match="Nothing came in"):
        undo_parcel(lee)
    take_in(lee, [content])
    assert list_kept(lee).keys() >= {each for each, row in came.items() if "reader" not in row}


def test_people_stay_and_so_does_what_was_said_of_who_they_are(homes: Two) -> None:
    ada, lee = homes
    typed = add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST)
    content = pack(ada, to=LEE)
    take_in(lee, [content], [ADA])
    undo_parcel(lee)
    take_in(lee, [content])
    with lee.reading() as view:
        assert view.survivor(typed.id) == ada.me


def test_it_stays_while_something_rests_on_it(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    with lee.writing() as view:
        (goal,) = view.current(Goal)
        view.add(view.next(goal, title=wrote("In other words")))
        entry = view.current(Entry)[0]
        view.add(view.first(Note, about=ada.me, subject=entry.thing, text=wrote("Well put.")))
    before = list_kept(lee, without=())
    with pytest.raises(InvalidInput, match="rests on it") as caught:
        undo_parcel(lee)
    assert "a note" in caught.value.message
    assert list_kept(lee, without=()) == before


def test_what_was_only_kept_apart_is_not_told_as_looked_at_together(homes: Two) -> None:
    ada, lee = homes
    assert send(ada, lee, to=LEE).apart
    assert "together" not in compose_undone(undo_parcel(lee))


def test_who_came_by_it_is_told_to_stay_and_nobody_who_was_here(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    told = compose_undone(undo_parcel(lee))
    assert f"\n{ADA} stays in the list of people: " in told
    assert LEE not in told.partition("stays in")[0].rpartition("\n")[2]


def test_a_file_whose_newer_version_of_the_plan_goes_is_told_as_that(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    look_at(lee, {"3.8": "1M"})
    agree_plan(lee, ADA, with_whom=LEE)
    taken = send(lee, ada, LEE, who=ADA)
    assert compose_told(taken.met.new)[1] == "the plan: 1 goal agreed"
    assert compose_told(undo_parcel(ada).gone)[1] == "the plan: 1 goal agreed"


def test_what_was_read_together_goes_too_and_that_it_was_read_stays(
    homes: Two, clock: Clock
) -> None:
    ada, lee = homes
    assert send(ada, lee, to=LEE).apart
    assert look_at_undo(lee).read_on is None
    clock.forward(days=1)
    read_together(lee, ADA)
    looked = look_at_undo(lee)
    undone = undo_parcel(lee)
    assert undone == looked
    assert undone.read_on == date(2026, 11, 25)
    assert "That you read its answers on 25 Nov" in compose_undone(undone)
    with lee.reading() as view:
        assert view.current(Rating) == ()
        (read,) = view.current(AloneFirst)
    assert read.how is ApartEnd.TOGETHER


def test_what_was_read_stays_read_when_the_file_comes_again(homes: Two, clock: Clock) -> None:
    ada, lee = homes
    file = pack(ada, to=LEE)
    take_in(lee, [file])
    read_together(lee, ADA)
    clock.forward(days=1)
    assess(ada, {"3.8": "2", "3.13": "3"})
    later = pack(ada, to=LEE)
    undo_parcel(lee)
    (again,) = take_in(lee, [file])
    assert again.apart == ()
    with lee.reading() as view:
        assert [each.item for each in view.current(Rating)] == ["3.8"]
    (more,) = take_in(lee, [later])  # what came since was read by nobody
    assert more.apart == ("3.8", "3.13")


def test_the_later_file_of_two_goes_first(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    add_entries(ada, None, [NewEntry(EntryKind.TRAINING, {"title": wrote("More"), "items": ()})])
    send(ada, lee, to=LEE)
    with pytest.raises(InvalidInput, match="A later file"):
        undo_parcel(lee, 1)
    assert [(e.kind, e.count) for e in undo_parcel(lee, 2).gone.entries] == [
        (EntryKind.TRAINING, 1)
    ]
    undo_parcel(lee, 1)
    with lee.reading() as view:
        assert view.current(Entry) == ()


def test_what_went_out_cannot_be_taken_back_and_numbers_are_looked_up(homes: Two) -> None:
    ada, _ = homes
    pack(ada, to=LEE)
    with pytest.raises(InvalidInput, match="went out"):
        undo_parcel(ada, 1)
    with pytest.raises(NotFound, match="no file 7"):
        look_at_undo(ada, 7)


def test_nothing_is_taken_back_while_a_hold_stands(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    hold(lee, ADA, HoldReason.REQUEST)
    with pytest.raises(InvalidInput, match="held since"):
        undo_parcel(lee)
    with lee.reading() as view:
        assert len(view.current(Person)) > 1


def test_nothing_that_names_somebody_held_is_taken_back(homes: Two) -> None:
    ada, lee = homes
    assess(ada, {"3.8": given("3.8", "1", note="Kim Other led it.", shared=True)})
    send(ada, lee, to=LEE)
    add_person(lee, "Kim Other", Role.EMPLOYMENT_SPECIALIST)
    hold(lee, "Kim Other", HoldReason.REQUEST)
    with pytest.raises(UnderHold, match=r"name Kim Other, who is held since .* \(note\)"):
        undo_parcel(lee)
    end_hold(lee, "Kim Other")
    undo_parcel(lee)
