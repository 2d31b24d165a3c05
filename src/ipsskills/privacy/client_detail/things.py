"""Organisations and places: those called like people, and words that no person is called by."""

from collections.abc import Sequence

from ipsskills.privacy.client_detail.lists.called import CALLED_LIKE_PEOPLE
from ipsskills.privacy.client_detail.lists.lexicon import look_up
from ipsskills.privacy.client_detail.lists.name_words import (
    BEFORE_PLACES,
    ORGANISATION,
    PLACE_ENDS,
)
from ipsskills.privacy.client_detail.lists.place_words import EMPLOYERS, PLACES
from ipsskills.privacy.client_detail.name_tokens import Word

_THINGS = ORGANISATION | PLACE_ENDS | PLACES | EMPLOYERS


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
