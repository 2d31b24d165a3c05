"""What pages say of answers that are kept apart while somebody looks alone."""

from collections.abc import Mapping

from ipsskills.facts.apart import KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.words import join_words

FOR_NOW = "kept apart for now"


def apart_words(kept: KeptApart, names: Mapping[str, str]) -> str:
    """Return the line that says what is kept apart and until when; "" where nothing is.

    ``names`` are the short names of units, by id.
    """
    if not kept.units:
        return ""
    views = sorted(f"{_whose(rater)} view" for rater in kept.raters)
    until = f"{join_words(views)} {'is' if len(views) == 1 else 'are'} finished"
    return f"Kept apart until {until}: {join_words(_units(kept, names))}."


def _whose(rater: PersonNamed) -> str:
    if rater.me:
        return "your"
    return f"{rater.name}'s" if rater.name else "the other"


def _units(kept: KeptApart, names: Mapping[str, str]) -> list[str]:
    """Return the units by name; all of those that everybody is asked are simply every unit."""
    named = [unit for unit in kept.units if not (kept.every and unit[:1].isdigit())]
    told = [f"{unit} {names[unit]}" if unit in names else unit for unit in named]
    return ["every unit", *told] if kept.every else told
