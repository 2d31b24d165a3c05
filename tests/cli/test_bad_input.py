"""Whatever comes in: a few lines, the right exit code, never a traceback, nothing written."""

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.forked import Before, as_it_is, limit_files, lose_rights, run_forked
from tests.service import (
    ENDS_BY,
    answers,
    is_plain,
    record_file,
    snapshot,
    spawn,
    surroundings,
)

Run = Callable[..., Ran]

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs modes, limits and signals")

ROW = '  - slug: disclosure\n    id: "3.8"\n    answer: "2"\n'


def refused(ran: Ran, code: int) -> str:
    """Assert that a run was refused in a few lines; return them."""
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
    return ran.err


# Files of answers and of the framework


@try_each(
    ("name", "content", "told"),
    [
        ("a.yaml", "answers: [\n", "not valid YAML"),
        ("a.yaml", "\t- x", "not valid YAML"),
        ("a.yaml", "answers:\n  - slug: disclosure\n   id: x\n", "line 3"),
        ("a.yaml", "", "empty"),
        ("a.yaml", "# only a remark\n", "empty"),
        ("a.yaml", "just words", "group of keys"),
        ("a.yaml", "[]", "group of keys"),
        ("a.yaml", "answers: 7", "a list"),
        ("a.yaml", f"answers:\n{ROW}answers: []\n", "appears twice"),
        ("a.yaml", f"answers:\n{ROW}    answer: '3'\n", "appears twice"),
        ("a.yaml", f"answers:\n{ROW}    colour: red\n", "'colour' is not known"),
        ("a.yaml", f"answers:\n{ROW}{ROW}", "answered twice"),
        ("a.yaml", "answers:\n  - slug: employment-plan\n    id: 3.9\n", "3.10"),
        ("a.yaml", "answers:\n  - slug: nosuch\n    answer: 3\n", "nosuch"),
        ("a.yaml", "answers:\n  - slug: disclosure\n    answer: 7\n", "'7' is not known"),
        ("a.yaml", "answers:\n  - slug: disclosure\n    answer: u\n", "not offered"),
        ("a.yaml", "answers:\n  - slug: recovery-model\n    answer: n\n", "not offered"),
        ("a.yaml", "answers:\n  - slug: disclosure\n    answer: x\n", "needs a reason"),
        ("a.yaml", "answers:\n  - slug: disclosure\n    answer: !!python/object:os.system 1\n", ""),
        ("a.yaml", "answers: &a\n  - *a\n", ""),
        ("a.yaml", "[" * 3_000, ""),
        ("a.yaml", "\x00\x01\x02", "not valid YAML"),
        ("a.json", "{", "not valid JSON"),
        ("a.json", "[" * 100_000, "not valid JSON"),
        ("a.json", '{"answers": {}}', "a list"),
        ("a.json", "null", ""),
        ("a.json", '{"answers": [{"slug": "disclosure", "answer": 1e999}]}', ""),
        ("a.csv", "slug,answer\nnosuch,3\n", "line 2"),
        ("a.csv", "slug,answer\ndisclosure,9\n", "line 2"),
        ("a.csv", "slug,answer\ndisclosure,3,4\n", ""),
        ("a.csv", "slug,colour\ndisclosure,3\n", "colour"),
        ("a.csv", 'slug,answer\n"disclosure,3\n', ""),
        ("a.csv", "slug,id,answer\nemployment-plan,3.9,3\n", "3.10"),
        ("a.csv", "one line of words\n", ""),
        ("a.txt", "3", ".yaml, .json or .csv"),
        ("a", "3", ".yaml, .json or .csv"),
    ],
)
def test_a_file_of_answers(
    name: str, content: str, told: str, run: Run, same: Callable[[], None]
) -> None:
    Path(name).write_text(content, encoding="utf-8")
    said = refused(run("assess", "--from", name), 11)
    assert told in said
    assert name in said
    same()


@pytest.mark.parametrize("content", [b"\xff\xfeslug", b"slug,answer\ndisclosure,\x81\n"])
def test_a_file_of_answers_in_another_encoding(
    content: bytes, run: Run, same: Callable[[], None]
) -> None:
    Path("a.csv").write_bytes(content)
    assert "UTF-8" in refused(run("assess", "--from", "a.csv"), 11)
    same()


def test_a_folder_of_answers(run: Run, same: Callable[[], None]) -> None:
    Path("a.csv").mkdir()
    refused(run("assess", "--from", "a.csv"), 11)
    same()


