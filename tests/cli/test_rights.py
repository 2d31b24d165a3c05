"""What somebody types and is asked before anything about a person is erased."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsskills.cli.prompts import ask
from tests.conftest import Ran
from tests.service import record_file

Run = Callable[..., Ran]
Typed = Callable[[str], None]

NAME = "Bo Sample"


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch, typed: Typed) -> Typed:
    """Give the program lines to read as if somebody typed them at a plain terminal."""
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    return typed


def names(run: Run) -> list[str]:
    people = json.loads(run("people", "list", "--json").out)["data"]
    return [person["name"] for person in people]


@pytest.mark.parametrize(
    ("lines", "why"), [("2\n", "request"), ("3\n", "request"), ("1\n3\n", "dispute")]
)
def test_a_yes_or_not_sure_erases_nothing_and_holds(
    lived: Path, run: Run, asking: Typed, lines: str, why: str
) -> None:
    asking(lines)
    ran = run("data", "forget", NAME)
    assert ran.code == 11
    assert "Do not erase. Erasing to keep it from somebody who asked for it can be" in ran.err
    assert NAME in names(run)
    (held,) = json.loads(run("data", "hold", "--json").out)["data"]["holds"]
    assert (held["person"]["name"], held["why"], held["ended"]) == (NAME, why, None)
    for words in (("data", "forget", NAME, "--yes"), ("data", "forget", NAME)):
        ran = run(*words, "--json")
        assert json.loads(ran.out)["error"]["name"] == "held"
    assert run("data", "hold", NAME, "--why", "investigation").code == 0
    assert run("data", "hold", NAME, "--end").code == 11
    none = "dispute" if why == "request" else "request"
    refused = run("data", "hold", NAME, "--end", "--why", none)
    assert (refused.code, f"held for that reason ({none})" in refused.err) == (10, True)
    for each in (why, "investigation"):
        assert run("data", "hold", NAME, "--end", "--why", each).code == 0
    assert run("data", "forget", NAME, "--yes").code == 0
    assert NAME not in names(run)


def test_two_questions_without_a_default_and_then_the_name(
    lived: Path, run: Run, asking: Typed
) -> None:
    asking("\n1\n\n1\nBo\n")  # Enter answers neither
    ran = run("data", "forget", NAME)
    assert ran.code == 130
    assert ran.err.count("Has anybody asked, also by word of mouth, to see this?") == 1
    assert ran.err.count("Is there a grievance, claim or investigation?") == 1
    assert "That is not the name. Nothing about Bo Sample was changed." in ran.err
    assert NAME in names(run)
    asking(f"1\n1\n{NAME}\n")
    ran = run("data", "forget", NAME)
    assert ran.code == 0
    assert "Everything kept about Bo Sample is erased for good: their details." in ran.err
    assert "Only ids and this date stay." in ran.out
    assert NAME not in names(run)
    here = [path for path in record_file().parent.rglob("*") if path.is_file()]
    assert len(here) >= 2
    assert not [path for path in here if b"Bo Sample" in path.read_bytes()]
    assert "is sound" in run("data", "check").out


def test_files_that_erasing_does_not_reach_are_named(lived: Path, run: Run, tmp_path: Path) -> None:
    old, new = record_file(), tmp_path / "moved" / "r.db"
    moved = run("settings", "database", str(new)).err
    assert f"{old} stays where it is, with its copies." in moved
    assert f"ipsskills data backup {new} --db {old}" in moved
    assert run("data", "backup", str(new), "--db", str(old)).code == 0
    stray = new.parent / "r-backups" / "mine-before-move.db"
    stray.parent.mkdir()
    shutil.copy(new, stray)
    shutil.copy(new, stray.with_name("r-2026-11-20.db"))  # a copy of ours: it is reached
    stray.with_name("r-notes.db").write_bytes(b"SQLite format 3\0 and no record")
    checked = json.loads(run("data", "check", "--json").out)["data"]
    assert {str(old), str(stray)} <= set(checked["others"])
    assert not [path for path in checked["others"] if Path(path).name.startswith("r")]
    done = run("data", "forget", NAME, "--yes")
    assert done.code == 0
    assert {f"  {old}", f"  {stray}"} <= set(done.out.splitlines())
    assert NAME.encode() not in stray.with_name("r-2026-11-20.db").read_bytes()


def test_who_was_forgotten_and_comes_back_gets_a_new_id(lived: Path, run: Run) -> None:
    before = json.loads(run("people", "list", "--json").out)["data"]
    assert run("data", "forget", NAME, "--yes").code == 0
    assert run("people", "add", NAME).code == 0
    after = json.loads(run("people", "list", "--json").out)["data"]
    (old,) = [each["id"] for each in before if each["name"] == NAME]
    (new,) = [each["id"] for each in after if each["name"] == NAME]
    assert old != new


def test_a_letter_that_nobody_is_to_get_is_said_not_to_be_written(lived: Path, run: Run) -> None:
    for words in (("data", "hold", NAME, "--why", "dispute"), ("data", "hold", NAME, "--end")):
        ran = run(*words, *(("-o", "keep.docx") if "--why" in words else ()))
        said = "No letter was written: as far as this record knows, nobody else has a copy."
        assert (ran.code, said in ran.err) == (0, "--why" in words)
    ran = run("data", "forget", NAME, "--yes", "-o", "erase.docx")
    assert (ran.code, said in ran.err) == (0, True)
    assert not [*Path().glob("*.docx")]


def test_one_who_forgets_themselves_is_asked_who_they_are(lived: Path, run: Run) -> None:
    assert run("data", "forget", "Ada Example", "--yes").code == 0
    ran = run("report")
    assert ran.code == 10
    assert "does not know who you are yet" in ran.err


def test_words_named_by_the_record_are_erased_after_a_yes(
    lived: Path, run: Run, asking: Typed
) -> None:
    added = run("log", "training", "--title", "Wednesday pigeons", "--json")
    handle = json.loads(added.out)["data"]["entry"]["handle"]
    asking("\n1\n1\n\n")  # Enter answers neither question, and to the last it is no
    ran = run("data", "redact", handle)
    assert ran.code == 130
    assert "The words of the training of" in ran.err
    assert ran.err.count("Has anybody asked, also by word of mouth, to see this?") == 1
    assert ran.err.count("Is there a grievance, claim or investigation?") == 1
    assert "pigeons" in run("record").out
    asking("3\n")
    ran = run("data", "redact", handle)
    assert (ran.code, "Do not erase." in ran.err) == (11, True)
    assert "pigeons" in run("record").out
    (held,) = json.loads(run("data", "hold", "--json").out)["data"]["holds"]
    assert (held["person"]["name"], held["why"]) == ("Ada Example", "request")
    assert run("data", "redact", handle, "--yes").code == 11
    assert run("data", "hold", "Ada", "--end").code == 0
    asking("1\n1\nyes\n")
    assert run("data", "redact", handle).code == 0
    assert "(erased)" in run("record").out
    assert b"pigeons" not in record_file().read_bytes()
    ran = run("log", "training", "--correct", handle, "--title", "Pigeons again")
    assert ran.code == 11
    assert "can be given no new ones" in ran.err


def test_an_export_is_a_folder_for_this_user_alone_and_overwrites_nothing(
    lived: Path, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    ran = run("data", "export", "-o", str(folder), "--json")
    files = json.loads(ran.out)["data"]["files"]
    assert set(files) == {path.name for path in folder.iterdir()}
    assert {"all.html", "all.docx", "all.json", "rating.csv", "person.csv"} <= set(files)
    assert "Not to be handed over." in (folder / "not-to-hand-over.html").read_text("utf-8")
    assert json.loads((folder / "all.json").read_text("utf-8"))["person"]["name"] == "Ada Example"
    page = (folder / "all.html").read_text("utf-8")
    assert "What this record holds about Ada Example" in page
    assert "hand" not in page.partition("</head>")[2].lower().replace("handbook", "")
    assert (folder / "rating.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (folder / "all.html").stat().st_mode & 0o077 == 0
    told = run("data", "export", "-o", str(tmp_path / "two")).out
    assert "not-to-hand-over.html is for you" in told
    assert "Still with all you take out: all.html, all.json and the tables" in told
    again = run("data", "export", "-o", str(folder))
    assert again.code == 11
    assert "exists already" in again.err


def test_a_sealed_part_is_opened_by_the_command_and_says_so(
    lived: Path, run: Run, tmp_path: Path
) -> None:
    assert run("people", "add", "Lee Invented", "--role", "team leader").code == 0
    begun = ("assess", "Ada", "--as", "supervisor", "--by", "Lee", "--unit", "3.8", "--plain")
    run(*begun)
    ran = run("data", "export", "-o", str(tmp_path / "one"))
    sealed = tmp_path / "one" / "kept-apart.txt"
    if sealed.exists():
        assert "in the sealed part" in ran.out
        opened = run("data", "export", "--sealed", str(sealed), "-o", str(tmp_path / "two"))
        assert "read together from today" in opened.out
        assert (tmp_path / "two" / "kept-apart.json").exists()
    assert run("data", "export", "Ada", "--sealed", str(sealed), "-o", "x").code == 2
    ran = run("data", "export", "--sealed", str(tmp_path / "no.txt"), "-o", str(tmp_path / "x"))
    assert (ran.code, "cannot be read" in ran.err) == (11, True)


def test_retention_lists_until_a_period_is_set_and_erases_nothing_held(
    lived: Path, run: Run, asking: Typed
) -> None:
    assert "Nobody in the record has left." in run("data", "retention").out
    assert run("people", "edit", NAME, "--left", "2025-01-31").code == 0
    ran = run("data", "retention", "--erase", "--yes")
    assert "Bo Sample, left on 31 Jan 2025" in ran.out
    assert "No period is set, so nothing is erased." in ran.out
    assert run("settings", "keep-after-leaving", "soon").code == 11
    assert run("settings", "keep-after-leaving", "6").code == 0
    assert "was to be kept until 31 Jul 2025" in run("data", "retention").out
    assert run("data", "hold", NAME, "--why", "dispute").code == 0
    assert "held, so nothing is erased" in run("data", "retention", "--erase", "--yes").out
    assert NAME in str(run("people", "list", "--all").out)
    assert run("data", "hold", NAME, "--end").code == 0
    asking("2\n")
    # somebody asked to see it: held again, as --yes answers nothing here
    assert run("data", "retention", "--erase", "--yes").code == 11
    assert run("data", "hold", NAME, "--end").code == 0
    asking(f"1\n1\n{NAME}\n")
    assert "Erased on" in run("data", "retention", "--erase").out
    assert NAME not in run("people", "list", "--all").out


def let_two_leave(run: Run) -> None:
    """Two people left longer ago than what is kept of them is kept."""
    run("people", "add", "Cy Other")
    for name in ("Cy Other", NAME):
        run("people", "edit", name, "--left", "2025-01-31")
    run("settings", "keep-after-leaving", "6")


def test_who_was_erased_is_said_though_the_next_one_stops_it(
    lived: Path, run: Run, asking: Typed
) -> None:
    let_two_leave(run)
    asking(f"1\n1\n{NAME}\n1\n2\n")
    ran = run("data", "retention", "--erase")
    assert ran.code == 11
    assert "all that was kept about Bo Sample. Only ids and this date stay." in ran.err
    assert ran.err.index("Bo Sample. Only ids") < ran.err.index("Do not erase.")
    everybody = run("people", "list", "--all").out
    assert (NAME in everybody, "Cy Other" in everybody) == (False, True)


def test_whoever_is_held_by_an_answer_keeps_nobody_else(
    lived: Path, run: Run, asking: Typed
) -> None:
    let_two_leave(run)
    asking("2\n1\n1\nCy Other\n")
    ran = run("data", "retention", "--erase")
    assert ran.code == 11
    assert "all that was kept about Cy Other" in ran.err
    everybody = run("people", "list", "--all").out
    assert (NAME in everybody, "Cy Other" in everybody) == (True, False)


def test_a_hold_that_was_set_is_said_though_the_next_name_stops_it(
    lived: Path, run: Run, asking: Typed
) -> None:
    let_two_leave(run)
    asking("2\n1\n1\nnot the name\n")
    ran = run("data", "retention", "--erase")
    assert (ran.code != 0, f"{NAME} is held from today" in ran.err) == (True, True)


def test_a_name_that_a_keyboard_lacks_is_told_by_its_id_which_will_do(
    lived: Path, run: Run, asking: Typed
) -> None:
    assert run("people", "add", "Bea O\u2019Hara").code == 0
    ran = run("data", "forget", "bea o'hara", "--yes")
    assert ran.code == 10
    (_, own) = " ".join(ran.err.split()).split("Or the id: Bea O\u2019Hara is ")
    own = own.strip().rstrip(".")
    asking(f"1\n1\n{own}\n")
    ran = run("data", "forget", own)
    assert (ran.code, f"or the id, {own}" in " ".join((ran.out + ran.err).split())) == (0, True)
    assert "O\u2019Hara" not in run("people", "list", "--all").out


def test_where_nobody_can_be_asked_each_is_named_and_nobody_erased(
    lived: Path, run: Run, asking: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_two_leave(run)
    run("data", "hold", NAME, "--why", "investigation")
    with monkeypatch.context() as alone:
        alone.setattr(ask, "can_ask", lambda: False)
        ran = run("data", "retention", "--erase", "--yes")
    assert (ran.code, ran.out) == (14, "")
    assert ran.err.splitlines()[-1] == '  ipsskills data forget "Cy Other" --yes'
    assert "Cy Other" in run("people", "list", "--all").out
    asking("1\n1\nCy Other\n")
    ran = run("data", "retention", "--erase", "--yes")
    assert "Bo Sample, left on 31 Jan 2025: held, so nothing is erased" in ran.err
    assert "To be erased now: Cy Other." in ran.err
    assert "all that was kept about Cy Other" in ran.out
    assert names(run) == ["Ada Example"]
    assert NAME in run("people", "list", "--all").out
    assert "Cy" not in run("people", "list", "--all").out


def test_a_join_names_whom_it_erases_and_asks_both_questions(
    lived: Path, run: Run, asking: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = record_file().with_name("other.db")
    shutil.copy(record_file(), other)
    assert run("data", "forget", NAME, "--yes", "--db", str(other)).code == 0
    monkeypatch.setattr(ask, "can_ask", lambda: False)
    ran = run("data", "join", str(other))
    assert ran.code != 0
    said = " ".join(ran.err.split())
    assert f"Erased in the other file, and erased here too if you go on: {NAME}." in said
    assert "--yes" in said
    monkeypatch.setattr(ask, "can_ask", lambda: True)
    asking("1\n3\n")
    ran = run("data", "join", str(other))
    assert (ran.code, NAME in names(run)) == (11, True)
    assert run("data", "hold", NAME, "--end").code == 0
    asking("1\n1\n")
    ran = run("data", "join", str(other))
    assert (ran.code, NAME in names(run)) == (0, False)
    assert f"Erased here too, as in {other}: {NAME}." in " ".join(ran.out.split())
    assert run("data", "join", str(other)).code == 0  # asks nobody about anything
