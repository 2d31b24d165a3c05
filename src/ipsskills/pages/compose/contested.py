"""What is seen differently, in sentences that stand beside it; neither side is the right one."""

from collections.abc import Iterable

from ipsskills.doing import do
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.pages.words import day, upper_first

UNTIL = "Contested, it orders nothing and makes no pair until the two have settled it."


def say_views_contested(
    found: Iterable[SeenDifferently], *, into_file: bool = False
) -> tuple[str, ...]:
    """Return a line for each view that is contested, turned to its reader; a file names both."""
    return tuple(f"{say_contested(each, into_file=into_file)} {UNTIL}" for each in found)


def say_contested(found: SeenDifferently, *, into_file: bool = False) -> str:
    """Return who sees what differently, and how."""
    you = found.person.me and not into_file
    who, sees = ("you", "see") if you else (found.person.name, "sees")
    whose = "your" if found.of.me and not into_file else f"{found.of.name}'s"
    what = f"{whose} {found.what} of {day(found.on)}"
    said = f"{upper_first(who)} {sees} {what} differently"
    if not found.words:
        return f"{said}; the words are kept apart for now."
    return f'{said}: "{found.words}"'


def compose_contested(found: SeenDifferently) -> str:
    """Return what was kept, and what is next."""
    if found.settled:
        return f"Settled on {day(found.settled)}: the {found.what} of {day(found.on)} counts again."
    lines = [say_contested(found)]
    lines += [UNTIL] if found.what == "view" else []
    lines.append(
        f"It stands beside it on pages and goes out with it. When both of you see it as settled: "
        f"{do('contest', found.handle, '--settled')}"
    )
    return "\n".join(lines)
