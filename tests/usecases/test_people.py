"""People are found by the name a person would type; no name is taken twice."""

import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipsskills.cli.output.spelling import spell_text
from ipsskills.cli.prompts.introduce import WHAT_IS_KEPT
from ipsskills.codes import Role
from ipsskills.errors import ChangedElsewhere, InvalidInput, NotFound
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.colleagues import list_names
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.introduce import (
    check_supervisor,
    introduce,
    is_known,
    start_introduce,
)
from ipsskills.usecases.people.people import find_person, list_people
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import counted
from tests.usecases.lived import live_once

SPECIALIST, LEADER = Role.EMPLOYMENT_SPECIALIST, Role.TEAM_LEADER


def live_service(desk: Desk, _: Clock) -> None:
    """Ada Example, who is me, and four others."""
    for name in ("Adam Example", "Bola Sample", "Zoë Straße", "Sam"):
        add_person(desk, name, SPECIALIST)
    add_person(desk, "Sam Sample", LEADER, "North")


@pytest.fixture
def service(desk: Desk) -> Desk:
    return live_once(desk, live_service)


def found(desk: Desk, who: str | None) -> str:
    with desk.reading() as work:
        return find_person(work, who, desk.me).name


@try_each(
    ("who", "name"),
    [
        (None, "Ada Example"),
        ("Bola Sample", "Bola Sample"),
        ("bola", "Bola Sample"),
        ("  BOLA ", "Bola Sample"),
        ("adam", "Adam Example"),
        ("ada e", "Ada Example"),
        ("Sam", "Sam"),
        ("sam s", "Sam Sample"),
        ("zoë", "Zoë Straße"),
        (unicodedata.normalize("NFD", "ZOË"), "Zoë Straße"),
        ("STRASSE", "Zoë Straße"),
    ],
)
def test_a_person_is_found_by_what_one_would_type(
    service: Desk, who: str | None, name: str
) -> None:
    assert found(service, who) == name


def test_a_person_is_found_by_id(service: Desk) -> None:
    assert found(service, service.me) == "Ada Example"


@pytest.mark.parametrize(
    ("who", "candidates"),
    [("ada", "Ada Example, Adam Example"), ("sample", "Bola Sample, Sam Sample")],
)
def test_a_name_that_could_be_several_lists_them(service: Desk, who: str, candidates: str) -> None:
    with pytest.raises(NotFound) as several:
        found(service, who)
    assert several.value.message == f"'{who}' could be: {candidates}."
    assert several.value.hint == "Type more of the name."


@try_each("who", ["Cerys", "", "  ", "Quentin  Nowhere"])
def test_nobody_of_that_name(service: Desk, who: str) -> None:
    with pytest.raises(NotFound) as nobody:
        found(service, who)
    assert nobody.value.message == f"There is nobody called '{who}' here."
    name = " ".join(who.split())
    add = f'"{name}"' if " " in name else name
    new = f"Somebody new: ipsskills people add {add}. " if name else ""
    assert spell_text(nobody.value.hint) == f"{new}See who is: ipsskills people list"


def test_who_am_i_has_to_be_known(service: Desk) -> None:
    with pytest.raises(NotFound, match="who you are") as unknown:
        found(replace(service, me=None), None)
    assert spell_text(unknown.value.hint) == "Type: ipsskills init"


@try_each("name", ["Ada Example", "ada example", " ADA EXAMPLE "])
def test_a_taken_name_is_refused(service: Desk, name: str) -> None:
    before = counted(service, "person")
    with pytest.raises(InvalidInput, match="already"):
        add_person(service, name, LEADER)
    with pytest.raises(InvalidInput, match="already"):
        edit_person(service, "Bola", name=name)
    assert counted(service, "person") == before


@try_each("name", ["", "  ", "two\nlines", "bell\x07", "esc\x1b[31m", "n" * 501])
def test_a_name_that_cannot_be_kept_is_refused(service: Desk, name: str) -> None:
    before = counted(service, "person")
    with pytest.raises(InvalidInput):
        add_person(service, name, SPECIALIST)
    with pytest.raises(InvalidInput):
        introduce(service, name, SPECIALIST)
    assert counted(service, "person") == before


def test_a_change_is_a_version_and_keeps_the_rest(service: Desk) -> None:
    edited = edit_person(service, "bola", hours=0.5, since=date(2026, 9, 1))
    assert (edited.name, edited.hours, edited.since) == ("Bola Sample", 0.5, date(2026, 9, 1))
    again = edit_person(service, "bola", team="South")
    assert (again.id, again.hours, again.team, again.role) == (edited.id, 0.5, "South", SPECIALIST)
    with service.reading() as work:
        assert [p.team for p in work.history(Person, edited.id)] == [None, None, "South"]


def test_one_may_change_the_capitals_of_a_name(service: Desk) -> None:
    assert edit_person(service, None, name="ADA Example").name == "ADA Example"


