"""Whom a file means: known by an id, said, or asked about; never guessed from a name."""

from dataclasses import replace

import pytest

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.sharing.keys import find_key, key_since, list_secrets, own_key
from ipsskills.usecases.sharing.whose import (
    find_doubts,
    find_met,
    link,
    read_said,
    recognise,
)
from tests.usecases.builders import LEE, me

THERE = "11111111-1111-7111-8111-111111111111"
ELSEWHERE = "22222222-2222-7222-8222-222222222222"


def somebody(name: str, own_id: str = THERE, also: tuple[str, ...] = ()) -> PersonInFile:
    return PersonInFile(id=own_id, name=name, role=Role.TEAM_LEADER, also=also)


def test_an_id_met_before_needs_no_question_whatever_the_name(desk: Desk) -> None:
    lee = add_person(desk, LEE, Role.TEAM_LEADER)
    there = [somebody("Anybody", lee.id), somebody("Else", THERE, also=(lee.id,))]
    with desk.reading() as view:
        assert find_doubts(view, there, {}) == ()
        found = recognise(view, there, {})
    assert found.here == {lee.id: lee.id, THERE: lee.id}
    assert found.new == ()


@pytest.mark.parametrize("name", [LEE, LEE.upper(), f"  {LEE} ".strip(), LEE.split()[0]])
def test_a_name_that_somebody_here_has_is_asked_about(desk: Desk, name: str) -> None:
    lee = add_person(desk, LEE, Role.TEAM_LEADER)
    with desk.reading() as view:
        (doubt,) = find_doubts(view, [somebody(name)], {})
        assert doubt.like == {lee.id: LEE}
        with pytest.raises(InvalidInput, match="may be") as caught:
            recognise(view, [somebody(name)], {})
        assert f'--is "{LEE}"' in caught.value.hint
        assert recognise(view, [somebody(name)], {THERE: lee.id}).here == {THERE: lee.id}
        assert recognise(view, [somebody(name)], {THERE: None}).new == (THERE,)


def test_a_name_that_nobody_here_has_is_somebody_new(desk: Desk) -> None:
    with desk.reading() as view:
        assert recognise(view, [somebody("Zoe Quite")], {}).new == (THERE,)


def test_what_is_said_on_the_command_line(desk: Desk) -> None:
    lee = add_person(desk, LEE, Role.TEAM_LEADER)
    add_person(desk, "Rosa Sample", Role.TEAM_LEADER)
    two = [somebody(LEE), somebody("Zoe Quite", ELSEWHERE)]
    with desk.reading() as view:
        assert read_said(view, two, [LEE]) == {THERE: lee.id}
        assert read_said(view, two[1:], [LEE]) == {ELSEWHERE: lee.id}
        assert read_said(view, two, ["new"]) == {THERE: None, ELSEWHERE: None}
        with pytest.raises(InvalidInput, match="could be"):
            read_said(view, two, ["Rosa"])
        with pytest.raises(InvalidInput, match="Nobody in it"):
            read_said(view, [], ["Rosa"])
        with pytest.raises(NotFound):
            read_said(view, two, ["Nobody Here"])


def test_who_stands_for_both_is_whose_details_are_their_own(desk: Desk) -> None:
    typed = add_person(desk, "Rosa Sample", Role.TEAM_LEADER)
    own = add_person(desk, "Rosa S", Role.TEAM_LEADER)
    with desk.writing() as view:
        view.add(view.next(view.people()[own.id], key="age1rosa"))
        link(view, typed.id, own.id)
        assert view.survivor(typed.id) == own.id
        assert find_met(view, somebody("Any", typed.id)) == own.id
        assert find_key(view, typed.id) == "age1rosa"
        link(view, own.id, typed.id)  # twice changes nothing
        assert view.survivor(typed.id) == own.id


def test_the_reader_stands_for_themselves_whatever_key_another_id_has(desk: Desk) -> None:
    other = add_person(desk, "Ada E", Role.EMPLOYMENT_SPECIALIST)
    with desk.writing() as view:
        view.add(view.next(view.people()[other.id], key="age1other"))
        link(view, other.id, str(desk.me))
        assert view.survivor(other.id) == desk.me


def test_the_own_key_is_made_once_and_kept_with_the_person(desk: Desk) -> None:
    assert list_secrets(desk) == ()
    with desk.writing() as view:
        made = own_key(view)
        again = own_key(view)
        assert (again.public, again.new, again.person_new) == (made.public, False, False)
    assert list_secrets(desk) == (made.secret,)
    assert me(desk).key == made.public
    assert made.secret not in repr(made)
    with desk.reading() as view:
        assert len(view.history(Person, str(desk.me))) == 2


def test_since_when_somebody_has_the_key_of_today(desk: Desk) -> None:
    rosa = add_person(desk, "Rosa Sample", Role.TEAM_LEADER)
    with desk.writing() as view:
        person = view.people()[rosa.id]
        assert key_since(view, person) is None
        versions = [person]
        for change in ({"key": "age1a"}, {"team": "Harbour"}, {"key": "age1b"}, {"team": "Hill"}):
            versions.append(view.next(versions[-1], **change))
        view.add(*versions[1:])
        assert key_since(view, versions[-1]) == versions[3]
        assert key_since(view, replace(versions[-1], key=None)) is None


def test_somebody_nobody_knows_has_no_key(desk: Desk) -> None:
    with desk.writing() as view:
        view.me = None
        with pytest.raises(NotFound):
            own_key(view)
