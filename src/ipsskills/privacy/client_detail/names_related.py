"""First names beside a relative: "Sam's mum" tells who somebody is, where "Sam" alone may not.

The rule is ours. What is found is the name; a word that is no name ("the client's mum") is left.
"""

import re
from collections.abc import Iterator, Sequence

from ipsskills.privacy.client_detail.name_tokens import Word

# What relatives are called by those who are theirs, with a capital too: Gran's sister.
_CALLED = frozenset({"gran", "granny", "grandma", "grandad", "grandpa", "mam", "mom", "auntie"})
_RELATIVE = re.compile(
    r"['\u2019]s?\s{1,2}(?:(?:older|elder|younger|big|little|twin|late|own)\s{1,2})?"
    r"(?:mum|mam|mom|mother|dad|father|step-?(?:mum|mother|dad|father)|parents|brothers?|sisters?"
    r"|sons?|daughters?|wife|husband|girlfriend|boyfriend|fianc[eé]e?|nan|gran|grandmother|grandad"
    r"|grandfather|aunt|auntie|uncle|cousin)\b",
    re.IGNORECASE,
)


def find_related(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield each first name whose bearer's relative is spoken of."""
    for word in words:
        if _is_first_name(word) and _RELATIVE.match(text, word.end):
            yield (word,)


def _is_first_name(word: Word) -> bool:
    """Whether people are called so; with a capital, whatever is no other word is enough."""
    if not word.capital or word.shouted:
        return word.given
    if word.given or word.maybe_given:
        return True
    return not (word.common or word.never or word.placed or word.folded in _CALLED)
