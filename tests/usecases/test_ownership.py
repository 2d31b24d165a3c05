"""Whose entries are: who corrects and takes them back, what brings them back, what "last" is."""

from datetime import date

import pytest

from ipsskills.codes import EntryKind, Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import Action, NewEntry
from ipsskills.usecases.entries.log import (
    add_entries,
    correct_entry,
    mark_action,
    remove_entry,
    start_log,
)
from ipsskills.usecases.entries.training_record import list_record
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person, join_people
from tests.conftest import Clock
from tests.usecases.builders import LEE, at_desk_of, counted
from tests.usecases.test_log import log, observe
from tests.words import wrote, wrote_values

ADA, KIM = "Ada Example", "Kim Colleague"
SUPERVISION, TRAINING = EntryKind.SUPERVISION, EntryKind.TRAINING


@pytest.fixture
def lee(desk: Desk) -> Desk:
    """Lee, who supervises Ada."""
    lee = at_desk_of(desk, LEE)
    edit_person(desk, None, supervisor=LEE)
    return lee


@pytest.fixture
def kim(desk: Desk) -> Desk:
    """Kim, who works beside Ada."""
    return at_desk_of(desk, KIM)


def held(desk: Desk, *actions: Action, minutes: int = 60) -> str:
    """Log an hour of Ada's by Lee and return the word that names it."""
    entry = log(desk, SUPERVISION, "Ada", minutes=minutes, actions=actions).entry
    return entry.handle


def titles(desk: Desk) -> set[str]:
    return {entry.kept.title for entry in list_record(desk, ADA).entries}


def test_who_wrote_it_and_who_supervises_may_take_it_back(desk: Desk, lee: Desk, kim: Desk) -> None:
    for by, entry in (
        (desk, log(desk, TRAINING, title="Own").entry),
        (lee, log(desk, TRAINING, title="Own, by the supervisor").entry),
        (lee, observe(lee, "Ada").entry),
        (kim, observe(kim, "Ada").entry),
        (lee, observe(kim, "Ada").entry),
    ):
        assert remove_entry(by, entry.handle).kept.thing == entry.kept.thing
    assert list_record(desk, None).entries == ()


def test_nobody_else_may_and_is_told_whose_it_is(desk: Desk, lee: Desk, kim: Desk) -> None:
    by_lee, own = observe(lee, "Ada").entry.handle, log(desk, TRAINING, title="Own").entry.handle
    before = counted(desk, "entry")
    for by, handle, whose, ask in (
        (desk, by_lee, f"{LEE}'s about {ADA}", f"Ask {LEE}:"),
        (kim, by_lee, f"{LEE}'s about {ADA}", f"Ask {LEE}:"),
        (kim, own, f"{ADA}'s", f"Ask {ADA} or {LEE}:"),
    ):
        for act in (
            lambda by=by, handle=handle: remove_entry(by, handle),
            lambda by=by, handle=handle: correct_entry(
                by, handle, EntryKind.TRAINING if handle == own else EntryKind.OBSERVATION, {}
            ),
            lambda by=by, handle=handle: start_log(
                by,
                None,
                EntryKind.TRAINING if handle == own else EntryKind.OBSERVATION,
                correct=handle,
            ),
        ):
            with pytest.raises(InvalidInput) as refused:
                act()
            assert f"24 Nov 2026 is {whose}. Nothing was changed." in refused.value.message
            assert refused.value.hint.startswith(ask)
    assert counted(desk, "entry") == before


def test_a_correction_by_the_supervisor_leaves_it_its_authors(desk: Desk, lee: Desk) -> None:
    handle = log(desk, TRAINING, title="Own").entry.handle
    correct_entry(lee, handle, TRAINING, {"hours": 2.0})
    assert correct_entry(desk, handle, TRAINING, {"hours": 3.0}).entry.kept.hours == 3
    edit_person(desk, None, clear=["supervisor"])
    with pytest.raises(InvalidInput, match="is Ada Example's"):
        remove_entry(lee, handle)
    assert remove_entry(desk, handle).by == ADA