def test_many_faults_are_listed_up_to_a_number(run: Run, same: Callable[[], None]) -> None:
    rows = "\n".join(f"nosuch-{number},3" for number in range(500))
    Path("a.csv").write_text(f"slug,answer\n{rows}\n", encoding="utf-8")
    said = refused(run("assess", "--from", "a.csv"), 11)
    assert "- and 480 more" in said
    assert len(said.splitlines()) < 30
    same()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("version:", "version: [", "not valid YAML"),
        ('id: "3.10"', "id: 3.10", "quotes"),
        ('id: "3.10"', 'id: "3.1"', "3.1"),
        ("title:", "titel:", "titel"),
        ("short: Disclosure", "short: Disclosure\n        short: Twice", "appears twice"),
    ],
)
def test_a_framework_file_with_a_fault(
    old: str,
    new: str,
    told: str,
    shipped_copy: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    same: Callable[[], None],
) -> None:
    file = shipped_copy / "competences.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", str(shipped_copy))
    other = ("report",) if old.startswith("id:") else ("people", "add", "Cy")
    for args in (("framework", "check"), other):  # each reads half a megabyte anew
        said = refused(run(*args), 12)
        assert "competences.yaml" in said
        assert told in said
    same()


def test_a_framework_file_in_another_encoding(
    lived: Path, shipped_copy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shipped_copy / "curriculum.yaml").write_bytes(b"version: \xe9")
    monkeypatch.setenv("IPSSKILLS_FRAMEWORK", str(shipped_copy))
    assert "UTF-8" in refused(run("framework", "check"), 12)


# Names and words

NAMES = [
    'O\'Brien "Bo"',
    "[/red] [bold]Ann[/bold]",
    "😀👩🏽‍💻 Zoë",
    "שרה בת אברהם",
    "سارة",
    "李小龍",
    "a" * 500,
    "`rm -rf ~`; $(ls) && {x} %s \\n",
    "<script>alert(1)</script>",
    "=HYPERLINK('x')",
    "../../etc/passwd",
    "Robert'); DROP TABLE person;--",
]


def squeezed(text: str) -> str:
    """Return text without blanks, as lines may end anywhere."""
    return "".join(text.split())


def test_any_name_is_kept_and_listed_as_it_is(lived: Path, run: Run) -> None:
    for name in NAMES:
        ran = run("people", "add", name)
        assert (ran.code, ran.out.splitlines()[0]) == (0, f"{name} is in the record now.")
    people = json.loads(run("people", "list", "--json").out)["data"]
    assert {person["name"] for person in people} >= set(NAMES)
    shown = squeezed(run("people", "list").out)
    for name in NAMES:
        assert squeezed(name)[:10] in shown
        said = refused(run("report", name), 10)
        assert said.startswith(f"{name} has no finished assessment yet.")


@pytest.mark.parametrize("name", [NAMES[0], NAMES[1], NAMES[2], NAMES[4], NAMES[6]])
def test_any_name_is_on_every_page_as_it_is(name: str, lived: Path, run: Run) -> None:
    assert run("people", "edit", "--name", name).code == 0
    for args in (("report",), ("report", name), ("plan", "show"), ()):
        ran = run(*args)
        assert (ran.code, ran.err) == (0, "")
        assert squeezed(name)[:20] in squeezed(ran.out)
    assert run("report", "--format", "md").code == 0


def test_a_picture_of_somebody_with_an_odd_name(lived: Path, run: Run) -> None:
    run("people", "edit", "--name", "😀 שרה <b> [/red] $x^2$")
    ran = run("chart", "radar", "-o", "a.svg")
    assert (ran.code, ran.err) == (0, "")


def test_any_words_are_kept_in_goals(lived: Path, run: Run) -> None:
    for words in NAMES:
        assert run("plan", "add", words, "--why", words, "--do", words, "--with", words).code == 0
    goals = json.loads(run("plan", "show", "--json").out)["data"]["goals"][1:]
    for words, goal in zip(NAMES, goals, strict=True):
        step = goal["activities"][0]
        assert [goal["title"], goal["why"], step["text"], step["with_whom"]] == [words] * 4
    assert run("plan", "done", "2", "--changed", NAMES[1]).code == 0
    shown = squeezed(run("plan", "show").out)
    assert all(squeezed(words)[:6] in shown for words in NAMES)


def test_any_words_are_kept_in_notes_and_come_back_from_a_spreadsheet(
    lived: Path, run: Run
) -> None:
    units = [f"3.{number}" for number in range(1, len(NAMES) + 1)]
    told = dict(zip(units, NAMES, strict=True))

    def noted() -> dict[str, str]:
        found = json.loads(run("report", "--json").out)["data"]["answers"]
        return {answer["id"]: answer["note"] for answer in found if answer["note"]}

    given = {unit: {"note": words, "shared": True} for unit, words in told.items()}
    assert run("assess", "--from", str(answers(Path("a.json"), given))).code == 0
    assert noted() == told
    run("report", "-o", "a.csv")
    assert run("assess", "--from", "a.csv").code == 0
    assert noted() == told


