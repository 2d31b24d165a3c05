"""A folder that holds good files, bad ones, workbooks and what came in before."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ipsskills.cli.prompts import ask
from ipsskills.formats.exchange.sealed import make_secret, public_of, seal
from ipsskills.formats.forms import columns as at
from tests.cli.sharing.conftest import ADA
from tests.cli.sharing.test_share import CLOSED, Homes, homes  # noqa: F401 - a fixture
from tests.conftest import Ran

Run = Callable[..., Ran]


def fill_workbook(path: Path, answer: str) -> None:
    """Answer 3.8 in a workbook that was made for somebody, on a day."""
    book = openpyxl.load_workbook(path)
    paper = book.worksheets[0]
    heads = {cell.value: cell for row in paper.iter_rows() for cell in row if cell.value}
    keys = paper[heads[at.KEY].column_letter]
    (row,) = [int(c.row or 0) for c in keys if c.value == f"{at.ROW_KEY}3.8"]
    paper.cell(row, int(heads[at.ANSWER].column or 0)).value = answer
    (day,) = [r[0].row for r in paper.iter_rows() if any(c.value == at.DAY_KEY for c in r)]
    paper.cell(int(day or 0), 2).value = "2026-11-20"
    book.save(path)


def add_bad(sent: Path) -> None:
    """Put into a folder a file for somebody else, somebody's own copy, and the form itself."""
    (sent / "b.txt").write_text(seal(b"{}", keys=[public_of(make_secret())]))
    copy = {"ipsskills": 1, "what": "copy", "copy": {"about": {"name": "Cat Dunn"}}}
    (sent / "c.json").write_text(json.dumps(copy))
    (sent / "d.html").write_text('<script type="application/json" id="tables">{}</script>')


def test_the_good_files_of_a_folder_come_in_and_the_rest_are_told(
    homes: Homes,  # noqa: F811
    run: Run,
    tmp_path: Path,
) -> None:
    (tmp_path / "sent").mkdir()
    add_bad(tmp_path / "sent")
    homes.do("share", "out", "--open-file", "-o", "sent/z.txt")
    homes.be("lee")
    ran = run("share", "in", "sent")
    assert ran.code == 11
    assert "Says it is from Ada Example" in ran.out
    assert ADA in homes.do("people", "list").out
    left = " ".join(ran.err.split())
    assert "Not taken in: b.txt: It is closed for somebody else" in left
    assert "c.json: It is Cat Dunn's own copy" in left
    assert "d.html: It is the form itself" in left
    assert "Nothing was changed" not in left
    told: Any = json.loads(run("share", "in", "sent", "--json").out)["data"]
    assert [each["name"] for each in told["left"]] == ["b.txt", "c.json", "d.html"]
    assert all(each["todo"] for each in told["left"])


def test_one_bad_file_that_is_named_is_refused(
    homes: Homes,  # noqa: F811
    run: Run,
    tmp_path: Path,
) -> None:
    add_bad(tmp_path)
    for name in ("b.txt", "c.json", "d.html"):
        ran = run("share", "in", name)
        assert (ran.code, ran.out, "Nothing was changed." in ran.err) == (11, "", True)


