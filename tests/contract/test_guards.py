"""Both guards stand at the boundary: no use case, found by walking the package, goes round them.

What is kept apart: two records are made that differ only in what one of the two must not see of the
other now. Whatever a use case gives that one has to be the same from both: then no answer, word,
note or order of a list tells anything. What people write: words that could tell who a client is
are never kept, unless their author says so.
"""

import ast
import copyreg
import pickle
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from checks.source import list_imports, read_source

from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_jsonable
from ipsskills.method.apart import Apart
from ipsskills.record.store import open_store
from ipsskills.record.types import Note, Rating
from ipsskills.record.written import Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.session import Session
from ipsskills.usecases.reading.view import ReaderView
from tests.conftest import NOON
from tests.contract.calls import ADA, Stand, find_usecases, list_calls
from tests.contract.records import Copy, Still, records, stand
from tests.usecases.builders import LEE
from tests.words import meant, wrote

__all__ = ["records"]

USECASES = find_usecases()
EACH = pytest.mark.parametrize("name", USECASES)

# A full name and a valid NHS number.
TOLD = "Rang Sarah Okonkwo, NHS number 943 476 5919"
NUMBER = b"943 476 5919"


def walk(
    framework: Framework, name: str, copy: Copy, who: str, words: Any = None
) -> Iterator[tuple[Stand, Mapping[str, Any]]]:
    """Yield every call of a use case with where to make it, each on a record as it was before.

    A copy in which the call before it changed nothing still is one.
    """
    made = 0
    while True:
        with stand(framework, copy, who, words or wrote("A note")) as at:
            for given in islice(list_calls(USECASES[name], at), made, None):
                yield at, given
                made += 1
                if copy.is_changed():
                    break
            else:
                return


def call(framework: Framework, name: str, copy: Copy, who: str) -> Iterator["Told"]:
    """Yield what comes of every call of a use case."""
    for at, given in walk(framework, name, copy, who):
        yield tell(USECASES[name], at.desk, given)


class Told:
    """All that a call gave, or what it said where it refused."""

    def __init__(self, found: Any, refused: str = "") -> None:
        self.found, self.refused = found, refused
        if isinstance(found, Session):
            self.found = found.assessment, found.state
        self._bytes = to_bytes((self.found, refused))

    def __str__(self) -> str:
        """Return it in full."""
        return self.refused or f"gave {self.found!r} {to_jsonable(self.found)!r}"

    def is_same(self, other: "Told") -> bool:
        """Whether the other one tells the same: what is put into the same bytes does."""
        return self._bytes == other._bytes or str(self) == str(other)


def to_bytes(found: object) -> bytes:
    """Return all of what a use case gave, far sooner than in words.

    A view that was handed on to be told of an earlier name is left out, as it is in words.
    """
    into = BytesIO()
    pickler = pickle.Pickler(into)
    pickler.dispatch_table = {**copyreg.dispatch_table, ReaderView: lambda _: (object, ())}
    pickler.dump(found)
    return into.getvalue()


def tell(function: Callable[..., Any], desk: Desk, given: Mapping[str, Any]) -> Told:
    """Return all that a call gives, or what it says where it refuses."""
    named = dict(given)
    try:
        return Told(function(desk, **named))
    except IpsSkillsError as error:
        return Told(None, f"refused: {type(error).__name__}: {error.message} {error.hint}")


def tell_apart(
    framework: Framework,
    name: str,
    records: Callable[..., Copy],
    told: list[Told] | None = None,
    **stage: bool,
) -> Iterator[tuple[str, str]]:
    """Yield pairs of what a use case gives Lee from records that differ in Ada's answers only, and
    Ada from those that differ in Lee's, where they are not the same. ``told`` takes what it gives.
    """
    for who, other in ((LEE, {"own": 1}), (ADA, {"theirs": 1})):
        one = list(call(framework, name, records(name, **stage), who))
        if told is not None:
            told += one
        two = call(framework, name, records(name, **other, **stage), who)
        for a, b in zip(one, two, strict=True):
            if not a.is_same(b):
                yield str(a), str(b)


def test_use_cases_are_found() -> None:
    assert {"reports.report.report", "people.edit.edit_person", "plans.life.drop_goal"} <= set(
        USECASES
    )


