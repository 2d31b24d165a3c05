"""People: who is in the record, found by the name a person would type."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ipsskills.codes import Role
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.people import Colleagues, PersonShown
from ipsskills.folding import spell_same
from ipsskills.method.calendar import months_since
from ipsskills.record.reads import Reads
from ipsskills.record.types import Forgotten, Person
from ipsskills.record.whom import SOMEBODY
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.matching import find_close, find_same, match_names
from ipsskills.usecases.people.supervisors import is_here, supervisor_among, tenure_on
from ipsskills.usecases.reading.view import ReaderView, known_author, reader_unknown


def list_people(desk: Desk, *, everybody: bool = False) -> tuple[PersonShown, ...]:
    """Return who is here by name; ``everybody`` adds those who have left."""
    with desk.reading() as view:
        wanted = [p for p in list_everybody(view) if everybody or is_here(p.left, view.today)]
        return show_people(view, sorted(wanted, key=by_name))


def by_name(person: Person) -> tuple[str, str]:
    """Return what people are sorted by: their name, then their id."""
    return (person.name.casefold(), person.thing)


def show_person(view: ReaderView, person: Person) -> PersonShown:
    """Return a person as shown."""
    return show_people(view, (person,))[0]


def show_people(view: ReaderView, people: Sequence[Person]) -> tuple[PersonShown, ...]:
    """Return people as shown, each with their supervisor and the other names they are known by."""
    others = _other_names(view)
    return tuple(_show(view, person, others.get(person.thing, ())) for person in people)


def list_everybody(view: Reads) -> tuple[Person, ...]:
    """Return each person once, whatever they are also known as."""
    return tuple(p for p in view.people().values() if view.survivor(p.thing) == p.thing)


def list_here(view: Reads, today: date) -> tuple[Person, ...]:
    """Return everybody who is here today, each once, by name: whom to offer in a list."""
    here = (person for person in list_everybody(view) if is_here(person.left, today))
    return tuple(sorted(here, key=by_name))


def find_person(
    view: Reads, who: str | None, me: str | None, role: Role = Role.EMPLOYMENT_SPECIALIST
) -> Person:
    """Return the person meant, by any part of the name (`match_names`); None is me.

    Somebody met under two ids is found by either name, and somebody renamed by the earlier one,
    which the reader is told. Raises NotFound, with the candidates where there are several, or with
    how somebody new is added in a ``role``.
    """
    if who is None:
        return _find_me(view, me)
    if found := find_meant(view, who, match_names):
        return get_person(view, found)
    raise nobody_called(view, who, _offer_to_add(view, who, role))


def _offer_to_add(view: Reads | Colleagues, typed: str, role: Role) -> str:
    """Return how somebody new is added, where a name is typed that is nearly nobody's."""
    name = " ".join(typed.split())
    if not name or find_close(view.names(), typed):
        return ""
    leads = ("--role", role.value) if role is Role.TEAM_LEADER else ()
    return f"Somebody new: {do('people add', name, *leads)}."


def nobody_called(view: Reads | Colleagues, typed: str, more: str = "") -> NotFound:
    """Return what is said where nobody is called so: who is nearly, and what ``more`` to do."""
    close = ", ".join(find_close(view.names(), typed))
    hints = (f"Close to it: {close}." if close else "", more, f"See who is: {do('people list')}")
    return NotFound(f"There is nobody called '{typed}' here.", " ".join(filter(None, hints)))


def find_meant(
    view: Reads | Colleagues, typed: str, match: Callable[[Mapping[str, str], str], Sequence[str]]
) -> str | None:
    """Return the id of the one person a name means by a way of matching, or None for nobody.

    It is asked of an open transaction, or of names that were read before somebody was asked.
    Earlier names count where nobody is called so now. Raises NotFound where it means several.
    """
    names = view.names()
    if meant := {view.survivor(each) for each in match(names, typed)}:
        return _only(typed, {each: names[each] for each in meant})
    earlier = view.earlier_names()
    fits = [earlier[int(n)] for n in match({str(n): e[1] for n, e in enumerate(earlier)}, typed)]
    before = {view.survivor(person): name for person, name in fits}
    if not before:
        return None
    person = _only(typed, {each: f"{names[each]} (before: {before[each]})" for each in before})
    view.tell_renamed(before[person], names[person])
    return person


