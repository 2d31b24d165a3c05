"""A person who is named is kept by id, so that a new name is read everywhere."""

import pytest

from ipsskills.codes import Role
from ipsskills.errors import NotFound
from ipsskills.record.whom import SOMEBODY
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person, join_people
from ipsskills.usecases.people.whom import find_whom, name_whom, name_whoms
from tests.cases import try_each
from tests.usecases.builders import LEE, at_desk_of

NOBODY = "01900000-0000-7000-8000-000000000000"


@try_each("typed", [LEE, " lee invented ", "LEE", "invented", "Invented Lee"])
def test_whoever_is_in_the_record_is_meant_by_id(desk: Desk, typed: str) -> None:
    lee = at_desk_of(desk, LEE).me
    with desk.reading() as view:
        assert find_whom(view, typed) == lee
        assert find_whom(view, str(lee)) == lee
        assert name_whom(view, str(lee)) == LEE


@try_each("typed", ["a colleague", "Dr Who", " Le ", "on my own", "", "é"])
def test_other_words_stay_words(desk: Desk, typed: str) -> None:
    at_desk_of(desk, LEE)
    with desk.reading() as view:
        assert find_whom(view, typed) == typed.strip()


def test_a_name_that_two_people_share_is_refused(desk: Desk) -> None:
    at_desk_of(desk, LEE)
    other = add_person(desk, "Lee Other", Role.TEAM_LEADER).id
    with desk.reading() as view:
        with pytest.raises(NotFound, match="'Lee' could be: Lee Invented, Lee Other"):
            find_whom(view, "Lee")
        assert find_whom(view, "lee other") == other


def test_who_is_renamed_or_joined_has_the_name_of_today(desk: Desk) -> None:
    lee = str(at_desk_of(desk, LEE).me)
    double = add_person(desk, "L. Invented", Role.TEAM_LEADER).id
    join_people(desk, LEE, "L. Invented")
    edit_person(desk, LEE, name="Lee Renamed")
    with desk.reading() as view:
        kept = (lee, double, None, "a colleague", NOBODY)
        assert name_whoms(view, kept) == {
            lee: "Lee Renamed",
            double: "Lee Renamed",
            "a colleague": "a colleague",
            NOBODY: SOMEBODY,
        }
        assert find_whom(view, "L. Invented") == lee
