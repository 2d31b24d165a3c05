"""Whom a typed name means, by the pure rule and through the record."""

from dataclasses import replace

import pytest

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person, join_people
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.people.matching import find_close, find_same, match_names, match_words
from ipsskills.usecases.people.people import find_person
from tests.cases import try_each
from tests.usecases.builders import counted

NAMES = {
    name: name
    for name in (
        *("Ada Byron", "Adam Lovelace", "Siobhán O’Neill", "Pat O'Brien", "İbrahim Ünal"),
        *("J. R. Ward", "Anne-Marie Dupont", "Lee Kim", "Kim Lee", "José Lima", "Jose Lima"),
        *("Sam", "Samuel Reed", "😀 😀"),
    )
}
SPECIALIST = Role.EMPLOYMENT_SPECIALIST


@try_each(
    ("typed", "meant"),
    [
        ("byron", "Ada Byron"),
        ("yro", "Ada Byron"),
        ("Byron, Ada", "Ada Byron"),
        ("BYRON  ADA", "Ada Byron"),
        ("by ad", "Ada Byron"),
        ("Ada-Byron", "Ada Byron"),
        ("siobhan", "Siobhán O’Neill"),
        ("O'Neill", "Siobhán O’Neill"),
        ("oneill", "Siobhán O’Neill"),
        ("O’BRIEN pat", "Pat O'Brien"),
        ("ibrahim unal", "İbrahim Ünal"),
        ("IBRAHIM", "İbrahim Ünal"),
        ("JR Ward", "J. R. Ward"),
        ("J.R. Ward", "J. R. Ward"),
        ("Ward J R", "J. R. Ward"),
        ("dupont anne marie", "Anne-Marie Dupont"),
        ("annemarie", "Anne-Marie Dupont"),
        ("Lee Kim", "Lee Kim"),
        ("kim lee", "Kim Lee"),
        ("José Lima", "José Lima"),
        ("jose lima", "Jose Lima"),
        ("JOSÉ LIMA", "José Lima"),
        ("sam", "Sam"),
        ("samu", "Samuel Reed"),
        ("😀 😀", "😀 😀"),
    ],
)
def test_a_name_is_found_by_any_part_in_any_order(typed: str, meant: str) -> None:
    assert match_names(NAMES, typed) == [meant]


@try_each(
    ("typed", "meant"),
    [
        ("ada", ["Ada Byron", "Adam Lovelace"]),
        ("Lima", ["José Lima", "Jose Lima"]),
        ("", []),
        ("  ", []),
        ("😀", []),
        ("-", []),
        ("Ada Byron King", []),
    ],
)
def test_what_means_several_or_nobody(typed: str, meant: list[str]) -> None:
    assert match_names(NAMES, typed) == meant


@try_each(
    ("typed", "meant"),
    [("byron", ["Ada Byron"]), ("a colleague", []), ("By", []), ("Lee", ["Lee Kim", "Kim Lee"])],
)
def test_among_other_words_only_whole_words_are_a_name(typed: str, meant: list[str]) -> None:
    assert match_words(NAMES, typed) == meant


def test_the_same_name_is_the_one_spelt_just_so_before_others() -> None:
    assert find_same({"1": "ADA", "2": "Ada"}, "Ada") == ["2", "1"]
    assert find_same({"1": "José"}, "Jose") == []


def test_names_that_are_close() -> None:
    assert find_close(NAMES, "Bryon") == ["Ada Byron"]
    assert find_close(NAMES, "xyz") == []


def found(desk: Desk, who: str) -> str:
    with desk.reading() as view:
        return find_person(view, who, desk.me).name


def test_who_is_close_is_said_where_nobody_is_found(desk: Desk) -> None:
    with pytest.raises(NotFound) as nobody:
        found(desk, "Ada Exmaple")
    assert nobody.value.message == "There is nobody called 'Ada Exmaple' here."
    assert nobody.value.hint.startswith("Close to it: Ada Example. See who is: ")


