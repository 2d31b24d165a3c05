"""What going back to a copy, or joining another, comes to, in sentences."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from ipsskills.facts.data import RecordJoined, RestoreOutlook
from ipsskills.facts.exchange.erased import ErasedByJoin, WordsKept
from ipsskills.pages.compose.rights.erasing import name_words
from ipsskills.pages.compose.rights.keeping import say_still_holding
from ipsskills.pages.words import day, join_words

_THINGS = {
    "person": ("a person's details", "details of {} people"),
    "assessment": ("an assessment", "{} assessments"),
    "rating": ("an answer", "{} answers"),
    "note": ("a note", "{} notes"),
    "entry": ("an entry of the training record", "{} entries of the training record"),
    "goal": ("a goal", "{} goals"),
    "goal_activity": ("a step of a plan", "{} steps of a plan"),
    "parcel": ("a file that was sent or taken in", "{} files that were sent or taken in"),
    "alone_first": ("what is kept apart", "what is kept apart, {} times"),
    "objection": ("what somebody sees differently", "{} things that somebody sees differently"),
    "hold": ("that nothing of somebody is erased", "{} times that nothing of somebody is erased"),
    "forgotten": ("that somebody was erased", "that {} people were erased"),
    "redacted": ("that words were erased", "{} times that words were erased"),
}


def compose_outlook(found: RestoreOutlook) -> str:
    """Return from when the copy is and what would be lost, in whole sentences."""
    return " ".join(_sentences(found))


def compose_joined(found: RecordJoined) -> str:
    """Return what a second file of the record brought, in lines."""
    out = (
        [f"What was erased here stays out; {say_still_holding(found.other, found.to_keep)}"]
        if found.erased_there
        else []
    )
    if not found.new:
        all_of = "Everything else" if out else "Everything"
        said = f"{all_of} in {found.other} was here already. Nothing was changed."
        return "\n".join([said, *out])
    lines = [f"What was in {found.other} alone is in the record too now:"]
    for on, same_day in groupby(found.new, key=lambda each: each.on):
        lines.append(f"  {day(on)}  {join_words([_count(e.kind, e.count) for e in same_day])}")
    if found.erased:
        lines.append(f"Erased here too, as in {found.other}: {join_words(list(found.erased))}.")
    if found.words_erased:
        lines.append(f"Words erased here too, as in {found.other}:")
        lines += _list_words(found.words_erased)
    if found.forks:
        lines.append("What was changed in both is kept twice. The later one counts.")
    return "\n".join([*lines, *out, f"What was here before is in {found.before}"])


def say_going(going: ErasedByJoin) -> str:
    """Return who, and which words, would be erased by a join as in the other file, in lines."""
    lines = []
    if going.people:
        names = join_words([each.name for each in going.people])
        lines.append(f"Erased in the other file, and erased here too if you go on: {names}.")
    if going.words:
        lines.append("Words erased in the other file, and erased here too if you go on:")
        lines += _list_words(going.words)
    return "\n".join(lines)


def _list_words(found: Iterable[WordsKept]) -> Iterator[str]:
    return (f"  {each.handle}  ({name_words(each)})" for each in found)


def _sentences(found: RestoreOutlook) -> Iterator[str]:
    if found.last_kept is None:
        yield "The copy holds nothing yet."
    else:
        yield f"The copy is from {_moment(found.last_kept)}: nothing in it is later."
    if found.lost is None:
        yield "The record cannot be read now, so what is not in the copy cannot be told."
    elif not found.lost:
        yield "Everything that is in the record now is in the copy."
    else:
        lost = join_words([_count(kind, count) for kind, count in found.lost.items()])
        until = (
            f", the last of it from {_moment(found.record_last_kept)}"
            if (found.record_last_kept)
            else ""
        )
        yield f"What is in the record and not in the copy: {lost}{until}."
    if found.erased_there:
        still = say_still_holding("The copy", found.to_keep, when=" when you are done")
        yield f"What was erased here stays out of the record. {still}"


def _count(kind: str, count: int) -> str:
    one, several = _THINGS.get(kind, (kind, f"{{}} of {kind}"))
    return one if count == 1 else several.format(count)


def _moment(at: datetime) -> str:
    """Return a time as it is here: 22 Nov 2026, 14:03."""
    here = at.astimezone()
    return f"{day(here.date())}, {here:%H:%M}"
