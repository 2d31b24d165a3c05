"""Finds units that hold all of some words in one passage, as an interview looks for a question.

Words count by where they stand, as in the one search (``ranking``).
"""

import re
from collections.abc import Sequence

from ipsskills.folding import fold
from ipsskills.framework.finding.collecting import collect_unit
from ipsskills.framework.finding.everyday import (
    Everyday,
    NoteWords,
    StatementWords,
    load_search_words,
)
from ipsskills.framework.finding.ranking import WEIGHTS
from ipsskills.framework.finding.shapes import Where
from ipsskills.framework.types import Framework, Unit

_LEAST_PLURAL = 5  # letters; "bus" and "this" are no plurals


def list_holding(framework: Framework, words: Sequence[str]) -> tuple[Unit, ...]:
    """Return the units with a passage that holds every one of ``words``, folded, the best first.

    A word is found from its beginning, and one in the plural in the singular too. First come units
    whose name holds the words, then those of which more speaks of them; equal ones stand in their
    order.
    """
    patterns = [_make_pattern(word) for word in map(fold, words) if word]
    weighed = [(unit, _weigh(framework, unit, patterns)) for unit in framework.units if patterns]
    found = [(unit, weight) for unit, weight in weighed if weight > (0, 0)]
    return tuple(unit for unit, _ in sorted(found, key=lambda each: each[1], reverse=True))


def list_everyday(framework: Framework, words: Sequence[str]) -> tuple[Unit, ...]:
    """Return the units to which everyday words lead that hold every one of ``words``.

    For what stands nowhere in the units: "facebook". The words are those of the shipped file, which
    is read only then.
    """
    patterns = [_make_pattern(word) for word in map(fold, words) if word]
    typed = load_search_words()
    every: tuple[Everyday | NoteWords | StatementWords, ...]
    every = (*typed.places, *typed.notes, *typed.statements)
    led = {
        each.at.rpartition(" ")[2]
        for each in every
        if any(patterns and _hold_all(patterns, text) for text in each.words)
    }
    return tuple(unit for unit in framework.units if unit.id in led)


def _hold_all(patterns: Sequence[re.Pattern[str]], text: str) -> bool:
    return all(pattern.search(fold(text)) for pattern in patterns)


def _make_pattern(word: str) -> re.Pattern[str]:
    single = word.removesuffix("s") if len(word) >= _LEAST_PLURAL else word
    return re.compile(rf"\b{re.escape(single)}")


def _weigh(
    framework: Framework, unit: Unit, patterns: Sequence[re.Pattern[str]]
) -> tuple[float, float]:
    """Return how much of a unit's names holds what is looked for, and how much of all of it."""
    held = [
        text.part for text in collect_unit(framework, unit).texts if _hold_all(patterns, text.text)
    ]
    return float(Where.NAME in held), sum(WEIGHTS[part] for part in held)
