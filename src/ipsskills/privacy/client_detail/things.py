"""Organisations and places: those called like people, and words that no person is called by."""

import re
from collections.abc import Sequence

from ipsskills.privacy.client_detail.lists.called import CALLED_LIKE_PEOPLE
from ipsskills.privacy.client_detail.lists.lexicon import look_up
from ipsskills.privacy.client_detail.lists.listed import split_list
from ipsskills.privacy.client_detail.lists.name_words import (
    BEFORE_PLACES,
    ORGANISATION,
    PLACE_ENDS,
)
from ipsskills.privacy.client_detail.lists.place_words import EMPLOYERS, PLACES
from ipsskills.privacy.client_detail.name_tokens import SPACE, Word

_THINGS = ORGANISATION | PLACE_ENDS | PLACES | EMPLOYERS

# Places told by a number or a letter: Ward 4, Room 12b, Block C; some are called as people are. A
# number makes a place of a word only where nothing is counted by it, so that "Ward 4 times" stays
# somebody's name; a letter only behind a word that people are seldom called by, or after a
# preposition of place. The rule is ours.
_NUMBERED = split_list(
    """
    bay bed block building clinic corridor court floor hall house level lodge park pod room suite
    theatre unit villa ward wards wing zone
    """
)
_SELDOM_PEOPLE = split_list("bay block building corridor floor level pod zone")
_NUMBER = re.compile(
    rf"{SPACE}{{1,2}}\d{{1,3}}[a-z]?(?![\w/:])(?!\.\d)"
    rf"(?=\s*(?:$|[.,;:!?)\n\u2013\u2014-])|{SPACE}+(?:about|after|and|as|at|because|before|by|for|from"
    r"|in|is|manager|meeting|nurses?|on|or|rang|round|said|staff|team|to|today|was|where|who|with"
    r"|yesterday)\b)",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"{SPACE}{{1,2}}[A-H](?![\w.'\u2019])")
_PLACE_BEFORE = re.compile(r"\b(?:at|from|in|into|near|on|onto|outside|to)\s+$", re.IGNORECASE)
_LOOK_BACK = 12


def is_called(words: Sequence[Word]) -> bool:
    """Whether some of these words, one after another, are what a thing is called."""
    plain = [word.folded.removesuffix("'s") for word in words]
    spans = ((a, b) for a in range(len(plain)) for b in range(a + 2, len(plain) + 1))
    phrases = (" ".join(plain[a:b]) for a, b in spans)
    return any(phrase in CALLED_LIKE_PEOPLE or look_up(phrase) for phrase in phrases)


def begins_thing(words: Sequence[Word]) -> bool:
    """Whether the first word makes the others a place's or an organisation's name: St, Fort."""
    return words[0].folded in BEFORE_PLACES


def has_thing(words: Sequence[Word]) -> bool:
    """Whether any of the words is one of organisations and places."""
    return bool(list_things(words))


def is_word_of_things(word: str) -> bool:
    """Whether a word is one of organisations and places."""
    return word.casefold() in _THINGS


def list_things(words: Sequence[Word]) -> list[Word]:
    """Return those of the words that are words of organisations and places."""
    return [word for word in words if word.folded in _THINGS]


def is_numbered_place(word: Word, text: str) -> bool:
    """Whether a word of a text and what stands right behind it are what a place is told by."""
    if word.folded not in _NUMBERED:
        return False
    if _NUMBER.match(text, word.end):
        return True
    if not _LETTER.match(text, word.end):
        return False
    before = text[max(0, word.start - _LOOK_BACK) : word.start]
    return word.folded in _SELDOM_PEOPLE or _PLACE_BEFORE.search(before) is not None
