"""What pages say of answers that are kept apart while somebody looks alone."""

from collections.abc import Mapping

from ipsskills.codes import AssessmentKind
from ipsskills.facts.apart import ForgottenDraft, KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.words import day, join_words, upper_first

FOR_NOW = "kept apart for now"


def apart_words(kept: KeptApart, names: Mapping[str, str]) -> str:
    """Return the line that says what is kept apart and until when; "" where nothing is.

    A draft that was forgotten is named in it, with both ways out. ``names`` are the short names of
    units, by id.
    """
    said = keep_apart_words(kept, names)
    return " ".join([said, *map(forgotten_words, kept.forgotten)]) if said else ""


def keep_apart_words(kept: KeptApart, names: Mapping[str, str]) -> str:
    """Return what is kept apart and until when, and no more; "" where nothing is."""
    if not kept.units:
        return ""
    views = sorted(f"{_whose(rater)} view" for rater in kept.raters)
    until = f"{join_words(views)} {'is' if len(views) == 1 else 'are'} finished"
    return f"Kept apart until {until}: {join_words(_units(kept, names))}."


def forgotten_words(draft: ForgottenDraft) -> str:
    """Return what is said of a draft that was forgotten, with both ways out."""
    whose = upper_first(_whose(draft.rater))
    view = "first look" if draft.kind is AssessmentKind.FIRST_LOOK else "view"
    of = ""
    if draft.kind is AssessmentKind.SUPERVISOR:
        of = f" of {'your' if draft.about.me else draft.about.name + chr(39) + 's'} work"
    who = "" if draft.rater.me else "they "
    return (
        f"{whose} {view}{of} has waited since {day(draft.touched)}: "
        f"{who}go on with {draft.go_on}, or drop it with {draft.drop}."
    )


def _whose(rater: PersonNamed) -> str:
    if rater.me:
        return "your"
    return f"{rater.name}'s" if rater.name else "the other"


def _units(kept: KeptApart, names: Mapping[str, str]) -> list[str]:
    """Return the units by name; all of those that everybody is asked are simply every unit."""
    named = [unit for unit in kept.units if not (kept.every and unit[:1].isdigit())]
    told = [f"{unit} {names[unit]}" if unit in names else unit for unit in named]
    return ["every unit", *told] if kept.every else told
