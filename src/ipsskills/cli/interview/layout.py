"""Lays a view of the interview out in lines: nothing is conveyed by colour alone."""

import textwrap
from collections.abc import Iterator, Sequence

from prompt_toolkit.utils import get_cwidth

from ipsskills.cli.interview.keys import list_answer_keys, list_keys
from ipsskills.cli.interview.wording import (
    CHOICE_TITLES,
    CORRECT_KEYS,
    say_about,
    say_purpose,
    say_rated,
    say_saved,
)
from ipsskills.cli.output.cells import shorten, wrap
from ipsskills.cli.output.spelling import spell_text
from ipsskills.framework.scale import Choice
from ipsskills.framework.types import Statement
from ipsskills.frozen import dataclass
from ipsskills.usecases.interview.commands import Mode
from ipsskills.usecases.interview.review import ReviewedAnswer
from ipsskills.usecases.interview.view import Option, ScreenView

SMALLEST = (80, 20)
MARGIN = " "
WIDEST = 100


@dataclass(frozen=True)
class ScreenLine:
    """One line of the screen and its style's name."""

    text: str = ""
    style: str = ""


def unit_lines(view: ScreenView, width: int, rows: int = 1000) -> list[ScreenLine]:
    """Return the lines of one question, with as many of a statement's points as ``rows`` allow."""
    width = min(width, WIDEST)
    progress = _progress(view)
    room = width - 4 - get_cwidth(progress)
    top = [
        _spread(shorten(view.section, room), progress, width, "dim"),
        *_wrap(f"{view.unit:<4} {view.title}", width, "title", indent=5),
        ScreenLine(),
    ]
    below = [ScreenLine(), *_below(view, width)]
    if view.statement is None:
        return [*top, *_wrap(say_about(view), width), *below]
    empty = sum(1 for line in (*top, *below) if not line.text)
    room = rows - len(top) - len(below) + empty
    return [*top, *_lay_out_asked(view.statement, width, room), *below]


def _lay_out_asked(statement: Statement, width: int, room: int) -> list[ScreenLine]:
    """Return a statement with as many of its points as there is room for; say if there are more."""
    lines = _wrap(statement.text, width)
    points = [_wrap(f"- {p}", width, indent=4, first=2) for p in statement.points]
    for number, point in enumerate(points):
        left = points[number + 1 :]
        if len(lines) + len(point) + (1 if left else 0) > room:
            more = len(points) - number
            said = "1 more point" if more == 1 else f"{more} more points"
            return [*lines, ScreenLine(f"{MARGIN}  ({said}: d reads them)", "dim")]
        lines += point
    return lines


def _below(view: ScreenView, width: int) -> list[ScreenLine]:
    if view.choices:
        return [
            *_choices(view, width),
            ScreenLine(),
            ScreenLine(f"{MARGIN}Esc leaves it as it was", "dim"),
        ]
    return [
        *_wrap(view.question, width, "question"),
        ScreenLine(),
        *_options(view.options, width),
        ScreenLine(),
        *_marks(view, width),
        *_footer(view),
    ]


def end_lines(
    view: ScreenView, width: int, *, areas_offered: bool, correcting: bool = False
) -> list[ScreenLine]:
    """Return the lines shown after the last question, or beside finished answers put right."""
    width = min(width, WIDEST)
    if correcting:
        title = _spread("To correct your answers", f"saved {say_saved(view.saved)}", width, "title")
        return [title, ScreenLine(), *(ScreenLine(f"{MARGIN}{said}") for said in CORRECT_KEYS)]
    lines = [
        _spread("That was the last question.", f"saved {say_saved(view.saved)}", width, "title"),
        ScreenLine(),
    ]
    if view.left_open:
        named = ", ".join(f"{unit} {said}" for unit, said in view.left_open)
        lines += _wrap(f"Not answered: {named}.", width)
        lines += [*_wrap("Go to one with j, or leave them: they show as not answered.", width)]
        lines.append(ScreenLine())
    finish = "finish, and see where you are" if view.mine else "finish"
    lines += [ScreenLine(f"{MARGIN}Enter  {finish}", "question")]
    if areas_offered:
        lines.append(
            ScreenLine(f"{MARGIN}m      finish, then ten short questions on judgement (5 min)")
        )
    lines += [
        ScreenLine(f"{MARGIN}r      read over what you have answered, and change it"),
        ScreenLine(f"{MARGIN}b      back"),
        ScreenLine(f"{MARGIN}q      finish later; everything is kept"),
    ]
    return lines


