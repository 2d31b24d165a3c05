"""Likely full names as they are mostly written: Sarah Okonkwo, Mr Chen, Vincent van Gogh.

The rules are ours. A first name alone is not a full name: notes call colleagues by theirs.
Employers and places have capitals too, so two capitals are not enough; something has to suggest
a person. Names written in another way are in ``names_unmarked``, ``names_turned`` and ``initials``.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ipsskills.privacy.client_detail.chinese import is_chinese
from ipsskills.privacy.client_detail.finding import DetailKind, Finding
from ipsskills.privacy.client_detail.initials import find_initials
from ipsskills.privacy.client_detail.lists.name_words import ALSO_WORDS, NAMES_OF_PLACES, TITLES
from ipsskills.privacy.client_detail.name_tokens import Word, join_runs, lower_shouts, split_words
from ipsskills.privacy.client_detail.names_of_clients import find_clients
from ipsskills.privacy.client_detail.names_related import find_related
from ipsskills.privacy.client_detail.names_turned import find_turned
from ipsskills.privacy.client_detail.names_unmarked import find_unmarked, is_another_language
from ipsskills.privacy.client_detail.things import (
    begins_thing,
    has_thing,
    is_called,
    is_word_of_things,
    list_things,
)

_LONGEST_BLOCK = 8
_LOOK_BACK = 40
_LEAST_LETTERS = 3
_MOST_PARTS = 3

_PERSON_BEFORE = re.compile(
    r"\b(?:client|patient|service user|customer|participant|referral|person|named|(?:is|was) called"
    r"|name(?: is| was|'s)|introduced (?:him|her|them)self as|case closed|supported|supporting)"
    r"\b[\s:,(]*$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    r"['\u2019]s? (?:mum|mother|dad|father|sister|brother|partner|wife|husband|family|son|daughter|"
    r"parents?|carer|care coordinator|gp|benefits?|cv|diagnosis|medication|nurse|support worker)\b"
    r"|[^.!?]{0,40}\b(?:she|he|her|his|him|herself|himself|dna|turn(?:ed)? up"
    r"|(?:not|n['\u2019]t) attend"
    r"|got (?:the|a) job|feels|felt|cried|discharged|relapsed?)\b",
    re.IGNORECASE,
)

_POSSESSIVE = re.compile(r"['\u2019]")
_OWNED = re.compile(r"['\u2019]s?\s+([A-Z][a-z]+)")
_PLACE_BEFORE = re.compile(r"\b(?:at|in|near|outside|opposite)\s+$", re.IGNORECASE)
# Nobody works at a person; but a person's home is somebody's: at Sarah Okonkwo's.
_WORK_BEFORE = re.compile(
    r"\b(?:work(?:s|ed|ing)?|jobs?|shifts?|trials?|interviews?|course|vacanc(?:y|ies)|placement"
    r"|start(?:s|ed|ing)?|date|volunteer(?:s|ed|ing)?|roles?|hired|employed) at\s+$"
    r"|\bappl(?:y|ied|ication|ications) to\s+$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s+(?:are|were)\b", re.IGNORECASE)
_PLURAL_OR_INFINITIVE = re.compile(r"\s+(?:have|offer|pay|want|need|run|do)\b", re.IGNORECASE)
_ONE_OF_TWO = re.compile(r"(?:\band|&)\s+$", re.IGNORECASE)


def find_names(text: str) -> Iterator[Finding]:
    """Yield what are likely people's full names, or a title with a surname, however written.

    A first name alone is one where a relative, a client or an illness is spoken of beside it.
    """
    words = split_words(text)
    runs = list(join_runs(text, words))
    for run in runs:
        for block in _blocks(lower_shouts(run)):
            if found := _find_name(block, text):
                yield _make_finding(text, found)
    others = (find_turned, find_initials, find_related, find_clients)
    for found in (each for look in others for each in look(text, words)):
        yield _make_finding(text, found)
    if not is_another_language(words):
        for run in runs:
            yield from (_make_finding(text, found) for found in find_unmarked(run))


def _make_finding(text: str, found: Sequence[Word]) -> Finding:
    start, end = found[0].start, found[-1].end
    return Finding(DetailKind.NAME, text[start:end], start, end)


def _blocks(run: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the parts of a run that are written as a name is, in capitals."""
    block: list[Word] = []
    for place, word in enumerate(run):
        if 0 < len(block) < _LONGEST_BLOCK and _goes_on(block[-1], run[place:][:_LONGEST_BLOCK]):
            block.append(word)
            continue
        yield block
        block = [word] if _begins(word) else []
    yield block


def _begins(word: Word) -> bool:
    return _title(word) or (_part(word) and (not word.never or word.text == "A"))


def _goes_on(before: Word, rest: Sequence[Word]) -> bool:
    """Whether the first of these words goes on with a name, perhaps by way of "van der"."""
    main = next((word for word in rest if not word.particle or word.capital), None)
    if main is None or (main.never and not (before.name and main.surname)):
        return False
    return _part(main) and (main is not rest[0] or not _title(main))


def _part(word: Word) -> bool:
    """Whether a word is written as a part of a name is; abbreviations are not."""
    return word.capital and (not word.shouted or word.given or word.surname)


def _title(word: Word) -> bool:
    return word.folded in TITLES and word.capital


