"""One person met under several ids: which id stands for them, and which ids are theirs."""

from collections.abc import Iterable, Mapping


class Identities:
    """Who is who. ``links`` leads from an id to the one it is said to be; each is followed once."""

    def __init__(self, links: Mapping[str, str]) -> None:
        self._stands = {person: survivor(links, person) for person in {*links, *links.values()}}
        self._ids: dict[str, list[str]] = {}
        for person in sorted(self._stands):
            self._ids.setdefault(self._stands[person], []).append(person)

    def survivor(self, person: str) -> str:
        """Return the id that stands for a person."""
        return self._stands.get(person, person)

    def ids_of(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return every id of the persons these ids stand for, each once, the given ones first."""
        given = dict.fromkeys(people)
        meant = dict.fromkeys(map(self.survivor, given))
        others = sorted(each for one in meant for each in self._ids.get(one, ()))
        return tuple(given | dict.fromkeys(others))


def survivor(links: Mapping[str, str], person: str) -> str:
    """Return the id that stands for a person; ``links`` leads from an id to the one it is.

    Two records that were joined may lead in a circle: then its lowest id stands for all of it.
    """
    seen: dict[str, None] = {}
    while person in links and person not in seen:
        seen[person] = None
        person = links[person]
    if person not in seen:
        return person
    way = list(seen)
    return min(way[way.index(person) :])
