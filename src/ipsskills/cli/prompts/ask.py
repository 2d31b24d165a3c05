"""Asks small questions outside the interview: who you are, which goals, are you sure.

Where plain lines are wanted, every question is a line to type and nothing is redrawn.
"""

import os
import sys
from collections.abc import Callable, Collection, Sequence
from typing import Any, NoReturn, TypeVar

from ipsskills.cli.output.show import say
from ipsskills.cli.output.working import asking
from ipsskills.cli.setup import settings
from ipsskills.errors import Interrupted, InvalidInput, NeedsTerminal

T = TypeVar("T")

_SOME = "Type a word or two, or press Ctrl-C to stop."


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def can_show() -> bool:
    """Whether somebody reads what is shown as it comes: it goes to a terminal, not to a file."""
    return sys.stdout.isatty()


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
        return _line(question, lambda given: given or default or _refuse(_SOME))
    import questionary

    from ipsskills.cli.prompts.pickers import wait_for

    def some(given: str) -> bool | str:
        return bool(given.strip()) or _SOME

    asked = questionary.text(question, default=default, validate=some, output=_output())
    return str(wait_for(asked))


def maybe(question: str, default: str = "", *, plain: bool = False) -> str:
    """Ask for a line of text that may be left empty; Enter takes the default."""
    if plain or wants_plain():
        beside = f" [{default}]" if default else ""
        enter = f" (Enter: {'as in brackets' if default else 'nothing'})"
        return _line(
            f"{question}{beside}{'' if '(Enter' in question else enter}",
            lambda given: given or default,
        )
    import questionary

    from ipsskills.cli.prompts.pickers import wait_for

    return str(wait_for(questionary.text(question, default=default, output=_output()))).strip()


def select(
    question: str,
    choices: Sequence[tuple[str, str]],
    *,
    plain: bool = False,
    enter: tuple[str, str] | None = None,
    default: bool = True,
) -> str:
    """Ask for one of (value, words); ``enter`` is the one that Enter takes in plain lines.

    On the screen Enter takes the first; without a ``default`` it asks again until one is chosen.
    """
    if plain or wants_plain():
        how = (
            f"Type its number (Enter: {choices.index(enter) + 1})." if enter else "Type its number."
        )
        (chosen,) = _numbers(
            question, choices, how, only_one=True, ticked=enter[:1] if enter else ()
        )
        return chosen
    from ipsskills.cli.prompts.pickers import pick_one

    return pick_one(question, choices, _output(), default=default)


def several(
    question: str,
    choices: Sequence[tuple[str, str]],
    *,
    ticked: Collection[str] = (),
    wanted: bool = False,
) -> list[str]:
    """Ask for any of (value, words); those ``ticked`` are picked beforehand.

    Where one is ``wanted`` and none is picked, Enter takes the one that is pointed at.
    """
    if wants_plain():
        alone = "those ticked" if ticked else "none"
        how = f"Type the numbers with spaces between. Enter: {alone}."
        return _numbers(question, choices, how, ticked=ticked)
    from ipsskills.cli.prompts.pickers import pick_several

    return pick_several(question, choices, _output(), ticked=ticked, wanted=wanted)


def sure(question: str) -> bool:
    """Ask for a yes; Enter is no."""
    if wants_plain():
        return _line(f"{question} Type yes or no.", lambda given: given or "no").lower() == "yes"
    import questionary

    from ipsskills.cli.prompts.pickers import wait_for

    return bool(wait_for(questionary.confirm(question, default=False, output=_output())))


def _line(prompt: str, read: Callable[[str], T], *, before: str = "") -> T:
    """Ask for a line until one can be read; only the ``prompt`` is said again after a slip.

    ``read`` raises InvalidInput with what is wrong. Raises Interrupted at the end of the lines.
    """
    if before:
        say(before)
    while True:
        say(prompt)
        with asking():
            line = sys.stdin.readline()
        if not line:
            raise Interrupted("Stopped. What was kept before is kept.")
        try:
            return read(line.strip())
        except InvalidInput as error:
            say(error.message)


def _refuse(why: str) -> NoReturn:
    raise InvalidInput(why)


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
        f"  {number} {words}{' (ticked)' if value in ticked and not only_one else ''}"
        for number, (value, words) in enumerate(choices, 1)
    )

    def read(given: str) -> list[str]:
        words = given.replace(",", " ").split()
        if not words and ticked:
            return [value for value, _ in choices if value in ticked]
        if strange := [word for word in words if word not in values]:
            _refuse(f"'{strange[0]}' is not one of the numbers.")
        if only_one and len(words) != 1:
            _refuse("One number is needed.")
        return [values[word] for word in dict.fromkeys(words)]

    return _line(how, read, before=f"{question}\n{listed}")


def _output() -> Any:
    from prompt_toolkit.output import create_output

    return create_output(always_prefer_tty=True)
