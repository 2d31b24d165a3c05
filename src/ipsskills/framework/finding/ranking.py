"""Puts the places that hold what was typed in order, by a rule that can be told."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ipsskills.framework.finding.asking import SAME, Query, QueryWord
from ipsskills.framework.finding.choosing import Nearness, Weighed, choose_shown, measure_nearness
from ipsskills.framework.finding.shapes import NAMING, Index, Passage, Where
from ipsskills.framework.finding.stems import list_stems, list_words, says_nothing, stem
from ipsskills.frozen import dataclass

EXPLAIN_SEARCH = (
    "A place whose name is just what you typed comes first, and after it one with a note or a case "
    "of that title. Otherwise a word counts by where it "
    "stands: most in a name, then among everyday words that we listed for a place, in its topics, "
    "in what it says first and in statements, and least in a mention in passing. Rare words count "
    "more than common ones, words that stand together in one passage more than scattered ones, "
    "and places that hold all of your words more than those that hold some. Endings, capitals, "
    "accents and apostrophes make no difference; another word for the same thing, and a word that "
    "only looks like yours, count less. What counts less than a quarter of the best place is left "
    "out, unless you ask for every place. Where a note or a statement was listed for just your "
    "words, it is shown first of its unit."
)

# How much a word counts in each part of a place.
WEIGHTS: Mapping[Where, float] = {
    Where.NAME: 10,
    Where.EVERYDAY: 8,
    Where.TOPIC: 5,
    Where.QUESTION: 5,
    Where.PURPOSE: 4,
    Where.TEXT: 4,
    Where.IN_PRACTICE: 4,
    Where.STATEMENT: 4,
    Where.OUTCOME: 3,
    Where.VIGNETTE: 3,
    Where.NOTE: 3,
    Where.BACKGROUND: 3,
    Where.ACTIVITY: 2.5,
    Where.EVIDENCE: 2,
    Where.REFLECTION: 2,
    Where.APART: 1,  # it speaks of other units as much as of its own
}
# What a place counts beside the best one, at the least, to be told with it. A page of finds is read
# to its end, and what holds one of three words in passing makes the good ones look as doubtful. A
# quarter is what is left of a place that holds half of the words, and those scattered.
_WEAK = 0.25
_WHOLE = 2.0  # for a name that is just what was typed
_TITLE = 18.0  # for a title that is: less than a name, more than any everyday words
# Parts whose text opens with their title.
_TITLED = frozenset({Where.NOTE, Where.BACKGROUND, Where.VIGNETTE})
_OPENING = re.compile(r"[^.?!]+")
_TELLING = 2  # the words of a title that say something, unless it is a single word
_PARTLY = 0.3  # for a name that what was typed holds next to nothing of
_SPREAD = 0.4  # what scattered words count beside those that stand together
_LEAST = 0.2  # what a word counts that nearly every place holds
_WINDOW = 100  # letters that are read at a glance
_NONE: Mapping[int, float] = {}
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


@dataclass(frozen=True)
class Ranked:
    """A place that holds what was typed, by its number.

    ``passages`` are its passages that hold the most of it, the best first; passages that only name
    the place are none of them, nor such as hold next to nothing beside these. ``everyday`` are the
    everyday words that led here, where nothing else of the place holds what was typed. ``phrase``
    is how much of what was typed a name or everyday words of it are, word for word, which decides
    between places that count the same; then ``exact`` does, that one of these is just that.
    """

    place: int
    score: float
    passages: tuple[int, ...]
    everyday: int | None = None
    phrase: float = 0
    exact: bool = False


def rank(
    index: Index,
    asked: Query,
    leave_out: Callable[[Passage], bool],
    may_lead: Callable[[Passage], bool] = lambda _: True,
) -> tuple[Ranked, ...]:
    """Return the places that hold what was asked, the best first, as they stand where equal.

    Passages that are to be left out are as if they were not there. Where everyday words that are
    just what was asked lead to a passage, that one is shown first, if it ``may_lead``.
    """
    rarity = _Rarity(index)
    by_place: dict[int, list[Weighed]] = {}
    for weighed in _weigh(index, asked, rarity, leave_out):
        by_place.setdefault(index.passages[weighed.number].place, []).append(weighed)
    whole = [
        term.weight * max((rarity.of(term, each) for each in term.stems), default=0)
        for term in asked.terms
    ]

    def choose(weighed: list[Weighed], best: float) -> list[Weighed]:
        return choose_shown(weighed, best, lambda each: _find_nearness(index, asked, each))

    found = [
        _judge(place, list(_mark_led(index, asked, weighed, may_lead)), whole, choose)
        for place, weighed in by_place.items()
    ]
    return tuple(sorted(found, key=_order))


def _order(ranked: Ranked) -> tuple[float, float, bool, int]:
    return -ranked.score, -ranked.phrase, not ranked.exact, ranked.place


def leave_out_weak(found: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Return those of places in order that are worth telling beside the best one."""
    best = found[0].score if found else 0
    return tuple(each for each in found if each.score >= best * _WEAK)