@try_each(
    "name", ["", "   ", "two\nlines", "bell\x07", "red\x1b[31m", "nul\x00", "\udcff", "a" * 501]
)
def test_names_that_cannot_be_kept(name: str, lived: Path, run: Run) -> None:
    before = snapshot(lived)
    for args in (
        ("people", "add", name),
        ("people", "edit", "Bo", "--name", name),
        ("plan", "add", name),
        ("init", "--name", name),
    ):
        refused(run(*args), 11)
    assert snapshot(lived) == before


@try_each("who", ["Nobody", "", "   ", "[/red]", "😀", "\udcff", "a\x00", "'", "%"])
def test_an_unknown_person(who: str, run: Run, same: Callable[[], None]) -> None:
    for args in (
        ("report", who),
        ("plan", "show", who),
        ("plan", "add", "Goal", who),
        ("people", "edit", who, "--team", "x"),
        ("chart", "radar", who),
        ("assess", who),
    ):
        refused(run(*args), 10)
    same()


@try_each(
    "args",
    [
        ("people", "add", ""),
        ("people", "edit", "Ada", "--team", "x"),
        ("init",),
        ("init", "--name", ""),
        ("init", "--name", "Ada", "--role", "boss"),
        ("plan", "draft"),
        ("plan", "draft", "--unit", "3.8"),
        ("plan", "add", "A goal"),
        ("plan", "done", "1"),
        ("plan", "show"),
        ("report",),
        ("chart", "radar"),
        ("data", "backup"),
        ("data", "check"),
        ("data", "restore", "nosuch.db", "--yes"),
        ("--demo", "report"),
        ("assess",),
        ("assess", "Nobody"),
        ("assess", "--section", "9"),
        ("assess", "--domain", "nosuch", "--plain"),
        ("assess", "--unit", "9.9"),
        ("assess", "--period", "99"),
        ("nosuch",),
    ],
)
def test_refused_before_anything_is_there_leaves_nothing_there(
    args: tuple[str, ...], home: Path, tmp_path: Path, run: Run
) -> None:
    ran = run(*args)
    assert ran.code in (2, 10, 11, 14)
    is_plain(ran.err)
    assert list(home.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"home"}


# The record


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(
            "INSERT INTO migration (number, name, program, at) "
            "VALUES (99, 'later', '99.0', '2099-01-01 00:00:00')"
        )
        opened.commit()


def shopping(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("CREATE TABLE shopping (what TEXT)")
        opened.commit()


def words(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 400)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [newer, shopping, words, cut, folder])
@pytest.mark.parametrize(
    "args", [("report",), ("people", "add", "Cy"), ("plan", "done", "1.1"), ()], ids=" ".join
)
def test_a_record_that_cannot_be_used(
    spoil: Callable[[Path], None], args: tuple[str, ...], lived: Path, run: Run
) -> None:
    spoil(record_file())
    before = snapshot(lived)
    said = refused(run(*args), 13)
    assert str(record_file()) in said
    assert snapshot(lived) == before


def test_a_record_of_a_newer_program_says_what_to_do(lived: Path, run: Run) -> None:
    newer(record_file())
    said = refused(run("report"), 13)
    assert "newer ipsskills" in said
    assert "upgrade" in said


def test_a_record_that_somebody_is_writing_to_is_waited_for_and_then_told(
    lived: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipsskills.record.sqlite.engine.BUSY_MILLISECONDS", 50)
    monkeypatch.setattr(
        "ipsskills.record.sqlite.engine._PRAGMAS",
        ("PRAGMA busy_timeout = 50", "PRAGMA foreign_keys = ON"),
    )
    with closing(sqlite3.connect(record_file(), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        said = refused(run("people", "add", "Cy"), 13)
    assert "in use" in said
    assert run("people", "add", "Cy").code == 0


@try_each("place", ["nosuch/folder/x.md", ".", "a" * 300, "x.md/inside.md"])
def test_a_place_that_cannot_be_written(place: str, run: Run, same: Callable[[], None]) -> None:
    Path("x.md").write_text("mine", encoding="utf-8")
    for args in (("report", "--format", "md", "-o"), ("plan", "export", "-o")):
        refused(run(*args, place), 11)
    same()
    assert Path("x.md").read_text(encoding="utf-8") == "mine"


# Other processes: rights, limits, encodings, two at once

linux = pytest.mark.skipif(sys.platform != "linux", reason="rights are taken away differently")


def together(*commands: tuple[str, ...], before: Before = as_it_is) -> list[Ran]:
    """Run commands at the same time, each in a process of its own, where ``before`` goes first."""
    return [Ran(*each) for each in run_forked(commands, surroundings(), ENDS_BY, before)]


def as_mortal(*args: str) -> Ran:
    """Run a command with no more rights than anybody has."""
    return together(args, before=lose_rights)[0]


@pytest.fixture
def locked(lived: Path) -> Any:
    """Make the home read-only, files and folders."""
    places = [lived, *lived.rglob("*")]
    modes = {place: place.stat().st_mode for place in places}
    for place in reversed(places):
        place.chmod(0o500 if place.is_dir() else 0o400)
    yield lived
    for place in places:
        place.chmod(modes[place])


@linux
@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("people", "add", "Cy"), 13),
        (("data", "backup"), 13),
        (("settings", "plain", "yes"), 11),
        (("report", "-o", "home/report.md"), 11),
        (("demo", "-o", "home/demo"), 11),
        (("init", "--name", "Cy", "--db", "home/new.db"), 13),
        (("data", "restore", "copy.db", "--yes"), 13),
    ],
    ids=str,
)
def test_a_read_only_place(args: tuple[str, ...], code: int, locked: Path, run: Run) -> None:
    Path("copy.db").write_bytes(record_file().read_bytes())
    before = snapshot(locked)
    refused(as_mortal(*args), code)
    assert snapshot(locked) == before