def test_a_workbook_in_a_folder_is_read_and_one_of_others_is_named(
    homes: Homes,  # noqa: F811
    run: Run,
    tmp_path: Path,
) -> None:
    (tmp_path / "sent").mkdir()
    book = openpyxl.Workbook()
    book.save(tmp_path / "sent" / "rota.xlsx")
    (tmp_path / "sent" / "bank.csv").write_text("day,amount\n")
    homes.be("lee").do("people", "add", "Gus Hart")
    alone = run("share", "in", "sent")
    assert "rota.xlsx: no form of ours" in alone.err
    assert "BEGIN AGE" not in alone.err
    homes.do("form", "-o", "sent/gus.xlsx", "--for", "Gus Hart", "--unit", "3.8")
    blank = run("share", "in", "sent")
    assert blank.code == 11
    assert "gus.xlsx: Nothing is filled in yet." in blank.err
    assert "It may be your own blank" in blank.err
    fill_workbook(tmp_path / "sent" / "gus.xlsx", "2")
    done = homes.do("share", "in", "sent")
    assert "Kept: answers by Gus Hart" in done.out
    assert "Passed over, as no forms of ours: rota.xlsx." in done.err


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let words close and open at once: they ask for next to no work."""
    monkeypatch.setattr("ipsskills.formats.exchange.by_words.WORK", 1)


@pytest.mark.usefixtures("little_work")
def test_nobody_is_asked_for_the_words_of_a_file_that_came_in(
    homes: Homes,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "words.txt").write_text("four words for it\n")
    (tmp_path / "sent").mkdir()
    homes.do("share", "out", "--passphrase-file", "words.txt", "-o", "sent/a.txt")
    asked: list[str] = []

    def type_words(question: str) -> str:
        asked.append(question)
        return "four words for it"

    with monkeypatch.context() as patch:
        patch.setattr(ask, "can_ask", lambda: True)
        patch.setattr(ask, "text", type_words)
        patch.setattr(ask, "maybe", type_words)
        patch.setattr(ask, "select", lambda *_, **__: "look")
        homes.be("lee").do("share", "in", "sent")
        for name in ("sent", "sent/a.txt"):
            again = homes.do("share", "in", name)
            assert "a.txt came in already, on " in again.err
        assert len(asked) == 1
        homes.do("share", "undo", "--yes")
        homes.do("share", "in", "sent")
    assert len(asked) == 2


@pytest.mark.usefixtures("little_work")
def test_one_of_several_whose_words_are_not_at_hand_is_left(
    homes: Homes,  # noqa: F811
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "words.txt").write_text("four words for it\n")
    (tmp_path / "sent").mkdir()
    homes.do("share", "out", "--passphrase-file", "words.txt", "-o", "sent/a.txt")
    homes.do("share", "out", "--open-file", "-o", "sent/b.txt")
    asked: list[str] = []

    def press_enter(question: str) -> str:
        asked.append(question)
        return ""

    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "maybe", press_enter)
    monkeypatch.setattr(ask, "select", lambda *_, **__: "look")
    homes.be("lee")
    ran = run("share", "in", "sent")
    assert asked == ["The passphrase for a.txt (Enter: leave this one):"]
    assert ran.code == 11
    assert "Says it is from Ada Example" in ran.out
    left = " ".join(ran.err.split())
    assert "a.txt: You left it. Take it in by itself once you have its passphrase." in left


def test_who_somebody_is_counts_for_the_file_that_names_them(
    homes: Homes,  # noqa: F811
    run: Run,
    tmp_path: Path,
) -> None:
    (tmp_path / "sent").mkdir()
    homes.do("share", "out", "--open-file", "-o", "sent/a.txt")
    homes.be("bo").do("init", "--name", "Bo Other", "--supervisor", "Lee Sample")
    homes.do("assess", "--from", "answers.json")
    homes.do("share", "out", "--open-file", "-o", "sent/b.txt")
    homes.be("lee").do("people", "add", ADA)
    homes.do("people", "add", "Nia New")
    refused = run("share", "in", "sent", "--is", "Nia New")
    assert (refused.code, "None of these files names anybody like Nia New" in refused.err) == (
        11,
        True,
    )
    assert "Bo Other" not in homes.do("people", "list").out
    homes.do("share", "in", "sent", "--is", ADA)
    people = homes.do("people", "list").out
    assert people.count(ADA) == 1
    assert "Bo Other" in people


def test_what_is_kept_apart_goes_neither_as_a_file_nor_on_a_page(
    homes: Homes,  # noqa: F811
    run: Run,
) -> None:
    homes.do("share", "out", "--open-file", "-o", "one.txt")
    homes.be("lee").do("share", "in", "one.txt")
    for name, *options in (("back.docx",), ("back.txt", "--open-file")):
        ran = run("share", "out", "Ada", "--to", "Ada", *options, "-o", name)
        assert (ran.code, Path(name).exists()) == (11, False)
        assert "Ada Example's look is here, kept apart" in ran.err


def test_a_form_from_before_the_erasing_stays_out_and_a_new_one_is_named(
    homes: Homes,  # noqa: F811
    run: Run,
) -> None:
    homes.be("lee").do("people", "add", "Gus Hart")
    homes.do("form", "-o", "gus.xlsx", "--for", "Gus Hart", "--unit", "3.8")
    fill_workbook(Path("gus.xlsx"), "2")
    homes.do("share", "in", "gus.xlsx")
    homes.do("data", "forget", "Gus Hart", "--yes")
    refused = run("share", "in", "gus.xlsx").err
    assert "This form stays out." in refused
    assert re.search(r'ipsskills form -o gus-hart-form-[0-9-]{10}\.html --for "Gus Hart"', refused)


def test_nothing_stands_between_what_goes_and_the_words(homes: Homes) -> None:  # noqa: F811
    assert "change computers" not in homes.do("share", "out", "--open-file").err


def test_a_folder_of_the_home_folder_is_found_from_anywhere(
    homes: Homes,  # noqa: F811
    tmp_path: Path,
) -> None:
    (tmp_path / "lee" / "Downloads").mkdir(parents=True)
    homes.do("share", "out", "--open-file", "-o", "lee/Downloads/one.txt")
    assert "from Ada Example" in homes.be("lee").do("share", "in", "Downloads").out


def test_whom_several_files_name_as_they_are_called_here_is_asked_about_once(
    homes: Homes,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "sent").mkdir()
    homes.do("share", "out", "--open-file", "-o", "sent/ada.txt")
    homes.be("bo").do("init", "--name", "Bo Sample", "--supervisor", "Lee Sample")
    homes.do("share", "out", "--open-file", "-o", "sent/bo.txt")
    homes.be("lee").do("people", "add", ADA)
    homes.do("people", "add", "Bo Sample")
    asked: list[str] = []

    def choose(question: str, choices: Any, *, default: bool = True) -> str:
        asked.append(question)
        return "look" if default else str(choices[0][0])

    monkeypatch.setattr(ask, "can_ask", lambda: True)
    monkeypatch.setattr(ask, "select", choose)
    homes.do("share", "in", "sent")
    asked = [each for each in asked if "name" in each]
    assert asked == ["The files name Ada Example, Bo Sample. Are they who is here by these names?"]
    listed = homes.do("people", "list").out
    assert (listed.count(ADA), listed.count("Bo Sample")) == (1, 1)
