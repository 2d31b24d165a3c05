"""Makes the index that a search goes by from all that was collected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ipsskills.framework.faults import Fault
from ipsskills.framework.finding.collecting import Collected, PlaceText
from ipsskills.framework.finding.everyday import SEARCH_WORDS, NoteWords, SearchWords
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
    for noted in typed.notes:
        everyday[noted.at] += noted.words
    passages = [
        Passage(place=number, part=text.part, text=text.text, number=text.number)
        for number, one in enumerate(found)
        for text in (*one.texts, *_list_typed(everyday[name_place(one)]))
    ]
    words, spelt = _post(passages, _lead_to_notes(found, passages, typed))
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
    known = {name_place(one): one for one in collected}
    for each in typed.places:
        if each.at not in known:
            problem = f"There is no place '{each.at}'."
            yield Fault(SEARCH_WORDS, each.at, problem, "As in: at: unit 3.8, or: at: page cost")
    for noted in typed.notes:
        one = known.get(noted.at)
        if not one or not any(_is_note(text.part, text.text, noted) for text in one.texts):
            problem = f"It has no note on '{noted.topic}'."
            yield Fault(SEARCH_WORDS, noted.at, problem, "Give the topic just as the note has it.")


def _lead_to_notes(
    found: list[Collected], passages: list[Passage], typed: SearchWords
) -> dict[int, tuple[str, ...]]:
    """Return the words that lead to a note, by the number of its passage."""
    return {
        number: each.words
        for each in typed.notes
        for number, passage in enumerate(passages)
        if name_place(found[passage.place]) == each.at
        and _is_note(passage.part, passage.text, each)
    }


def _is_note(part: Where, text: str, noted: NoteWords) -> bool:
    return part is Where.NOTE and text.startswith(f"{noted.topic}. ")


def _stem_all(text: str) -> str:
    """Return the stems of a phrase, without words that say nothing; none if one is left of it."""
    words = list_words(text)
    stems = [stem(word) for word in words if not says_nothing(word)]
    return " ".join(stems) if len(stems) > 1 or len(words) == 1 else ""


def _list_typed(words: Iterable[str]) -> Iterator[PlaceText]:
    return (PlaceText(Where.EVERYDAY, each) for each in words)


def _post(
    passages: Iterable[Passage], led: Mapping[int, tuple[str, ...]]
) -> tuple[dict[str, list[int]], set[str]]:
    """Return the passages of each stem by their numbers, and every word as it is spelt.

    A passage that words lead to (``led``) is found by them as by its own.
    """
    words, spelt = defaultdict[str, list[int]](list), set[str]()
    for number, passage in enumerate(passages):
        listed = list_words(" ".join((passage.text, *led.get(number, ()))))
        joined = join_pairs(listed) if passage.part in _JOINED else ()
        for word in {stem(word) for word in (*listed, *joined)}:
            words[word].append(number)
        spelt.update(word for word in listed if word.isalpha())
    return words, spelt


# Where two words are found as one as well: "jobcentre" where "job centre" stands.
_JOINED = frozenset({Where.NAME, Where.EVERYDAY, Where.TOPIC})
