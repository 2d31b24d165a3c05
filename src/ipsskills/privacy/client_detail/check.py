"""Finds client-identifying detail in free text, by shapes and lists, on this machine only.

Ready-made detectors were looked at first. The well-kept one, Presidio, is built on a language
model: hundreds of megabytes to install, and about a second before it has read a word, which is
longer than anything else here takes. So this is a small one of our own. ``python -m benchmarks
identifying`` prints how much it finds.
"""

import re
from collections.abc import Callable, Collection, Iterator

from ipsskills.privacy.client_detail.births import find_births
from ipsskills.privacy.client_detail.documents import find_licences, find_passports, find_plates
from ipsskills.privacy.client_detail.finding import DetailKind, Finding
from ipsskills.privacy.client_detail.names import find_names
from ipsskills.privacy.client_detail.numbers import (
    find_emails,
    find_insurance_numbers,
    find_nhs_numbers,
    find_phones,
)
from ipsskills.privacy.client_detail.places import find_addresses, find_postcodes

_Look = Callable[[str], Iterator[Finding]]
_LOOKS: tuple[_Look, ...] = (
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
_WITHOUT_DIGITS: tuple[_Look, ...] = (find_emails, find_addresses, find_names)
_DIGIT = re.compile(r"\d")
_SUREST = list(DetailKind)


def find(text: str, known_names: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what in a text looks like a client's detail, in the order of the text.

    ``known_names`` are full names that may stand there: those of the people in the record, who
    are colleagues. Findings do not overlap: where two would, the surer kind stays. It raises
    nothing, whatever the text.
    """
    kept: list[Finding] = []
    looks = _LOOKS if _DIGIT.search(text) else _WITHOUT_DIGITS
    for found in (each for look in looks for each in look(text)):
        if not _crosses(found, kept):
            kept.append(found)
    known = [_words(name) for name in known_names]
    told = (each for each in kept if each.kind is not DetailKind.NAME or not _is_known(each, known))
    return tuple(sorted(told, key=lambda each: (each.start, _SUREST.index(each.kind))))


def _crosses(finding: Finding, others: list[Finding]) -> bool:
    return any(finding.start < other.end and other.start < finding.end for other in others)


def _is_known(finding: Finding, known: list[set[str]]) -> bool:
    """Whether a found name is one of the known ones, or its surname after a title."""
    words = _words(finding.text) - _TITLES
    return any(words <= name for name in known)


_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof"}


def _words(name: str) -> set[str]:
    return {word.strip(".").casefold() for word in name.split()}
