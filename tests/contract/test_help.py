"""Every command's help: there, plain, narrow, with examples that can be typed as they are."""

import re
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.cases import try_each
from tests.conftest import Ran
from tests.service import command, commands, is_group, parse

WIDTH = 80
_SAID: dict[tuple[str, ...], str] = {}
DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
HEADING = re.compile(r"^## (ipsskills\b.*)$", re.MULTILINE)

each_command = try_each("words", commands())


def examples(text: str) -> list[str]:
    """Return the examples at the end of a help page."""
    _, _, told = text.partition("Examples:\n")
    return [line.strip() for line in told.splitlines() if line.strip()]


@pytest.fixture
def helped(run: Callable[..., Ran]) -> Callable[[tuple[str, ...]], str]:
    """Return the help of a command by its words, asked for once a process."""

    def ask(words: tuple[str, ...]) -> str:
        if words not in _SAID:
            ran = run(*words, "--help")
            assert (ran.code, ran.err) == (0, "")
            _SAID[words] = ran.out
        return _SAID[words]

    return ask


Helped = Callable[[tuple[str, ...]], str]


def test_the_commands_of_the_design_are_there() -> None:
    told = {" ".join(words) for words in commands()}
    assert told >= {
        *("", "demo", "init", "assess", "report", "chart radar", "explain", "settings"),
        *("plan draft", "plan show", "plan add", "plan done", "plan export"),
        *("people list", "people add", "people edit"),
        *("framework show", "framework search", "framework check"),
        *("data where", "data backup", "data restore", "data join", "data check"),
    }


@each_command
def test_help_says_what_the_command_does(words: tuple[str, ...], helped: Helped) -> None:
    usage, said, *_ = [part for part in helped(words).split("\n\n") if part.strip()]
    assert usage.startswith(" ".join(["Usage: ipsskills", *words, "["]))
    assert said.strip().endswith(".")
    assert said.strip()[0].isupper()


@each_command
def test_help_is_plain_and_narrow(words: tuple[str, ...], helped: Helped) -> None:
    text = helped(words)
    assert text.isascii(), "boxes and other ornaments do not belong here"
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert not re.search(r"[{}=]|\bNone\b|\bTEXT\b|\bINTEGER\b|\bPATH\b", text)
    for shown in re.findall(r"<([^>]*)>", text):
        assert "|" in shown, f"<{shown}> is no choice of words"


@each_command
def test_every_argument_and_option_is_explained(words: tuple[str, ...]) -> None:
    for param in command(words).params:
        assert (param.help or "").strip().endswith("."), param.name


@each_command
def test_short_and_long_help_are_the_same(
    words: tuple[str, ...], run: Callable[..., Ran], helped: Helped
) -> None:
    assert run(*words, "-h").out == helped(words)


@each_command
def test_help_ends_with_examples_of_this_command(words: tuple[str, ...], helped: Helped) -> None:
    found = examples(helped(words))
    assert found
    start = " ".join(["ipsskills", *words])
    assert all(line == start or line.startswith(f"{start} ") for line in found)


@each_command
def test_examples_can_be_typed(words: tuple[str, ...], helped: Helped) -> None:
    for line in examples(helped(words)):
        typed = shlex.split(line)[1:]
        found, depth = command(()), 0
        while depth < len(typed) and typed[depth] in getattr(found, "commands", {}):
            depth += 1
            found = command(tuple(typed[:depth]))
        assert not getattr(found, "commands", {}), f"{line} names no command"
        assert parse(tuple(typed[:depth]), typed[depth:]).params is not None


@try_each("words", [w for w in commands() if not is_group(w)])
def test_help_wins_over_other_options(words: tuple[str, ...], helped: Helped) -> None:
    assert helped((*words, "--json")) == helped(words)


@try_each("words", [w for w in commands() if not w or is_group(w)])
def test_a_group_lists_what_is_below_it(words: tuple[str, ...], helped: Helped) -> None:
    _, _, listed = helped(words).partition("Commands:\n")
    for inner in [w[-1] for w in commands() if w[:-1] == words and w]:
        assert re.search(rf"^  {inner} +[A-Z].*\.$", listed, re.MULTILINE), inner


def test_help_leaves_nothing_behind(home: Path, run: Callable[..., Ran]) -> None:
    for words in commands():
        assert run(*words, "--help").code == 0
    assert list(home.iterdir()) == []


@cache
def documented() -> dict[str, str]:
    """Return what the page of commands says under each heading."""
    text = DOCS.read_text(encoding="utf-8")
    parts = HEADING.split(text)
    return {"ipsskills": parts[0], **dict(_pairs(parts[1:]))}


def _pairs(parts: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(parts[::2], parts[1::2], strict=True)


@each_command
def test_the_page_of_commands_shows_the_help_as_it_is(
    words: tuple[str, ...], helped: Helped
) -> None:
    told = documented().get(" ".join(["ipsskills", *words]), "")
    assert told, "write it: python docs/generate.py"
    current = helped(words).rstrip() in told
    assert current, "out of date; write it anew: python docs/generate.py"


def test_the_page_of_commands_names_no_other() -> None:
    assert set(documented()) == {" ".join(["ipsskills", *words]) for words in commands()}
