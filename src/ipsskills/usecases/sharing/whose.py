"""Whom a file means: somebody met before by an id, or by the word of who takes it in.

A file names people by the ids of the record it was made in, where the same person may have another
id than here. Ids met before need no question. A name alone is never enough: two people may share
one, so it is asked about, once; what is said is kept (`same_as`), as when people are joined.
"""

from collections.abc import Collection, Mapping, Sequence

from ipsskills.errors import InvalidInput
from ipsskills.folding import spell_same
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.frozen import dataclass
from ipsskills.record.types import Person
from ipsskills.usecases.people.matching import find_same, is_name_of
from ipsskills.usecases.people.people import find_person, get_person, list_everybody
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.sharing.keys import key_since

NEW = "new"
"""What is said in place of a name for somebody who is not in the record yet."""


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Somebody in a file who may be somebody here: their id and name there, and who it may be.

    ``like`` are names of people here, by id.
    """

    id: str
    name: str
    like: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """Whom the people in a file are here, by their id there; ``new`` are those who come with it."""

    here: Mapping[str, str]
    new: tuple[str, ...]


def find_doubts(
    view: ReaderView, people: Sequence[PersonInFile], said: Mapping[str, str | None]
) -> tuple[Doubt, ...]:
    """Return whom to ask about: people in a file who are not known by id and share a name here.

    ``said`` holds what was said already, by id in the file.
    """
    found, asked = [], set(said)
    for each in people:
        ids = {each.id, *each.also}
        doubt = None if ids & asked else _doubt(view, each)
        if doubt:
            found.append(doubt)
            asked |= ids
    return tuple(found)


def recognise(
    view: ReaderView, people: Sequence[PersonInFile], said: Mapping[str, str | None]
) -> Recognised:
    """Return who the people in a file are here.

    ``said`` is who somebody is (an id here, or None for somebody new), by id in the file. Raises
    InvalidInput, which names them, where somebody would have to be asked about.
    """
    if doubts := find_doubts(view, people, said):
        raise _ask_first(doubts)
    here: dict[str, str] = {}
    for each in people:
        told = next((said[own] for own in (each.id, *each.also) if own in said), None)
        if met := told or find_met(view, each):
            here[each.id] = met
    return Recognised(here=here, new=tuple(each.id for each in people if each.id not in here))


def read_said(
    view: ReaderView, people: Sequence[PersonInFile], names: Collection[str]
) -> dict[str, str | None]:
    """Return who people in a file are, as it was said on the command line (``--is NAME``).

    Each name is of somebody here, and means whoever in the file has such a name; where only one is
    in doubt it means them. `NEW` means that nobody who is in doubt is here yet. Raises NotFound for
    a name nobody has here, and InvalidInput for one that fits nobody, or several, in the file.
    """
    said: dict[str, str | None] = {}
    unknown = [each for each in people if find_met(view, each) is None]
    for name in names:
        if name.casefold() == NEW:
            said |= {each.id: None for each in unknown if each.id not in said}
            continue
        person = find_person(view, name, view.me)
        if any(find_met(view, each) == person.thing for each in people):
            continue  # known by an id already
        said[_find_meant(unknown, person).id] = person.thing
    return said


def find_met(view: ReaderView, named: PersonInFile) -> str | None:
    """Return who somebody in a file is here by an id met before, or None."""
    known = view.names()
    return next((view.survivor(each) for each in (named.id, *named.also) if each in known), None)


def link(view: ReaderView, one: str, other: str) -> tuple[Person, ...]:
    """Keep that two ids are one person: from then on what is kept of either is theirs.

    Returns what was put into the record for it; nothing where they are one already.
    Who stands for both is the one whose details are the person's own (they have a key), of two
    keys the one that was made last, as a lost record opens nothing any more, else the first; and
    always the reader, where they are one of the two.
    """
    first, second = get_person(view, one), get_person(view, other)
    if first.thing == second.thing:
        return ()
    stood, came = key_since(view, first), key_since(view, second)
    later = came is not None and (stood is None or came.at > stood.at)
    if second.thing == view.me or (later and first.thing != view.me):
        first, second = second, first
    joined = view.next(second, same_as=first.thing)
    view.add(joined)
    return (joined,)


def _doubt(view: ReaderView, named: PersonInFile) -> Doubt | None:
    if find_met(view, named):
        return None
    like = {
        person.thing: person.name
        for person in list_everybody(view)
        if is_name_of(person.name, named.name) or is_name_of(named.name, person.name)
    }
    return Doubt(id=named.id, name=named.name, like=like) if like else None


def _find_meant(unknown: Sequence[PersonInFile], person: Person) -> PersonInFile:
    """Return whom in a file somebody here was said to be. Raises InvalidInput."""
    same = find_same({each.id: each.name for each in unknown}, person.name)
    near = [each for each in unknown if each.id in same] or [
        each
        for each in unknown
        if is_name_of(each.name, person.name) or is_name_of(person.name, each.name)
    ]
    fits = _once_each(near or unknown)
    if len(fits) == 1:
        return fits[0]
    among = ", ".join(sorted(each.name for each in fits))
    raise InvalidInput(
        f"{person.name} could be: {among}."
        if fits
        else f"Nobody in it is in doubt as {person.name}.",
        "Join two people later, if they are one, or leave --is out.",
    )


def _once_each(people: Sequence[PersonInFile]) -> list[PersonInFile]:
    """Return people in a file without those who are one of the others by another id."""
    found, seen = [], set[str]()
    for each in people:
        if not seen & {each.id, *each.also}:
            found.append(each)
        seen |= {each.id, *each.also}
    return found


def _ask_first(doubts: Sequence[Doubt]) -> InvalidInput:
    said = "; ".join(
        f"{each.name} in it may be {' or '.join(sorted(each.like.values(), key=spell_same))} here"
        for each in doubts
    )
    ways = " ".join(f'--is "{min(each.like.values())}"' for each in doubts)
    return InvalidInput(
        f"It was not taken in, as it is not known who is meant: {said}.",
        f"Say who it is: {ways}, or --is new for somebody else of that name.",
    )
