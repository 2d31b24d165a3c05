"""Lays a view of the interview out in lines: nothing is told by colour alone."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prompt_toolkit.utils import get_cwidth

from ipsskills.cli.keys import KEYS
from ipsskills.framework.types import Statement
from ipsskills.usecases.interview import Mode
from ipsskills.usecases.interview_view import Option, View

SMALLEST = (80, 20)
MARGIN = " "
WIDEST = 100


@dataclass(frozen=True)
class Line:
    """One line of the screen and its style's name."""

    text: str = ""
    style: str = ""


def unit_lines(view: View, width: int) -> list[Line]:
    """Return the lines of one question."""
    width = min(width, WIDEST)
    return [
        _spread(view.section, _progress(view), width, "dim"),
        *_wrapped(f"{view.item:<4} {view.title}", width, "title", indent=5),
        Line(),
        *_wrapped(view.purpose, width),
        Line(),
        *_below(view, width),
    ]


def _below(view: View, width: int) -> list[Line]:
    if view.choices:
        return [*_choices(view, width), Line(), Line(f"{MARGIN}Esc leaves it as it was", "dim")]
    return [
        *_wrapped(view.question, width, "question"),
        Line(),
        *_options(view.options, width),
        Line(),
        *_marks(view, width),
        *_footer(),
    ]


def end_lines(view: View, width: int, *, areas_offered: bool) -> list[Line]:
    """Return the lines shown after the last question."""
    width = min(width, WIDEST)
    lines = [_spread("That was the last question.", f"saved {view.saved}", width, "title"), Line()]
    if view.left_open:
        named = ", ".join(f"{item} {short}" for item, short in view.left_open)
        lines += _wrapped(f"Not answered: {named}.", width)
        lines += [*_wrapped("Go to one with j, or leave them: they show as not answered.", width)]
        lines.append(Line())
    lines += [Line(f"{MARGIN}Enter  finish, and see where you are", "question")]
    if areas_offered:
        lines.append(Line(f"{MARGIN}m      finish, then ten short questions on judgement (5 min)"))
    lines += [
        Line(f"{MARGIN}b      back"),
        Line(f"{MARGIN}q      finish later; everything is kept"),
    ]
    return lines


def help_lines(width: int) -> list[Line]:
    """Return the list of keys."""
    lines = [Line(f"{MARGIN}Keys (capitals do the same)", "title"), Line()]
    lines += [Line(f"{MARGIN}0 1 2 3 n x   answer, and go on at once")]
    for key in KEYS:
        lines += _wrapped(f"{key.key:<13} {key.help}", width, indent=14)
    return lines


def statement_lines(view: View, width: int) -> list[Line]:
    """Return a unit's statements with their points, to be read."""
    width = min(width, WIDEST)
    lines = _wrapped(f"{view.item:<4} {view.title}: what this covers", width, "title", indent=5)
    for statement in view.statements:
        lines += [Line(), *_statement(statement, width)]
    return lines


def too_small(columns: int, rows: int) -> list[Line]:
    """Return what a window says that cannot show a question."""
    return [
        Line(f"This window is {columns} by {rows}."),
        Line("The questions need 80 by 20."),
        Line("Make it larger, or press q and"),
        Line("type: ipsskills assess --plain"),
    ]


def _progress(view: View) -> str:
    left = "under a minute" if view.minutes < 1 else f"about {view.minutes} min"
    return f"unit {view.place} of {view.total}   {left} left"


def _options(options: Sequence[Option], width: int) -> Iterator[Line]:
    room = max(get_cwidth(option.label) for option in options if option.means)
    for option in options:
        pointer = ">" if option.chosen else " "
        text = f"{MARGIN}{pointer} {option.code}  {option.label:<{room}}  {option.means}"
        yield Line(text.rstrip()[:width], "chosen" if option.chosen else "")


def _choices(view: View, width: int) -> Iterator[Line]:
    titles = {
        Mode.REASON: "Agreed outside this job: why?",
        Mode.BEHIND: "What is behind it?",
        Mode.BASIS: "What does your answer rest on?",
    }
    yield Line(f"{MARGIN}{titles[view.mode]}", "question")
    yield Line()
    room = max(get_cwidth(choice.label) for choice in view.choices)
    for number, choice in enumerate(view.choices, 1):
        text = f"{MARGIN}  {number}  {choice.label:<{room}}  {choice.means}"
        yield Line(text.rstrip()[:width])


def _marks(view: View, width: int) -> list[Line]:
    """Return what has been noted about the unit besides its answer, if anything."""
    answer, parts = view.answer, []
    if answer.bring:
        parts.append("! bring to supervision")
    if answer.show:
        parts.append("* could show a colleague")
    parts += [said for said in (view.behind, view.basis) if said]
    if view.note.text:
        kind = "shared" if view.note.shared else "private"
        parts.append(f"{kind} note: {view.note.text}")
    if not parts:
        return []
    text = "   ".join(parts)
    return [Line(MARGIN + textwrap.shorten(text, width - 2, placeholder=" …"), "marks"), Line()]


def _footer() -> list[Line]:
    return [
        Line(f"{MARGIN}d what this covers  e note  f bring to supervision  w could show", "dim"),
        Line(f"{MARGIN}b back  s skip  z undo  q finish later  ? all keys", "dim"),
    ]


def _statement(statement: Statement, width: int) -> list[Line]:
    lines = _wrapped(statement.text, width)
    for point in statement.points:
        lines += _wrapped(f"- {point}", width, indent=4, first=2)
    return lines


def _wrapped(
    text: str, width: int, style: str = "", *, indent: int = 0, first: int = 0
) -> list[Line]:
    wrapped = textwrap.wrap(
        text,
        width - 2,
        initial_indent=MARGIN + " " * first,
        subsequent_indent=MARGIN + " " * indent,
    )
    return [Line(line, style) for line in wrapped]


def _spread(left: str, right: str, width: int, style: str) -> Line:
    room = width - 2 - get_cwidth(left) - get_cwidth(right)
    return Line(f"{MARGIN}{left}{' ' * max(2, room)}{right}", style)
