"""What is said of another file of the record: that it can go, or that it has to be kept.

No page tells anybody to remove such a file but by these words, which look at holds first.
"""

from collections.abc import Sequence
from pathlib import Path

from ipsskills.doing import do
from ipsskills.facts.exchange.holds import FileToKeep
from ipsskills.pages.words import day, join_words


def say_still_holding(path: Path | str, keep: FileToKeep | None, *, when: str = "") -> str:
    """Return what to do with a file that still holds what was erased here; ``when`` it can go."""
    still = f"{path} still holds it"
    return f"{still}. {say_keep(keep)}" if keep else f"{still}: remove it{when}."


def say_to_keep(found: Sequence[FileToKeep]) -> list[str]:
    """Return which files must not be removed, each with the reason, in lines."""
    return [f"{each.path}\n  {say_keep(each)}" for each in found]


def say_keep(found: FileToKeep) -> str:
    """Return why a file must not be removed, and what to do instead."""
    if found.holds:
        held = [f"{e.person.name} since {day(e.began)} ({e.why})" for e in found.holds]
        why = f"Held: {join_words(held)}."
    else:
        why = "It cannot be read, so nobody can say who is held in it."
    return (
        f"Do not remove it, and erase nothing in it. {why} It may be the only file that has all "
        "that somebody asked to see. Speak to your data protection lead. It can go once no hold "
        f"stands, here or in it ({do('data hold', '--db', str(found.path))})."
    )
