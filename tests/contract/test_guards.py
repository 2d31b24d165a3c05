"""Both guards stand at the boundary: no use case, found by walking the package, goes round them.

What is kept apart: two records are made that differ only in what one of the two must not see of the
other now. Whatever a use case gives that one has to be the same from both: then no answer, word,
note or order of a list tells anything. What people write: words that could tell who a client is
are never kept, unless their author says so.
"""

import ast
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from checks.source import list_imports, read_source

from ipsskills.errors import IpsSkillsError
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_jsonable
from ipsskills.method.apart import Apart
from ipsskills.record.store import open_store
from ipsskills.record.types import Note, Rating
from ipsskills.record.written import Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.session import Session
from tests.conftest import NOON
from tests.contract.calls import ADA, Stand, find_usecases, list_calls
from tests.contract.records import Still, records, stand
from tests.usecases.builders import LEE
from tests.words import meant, wrote

__all__ = ["records"]

USECASES = find_usecases()
EACH = pytest.mark.parametrize("name", USECASES)

# A full name and a valid NHS number.
TOLD = "Rang Sarah Okonkwo, NHS number 943 476 5919"
NUMBER = "943 476 5919"


def call(
    framework: Framework, name: str, record: Path, copy: Path, who: str, words: Any = None
) -> list[str]:
    """Return what came of every call of a use case, each on a copy of its own."""
    came: list[str] = []
    while True:
        with stand(framework, record, copy, who, words or wrote("A note")) as at:
            given = next(
                (g for i, g in enumerate(list_calls(USECASES[name], at)) if i == len(came)), None
            )
            if given is None:
                return came
            came.append(describe(USECASES[name], at.desk, given))
        copy.unlink()


def describe(function: Callable[..., Any], desk: Desk, given: Mapping[str, Any]) -> str:
    """Return all that a call gives, or what it says where it refuses."""
    named = dict(given)
    try:
        found = function(desk, **named)
    except IpsSkillsError as error:
        return f"refused: {type(error).__name__}: {error.message} {error.hint}"
    if isinstance(found, Session):
        return f"gave {found.assessment!r} {found.state!r}"
    return f"gave {found!r} {to_jsonable(found)!r}"


