"""Full names that no capitals mark: all in small letters, or all in capitals as everything else.

The rule is ours: two words side by side that are both names by the list, or of which one is and the
other is no English word, or that are both no English words. So names that no list holds are found
as well as those that every list holds.
"""

from collections.abc import Iterator, Sequence

from ipsskills.privacy.client_detail.chinese import is_chinese
from ipsskills.privacy.client_detail.lists.lexicon import look_up
from ipsskills.privacy.client_detail.lists.name_words import (
    COMMON_WORDS,
    ENDS_OF_COMPOUNDS,
    NAMES_OF_PLACES,
    TITLES,
)
from ipsskills.privacy.client_detail.name_tokens import Word
from ipsskills.privacy.client_detail.things import is_called, list_things

_LEAST_LETTERS, _LEAST_UNKNOWN = 2, 4
_LEAST_STRANGE = 6
_VOWELS = frozenset("aeiouy")


def find_unmarked(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield the names in a run of words that are written alike."""
    for stretch in _written_alike(run):
        place = 0
        while place < len(stretch) - 1:
            found = _find_at(stretch, place)
            yield from (found,) if found else ()
            place += max(1, len(found))


def is_another_language(words: Sequence[Word]) -> bool:
    """Whether so many words in small letters are no English ones that the text is no English."""
    small = [word for word in words if not word.capital]
    strange = sum(word.unknown for word in small)
    return strange >= _LEAST_STRANGE and 2 * strange >= len(small)


def _written_alike(run: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the stretches of a run that are in small letters, and those that are in capitals."""
    stretch: list[Word] = []
    for word in run:
        alike = not word.capital or word.shouted
        if stretch and (not alike or word.capital != stretch[0].capital):
            yield stretch
            stretch = []
        if alike:
            stretch.append(word)
    if stretch:
        yield stretch


def _find_at(stretch: Sequence[Word], place: int) -> Sequence[Word]:
    """Return the name that begins at a place of a stretch; nothing if none does."""
    at = place + 1
    while at < len(stretch) - 1 and stretch[at].particle and not stretch[at].name:
        at += 1
    if not _is_name(stretch[place], stretch[at]):
        return ()
    if is_called(stretch[max(0, place - 1) : at + 2]):
        return ()
    end = at + 1
    while end < len(stretch) and stretch[end].name and not _left_out(stretch[end]):
        end += 1
    return stretch[place:end]


def _is_name(first: Word, last: Word) -> bool:
    if first.folded in TITLES:
        plain = last.common and not last.surname
        return len(last.text) > _LEAST_LETTERS and not last.never and not plain
    chinese = is_chinese((first, last))
    if chinese and "-" in first.text + last.text and (first.name or last.name):
        return True
    borne = first.given and last.surname and first.folded not in NAMES_OF_PLACES and not last.never
    if _left_out(first) or (_left_out(last) and not borne) or (first.placed and last.placed):
        return False
    if chinese and not {first.folded, last.folded} & COMMON_WORDS:
        return not (first.common and last.common)
    return _fits(first, last)


def _fits(first: Word, last: Word) -> bool:
    """Whether two words, neither of which is left out, are likely a first name and a surname."""
    if first.name:
        return last.name or _strange(last, after=first) or (first.given and _after_given(last))
    if last.name and _family(last):
        return _strange(first) or first.maybe_given
    if first.maybe_given:
        return _strange(last)
    return _strange(first) and (_strange(last) or (last.shouted and last.surname))


def _left_out(word: Word) -> bool:
    """Whether a word begins and ends no name: one of notes, of organisations, of large places."""
    thing = "b" in word.marks and not word.named
    large = bool(list_things([word])) and not word.name
    return word.never or len(word.text) < _LEAST_LETTERS or thing or large


def _family(word: Word) -> bool:
    """Whether a name is borne as a surname."""
    return word.surname or "s" in word.marks


def _after_given(word: Word) -> bool:
    """Whether a word that is none of the names by itself is one after a first name."""
    if word.thing:
        return True
    if word.shouted and word.named:
        return True
    return word.surname and word.common and word.folded not in COMMON_WORDS


def _strange(word: Word, after: Word | None = None) -> bool:
    """Whether a word is in no list, and is not one that was only mistyped."""
    enough = len(word.text) >= _LEAST_UNKNOWN and bool(_VOWELS & set(word.folded))
    sure = after is not None and after.given and after.shouted
    if not word.unknown or not (enough or word.foreign):
        return False
    return word.foreign or sure or not (_mistyped(word.folded) or _put_together(word.folded))


def _put_together(word: str) -> bool:
    """Whether a word is two ordinary ones, as at work they grow together: fitnote, jobcentre."""
    ends = (end for end in ENDS_OF_COMPOUNDS if word.endswith(end))
    return any("w" in look_up(word.removesuffix(end)) for end in ends)


def _mistyped(word: str) -> bool:
    """Whether a word is an ordinary one with a letter too many, too few or changed round."""
    spans = range(len(word))
    fewer = (word[:n] + word[n + 1 :] for n in spans[1:])
    turned = (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in spans[:-1])
    more = (word[:n] + letter + word[n:] for n in spans[1:] for letter in "aeiou" + word[n])
    other = (word[:n] + vowel + word[n + 1 :] for n in spans for vowel in "aeiou")
    return any("w" in look_up(each) for tries in (fewer, turned, more, other) for each in tries)
