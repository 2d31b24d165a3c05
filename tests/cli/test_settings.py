"""Settings: listed, set, unset, refused, and overruled by variables."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import is_plain, snapshot

Run = Callable[..., Ran]


def kept() -> Path:
    from ipsskills.cli.setup.paths import settings_file

    return settings_file()


def value(run: Run, name: str) -> object:
    return json.loads(run("settings", name, "--json").out)["data"][name]


def test_the_list_says_what_each_is_and_does(home: Path, run: Run) -> None:
    told = run("settings").out
    for name in ("plain", "database", "framework"):
        assert name in told
    assert "the usual" in told
    assert list(home.iterdir()) == []


def test_one_is_shown_alone(home: Path, run: Run) -> None:
    told = run("settings", "plain").out
    assert "plain" in told
    assert "database" not in told


@pytest.mark.parametrize(
    ("given", "means"), [("yes", True), ("ON", True), ("1", True), ("no", False), ("off", False)]
)
def test_yes_and_no_as_people_write_them(given: str, means: bool, home: Path, run: Run) -> None:
    assert run("settings", "plain", given).code == 0
    assert value(run, "plain") is means


def test_unset_goes_back_to_the_default(home: Path, run: Run) -> None:
    run("settings", "plain", "yes")
    ran = run("settings", "plain", "--unset")
    assert (ran.code, ran.err) == (0, "")
    assert value(run, "plain") is False
    assert json.loads(kept().read_text(encoding="utf-8"))["values"] == {}


def test_a_path_is_kept_whole(home: Path, tmp_path: Path, run: Run) -> None:
    run("settings", "database", "mine.db")
    assert value(run, "database") == str(tmp_path / "mine.db")
    run("settings", "database", "~/mine.db")
    assert value(run, "database") == str(home / "mine.db")


def test_the_record_is_where_the_setting_says(home: Path, tmp_path: Path, run: Run) -> None:
    run("settings", "database", "mine.db")
    assert run("init", "--name", "Ada").code == 0
    assert (tmp_path / "mine.db").exists()
    assert str(tmp_path / "mine.db") in run("data", "where").out
    assert "Ada" in run("people", "list").out
    run("settings", "database", "--unset")
    assert "Ada" not in run("people", "list").out


@try_each(
    ("args", "code"),
    [
        (("nosuch",), 11),
        (("nosuch", "yes"), 11),
        (("plain", "perhaps"), 11),
        (("framework", "/nosuch/folder"), 11),
        (("--unset",), 2),
        (("plain", "yes", "--unset"), 2),
        (("plain", "yes", "extra"), 2),
    ],
)
def test_refused(args: tuple[str, ...], code: int, home: Path, run: Run) -> None:
    run("settings", "database", "mine.db")
    before = snapshot(home)
    ran = run("settings", *args)
    assert (ran.code, ran.out) == (code, "")
    is_plain(ran.err)
    assert snapshot(home) == before


def test_an_unknown_setting_is_met_with_those_there_are(home: Path, run: Run) -> None:
    assert (
        "There are: plain, pager, database, backup-to, keep-after-leaving, framework, nation."
        in run("settings", "nosuch").err
    )


def test_a_variable_wins_and_says_so(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("settings", "plain", "no")
    monkeypatch.setenv("IPSSKILLS_PLAIN", "yes")
    assert value(run, "plain") is True
    ran = run("settings", "plain", "no")
    assert ran.code == 0
    assert "IPSSKILLS_PLAIN is set here" in ran.err
    monkeypatch.delenv("IPSSKILLS_PLAIN")
    assert value(run, "plain") is False


def test_a_variable_names_the_record(
    home: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPSSKILLS_DB", str(tmp_path / "team.db"))
    run("init", "--name", "Ada")
    assert (tmp_path / "team.db").exists()


@pytest.mark.parametrize(
    ("name", "given"), [("IPSSKILLS_PLAIN", "perhaps"), ("IPSSKILLS_FRAMEWORK", "/nosuch/folder")]
)
def test_a_variable_with_something_else_in_it(
    name: str, given: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, given)
    ran = run("settings")
    assert ran.code == 11
    assert given in ran.err
    is_plain(ran.err)


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "{",
        "[]",
        "7",
        '{"values": 7}',
        '{"values": {"database": 7}}',
        '{"values": {"framework": ["x"]}}',
        '{"values": {"plain": "yes"}}',
        '{"me": {"x": 7}}',
        "\x00",
    ],
)
def test_a_broken_file_is_named(broken: str, home: Path, run: Run) -> None:
    kept().parent.mkdir(parents=True)
    kept().write_text(broken, encoding="utf-8")
    for args in (("report",), ("settings", "plain", "yes")):
        ran = run(*args)
        assert ran.code == 11
        assert str(kept()) in ran.err
        is_plain(ran.err)
    assert kept().read_text(encoding="utf-8") == broken


def test_a_file_in_another_encoding_is_named(home: Path, run: Run) -> None:
    kept().parent.mkdir(parents=True)
    kept().write_bytes(b'{"values": {"database": "\xff"}}')
    assert run("settings").code == 11


def test_what_a_newer_program_set_is_kept(home: Path, run: Run) -> None:
    kept().parent.mkdir(parents=True)
    kept().write_text('{"values": {"newer": 5}, "me": {}}', encoding="utf-8")
    assert run("settings", "plain", "yes").code == 0
    assert json.loads(kept().read_text(encoding="utf-8"))["values"] == {"newer": 5, "plain": True}


def test_setting_one_forgets_nobody(lived: Path, run: Run) -> None:
    run("settings", "plain", "yes")
    assert run("report").code == 0
    assert kept().stat().st_mode & 0o077 == 0
