"""What the check finds: the kind of detail, its words and where they stand."""

import re
from collections.abc import Iterator
from enum import StrEnum

from ipsskills.frozen import dataclass


class DetailKind(StrEnum):
    """The kinds of detail that are looked for, the surest first."""

    EMAIL = "e-mail-address"
    NATIONAL_INSURANCE = "national-insurance-number"
    NHS = "nhs-number"
    PASSPORT = "passport-number"
    LICENCE = "driving-licence-number"
    PHONE = "phone-number"
    BIRTH = "date-of-birth"
    ADDRESS = "postal-address"
    POSTCODE = "postcode"
    PLATE = "number-plate"
    NAME = "full-name"


@dataclass(frozen=True)
class Finding:
    """Words that look like a detail: ``text`` is what stands from ``start`` up to ``end``."""

    kind: DetailKind
    text: str
    start: int
    end: int


def make_finding(kind: DetailKind, match: re.Match[str], group: int = 0) -> Finding:
    """Return a finding from a match, or from one group of it."""
    return Finding(kind, match[group], match.start(group), match.end(group))


def find_all(kind: DetailKind, pattern: re.Pattern[str], text: str) -> Iterator[Finding]:
    """Yield a finding for every match of a pattern."""
    return (make_finding(kind, match) for match in pattern.finditer(text))
