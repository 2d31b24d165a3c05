"""Asks a case at a terminal as a colleague would: the case, time to think or write, the points."""

from typing import TYPE_CHECKING

from ipsskills.cli.output.show import print_page, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind
from ipsskills.durations import read_minutes
from ipsskills.errors import NotFound
from ipsskills.pages.compose.content.cases import compose_case, compose_points

if TYPE_CHECKING:
    from datetime import datetime

    from ipsskills.framework.cases import Case
    from ipsskills.framework.types import Unit
    from ipsskills.usecases.desk import Desk

MOST_MINUTES = 600

_THINK = "Take your time: think it over, say it aloud, or write what you would say and do."
_FIRST = "What would you say or do? (Enter alone shows the points)"
_MORE = "What else? (Enter alone shows the points)"
_KEEP = (("keep", "Keep it as training"), ("leave", "Leave it"))
_STAYS = "What you wrote stays on this screen and nowhere else."


def ask_case(unit: "Unit", case: "Case") -> None:
    """Show a case, wait, show its points, and offer to keep what was written meanwhile."""
    print_page(compose_case(unit, case))
    began = context.now()
    written = _ask_words()
    minutes = _count_minutes(began)
    say("")
    print_page(compose_points(unit, case))
    if written:
        _offer_keeping(case, written, minutes)


def _ask_words() -> str:
    """Return what is written, line by line; Enter alone ends it."""
    say(_THINK)
    lines: list[str] = []
    while line := ask.maybe(_MORE if lines else _FIRST):
        lines.append(line)
    return "\n".join(lines)


def _count_minutes(began: "datetime") -> int:
    """Return the minutes since then, to be offered as the time it took: at least one."""
    took = (context.now() - began).total_seconds()
    return min(max(1, round(took / 60)), MOST_MINUTES)


def _offer_keeping(case: "Case", written: str, minutes: int) -> None:
    from ipsskills.usecases.entries.log import start_log

    if ask.select("Keep what you wrote in your training record?", _KEEP, enter=_KEEP[0]) != "keep":
        return
    try:
        with context.desk(context.Place(), write=True, begin=False) as desk:
            known = start_log(desk, None, EntryKind.TRAINING).known
            _keep(desk, case, written, minutes, Care(known, keep=False))
    except NotFound as error:  # nobody is in the record yet: the points were worth it all the same
        say(f"{error.message} {error.hint}\n{_STAYS}")


def _keep(desk: "Desk", case: "Case", written: str, minutes: int, care: Care) -> None:
    """Keep the words that are left after the check, with how long it took."""
    from ipsskills.cli.entries.prompts import until_read
    from ipsskills.cli.entries.texts import say_kept
    from ipsskills.usecases.entries.case_practice import keep_case

    words = care.may(written, "what you wrote")
    if not words:
        say("Left out, and so nothing was kept.")
        return
    typed = until_read(
        lambda: ask.maybe("How long did it take? (minutes)", f"{minutes} min"),
        lambda text: read_minutes(text, MOST_MINUTES),
    )
    say(say_kept(keep_case(desk, case, words, read_minutes(typed, MOST_MINUTES) / 60)))
