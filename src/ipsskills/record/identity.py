"""One person met under several ids: which id stands for them, and which ids are theirs."""

from collections.abc import Iterable, Mapping


def survivor(links: Mapping[str, str], person: str) -> str:
    """Return the id that stands for a person; ``links`` leads from an id to the one it is.

    Two records that were joined may lead in a circle: then its lowest id stands for all of it.
    """
    seen: list[str] = []
    while person in links and person not in seen:
        seen.append(person)
        person = links[person]
    return min(seen[seen.index(person) :]) if person in seen else person


def ids_of(links: Mapping[str, str], people: Iterable[str]) -> tuple[str, ...]:
    """Return every id of the persons that these ids stand for, each once, the given ones first."""
    given = tuple(dict.fromkeys(people))
    meant = {survivor(links, person) for person in given}
    others = {*links, *links.values(), *meant} - set(given)
    return given + tuple(sorted(other for other in others if survivor(links, other) in meant))
