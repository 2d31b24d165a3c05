"""Numbers that name one person. Those of documents are in ``documents``.

Sources of the rules. NHS number: NHS Data Dictionary, "NHS Number", ten digits of which the last
is a check digit, modulus 11; Scotland's CHI and Northern Ireland's Health and Care numbers have the
same check. National Insurance number: HMRC manual NIM39110, "National Insurance numbers: format".
Telephone numbers: Ofcom's National Telephone Numbering Plan.
"""

import re
from collections.abc import Iterator

from ipsskills.privacy.client_detail.finding import DetailKind, Finding, make_finding
from ipsskills.privacy.client_detail.lists.listed import split_list

# What people put between the groups of a number: spaces, points, strokes, dashes of any length.
GAP = r"[^\S\n\r]?[\s./\-\u2010-\u2015\u2212]?[^\S\n\r]?"
_NHS = re.compile(rf"(?<![\d+£])(?<!\d[./\-])\d(?:{GAP}\d){{9}}(?!\d|[./:\-]\d)")
_NHS_DIGITS = 10
_BETWEEN = re.compile(r"\D+")
_DAY_FIRST = re.compile(r"\d{1,2}([ ./\-])\d{1,2}\1(?:19|20)\d\d\s")

_NI = re.compile(
    rf"(?<![^\W_])([a-z](?:[ .]?)[a-z]){GAP}(\d(?:{GAP}\d){{5}})(?:{GAP}([a-d]))?(?![^\W_])",
    re.IGNORECASE,
)
_NI_CUE = re.compile(
    r"(?:\bni\b|\bnino\b|insurance|\bhmrc\b|\bp(?:45|60)\b|pay ?roll|pay ?slip|\btax\b)"
    r"\W*(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
_IN_PAIRS = re.compile(rf"\d\d({GAP})\d\d(\1)\d\d")
_NOT_FIRST, _NOT_SECOND = "DFIQUV", "DFIOQUV"
_NEVER_ISSUED = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}
# Words of two letters that stand before dates and times: "on 12 11 26 a client came".
WORDS = split_list("am an as at be by do go he if in is it me my no of on or pm so to up us we")

_CUE_BEFORE = 40

_PHONE = re.compile(
    r"(?<![\w.])(?:\+?44 ?\(0\)|\+44|0044|\(?0)(?:[\s./\-\u2010-\u2015()]{0,2}\d){9,10}"
    r"(?![\s.\-]?\d)"
    r"|(?<![\w.])\+[1-9](?:[ .\-()]?\d){8,13}(?!\d)"
)
_DATE_FIRST = re.compile(r"\d{1,2}[.\-\s]\d{1,2}[.\-\s](?:19|20)\d\d")
# 03, 05, 08 and 09 belong to organisations; nobody has one at home.
_OF_PEOPLE = re.compile(r"7\d{9}|[12]\d{8,9}")


def find_nhs_numbers(text: str) -> Iterator[Finding]:
    """Yield NHS, CHI and Health and Care numbers: ten digits with a right check digit.

    However they are grouped: one number of ten digits in eleven has the right one by chance.
    """
    for match in _NHS.finditer(text):
        alike = len(set(map(str.strip, _BETWEEN.findall(match[0])))) <= 1
        if alike and has_right_check_digit(_digits(match[0])) and not _DAY_FIRST.match(match[0]):
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
    Without it, the digits have to stand in pairs after two letters that are issued, or words before
    it have to say what it is.
    """
    for match in _NI.finditer(text):
        letters, digits, last = match.groups()
        prefix = "".join(filter(str.isalpha, letters))
        if prefix.lower() in WORDS and not (prefix.isupper() and last and last.isupper()):
            continue
        if letters != prefix and not (prefix.isupper() and last):
            continue
        paired = _IN_PAIRS.fullmatch(digits)
        in_pairs = prefix.isupper() and is_issued(prefix) and paired is not None and paired[1]
        said = _NI_CUE.search(text[max(0, match.start() - _CUE_BEFORE) : match.start()])
        if last or said or in_pairs:
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


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
