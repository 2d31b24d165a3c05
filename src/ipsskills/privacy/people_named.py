"""Whether words name somebody who is known: the one rule, for holds, lists of words and files.

Names and words are folded alike first: no accent, no kind of apostrophe, no possessive and no
capital tells two apart. A name is found whole, and by each word of it; a word that two people bear
may mean either. Better one too many is found than one missed: a person decides.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from ipsskills.folding import drop_invisible, is_apostrophe, is_in_word, unaccent
from ipsskills.frozen import dataclass
from ipsskills.privacy.client_detail.lists.lexicon import look_up

_SHORT = 2  # up to so many letters a word is a name with a capital only
_ALONE = ("i", "a")  # an initial that is a word by itself, too
_COMMON = "w"


@dataclass(frozen=True)
class TextWord:
    """A word of a text: folded, and whether it begins with a capital (or has no such thing)."""

    folded: str
    capital: bool


@dataclass(frozen=True)
class SoughtName:
    """A name as it is looked for: its words, those that count alone, and whether it has no case.

    Scripts without capitals are mostly written without blanks as well, or with what belongs to the
    next word: there a name is looked for inside words too.
    """

    whole: tuple[str, ...]
    words: frozenset[str]
    uncased: bool


def match_names(names: Collection[str], text: str, others: Collection[str] = ()) -> bool:
    """Whether one of the names may stand in a text: whole, or by a word of it.

    ``others`` are what other people are called: where one of those stands whole, its words tell of
    nobody else. A word in small letters counts unless it is an ordinary one; up to two letters
    count with a capital only.
    """
    tokens = _split(text)
    shapes = [shape for each in names if (shape := _shape(each)).whole]
    if any(_find_whole(shape.whole, tokens) for shape in shapes):
        return True
    if any(shape.uncased and _stands_inside(shape, tokens) for shape in shapes):
        return True
    left = _leave_out(tokens, [_shape(each).whole for each in others], shapes)
    return any(_may_be(token, word) for s in shapes for token in left for word in s.words)


def _may_be(token: TextWord, word: str) -> bool:
    """Whether a word of a text may be a word of a name."""
    if not _same(token.folded, word):
        return False
    if len(word) <= _SHORT:
        return token.capital
    return token.capital or _COMMON not in look_up(token.folded)


def _same(token: str, word: str) -> bool:
    """Whether they are the same; a possessive may have lost its apostrophe."""
    return token == word or (len(word) > _SHORT and token == f"{word}s")


def _find_whole(name: Sequence[str], tokens: Sequence[TextWord]) -> Sequence[int]:
    """Return where in a text a whole name begins; of one short word it has to have a capital."""
    if len(name) == 1 and len(name[0]) <= _SHORT:
        return ()
    last = len(tokens) - len(name)
    return [n for n in range(last + 1) if _is_here(name, tokens[n : n + len(name)])]


def _is_here(name: Sequence[str], tokens: Sequence[TextWord]) -> bool:
    alike = all(token.folded == word for token, word in zip(tokens[:-1], name[:-1], strict=True))
    return alike and _same(tokens[-1].folded, name[-1])


def _leave_out(
    tokens: Sequence[TextWord], others: Sequence[Sequence[str]], names: Sequence[SoughtName]
) -> Sequence[TextWord]:
    """Return a text without the whole names of others, of which none could be one of the names."""
    out: set[int] = set()
    for other in others:
        if len(other) > 1 and not any(set(other) <= set(shape.whole) for shape in names):
            for begin in _find_whole(other, tokens):
                out |= set(range(begin, begin + len(other)))
    return [token for number, token in enumerate(tokens) if number not in out]


def _stands_inside(shape: SoughtName, tokens: Sequence[TextWord]) -> bool:
    text = " ".join(token.folded for token in tokens)
    return any(len(each) > 1 and each in text for each in (*shape.words, "".join(shape.whole)))


@cache
def _shape(name: str) -> SoughtName:
    whole = tuple(each.folded for each in _split(name))
    parts = {part for each in name.split() for part in _split_at_apostrophes(each)}
    words = {each for each in whole if each not in _ALONE}
    words |= {each.folded for part in parts for each in _split(part) if len(each.folded) > _SHORT}
    return SoughtName(whole, frozenset(words), name.lower() == name.upper())


def _split_at_apostrophes(word: str) -> list[str]:
    return "".join(" " if is_apostrophe(sign) else sign for sign in word).split()


@lru_cache(maxsize=256)
def _split(text: str) -> tuple[TextWord, ...]:
    """Return the words of a text, folded as names are, without the possessive."""
    return tuple(_make_token(word) for word in _list_words(drop_invisible(text)))


def _make_token(word: str) -> TextWord:
    bare = _drop_possessive(word)
    plain = "".join(sign for sign in bare if not is_apostrophe(sign))
    return TextWord(unaccent(plain).casefold(), not plain[:1].islower())


def _drop_possessive(word: str) -> str:
    ends = len(word) > _SHORT and word[-1] in "sS" and is_apostrophe(word[-2])
    return word[:-2] if ends else word


def _list_words(text: str) -> Iterator[str]:
    """Yield runs of letters, digits and apostrophes in which there is more than apostrophes."""
    run = ""
    for sign in f"{text} ":
        if is_in_word(sign) or is_apostrophe(sign):
            run += sign
        else:
            if any(is_in_word(each) for each in run):
                yield run
            run = ""