@linux
def test_a_read_only_place_can_still_be_read(locked: Path, run: Run) -> None:
    ran = as_mortal("report")
    assert (ran.code, ran.err) == (0, "")


@linux
def test_a_folder_nobody_may_look_into(lived: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    refused(as_mortal("report", "-o", str(closed / "report.md")), 11)
    refused(as_mortal("report", "--db", str(closed / "record.db")), 13)


@posix
@pytest.mark.parametrize(
    ("args", "limit", "code"),
    [
        (("init", "--name", "Ada", "--db", "new.db"), 20_000, 13),
        (("people", "add", "Cy"), 20_000, 13),
        (("report", "-o", "report.json"), 1000, 11),
        (("data", "backup", "copy.db"), 20_000, 13),
    ],
    ids=str,
)
def test_a_full_disk(args: tuple[str, ...], limit: int, code: int, lived: Path, run: Run) -> None:
    grow(record_file(), run)
    before = snapshot(lived), {path.name for path in Path().iterdir()}
    refused(together(args, before=partial(limit_files, limit))[0], code)
    assert (snapshot(lived), {path.name for path in Path().iterdir()}) == before
    assert run("data", "check").code == 0


def grow(record: Path, run: Run) -> None:
    """Write until the record is larger than the limits of the test."""
    while record.stat().st_size < 30_000:
        assert run("plan", "add", "x" * 400, "--why", "y" * 9000).code == 0


@posix
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=str,
)
def test_an_encoding_that_cannot_hold_everything(
    env: dict[str, str], lived: Path, run: Run
) -> None:
    name = "Zoë 😀 שרה"
    run("people", "edit", "--name", name)
    ran = spawn("plan", "show", env=env)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Learning plan: Zo")
    assert "Nobody" in refused(spawn("report", "Nobody 😀", env=env), 10)


@posix
def test_a_file_is_utf_8_whatever_the_terminal_speaks(lived: Path, run: Run) -> None:
    name = "Zoë 😀 שרה"
    run("people", "edit", "--name", name)
    ran = spawn("plan", "export", "-o", "plan.md", env={"PYTHONIOENCODING": "ascii"})
    assert ran.code == 0
    written = Path("plan.md").read_text(encoding="utf-8")
    assert written.startswith(f"# Learning plan: {name}\n")


def test_bytes_that_are_no_text_in_a_pipe(lived: Path) -> None:
    said = refused(spawn("assess", "--unit", "3.8", given=b"e caf\xe9\n"), 11)
    assert "cannot be kept" in said


def test_two_at_once_both_write(lived: Path, run: Run) -> None:
    names = [f"New {number}" for number in range(3)]
    for ran in together(*(("people", "add", name) for name in names)):
        assert (ran.code, ran.err) == (0, "")
    found = json.loads(run("people", "list", "--json").out)["data"]
    assert [p["name"] for p in found if p["name"].startswith("New")] == names
    assert run("data", "check").code == 0


def test_two_at_once_change_the_same_thing(lived: Path, run: Run) -> None:
    ran = together(*(("plan", "done", "1.1"),) * 2)
    assert {each.code for each in ran} <= {0, 13}
    assert 0 in {each.code for each in ran}
    assert all("Traceback" not in each.err for each in ran)
    assert run("data", "check").out.count("Changed in two places") == 0


def test_two_at_once_begin_a_record(home: Path, run: Run) -> None:
    names = ("Ada", "Bo", "ada")
    for ran in together(*(("init", "--name", name) for name in names)):
        assert (ran.code, ran.err) == (0, "")
    found = json.loads(run("people", "list", "--json").out)["data"]
    assert sorted(person["name"].casefold() for person in found) == ["ada", "bo"]
    assert run("data", "check").code == 0
