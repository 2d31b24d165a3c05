"""The four nations: how people type them, and how they are named together."""

import re
from collections.abc import Iterable
from functools import cache

from ipsskills.codes import Nation
from ipsskills.errors import InvalidInput
from ipsskills.folding import fold_name

_NAMES = {
    Nation.ENGLAND: "England",
    Nation.WALES: "Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}
_BRITAIN = frozenset((Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND))
_TYPED: dict[str, tuple[Nation, ...]] = {
    **{fold_name(name): (nation,) for nation, name in _NAMES.items()},
    **{nation.value.lower(): (nation,) for nation in Nation},
    "n ireland": (Nation.NORTHERN_IRELAND,),
    **dict.fromkeys(("great britain", "gb"), tuple(n for n in Nation if n in _BRITAIN)),
    **dict.fromkeys(("united kingdom", "uk", "all"), tuple(Nation)),
}
NATION_NAMES = tuple(_NAMES.values())


def read_nations(text: str) -> tuple[Nation, ...]:
    """Return the nations that a text names, each once and in our order; none if it is empty.

    Taken are names in any case, with commas or "and" between them, the codes E, W, S and NI, and
    Great Britain and the United Kingdom. Raises InvalidInput for anything else.
    """
    typed, named, one = fold_name(text), set[Nation](), _compile_names()
    place = 0
    while place < len(typed):
        found = one.match(typed, place)
        if not found:
            raise InvalidInput(
                f"'{text}' names no nation that we know.",
                f"Name one or several of: {', '.join(NATION_NAMES)}.",
            )
        named |= set(_TYPED.get(found[1] or "", ()))
        place = found.end()
    return tuple(nation for nation in Nation if nation in named)


@cache
def _compile_names() -> re.Pattern[str]:
    """Return what finds one name, the longest first, so that "northern ireland" is one."""
    names = "|".join(sorted(_TYPED, key=len, reverse=True))
    return re.compile(rf"\b({names})\b|\b(and)\b|\s+")


def name_nations(nations: Iterable[Nation]) -> str:
    """Return nations as one name: "Scotland", "England and Wales", "Great Britain"."""
    wanted = frozenset(nations)
    if wanted == frozenset(Nation):
        return "United Kingdom"
    if wanted == _BRITAIN:
        return "Great Britain"
    names = list_names(wanted)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def list_names(nations: Iterable[Nation]) -> list[str]:
    """Return the name of each nation, in our order."""
    wanted = frozenset(nations)
    return [_NAMES[nation] for nation in Nation if nation in wanted]
