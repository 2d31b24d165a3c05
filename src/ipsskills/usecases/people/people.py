"""People: who is in the record, found by the name a person would type."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from ipsskills.codes import Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import months_since
from ipsskills.pages.words import in_post
from ipsskills.record.identity import survivor
from ipsskills.record.pen import Pen
from ipsskills.record.types import Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True)
class PersonShown:
    """A person as shown; ``me`` is whether it is the one working.

    ``supervisor`` is a name; ``also`` are other names the same person was met under.
    """

    id: str
    name: str
    role: str
    team: str | None
    hours: float | None
    since: date | None
    me: bool
    supervisor: str | None = None
    supervised_since: date | None = None
    left: date | None = None
    caseload: int | None = None
    leave: str | None = None
    works_best: str = ""
    also: tuple[str, ...] = ()


def list_people(desk: Desk, *, everybody: bool = False) -> tuple[PersonShown, ...]:
    """Return who is here by name; ``everybody`` adds those who have left."""
    with desk.reading() as work:
        known = _known(work)
    shown = (_shown(desk, person, known) for person in _themselves(known))
    wanted = (p for p in shown if everybody or is_here(p.left, desk.today))
    return tuple(sorted(wanted, key=lambda p: (p.name.casefold(), p.id)))


def is_here(left: date | None, today: date) -> bool:
    """Whether somebody who leaves on a day, or never, is here today."""
    return left is None or left > today


def add_person(desk: Desk, name: str, role: Role, team: str | None = None) -> PersonShown:
    """Add somebody. Raises InvalidInput if the name is taken or cannot be kept."""
    with desk.writing() as work:
        refuse_taken(work, name)
        pen = Pen(desk.me or "", desk.now)
        person = pen.first(Person, name=name, role=role, team=team)
        work.add(person)
    return _shown(desk, person, {})


def shown_person(desk: Desk, work: ReaderView, person: Person) -> PersonShown:
    """Return a person as shown."""
    return _shown(desk, person, _known(work))


def current_people(work: ReaderView, today: date) -> tuple[Person, ...]:
    """Return everybody who is here today, each once, by name: whom to offer in a list."""
    here = (person for person in _themselves(_known(work)) if is_here(person.left, today))
    return tuple(sorted(here, key=lambda person: (person.name.casefold(), person.thing)))


def find_person(work: ReaderView, who: str | None, me: str | None) -> Person:
    """Return the person meant: by full name or a part of it, any case; None is me.

    Somebody met under two ids is found by either name. Raises NotFound, with the candidates where
    there are several.
    """
    known = _known(work)
    if who is None:
        return _me(known, me)
    wanted = folded(who)
    exact = [p for p in known.values() if wanted in (folded(p.name), p.thing)]
    near = exact or [p for p in known.values() if wanted and wanted in folded(p.name)]
    meant = {person.thing: person for person in (themselves(known, p.thing) for p in near)}
    if len(meant) == 1:
        return next(iter(meant.values()))
    if meant:
        names = ", ".join(sorted(p.name for p in meant.values()))
        raise NotFound(f"'{who}' could be: {names}.", "Type more of the name.")
    raise NotFound(f"There is nobody called '{who}' here.", "See who is: ipsskills people list")


def named(work: ReaderView, name: str) -> Person | None:
    """Return the person of that very name, in any case, or None."""
    known = _known(work)
    found = (p for p in known.values() if folded(p.name) == folded(name))
    return next((themselves(known, person.thing) for person in found), None)


def full_name(work: ReaderView, name: str) -> str:
    """Return the full name of somebody in the record whose name this is or is a part of.

    Any other name is returned as it is: who helps or agrees need not be in the record.
    """
    try:
        return find_person(work, name, None).name
    except NotFound:
        return name.strip()


def supervisor_of(work: ReaderView, person: Person) -> Person | None:
    """Return who is named as a person's supervisor, or None; that one may have left.

    For a page or an agreement it is `supervisor_here`.
    """
    known = _known(work)
    return _above(known, person)


def supervisor_here(work: ReaderView, person: Person, on: date) -> Person | None:
    """Return who supervises a person on a day: None also where that one has left by then."""
    above = supervisor_of(work, person)
    return above if above and is_here(above.left, on) else None


def months_in_post(person: Person, on: date) -> int | None:
    """Return the whole months since a person started or came back, if that is known."""
    return months_since(person.since, on) if person.since else None


def post_of(person: Person, on: date) -> str:
    """Return who somebody is at work: their role, and what they gave of time in post and hours."""
    return in_post(person.role, months_in_post(person, on), person.hours)


def refuse_taken(work: ReaderView, name: str) -> None:
    """Raise InvalidInput if somebody has this name."""
    if named(work, name):
        raise InvalidInput(
            f"There is somebody called '{name}' already.",
            "Use that person, or add something that tells the two apart.",
        )


def folded(name: str) -> str:
    """Return a name as it is compared: letters only differ where a reader would say so."""
    return unicodedata.normalize("NFKC", name).casefold().strip()


def means(written: str, person: Person) -> bool:
    """Whether a name as somebody wrote it, or a part of one, may mean a person."""
    words = set(folded(written).split())
    return bool(words) and words <= set(folded(person.name).split())


def themselves(known: Mapping[str, Person], person: str) -> Person:
    """Return the person an id stands for, which may be one they were joined to."""
    return known[survivor({p.thing: p.same_as for p in known.values() if p.same_as}, person)]


def _known(work: ReaderView) -> dict[str, Person]:
    return {person.thing: person for person in work.current(Person)}


def _themselves(known: Mapping[str, Person]) -> Sequence[Person]:
    """Return each person once, whatever they are also known as."""
    links = {p.thing: p.same_as for p in known.values() if p.same_as}
    return [person for person in known.values() if survivor(links, person.thing) == person.thing]


def _above(known: Mapping[str, Person], person: Person) -> Person | None:
    """Return who supervises a person; one who turned out to be the same person does not."""
    if person.supervisor not in known or person.supervisor is None:
        return None
    supervisor = themselves(known, person.supervisor)
    return supervisor if supervisor != themselves(known, person.thing) else None


def _me(known: Mapping[str, Person], me: str | None) -> Person:
    if me is not None and me in known:
        return themselves(known, me)
    raise NotFound("The record does not know who you are yet.", "Type: ipsskills init")


def _shown(desk: Desk, person: Person, known: Mapping[str, Person]) -> PersonShown:
    supervisor = _above(known, person)
    others = [p for p in known.values() if p.thing != person.thing]
    return PersonShown(
        person.thing,
        person.name,
        person.role,
        person.team,
        person.hours,
        person.since,
        person.thing == desk.me,
        supervisor.name if supervisor else None,
        person.supervised_since,
        person.left,
        person.caseload,
        person.leave,
        person.works_best,
        tuple(sorted(p.name for p in others if themselves(known, p.thing) == person)),
    )
