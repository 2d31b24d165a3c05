"""Full names with the surname first: Okonkwo, Sarah.

The rule is ours: a word that may be a surname, a comma, and a word that may be a first name, which
are not part of a list of places, firms or people.
"""

import re
from collections.abc import Iterator, Sequence

from ipsskills.privacy.client_detail.chinese import is_chinese
from ipsskills.privacy.client_detail.name_tokens import SPACE, Word
from ipsskills.privacy.client_detail.things import list_things

_COMMA = re.compile(rf",{SPACE}{{0,2}}")
_SPACE = re.compile(rf"{SPACE}{{1,3}}")
_LIST_ON = re.compile(rf"(?:,|{SPACE}+(?:and|or|&)\b){SPACE}*[A-Z]")
_LIST_BEFORE = re.compile(rf"[^\W\d_],{SPACE}*$")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|from|near|to|of|around|via|towards)\s+$", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:^|[\n:;(\-\u2013\u2014]\s*|\b(?:re|client|patient|about|for|with)\s+)$", re.IGNORECASE
)
_LOOK_BACK = 30


def find_turned(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield what are likely a surname, a comma and a first name."""
    for place in range(len(words) - 1):
        first, last = words[place], words[place + 1]
        if not _COMMA.fullmatch(text, first.end, last.start):
            continue
        if _alike(first, last) and _is_name(first, last, text):
            yield words[_begin(text, words, place) : place + 2]


def _alike(first: Word, last: Word) -> bool:
    """Whether two words are written alike: with a capital, in capitals, or in small letters."""
    if not first.capital:
        return not last.capital
    return last.capital and first.shouted == last.shouted


def _begin(text: str, words: Sequence[Word], place: int) -> int:
    """Return where a surname of several words begins: De Souza, El Sharnouby, van der Berg."""
    while place and words[place - 1].particle:
        if not _SPACE.fullmatch(text, words[place - 1].end, words[place].start):
            break
        place -= 1
    return place


def _is_name(first: Word, last: Word, text: str) -> bool:
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    if _left_out(first) or _left_out(last) or _LIST_BEFORE.search(before):
        return False
    if _LIST_ON.match(text, last.end) or (_placed(first) and _PLACE_BEFORE.search(before)):
        return False
    if first.capital and is_chinese((first, last)):
        return True
    if not first.capital:
        return first.name and last.given and not _first_only(first)
    if _first_only(first):
        return bool(_OPENING.search(before)) and (last.named or last.unknown)
    return _fits(first, last, opens=bool(_OPENING.search(before)))


def _fits(first: Word, last: Word, *, opens: bool) -> bool:
    """Whether two words fit; ``opens`` is whether they open a line, or follow "re" or the like."""
    if first.common and last.common:
        return opens and first.surname and last.maybe_given
    if first.common:
        fits = first.surname and (last.name or last.unknown)
        return fits or (opens and first.named and last.given)
    if last.common:
        return (first.name or first.unknown) and last.maybe_given
    return first.name or (first.unknown and (last.named or not last.shouted))


def _left_out(word: Word) -> bool:
    return (
        word.never or word.initial or word.thing or (bool(list_things([word])) and not word.named)
    )


def _placed(word: Word) -> bool:
    return "p" in word.marks


def _first_only(word: Word) -> bool:
    """Whether a word is a first name and no common surname: Sarah, Tom and I."""
    return word.given and not word.surname