def test_a_supervisor_of_before_and_one_who_left_may_not(desk: Desk, lee: Desk, kim: Desk) -> None:
    handle = log(desk, TRAINING, title="Own").entry.handle
    edit_person(desk, None, supervisor=KIM)
    with pytest.raises(InvalidInput):
        remove_entry(lee, handle)
    edit_person(desk, KIM, left=date(2026, 11, 1))
    with pytest.raises(InvalidInput, match=ADA):
        remove_entry(kim, handle)


def test_whoever_was_joined_is_the_author_still(desk: Desk, lee: Desk) -> None:
    other = at_desk_of(desk, "L. Invented")
    handle = observe(other, "Ada").entry.handle
    join_people(desk, LEE, "L. Invented")
    edit_person(desk, None, clear=["supervisor"])
    assert remove_entry(lee, handle).by == LEE


def test_last_is_the_last_about_the_person_named(desk: Desk, lee: Desk) -> None:
    own = log(desk, TRAINING, title="Ada's").entry
    log(lee, TRAINING, title="Lee's own")
    assert remove_entry(desk, "last").kept.thing == own.kept.thing
    with pytest.raises(NotFound, match=f"There is no entry about {ADA}"):
        remove_entry(desk, "last")
    theirs = observe(lee, "Ada").entry
    assert start_log(lee, "Ada", EntryKind.OBSERVATION, correct="last").entry is not None
    assert remove_entry(lee, "LAST ", "ada").kept.thing == theirs.kept.thing
    assert remove_entry(lee, "last").kept.title == "Lee's own"


def test_the_last_action_is_that_of_the_person_named(desk: Desk, lee: Desk) -> None:
    log(lee, SUPERVISION, minutes=30, actions=[Action(None, wrote("Lee's own"))])
    held(lee, Action("Ada", wrote("Ring")))
    assert mark_action(desk, "last").kept.title == "Ring", "whoever does it may tick it"
    assert mark_action(lee, "last", "Ada", undo=True).kept.title == "Ring"
    assert mark_action(lee, "last").kept.title == "Lee's own"
    with pytest.raises(InvalidInput, match="Lee Invented's about Ada Example"):
        correct_entry(desk, "last", EntryKind.ACTION, {"title": wrote("Not ring")})


def test_an_entry_of_another_is_not_changed_under_a_name(desk: Desk, lee: Desk) -> None:
    handle = held(lee)
    for act in (
        lambda: remove_entry(lee, handle, LEE),
        lambda: correct_entry(lee, handle, SUPERVISION, {"minutes": 5}, who=LEE),
        lambda: start_log(lee, LEE, SUPERVISION, correct=handle),
    ):
        with pytest.raises(NotFound, match=f"is about {ADA}, not {LEE}. Nothing was changed."):
            act()
    assert start_log(lee, None, SUPERVISION, correct=handle).name == ADA
    assert correct_entry(lee, handle, SUPERVISION, {"minutes": 5}).entry.about == ADA


# Brought back.


def test_what_was_taken_back_is_brought_back_as_it_was(desk: Desk, lee: Desk) -> None:
    kept = log(desk, TRAINING, title="Money", hours=2.0, items=("3.7",)).entry
    remove_entry(desk, kept.handle)
    assert list_record(desk, None).entries == ()
    back = remove_entry(desk, kept.handle, undo=True)
    assert (back.kept.title, back.kept.hours, back.kept.items) == ("Money", 2.0, ("3.7",))
    assert titles(desk) == {"Money"}
    with pytest.raises(NotFound, match="that was taken back"):
        remove_entry(desk, kept.handle, undo=True)


def test_the_last_that_was_taken_back_of_the_person_named(desk: Desk, lee: Desk) -> None:
    first, second = (log(desk, TRAINING, title=title).entry for title in ("First", "Second"))
    remove_entry(desk, second.handle)
    remove_entry(desk, first.handle)
    log(lee, TRAINING, title="Lee's")
    remove_entry(lee, "last")
    assert remove_entry(desk, "last", undo=True).kept.title == "First"
    assert remove_entry(lee, "last", ADA, undo=True).kept.title == "Second"
    with pytest.raises(NotFound, match=f"There is nothing taken back about {ADA}"):
        remove_entry(desk, "last", undo=True)


