"""Escape sequences of arguments, files and services are shown, never obeyed, on every way out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import try_each
from tests.conftest import Ran

RED, TURNED = "\x1b[31m", "\u202e"
Run = Callable[..., Ran]


def is_tame(ran: Ran) -> None:
    for told in (ran.out, ran.err):
        assert not {RED[0], TURNED, "\x07", "\x9b"} & set(told)


@try_each(
    "args",
    [
        ("report", f"{RED}Ada"),
        ("report", f"{RED}Ada", "--json"),
        (f"nosuch{RED}",),
        ("report", f"--no{RED}such"),
        ("framework", "show", f"{TURNED}3.8"),
        ("framework", "search", f"\x9b2J{TURNED}"),
        ("explain", "bell\x07"),
        ("data", "restore", f"{RED}.db", "--yes"),
        ("settings", f"{RED}plain"),
        ("report", "--db", f"{TURNED}none.db"),
    ],
)
def test_an_argument_is_shown_and_not_obeyed(run: Run, args: tuple[str, ...]) -> None:
    ran = run(*args)
    assert ran.out + ran.err
    is_tame(ran)


def test_a_file_of_answers_is_shown_and_not_obeyed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(f"unit,answer\n{RED}3.8,2\n3.9,{TURNED}4\n", encoding="utf-8")
    run("init", "--name", "Ada Example")
    ran = run("assess", "--from", str(file))
    assert ran.code == 11
    is_tame(ran)


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_a_local_framework_file_is_shown_and_not_obeyed(
    run: Run, tmp_path: Path, form: str
) -> None:
    place = tmp_path / "service"
    place.mkdir()
    (place / "local.yaml").write_text(
        "statements:\n"
        '  - id: local/3.8/slug\n    unit: "3.8"\n    kind: ability\n    asked_as: skill\n'
        f'    text: "Speak \\e[31mup\\a {TURNED}now"\n',
        encoding="utf-8",
    )
    run("settings", "framework", str(place))
    shown = run("framework", "show", "3.8", "--format", form)
    is_tame(shown)
    if form == "text":
        assert "\\x1b[31mup" in shown.out
        is_tame(run("framework", "check"))


def test_a_name_keeps_nothing_that_turns_it(run: Run) -> None:
    assert run("init", "--name", f"Ada {TURNED}Example\u2066").code == 0
    assert "Ada Example" in run("people", "list").out
    title = f"{TURNED}Money\u202c and work"
    assert run("log", "training", "--title", title, "--unit", "3.7").code == 0
    shown = run("record", "--json").out
    assert "Money and work" in shown
    assert "202e" not in shown
