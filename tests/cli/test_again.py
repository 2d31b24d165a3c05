"""The same row, file or entry once more is noticed, and days in a file that read two ways are."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.begun import NOW, begin_home
from tests.conftest import Ran
from tests.service import snapshot

Run = Callable[..., Ran]

ROWS = {
    "training": "title,on,unit,hours\nBenefits,2 Mar 2026,3.7,1:30\nRent,3 Mar 2026,3.7,\n",
    "evidence": "title,on,unit\nA plan,2 Mar 2026,3.8\nA list,2 Mar 2026,3.15\n",
    "observation": "setting,on,way\nA call,2 Mar 2026,watched\nA visit,2 Mar 2026,shown\n",
    "supervision": (
        "on,minutes,action\n2 Mar 2026,60,Ada: ring by 9 Mar; Lee: book\n9 Mar 2026,45,\n"
    ),
}
LOGGED = {
    "training": ("--title", "Benefits", "--on", "2026-03-02", "--hours", "2"),
    "evidence": ("--title", " a  PLAN", "--on", "2026-03-02", "--unit", "3.8"),
    "observation": ("--setting", "A call", "--on", "2/3/26", "--way", "watched"),
    "supervision": ("--on", "2 Mar 2026", "--minutes", "50"),
}


MONDAY_NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, warm_cache: Path) -> Path:
    return begin_home(tmp_path_factory.mktemp("begun"), warm_cache, lambda: MONDAY_NOON)


@pytest.fixture
def ada(home: Path, begun: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give Ada Example a home with a record of her own, on Monday 30 November 2026."""
    monkeypatch.setattr(NOW, lambda: MONDAY_NOON)
    shutil.copytree(begun, home, dirs_exist_ok=True)
    return home


def entries(run: Run, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("record", "--kind", kind, "--json").out)["data"][
        "entries"
    ]
    return found


def take(run: Run, folder: Path, kind: str, text: str) -> Ran:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    ran = run("log", kind, "--from", "t.csv")
    assert ran.code == 0, ran.err
    return ran


@pytest.mark.parametrize("kind", ROWS)
def test_the_same_file_again_adds_nothing(kind: str, ada: Path, tmp_path: Path, run: Run) -> None:
    assert take(run, tmp_path, kind, ROWS[kind]).err == ""
    ran = take(run, tmp_path, kind, ROWS[kind])
    assert ran.err == "Left out, since the record has the same already: lines 2 and 3.\n"
    assert ran.out.startswith("Nothing is new: the record has every row already.")
    assert len(entries(run, kind)) == 2
    assert len(entries(run, "action")) == (2 if kind == "supervision" else 0)


@pytest.mark.parametrize("kind", ROWS)
def test_the_same_row_in_one_file_and_in_another_is_left_out(
    kind: str, ada: Path, tmp_path: Path, run: Run
) -> None:
    head, first, second = ROWS[kind].splitlines()
    take(run, tmp_path, kind, f"{head}\n{first}\n")
    spelt = first.replace("2 Mar 2026", "2026-03-02").upper()
    ran = take(run, tmp_path, kind, f"{head}\n{second}\n{spelt}\n{second}\n")
    assert "the record has the same already: line 3." in ran.err
    assert "Left out, since line 2 says the same: line 4." in ran.err
    assert ran.out.startswith("1 row is in the record now.")
    assert len(entries(run, kind)) == 2


@pytest.mark.parametrize("kind", ROWS)
def test_what_is_much_like_another_is_kept_and_told(
    kind: str, ada: Path, tmp_path: Path, run: Run
) -> None:
    take(run, tmp_path, kind, ROWS[kind])
    before = {entry["handle"] for entry in entries(run, kind)}
    ran = run("log", kind, *LOGGED[kind])
    assert ran.code == 0
    assert f"This may be in the record twice now. There was before: {kind}, 2 Mar 2026" in ran.err
    (new,) = {entry["handle"] for entry in entries(run, kind)} - before
    assert f"ipsskills log remove {new}" in ran.err
    assert run("log", "remove", new).code == 0
    assert run("log", kind, *LOGGED[kind][:-2], LOGGED[kind][-2], LOGGED[kind][-1]).code == 0


def test_a_row_much_like_an_entry_is_kept_and_told(ada: Path, tmp_path: Path, run: Run) -> None:
    run("log", "training", "--title", "Benefits", "--on", "2 Mar 2026")
    (old,) = entries(run, "training")
    ran = take(run, tmp_path, "training", ROWS["training"])
    assert "Kept, but perhaps in the record twice now: line 2 (" in ran.err
    assert f"before: {old['handle']}." in ran.err
    assert len(entries(run, "training")) == 3


