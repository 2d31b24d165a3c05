"""Asks small questions outside the interview: who you are, which goals, are you sure."""

import sys
from collections.abc import Sequence
from typing import Any

from ipsskills.errors import Interrupted, NeedsTerminal


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def need_terminal(hint: str) -> None:
    """Raise NeedsTerminal unless somebody is there; ``hint`` says how to do without."""
    if not can_ask():
        raise NeedsTerminal("This has to ask you something, and there is no terminal.", hint)


def text(question: str, default: str = "") -> str:
    """Ask for a line of text."""
    import questionary

    return str(_answer(questionary.text(question, default=default, output=_output())))


def select(question: str, choices: Sequence[tuple[str, str]]) -> str:
    """Ask for one of (value, words)."""
    import questionary

    options = [questionary.Choice(words, value) for value, words in choices]
    return str(_answer(questionary.select(question, options, output=_output())))


def several(question: str, choices: Sequence[tuple[str, str]]) -> list[str]:
    """Ask for any of (value, words)."""
    import questionary

    options = [questionary.Choice(words, value) for value, words in choices]
    asked = questionary.checkbox(
        question,
        options,
        output=_output(),
        instruction="(arrow keys move, Space picks, Enter goes on)",
    )
    return [str(value) for value in _answer(asked)]


def sure(question: str) -> bool:
    """Ask for a yes; Enter is no."""
    import questionary

    return bool(_answer(questionary.confirm(question, default=False, output=_output())))


def _answer(question: Any) -> Any:
    answer = question.ask(kbi_msg="")
    if answer is None:
        raise Interrupted("Stopped. What was kept before is kept.")
    return answer


def _output() -> Any:
    from prompt_toolkit.output import create_output

    return create_output(always_prefer_tty=True)
