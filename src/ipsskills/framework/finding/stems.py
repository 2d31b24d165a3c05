"""Words as a search compares them: folded, without the endings that make no other word.

A few rules for English stand here in place of a library: they need only put the same words together
in the content and in what is typed, and near misses are caught elsewhere.
"""

import re
from collections.abc import Iterable, Iterator

from ipsskills.folding import fold_name

# Words that say nothing about what is looked for.
_EMPTY = frozenset(
    [
        "a",
        "about",
        "actually",
        "after",
        "again",
        "all",
        "also",
        "always",
        "am",
        "an",
        "and",
        "another",
        "any",
        "anybody",
        "anyone",
        "anything",
        "are",
        "arent",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "but",
        "by",
        "can",
        "cant",
        "client",
        "clients",
        "could",
        "couldnt",
        "did",
        "do",
        "does",
        "doesnt",
        "doing",
        "dont",
        "ever",
        "every",
        "everybody",
        "everyone",
        "everything",
        "for",
        "from",
        "get",
        "gets",
        "getting",
        "go",
        "goes",
        "going",
        "got",
        "had",
        "hadnt",
        "has",
        "hasnt",
        "have",
        "havent",
        "having",
        "he",
        "her",
        "herself",
        "hes",
        "him",
        "himself",
        "his",
        "how",
        "i",
        "id",
        "if",
        "im",
        "in",
        "into",
        "is",
        "isnt",
        "it",
        "its",
        "itself",
        "ive",
        "just",
        "knew",
        "know",
        "knows",
        "let",
        "lets",
        "like",
        "lot",
        "lots",
        "made",
        "make",
        "makes",
        "making",
        "many",
        "may",
        "me",
        "mean",
        "means",
        "might",
        "more",
        "most",
        "much",
        "must",
        "my",
        "myself",
        "need",
        "needs",
        "never",
        "no",
        "nobody",
        "not",
        "nothing",
        "of",
        "off",
        "on",
        "one",
        "or",
        "other",
        "others",
        "our",
        "out",
        "over",
        "please",
        "put",
        "puts",
        "really",
        "s",
        "said",
        "say",
        "saying",
        "says",
        "seem",
        "seems",
        "she",
        "shes",
        "should",
        "shouldnt",
        "so",
        "some",
        "somebody",
        "someone",
        "something",
        "still",
        "t",
        "than",
        "that",
        "the",
        "their",
        "them",
        "themselves",
        "then",
        "there",
        "they",
        "theyre",
        "thing",
        "things",
        "think",
        "thinking",
        "thinks",
        "this",
        "those",
        "thought",
        "to",
        "too",
        "tried",
        "tries",
        "try",
        "trying",
        "up",
        "us",
        "very",
        "want",
        "wanted",
        "wants",
        "was",
        "wasnt",
        "way",
        "ways",
        "we",
        "were",
        "werent",
        "weve",
        "what",
        "whats",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whos",
        "whose",
        "why",
        "will",
        "with",
        "wont",
        "would",
        "wouldnt",
        "you",
        "your",
        "youre",
        "yourself",
    ]
)
# Forms of a verb that no ending tells, under the stem that they share.
_FORMS = {
    form: verb
    for verb, forms in {
        "lose": "lost loses losing loss",
        "tell": "told",
        "leave": "left leaving",
        "pay": "paid payment",
        "give": "gave given giving gift",
        "write": "wrote written writing",
        "find": "found",
        "teach": "taught",
        "fall": "fell fallen",
        "begin": "began begun",
        "choose": "chose chosen choice",
        "steal": "stole stolen",
        "break": "broke broken",
        "speak": "spoke spoken",
        "drive": "drove driven driver",
        "drink": "drank drunk",
        "send": "sent",
        "meet": "met",
        "keep": "kept",
        "feel": "felt",
        "hide": "hid hidden",
        "quit": "quitting",
        "child": "children",
        "person": "people",
        "wife": "wives",
        "life": "lives",
        "die": "died dies dying death dead",
    }.items()
    for form in forms.split()
}
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
    return [word for word in words if word not in _EMPTY] or words


def says_nothing(word: str) -> bool:
    """Whether a folded word says nothing about what is looked for."""
    return word in _EMPTY


def list_stems(text: str) -> list[str]:
    """Return the stem of each word of a text, in order."""
    return [stem(word) for word in list_words(text)]


def stem(word: str) -> str:
    """Return a folded word without plural, -ing, -ed, -ly and a last e; the verb of its form."""
    word = _FORMS.get(word, word)
    if len(word) <= _SHORT or not word.isalpha():
        return word
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
    return [f"{one}{two}" for one, two in zip(listed, listed[1:], strict=False) if one and two]
