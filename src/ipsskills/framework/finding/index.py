"""Makes the index that a search goes by from all that was collected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ipsskills.framework.faults import Fault
from ipsskills.framework.finding.collecting import Collected, PlaceText
from ipsskills.framework.finding.everyday import (
    SEARCH_WORDS,
    Everyday,
    NoteWords,
    SearchWords,
    StatementWords,
)
from ipsskills.framework.finding.shapes import Index, Passage, Where
from ipsskills.framework.finding.stems import join_pairs, list_words, says_nothing, stem

# What stands in a unit under a topic of its own.
_NOTED = frozenset({Where.NOTE, Where.BACKGROUND})
_Words = Everyday | NoteWords | StatementWords


def make_index(collected: Iterable[Collected], typed: SearchWords) -> Index:
    """Return the index of these places, with the words that people type for them.

    Words that lead to no place are passed over: a service's own files may lack it.
    """
    found = list(collected)
    passages = [
        Passage(place=number, part=text.part, text=text.text, number=text.number)
        for number, one in enumerate(found)
        for text in one.texts
    ]
    passages += _list_typed(found, typed)
    words, spelt = _post(passages)
    return Index(
        places=tuple(one.place for one in found),
        passages=tuple(passages),
        words={word: " ".join(map(str, numbers)) for word, numbers in sorted(words.items())},
        spelt=" ".join(sorted(spelt)),
        same=tuple(tuple(map(_stem_all, group)) for group in typed.same),
        worried_at=tuple(n for n, one in enumerate(found) if name_place(one) in typed.worried_at),
        worried=tuple(filter(None, map(_stem_all, typed.worried))),
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
    every: tuple[NoteWords | StatementWords, ...] = (*typed.notes, *typed.statements)
    for at in typed.worried_at:
        if at not in known:
            yield Fault(SEARCH_WORDS, at, f"There is no place '{at}'.", "As in: unit 2.4")
    for meant in every:
        one = known.get(meant.at)
        if not one or not any(_is_meant(text, meant) for text in one.texts):
            yield _name_missing(meant)


def _name_missing(meant: NoteWords | StatementWords) -> Fault:
    if isinstance(meant, StatementWords):
        problem = f"It has no statement '{meant.statement}'."
        return Fault(SEARCH_WORDS, meant.at, problem, "Give the id of one that is asked.")
    problem = f"It has no note on '{meant.topic}'."
    return Fault(SEARCH_WORDS, meant.at, problem, "Give the topic just as the note has it.")


def _list_typed(found: list[Collected], typed: SearchWords) -> Iterator[Passage]:
    """Yield the words that people type as passages of their places.

    Each is told with the passages that it leads to. Texts are numbered as they stand, place by
    place.
    """
    starts = list(accumulate((len(one.texts) for one in found), initial=0))
    places = {name_place(one): number for number, one in enumerate(found)}
    every: tuple[_Words, ...] = (*typed.places, *typed.notes, *typed.statements)
    for each in every:
        if (place := places.get(each.at)) is None:
            continue
        texts = enumerate(found[place].texts, starts[place])
        to = tuple(number for number, text in texts if _is_meant(text, each))
        for word in each.words:
            yield Passage(place=place, part=Where.EVERYDAY, text=word, to=to)


def _is_meant(text: PlaceText, words: _Words) -> bool:
    """Whether a text is the one that words are for."""
    match words:
        case NoteWords(topic=topic):
            return text.part in _NOTED and text.text.startswith(f"{topic}. ")
        case StatementWords(statement=statement):
            return text.part is Where.STATEMENT and text.id == statement
        case _:
            return False


def _stem_all(text: str) -> str:
    """Return the stems of a phrase, without words that say nothing; none if one is left of it."""
    words = list_words(text)
    stems = [stem(word) for word in words if not says_nothing(word)]
    return " ".join(stems) if len(stems) > 1 or len(words) == 1 else ""


def _post(passages: list[Passage]) -> tuple[dict[str, list[int]], set[str]]:
    """Return the passages of each stem by their numbers, and every word as it is spelt.

    A passage that everyday words lead to is found by them as by its own.
    """
    words, spelt = defaultdict[str, list[int]](list), set[str]()
    led = defaultdict[int, list[str]](list)
    for passage in passages:
        for number in passage.to:
            led[number].append(passage.text)
    for number, passage in enumerate(passages):
        listed = list_words(" ".join((passage.text, *led[number])))
        joined = join_pairs(listed) if passage.part in _JOINED else ()
        for word in {stem(word) for word in (*listed, *joined)}:
            words[word].append(number)
        spelt.update(word for word in listed if word.isalpha())
    return words, spelt


# Where two words are found as one as well: "jobcentre" where "job centre" stands.
_JOINED = frozenset({Where.NAME, Where.EVERYDAY, Where.TOPIC})
