"""What is said of a view that came before its reader had looked: the question, and each way out."""

from ipsskills.doing import Do
from ipsskills.facts.apart import CameByFile, LookedAlone, TogetherNow
from ipsskills.pages.compose.apart import say_whose
from ipsskills.pages.words import day, join_words


def say_came(came: CameByFile) -> str:
    """Return what is said of all that came of one person, before it is asked what now."""
    units = _say_units(came)
    of = "your work" if came.about.me else "their own work"
    return (
        f"{say_whose(came.raters)} about {of} are here and kept apart until you have looked "
        f"too: {units}."
    )


def compose_look_first(came: CameByFile) -> str:
    """Return how to look, to somebody who wants to before they read."""
    return f"Kept apart until {day(came.until)} at most. Look: {came.look}"


def compose_together(found: TogetherNow) -> str:
    """Return what is said where the two chose to read together."""
    return (
        f"From {day(found.on)} on you read these together: {_say_units(found)}. "
        "A view that you give on them in the next weeks says that it was given after reading."
        f"\n{_say_next(found.next[0])}"
    )


def compose_looked_alone(found: LookedAlone) -> str:
    """Return what is said where a view says that nothing was seen yet."""
    return (
        f"Kept as your view of {found.person.name}'s work, {day(found.on)}: not seen yet on "
        f"{_say_units(found)}.\n{_say_next(found.next[0])}"
    )


def _say_next(read: Do) -> str:
    return f"{'See both' if read.verb == 'compare' else 'Read it'}: {read}"


def _say_units(found: CameByFile | TogetherNow | LookedAlone) -> str:
    return "every unit" if found.every else join_words(list(found.units))