def gives(framework: Framework, name: str, records: Callable[..., Copy]) -> bool:
    """Whether the walk can call a use case so that it is not refused."""
    return any(
        not each.refused
        for stage in ({"drafts": True}, {}, {"came": True})
        for who in (LEE, ADA)
        for each in call(framework, name, records(name, **stage), who)
    )


def refuse_all(desk: Desk) -> None:
    """Stand for a use case that the walk cannot call as it would have to."""
    raise InvalidInput(f"Nothing in {desk.me} will do.")


def test_a_use_case_that_is_never_called_rightly_is_found(
    framework: Framework,
    records: Callable[..., Copy],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(USECASES, "planted", refuse_all)
    assert not gives(framework, "planted", records)


# Who is told more, and why.
TOLD_MORE = {
    "rights.exporting.open_apart": "ends that answers are kept apart",
    "rights.exporting.export_held": "tells ids, which here depend on how much was answered; what "
    "it leaves out is looked at in tests/usecases/rights",
}


@EACH
def test_the_walk_can_call_it_and_what_is_kept_apart_comes_out_of_nothing(
    name: str, framework: Framework, records: Callable[..., Copy]
) -> None:
    told = list[Told]()
    if name not in TOLD_MORE:
        assert list(tell_apart(framework, name, records, told, drafts=True)) == []
    if all(each.refused for each in told):
        assert gives(framework, name, records), f"every call was refused: {[*map(str, told)]}"


# What came by file goes through the same view as what is in an open draft: some of each kind of
# page stand for all, and whatever ends it.
READING = (
    *("reports.report.report", "reports.compare.compare", "reports.chart.read_chart"),
    *("reports.home.read_home", "supervision.agenda.agenda", "supervision.due.list_due"),
    *("plans.show.show_plan", "people.team.show_team", "entries.training_record.list_record"),
    *("sharing.alone.read_together", "sharing.alone.say_nothing_seen"),
)


@pytest.mark.parametrize("name", READING)
def test_what_came_by_file_before_its_reader_looked_comes_out_of_nothing(
    name: str, framework: Framework, records: Callable[..., Copy]
) -> None:
    assert list(tell_apart(framework, name, records, came=True)) == []


SHOWING = ("reports.report.report", "reports.compare.compare", "supervision.agenda.agenda")


@pytest.mark.parametrize("name", SHOWING)
def test_once_both_are_finished_they_see_each_other(
    name: str, framework: Framework, records: Callable[..., Copy]
) -> None:
    assert any(tell_apart(framework, name, records))


@pytest.mark.parametrize("name", [*SHOWING, "plans.history.read_plan_history"])
def test_a_view_that_leaves_nothing_out_is_found(
    name: str,
    framework: Framework,
    records: Callable[..., Copy],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ipsskills.usecases.reading.hiding.find_kept_apart", lambda *_: Apart())
    assert any(tell_apart(framework, name, records, drafts=True))
    monkeypatch.setattr("ipsskills.usecases.reading.hiding.find_still_alone", lambda *_: ())
    assert any(tell_apart(framework, name, records, came=True))


def show_all(desk: Desk) -> tuple[Rating, ...]:
    """Stand for a use case that goes round the view."""
    with desk.interviewing() as (_, work):
        return work.current(Rating)


def test_a_use_case_that_goes_round_the_view_is_found(
    framework: Framework,
    records: Callable[..., Copy],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(USECASES, "planted", show_all)
    assert any(tell_apart(framework, "planted", records, drafts=True))


def test_a_use_case_that_nothing_stands_for_is_found(framework: Framework, tmp_path: Path) -> None:
    def planted(desk: Desk, colour: complex) -> None: ...

    with open_store(tmp_path / "record.db", NOON, write=True) as store:
        at = Stand(Desk(framework, store, Still()), "")
        with pytest.raises(LookupError, match="colour: complex"):
            list(list_calls(planted, at))


def takes_words(framework: Framework, name: str, copy: Copy) -> bool:
    """Whether a use case is handed words in any of its calls."""
    for who in (ADA, LEE):
        with stand(framework, copy, who, TOLD) as at:
            list(list_calls(USECASES[name], at))
            if at.used:
                return True
    return False


def try_words(framework: Framework, name: str, copy: Copy, words: Any) -> Iterator[bool]:
    """Call a use case in every way; yield of each whether the words were kept."""
    for who in (ADA, LEE):
        for at, given in walk(framework, name, copy, who, words):
            try:
                found = USECASES[name](at.desk, **given)
            except (IpsSkillsError, TypeError, AttributeError):
                found = None
            if isinstance(found, Session):
                found.prepare()
            yield copy.is_changed() and copy.holds(NUMBER)


@EACH
def test_what_could_tell_who_a_client_is_is_kept_only_on_purpose(
    name: str, framework: Framework, records: Callable[..., Copy]
) -> None:
    both = [records(name, drafts=drafts) for drafts in (True, False)]
    taking = [copy for copy in both if takes_words(framework, name, copy)]
    for copy in taking:
        assert not any(try_words(framework, name, copy, TOLD))
    meant_kept = any(
        kept for copy in taking for kept in try_words(framework, name, copy, meant(TOLD))
    )
    assert meant_kept == bool(taking), "the words never came as far as the record"


def launder(desk: Desk, because: Written) -> None:
    """Stand for a use case that says for somebody that their words were looked at."""
    with desk.writing() as view:
        view.add(view.first(Note, about=view.me, subject="it", text=meant(str(because))))


def test_a_use_case_that_decides_for_the_writer_is_found(
    framework: Framework,
    records: Callable[..., Copy],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(USECASES, "planted", launder)
    copy = records("planted")
    assert takes_words(framework, "planted", copy)
    assert any(try_words(framework, "planted", copy, TOLD))


# Who may go past the view of one reader, and why.
PAST_THE_VIEW = {
    "usecases.rights.carrying": "takes what was erased out of whole files",
    "usecases.rights.elsewhere": "tells what somebody else has, whoever wrote it; by kind and day",
    "usecases.rights.erasing": "hands on the whole record to what erases a person, or words",
    "usecases.rights.exporting": "tells all that is held, and seals what is kept apart",
    "usecases.rights.forgetting": "erases all about somebody, whoever wrote it",
    "usecases.rights.retaining": "tells whose words name somebody held, and none of them",
    "usecases.rights.redacting": "erases words, also those that are kept apart",
    "usecases.desk": "makes the view",
    "usecases.aside": "reads another whole file",
    "usecases.rights.files_to_keep": "tells who is held in whole files, and nothing else of them",
    "usecases.joining": "joins two whole files",
    "usecases.interview.session": "shows a rater their own draft",
    "usecases.assessments.begin": "reads a rater's own draft before the first question",
    "usecases.assessments.reviewed": "shows a rater their own answers again",
    "usecases.assessments.assess": "begins and leaves a rater's own draft",
    "usecases.forms.read": "sets a form beside its look as it came before; tells no answer",
    "usecases.forms.take": "keeps a form beside its look as it came before; tells no answer",
    "usecases.undoing.undo": "puts back one's own last change, be it in a draft",
    "usecases.demo.make": "makes a record of its own",
    "usecases.sharing.keys": "reads the key of the record itself",
    "usecases.sharing.undo": "takes back what a file brought, and tells no answer of it",
    "usecases.sharing.taking_in": "joins what came to the whole record, before anybody reads it",
    "cli.setup.context": "opens the record",
    "cli.setup.clock": "asks about a date before anything is read or kept",
}
PAST = {"interviewing", "store", "open_store", "entitled"}


def list_past(tree: ast.AST) -> set[str]:
    """Return what a source names of the ways past the view of one reader."""
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return names & PAST


def test_nobody_else_goes_past_the_view_of_one_reader() -> None:
    found = {
        module.name
        for module in read_source().modules
        if module.room in ("usecases", "cli", "pages", "formats")
        and any(name in module.text for name in PAST)
        and list_past(module.tree)
    }
    assert found == set(PAST_THE_VIEW)


def test_only_what_is_about_a_whole_file_knows_where_files_are_kept() -> None:
    found = {
        module.name
        for module in read_source().modules
        if module.room != "record"
        and "sqlite" in module.text
        and any("record.sqlite" in each.target for each in list_imports(module.tree))
    }
    assert found == {
        "usecases.aside",
        "usecases.data",
        "usecases.joining",
        "usecases.rights.carrying",
    }


@pytest.mark.parametrize(
    "source",
    ["with desk.store.reading() as work: ...", "with desk.interviewing() as both: ..."],
)
def test_a_planted_way_past_it_is_found(source: str) -> None:
    assert list_past(ast.parse(source))
