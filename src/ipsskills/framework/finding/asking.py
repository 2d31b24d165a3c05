"""What was typed, as a search understands it: for each word the stems that may stand for it."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from ipsskills.framework.finding.shapes import Index
from ipsskills.framework.finding.stems import (
    list_family,
    list_stems,
    list_told,
    says_little,
    says_nothing,
    stem,
)
from ipsskills.frozen import dataclass

# How much a word found in another form counts beside the very word.
FAMILY, BEGUN, NEAR, SAME, NUMBER = 0.6, 0.8, 0.8, 0.5, 0.4
# How much a small verb counts beside the other words.
SMALL = 0.3
_BEGINNING = 3
_ALIKE, _ALIKE_SHORT, _SHORT = 0.8, 0.75, 4
_MOST_NEAR = 3


@dataclass(frozen=True)
class QueryWord:
    """A word that was typed, and how much each stem counts that may stand for it.

    ``near`` are words that it was taken for, where it stands nowhere itself; ``weight`` is what it
    counts beside the other words.
    """

    word: str
    stems: Mapping[str, float]
    near: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True)
class Query:
    """What was typed as terms, the stems of those words that stand anywhere, and of every word.

    ``standing`` has for each stem the places of the terms that it may stand for, and how much it
    counts for them: a text is read word by word, and few of its words stand for any.
    """

    terms: tuple[QueryWord, ...]
    told: frozenset[str] = field(default=frozenset())
    spoken: tuple[str, ...] = ()
    standing: Mapping[str, Mapping[int, float]] = field(default_factory=dict)


def read_asked(index: Index, typed: str) -> Query:
    """Return what was typed as terms; words that say nothing are left out if others do."""
    words = list_told(typed)
    known = [_find_stems(index, word) for word in words]
    _add_pairs(index, words, known)
    _add_same(index, words, known)
    spelt = index.spelt.split()
    small = SMALL if not all(map(says_little, words)) else 1.0
    terms = tuple(
        QueryWord(word, stems, weight=small if says_little(word) else 1.0)
        if stem(word) in index.words
        else _find_near(spelt, word, stems)
        for word, stems in zip(words, known, strict=True)
    )
    told = frozenset(stem(term.word) for term in terms if term.stems)
    return Query(terms, told, list_stems(typed), _list_standing(terms))


def _list_standing(terms: Sequence[QueryWord]) -> dict[str, dict[int, float]]:
    standing: dict[str, dict[int, float]] = {}
    for place, term in enumerate(terms):
        for each, share in term.stems.items():
            standing.setdefault(each, {})[place] = share
    return standing


def _find_stems(index: Index, word: str) -> dict[str, float]:
    own = stem(word)
    if own.isdigit():  # seldom what is looked for
        return {own: NUMBER} if own in index.words else {}
    stems = {each: FAMILY for each in list_family(own) if each in index.words}
    return stems | {own: 1.0} if own in index.words else stems


def _add_pairs(index: Index, words: Sequence[str], known: Sequence[dict[str, float]]) -> None:
    """Add the word that two make together, to both: "job centre" is also "jobcentre"."""
    for place in range(len(words) - 1):
        joined = stem("".join(words[place : place + 2]))
        if joined in index.words:
            known[place][joined] = known[place + 1][joined] = 1.0


def _add_same(index: Index, words: Sequence[str], known: Sequence[dict[str, float]]) -> None:
    """Add other words for the same thing, to each of the words that were typed for it."""
    stems = [stem(word) for word in words]
    for group in index.same:
        members = [each.split() for each in group]
        counts = {member[0]: SAME for member in members if len(member) == 1}
        for place in _find_places(stems, members):
            for each, count in counts.items():
                if each in index.words:
                    known[place][each] = max(known[place].get(each, 0), count)


def _find_places(stems: Sequence[str], members: Sequence[list[str]]) -> Iterator[int]:
    """Yield where one of several words or phrases stands among the stems, word by word."""
    for member in filter(None, members):
        for place in range(len(stems) - len(member) + 1):
            if stems[place : place + len(member)] == member:
                yield from range(place, place + len(member))


def _find_near(spelt: Sequence[str], word: str, stems: Mapping[str, float]) -> QueryWord:
    """Return a word that stands nowhere as what begins with it, or else as what looks like it.

    What is known to stand for it is kept, and then nothing is said of a guess.
    """
    if word.isdigit():
        return QueryWord(word, stems)
    begun = [each for each in spelt if each.startswith(word)] if len(word) >= _BEGINNING else []
    if begun:
        return QueryWord(word, {**dict.fromkeys(map(stem, begun), BEGUN), **stems})
    alike = _ALIKE if len(word) > _SHORT else _ALIKE_SHORT
    likely = [each for each in spelt if each[0] == word[0] and not says_nothing(each)]
    near = difflib.get_close_matches(word, likely, n=_MOST_NEAR, cutoff=alike)
    apart = {stem(each): each for each in reversed(near)}
    if not near:  # "panicky" where "panic" stands
        kept = [each for each in spelt if len(each) > _SHORT and word.startswith(each)]
        return QueryWord(word, {**stems, **dict.fromkeys(map(stem, kept), FAMILY)})
    shown = () if stems else tuple(each for each in near if each in apart.values())
    return QueryWord(word, {**stems, **dict.fromkeys(apart, NEAR)}, shown)