def listening(desk: Desk) -> tuple[Desk, list[tuple[str, str]]]:
    """Return the desk with what it is told of earlier names."""
    told: list[tuple[str, str]] = []
    return replace(desk, renamed=lambda *names: told.append(names)), told


def test_an_earlier_name_finds_and_is_pointed_at_the_name_of_today(desk: Desk) -> None:
    desk, told = listening(desk)
    add_person(desk, "Bo Maiden", SPECIALIST)
    for name in ("Bo Married", "Bo Third"):
        edit_person(desk, "Bo", name=name)
    assert found(desk, "maiden") == "Bo Third"
    assert found(desk, "Married, Bo") == "Bo Third"
    assert told == [("Bo Maiden", "Bo Third"), ("Bo Married", "Bo Third")]
    assert found(desk, "third") == "Bo Third"
    assert len(told) == 2


def test_a_name_of_today_comes_before_an_earlier_one(desk: Desk) -> None:
    desk, told = listening(desk)
    add_person(desk, "Bo Maiden", SPECIALIST)
    edit_person(desk, "Bo", name="Bo Married")
    add_person(desk, "Cy Maiden", SPECIALIST)
    assert found(desk, "maiden") == "Cy Maiden"
    assert told == []


def test_an_earlier_name_of_two_lists_them_with_both_names(desk: Desk) -> None:
    for first, later in (("Bo Same", "Bo Other"), ("Cy Same", "Cy Else")):
        add_person(desk, first, SPECIALIST)
        edit_person(desk, first, name=later)
    with pytest.raises(NotFound) as several:
        found(desk, "same")
    assert several.value.message == (
        "'same' could be: Bo Other (before: Bo Same), Cy Else (before: Cy Same)."
    )


def test_an_earlier_name_of_one_who_was_joined(desk: Desk) -> None:
    desk, told = listening(desk)
    add_person(desk, "Bo Twice", SPECIALIST)
    edit_person(desk, "Bo", name="Bo Now")
    join_people(desk, "Ada Example", "Bo Now")
    assert found(desk, "twice") == "Ada Example"
    assert told == [("Bo Twice", "Ada Example")]


@try_each(
    "twin", ["ada example", "Ada  Example", "Ada\u00a0Example", "Ada Example\u200b", "ＡDA Example"]
)
def test_a_twin_is_the_same_name(desk: Desk, twin: str) -> None:
    before = counted(desk, "person")
    with pytest.raises(InvalidInput, match="somebody called 'Ada Example' already"):
        add_person(desk, twin, SPECIALIST)
    assert introduce(desk, twin, SPECIALIST).id == desk.me
    assert counted(desk, "person") == before


def test_a_new_name_is_kept_tidy_and_may_be_spelt_anew(desk: Desk) -> None:
    assert add_person(desk, "  Zoë \u00a0 Byron\u200b ", SPECIALIST).name == "Zoë Byron"
    assert edit_person(desk, "zoe", name="ZOË  BYRON").name == "ZOË BYRON"


def test_twins_from_two_records_are_told_apart_by_their_letters_or_ids(desk: Desk) -> None:
    other = add_person(desk, "Bo Other", SPECIALIST)
    with desk.writing() as view:
        bo = find_person(view, other.id, None)
        view.add(replace(view.next(bo), name="ADA example"))
    assert found(desk, "Ada Example") == "Ada Example"
    assert found(desk, "ADA example") == "ADA example"
    with pytest.raises(NotFound) as several:
        found(desk, "ada")
    assert f"ADA example ({other.id})" in several.value.message
    assert found(desk, other.id) == "ADA example"
    join_people(desk, "Ada Example", "ADA example")
    assert found(desk, "ada") == "Ada Example"


def test_a_whole_name_in_another_order_is_that_person_and_not_a_longer_name() -> None:
    names = {"a": "Lee Kim", "b": "Lee Kim Park"}
    assert match_names(names, "kim lee") == ["a"]
    assert match_names(names, "park") == ["b"]