def _find_name(block: Sequence[Word], text: str) -> Sequence[Word]:
    """Return the words of a block that are a person's name; none if it is not a name."""
    while block and block[-1].initial:
        block = block[:-1]
    while len(block) > 1 and _goes_beyond(block):
        block = block[:-1]
    while len(block) > 2 and _only_begins(block[0], text):  # noqa: PLR2004 - a full name has two parts
        block = block[1:]
    if len(block) < 2 or _is_thing(block, text) or _are_many(block, text):  # noqa: PLR2004 - a full name has two parts
        return ()
    if is_chinese(block) and not (block[0].common and _begins_sentence(block[0], text)):
        return block
    for place, (word, after) in enumerate(pairwise(block)):
        if _opens_name(word, after, block[-1], first=place == 0 and _begins_sentence(word, text)):
            return block[place:]
    if block[0].never:  # the article: A Job Coach
        block = block[1:]
    return block if len(block) > 1 and _spoken_of(block, text) else ()


def _is_workplace(block: Sequence[Word], text: str) -> bool:
    """Whether words before say that somebody works there: a work trial at Robert Dyas."""
    before = text[max(0, block[0].start - _LOOK_BACK) : block[0].start]
    return bool(_WORK_BEFORE.search(before)) and not _POSSESSIVE.match(text, block[-1].end)


def _owns_thing(last: Word, text: str) -> bool:
    """Whether what is called so has a shop or the like: Lou Malnati's Pizzeria."""
    owned = _OWNED.match(text, last.end)
    return owned is not None and is_word_of_things(owned[1])


def _are_many(block: Sequence[Word], text: str) -> bool:
    """Whether what is called so takes the plural, as firms do: Clegg Morton are hiring."""
    before, end = text[: block[0].start], block[-1].end
    if _PLURAL.match(text, end):
        return not _ONE_OF_TWO.search(before[-_LOOK_BACK:])
    return _begins_sentence(block[0], text) and _PLURAL_OR_INFINITIVE.match(text, end) is not None


def _goes_beyond(block: Sequence[Word]) -> bool:
    """Whether the last word is no part of a name: Ashley Home, but not Mx Quill."""
    last = block[-1]
    if len(block) == 2 and block[0].given:  # noqa: PLR2004 - a full name has two parts
        return False
    unnamed = last.common and not (last.named or last.never or has_thing([last]))
    return unnamed and block[-2].folded not in TITLES and not is_chinese(block)


def _only_begins(word: Word, text: str) -> bool:
    """Whether a word has its capital from beginning a sentence: Discussed Thandi Moyo."""
    return word.common and not word.named and _begins_sentence(word, text)


def _is_thing(block: Sequence[Word], text: str) -> bool:
    """Whether a block is the name of an organisation or a place."""
    if is_called(block) or begins_thing(block) or _owns_thing(block[-1], text):
        return True
    if any(word.branded for word in block) or _is_workplace(block, text):
        return True
    if block[0].folded in TITLES or not has_thing(block):
        return False
    return not _surname_after_all(block)


def _surname_after_all(block: Sequence[Word]) -> bool:
    """Whether the only word that could be a place's is a surname: Sarah Hill, not Victoria Hill."""
    first, before, last = block[0], block[-2], block[-1]
    things = list_things(block)
    if things == [first]:  # Devon Brathwaite, not Devon Bakers
        return "G" in first.marks and last.name and not last.placed
    if things != [last]:
        return False
    if before.particle:
        return first.given
    sure = before.given or (
        "G" in before.marks and before.folded not in ALSO_WORDS and last.surname
    )
    return last.named and sure and before.folded not in NAMES_OF_PLACES


def _opens_name(word: Word, after: Word, last: Word, *, first: bool) -> bool:
    """Whether a name begins with this word of a block, ``last`` being the block's last word.

    ``first`` is whether the word begins a sentence, where "Will Chloe come" has capitals too.
    """
    if word.folded in TITLES:
        return after.capital
    if word.initial:
        return _is_initial(word, last) and last.capital and len(last.text) >= _LEAST_LETTERS
    if word.given:
        return not after.thing
    named = after.initial or after.particle or not (after.given and first)
    return word.maybe_given and (after.maybe_surname or (named and not after.common))


def _is_initial(word: Word, last: Word) -> bool:
    """Whether a capital letter is an initial; A is where a common surname is behind it, I never."""
    sure = last.surname and last.name and not last.placed
    return word.text not in "AI" or (word.text == "A" and sure)


def _spoken_of(block: Sequence[Word], text: str) -> bool:
    """Whether a block without a known first name is a person, by its words or those around it."""
    first, last = block[0], block[-1]
    parts = [word for word in block if not word.particle or word.capital]
    if len(parts) > _MOST_PARTS or first.maybe_given or any(part.thing for part in parts):
        return False
    if _PLACE_BEFORE.search(text[max(0, first.start - _LOOK_BACK) : first.start]):
        return False
    plain = [word for word in parts if word.common or word.shouted or word.initial]
    if not plain or (len(plain) < len(parts) == 2 and _named_throughout(parts)):  # noqa: PLR2004
        return True
    if first.common and _begins_sentence(first, text):
        return False
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    after = text[last.end : last.end + 2 * _LOOK_BACK]
    spoken_of = _PERSON_BEFORE.search(before) or _PERSON_AFTER.match(after)
    return last.shaped or last.surname or len(parts) < len(block) or bool(spoken_of)


def _named_throughout(parts: Sequence[Word]) -> bool:
    return all(part.named and not part.shouted for part in parts)


def _begins_sentence(word: Word, text: str) -> bool:
    before = text[: word.start].rstrip()
    return not before or before[-1] in ".!?:"