def test_an_entry_of_another_day_person_or_way_is_not_the_same(
    ada: Path, tmp_path: Path, run: Run
) -> None:
    run("people", "add", "Bo Sample")
    seen = ("log", "observation", "--setting", "A call", "--way", "watched")
    for told in (
        (*seen, "--on", "2 Mar 2026"),
        (*seen, "--on", "3 Mar 2026"),
        (*seen[:-1], "shown", "--on", "2 Mar 2026"),
        ("log", "observation", "Bo", *seen[2:], "--on", "2 Mar 2026"),
        ("log", "training", "--title", "A call", "--on", "2 Mar 2026"),
        ("log", "supervision", "--minutes", "60", "--on", "2 Mar 2026"),
        ("log", "supervision", "--cancelled", "ill", "--on", "2 Mar 2026"),
    ):
        ran = run(*told)
        assert (ran.code, ran.err) == (0, ""), told


def test_what_was_taken_back_may_come_again(ada: Path, tmp_path: Path, run: Run) -> None:
    take(run, tmp_path, "training", ROWS["training"])
    for entry in entries(run, "training"):
        run("log", "remove", entry["handle"])
    assert take(run, tmp_path, "training", ROWS["training"]).err == ""
    assert len(entries(run, "training")) == 2


def test_the_same_action_again_is_told(ada: Path, run: Run) -> None:
    agreed = ("--action", "Lee: Book a ward by 9 Mar 2026")
    run("log", "supervision", "--minutes", "60", "--on", "2 Mar 2026", *agreed)
    (held,) = entries(run, "supervision")
    again = ("--action", "Lee: book a  ward by 16 Mar 2026")
    ran = run("log", "supervision", "--correct", held["handle"], *again)
    assert "There was before: action, 2 Mar 2026, Book a ward" in ran.err


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["03/04/2026", "5/6/2026"], "03/04/2026 is 3 Apr 2026."),
        (["4/4/2026", "2026-04-05", "5.6.26"], "5.6.26 is 5 Jun 2026."),
        (["03/04/2026", "13/04/2026"], ""),
        (["4/4/2026", "5/5/2026"], ""),
        (["3 Apr 2026", "2026-04-03"], ""),
        (["3/4", "5.6."], "3/4 is 3 Apr 2026."),
        (["3/4", "13.6."], ""),
    ],
)
def test_one_notice_for_days_that_could_be_read_both_ways(
    days: list[str], told: str, ada: Path, tmp_path: Path, run: Run
) -> None:
    rows = "".join(f"row {number},{day}\n" for number, day in enumerate(days))
    ran = take(run, tmp_path, "training", f"title,on\n{rows}")
    assert ran.err == (f"The days in t.csv are read day first: {told}\n" if told else "")


def test_a_table_is_taken_as_a_spreadsheet_leaves_it(ada: Path, tmp_path: Path, run: Run) -> None:
    text = "sep=;\nTraining of the spring\n\nTITLE;On;Hours\nBenefits;2 Mar 2026;1,5\n"
    take(run, tmp_path, "training", text)
    (entry,) = entries(run, "training")
    assert (entry["title"], entry["on"], entry["hours"]) == ("Benefits", "2026-03-02", 1.5)
    text = "Setting,On,Way,Next step,OWN_WORD\nA call,2 Mar 2026,watched,Ask,Fine\n"
    take(run, tmp_path, "observation", text)
    (entry,) = entries(run, "observation")
    assert (entry["next_step"], entry["own_word"]) == ("Ask", "Fine")


ANSWERS = "slug,answer,reason\ndisclosure,2,\nethics,x,setting\njob-search,,\n"
ASK = ("assess", "--unit", "3.8", "--unit", "2.1", "--unit", "3.15", "--from", "a.csv")


def test_the_same_file_of_answers_again_is_told(ada: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    told = "These are the answers that were finished on 30 Nov 2026, one by one."
    first = run(*ASK)
    assert (first.code, told in first.err) == (0, False), first.err
    again = run(*ASK)
    assert (again.code, told in again.err) == (0, True), again.err
    (tmp_path / "a.csv").write_text(ANSWERS.replace(",2,", ",3,"), encoding="utf-8")
    assert told not in run(*ASK).err


def test_at_a_terminal_the_same_answers_are_kept_only_on_a_yes(
    ada: Path,
    tmp_path: Path,
    run: Run,
    typed: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    run(*ASK)
    before = snapshot(ada / ".local")
    monkeypatch.setattr("ipsskills.cli.prompts.ask.can_ask", lambda: True)
    typed("\n")
    ran = run(*ASK)
    assert ran.code == 130
    assert "Nothing was kept." in ran.err
    assert snapshot(ada / ".local") == before
    typed("yes\n")
    assert run(*ASK).code == 0


def test_the_same_goal_in_own_words_again_is_told(ada: Path, run: Run) -> None:
    told = "This may be on the plan twice now: goal 1 says the same."
    assert told not in run("plan", "add", "Meet three cafés", "--do", "Ring one").err
    assert told not in run("plan", "add", "Meet four cafés").err
    again = run("plan", "add", "meet  three CAFES")
    assert (again.code, told in again.err) == (0, True), again.err
    off = "ipsskills plan drop 3 --because Repeated"
    assert off in again.err
    assert run("plan", "drop", "3", "--because", "Repeated").code == 0
    assert run("plan", "drop", "1", "--because", "Not now").code == 0
    assert told not in run("plan", "add", "Meet three cafés").err
