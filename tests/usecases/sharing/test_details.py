"""What a file tells of people: each kind and each detail by a line, or left out and said so."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import ApartEnd, Role
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.sharing.planned import compose_planned
from ipsskills.pages.compose.sharing.taken import compose_taken
from ipsskills.pages.compose.sharing.told import DETAILS, compose_told
from ipsskills.pages.writers.text import to_text
from ipsskills.privacy.personal import told_fields
from ipsskills.record.types import AloneFirst, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.sharing.coming_in import MAY_COME
from ipsskills.usecases.sharing.out import ToSend, prepare_parcel
from ipsskills.usecases.sharing.taking_in import take_in
from ipsskills.usecases.sharing.telling import tell
from tests.cases import try_each
from tests.conftest import Clock
from tests.record.common import SAMPLES
from tests.usecases.builders import assess, given
from tests.usecases.sharing.homes import ADA, LEE, make_home, make_two, open_copies, pack, send
from tests.words import wrote

Two = tuple[Desk, Desk]
SICK, BEST, KIM = "Sick leave since June", "Show me first", "Kim Other"


@pytest.fixture(scope="module")
def made(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    ada, lee = make_two(framework, tmp_path_factory.mktemp("homes"), Clock())
    assess(ada, {"3.8": given("3.8", "1")})
    add_own_goal(ada, None, OwnGoal(wrote("A goal"), steps=(wrote("A step"),)))
    edit_person(
        ada, None, leave=wrote(SICK), works_best=wrote(BEST), caseload=19, since=date(2026, 1, 5)
    )
    yield ada, lee
    ada.store.close()
    lee.store.close()


@pytest.fixture
def homes(made: Two, clock: Clock) -> Iterator[Two]:
    """Copies of both in memory, of this test's own."""
    with open_copies(made, clock) as copies:
        yield copies


def read_page(desk: Desk, **wanted: object) -> str:
    """The page of what goes and what stays, in one line."""
    return " ".join(to_text(compose_planned(prepare_parcel(desk, ToSend(**wanted)))).split())  # type: ignore[arg-type]


def read_records(desk: Desk, **wanted: object) -> str:
    return json.dumps(pack(desk, **wanted).records)


@try_each("kind", MAY_COME)
def test_no_kind_that_travels_goes_without_a_line(desk: Desk, kind: type) -> None:
    sample = next(each for each in SAMPLES if type(each) is kind)
    if isinstance(sample, AloneFirst):  # of those only what ended so travels
        sample = replace(sample, ended=sample.since, how=ApartEnd.TOGETHER)
    with desk.reading() as view:
        assert compose_told(tell(view, [sample]))


def test_no_detail_goes_without_a_word(desk: Desk) -> None:
    assert set(DETAILS) == set(told_fields(Person)) - {"about", "author", "at"}
    with desk.reading() as view:
        me = find_person(view, None, view.me)
        full = replace(
            me, team="T", hours=0.5, since=date(2026, 1, 5), supervisor=me.thing, key="age1",
            supervised_since=date(2026, 1, 5), left=date(2026, 1, 5), caseload=1,
            leave=wrote(SICK), works_best=wrote(BEST), same_as=me.thing,
        )  # fmt: skip
        (line,) = compose_told(tell(view, [full]))
    assert [word for word in DETAILS.values() if word not in line] == []


def test_details_are_told_before_they_go_or_left_out_and_said(homes: Two) -> None:
    ada, _ = homes
    held = "start day, caseload, time away, what works best"
    goes, stays = read_page(ada, to=LEE).split("STAYS HERE")
    assert f"your details: name, role, key for files, {held}" in goes
    assert held not in stays
    goes, stays = read_page(ada, to=LEE, details=False).split("STAYS HERE")
    assert "your details: name, role, key for files" in goes
    assert "time away" not in goes
    assert f"your details: {held}: left out" in stays
    assert SICK in read_records(ada, to=LEE)
    without = read_records(ada, to=LEE, details=False)
    assert not [each for each in (SICK, BEST, '"caseload": 19', "2026-01-05") if each in without]
    again = read_records(ada, again=True)
    assert SICK not in again


def test_left_out_they_still_bring_the_key_and_change_nothing_that_is_known(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE, details=False)
    with lee.reading() as view:
        her = find_person(view, ADA, None)
        assert (her.leave, her.caseload, her.since) == (None, None, None)
    assert prepare_parcel(lee, ToSend(who=ADA)).by_key
    send(ada, lee, to=LEE)
    send(ada, lee, to=LEE, details=False)
    with lee.reading() as view:
        assert str(find_person(view, ADA, None).leave) == SICK


def test_a_handover_has_details_only_if_the_person_says_so(homes: Two) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    edit_person(lee, None, caseload=77)
    add_person(lee, KIM, Role.TEAM_LEADER)
    asked = {"who": ADA, "to": KIM, "handover": True}
    goes, stays = read_page(lee, **asked).split("STAYS HERE")
    assert "time away" not in goes
    assert "Ada Example's details: start day, caseload, time away, what works best" in stays
    assert "--details sends them, if Ada Example says so" in stays
    held = read_records(lee, **asked)
    assert not [e for e in (SICK, BEST, '"caseload": 19', '"caseload": 77') if e in held]
    assert "time away" in read_page(lee, **asked, details=True).split("STAYS HERE")[0]
    assert SICK in read_records(lee, **asked, details=True)


def test_a_detail_that_changed_is_told_where_it_comes_in(homes: Two, clock: Clock) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    clock.forward(days=1)
    edit_person(ada, None, leave=wrote("From July"), clear=["caseload"])
    told = " ".join(to_text(compose_taken(send(ada, lee, to=LEE))).split())
    assert "Ada Example's details: time away; no longer caseload" in told
    assert "Nothing was changed" not in told
    (again,) = take_in(lee, [pack(ada, to=LEE)])
    assert "Nothing was changed" in to_text(compose_taken(again))


def test_whoever_opens_a_handover_has_no_more_than_its_page_tells(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = homes
    send(ada, lee, to=LEE)
    kim = make_home(framework, tmp_path / "kim.db", clock, KIM, Role.TEAM_LEADER)
    add_person(lee, KIM, Role.TEAM_LEADER)
    take_in(kim, [pack(lee, who=ADA, to=KIM, handover=True, views=True)])
    with kim.reading() as view:
        her = find_person(view, ADA, None)
    assert (her.leave, str(her.works_best), her.caseload) == (None, "", None)
    kim.store.close()
