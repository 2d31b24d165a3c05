"""Makes passphrases of plain words that can be read out on the telephone.

Four words of 1,450, drawn by chance, are one of some four million million choices; with what one
try costs (`sealed.py`) that is more than anybody has the time for. The words are after the list
of BIP 39 (MIT licence), without American spellings, words that sound alike, and words nobody wants
to read out to a colleague.
"""

import re
from pathlib import Path

WORDS = 4
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")  # blanks, hyphens and what mail makes of those


def list_words() -> tuple[str, ...]:
    """Return the words a passphrase is made of."""
    return tuple(Path(__file__).with_name("words.txt").read_text(encoding="ascii").split())


def make_passphrase() -> str:
    """Return four words by chance, with hyphens between them."""
    from secrets import choice  # loads OpenSSL, which opening a file does not need

    words = list_words()
    return "-".join(choice(words) for _ in range(WORDS))


def respell(typed: str) -> str | None:
    """Return a passphrase of ours as it was made, however it was read out and typed; else None.

    Blanks for hyphens and capitals tell nothing apart in four words of the list.
    """
    words = [word for word in _BETWEEN.split(typed.casefold()) if word]
    known = len(words) == WORDS and {*words} <= {*list_words()}
    return "-".join(words) if known else None
