"""``compare`` and ``agree`` as typed: forms, files, days, words in any order, refusals."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.cli.setup import context
from ipsskills.codes import AssessmentKind
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.people.people import find_person
from tests.cases import try_each
from tests.conftest import Ran
from tests.service import answers, is_plain

Run = Callable[..., Ran]
NO_CODE = 'The two of us looked at "Tuesday" together'


def test_both_views_as_a_page(lived: Path, run: Run) -> None:
    ran = run("compare", "--demo")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Two views of Ada Example\n")
    assert "Neither view is the right one by itself." in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_views_that_came_from_files_are_set_side_by_side(
    lived: Path, run: Run, tmp_path: Path
) -> None:
    seen = {unit: {"answer": "3", "basis": "O"} for unit in ("1.1", "3.8")}
    rows = json.loads(answers(tmp_path / "seen.json", seen).read_text(encoding="utf-8"))["answers"]
    kept = [row for row in rows if row["id"] in seen]
    (tmp_path / "seen.json").write_text(json.dumps({"answers": kept}), encoding="utf-8")
    view = ("assess", "Ada", "--as", "supervisor", "--by", "Bo", "--from", "seen.json")
    assert run(*view).code == 0
    told = json.loads(run("compare", "--json").out)["data"]
    pairs = {pair["unit"]: pair for pair in told["pairs"]}
    assert set(pairs) == {"1.1", "3.8"}


def test_the_same_in_every_form_and_file(lived: Path, run: Run, tmp_path: Path) -> None:
    markdown = run("compare", "--demo", "--format", "md").out
    assert markdown.startswith("# Two views of Ada Example\n")
    told = run("compare", "--demo", "--json")
    assert told == run("compare", "--demo", "--format", "json")
    assert json.loads(told.out)["data"]["sides"]["person"]["name"] == "Ada Example"
    for name, expected in (("a.md", markdown), ("a.json", told.out)):
        ran = run("compare", "--demo", "-o", name)
        assert (ran.code, ran.out) == (0, f"It is in {Path.cwd() / name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8") == expected
    assert run("compare", "--demo", "-o", "a.txt").code == 0
    written = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert written.startswith(run("compare", "--demo").out + "\nConfidential: about a member")
    again = run("compare", "--demo", "-o", "a.md")
    assert again.code == 11
    assert "--force" in again.err


def test_figures_stand_alone(lived: Path, run: Run) -> None:
    ran = run("compare", "--demo", "--figures")
    assert ran.code == 0
    assert "AC2" in ran.out
    assert "--figures" not in run("compare", "--demo").out
    data = json.loads(run("compare", "--demo", "--figures", "--json").out)["data"]
    assert data["figures"]["pairs"] >= data["figures"]["exact"]


@try_each(
    ("args", "code"),
    [
        (("Bo",), 10),
        (("Nobody",), 10),
        (("--mine", "soon"), 11),
        (("--demo", "--mine", "2020-01-01"), 10),
        (("--demo", "--theirs", "2020-01-01"), 10),
        (("--demo", "-o", "views.odt"), 11),
        (("--demo", "-o", "nosuch/a.md"), 11),
        (("--format", "odt"), 2),
    ],
)
def test_what_cannot_be_compared(args: tuple[str, ...], code: int, lived: Path, run: Run) -> None:
    ran = run("compare", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)


@pytest.mark.parametrize(
    "words", [("3.12", "2"), ("Ada", "3.12", "2"), ("Ada", "Example", "local-opportunities", "2")]
)
def test_an_agreed_answer(words: tuple[str, ...], lived: Path, run: Run) -> None:
    before = run("compare", "--demo").out
    ran = run("agree", *words, "--because", NO_CODE, "--demo")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Kept for Ada Example, 3.12 Local opportunities: with a check, agreed with Lee Invented.\n"
    )
    after = run("compare", "--demo").out
    assert "You: with someone. Lee Invented: on your own" in " ".join(after.split())
    assert before.split("NEXT")[0].split("FAR APART")[0] in after
    told = json.loads(run("agree", *words, "--because", NO_CODE, "--demo", "--json").out)
    assert told["data"]["reason"] == NO_CODE
    assert told["data"]["with_whom"] == "Lee Invented"


def test_with_somebody_else(lived: Path, run: Run) -> None:
    ran = run("agree", "3.12", "3", "--because", NO_CODE, "--with", "Kim", "--new-person", "--demo")
    assert "agreed with Kim." in ran.out


@try_each(
    ("args", "code"),
    [
        ((), 2),
        (("3.12",), 14),
        (("3.12", "2"), 14),
        (("3.12", "--because", "x"), 14),
        (("9.9", "2", "--because", "x"), 10),
        (("Nobody", "3.12", "2", "--because", "x"), 10),
        (("Bola", "3.12", "2", "--because", "x"), 10),
        (("3.12", "u", "--because", "x"), 11),
        (("1.3", "n", "--because", "x"), 11),
        (("3.12", "2", "--because", " "), 11),
        (("3.12", "2", "--because", "Call Jo Bloggs on 07700 900123"), 11),
    ],
)
def test_what_cannot_be_agreed(args: tuple[str, ...], code: int, lived: Path, run: Run) -> None:
    ran = run("agree", *args, "--demo")
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err, 8)
    assert "Agreed" not in run("report", "--demo").out


def test_words_that_look_like_detail_can_be_kept(lived: Path, run: Run) -> None:
    words = "Our own line is 07700 900123"
    assert run("agree", "3.12", "2", "--because", words, "--demo").code == 11
    assert run("agree", "3.12", "2", "--because", words, "--keep", "--demo").code == 0


def test_each_looks_alone_first(lived: Path, run: Run) -> None:
    with context.desk(context.Place(demo=True), write=True) as desk, desk.reading() as work:
        ada, lee = find_person(work, "Ada", None), find_person(work, "Lee", None)
    with context.desk(context.Place(demo=True), write=True) as desk:
        kind = AssessmentKind.SUPERVISOR
        start(replace(desk, me=lee.thing), ada, ("3.12",), kind=kind)
    ran = run("agree", "3.12", "2", "--because", "x", "--demo")
    assert ran.code == 11
    assert ran.err.startswith("Each looks alone first: Lee Invented's draft on 3.12 is still open.")
    assert run("compare", "--demo").out.count("3.12") == 1


def test_the_day_of_an_agreed_answer_is_today(lived: Path, run: Run) -> None:
    run("agree", "3.12", "2", "--because", NO_CODE, "--demo")
    told = json.loads(run("agree", "3.12", "2", "--because", NO_CODE, "--demo", "--json").out)
    assert told["data"]["on"] == date.today().isoformat()  # noqa: DTZ011 - as people count
