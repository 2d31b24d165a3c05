"""No command takes the words that its help prints in place of one's own."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ipsskills.errors import UsageError
from tests.cases import try_each
from tests.conftest import Ran
from tests.contract.ways import WORKING
from tests.service import command, parse

# Words that stand in a help page for something of one's own.
PRINTED = re.compile(r"\b[A-Z]{2,}\b")


def list_parameters() -> Iterator[tuple[tuple[str, ...], Any, str]]:
    """Yield each command's parameters whose help prints a word in capitals, and the word."""
    for words in WORKING:
        for param in command(words).params:
            for word in PRINTED.findall(param.metavar or ""):
                yield words, param, word


PARAMETERS = list(list_parameters())


def test_there_are_such_parameters() -> None:
    assert {"WORDS", "NAME", "DATE", "FILE", "GOAL"} <= {word for _, _, word in PARAMETERS}


@try_each("words", dict.fromkeys(words for words, _, _ in PARAMETERS))
def test_a_word_typed_as_it_is_printed_is_refused_with_an_example(words: tuple[str, ...]) -> None:
    arguments = [each for each in command(words).params if each.param_type_name == "argument"]
    for param, word in [(param, word) for whose, param, word in PARAMETERS if whose == words]:
        before = ["1"] * arguments.index(param) if param in arguments else []
        given = [*before, word] if param in arguments else [max(param.opts, key=len), word]
        with pytest.raises(UsageError, match=f"^{word} stands here for") as refused:
            parse(words, given)
        assert refused.value.hint.startswith("For example: "), given
        assert word not in refused.value.hint.split(), given


def test_nothing_is_kept_and_the_example_is_the_command_s_own(
    lived: object, run: Callable[..., Ran]
) -> None:
    ran = run("plan", "done", "1.1", "--brought", "WORDS")
    assert ran.code == 2
    assert 'ipsskills plan done 1.2 --brought "The sentence I struck out"' in ran.err
    assert "WORDS" not in run("plan", "show").out


def test_words_that_only_look_like_it_are_taken(lived: object, run: Callable[..., Ran]) -> None:
    assert run("plan", "done", "1.1", "--brought", "IN MY WORDS").code == 0
    assert "IN MY WORDS" in run("plan", "show").out
