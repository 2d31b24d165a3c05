"""The invented service: who is in it, what was done for one of them, and that it stays apart."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import AssessmentKind, Role
from ipsskills.errors import InvalidInput, StoreError
from ipsskills.facts.demo import DemoMade
from ipsskills.framework.types import Framework
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Person,
    Rating,
    Record,
    State,
)
from ipsskills.usecases.demo.answers import NOTES
from ipsskills.usecases.demo.make import make_demo
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.introduce import introduce
from ipsskills.usecases.people.people import list_people
from tests.conftest import NOON, Clock
from tests.usecases.builders import told_report as report

SPECIALISTS = (
    "Ada Example",
    "Bola Sample",
    "Cerys Pretend",
    "Dev Madeup",
    "Esme Fictional",
    "Farid Imaginary",
)
KINDS = (Person, Assessment, Rating, Note, Goal, GoalActivity, Entry)


def make(framework: Framework, place: Path, at: datetime = NOON) -> DemoMade:
    return make_demo(framework, place / "demo.db", place / "files", Clock(at), spell=spell_page)


@pytest.fixture(scope="module")
def made(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> DemoMade:
    """Make one invented service for all that only look at it."""
    return make(framework, tmp_path_factory.mktemp("demo"))


@pytest.fixture
def service(framework: Framework, made: DemoMade) -> Iterator[Desk]:
    """Open the desk of whoever the demo is for."""
    with open_store(made.record, NOON, write=False) as store:
        yield Desk(framework, store, Clock(), store.named("me"))


def versions(store: Store, kind: type[Record]) -> list[Record]:
    with store.reading() as work:
        things = dict.fromkeys(record.thing for record in work.current(kind))
        return [record for thing in things for record in work.history(kind, thing)]


def test_six_specialists_and_one_team_leader(service: Desk, made: DemoMade) -> None:
    people = list_people(service)
    specialists = [p.name for p in people if p.role is Role.EMPLOYMENT_SPECIALIST]
    leaders = [p.name for p in people if p.role is Role.TEAM_LEADER]
    assert (tuple(specialists), leaders) == (SPECIALISTS, ["Lee Invented"])
    assert (made.specialists, made.team_leader, made.person) == (
        SPECIALISTS,
        "Lee Invented",
        "Ada Example",
    )
    assert [p.name for p in people if p.me] == ["Ada Example"]


def test_three_rounds_each_and_three_by_the_team_leader_of_the_first(service: Desk) -> None:
    with service.store.reading() as work:
        names = {p.thing: p.name for p in work.current(Person)}
        found = work.current(Assessment)
    own = Counter(names[a.about] for a in found if a.kind is AssessmentKind.SELF)
    leaders = Counter(names[a.about] for a in found if a.kind is AssessmentKind.SUPERVISOR)
    assert own == dict.fromkeys(SPECIALISTS, 3)
    assert leaders == {"Ada Example": 3}
    assert {(a.state, len(a.scope)) for a in found} == {(State.FINISHED, 28)}
    assert {a.finished for a in found if a.kind is AssessmentKind.SELF} == {
        date(2026, 2, 20),
        date(2026, 5, 20),
        date(2026, 11, 20),
    }


def test_everybody_has_a_report(service: Desk) -> None:
    for name in SPECIALISTS:
        found = report(service, name)
        assert found.head.on == date(2026, 11, 20)
        assert len(found.answers) == 28
        assert found.moved


def test_every_kind_of_answer_is_in_it(service: Desk) -> None:
    with service.store.reading() as work:
        codes = {rating.code for rating in work.current(Rating)}
    assert {code.value for code in codes if code} == set("0123nxu")
    assert any(report(service, name).not_answered for name in SPECIALISTS)


def test_the_first_person_shows_every_list(service: Desk) -> None:
    found = report(service, None)
    assert (found.head.person, found.head.supervisor) == ("Ada Example", "Lee Invented")
    assert all(
        (
            found.strengths,
            found.safety,
            found.effort,
            found.chances,
            found.for_the_service,
            found.moved,
            found.not_answered,
        )
    )


def test_the_store_is_marked_and_knows_who_is_me(service: Desk) -> None:
    assert service.store.demo is True
    assert service.me


def test_the_files_are_written_and_named(made: DemoMade) -> None:
    assert [(file.path.name, file.what) for file in made.files] == [
        ("report.md", "report"),
        ("radar.png", "radar"),
        ("plan.md", "plan"),
        ("agenda.md", "agenda"),
    ]
    assert {file.path.parent for file in made.files} == {made.folder}
    heads = [file.path.read_bytes()[:27] for file in made.files]
    assert heads[0].startswith(b"# Ada Example: your view on")
    assert heads[1].startswith(b"\x89PNG")
    assert heads[2].startswith(b"# Learning plan: Ada Exampl")
    assert heads[3].startswith(b"# Supervision: the learning")


def test_a_year_of_learning_is_recorded(service: Desk) -> None:
    with service.store.reading() as work:
        kinds = Counter(entry.kind.value for entry in work.current(Entry, about=service.me or ""))
    assert kinds == {
        "training": 1,
        "evidence": 1,
        "observation": 1,
        "supervision": 1,
        "action": 2,
        "preparation": 1,
    }


def test_the_private_note_is_in_the_store_and_in_no_file(service: Desk, made: DemoMade) -> None:
    private = [note.note for note in NOTES.values() if note.note and not note.shared]
    assert private == ["My plans read like forms. I have told nobody yet."]
    with service.store.reading() as work:
        assert private[0] in {note.text for note in work.current(Note)}
    for path in (made.files[0].path, made.files[2].path):
        text = path.read_text(encoding="utf-8")
        assert "read like forms" not in text
        assert "I freeze when they ask outright." in text


def test_the_plan_has_open_goals_and_finished_ones(made: DemoMade) -> None:
    text = made.files[2].path.read_text(encoding="utf-8")
    assert re.findall(r"\(Unit (.*)\.\)", text) == ["3.8", "3.16"]
    assert "I bring up rent and money before an offer now." in text
    assert "One bus route ridden; no time yet for the rest." in text


def test_the_same_day_gives_the_same_service_but_for_ids(
    framework: Framework, made: DemoMade, tmp_path: Path
) -> None:
    again = make(framework, tmp_path)
    for old, new in zip(made.files, again.files, strict=True):
        assert old.path.read_bytes() == new.path.read_bytes(), old.path.name
    with (
        open_store(made.record, NOON, write=False) as one,
        open_store(again.record, NOON, write=False) as other,
    ):
        for kind in KINDS:
            assert [bare(r) for r in versions(one, kind)] == [
                bare(r) for r in versions(other, kind)
            ]
        assert one.id != other.id


def bare(record: Record) -> Record:
    """A record without its random ids."""
    ids = {"id", "thing", "replaces", "about", "author", "rater", "assessment", "subject", "goal"}
    ids |= {"supervisor", "part_of", "who", "visit"}
    return replace(record, **{name: "" for name in ids & set(vars(record)) if _text(record, name)})  # type: ignore[arg-type]


def _text(record: Record, name: str) -> bool:
    return isinstance(getattr(record, name), str)


def test_making_it_again_makes_it_anew(
    framework: Framework, made: DemoMade, tmp_path: Path
) -> None:
    """On the last of a long month, too: there is no such day three months before."""
    shutil.copytree(made.record.parent, tmp_path, dirs_exist_ok=True)
    (tmp_path / "files" / "report.md").write_text("# Ada Example: scribbled over")
    with open_store(tmp_path / "demo.db", NOON, write=True) as store:
        old = store.id
        introduce(Desk(framework, store, Clock()), "Somebody New", Role.TEAM_LEADER)
    again = make(framework, tmp_path, datetime.fromisoformat("2028-05-31T12:00:00+00:00"))
    assert (
        again.files[0]
        .path.read_text(encoding="utf-8")
        .startswith("# Ada Example: your view on 27 May 2028")
    )
    with open_store(again.record, NOON, write=False) as store:
        assert store.id != old
        assert len(list_people(Desk(framework, store, Clock()))) == 7


def test_a_record_of_real_people_is_refused(framework: Framework, tmp_path: Path) -> None:
    with open_store(tmp_path / "demo.db", NOON, write=True) as store:
        introduce(Desk(framework, store, Clock()), "Real Person", Role.TEAM_LEADER)
    before = (tmp_path / "demo.db").read_bytes()
    with pytest.raises(StoreError, match=r"is not the record of a demo\. Nothing was changed"):
        make(framework, tmp_path)
    assert (tmp_path / "demo.db").read_bytes() == before
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize("name", ["report.md", "radar.png", "plan.md"])
def test_ones_own_files_are_not_replaced(framework: Framework, tmp_path: Path, name: str) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / name).write_text("mine")
    with pytest.raises(InvalidInput, match=f"{name} exists already"):
        make(framework, tmp_path)
    assert (tmp_path / "files" / name).read_text() == "mine"
    assert not (tmp_path / "demo.db").exists()


def test_a_folder_that_cannot_be_made(framework: Framework, tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file, not a folder")
    with pytest.raises(InvalidInput, match="cannot be made"):
        make(framework, tmp_path)
    assert not (tmp_path / "demo.db").exists()


def test_what_was_seen_has_the_day_of_its_visit(made: DemoMade) -> None:
    text = made.files[0].path.read_text(encoding="utf-8")
    assert re.search(r"saw it, \d+ \w{3}( \d{4})?, a garden centre, third visit", text)
