"""The one rule of what a hold keeps: what is about somebody held, and words that name them.

Whatever takes something out of the record asks it first: erasing, going back to a copy, joining a
file in which something was erased, taking a file back. Words about others are looked through for
the names that the held person has and had.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from ipsskills.errors import UnderHold
from ipsskills.pages.words import join_words
from ipsskills.record.columns import table_of
from ipsskills.record.custody.erasing import find_erased
from ipsskills.record.types import Hold, Record
from ipsskills.record.union import Kept
from ipsskills.record.whom import SOMEBODY
from ipsskills.record.work import Work
from ipsskills.usecases.rights.holding import refuse_held_people, say_ending, say_since
from ipsskills.usecases.rights.passages import (
    Worded,
    list_names,
    list_names_but,
    list_worded,
    name_any,
)
from ipsskills.usecases.rights.word_names import name_kind

Goes = Callable[[Record], bool]
"""Whether a version is erased, or the words in it."""

_MOST = 4


def goes_by(lines: Iterable[Kept]) -> Goes:
    """Return which versions are erased by what these records say was erased."""
    erased = find_erased(lines)

    def goes(record: Record) -> bool:
        thing = (table_of(type(record)), record.thing)
        return record.about in erased.people or thing in erased.things

    return goes


def refuse_going(work: Work, goes: Goes, people: Iterable[str] = ()) -> None:
    """Raise UnderHold where what would go is about somebody held, or its words name them.

    ``people`` (ids) are those whom it is about, whether or not anything of that is here.
    """
    if not any(each.ended is None for each in work.current(Hold)):
        return
    going = [each for each in work.everything() if isinstance(each, Record) and goes(each)]
    refuse_held_people(work, {*people, *(each.about for each in going)})
    _refuse_naming(work, {each.id for each in going})


def _refuse_naming(work: Work, going: Collection[str]) -> None:
    """Raise UnderHold where words about others in these versions (ids) name somebody held."""
    for person, standing in _list_held(work).items():
        ids = work.ids_of(person)
        if found := _find_going(work, going, ids):
            known = work.people().get(person)
            name = known.name if known else SOMEBODY
            raise UnderHold(
                f"Words that would go name {name}, who is held {say_since(standing)}: "
                f"{_say_which(found)}. Nothing was changed.",
                f"When that is over: {say_ending(name, standing[0].why)}",
            )


def _list_held(work: Work) -> Mapping[str, Sequence[Hold]]:
    """Return the holds that stand, by the id of whom they are for."""
    found: dict[str, list[Hold]] = {}
    for each in work.current(Hold):
        if each.ended is None:
            found.setdefault(work.survivor(each.about), []).append(each)
    return found


def _find_going(work: Work, gone: Collection[str], ids: Collection[str]) -> list[Worded]:
    """Return what would go of the words about others than these people (ids), and names them."""
    names, others = list_names(work, tuple(ids)), list_names_but(work, ids)
    found = []
    for each in list_worded(work):
        going = [version for version in each.versions if version.id in gone]
        if not going or each.latest.about in ids:
            continue
        if name_any(names, going, others):
            found.append(each)
    return found


def _say_which(found: Sequence[Worded]) -> str:
    told = [f"{each.handle} ({name_kind(each.latest)})" for each in found[:_MOST]]
    return join_words([*told, "others"] if len(found) > _MOST else told)
