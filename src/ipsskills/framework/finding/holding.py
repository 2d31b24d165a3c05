"""Finds units that hold all of some words in one passage, as an interview looks for a question."""

import re
from collections.abc import Iterator, Sequence

from ipsskills.folding import fold
from ipsskills.framework.finding.collecting import collect_unit
from ipsskills.framework.types import Framework, Unit


def list_holding(framework: Framework, words: Sequence[str]) -> Iterator[Unit]:
    """Yield the units with a passage that holds every one of ``words``, folded, in their order.

    A word is found from its beginning.
    """
    patterns = [re.compile(rf"\b{re.escape(word)}") for word in map(fold, words) if word]
    for unit in framework.units if patterns else ():
        texts = (fold(text.text) for text in collect_unit(framework, unit).texts)
        if any(all(pattern.search(text) for pattern in patterns) for text in texts):
            yield unit