@try_each("changes", [{"hours": 0}, {"hours": 1.1}, {"name": " "}, {"team": ""}])
def test_a_change_that_cannot_be_kept_is_refused(service: Desk, changes: dict[str, Any]) -> None:
    before = counted(service, "person")
    with pytest.raises(InvalidInput):
        edit_person(service, None, **changes)
    assert counted(service, "person") == before


def test_two_changes_of_the_same_version_are_not_both_kept(service: Desk) -> None:
    with service.reading() as work:
        seen = find_person(work, "bola", None)
    edit_person(service, "bola", team="South")
    with pytest.raises(ChangedElsewhere), service.store.writing() as work:
        work.add(service.pen().next(seen, team="North"))


def test_everybody_is_listed_by_name(service: Desk) -> None:
    listed = list_people(service)
    assert [p.name for p in listed] == [
        "Ada Example",
        "Adam Example",
        "Bola Sample",
        "Sam",
        "Sam Sample",
        "Zoë Straße",
    ]
    assert [p.name for p in listed if p.me] == ["Ada Example"]
    assert (listed[4].role, listed[4].team) == (LEADER, "North")


def test_the_first_person_introduces_themselves(desk: Desk) -> None:
    nobody = replace(desk, me=None)
    new = introduce(nobody, " Cerys Pretend ", LEADER)
    assert (new.name, new.role, new.new) == ("Cerys Pretend", LEADER, True)
    with desk.reading() as work:
        person = find_person(work, new.id, None)
    assert (person.about, person.author, person.thing) == (new.id, new.id, new.id)


@try_each("name", ["Zoë Straße", "zoë strasse", unicodedata.normalize("NFD", "Zoë Straße")])
def test_somebody_known_is_no_new_person(service: Desk, name: str) -> None:
    known = introduce(service, name, LEADER)
    assert (known.name, known.role, known.new) == ("Zoë Straße", SPECIALIST, False)
    assert counted(service, "person") == 6


def test_part_of_a_name_is_not_enough_to_be_somebody(service: Desk) -> None:
    assert introduce(service, "Bola", SPECIALIST).new is True


def test_a_supervisor_who_is_not_known_is_made_a_team_leader(desk: Desk) -> None:
    nobody = replace(desk, me=None)
    new = introduce(nobody, "Cerys Pretend", SPECIALIST, "Lee Sample")
    assert (new.name, new.role, new.supervisor) == ("Cerys Pretend", SPECIALIST, "Lee Sample")
    with desk.reading() as work:
        lee = find_person(work, "Lee Sample", None)
        cerys = find_person(work, "Cerys", None)
    assert (lee.role, cerys.supervisor, cerys.supervised_since) == (LEADER, lee.thing, desk.today)


@try_each("typed", ["Zoë", "zoë straße", "ZOË STRASSE"])
def test_a_supervisor_who_is_known_is_found_by_a_part_of_the_name(
    service: Desk, typed: str
) -> None:
    live_once(service, live_service)  # anew for each case
    before = counted(service, "person")
    assert check_supervisor(service, start_introduce(service), "Cerys", typed).name == "Zoë Straße"
    assert counted(service, "person") == before
    assert introduce(service, "Cerys", SPECIALIST, typed).supervisor == "Zoë Straße"
    assert counted(service, "person") == before + 1


@try_each(
    ("typed", "error"),
    [("cerys", InvalidInput), ("Example", NotFound), ("a\x07b", InvalidInput)],
)
def test_who_cannot_supervise_is_refused_and_nobody_is_made(
    service: Desk, typed: str, error: type[Exception]
) -> None:
    before = counted(service, "person")
    with pytest.raises(error):
        check_supervisor(service, start_introduce(service), "Cerys", typed)
    with pytest.raises(error):
        introduce(service, "Cerys", SPECIALIST, typed)
    assert counted(service, "person") == before


def test_who_has_left_cannot_be_named_as_supervisor(service: Desk) -> None:
    edit_person(service, "Bola", left=service.today)
    with pytest.raises(InvalidInput, match="Bola Sample has left"):
        check_supervisor(service, start_introduce(service), "Cerys", "Bola")
    with pytest.raises(InvalidInput, match="Bola Sample has left"):
        introduce(service, "Cerys", SPECIALIST, "Bola")


def test_of_somebody_known_nothing_is_changed(service: Desk) -> None:
    known = introduce(service, "Zoë Straße", LEADER, "Somebody New")
    assert (known.new, known.supervisor, known.role) == (False, None, SPECIALIST)
    start = start_introduce(service)
    assert is_known(start, "zoë strasse")
    assert not is_known(start, "Somebody New")


def test_what_is_promised_about_the_record() -> None:
    assert WHAT_IS_KEPT == (
        "Kept on this computer. Your employer may have to produce it if asked. 'Private' means it "
        "is left out of what you share. Write nothing you would not want read out."
    )


def test_colleagues_may_be_named_by_their_full_names(desk: Desk) -> None:
    add_person(desk, "Bo Sample", Role.EMPLOYMENT_SPECIALIST)
    assert set(list_names(desk)) == {"Ada Example", "Bo Sample"}