def test_only_who_may_take_it_back_brings_it_back(desk: Desk, lee: Desk) -> None:
    handle = held(lee)
    remove_entry(lee, handle)
    with pytest.raises(InvalidInput, match="Lee Invented's about Ada Example"):
        remove_entry(desk, handle, undo=True)
    assert remove_entry(lee, "last", "Ada", undo=True).kept.minutes == 60


def test_its_actions_come_back_with_it(desk: Desk, lee: Desk) -> None:
    handle = held(lee, Action("Ada", wrote("Ring")), Action(None, wrote("Book")))
    early = log(lee, SUPERVISION, "Ada", minutes=20, actions=[Action(None, wrote("Other"))])
    ring = next(e for e in list_record(desk, None).entries if e.kept.title == "Ring")
    remove_entry(lee, ring.handle)
    remove_entry(lee, handle)
    remove_entry(lee, "last", "Ada", undo=True)
    assert titles(desk) == {"Supervision", "Book", "Other"}, (
        "what was taken back by itself stays so"
    )
    book = next(e for e in list_record(desk, None).entries if e.kept.title == "Book")
    assert book.part_of == handle
    assert {e.part_of for e in list_record(desk, None).entries if e.kept.title == "Other"} == {
        early.entry.handle
    }


def test_an_action_that_went_back_to_an_earlier_hour_returns(
    desk: Desk, lee: Desk, clock: Clock
) -> None:
    first = log(lee, SUPERVISION, "Ada", minutes=60, actions=[Action(None, wrote("Book"))])
    clock.forward(days=7)
    new = NewEntry(SUPERVISION, wrote_values({"minutes": 30}))
    (later,) = add_entries(lee, "Ada", [new], carried=[first.actions[0].handle])
    remove_entry(lee, later.entry.handle)
    mark_action(desk, first.actions[0].handle)
    remove_entry(lee, later.entry.handle, undo=True)
    (book,) = [e for e in list_record(desk, None).entries if e.kept.title == "Book"]
    assert (book.part_of, book.kept.done) == (later.entry.handle, date(2026, 12, 1))


# Who the other one was.


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Nobody Here", "There is nobody called 'Nobody Here' here."),
        ("Sam", "'Sam' could be: Sam One, Sam Two."),
    ],
)
@pytest.mark.parametrize("kind", [SUPERVISION, EntryKind.OBSERVATION])
def test_the_other_one_is_somebody_in_the_record(
    desk: Desk, kind: EntryKind, who: str, told: str
) -> None:
    for name in ("Sam One", "Sam Two"):
        add_person(desk, name, Role.EMPLOYMENT_SPECIALIST)
    fields = {"minutes": 60} if kind is SUPERVISION else {"title": "A visit", "way": "watched"}
    before = counted(desk, "entry")
    with pytest.raises(NotFound) as refused:
        log(desk, kind, who=who, **fields)
    assert refused.value.message == told
    assert counted(desk, "entry") == before
    assert log(desk, kind, who="two, sam", **fields).entry.who == "Sam Two"


def test_nobody_is_the_other_one_of_their_own_hour(desk: Desk) -> None:
    for name in ("ada", "Example, Ada"):
        with pytest.raises(InvalidInput, match="Ada Example is one of the two already"):
            log(desk, SUPERVISION, minutes=60, who=name)


def test_among_other_words_a_name_that_means_two_is_refused(desk: Desk) -> None:
    for name in ("Sam One", "Sam Two"):
        add_person(desk, name, Role.EMPLOYMENT_SPECIALIST)
    for who in ("a colleague", "the adviser", "Dr Who"):
        assert log(desk, EntryKind.EVIDENCE, title="E", items=("3.8",), who=who).entry.who == who
    assert (
        log(desk, EntryKind.EVIDENCE, title="E", items=("3.8",), who="one").entry.who == "Sam One"
    )
    before = counted(desk, "entry")
    with pytest.raises(NotFound, match="Sam One, Sam Two"):
        log(desk, EntryKind.EVIDENCE, title="E", items=("3.8",), who="Sam")
    with pytest.raises(NotFound, match="Sam One, Sam Two"):
        log(desk, SUPERVISION, minutes=60, actions=[Action("sam", wrote("Ring"))])
    assert counted(desk, "entry") == before
