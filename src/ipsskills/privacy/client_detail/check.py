"""Finds client-identifying detail in free text, by shapes and lists, on this machine only.

Ready-made detectors were looked at first. The well-kept one, Presidio, is built on a language
model: hundreds of megabytes to install, and about a second before it has read a word, which is
longer than anything else here takes. So this is a small one of our own. ``python -m benchmarks
identifying`` prints how much it finds.
"""

import re
from collections.abc import Callable, Collection, Iterator

from ipsskills.privacy.client_detail.emails import find_emails
from ipsskills.privacy.client_detail.finding import DetailKind, Finding
from ipsskills.privacy.client_detail.lists.name_words import TITLES
from ipsskills.privacy.client_detail.name_tokens import split_words
from ipsskills.privacy.client_detail.names import find_names
from ipsskills.privacy.client_detail.places import find_addresses, find_postcodes

_Look = Callable[[str], Iterator[Finding]]
_INITIALS = 2
_DIGIT = re.compile(r"\d")
_SUREST = list(DetailKind)


def find(text: str, known_names: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what in a text looks like a client's detail, in the order of the text.

    ``known_names`` are full names that may stand there: those of the people in the record, who
    are colleagues. Findings do not overlap: where two would, the surer kind stays. It raises
    nothing, whatever the text.
    """
    kept: list[Finding] = []
    for found in (each for look in _list_looks(text) for each in look(text)):
        if not _crosses(found, kept):
            kept.append(found)
    known = [_split(name) for name in known_names]
    told = (each for each in kept if each.kind is not DetailKind.NAME or not _is_known(each, known))
    return tuple(sorted(told, key=lambda each: (each.start, _SUREST.index(each.kind))))


def _list_looks(text: str) -> tuple[_Look, ...]:
    """Return what to look for, the surest first; no numbers where there is no digit."""
    if not _DIGIT.search(text):
        return find_emails, find_addresses, find_names
    # Their many shapes take longer to make ready than most notes to be read.
    from ipsskills.privacy.client_detail.births import find_births
    from ipsskills.privacy.client_detail.documents import (
        find_licences,
        find_passports,
        find_plates,
    )
    from ipsskills.privacy.client_detail.numbers import (
        find_insurance_numbers,
        find_nhs_numbers,
        find_phones,
    )

    return (
        find_emails,
        find_insurance_numbers,
        find_licences,
        find_passports,
        find_nhs_numbers,
        find_phones,
        find_births,
        find_addresses,
        find_postcodes,
        find_plates,
        find_names,
    )


def _crosses(finding: Finding, others: list[Finding]) -> bool:
    return any(finding.start < other.end and other.start < finding.end for other in others)


def _is_known(finding: Finding, known: list[set[str]]) -> bool:
    """Whether a found name is one of the known ones, its surname after a title, or its initials."""
    words = _split(finding.text) - TITLES
    return any(all(_stands_for(word, name) for word in words) for name in known)


def _stands_for(word: str, name: set[str]) -> bool:
    """Whether a word is one of a name, or initials of it: J, JP."""
    initials = {part[:1] for part in name}
    return word in name or (len(word) <= _INITIALS and set(word) <= initials)


def _split(name: str) -> set[str]:
    return {word.folded for word in split_words(name)}
