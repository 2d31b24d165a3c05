"""Who was erased and comes back: asked about once, a new id here, and nothing erased with it."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ipsskills.codes import EntryKind, Role
from ipsskills.errors import InvalidInput
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.restoring import compose_joined
from ipsskills.pages.compose.sharing.taken import say_back
from ipsskills.pages.words import day
from ipsskills.record.columns import columns_of
from ipsskills.record.store import open_store
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Person,
    Rating,
    Redacted,
)
from ipsskills.usecases.data import restore
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.joining import join_record
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import OwnGoal, add_goals, add_own_goal
from ipsskills.usecases.plans.life import agree as agree_plan
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.sharing.renewed import PEOPLE, THINGS
from ipsskills.usecases.sharing.taking_in import look_in, take_in
from tests.conftest import Clock
from tests.memory import open_file
from tests.usecases.builders import assess, given
from tests.usecases.rights.erased import forget
from tests.usecases.sharing.histories import open_copy
from tests.usecases.sharing.homes import (
    ADA,
    LEE,
    list_kept,
    look_at,
    make_home,
    make_two,
    pack,
    send,
)
from tests.words import wrote

Two = tuple[Desk, Desk]
Made = tuple[Path, datetime, dict[str, str]]
KIM = "Kim Other"


@pytest.fixture(scope="module")
def made(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Ada and Lee, who know one another; Ada was erased from Lee's record since."""
    folder, clock = tmp_path_factory.mktemp("homes"), Clock()
    ada, lee = make_two(framework, folder, clock)
    assess(ada, {"3.8": given("3.8", "1", note="I freeze.", shared=True)})
    add_goals(ada, None, ["3.8"])
    log(ada, None, EntryKind.TRAINING, "Money")
    send(ada, lee, to=LEE)
    look_at(lee, {"3.8": "3O"})
    log(lee, ADA, EntryKind.SUPERVISION, "what Lee said")
    agree_plan(lee, ADA, LEE)
    send(lee, ada, LEE, who=ADA)
    clock.forward(days=1)
    shutil.copy(folder / "lee.db", folder / "older.db")
    forget(lee, ADA)
    ada.store.close()
    lee.store.close()
    return folder, clock.at, {"ada.db": str(ada.me), "lee.db": str(lee.me)}


@pytest.fixture
def homes(framework: Framework, made: Made, clock: Clock) -> Iterator[Two]:
    """Copies of both in memory, a day later, of this test's own."""
    folder, clock.at, people = made
    clock.forward(days=1)
    with ExitStack() as opened:
        desks = []
        for name, me in people.items():
            store = opened.enter_context(open_file(folder / name, clock()))
            desks.append(Desk(framework, store, clock, me))
        yield desks[0], desks[1]


@pytest.fixture
def on_disk(framework: Framework, made: Made, tmp_path: Path, clock: Clock) -> Iterator[Two]:
    """The same as files; ``older.db`` beside them is Lee's from before."""
    folder, clock.at, people = made
    clock.forward(days=1)
    shutil.copy(folder / "older.db", tmp_path)
    with ExitStack() as opened:
        ada, lee = (
            opened.enter_context(open_copy(framework, tmp_path, folder, name, me, clock))
            for name, me in people.items()
        )
        yield ada, lee


def log(desk: Desk, about: str | None, kind: EntryKind, words: str) -> None:
    held = {} if kind is EntryKind.TRAINING else {"text": wrote(words), "minutes": 60}
    add_entries(desk, about, [NewEntry(kind, {"title": wrote(words), **held})])


def find(desk: Desk, name: str) -> str:
    with desk.reading() as view:
        return find_person(view, name, None).thing


def list_told(desk: Desk) -> list[Any]:
    """What is told of anybody's practice, without ids."""
    kinds = (Assessment, Rating, Note, Goal, GoalActivity, Entry)
    with desk.reading() as view:
        return [each.own() for kind in kinds for each in view.current(kind)]


