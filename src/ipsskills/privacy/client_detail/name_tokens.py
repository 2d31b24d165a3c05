"""Words of a text as parts of names: how they are written, and what the list says of them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ipsskills.privacy.client_detail.lists.lexicon import look_up
from ipsskills.privacy.client_detail.lists.name_words import (
    ALSO_WORDS,
    NOT_NAMES,
    PARTICLES,
    TITLES,
)

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[\u2019'\u2018\-](?:{_LETTER})+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_SHORTENED = re.compile(r"(?:n't|'(?:ve|ll|m|d|re|s))$")
_WITHOUT_PARTS = str.maketrans("łøıđ", "loid")  # letters whose strokes Unicode does not take apart
_ACCENTED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]")
_FOREIGN = re.compile(r"(?![é\u00e8ê\u00efç\u0301])" + _ACCENTED.pattern)  # in no English word
_BRANDED = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Di)(?<!^La)(?<!^Le)(?<!^Fitz)(?<=[a-z])[A-Z]")
_BETWEEN_PARTS = re.compile(r"['\-]")
SPACE = r"[ \t\u00a0\u2000-\u200a\u202f]"  # what may stand inside a name; no line's end
_LONGEST_GAP = 3
_GAP = re.compile(rf"{SPACE}{{1,{_LONGEST_GAP}}}")
_LONGEST_ABBREVIATION = 3
_FEW = 3  # words in capitals among others that are not, as names are written in some notes

# Shapes that hardly any other word has, and shapes that some words and places have as well.
_STRONG = re.compile(
    r"(?:o'|mac|mc|fitz|d')[a-z]{3,}.*"
    r"|[a-z]{2,}(?:inson|tson|dson|ski|ska|wicz|czyk|czak|escu|eanu|oglu|enko|chuk|shvili|dottir|sson"
    r"|ovic|evic|opoulos|idis|akis|akova|eva|ov|nathan|swamy|ullah|uddin|bhai|thwaite|zadeh|nejad)"
)
_WEAK = re.compile(
    r".*-.*|[a-z]{2,}(?:son|ton|ham|worth|field|well|brook|ley|shaw|hurst|croft|more|man|mann|stein"
    r"|berg|ez|inho|elli|etti|awi|azi|ani|yan|ian|moto|mura|yk|wala|kumar|singh|kaur)"
)


class Word(NamedTuple):
    """One word of a text: as it stands, folded (lower case, no accents), and where it begins.

    ``marks`` are those of ``lexicon.look_up``.
    """

    text: str
    folded: str
    start: int
    marks: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def initial(self) -> bool:
        """Whether it is one capital letter."""
        return len(self.text) == 1 and self.capital

    @property
    def shouted(self) -> bool:
        """Whether it is all in capitals, as abbreviations are."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def abbreviated(self) -> bool:
        """Whether it is in capitals and short, and no common name."""
        short = self.shouted and len(self.text) <= _LONGEST_ABBREVIATION
        return short and not ("G" in self.marks or self.surname)

    @property
    def given(self) -> bool:
        """Whether it is a common first name and hardly anything else."""
        return "G" in self.marks and not self.common and self.folded not in ALSO_WORDS

    @property
    def maybe_given(self) -> bool:
        """Whether it is a first name and another word too."""
        return self.folded in ALSO_WORDS or ("G" in self.marks and self.common)

    @property
    def surname(self) -> bool:
        """Whether it is a common surname."""
        return "S" in self.marks

    @property
    def common(self) -> bool:
        """Whether it is an ordinary English word, be it a name too."""
        return "w" in self.marks

    @property
    def named(self) -> bool:
        """Whether people are called so, first or last."""
        return any(mark in self.marks for mark in "GgSs")

    @property
    def name(self) -> bool:
        """Whether people are called so, and it is no ordinary word."""
        return self.named and not self.common

    @property
    def thing(self) -> bool:
        """Whether a place or an organisation is called so, and nobody."""
        return self.placed and not self.named

    @property
    def placed(self) -> bool:
        """Whether a place or an organisation is called so, be people too."""
        return "p" in self.marks or "b" in self.marks

    @property
    def unknown(self) -> bool:
        """Whether the list does not have it, as it does not have most names of the world."""
        return not self.marks

    @property
    def branded(self) -> bool:
        """Whether it has a capital inside, as trade names have: AutoGlass, but not McKenzie."""
        return _BRANDED.search(self.text) is not None

    @property
    def foreign(self) -> bool:
        """Whether it has letters that no English word has."""
        return _FOREIGN.search(self.text) is not None

    @property
    def shaped(self) -> bool:
        """Whether it has the shape of a surname and of hardly anything else."""
        halves = self.text.split("-")
        double = len(halves) == 2 and all(half[:1].isupper() and half[1:] for half in halves)  # noqa: PLR2004 - two halves
        return double or bool(_ACCENTED.search(self.text) or _STRONG.fullmatch(self.folded))

    @property
    def maybe_surname(self) -> bool:
        """Whether it could well be a surname."""
        return self.surname or self.shaped or bool(_WEAK.fullmatch(self.folded))

    @property
    def never(self) -> bool:
        """Whether it is a word of notes that no name begins or ends with."""
        return self.folded in NOT_NAMES

    @property
    def particle(self) -> bool:
        """Whether it may stand inside a name in small letters: van, de, bin."""
        return self.folded in PARTICLES


