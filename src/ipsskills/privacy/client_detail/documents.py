"""Numbers of what people show at work: passports, driving licences, number plates.

Sources of the rules. Driving licence: DVLA, "INF45/1", sixteen characters: five of the surname, six
digits of the date of birth, two initials, and three that are worked out. Number plates: DVLA,
"INF104", the forms since 1963, and Northern Ireland's. Passports have no form of their own, in the
United Kingdom nine digits; what stands before has to say what they are.
"""

import re
from collections.abc import Iterator

from ipsskills.privacy.client_detail.finding import DetailKind, Finding, find_all, make_finding
from ipsskills.privacy.client_detail.lists.listed import split_list
from ipsskills.privacy.client_detail.numbers import WORDS

_CUE_BEFORE = 45
_WORDS_BETWEEN = r"\W*(?:[a-z']+\W+){0,4}$"

_PASSPORT = re.compile(
    r"(?<![^\W_])(?:[a-z]{0,2} ?\d{6,9}|\d{3}[ \-]\d{3}[ \-]\d{3}|\d{2}[a-z]{2}\d{5})(?![^\W_])",
    re.IGNORECASE,
)
_PASSPORT_CUE = re.compile(rf"\b(?:passports?|visa|brp){_WORDS_BETWEEN}", re.IGNORECASE)

_BETWEEN = r"[ \-]?"
_LICENCE = re.compile(
    rf"(?<![^\W_])[a-z][a-z9]{{4}}{_BETWEEN}\d[0156]\d[0-3]\d\d{_BETWEEN}[a-z][a-z9]{_BETWEEN}"
    r"[2-9][a-z]{2}(?: \d\d)?(?![^\W_])",
    re.IGNORECASE,
)
_NORTHERN_LICENCE = re.compile(r"(?<![^\W_])\d{8}(?![^\W_])")
_LICENCE_CUE = re.compile(rf"\b(?:licen[cs]e|dvla|driver){_WORDS_BETWEEN}", re.IGNORECASE)

_PLATE = re.compile(
    r"(?<![^\W_])(?:[a-z]{2}[0-7]\d ?([a-z]{3})|[a-z]\d{1,3} ?([a-z]{3})|([a-z]{3}) ?\d{1,3}[a-z]"
    r"|[a-z](?:i[a-z]|[a-z]z) ?(?!19|20)\d{4})(?![^\W_])",
    re.IGNORECASE,
)
_OLD_PLATE = re.compile(
    r"(?<![^\W_])(?:([A-Z]{2,3}) ?(?!19|20)\d{1,4}|(?!19|20)\d{2,4} ?([A-Z]{2,3}))(?![^\W_])"
)
# Words of two or three letters that stand beside numbers: "act 2014", "bus 12", "18 dec".
_SHORT_WORDS = WORDS | split_list(
    """
    act all and any apr are aug bay bed box bus but can day dec did dwp feb for gcp gcs get got
    had has her him his how hrs its jan jul jun let mar may min net new nhs nor not nov now oct
    off old one our out own per reg saw sep set she the too two was way who why yes yet you
    """
)
_PLATE_CUE = re.compile(
    rf"\b(?:reg|registration|plates?|car|van|drives|vehicle|parked|parks){_WORDS_BETWEEN}",
    re.IGNORECASE,
)


def find_passports(text: str) -> Iterator[Finding]:
    """Yield numbers that are called a passport's."""
    for match in _PASSPORT.finditer(text):
        if _said(_PASSPORT_CUE, text, match):
            yield make_finding(DetailKind.PASSPORT, match)


def find_licences(text: str) -> Iterator[Finding]:
    """Yield numbers of British driving licences, and eight digits that are called one's."""
    yield from find_all(DetailKind.LICENCE, _LICENCE, text)
    for match in _NORTHERN_LICENCE.finditer(text):
        if _said(_LICENCE_CUE, text, match):
            yield make_finding(DetailKind.LICENCE, match)


def find_plates(text: str) -> Iterator[Finding]:
    """Yield number plates; those in small letters or of older forms where they are called so."""
    for match in _PLATE.finditer(text):
        called = _said(_PLATE_CUE, text, match)
        if _is_plate(match) and (called or match[0].isupper()):
            yield make_finding(DetailKind.PLATE, match)
    for match in _OLD_PLATE.finditer(text):
        if _is_plate(match) and _said(_PLATE_CUE, text, match):
            yield make_finding(DetailKind.PLATE, match)


def _is_plate(match: re.Match[str]) -> bool:
    """Whether what was matched is written alike, and no word before or after a number."""
    letters = "".join(filter(str.isalpha, match[0]))
    held = {group.lower() for group in match.groups() if group}
    return (letters.isupper() or letters.islower()) and not held & _SHORT_WORDS


def _said(cue: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Whether a word before a match says what it is."""
    return cue.search(text[max(0, match.start() - _CUE_BEFORE) : match.start()]) is not None