def hold_all(passage: Passage, asked: Query) -> bool:
    """Whether a passage holds every word that was asked, and not just others for the same thing.

    Small verbs beside other words need not stand there.
    """
    held = set(list_stems(passage.text))
    close = [
        {each for each, share in t.stems.items() if share > SAME}
        for t in asked.terms
        if t.weight == 1
    ]
    return all(not held.isdisjoint(stems) for stems in close)


def is_named(index: Index, place: int, asked: Query) -> bool:
    """Whether just what was typed is a name of a place, by its number."""
    names = (p for p in index.passages if p.place == place and p.part is Where.NAME)
    return any(_fit(name, asked) == _WHOLE for name in names)


def find_spot(text: str, asked: Query) -> int:
    """Return where in a text the most of what was asked stands together; 0 if nothing does.

    A word that was typed comes before one that only stands for it, and words side by side before
    scattered ones.
    """
    held = [
        (found.start(), term, share)
        for found in _WORD.finditer(text)
        for term, share in _list_held(found[0], asked).items()
    ]

    def count(start: int) -> tuple[int, float, int]:
        near: dict[int, tuple[float, int]] = {}
        for at, term, share in held:
            if 0 <= at - start < _WINDOW:
                near[term] = max((share, -at), near.get(term, (0.0, 0)))
        wide = max((-at for _, at in near.values()), default=start) - start
        return len(near), sum(share for share, _ in near.values()), -wide

    return max((at for at, _, _ in held), key=lambda at: (count(at), -at), default=0)


def _find_nearness(index: Index, asked: Query, number: int) -> Nearness:
    """Return how near a passage comes to what was typed, by its number."""
    text = index.passages[number].text
    return measure_nearness(text, asked, find_spot(text, asked))


def _list_held(word: str, asked: Query) -> dict[int, float]:
    """Return the terms that a word may stand for, by their place, and how much it counts."""
    held: dict[int, float] = {}
    for each in list_stems(word):
        for place, share in asked.standing.get(each, _NONE).items():
            held[place] = max(share, held.get(place, share))
    return held


