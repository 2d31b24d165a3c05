"""Likely full names: titles, first names that are known, surnames with a shape of their own.

The rules are ours. A first name alone is not a full name: notes call colleagues by theirs.
Employers and places have capitals too, so two capitals are not enough; something has to suggest
a person.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ipsskills.privacy.client_detail.finding import DetailKind, Finding
from ipsskills.privacy.client_detail.listed import split_list
from ipsskills.privacy.client_detail.name_tokens import Word, split_words
from ipsskills.privacy.client_detail.name_words import (
    BEFORE_PLACES,
    CALLED_LIKE_PEOPLE,
    COMMON_WORDS,
    NAMES_OF_PLACES,
    NOT_NAMES,
    ORGANISATION,
    PLACE_ENDS,
)
from ipsskills.privacy.client_detail.place_words import EMPLOYERS, PLACES

_THINGS = ORGANISATION | PLACE_ENDS | PLACES | EMPLOYERS
_PARTICLES = split_list(
    """
    ab al ap bin bint da das de del della den der di dos du el ferch ibn la le ni nic ní te ten
    ter ui uí van von zu
    """
)
_TITLES = split_list(
    """
    dr miss mister mr mrs ms mx prof professor
    """
)
_LONGEST_GAP = 3
_LONGEST_BLOCK = 8
_LOOK_BACK = 40
_LEAST_LETTERS = 3
_MOST_PARTS = 3

_PERSON_BEFORE = re.compile(
    r"\b(?:client|patient|service user|customer|participant|referral|person|named|(?:is|was) called"
    r"|name(?: is| was|'s)|introduced (?:him|her|them)self as|case closed|supported|supporting)"
    r"\b[\s:,(]*$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    r"['\u2019]s? (?:mum|mother|dad|father|sister|brother|partner|wife|husband|family|son|daughter|"
    r"parents?|carer|care coordinator|gp|benefits?|cv|diagnosis|medication|nurse|support worker)\b"
    r"|[^.!?]{0,40}\b(?:she|he|her|his|him|herself|himself|dna|turn(?:ed)? up"
    r"|(?:not|n['\u2019]t) attend"
    r"|got (?:the|a) job|feels|felt|cried|discharged|relapsed?)\b",
    re.IGNORECASE,
)


def find_names(text: str) -> Iterator[Finding]:
    """Yield what are likely people's full names, or a title with a surname."""
    for run in _runs(text):
        for block in _blocks(run):
            if found := _find_name(block, text):
                start, end = found[0].start, found[-1].end
                yield Finding(DetailKind.NAME, text[start:end], start, end)


def _runs(text: str) -> Iterator[list[Word]]:
    """Yield words with only spaces between them, in the order of the text."""
    run: list[Word] = []
    for word in split_words(text):
        if run and not _join(run[-1], word, text):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _join(before: Word, word: Word, text: str) -> bool:
    gap = text[before.end : word.start]
    short = before.initial or before.folded in _TITLES
    return (gap.isspace() and len(gap) <= _LONGEST_GAP) or (short and gap in (".", ". "))


