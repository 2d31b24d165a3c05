"""Makes passphrases of plain words that can be read out on the telephone.

Four words of 1,450, drawn by chance, are one of some four million million choices; with what one
try costs (`sealed.py`) that is more than anybody has the time for. The words are after the list
of BIP 39 (MIT licence), without American spellings, words that sound alike, and words nobody wants
to read out to a colleague.
"""

from pathlib import Path
from secrets import choice

WORDS = 4


def list_words() -> tuple[str, ...]:
    """Return the words a passphrase is made of."""
    return tuple(Path(__file__).with_name("words.txt").read_text(encoding="ascii").split())


def make_passphrase() -> str:
    """Return four words by chance, with hyphens between them."""
    words = list_words()
    return "-".join(choice(words) for _ in range(WORDS))
