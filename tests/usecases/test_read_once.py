"""What several helpers of a page ask for is read once in its transaction, anew after a change."""

from collections.abc import Mapping
from typing import Any

import pytest

from ipsskills.codes import Role
from ipsskills.record.types import Person
from ipsskills.record.work import Work
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.people import list_people


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """Return the list of what was asked of the record itself."""
    found: list[Mapping[str, Any]] = []
    really = Work.select

    def select(work: Work, kind: Any, where: Mapping[str, Any]) -> Any:
        found.append(where)
        return really(work, kind, where)

    monkeypatch.setattr(Work, "select", select)
    return found


def test_the_same_is_read_once(desk: Desk, asked: list[Mapping[str, Any]]) -> None:
    with desk.reading() as view:
        first = view.current(Person, thing=["a", "b"])
        assert view.current(Person, thing=("a", "b")) is first
        view.current(Person, thing="a")
        assert asked == [{"thing": ["a", "b"]}, {"thing": "a"}]


def test_another_transaction_reads_anew(desk: Desk, asked: list[Mapping[str, Any]]) -> None:
    for _ in range(2):
        with desk.reading() as view:
            view.current(Person, thing="a")
    assert len(asked) == 2


def test_after_a_change_it_is_read_anew(desk: Desk) -> None:
    with desk.writing() as view:
        ada = view.current(Person, thing=desk.me or "")[0]
        view.add(view.next(ada, team="North"))
        assert view.current(Person, thing=desk.me or "")[0].team == "North"


def test_a_list_of_people_asks_no_more_for_more_people(
    desk: Desk, asked: list[Mapping[str, Any]]
) -> None:
    list_people(desk)
    few = len(asked)
    for number in range(20):
        add_person(desk, f"Bo {number}", Role.EMPLOYMENT_SPECIALIST)
    asked.clear()
    list_people(desk)
    assert len(asked) == few
