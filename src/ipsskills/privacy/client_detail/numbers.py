"""Numbers that name one person, and e-mail addresses.

Sources of the rules. NHS number: NHS Data Dictionary, "NHS Number", ten digits of which the last
is a check digit, modulus 11; Scotland's CHI and Northern Ireland's Health and Care numbers have the
same check. National Insurance number: HMRC manual NIM39110, "National Insurance numbers: format".
Telephone numbers: Ofcom's National Telephone Numbering Plan.
"""

import re
from collections.abc import Iterator

from ipsskills.privacy.client_detail.finding import DetailKind, Finding, find_all, make_finding
from ipsskills.privacy.client_detail.listed import split_list

_GAP = r"[\s.\-]{0,3}"
_NHS = re.compile(rf"(?<![\d+£])(?:\d{{3}}{_GAP}\d{{3}}|\d{{6}}){_GAP}\d{{4}}(?!\d)")
_NHS_DIGITS = 10

_EMAIL = re.compile(
    r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+"
    r"|[\w.+\-]{1,64} (?:at|@) [\w\-]{1,63}(?: ?dot ?(?:com|org|net|co|uk|ac|nhs))+\b",
    re.IGNORECASE,
)

_NI = re.compile(
    rf"(?<![^\W_])([a-z]{{2}}){_GAP}(\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}})(?:{_GAP}([a-d]))?(?![^\W_])",
    re.IGNORECASE,
)
_NI_CUE = re.compile(r"(?:\bni\b|\bnino\b|insurance)\W*(?:\w+\W+){0,4}$", re.IGNORECASE)
_NOT_FIRST, _NOT_SECOND = "DFIQUV", "DFIOQUV"
_NEVER_ISSUED = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}
# Words of two letters that stand before dates and times: "on 12 11 26 a client came".
_WORDS = split_list("am an as at be by do go he if in is it me my no of on or pm so to up us we")

_CUE_BEFORE = 40

_PHONE = re.compile(
    r"(?<![\w.])(?:\+?44 ?\(0\)|\+44|0044|\(?0)(?:[\s.\-()]{0,2}\d){9,10}(?![\s.\-]?\d)"
    r"|(?<![\w.])\+[1-9](?:[ .\-()]?\d){8,13}(?!\d)"
)
_DATE_FIRST = re.compile(r"\d{1,2}[.\-\s]\d{1,2}[.\-\s](?:19|20)\d\d")
# 03, 05, 08 and 09 belong to organisations; nobody has one at home.
_OF_PEOPLE = re.compile(r"7\d{9}|[12]\d{8,9}")


def find_nhs_numbers(text: str) -> Iterator[Finding]:
    """Yield NHS, CHI and Health and Care numbers: ten digits with a right check digit."""
    for match in _NHS.finditer(text):
        if has_right_check_digit(_digits(match[0])):
            yield make_finding(DetailKind.NHS, match)


def has_right_check_digit(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the first nine, by modulus 11.

    Weights 10 down to 2; 11 less the remainder by 11 is the check digit, where 11 counts as 0 and
    10 means that there is no such number. Ten times the same digit is nobody's number.
    """
    if len(digits) != _NHS_DIGITS or len(set(digits)) == 1:
        return False
    weighed = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - weighed % 11) % 11 == int(digits[9])


def find_insurance_numbers(text: str) -> Iterator[Finding]:
    """Yield National Insurance numbers: two letters, six digits and a letter from A to D.

    With its last letter any two letters will do, since a mistyped number gives away as much.
    Without it, the two letters have to be ones that are issued, or words before it have to say
    what it is.
    """
    for match in _NI.finditer(text):
        prefix, _, suffix = match.groups()
        if prefix.lower() in _WORDS and not (prefix.isupper() and suffix and suffix.isupper()):
            continue
        said = _NI_CUE.search(text[max(0, match.start() - _CUE_BEFORE) : match.start()])
        if suffix or said or (prefix.isupper() and " " in match[2] and is_issued(prefix)):
            yield make_finding(DetailKind.NATIONAL_INSURANCE, match)


def is_issued(prefix: str) -> bool:
    """Whether two letters can begin a National Insurance number."""
    first, second = prefix[:1].upper(), prefix[1:].upper()
    wrong = first in _NOT_FIRST or second in _NOT_SECOND
    return not wrong and prefix.upper() not in _NEVER_ISSUED


def find_phones(text: str) -> Iterator[Finding]:
    """Yield telephone numbers that people have: mobile, landline, or from abroad with a plus."""
    for match in _PHONE.finditer(text):
        if _is_phone(match[0]):
            yield make_finding(DetailKind.PHONE, match)


def _is_phone(text: str) -> bool:
    digits = _digits(text)
    if text[0] == "+" and not digits.startswith("44"):
        return True
    inside = re.sub(r"^(?:0044|44|0)0?", "", digits)
    return not _DATE_FIRST.match(text) and _OF_PEOPLE.fullmatch(inside) is not None


def find_emails(text: str) -> Iterator[Finding]:
    """Yield e-mail addresses, also where "at" and "dot" are written out."""
    return find_all(DetailKind.EMAIL, _EMAIL, text)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
