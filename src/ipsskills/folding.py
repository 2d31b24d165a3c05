"""How text is compared where people type it: one way for names, for searching, for completion.

Letters are the same whatever their case and accents, and what people leave out or type in another
form (apostrophes of any kind, dots after letters, blanks) makes no difference.
"""

import re
import unicodedata

# Patterns are compiled where one is met: most names need none, and to compile takes a while.

# Letters that stand for others without an accent that could be taken off.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "\u0131": "i",
        "ħ": "h",
        "ß": "ss",
        "ẞ": "SS",
        "ŋ": "n",
        "ə": "e",
        "Ə": "E",
        "Ħ": "H",
        "Ŋ": "N",
    }
)
# Every kind of apostrophe, also those that stand alone as an accent.
_APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u055a\u2018\u2019\u201b\u2032\uff07"
_DOT = r"(?<=[^\W\d_])\."
# Control characters stay: no name holds one, so what holds one is no part of a name.
_OTHER_SIGNS = r"[^\w\x00-\x1f\x7f]|_"
# Accents over and under letters, and the vowel points of Arabic and Hebrew. In other scripts such
# marks are as much a part of the word as its letters.
_ACCENTS = "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670]"
_BLANKS = r"[^\S\n\r\x0b\x0c\x1c-\x1f\x85]+"  # no end of a line, no control character
_NO_APOSTROPHES = dict.fromkeys(map(ord, _APOSTROPHES))
_ONE_APOSTROPHE = dict.fromkeys(map(ord, _APOSTROPHES), "'")
_JOINERS = frozenset({"\u200c", "\u200d", *map(chr, range(0xE0020, 0xE0080))})
_DOTTED = "i\u0307"  # what becomes of a dotted capital I


def fold(text: str) -> str:
    """Return text as it is compared: small letters, no accents, apostrophes or dots after letters.

    Other signs stand as they are, with one blank where there were several.
    """
    if not (text.isascii() and text.replace(" ", "").isalnum()):  # most names need no more
        plain = unaccent(drop_apostrophes(drop_invisible(text)))  # some are accents as well
        text = re.sub(_DOT, "", drop_apostrophes(plain))
    return " ".join(text.casefold().split())


def fold_name(name: str) -> str:
    """Return the words of a name as they are compared, a blank between them and no other sign.

    So it is one name with a hyphen or without, and with a comma after the surname.
    """
    folded = fold(name)
    if folded.isascii():
        return " ".join(re.sub(_OTHER_SIGNS, " ", folded).split())
    kept = (sign if is_in_word(sign) or is_control(sign) else " " for sign in folded)
    return " ".join("".join(kept).split())


def is_in_word(sign: str) -> bool:
    """Whether a sign is a letter or a digit, or a mark that belongs to one."""
    return sign.isalnum() or (not sign.isascii() and unicodedata.category(sign)[0] == "M")


def is_control(sign: str) -> bool:
    """Whether a sign is a control character, which speaks to a terminal and not to a reader."""
    return unicodedata.category(sign) == "Cc"


def unaccent(text: str) -> str:
    """Return text with plain letters in the place of accented ones, their case as it was."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", re.sub(_ACCENTS, "", apart))


def drop_apostrophes(text: str) -> str:
    """Return text without apostrophes of any kind."""
    return text.translate(_NO_APOSTROPHES)


def is_apostrophe(sign: str) -> bool:
    """Whether a sign is an apostrophe of any kind."""
    return sign in _APOSTROPHES


def drop_invisible(text: str) -> str:
    """Return text without signs that nobody sees: of no width, or that only turn the direction."""
    if text.isascii():
        return text
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def tidy_name(name: str) -> str:
    """Return a name as it is kept: one blank between its words, no signs that nobody sees.

    Those that join or part letters stay: some scripts are written with them, and some pictures.
    """
    seen = "".join(sign for sign in name if sign in _JOINERS or drop_invisible(sign))
    return re.sub(_BLANKS, " ", unicodedata.normalize("NFC", seen)).strip()


def spell_same(name: str) -> str:
    """Return what all spellings of one name share: no case, kind of apostrophe or blank tells two.

    Accents do: José and Jose may be two people.
    """
    if name.isascii() and name.replace(" ", "").isalnum():
        return " ".join(name.lower().split())
    plain = unicodedata.normalize("NFKC", re.sub(_BLANKS, " ", drop_invisible(name)).strip())
    return plain.casefold().replace(_DOTTED, "i").translate(_ONE_APOSTROPHE)
