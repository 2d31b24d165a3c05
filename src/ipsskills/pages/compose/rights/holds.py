"""Holds in words: about whom nothing may be erased, why, and since when."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ipsskills.codes import HoldReason
from ipsskills.doing import do
from ipsskills.facts.exchange.holds import CopiesElsewhere, HoldFacts
from ipsskills.method.calendar import add_months
from ipsskills.pages.compose.rights.erasing import say_letters, say_others
from ipsskills.pages.words import day, join_words

WHY = {
    HoldReason.REQUEST: "somebody asked to see what is held",
    HoldReason.DISPUTE: "a grievance or another dispute",
    HoldReason.INVESTIGATION: "an investigation",
}


_STANDS = (
    "In this record no command erases anything about them while it stands, nor words about others "
    "that name them. That is all it does: it can still be read, changed and sent. If it is to be "
    "left unused, take no more looks and send nothing."
)
_ALONE = "It goes for this record alone. Whoever keeps another about them has to hold that one too."


def compose_holds(found: Sequence[HoldFacts]) -> str:
    """Return all the holds there are, in lines."""
    return "\n".join(map(_say, found)) or "Nothing is held: everything may be erased."


def compose_hold(found: HoldFacts, elsewhere: CopiesElsewhere, letters: Mapping[str, Path]) -> str:
    """Return what a hold that was set or ended now comes to, in lines.

    ``letters`` are those that were written to who has a copy, by name.
    """
    names = join_words(list(dict.fromkeys(each.name for each in elsewhere.others)))
    if found.ended:
        told = [f"If you asked {names} to keep theirs, tell them it is over."] if names else []
        return "\n".join([_say(found), *told])
    end = do("data hold", "--end", "--why", found.why, person=found.person.name)
    lines = [_say(found), *_say_due(found), _STANDS, _ALONE]
    lines += _say_others(found, elsewhere, letters)
    return "\n".join([*lines, "", f"To end it: {end}"])


def _say_due(found: HoldFacts) -> list[str]:
    """Return by when somebody who asked to see it has to have an answer (UK GDPR, Art 12A)."""
    if found.why is not HoldReason.REQUEST:
        return []
    asked, due = day(found.began), day(add_months(found.began, 1))
    return [f"An answer is due a month after they asked: if that was on {asked}, by {due}."]


def _say_others(
    found: HoldFacts, elsewhere: CopiesElsewhere, letters: Mapping[str, Path]
) -> list[str]:
    if not elsewhere.others:
        return []
    lines = ["", *say_others(elsewhere.others)]
    if letters:
        said = "A letter that asks each to keep theirs:"
        return [*lines, *say_letters(said, letters, found.person.name)]
    write = do("data hold", "--why", found.why, "-o", "please-keep.docx", person=found.person.name)
    return [*lines, f"A letter that asks each to keep theirs: {write}"]


def _say(found: HoldFacts) -> str:
    name, why = found.person.name, WHY[found.why]
    if found.ended:
        return f"{name}: held from {day(found.began)} to {day(found.ended)} ({why})."
    return f"{name}: held since {day(found.began)} ({why})."