class _Rarity:
    """How much a stem tells: the more, the fewer places hold it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, float] = {}

    def __call__(self, each: str) -> float:
        if each not in self._known:
            numbers = map(int, self._index.words[each].split())
            places = {self._index.passages[number].place for number in numbers}
            self._known[each] = max(_LEAST, math.log(len(self._index.places) / len(places)))
        return self._known[each]

    def of(self, term: QueryWord, each: str) -> float:
        """Return what a stem tells that stands for a word: never more than the word itself."""
        own = stem(term.word)
        return min(self(each), self(own)) if own in self._index.words else self(each)


def _weigh(
    index: Index, asked: Query, rarity: _Rarity, leave_out: Callable[[Passage], bool]
) -> Iterator[Weighed]:
    """Yield every passage that holds a term, with what each term counts there."""
    counts: dict[int, dict[int, float]] = {}
    for place, term in enumerate(asked.terms):
        for each, share in term.stems.items():
            for number in map(int, index.words[each].split()):
                held = counts.setdefault(number, {})
                count = term.weight * share * rarity.of(term, each)
                held[place] = max(held.get(place, 0), count)
    for number, held in counts.items():
        passage = index.passages[number]
        if not leave_out(passage):
            titled = _is_titled(passage, asked)
            weight = _TITLE if titled else WEIGHTS[passage.part] * _fit(passage, asked)
            weighed = {t: c * weight for t, c in held.items()}
            exact = passage.part in NAMING and list_stems(passage.text) == asked.spoken
            yield Weighed(number, passage.part, weighed, _share_phrase(passage, asked), exact=exact)


def _mark_led(
    index: Index, asked: Query, weighed: list[Weighed], may_lead: Callable[[Passage], bool]
) -> Iterator[Weighed]:
    """Yield the passages of a place, those marked that everyday words of it lead to."""
    typed = [index.passages[each.number] for each in weighed if each.part is Where.EVERYDAY]
    to = {number for each in typed if each.to and _fit(each, asked) == _WHOLE for number in each.to}
    for each in weighed:
        led = each.number in to and may_lead(index.passages[each.number])
        yield replace(each, led=True) if led else each


def _share_phrase(passage: Passage, asked: Query) -> float:
    """Return how much of what was typed is a name, or everyday words, of more than one word."""
    if passage.part not in NAMING:
        return 0
    words, said = list_stems(passage.text), asked.spoken
    places = range(len(said) - len(words) + 1 if len(words) > 1 else 0)
    stands = any(said[place : place + len(words)] == words for place in places)
    return len(words) / len(said) if stands else 0


def _is_titled(passage: Passage, asked: Query) -> bool:
    """Whether what was typed is the title of a passage, or the title up to a comma.

    Word for word, and one of those words alone has to be the whole of it: "who do I ring" is not
    what a note on law means by "Whom to ring".
    """
    if passage.part not in _TITLED or len(asked.told) < min(len(asked.spoken), _TELLING):
        return False
    opening = _OPENING.match(passage.text)
    title = opening[0].removeprefix("The ") if opening else ""
    said = asked.spoken[1:] if asked.spoken[0] == "the" else asked.spoken
    return said in (list_stems(title), list_stems(title.split(",")[0]))


def _fit(passage: Passage, asked: Query) -> float:
    """Return how well a name fits what was typed: wholly, in part, or both ways round."""
    if passage.part not in NAMING:
        return 1.0
    stems = {stem(word) for word in list_words(passage.text) if not says_nothing(word)}
    stems = stems or {stem(word) for word in list_words(passage.text)}
    accepted = {each for term in asked.terms for each in term.stems}
    covered = len(stems & accepted) / len(stems) if stems else 0.0
    if stems == asked.told:
        return _WHOLE
    share = covered if passage.part is Where.NAME else covered**2
    return _PARTLY + (1 - _PARTLY) * share


def _judge(
    place: int,
    weighed: list[Weighed],
    whole: list[float],
    choose: Callable[[list[Weighed], float], list[Weighed]],
) -> Ranked:
    """Return a place with its score, and the passages to show of it."""
    best = max(each.together for each in weighed)
    spread = [max(each.counts.get(t, 0) for each in weighed) for t in range(len(whole))]
    held = sum(most for most, count in zip(whole, spread, strict=True) if count)
    phrase = max(each.phrase for each in weighed)
    exact = any(each.exact for each in weighed)
    share = max(held / (sum(whole) or 1.0), phrase)
    score = (best + _SPREAD * sum(spread)) * share
    shown = tuple(each.number for each in choose(weighed, best))
    led = [each for each in weighed if each.part is Where.EVERYDAY]
    first = max(led, key=lambda each: (each.together, -each.number), default=None)
    everyday = first.number if first and not shown else None
    return Ranked(place, score, shown, everyday=everyday, phrase=phrase, exact=exact)