def test_who_comes_back_is_asked_about_once_and_has_a_new_id(homes: Two) -> None:
    ada, lee = homes
    file = pack(ada, to=LEE)
    (met,) = look_in(lee, [file])
    assert (met.erased_on, met.about.here) == (date(2026, 11, 25), None)
    with pytest.raises(InvalidInput, match="erased from this record on 25 Nov") as caught:
        take_in(lee, [file])
    assert caught.value.hint.endswith('--back "Ada Example"')
    assert list_told(lee) == []
    take_in(lee, [file], back=[met.about.id])
    assert find(lee, ADA) not in {ada.me, lee.me}
    log(ada, None, EntryKind.TRAINING, "More")
    later = pack(ada, to=LEE)
    assert look_in(lee, [later])[0].erased_on is None
    take_in(lee, [later])
    (again,) = take_in(lee, [file])
    assert again.met.new.nothing
    with lee.reading() as view:
        assert [str(each.title) for each in view.current(Entry)] == ["Money", "More"]


def test_a_file_from_before_the_erasing_of_whoever_was_added_by_hand_is_asked_about(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, _ = homes
    add_person(ada, KIM, Role.TEAM_LEADER)
    file = pack(ada, to=KIM)
    clock.forward(days=1)
    kim = make_home(framework, tmp_path / "kim.db", clock, KIM, Role.TEAM_LEADER)
    add_person(kim, ADA, Role.EMPLOYMENT_SPECIALIST)
    log(kim, ADA, EntryKind.TRAINING, "By hand")
    clock.forward(days=1)
    forget(kim, ADA)
    on = kim.today
    (met,) = look_in(kim, [file])
    assert (met.erased_on, met.erased_perhaps) == (None, on)
    assert "so Ada Example may be them" in say_back(met)
    with pytest.raises(InvalidInput, match="Somebody was erased from this record") as caught:
        take_in(kim, [file])
    assert caught.value.hint.endswith('--back "Ada Example"')
    assert list_told(kim) == []
    add_person(kim, ADA, Role.EMPLOYMENT_SPECIALIST)  # by the step that is printed
    with pytest.raises(InvalidInput, match="Somebody was erased from this record"):
        take_in(kim, [file], [ADA])
    take_in(kim, [file], [ADA], back=[ADA])
    assert take_in(kim, [file])[0].met.erased_perhaps is None  # known by an id, and asked once
    kim.store.close()


def test_a_file_from_between_two_erasings_is_asked_about_by_the_later_one(
    homes: Two, clock: Clock
) -> None:
    ada, lee = homes
    log(ada, None, EntryKind.TRAINING, "Between")
    file = pack(ada, to=LEE)
    clock.forward(days=1)
    add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST)
    clock.forward(days=1)
    forget(lee, ADA)
    with pytest.raises(InvalidInput, match=f"on {day(lee.today)}, after this file was made"):
        take_in(lee, [file])
    clock.forward(days=1)
    assert look_in(lee, [pack(ada, to=LEE)])[0].erased_perhaps is None  # made since


def test_who_was_added_anew_and_comes_back_is_that_person_where_it_is_said(homes: Two) -> None:
    ada, lee = homes
    anew = add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST).id
    assess(ada, {"3.9": "2"})
    file = pack(ada, to=LEE)
    with pytest.raises(InvalidInput, match="who is meant") as caught:
        take_in(lee, [file], back=[ADA])
    assert f'--is "{ADA}"' in caught.value.hint
    (taken,) = take_in(lee, [file], [ADA], back=[ADA])
    assert taken.met.about.id
    with lee.reading() as view:
        assert anew in view.ids_of(find_person(view, ADA, None).thing)


def test_only_what_is_hers_comes_back_and_nothing_that_others_wrote(homes: Two) -> None:
    ada, lee = homes
    take_in(lee, [pack(ada, to=LEE)], back=[ADA])
    her = find(lee, ADA)
    with lee.reading() as view:
        assert [each.rater for each in view.current(Assessment)] == [her]
        assert [each.kind for each in view.current(Entry)] == [EntryKind.TRAINING]
        assert len(view.current(Goal)) == 1
    kept = list_kept(lee)
    assert "what Lee said" not in str(kept)
    assert [row["code"] for row in kept.values() if "code" in row] == ["1"]
    assert [row for row in kept.values() if str(ada.me) in str(row) and "ids" not in row] == []