def _only(typed: str, candidates: Mapping[str, str]) -> str:
    """Return the one id among candidates. Raises NotFound, naming them, where there are several.

    Those who are called just alike are told apart by their ids, which can be typed as well.
    """
    if len(candidates) == 1:
        return next(iter(candidates))
    spelt = [spell_same(name) for name in candidates.values()]
    alike = {name for name in spelt if spelt.count(name) > 1}
    said = sorted(
        f"{name} ({each})" if spell_same(name) in alike else name
        for each, name in candidates.items()
    )
    raise NotFound(f"'{typed}' could be: {', '.join(said)}.", "Type more of the name.")


def get_person(view: Reads, person: str) -> Person:
    """Return the person whom an id stands for; nobody else is read.

    Whoever was erased has no name any more, and what they wrote about others stays. Raises
    NotFound.
    """
    for found in view.current(Person, thing=view.survivor(person)):
        return found
    for line in view.current(Forgotten):
        if person in line.ids:
            return _without_name(person, line)
    raise NotFound(
        "Somebody who is named here is not in the record any more.",
        f"See who is: {do('people list')}",
    )


def _without_name(person: str, line: Forgotten) -> Person:
    """Return what stands for somebody who was erased, to be shown and never kept."""
    return Person(
        id=person,
        thing=person,
        about=person,
        author=line.author,
        at=line.at,
        name=SOMEBODY,
        role=Role.TEAM_LEADER,
        left=line.on,
    )


def find_named(view: Reads, name: str) -> Person | None:
    """Return the person of that very name, however it is spelt (`find_same`), or None."""
    return next((get_person(view, person) for person in find_same(view.names(), name)), None)


def months_in_post(person: Person, on: date) -> int | None:
    """Return the whole months since a person started or came back, if that is known."""
    return months_since(person.since, on) if person.since else None


def refuse_taken(view: Reads, name: str) -> None:
    """Raise InvalidInput if somebody has this name."""
    if known := find_named(view, name):
        raise InvalidInput(
            f"There is somebody called '{known.name}' already.",
            "Use that person, or add something that tells the two apart.",
        )


def _find_me(view: Reads, me: str | None) -> Person:
    """Return the person set as me; nobody else is read. Raises NotFound."""
    found = view.current(Person, thing=view.survivor(known_author(me)))
    if not found:
        raise reader_unknown()
    return found[0]


def _other_names(view: ReaderView) -> Mapping[str, tuple[str, ...]]:
    """Return the other names of those who were met under several, by the id that stands."""
    found: dict[str, list[str]] = {}
    for person in view.people().values():
        if (stands := view.survivor(person.thing)) != person.thing:
            found.setdefault(stands, []).append(person.name)
    return {person: tuple(sorted(names)) for person, names in found.items()}


def _show(view: ReaderView, person: Person, also: tuple[str, ...]) -> PersonShown:
    supervisor = supervisor_among(view, view.people(), person, view.today)
    now = tenure_on(view, person, view.today)
    coming = _supervised_later(view, person)
    return PersonShown(
        id=person.thing,
        name=person.name,
        role=person.role,
        team=person.team,
        hours=person.hours,
        since=person.since,
        me=person.thing == view.me,
        supervisor=supervisor.name if supervisor else None,
        supervised_since=now.since if now and supervisor else None,
        supervisor_later=coming.name if coming else None,
        supervised_from=person.supervised_since if coming else None,
        left=person.left,
        caseload=person.caseload,
        leave=person.leave,
        works_best=person.works_best,
        also=also,
    )


def _supervised_later(view: ReaderView, person: Person) -> Person | None:
    """Return who will supervise a person from a day to come, if that is planned."""
    since = person.supervised_since
    if since is None or since <= view.today:
        return None
    return supervisor_among(view, view.people(), person, since)
