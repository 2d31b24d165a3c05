"""What is due, as a page without reproach: days and what they are for."""

from dataclasses import dataclass
from datetime import date

from ipsskills.pages.document import Block, Commands, Entries, Heading, Page, Text
from ipsskills.pages.words import day


@dataclass(frozen=True)
class DueLine:
    """One thing that is due: its day (None: none was set), what it is, what names it to type."""

    on: date | None
    what: str
    text: str
    name: str = ""


@dataclass(frozen=True)
class Due:
    """Everything due for a person as of a day, the earliest first; ``demo``: they are invented."""

    person: str
    on: date
    lines: tuple[DueLine, ...]
    demo: bool = False


def due_page(due: Due) -> Page:
    """Return what is due: what is past, what is near, what has no day."""
    groups = (
        ("From before", [e for e in due.lines if e.on and e.on < due.on]),
        ("Coming up", [e for e in due.lines if e.on and e.on >= due.on]),
        ("Without a day", [e for e in due.lines if not e.on]),
    )
    blocks: list[Block] = []
    for title, lines in groups:
        if lines:
            blocks += [Heading(title), Entries(tuple(_row(line) for line in lines))]
    if not due.lines:
        blocks.append(Text("Nothing is due in the next three months."))
    ticks = [line for line in due.lines if line.what == "action"]
    if ticks:
        name, flag = ticks[0].name, " --demo" if due.demo else ""
        rows = (
            (f"ipsskills log done {name}{flag}", "tick an action"),
            (f"ipsskills log action {name} --by DATE{flag}", "give it another day"),
        )
        blocks += [Heading("Next"), Commands(rows)]
    return Page(f"What is due: {due.person}", (f"On {day(due.on)}.",), tuple(blocks))


def due_words(line: DueLine) -> str:
    """Return one thing that is due on one line: "Review, 3 Jan 2027: Goal 1: ..."."""
    when = f", {day(line.on)}" if line.on else ""
    return f"{line.what.capitalize()}{when}: {line.text}".rstrip(": ")


def _row(line: DueLine) -> tuple[str, str, str]:
    name = f" ({line.name})" if line.name else ""
    return (day(line.on) if line.on else "", line.what, f"{line.text}{name}")
