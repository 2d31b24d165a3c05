"""Where somebody lives: postcodes and postal addresses.

Sources of the rules. Postcodes: Royal Mail, "PAF Programmers' Guide", the shapes of a postcode and
the letters its second half never has (C I K M O V); the areas are Royal Mail's 124. Addresses:
ours, from the words that streets and houses of the four nations are called by.
"""

import re
from collections.abc import Iterator

from ipsskills.privacy.client_detail.finding import DetailKind, Finding, find_all, make_finding

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD "
    "LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK "
    "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
AREAS = tuple(_AREAS.split())
_POSTCODE = re.compile(
    rf"(?<![^\W_])(?:(?:{'|'.join(AREAS)})\d[a-z\d]?[^\S\n\r]{{0,2}}"
    r"(\d[abd-hjlnp-uw-z]{2})|gir[^\S\n\r]{0,2}0aa)(?![^\W_])",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"1st|2nd|3rd|\dth|\dhr")

# What only a street is called, and what may be other things too when it is not capitalised.
_STREET = "road|rd|street|avenue|ave|lane|ln|crescent|cres|terrace|close|drive|gardens|grove|mews"
_PLACE = (
    "St|Place|Pl|Square|Sq|Way|Court|Ct|Row|Rise|Walk|View|Hill|Park|Green|Quay|Wharf|Wynd|Brae|"
    "Loan|Vennel|Parade|Broadway|House|Grange|Heights|Croft|Fields|Meadows?|Bank|Gate|End|Yard|"
    "Villas|Cottages?|Buildings|Mansions|Estate|Path|Dale|Garth|Fold|Ridge|Common|Cross|Vale|Lodge|"
    "Dr|Cl|Gdns|Gr|Tower|Towers|Point|Farm|Mill|Barn|Hall|Manor|Bungalow|Hostel"
)
_WELSH = "Heol|Ffordd|Stryd|Lôn|Lon|Maes|Clos|Rhodfa|Llys|Cwrt|Parc|Bryn|Tan|Pen|Cwm|Sràid|Sráid"
_NUMBER = r"(?<![\w.£/])\d{1,4}[a-z]?(?:\s?[-/]\s?\d{1,4})?,?\s+"
_CAP = r"[A-Z][\w'\u2019\-]*\.?"
_PLAIN = (
    r"(?!(?:an?|and|at|by|days?|for|from|hours?|hrs?|in|is|it|mins?|minutes?|miles?|months?|of|on|"
    r"or|people|per|the|times?|to|was|weeks?|with|years?)\b)[^\W\d_][\w'\u2019\-]*"
)
_HOUSE = (
    "Cottage|House|Farm|Farmhouse|Forge|Lodge|Barn|Mill|Rectory|Vicarage|Bungalow|Croft|Villa|Manor"
    "|Grange|Schoolhouse|Stables|Granary|Gatehouse"
)
_ENDS = r"(?=\s*(?:[,.;:)]|$))"
_CUE = (
    r"(?i:\b(?:lives?|lived|living|stays?|staying|moved?|moves|moving|address|home)\b)"
    r"(?:\s+(?:is|was|now|in|at|to|into|just))*:?\s+"
)
_FLAT = r"(?i:flat|apartment|apt|maisonette|caravan)\s+\d{1,3}[a-zA-Z]?(?:/\d{1,2})?"
_ADDRESSES = (
    rf"{_NUMBER}(?i:(?:{_PLAIN}\s+){{1,3}}(?:{_STREET})\b)",
    rf"{_NUMBER}(?:{_CAP}\s+){{1,3}}(?:{_PLACE})\b(?!\s+[A-Z][a-z])(?!['\u2019])",
    rf"{_NUMBER}(?:(?i:{_WELSH})\s+(?:[a-zŷ]{{1,3}}\s+)?{_CAP}|{_CAP}\s+(?i:{_WELSH})\b)",
    rf"{_NUMBER}The\s+{_CAP}{_ENDS}",
    rf"{_FLAT}(?:,?\s+(?:{_CAP}\s*){{1,3}}|{_ENDS})",
    rf"(?i:house|unit|plot|room)\s+\d{{1,3}}[a-zA-Z]?,?\s+(?:{_CAP}\s+){{1,2}}?(?:{_PLACE})\b",
    rf"(?:The\s+)?(?:{_CAP}\s+){{0,2}}(?:{_HOUSE}),\s+(?:{_CAP}\s+){{1,2}}(?i:{_STREET}|st|way|hill)\b",
)
_ADDRESS = re.compile("|".join(_ADDRESSES))
_AFTER_CUE = re.compile(rf"{_CUE}(\d{{1,4}}[a-z]?,?\s+{_CAP}(?:\s+{_CAP})*)")


def find_postcodes(text: str) -> Iterator[Finding]:
    """Yield whole postcodes, spaced or not, in any case; GIR 0AA has a form of its own."""
    for match in _POSTCODE.finditer(text):
        if not _COUNTS.fullmatch(match[1] or ""):
            yield make_finding(DetailKind.POSTCODE, match)


def find_addresses(text: str) -> Iterator[Finding]:
    """Yield what reads as a house or flat in a street, and numbers after "lives at"."""
    yield from find_all(DetailKind.ADDRESS, _ADDRESS, text)
    for match in _AFTER_CUE.finditer(text):
        yield make_finding(DetailKind.ADDRESS, match, 1)