def help_lines(view: ScreenView, width: int) -> list[ScreenLine]:
    """Return the list of keys that do something in this interview."""
    lines = [ScreenLine(f"{MARGIN}Keys (capitals do the same)", "title"), ScreenLine()]
    codes = " ".join(list_answer_keys(view.kind))
    lines += [ScreenLine(f"{MARGIN}{codes:<13} answer, and go on at once")]
    for key in list_keys(view.kind):
        lines += _wrap(f"{key.key:<13} {key.help}", width, indent=14)
    return lines


def found_lines(titles: Sequence[tuple[str, str]], width: int, *, more: int) -> list[ScreenLine]:
    """Return the units that a search found, numbered; ``more`` is how many are not listed."""
    lines = [ScreenLine(f"{MARGIN}Press a number to go there.", "title"), ScreenLine()]
    for number, (item, title) in enumerate(titles, 1):
        lines += _wrap(f"{number}  {item:<5}{title}", min(width, WIDEST), indent=8)
    if more:
        lines += [
            ScreenLine(),
            ScreenLine(f"{MARGIN}{more} more match; a second word narrows the search."),
        ]
    return lines


def doubt_lines(
    found: Sequence[str], why: Sequence[str], ways: Sequence[tuple[str, str]], width: int
) -> list[ScreenLine]:
    """Return what a note holds that could tell who a client is, and what can be done about it.

    ``ways`` are (key, words); Enter does what the first does.
    """
    width = min(width, WIDEST)
    lines = _wrap("This looks as if it could tell who a client is:", width, "title")
    lines.append(ScreenLine())
    for each in found:
        lines += _wrap(f"- {each}", width, indent=2)
    lines.append(ScreenLine())
    for sentence in why:
        lines += _wrap(sentence, width)
    return [
        *lines,
        ScreenLine(),
        *(
            ScreenLine(f"{MARGIN}{key if number else f'Enter or {key}':<11}{words}")
            for number, (key, words) in enumerate(ways)
        ),
        ScreenLine(),
        *_wrap("None of it is kept yet. Finishing with Ctrl-C leaves it out.", width, "dim"),
    ]


def statement_lines(view: ScreenView, width: int) -> list[ScreenLine]:
    """Return what a unit is for, and its statements with their points, to be read."""
    width = min(width, WIDEST)
    lines = _wrap(f"{view.unit:<4} {view.title}: what this covers", width, "title", indent=5)
    if purpose := say_purpose(view):
        lines += [ScreenLine(), *_wrap(purpose, width)]
    for statement in view.statements:
        lines += [ScreenLine(), *_statement(statement, width)]
    if view.statement is None and view.rateable:
        lines += [ScreenLine(), ScreenLine(f"{MARGIN}d      answer them one by one", "question")]
    return lines


def review_lines(given: Sequence[ReviewedAnswer], width: int) -> list[ScreenLine]:
    """Return everything answered so far, with what it was the time before."""
    width = min(width, WIDEST)
    title = "What you have answered. To change one, press j and type its number."
    lines = [ScreenLine(f"{MARGIN}{title}", "title"), ScreenLine()]
    for each in given:
        marks = f"{' !' if each.bring else ''}{' *' if each.show else ''}"
        before = f"   (before: {each.before})" if each.before else ""
        start = f"{each.number:<8}{_pad(shorten(each.short, 28), 29)}"
        lines += _wrap(f"{start}{each.said}{marks}{before}", width, indent=38)
    return lines


def fit_lines(lines: Sequence[ScreenLine], room: int) -> list[ScreenLine]:
    """Return the lines, leaving out blank ones from the last upwards until the rest fit."""
    kept = list(lines)
    for place in range(len(lines) - 1, -1, -1):
        if len(kept) > room and not lines[place].text:
            del kept[place]
    return kept


