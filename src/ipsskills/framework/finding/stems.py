"""Words as a search compares them: folded, without the endings that make no other word.

A few rules for English stand here in place of a library: they need only put the same words together
in the content and in what is typed, and near misses are caught elsewhere. The same words come again
and again in a search, so what was found of a word or a passage is kept while the program runs.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from ipsskills.folding import fold_name
from ipsskills.framework.finding.word_lists import EMPTY, FORMS, SMALL

_AMERICAN = re.compile(r"iz(e[drs]?|ing|ations?)$")
_VOWEL = re.compile("[aeiouy]")
_SHORT = 3
# Endings that make one word of another: "interpret" and "interpreter".
_ENDINGS = (
    *("er", "or", "ment", "ation", "ion", "ition", "ur", "al", "ness", "ful", "y", "ist", "ic"),
    *("abl", "anc", "enc", "ent", "ant", "ship", "iv", "ity", "ism", "less", "ial", "n", "an"),
)
_ROOT = 4


def list_words(text: str) -> list[str]:
    """Return the words of a text in order, folded; a hyphen parts two."""
    return fold_name(text).split()


def list_told(text: str) -> list[str]:
    """Return the words of what was typed that say what is looked for; all of them if none does."""
    words = list_words(text)
    return [word for word in words if word not in EMPTY] or words


def says_nothing(word: str) -> bool:
    """Whether a folded word says nothing about what is looked for."""
    return word in EMPTY


def says_little(word: str) -> bool:
    """Whether a folded word, in any of its forms, says little beside another."""
    return stem(word) in _SMALL


@cache
def list_stems(text: str) -> tuple[str, ...]:
    """Return the stem of each word of a text, in order."""
    return tuple(map(stem, list_words(text)))


@cache
def stem(word: str) -> str:
    """Return a folded word without plural, -ing, -ed, -ly and a last e; the verb of its form."""
    word = FORMS.get(word, word)
    if len(word) <= _SHORT or not word.isalpha():
        return word
    word = _AMERICAN.sub(r"is\1", word)
    word = _drop_tense(_drop_plural(word))
    if word.endswith("ly") and len(word) > 5:  # noqa: PLR2004 - "early" keeps its end
        word = word[:-2]
    if word.endswith("e") and len(word) > _SHORT:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _SHORT else word


def _drop_plural(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:  # noqa: PLR2004 - not "dies"
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _drop_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORT and _VOWEL.search(root):
            doubled = root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if doubled else root
    return word


_SMALL = frozenset(map(stem, SMALL))


def list_family(word: str) -> Iterator[str]:
    """Yield stems that may be of one family with a stem: "interpret" for "interpreter"."""
    roots = [word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end))]
    for root in roots:
        if len(root) >= _ROOT:
            yield root
            yield from (root + end for end in _ENDINGS)


def join_pairs(words: Iterable[str]) -> list[str]:
    """Return two words that follow each other as one, for each pair: "job centre".

    Words that say nothing are joined to none.
    """
    listed = [None if says_nothing(word) else word for word in words]
    return [f"{one}{two}" for one, two in pairwise(listed) if one and two]
