"""What pages say of answers that are kept apart while somebody looks alone, and how views came."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipsskills.codes import AssessmentKind
from ipsskills.facts.apart import (
    CameByFile,
    EnteredView,
    ForgottenDraft,
    KeptApart,
    LookAside,
    ReadTogether,
    WaitingView,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.pages.compose.given_words import say_entered
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
    """Return what is kept apart and until when, and what was given after reading; or ""."""
    came = (_came_words(each, names) for each in kept.came)
    together = (_together_words(each) for each in kept.together if each.after)
    return " ".join([*_drafted_words(kept, names), *came, *together, *_how_given_words(kept)])


def tell_apart(kept: KeptApart, names: Mapping[str, str]) -> str:
    """Return the line of `apart_words`; of what came by file so short that marks have room."""
    if kept.came and not kept.drafted:
        came = (_short_came_words(each, names) for each in kept.came)
        return " ".join([*came, *_how_given_words(kept)])
    return apart_words(kept, names)


def tell_apart_shortly(kept: KeptApart) -> str:
    """Return the same for where that has no room; "" where it is no shorter."""
    if kept.drafted:
        return ""
    came = map(_shortest_came_words, kept.came)
    return " ".join([*came, *_short_entered_words(kept.entered)])


def _how_given_words(kept: KeptApart) -> Iterator[str]:
    """Yield how views were given: which somebody else entered, and which were set aside."""
    yield from map(entered_words, kept.entered)
    yield from map(_aside_words, kept.aside)


def entered_words(entered: EnteredView) -> str:
    """Return whose view it is, of which day, and who entered it."""
    said = say_entered(
        entered.by, entered.on, entered.entered_by, by_form=entered.by_form, to_anybody=True
    )
    return f"{said}."


def _short_entered_words(entered: Sequence[EnteredView]) -> Iterator[str]:
    """Yield the same where room is short: all that one person entered in a sentence."""
    for name in dict.fromkeys(each.entered_by.name for each in entered):
        theirs = [each for each in entered if each.entered_by.name == name]
        views = [f"{each.by.name}, given on {day(each.on)}" for each in theirs]
        yield f"Answers by {' and by '.join(views)}, entered by {name}."


def _aside_words(aside: LookAside) -> str:
    whose = upper_first(_whose(aside.by))
    return f"{whose} look of {day(aside.on)} is kept, and set aside for that of {day(aside.for_)}."


def waiting_words(came: WaitingView) -> str:
    """Return that a view came and waits for the reader's own, how far that is, and how to give it.

    One that waited too long is open.
    """
    begun = (
        f", begun, {came.answered} of {came.asked} answered" if came.answered is not None else ""
    )
    said = f"{upper_first(_whose(came.rater))} answers came on {day(came.on)}"
    if came.over:
        days = (came.until - came.on).days
        return f"{said}, not looked at in {days} days; they are open to you now{begun}: {came.look}"
    return f"{said} and wait for your view{begun}: {came.look}"


def _short_came_words(came: CameByFile, names: Mapping[str, str]) -> str:
    """Return on one line that answers came and are kept apart, what was marked in them first."""
    whose = upper_first(say_whose(came.raters))
    marked = _marked_words(came, names)
    return f"{marked}{whose} are kept apart until {day(came.until)} or your view."


def _shortest_came_words(came: CameByFile) -> str:
    """Return the same where room is short: until when, and which units were marked."""
    marked = f" Marked to bring: {', '.join(came.marked)}." if came.marked else ""
    return f"Kept apart until {day(came.until)} or your view.{marked}"


def _marked_words(came: CameByFile, names: Mapping[str, str]) -> str:
    if not came.marked:
        return ""
    units = join_words(_units(came.marked, names, every=False))
    return f"Marked to bring to supervision: {units}. "


def _together_words(read: ReadTogether) -> str:
    """Return that a view was given after reading the other's: no blame, as both chose it."""
    who = "you" if read.reader.me else read.reader.name or "the other"
    whose = "your" if read.reader.me else "their"
    return (
        f"{upper_first(who)} read {_whose(read.rater)} answers on {day(read.on)}, so {whose} view "
        f"was given after reading: {join_words(read.after)}."
    )


def _drafted_words(kept: KeptApart, names: Mapping[str, str]) -> Iterator[str]:
    if not kept.drafted:
        return
    views = sorted(f"{_whose(rater)} view" for rater in kept.raters)
    until = f"{join_words(views)} {'is' if len(views) == 1 else 'are'} finished"
    units = join_words(_units(kept.drafted, names, every=kept.every))
    yield f"Kept apart until {until}: {units}."


def _came_words(came: CameByFile, names: Mapping[str, str]) -> str:
    """Return what is said of a view that came before its reader had looked, with both ways out."""
    units = join_words(_units(came.units, names, every=came.every))
    whose = "yourself" if came.about.me else f"{came.about.name}'s work"
    days = join_words([day(each) for each in came.days])
    until = f"{'at most ' if came.days[1:] else ''}until {day(came.until)}"
    return (
        f"{upper_first(say_whose(came.raters))} came on {days} and are kept apart until you have "
        f"looked at {whose} too, or {until}: {units}. "
        f"{_marked_words(came, names)}"
        f"Look first: {came.look}. Read them together now: {came.together}."
    )


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


def say_whose(raters: Iterable[PersonNamed]) -> str:
    """Return whose answers they are: "Ada Byron's answers", of several "your and Lee's answers"."""
    return f"{join_words([_whose(each) for each in raters])} answers"


def _whose(rater: PersonNamed) -> str:
    if rater.me:
        return "your"
    return f"{rater.name}'s" if rater.name else "the other"


def _units(units: Iterable[str], names: Mapping[str, str], *, every: bool) -> list[str]:
    """Return units by name; all of those that everybody is asked are simply every unit."""
    named = [unit for unit in units if not (every and unit[:1].isdigit())]
    told = [f"{unit} {names[unit]}" if unit in names else unit for unit in named]
    return ["every unit", *told] if every else told
