"""Lists to pick from at a terminal: each candidate is shown whole, on as many lines as it needs."""

import shutil
from collections.abc import Collection, Sequence
from typing import Any

import questionary
from prompt_toolkit.filters import Condition, is_done, to_filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    ScrollOffsets,
    Window,
)
from questionary.prompts.common import InquirerControl

from ipsskills.cli.output.cells import wrap
from ipsskills.cli.output.show import say
from ipsskills.cli.output.working import asking
from ipsskills.errors import Interrupted
from ipsskills.pages.words import upper_first

Choices = Sequence[tuple[str, str]]

WIDEST = 100
_SIGNS = 5  # the pointer and the circle before a choice
_NONE = "Nothing ticked."
_ONE = "arrow keys move, Enter takes this line"
_NO_WORDS = "No words are kept here."
_FIRST_AN_ARROW = "Nothing is chosen yet, so it asks again: an arrow key first, then Enter."
_NOT_YET = ""  # the value of the line that is no answer
_LABEL = 12  # a number or a name that is set apart by spaces is no longer than this


def pick_one(question: str, choices: Choices, output: Any, *, default: bool = True) -> str:
    """Ask for one of (value, words); return its value. Raises Interrupted.

    Enter takes the one that is pointed at. Without a ``default`` that is nothing until an arrow key
    was pressed, and Enter asks for that.
    """
    if default:
        asked = questionary.select(question, _make(choices), output=output, use_jk_keys=False)
        _show_whole(asked)
        _tell_keys(asked, _ONE)
        return str(wait_for(asked))
    blank = questionary.Choice("(choose with the arrow keys, then Enter)", _NOT_YET)
    while True:
        listed = [blank, *_make(choices)]
        asked = questionary.select(question, listed, output=output, use_jk_keys=False)
        _show_whole(asked)
        _tell_keys(asked, _ONE)
        if (answer := wait_for(asked)) != _NOT_YET:
            return str(answer)
        say(_FIRST_AN_ARROW)


def pick_several(
    question: str,
    choices: Choices,
    output: Any,
    *,
    ticked: Collection[str] = (),
    wanted: bool = False,
) -> list[str]:
    """Ask for any of (value, words); return their values. Raises Interrupted.

    Where one is ``wanted`` and none is picked, Enter takes the one that is pointed at.
    """
    enter = "Enter takes this line, or those picked" if wanted else "Enter goes on"
    asked = questionary.checkbox(
        question,
        _make(choices, ticked),
        output=output,
        instruction=f"(arrow keys move, Space picks, {enter})",
        use_jk_keys=False,
    )
    _show_whole(asked)
    _tell_keys(asked, f"arrow keys move, Space picks, {enter}")
    if wanted:
        _take_pointed(asked)
    else:
        _say_none(asked)
    picked = [str(value) for value in wait_for(asked)]
    if not (picked or wanted):
        say(f"{question} {_NONE}")
    return picked


def lay_out(words: str, columns: int) -> str:
    """Return a choice whole, its lines broken between words and set under each other.

    What follows a number or a name in front stands under its own beginning.
    """
    label, apart, _ = words.partition("  ")
    hang = len(words) - len(words[len(label) :].lstrip()) if apart and len(label) < _LABEL else 2
    width = max(20, min(columns, WIDEST) - _SIGNS - 1)
    return "\n".join(wrap(words, width, then=" " * hang)).replace("\n", "\n" + " " * _SIGNS)


def _make(choices: Choices, ticked: Collection[str] = ()) -> list[questionary.Choice]:
    columns = shutil.get_terminal_size().columns
    return [
        questionary.Choice(lay_out(words, columns), value, checked=value in ticked)
        for value, words in choices
    ]


def _find_list(asked: questionary.Question) -> tuple[Window, InquirerControl]:
    for window in asked.application.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            return window, window.content
    raise TypeError("a list has no window")


def _show_whole(asked: questionary.Question) -> None:
    """Scroll so far that all lines of the choice that is pointed at are on the screen.

    What was chosen stays behind the question, where a line that is too long goes on below.
    """
    window, shown = _find_list(asked)
    for each in asked.application.layout.find_all_windows():
        if each is not window:
            each.wrap_lines = to_filter(True)
    lines = max(str(choice.title).count("\n") for choice in shown.choices)
    window.scroll_offsets = ScrollOffsets(bottom=lines)


def _tell_keys(asked: questionary.Question, how: str) -> None:
    """Let whoever types words into a list be told which keys it takes; letters do nothing there.

    Two would pick all, or turn round what is picked, and nobody who writes means either.
    """
    typed: list[str] = []
    keys = KeyBindings()

    @keys.add("a", eager=True)
    @keys.add("i", eager=True)
    @keys.add(Keys.Any)
    @keys.add(Keys.BracketedPaste)
    def tell(event: KeyPressEvent) -> None:
        typed.append(event.data)

    words = FormattedTextControl(f"{_NO_WORDS} {upper_first(how)}.")
    told = Window(words, wrap_lines=True, dont_extend_height=True)
    shown = Condition(lambda: bool(typed)) & ~is_done
    layout = asked.application.layout
    layout.container = HSplit([ConditionalContainer(told, shown), layout.container])
    _bind(asked, keys)


def _say_none(asked: questionary.Question) -> None:
    """Let a list that is left with nothing picked say so; "done" could be read as an answer."""
    _, shown = _find_list(asked)
    keys = KeyBindings()

    @keys.add(Keys.Enter, filter=Condition(lambda: not shown.selected_options), eager=True)
    def leave(event: KeyPressEvent) -> None:
        event.app.erase_when_done = True
        shown.is_answered = True
        event.app.exit(result=[])

    _bind(asked, keys)


def _bind(asked: questionary.Question, keys: KeyBindings) -> None:
    theirs = asked.application.key_bindings or KeyBindings()
    asked.application.key_bindings = merge_key_bindings([theirs, keys])


def _take_pointed(asked: questionary.Question) -> None:
    """Let Enter take the choice that is pointed at while none is picked."""
    _, shown = _find_list(asked)
    keys = KeyBindings()

    @keys.add(Keys.Enter, filter=Condition(lambda: not shown.selected_options), eager=True)
    def take(event: KeyPressEvent) -> None:
        value = shown.get_pointed_at().value
        shown.selected_options.append(value)
        shown.is_answered = True
        event.app.exit(result=[value])

    _bind(asked, keys)


def wait_for(asked: questionary.Question) -> Any:
    """Return what is answered. Raises Interrupted for Ctrl-C."""
    with asking():
        answer = asked.ask(kbi_msg="")
    if answer is None:
        raise Interrupted("Stopped. What was kept before is kept.")
    return answer
