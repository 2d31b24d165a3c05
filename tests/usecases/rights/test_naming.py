"""Words that go and may name others in the record are told before they go, by their ids."""

import pytest

from ipsskills.codes import EntryKind
from ipsskills.pages.compose.sharing.going import compose_going
from ipsskills.pages.compose.sharing.planned import compose_planned, compose_planned_for_them
from ipsskills.pages.writers.text import to_text
from ipsskills.record.types import Note
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.sharing.out import ToSend, prepare_parcel
from ipsskills.usecases.sharing.sent_page import read_sent_page
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, given
from tests.usecases.lived import live_once
from tests.words import wrote

BRAM = "Bram Quillfeather"


def live_named(desk: Desk, _: Clock) -> None:
    """Give Ada's desk, where a shared note, a private one, and an entry name Bram or Lee."""
    at_desk_of(desk, LEE)
    at_desk_of(desk, BRAM)
    answers = {
        "3.8": given("3.8", "2", note=f"{BRAM} did it better than Ada.", shared=True),
        "3.9": given("3.9", "2", note=f"As {BRAM} says.", shared=False),
        "3.10": given("3.10", "2", note=f"{LEE} and Ada Example saw it.", shared=True),
    }
    assess(desk, answers)
    told = {"title": wrote("Shadowing"), "text": wrote("With Quillfeather"), "items": ("3.8",)}
    add_entries(desk, None, [NewEntry(EntryKind.TRAINING, told)])


@pytest.fixture
def named(desk: Desk) -> Desk:
    return live_once(desk, live_named)


def words_of(page: object) -> str:
    return " ".join(to_text(page).split())  # type: ignore[arg-type]


def test_a_file_names_whom_its_words_may_name_and_where(named: Desk) -> None:
    planned = prepare_parcel(named, ToSend(to=LEE))
    with named.reading() as view:
        (note,) = [n for n in view.current(Note) if "better" in str(n.text)]
    (first, second) = sorted(planned.naming, key=lambda each: each.kind, reverse=True)
    assert (first.kind, second.kind) == ("training", "note")
    assert (second.handle, second.names) == (note.id[-6:], (BRAM,))
    page = words_of(compose_planned(planned))
    goes, stays = page.split("STAYS HERE")
    assert f"2 texts that may name {BRAM}: " in goes
    assert f"{second.handle} (note of 24 Nov 2026)" in goes
    assert "Read them first" in goes
    assert "may name Lee" not in page  # they go to Lee, and are by Ada about herself
    assert "what is kept about others" in stays
    assert "everything about others" not in page


def test_the_page_of_a_handover_for_the_person_has_nothing_for_whoever_sends_it(
    named: Desk,
) -> None:
    at_desk_of(named, "Nia New")
    lee = at_desk_of(named, LEE)
    held = {"title": wrote("Supervision"), "minutes": 60, "text": wrote(f"As {BRAM} does it")}
    add_entries(lee, "Ada", [NewEntry(EntryKind.SUPERVISION, held)])
    planned = prepare_parcel(lee, ToSend(who="Ada", to="Nia", handover=True))
    assert BRAM in words_of(compose_planned(planned))
    theirs = words_of(compose_planned_for_them(planned))
    assert (BRAM in theirs, "Read " in theirs) == (False, False)


def test_a_page_names_those_of_the_words_that_stand_on_it(named: Desk) -> None:
    page = words_of(compose_going(read_sent_page(named, None, LEE)))
    assert f"1 text that may name {BRAM}: " in page
    assert "(note of 24 Nov 2026). Read it first" in page


def test_what_somebody_was_called_before_is_found_and_told_by_their_name(named: Desk) -> None:
    edit_person(named, BRAM, name="Bram Other")
    planned = prepare_parcel(named, ToSend(to=LEE))
    assert {each.names for each in planned.naming} == {("Bram Other",)}
    assert len(planned.naming) == 2