def split_words(text: str) -> list[Word]:
    """Return the words of a text in order, without the 's of a possessive."""
    return [_make_word(_POSSESSIVE.sub("", m[0]), m.start()) for m in _WORD.finditer(text)]


def join_runs(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """Yield words with only spaces between them, or the point of an initial or a title.

    A line's end is between two runs, as a full stop is.
    """
    run: list[Word] = []
    for word in words:
        if run and not _joined(run[-1], text[run[-1].end : word.start]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def lower_shouts(run: list[Word]) -> list[Word]:
    """Return a run in which a few words in capitals stand as names do: Ada Byron for ADA BYRON.

    Abbreviations stay, and so does a run that is in capitals throughout.
    """
    lowered: list[Word] = []
    for shouted, stretch in groupby(run, key=lambda word: word.shouted):
        words = list(stretch)
        few = shouted and len(words) <= _FEW and _may_be_name(words)
        lowered += [each._replace(text=each.text.title()) for each in words] if few else words
    return lowered


def _may_be_name(words: list[Word]) -> bool:
    """Whether words in capitals may be a name: YIP KA-LONG, but not UK GDPR or WORK TRIAL."""
    sure = any(word.name and not word.abbreviated for word in words)
    return all(word.named or not (word.common or word.abbreviated) for word in words) and (
        sure or not any(word.abbreviated for word in words)
    )


def _joined(before: Word, gap: str) -> bool:
    short = before.initial or before.folded in TITLES
    return _GAP.fullmatch(gap) is not None or (short and gap in (".", ". "))


def _make_word(word: str, start: int) -> Word:
    folded = fold(word)
    marks = _find_marks(folded)
    return Word(word, folded, start, marks.strip("vw") if _FOREIGN.search(word) else marks)


def _find_marks(folded: str) -> str:
    """Return the marks of a word, or of what it is made of: O'Neill, Al-Sharif, I've."""
    if not _BETWEEN_PARTS.search(folded):
        return look_up(folded)
    if _SHORTENED.search(folded):
        return "w"
    if "'" in folded and (whole := look_up(_BETWEEN_PARTS.sub("", folded))):
        return whole
    parts = [look_up(part) for part in _BETWEEN_PARTS.split(folded) if part not in PARTICLES]
    if all("w" in part for part in parts):
        return "w"
    family = "S" if folded.partition("-")[0] in PARTICLES else ""  # Al-Jabari
    return "".join(sorted((set("".join(parts)) & set("GgSs")) | set(family)))


def fold(word: str) -> str:
    """Return a word in lower case, without accents, its apostrophes straight."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded.translate(_WITHOUT_PARTS))
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return plain.replace("\u2019", "'").replace("\u2018", "'")
