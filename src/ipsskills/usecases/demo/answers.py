"""What the invented people answered. Everybody here is made up.

A round is one answer for each unit in curriculum order; ``-`` is not answered.
"""

from ipsskills.codes import Behind
from ipsskills.formats.answers import Given
from ipsskills.frozen import dataclass
from ipsskills.privacy.client_detail.written import check_words as say

LEADER = "Lee Invented"
BLANK = "-"


@dataclass(frozen=True)
class Invented:
    """One invented specialist and three rounds of answers."""

    name: str
    rounds: tuple[str, str, str]


PEOPLE = (
    Invented(
        "Ada Example",
        (
            "2212212212222212120121211n1n",
            "3323212322223322221222212n2n",
            "3333223323233333232232213n-n",
        ),
    ),
    Invented(
        "Bola Sample",
        (
            "3222222222222322231222222122",
            "3322222323223332232223232222",
            "3333233333323333233233233232",
        ),
    ),
    Invented(
        "Cerys Pretend",
        (
            "2111101111211101100011100nnn",
            "22111112212121212101222110xn",
            "2222212222222222221222212nx1",
        ),
    ),
    Invented(
        "Dev Madeup",
        (
            "3322333322333323333232222213",
            "3332333332333333333232232223",
            "3333333333333333333333232333",
        ),
    ),
    Invented(
        "Esme Fictional",
        (
            "3222222222112222221122121n12",
            "2222222222212322221222222n12",
            "3222322323222322322222232222",
        ),
    ),
    Invented(
        "Farid Imaginary",
        (
            "1100000110101000100000000nnn",
            "21111011211121111110111110nn",
            "2212112222212221221122212n1n",
        ),
    ),
)

# What the team leader saw of the first person's work, by round; all else was not seen.
SEEN: tuple[dict[str, str], ...] = (
    {"3.13": "1"},
    {"3.2": "3", "3.13": "2"},
    {"2.2": "3", "2.3": "2", "2.4": "3", "3.2": "3", "3.12": "3", "3.13": "3"},
)

# What the first person adds in the last round: marks, what is behind it, notes.
NOTES = {
    "1.1": Given(item="1.1", code=None, show=True),
    "3.8": Given(
        item="3.8",
        code=None,
        bring=True,
        note=say("I freeze when they ask outright."),
        shared=True,
    ),
    "3.12": Given(item="3.12", code=None, behind=Behind.TIME),
    "3.13": Given(
        item="3.13",
        code=None,
        shared=True,
        note=say("The third visit to the garden centre led to a trial shift."),
    ),
    "3.10": Given(
        item="3.10",
        code=None,
        note=say("My plans read like forms. I have told nobody yet."),
    ),
}
REASON = "setting"