@pytest.mark.parametrize("maker", ["her", "Lee"])
def test_no_file_from_before_the_erasing_brings_her_back(
    homes: Two, made: Made, clock: Clock, maker: str
) -> None:
    ada, lee = homes
    now, clock.at = clock.at, clock.at - timedelta(days=2)
    with open_file(made[0] / "older.db", clock()) as store:
        older = replace(lee, store=store)
        file = pack(ada, to=LEE) if maker == "her" else pack(older, who=ADA)
    clock.at = now
    before = list_kept(lee)
    for take in (lambda: look_in(lee, [file]), lambda: take_in(lee, [file], back=[ADA])):
        with pytest.raises(InvalidInput, match="this file is from before that") as caught:
            take()
        assert "--back" not in caught.value.hint
    assert list_kept(lee) == before
    take_in(lee, [pack(ada, to=LEE)], back=[ADA])
    with pytest.raises(InvalidInput, match="this file is from before that"):
        take_in(lee, [file])


def test_a_file_that_somebody_else_made_since_brings_nobody_back(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = homes
    edit_person(ada, None, leave=wrote("Sick leave since June"))
    kim = make_home(framework, tmp_path / "kim.db", clock, KIM, Role.TEAM_LEADER)
    add_person(ada, KIM, Role.TEAM_LEADER)
    send(ada, kim, to=KIM)
    file, before = pack(kim, who=ADA, to=LEE, handover=True, views=True), list_kept(lee)
    for take in (lambda: look_in(lee, [file]), lambda: take_in(lee, [file], back=[ADA])):
        with pytest.raises(InvalidInput, match="Kim Other made this file, not Ada") as caught:
            take()
        assert "--back" not in caught.value.hint
    assert list_kept(lee) == before
    take_in(lee, [pack(ada, to=LEE)], back=[ADA])
    (more,) = take_in(lee, [pack(kim, who=ADA, to=LEE, handover=True, views=True)])
    assert [each.of.name for each in more.met.new.details] == [KIM]
    assert (more.met.new.looks, more.met.new.answers) == ((), ())
    kim.store.close()


def test_what_is_sent_back_finds_her_and_doubles_nothing(homes: Two) -> None:
    ada, lee = homes
    take_in(lee, [pack(ada, to=LEE)], back=["ada"])
    look_at(lee, {"3.8": "2M"})
    before = list_kept(ada)
    (taken,) = take_in(ada, [pack(lee, who=ADA)])
    assert taken.met.about.here
    assert taken.met.about.here.me
    new = {k: row for k, row in list_kept(ada).items() if k not in before}
    assert {row["about"] for row in new.values()} == {ada.me}
    with ada.reading() as view:
        assert len(view.current(Goal)) == 1
        assert len(view.current(Assessment)) == 3  # hers, Lee's from before, and Lee's new one
    (back,) = take_in(lee, [pack(ada, to=LEE)])
    assert back.met.new.nothing
    compare(lee, ADA)


def test_erased_a_second_time_she_is_asked_about_again(homes: Two, clock: Clock) -> None:
    ada, lee = homes
    file = pack(ada, to=LEE)
    take_in(lee, [file], back=[ADA])
    first = find(lee, ADA)
    clock.forward(days=1)
    look_at(lee, {"3.8": "2M"})
    sent = pack(lee, who=ADA)
    take_in(ada, [sent])
    forget(lee, ADA)
    with pytest.raises(InvalidInput, match="on 27 Nov"):
        take_in(lee, [file])
    assert list_told(lee) == []
    take_in(lee, [pack(ada, to=LEE)], back=[ADA])
    second = find(lee, ADA)
    assert len({ada.me, first, second}) == 3
    with lee.reading() as view:
        assert [each.rater for each in view.current(Assessment)] == [second]
    (home,) = take_in(ada, [pack(lee, who=ADA)])
    assert home.met.new.nothing


def test_a_third_record_knows_her_by_one_id_whoever_sends(
    homes: Two, framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = homes
    take_in(lee, [pack(ada, to=LEE)], back=[ADA])
    look_at(lee, {"3.8": "2M"})
    kim = make_home(framework, tmp_path / "kim.db", clock, KIM, Role.TEAM_LEADER)
    add_person(ada, KIM, Role.TEAM_LEADER)
    add_person(lee, KIM, Role.TEAM_LEADER)
    files = [pack(ada, to=KIM), pack(lee, who=ADA, to=KIM, handover=True, views=True)]
    told: list[list[str]] = []
    for order in (files, files[::-1]):
        copy = shutil.copy(tmp_path / "kim.db", tmp_path / f"{len(told)}.db")
        with open_store(Path(copy), clock(), write=True) as store:
            here = Desk(framework, store, clock, kim.me)
            for file in order:
                take_in(here, [file])
            told.append(sorted(map(str, list_told(here))))
            assert find(here, ADA) == ada.me
    assert told[0] == told[1]
    kim.store.close()


def test_added_by_hand_before_she_is_one_person_with_whoever_comes(homes: Two) -> None:
    ada, lee = homes
    typed = add_person(lee, ADA, Role.EMPLOYMENT_SPECIALIST)
    add_own_goal(lee, ADA, OwnGoal(wrote("A goal"), steps=(wrote("A step"),)))
    take_in(lee, [pack(ada, to=LEE)], [ADA], back=[ADA])
    her = find(lee, ADA)
    with lee.reading() as view:
        assert view.survivor(typed.id) == her != typed.id
        goal = next(each for each in view.current(Goal) if each.about == typed.id)
    add_step(lee, goal)
    take_in(ada, [pack(lee, who=ADA)])
    with ada.reading() as view:
        (same,) = (each for each in view.current(Goal) if each.thing == goal.thing)
        assert len(view.current(GoalActivity, goal=same.thing)) == 2
    assert take_in(lee, [pack(ada, to=LEE)])[0].met.new.nothing


def add_step(desk: Desk, goal: Goal) -> None:
    """A step by who stands for the person now, towards a goal of the id they had."""
    with desk.writing() as view:
        (step,) = view.current(GoalActivity, goal=goal.thing)
        step_about = find_person(view, ADA, None).thing
        own = {**step.own(), "place": 2, "text": wrote("Another")}
        view.add(view.first(GoalActivity, about=step_about, **own))


def test_an_older_copy_that_is_joined_or_restored_brings_nothing_back(
    on_disk: Two, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = on_disk
    take_in(lee, [pack(ada, to=LEE)], back=[ADA])
    before, record, older = list_kept(lee), tmp_path / "lee.db", tmp_path / "older.db"
    joined = join_record(record, older, clock())
    assert list_kept(lee) == before
    told = compose_joined(joined)
    assert f"What was erased here stays out; {older} still holds it: remove it." in told
    lee.store.close()
    restore(record, older, clock())
    with open_store(record, clock(), write=True) as store:
        assert "what Lee said" not in str(list_kept(replace(lee, store=store)))
        assert list_told(replace(lee, store=store)) == []


def test_a_file_of_hers_with_what_is_no_id_is_refused_whole(homes: Two) -> None:
    ada, lee = homes
    file = pack(ada, to=LEE)
    rows = [{**row, "replaces": "no id"} for row in file.records["entry"]]
    before = list_kept(lee)
    with pytest.raises(InvalidInput, match="no id"):
        take_in(lee, [replace(file, records={**file.records, "entry": tuple(rows)})], back=[ADA])
    assert list_kept(lee) == before


# Fields of what may come in a file that name neither a person nor a thing of the record.
NO_IDS = {
    *("item", "reason", "scale", "framework", "source", "table", "name", "team", "key"),
    *("way", "provider"),
}


def test_every_field_that_names_something_goes_on_with_it() -> None:
    kinds = (Person, Assessment, Rating, Note, Goal, GoalActivity, Entry, Objection, AloneFirst)
    named = {
        column.name
        for kind in (*kinds, Redacted)
        for column in columns_of(kind)
        if column.holds is str and column.name not in ("id", "replaces")
    }
    assert named - NO_IDS == PEOPLE | THINGS
