"""Shows a plan after something was done to it: what that came to, and how to see the rest."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.output.show import Output

if TYPE_CHECKING:
    from ipsskills.pages.compose.plan import Plan


def show_plan_page(command: str, found: "Plan", options: PageOptions) -> None:
    """Show the whole plan."""
    from ipsskills.pages.compose.plan import plan_page

    show_page(command, found, plan_page(found), options, notices=(found.apart_line,))


def show_changed(
    out: Output, found: "Plan", goals: Collection[int], *, person: str | None, demo: bool
) -> None:
    """Show the goals of these numbers; to a program, the whole plan.

    ``person`` is the name as it was typed, if one was.
    """
    from ipsskills.pages.compose.plan import changed_page
    from ipsskills.pages.words import typed

    name = f" {typed(person)}" if person else ""
    whole = f"ipsskills plan show{name}{' --demo' if demo else ''}"
    out.notice_if(found.apart_line)
    out.result(found, changed_page(found, goals, whole))
