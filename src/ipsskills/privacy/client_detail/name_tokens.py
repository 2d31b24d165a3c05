"""Words of a text as parts of names: how they are written and which list or shape they fit."""

import re
import unicodedata

from ipsskills.frozen import dataclass
from ipsskills.privacy.client_detail.name_lists import ALSO_WORDS, GIVEN, SURNAMES
from ipsskills.privacy.client_detail.ordinary_words import ORDINARY

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:[\u2019'\u2018\-](?:{_LETTER})+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_WITHOUT_PARTS = str.maketrans("łøıđ", "loid")  # letters whose strokes Unicode does not take apart
_ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ies?|ings?|ed|es|ers?|ly|s|y|e)$")
_ACCENTED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]")

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


@dataclass(frozen=True)
class Word:
    """One word of a text: as it stands, folded (lower case, no accents), and where it begins."""

    text: str
    folded: str
    start: int

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
    def given(self) -> bool:
        """Whether it is a first name and hardly anything else."""
        names = {self.folded, self.folded.partition("-")[0]}
        return bool(names & GIVEN) and self.folded not in ALSO_WORDS

    @property
    def maybe_given(self) -> bool:
        """Whether it is a first name and another word too."""
        return self.folded in ALSO_WORDS

    @property
    def surname(self) -> bool:
        """Whether it is a common surname."""
        return self.folded in SURNAMES

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
    def ordinary(self) -> bool:
        """Whether it is an ordinary English word."""
        return stem(self.folded) in ORDINARY


def split_words(text: str) -> list[Word]:
    """Return the words of a text in order, without the 's of a possessive."""
    found = ((_POSSESSIVE.sub("", m[0]), m.start()) for m in _WORD.finditer(text))
    return [Word(word, fold(word), start) for word, start in found]


def fold(word: str) -> str:
    """Return a word in lower case, without accents, its apostrophes straight."""
    parts = unicodedata.normalize("NFKD", word.casefold().translate(_WITHOUT_PARTS))
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return plain.replace("\u2019", "'").replace("\u2018", "'")


def stem(word: str) -> str:
    """Return a folded word without its commonest endings, as long as three letters are left."""
    return _ENDINGS.sub("", word)