def tell_apart(
    framework: Framework, name: str, records: Callable[..., Path], copy: Path, *, drafts: bool
) -> list[tuple[str, str]]:
    """Return pairs of what a use case gives Lee from records that differ in Ada's answers only, and
    Ada from those that differ in Lee's, where they are not the same.
    """
    differ = []
    for who, other in ((LEE, {"own": 1}), (ADA, {"theirs": 1})):
        one = call(framework, name, records(drafts=drafts), copy, who)
        two = call(framework, name, records(**other, drafts=drafts), copy, who)
        differ += [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return differ


def test_use_cases_are_found() -> None:
    assert {"reports.report.report", "people.edit.edit_person", "plans.life.drop_goal"} <= set(
        USECASES
    )


@EACH
def test_the_walk_can_call_it(
    name: str, framework: Framework, records: Callable[..., Path], tmp_path: Path
) -> None:
    for drafts in (True, False):
        for who in (ADA, LEE):
            came = call(framework, name, records(drafts=drafts), tmp_path / "copy.db", who)
            if any(each.startswith("gave") for each in came):
                return
    pytest.fail(f"every call was refused: {came}")


@EACH
def test_what_is_kept_apart_comes_out_of_nothing(
    name: str, framework: Framework, records: Callable[..., Path], tmp_path: Path
) -> None:
    assert tell_apart(framework, name, records, tmp_path / "copy.db", drafts=True) == []


SHOWING = ("reports.report.report", "reports.compare.compare", "supervision.agenda.agenda")


@pytest.mark.parametrize("name", SHOWING)
def test_once_both_are_finished_they_see_each_other(
    name: str, framework: Framework, records: Callable[..., Path], tmp_path: Path
) -> None:
    assert tell_apart(framework, name, records, tmp_path / "copy.db", drafts=False)


@pytest.mark.parametrize("name", [*SHOWING, "plans.history.read_plan_history"])
def test_a_view_that_leaves_nothing_out_is_found(
    name: str,
    framework: Framework,
    records: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ipsskills.usecases.reading.view.find_kept_apart", lambda *_: Apart())
    assert tell_apart(framework, name, records, tmp_path / "copy.db", drafts=True)


def show_all(desk: Desk) -> tuple[Rating, ...]:
    """Stand for a use case that goes round the view."""
    with desk.interviewing() as (_, work):
        return work.current(Rating)


def test_a_use_case_that_goes_round_the_view_is_found(
    framework: Framework,
    records: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(USECASES, "planted", show_all)
    assert tell_apart(framework, "planted", records, tmp_path / "copy.db", drafts=True)


def test_a_use_case_that_nothing_stands_for_is_found(framework: Framework, tmp_path: Path) -> None:
    def planted(desk: Desk, colour: complex) -> None: ...

    with open_store(tmp_path / "record.db", NOON, write=True) as store:
        at = Stand(Desk(framework, store, Still()), "")
        with pytest.raises(LookupError, match="colour: complex"):
            list(list_calls(planted, at))


def keeps(path: Path) -> bool:
    """Whether the number stands anywhere in a record's file."""
    with closing(sqlite3.connect(path)) as opened:
        return any(NUMBER in line for line in opened.iterdump())


def try_words(
    framework: Framework, name: str, record: Path, copy: Path, words: Any
) -> tuple[bool, bool]:
    """Call a use case in every way; return whether it takes words, and whether they were kept."""
    takes = kept = False
    for who in (ADA, LEE):
        number = 0
        while True:
            with stand(framework, record, copy, who, words) as at:
                calls = list(list_calls(USECASES[name], at))
                takes = takes or bool(at.used)
                if number == len(calls):
                    break
                try:
                    found = USECASES[name](at.desk, **calls[number])
                except (IpsSkillsError, TypeError, AttributeError):
                    found = None
                if isinstance(found, Session):
                    found.prepare()
            kept = kept or keeps(copy)
            copy.unlink()
            number += 1
    return takes, kept


@EACH
def test_what_could_tell_who_a_client_is_is_kept_only_on_purpose(
    name: str, framework: Framework, records: Callable[..., Path], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    takes = False
    meant_kept = False
    for drafts in (True, False):
        takes_here, kept = try_words(framework, name, records(drafts=drafts), copy, TOLD)
        assert not kept
        takes = takes or takes_here
        if takes_here and not meant_kept:
            _, meant_kept = try_words(framework, name, records(drafts=drafts), copy, meant(TOLD))
    assert meant_kept == takes, "the words never came as far as the record: nothing was tried"


def launder(desk: Desk, because: Written) -> None:
    """Stand for a use case that says for somebody that their words were looked at."""
    with desk.writing() as view:
        view.add(view.first(Note, about=view.me, subject="it", text=meant(str(because))))


def test_a_use_case_that_decides_for_the_writer_is_found(
    framework: Framework,
    records: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(USECASES, "planted", launder)
    tried = try_words(framework, "planted", records(), tmp_path / "copy.db", TOLD)
    assert tried == (True, True)


# Who may go past the view of one reader, and why.
PAST_THE_VIEW = {
    "usecases.desk": "makes the view",
    "usecases.interview.session": "shows a rater their own draft",
    "usecases.assessments.begin": "reads a rater's own draft before the first question",
    "usecases.assessments.reviewed": "shows a rater their own answers again",
    "usecases.assessments.assess": "begins and leaves a rater's own draft",
    "usecases.demo.make": "makes a record of its own",
    "cli.setup.context": "opens the record",
    "cli.setup.clock": "asks about a date before anything is read or kept",
}
PAST = {"interviewing", "store", "open_store"}


def list_past(tree: ast.AST) -> set[str]:
    """Return what a source names of the ways past the view of one reader."""
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names & PAST


def test_nobody_else_goes_past_the_view_of_one_reader() -> None:
    found = {
        module.name
        for module in read_source().modules
        if module.room in ("usecases", "cli", "pages", "formats") and list_past(module.tree)
    }
    assert found == set(PAST_THE_VIEW)


def test_only_what_is_about_a_whole_file_knows_where_files_are_kept() -> None:
    found = {
        module.name
        for module in read_source().modules
        if module.room != "record"
        and any("record.sqlite" in each.target for each in list_imports(module.tree))
    }
    assert found == {"usecases.data"}


@pytest.mark.parametrize(
    "source",
    ["with desk.store.reading() as work: ...", "with desk.interviewing() as both: ..."],
)
def test_a_planted_way_past_it_is_found(source: str) -> None:
    assert list_past(ast.parse(source))