def _blocks(run: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the parts of a run that are written as a name is, in capitals or all in small."""
    block: list[Word] = []
    for place, word in enumerate(run):
        if 0 < len(block) < _LONGEST_BLOCK and _goes_on(run[place : place + _LONGEST_BLOCK]):
            block.append(word)
            continue
        yield block
        block = [word] if _begins(word) else []
    yield block
    yield from (list(pair) for pair in pairwise(run) if not any(w.capital for w in pair))


def _begins(word: Word) -> bool:
    return _title(word) or (_part(word) and word.folded not in NOT_NAMES)


def _goes_on(rest: Sequence[Word]) -> bool:
    """Whether the first of these words goes on with a name, perhaps by way of "van der"."""
    main = next((word for word in rest if word.folded not in _PARTICLES or word.capital), None)
    if main is None or main.folded in NOT_NAMES:
        return False
    return _part(main) and (main is not rest[0] or not _title(main))


def _part(word: Word) -> bool:
    """Whether a word is written as a part of a name is; abbreviations are not."""
    return word.capital and (not word.shouted or word.given or word.surname)


def _title(word: Word) -> bool:
    return word.folded in _TITLES and (word.capital or word.folded != "miss")


def _find_name(block: Sequence[Word], text: str) -> Sequence[Word]:
    """Return the words of a block that are a person's name; none if it is not a name."""
    while block and block[-1].initial:
        block = block[:-1]
    if len(block) < 2 or _is_thing(block):  # noqa: PLR2004 - a full name has two parts
        return ()
    if not any(word.capital for word in block):
        return block if _small_name(*block) else ()
    for place, (word, after) in enumerate(pairwise(block)):
        if _opens_name(word, after, block[-1], first=place == 0 and _begins_sentence(word, text)):
            return block[place:]
    return block if _spoken_of(block, text) else ()


def _is_thing(block: Sequence[Word]) -> bool:
    """Whether a block is the name of an organisation or a place."""
    plain = [word.folded for word in block]
    phrases = {
        " ".join(plain[a:b]) for a in range(len(plain)) for b in range(a + 2, len(plain) + 1)
    }
    if phrases & CALLED_LIKE_PEOPLE or plain[0] in BEFORE_PLACES:
        return True
    if plain[0] in _TITLES:
        return False
    things = [n for n, word in enumerate(plain) if word in _THINGS]
    return bool(things) and not _surname_after_all(block, things)


def _surname_after_all(block: Sequence[Word], things: Sequence[int]) -> bool:
    """Whether the only word that could be a place's is a surname: Sarah Hill, not Victoria Hill."""
    first, before, last = block[0], block[-2], block[-1]
    if list(things) != [len(block) - 1]:
        return False
    if before.folded in _PARTICLES:
        return first.given
    return last.surname and before.given and before.folded not in NAMES_OF_PLACES


def _small_name(first: Word, second: Word) -> bool:
    """Whether two words in small letters are a name: dave hutchinson, mr fairbrother."""
    if first.folded in _TITLES - {"miss"}:
        return len(second.text) >= _LEAST_LETTERS and second.folded not in NOT_NAMES
    sure = (second.surname or second.shaped) and second.folded not in COMMON_WORDS
    return first.given and len(first.text) >= _LEAST_LETTERS and sure


def _opens_name(word: Word, after: Word, last: Word, *, first: bool) -> bool:
    """Whether a name begins with this word of a block, ``last`` being the block's last word.

    ``first`` is whether the word begins a sentence, where "Will Chloe come" has capitals too.
    """
    if word.folded in _TITLES:
        return after.capital
    if word.initial:
        return word.text not in "AI" and last.capital and len(last.text) >= _LEAST_LETTERS
    if word.given:
        return True
    named = after.initial or after.folded in _PARTICLES or not (after.given and first)
    return word.maybe_given and (after.maybe_surname or (named and not after.ordinary))


def _spoken_of(block: Sequence[Word], text: str) -> bool:
    """Whether a block without a known first name is a person, by its words or those around it."""
    first, last = block[0], block[-1]
    parts = [word for word in block if word.folded not in _PARTICLES or word.capital]
    if len(parts) > _MOST_PARTS or first.maybe_given:
        return False
    if not any(word.ordinary or word.shouted or word.initial for word in parts):
        return True
    if _begins_sentence(first, text):
        return False
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    after = text[last.end : last.end + 2 * _LOOK_BACK]
    spoken_of = _PERSON_BEFORE.search(before) or _PERSON_AFTER.match(after)
    return last.shaped or last.surname or len(parts) < len(block) or bool(spoken_of)


def _begins_sentence(word: Word, text: str) -> bool:
    before = text[: word.start].rstrip()
    return not before or before[-1] in ".!?:"
