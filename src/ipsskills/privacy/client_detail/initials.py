"""Names of which one part is only a letter or two: J. P. Okafor, JP Okafor, Okafor J, Sarah O.

The rule is ours. Initials before a surname with spaces or points between them are found where full
names are (``names``).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ipsskills.privacy.client_detail.lists.listed import split_list
from ipsskills.privacy.client_detail.name_tokens import SPACE, Word
from ipsskills.privacy.client_detail.things import is_numbered_place, list_things

# Two capitals that stand before other capitalised words and are nobody's initials.
_ABBREVIATIONS = split_list(
    """
    ad ai bp bt cd ce co cv da dj dr ee er eu ey ex fc gb gp hq hr ht ib id ip iq it jd jr la lt
    mc md me mp mr ms ne ni no nw oh ok ot pa pc pe ph po pr pt qc re rn sa se sr st sw tb tk tv
    uk un us vr wc
    """
)
_GAP = re.compile(rf"{SPACE}{{1,2}}")
_TURNED_GAP = re.compile(rf",?{SPACE}{{1,2}}")
_AFTER_LETTER = re.compile(r"\.(?!\w)|(?![\w'\u2019&/+.\-])(?!\s*\d)")
_POINT = re.compile(r"\.(?!\w)")
# A capital I or A is mostly a word; as an initial it has a point, or a verb that fits after it.
_HAS = re.compile(r"\.(?!\w)|\s+(?:is|has|wants|says|needs|does|goes|likes)\b")
_SAID = re.compile(
    r"\.(?!\w)|\s+(?:is|was|has|had|said|says|wants|wanted|would|will|did|does|went|came|got|rang)\b|"
    r"\s*[,;:)]"
)
_INITIALS = 2
_LEAST_LETTERS = 3


def find_initials(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield names with a part that is only a letter, or two letters."""
    for first, last in pairwise(words):
        gap = text[first.end : last.start]
        before = (_letters(first) and _GAP.fullmatch(gap)) or (first.initial and gap in (".", ". "))
        named = _surname(last) or (_letters(first) and last.surname and not last.never)
        if (before and named and not last.shouted) or _before_letter(first, last, text):
            yield (first, last)


def _letters(word: Word) -> bool:
    """Whether a word is two capitals that may be initials."""
    return len(word.text) == _INITIALS and word.shouted and word.folded not in _ABBREVIATIONS


def _before_letter(first: Word, last: Word, text: str) -> bool:
    """Whether a name is followed by an initial: Okafor J, Okafor, J., Sarah O, sarah o."""
    gap = text[first.end : last.start]
    joined = _TURNED_GAP.fullmatch(gap) and _AFTER_LETTER.match(text, last.end)
    if not joined or is_numbered_place(first, text):
        return False
    if "," in gap:
        named = _surname(first) or (first.surname and not first.never)
        return last.initial and named and (first.surname or _pointed(last, text))
    if _letters(last):
        return _surname(first) and not first.shouted
    if len(last.text) > 1 or not _may_be_initial(last, text):
        return False
    if not first.capital:
        return first.name and first.marks != "s" and not last.capital
    plain = first.never or not first.named or first.shouted
    return last.initial and (_surname(first) or not plain)


def _may_be_initial(letter: Word, text: str) -> bool:
    if letter.folded in "ai":
        fits = _HAS if letter.folded == "i" else _SAID
        return letter.capital and bool(fits.match(text, letter.end))
    return True


def _pointed(letter: Word, text: str) -> bool:
    return bool(_POINT.match(text, letter.end)) or letter.text not in "AI"


def _surname(word: Word) -> bool:
    """Whether a word with a capital may be a surname, and is no ordinary one or a place's."""
    plain = word.common or word.never or word.thing or bool(list_things([word]))
    return word.capital and len(word.text) >= _LEAST_LETTERS and not plain and not _rare(word)


def _rare(word: Word) -> bool:
    return "v" in word.marks and not word.named