def too_small(columns: int, rows: int) -> list[ScreenLine]:
    """Return what to say in a window too small to show a question."""
    said = (
        f"This window is {columns} by {rows}.",
        "The questions need {} by {}.".format(*SMALLEST),
        "Make it larger, or press q and type: ipsskills assess --plain",
    )
    return [ScreenLine(line) for text in said for line in textwrap.wrap(text, max(1, columns - 1))]


def _progress(view: ScreenView) -> str:
    left = "under a minute" if view.minutes < 1 else f"about {view.minutes} min"
    where = f"unit {view.place} of {view.total}"
    if view.statement is not None:
        where = f"{view.unit}: statement {view.spot} of {view.spots}"
    return f"{where}   {left} left"


def _options(options: Sequence[Option], width: int) -> Iterator[ScreenLine]:
    room = max((get_cwidth(option.label) for option in options if option.means), default=0)
    for option in options:
        pointer = ">" if option.chosen else " "
        start = f"{pointer} {option.code}  {_pad(option.label, room)}  "
        yield from _wrap(
            start + option.means,
            width,
            "chosen" if option.chosen else "",
            indent=get_cwidth(start),
        )


def _choices(view: ScreenView, width: int) -> Iterator[ScreenLine]:
    same = f" (Enter: {view.same})" if view.mode is Mode.BASIS and view.same else ""
    yield ScreenLine(f"{MARGIN}{CHOICE_TITLES[view.mode]}{same}", "question")
    yield ScreenLine()
    room = max(get_cwidth(choice.label) for choice in view.choices)
    for key, choice in zip(choice_keys(view.choices), view.choices, strict=True):
        start = f"  {key}  {_pad(choice.label, room)}  "
        yield from _wrap(start + choice.means, width, indent=get_cwidth(start))


def choice_keys(choices: Sequence[Choice]) -> list[str]:
    """Return the key for each choice of a list: its own letter, if all have one, or a number."""
    if all(len(choice.key) == 1 for choice in choices):
        return [choice.key.lower() for choice in choices]
    return [str(number) for number, _ in enumerate(choices, 1)]


def _marks(view: ScreenView, width: int) -> list[ScreenLine]:
    """Return what has been noted about the unit besides its answer, if anything."""
    answer, parts = view.answer, []
    if answer.bring:
        parts.append("! bring to supervision")
    if answer.show:
        parts.append("* could show a colleague")
    parts += [said for said in (view.behind, view.basis, say_rated(view)) if said]
    lines = _wrap("   ".join(parts), width, "marks")
    if view.note.text:
        kind = "shared" if view.note.shared else "private"
        note = " ".join(f"{kind} note: {view.note.text}".split())
        lines.append(ScreenLine(MARGIN + shorten(note, width - 2), "marks"))
    return [*lines, ScreenLine()] if lines else []


def _footer(view: ScreenView) -> list[ScreenLine]:
    back = "  Esc back to the unit" if view.inside else ""
    first = f"d read all{back}" if view.statement else "d its statements"
    return [
        ScreenLine(f"{MARGIN}{first}  e note  f bring to supervision  w could show", "dim"),
        ScreenLine(f"{MARGIN}b back  s skip  r review  z undo  q finish later  ? all keys", "dim"),
    ]


def _statement(statement: Statement, width: int) -> list[ScreenLine]:
    lines = _wrap(statement.text, width)
    for point in statement.points:
        lines += _wrap(f"- {point}", width, indent=4, first=2)
    return lines


def _wrap(
    text: str, width: int, style: str = "", *, indent: int = 0, first: int = 0
) -> list[ScreenLine]:
    before, then = (MARGIN + " " * spaces for spaces in (first, indent))
    lines = wrap(spell_text(text), width - 2, first=before, then=then)
    return [ScreenLine(line, style) for line in lines]


def _pad(text: str, cells: int) -> str:
    return text + " " * (cells - get_cwidth(text))


def _spread(left: str, right: str, width: int, style: str) -> ScreenLine:
    room = width - 2 - get_cwidth(left) - get_cwidth(right)
    return ScreenLine(f"{MARGIN}{left}{' ' * max(2, room)}{right}", style)
