"""Closes and opens files by the age format (age-encryption.org/v1), as armoured text.

What is in the header is read before anything is tried: a passphrase may ask for so much work that
a computer stands still, and the library would do it. Age tells who can open a file, never who
wrote it.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Sequence

from ipsskills.errors import ClosedForOther, InvalidInput
from ipsskills.formats.exchange.armour import BEGIN, END, armour
from ipsskills.formats.exchange.by_words import VERSION, close_by_words
from ipsskills.formats.exchange.passphrase import respell

# Armour and padding make 24 million characters of as many bytes as may be in a file.
MOST_CHARACTERS = 24_000_000
MOST_WORK = 19
_WRONG = "Decryption failed"  # what the library says of a wrong passphrase

_MOST_LINES = 700  # of a header
_MOST_STANZAS = 50
_WORK = re.compile(r"scrypt \S+ ([1-9][0-9]{0,2})")
_KEPT = "Nothing was changed."
_SEND_AGAIN = "Nothing is lost: ask whoever sent it to send it again."


def make_secret() -> str:
    """Return a new secret key, as the age format writes it."""
    from pyrage import x25519

    return str(x25519.Identity.generate())


def public_of(secret: str) -> str:
    """Return the public key that belongs to a secret one. Raises InvalidInput if it is none."""
    from pyrage import IdentityError, x25519

    try:
        return str(x25519.Identity.from_str(secret).to_public())
    except IdentityError:
        raise InvalidInput("The key of this record cannot be read.", _KEPT) from None


def is_public_key(text: str) -> bool:
    """Whether a text is a public key for which a file can be closed."""
    from pyrage import RecipientError, x25519

    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        return False
    return True


def seal(data: bytes, *, keys: Sequence[str] = (), passphrase: str | None = None) -> str:
    """Return bytes closed for public keys, or else by a passphrase, as armoured text.

    Raises InvalidInput for an empty passphrase and for what is no key.
    """
    import pyrage

    if not keys:
        return armour(close_by_words(data, tidy_passphrase(passphrase or "")))
    try:
        known = [pyrage.x25519.Recipient.from_str(key) for key in keys]
    except pyrage.RecipientError:
        raise InvalidInput("That is no key a file can be closed for.", _KEPT) from None
    return armour(pyrage.encrypt(data, known))


def open_sealed(text: str, *, secrets: Sequence[str] = (), passphrase: str | None = None) -> bytes:
    """Return what is in armoured text, opened by one of the secret keys or by a passphrase.

    Raises InvalidInput where it does not open, is damaged or asks for too much work.
    """
    import pyrage

    by_words = needs_passphrase(text)
    if by_words and passphrase is None:
        raise InvalidInput("It is closed by a passphrase.", _KEPT)
    given = text.encode("ascii", "replace")
    opened: bytes
    try:
        if by_words:
            opened = _open_by_words(given, tidy_passphrase(passphrase or ""))
        else:
            known = [pyrage.x25519.Identity.from_str(secret) for secret in secrets]
            opened = pyrage.decrypt(given, known)
    except pyrage.DecryptError as error:
        raise _say_why(str(error), by_words=by_words) from None
    return opened


def _open_by_words(given: bytes, words: str) -> bytes:
    """Return what a passphrase opens: as it was typed, else as four words of ours are made."""
    import pyrage

    made = respell(words)
    opened: bytes
    try:
        opened = pyrage.passphrase.decrypt(given, words)
    except pyrage.DecryptError as error:
        if made in (None, words) or str(error) != _WRONG:
            raise
        opened = pyrage.passphrase.decrypt(given, made)
    return opened


def needs_passphrase(text: str) -> bool:
    """Return whether armoured text opens by a passphrase, or else by a key.

    Raises InvalidInput for what is damaged, too large, of another version of age, or asks for
    more work than is safe to try.
    """
    stanzas = _read_stanzas(text)
    asked = [words for words in stanzas if words[0] == "scrypt"]
    for words in asked:
        _refuse_much_work(words)
    if asked and len(stanzas) > 1:
        raise _damaged()
    return bool(asked)


def tidy_passphrase(words: str) -> str:
    """Return a passphrase as it is used: letters in one form, no blanks around.

    Raises InvalidInput for an empty one.
    """
    tidy = unicodedata.normalize("NFC", words).strip()
    if not tidy:
        raise InvalidInput("The passphrase is empty.", "Type some words. " + _KEPT)
    return tidy


def refuse_too_large(size: int, most: int = MOST_CHARACTERS) -> None:
    """Raise InvalidInput for what is larger than any file of ours."""
    if size > most:
        raise InvalidInput(
            f"It is too large: no file of ours is. {_KEPT}", "See that it is the right file."
        )


def _read_stanzas(text: str) -> list[list[str]]:
    """Return the words of each line of the header that says how the file opens."""
    refuse_too_large(len(text))
    lines = _decode_start(text).split(b"\n")
    if lines[0] != VERSION:
        newer = lines[0].startswith(VERSION.rpartition(b"v")[0])
        raise _newer() if newer else _damaged()
    ends = [number for number, line in enumerate(lines) if line.startswith(b"---")]
    if not ends:
        raise _damaged()
    said = [line[3:] for line in lines[1 : ends[0]] if line.startswith(b"-> ")]
    if not said or len(said) > _MOST_STANZAS:
        raise _damaged()
    return [line.decode("ascii", "replace").split(" ") for line in said]


def _decode_start(text: str) -> bytes:
    """Return the first bytes in the armour, which hold the header."""
    lines = text.strip().splitlines()
    if not lines or lines[0].strip() != BEGIN or lines[-1].strip() != END:
        raise _damaged()
    start = "".join(line.strip() for line in lines[1:-1][:_MOST_LINES])
    whole = start[: len(start) // 4 * 4]
    try:
        return base64.b64decode(whole, validate=True)
    except (binascii.Error, ValueError):
        raise _damaged() from None


def _refuse_much_work(words: Sequence[str]) -> None:
    """Raise InvalidInput where a passphrase asks for more work than is safe to try."""
    if _work_of(words) > MOST_WORK:
        raise InvalidInput(
            f"Opening it would ask too much of this computer. It was not tried. {_KEPT}",
            "A file of ours never does. Ask whoever sent it how it was made.",
        )


def _work_of(words: Sequence[str]) -> int:
    """Return the work a passphrase asks for: 2 to the power of that, times the least."""
    factor = _WORK.fullmatch(" ".join(words))
    if factor is None:
        raise _damaged()
    return int(factor[1])


def _say_why(said: str, *, by_words: bool) -> InvalidInput:
    """Return what is said to a person where the library did not open a file."""
    if by_words and said == _WRONG:
        return InvalidInput(
            "These words do not open it. Check spaces, hyphens and capitals. Nobody can recover"
            " them, and nothing is lost: ask whoever sent it to send it again.",
            _KEPT,
        )
    if said == "No matching keys found":
        return ClosedForOther(
            f"It is closed for somebody else, or for the key of a record you had before. {_KEPT}",
            _SEND_AGAIN,
        )
    return _damaged()


def _damaged() -> InvalidInput:
    return InvalidInput(f"It is damaged, or a part is missing. {_KEPT}", _SEND_AGAIN)


def _newer() -> InvalidInput:
    return InvalidInput(
        f"It was closed in a way that this version does not know. {_KEPT}",
        "Get the newest version of ipsskills, or ask for the file in the older way.",
    )
