"""Makes the index that a search goes by from all that was collected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ipsskills.framework.faults import Fault
from ipsskills.framework.finding.collecting import Collected, PlaceText
from ipsskills.framework.finding.everyday import SEARCH_WORDS, SearchWords
from ipsskills.framework.finding.shapes import Index, Passage, Where
from ipsskills.framework.finding.stems import join_pairs, list_words, says_nothing, stem


def make_index(collected: Iterable[Collected], typed: SearchWords) -> Index:
    """Return the index of these places, with the words that people type for them.

    Words that lead to no place are passed over: a service's own files may lack it.
    """
    found = list(collected)
    everyday = defaultdict[str, list[str]](list)
    for each in typed.places:
        everyday[each.at] += each.words
    passages = [
        Passage(place=number, part=text.part, text=text.text, number=text.number)
        for number, one in enumerate(found)
        for text in (*one.texts, *_list_typed(everyday[name_place(one)]))
    ]
    words, spelt = _post(passages)
    return Index(
        places=tuple(one.place for one in found),
        passages=tuple(passages),
        words={word: " ".join(map(str, numbers)) for word, numbers in sorted(words.items())},
        spelt=" ".join(sorted(spelt)),
        same=tuple(tuple(map(_stem_all, group)) for group in typed.same),
    )


def name_place(one: Collected) -> str:
    """Return a place by its kind and id, as the words that people type name it."""
    return f"{one.place.kind.value} {one.place.id}"


def find_word_faults(collected: Iterable[Collected], typed: SearchWords) -> Iterator[Fault]:
    """Yield the words that people type which lead to no place."""
    known = {name_place(one) for one in collected}
    for each in typed.places:
        if each.at not in known:
            problem = f"There is no place '{each.at}'."
            yield Fault(SEARCH_WORDS, each.at, problem, "As in: at: unit 3.8, or: at: page cost")


def _stem_all(text: str) -> str:
    """Return the stems of a phrase, without words that say nothing; none if one is left of it."""
    words = list_words(text)
    stems = [stem(word) for word in words if not says_nothing(word)]
    return " ".join(stems) if len(stems) > 1 or len(words) == 1 else ""


def _list_typed(words: Iterable[str]) -> Iterator[PlaceText]:
    return (PlaceText(Where.EVERYDAY, each) for each in words)


def _post(passages: Iterable[Passage]) -> tuple[dict[str, list[int]], set[str]]:
    """Return the passages of each stem by their numbers, and every word as it is spelt."""
    words, spelt = defaultdict[str, list[int]](list), set[str]()
    for number, passage in enumerate(passages):
        listed = list_words(passage.text)
        joined = join_pairs(listed) if passage.part in _JOINED else ()
        for word in {stem(word) for word in (*listed, *joined)}:
            words[word].append(number)
        spelt.update(word for word in listed if word.isalpha())
    return words, spelt


# Where two words are found as one as well: "jobcentre" where "job centre" stands.
_JOINED = frozenset({Where.NAME, Where.EVERYDAY, Where.TOPIC})
