"""Asks small questions outside the interview: who you are, which goals, are you sure.

Where plain lines are wanted, every question is a line to type and nothing is redrawn.
"""

import os
import shutil
import sys
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from ipsskills.cli.output.show import say
from ipsskills.cli.setup import settings
from ipsskills.errors import Interrupted, NeedsTerminal

T = TypeVar("T")

_SIGNS = 6  # the pointer and the circle before a choice


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def need_terminal(hint: str) -> None:
    """Raise NeedsTerminal unless somebody is there; ``hint`` says how to do without."""
    if not can_ask():
        raise NeedsTerminal("This has to ask you something, and there is no terminal.", hint)


def wants_plain() -> bool:
    """Whether to ask in plain lines: by the settings, or because the terminal can do no more."""
    dumb = os.environ.get("TERM", "") in ("dumb", "") and os.name != "nt"
    terminal = sys.stdin.isatty() and (sys.stdout.isatty() or sys.stderr.isatty())
    return bool(settings.load().get("plain")) or dumb or not terminal


def text(question: str, default: str = "", *, plain: bool = False) -> str:
    """Ask for a line of text until there is some."""
    if plain or wants_plain():
        return _line(question, lambda given: given or default or None)
    import questionary

    def some(given: str) -> bool | str:
        return bool(given.strip()) or "Type a word or two, or press Ctrl-C to stop."

    asked = questionary.text(question, default=default, validate=some, output=_output())
    return str(_answer(asked))


def maybe(question: str, default: str = "", *, plain: bool = False) -> str:
    """Ask for a line of text that may be left empty; Enter takes the default."""
    if plain or wants_plain():
        beside = f" [{default}]" if default else ""
        return _line(
            f"{question}{beside} (Enter: {'as in brackets' if default else 'nothing'})",
            lambda given: given or default,
        )
    import questionary

    return str(_answer(questionary.text(question, default=default, output=_output()))).strip()


def select(question: str, choices: Sequence[tuple[str, str]], *, plain: bool = False) -> str:
    """Ask for one of (value, words)."""
    if plain or wants_plain():
        (chosen,) = _numbers(question, choices, "Type its number.", only_one=True)
        return chosen
    import questionary

    options = [questionary.Choice(_fit(words), value) for value, words in choices]
    return str(_answer(questionary.select(question, options, output=_output())))


def several(
    question: str, choices: Sequence[tuple[str, str]], *, ticked: Collection[str] = ()
) -> list[str]:
    """Ask for any of (value, words); those ``ticked`` are picked beforehand."""
    if wants_plain():
        return _numbers(question, choices, "Type the numbers with spaces between.", ticked=ticked)
    import questionary

    options = [
        questionary.Choice(_fit(words), value, checked=value in ticked) for value, words in choices
    ]
    asked = questionary.checkbox(
        question,
        options,
        output=_output(),
        instruction="(arrow keys move, Space picks, Enter goes on)",
    )
    return [str(value) for value in _answer(asked)]


def sure(question: str) -> bool:
    """Ask for a yes; Enter is no."""
    if wants_plain():
        return _line(f"{question} Type yes or no.", lambda given: given or "no").lower() == "yes"
    import questionary

    return bool(_answer(questionary.confirm(question, default=False, output=_output())))


def _line(question: str, read: Callable[[str], T | None]) -> T:
    """Ask for a line until one can be read. Raises Interrupted at the end of the lines."""
    while True:
        say(question)
        if not (line := sys.stdin.readline()):
            raise Interrupted("Stopped. What was kept before is kept.")
        if (found := read(line.strip())) is not None:
            return found


def _numbers(
    question: str,
    choices: Sequence[tuple[str, str]],
    how: str,
    *,
    only_one: bool = False,
    ticked: Collection[str] = (),
) -> list[str]:
    """Ask for the numbers of listed choices; return their values. Enter alone takes the ticked."""
    values = {str(number): value for number, (value, _) in enumerate(choices, 1)}
    listed = "\n".join(
        f"  {number} {words}{' (ticked)' if value in ticked else ''}"
        for number, (value, words) in enumerate(choices, 1)
    )

    def read(given: str) -> list[str] | None:
        words = given.split()
        if not words and ticked:
            return [value for value, _ in choices if value in ticked]
        fits = len(words) == 1 or not only_one
        return [values[word] for word in words] if fits and set(words) <= set(values) else None

    return _line(f"{question}\n{listed}\n{how}", read)


def _fit(words: str) -> str:
    """Shorten a choice to one line of the terminal, after the list's own markers."""
    from ipsskills.cli.interview.layout import shorten

    return shorten(words, shutil.get_terminal_size().columns - _SIGNS)


def _answer(question: Any) -> Any:
    answer = question.ask(kbi_msg="")
    if answer is None:
        raise Interrupted("Stopped. What was kept before is kept.")
    return answer


def _output() -> Any:
    from prompt_toolkit.output import create_output

    return create_output(always_prefer_tty=True)
