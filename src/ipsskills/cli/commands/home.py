"""``ipsskills`` alone: a welcome, later where you are and what is next."""

from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.pages.compose.supervision.due import due_words
from ipsskills.pages.document import Block, Bullets, Commands, Heading, Page, Text
from ipsskills.pages.words import day
from ipsskills.usecases.reports.home import Home, home

_PROMISE = (
    "Look at your own practice before supervision, keep a record, leave with goals you chose. "
    "28 questions, 28 key presses, about fifteen minutes the first time."
)


def show_home(*, demo: bool, json: bool) -> None:
    """Show the first page."""
    out = Output("", json)
    with context.desk(context.Place(demo=demo)) as desk:
        found = home(desk)
    flag = " --demo" if demo else ""
    out.result(found, _page(found, flag) if found.person else _welcome())


def _welcome() -> Page:
    return Page(
        "Welcome to ipsskills",
        (_PROMISE,),
        (
            Text("Everything stays on this computer unless you send it: ipsskills explain privacy"),
            Heading("Start"),
            Commands(
                (
                    ("ipsskills demo", "see the whole job done for an invented service"),
                    ("ipsskills assess", "begin your own; stop and go on whenever you like"),
                    ("ipsskills framework show", "read what the 28 units are"),
                )
            ),
        ),
    )


def _page(found: Home, flag: str) -> Page:
    blocks: list[Block] = [Heading("Where you are")]
    if found.draft_begun:
        blocks.append(Text(f"An assessment begun on {day(found.draft_begun)} is waiting for you."))
    if found.last_finished:
        blocks.append(Text(f"Your last finished look: {day(found.last_finished)}."))
    if found.next_pass:
        blocks.append(Text(f"The next one is due around {day(found.next_pass)}."))
    if found.apart_line:
        blocks.append(Text(found.apart_line))
    if not found.draft_begun and not found.last_finished:
        blocks.append(Text("Nothing finished yet."))
    if found.goals:
        blocks += [Heading("On your plan"), Bullets(found.goals)]
    if found.next_due:
        blocks += [
            Heading("Next to do"),
            Bullets(tuple(f"{text} (by {day(due)})" for due, text in found.next_due)),
        ]
    if found.due:
        blocks += [
            Heading("Due", f"ipsskills due{flag}"),
            Bullets(tuple(due_words(line) for line in found.due)),
        ]
    blocks += [Heading("Next"), Commands(_next(found, flag))]
    return Page(f"Hello {found.person}", (), tuple(blocks))


def _next(found: Home, flag: str) -> tuple[tuple[str, str], ...]:
    rows = []
    if found.draft_begun:
        rows.append(("ipsskills assess", "go on where you stopped"))
    if found.last_finished:
        rows += [
            ("ipsskills report", "see where you are"),
            ("ipsskills plan show", "look at your plan")
            if found.goals
            else ("ipsskills plan draft", "pick goals"),
            ("ipsskills prepare", "five short questions before supervision"),
        ]
    if not rows:
        rows.append(("ipsskills assess", "begin: 28 questions, about fifteen minutes"))
    return tuple((command + flag, what) for command, what in rows)
