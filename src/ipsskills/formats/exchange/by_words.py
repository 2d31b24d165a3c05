"""Writes files of the age format that open by a passphrase, with work that is always the same.

The library that opens them, and does all that is done with keys, chooses by itself how much work
a passphrase asks for: what the computer it runs on does in a second. So a quick one makes files
for which a small one has not the memory. That is why this one kind is written here, step by step
after https://c2sp.org/age ("scrypt recipient stanza", "Header MAC", "Payload").
"""

import os
from base64 import b64encode

VERSION = b"age-encryption.org/v1"
WORK = 18
"""Scrypt's work for a passphrase, as a power of two: 256 MB of memory, and about a second."""

_CHUNK = 65536  # bytes of a payload that are closed together
_LAST = b"\x01"


def close_by_words(data: bytes, words: str) -> bytes:
    """Return bytes closed by a passphrase: a file of the age format, not armoured."""
    key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    closed_key = _close(_stretch(words, salt), bytes(12), key)
    stanza = b"-> scrypt %s %d\n%s\n" % (_base64(salt), WORK, _base64(closed_key))
    head = VERSION + b"\n" + stanza + b"---"
    proof = _base64(_sign(_derive(key, b"header"), head))
    return head + b" " + proof + b"\n" + nonce + _close_all(data, _derive(key, b"payload", nonce))


def _stretch(words: str, salt: bytes) -> bytes:
    """Return the key that words make, at the cost of some work."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    with_purpose = VERSION + b"/scrypt" + salt
    return Scrypt(with_purpose, length=32, n=2**WORK, r=8, p=1).derive(words.encode())


def _derive(key: bytes, purpose: bytes, salt: bytes = b"") -> bytes:
    """Return the key for one purpose that follows from the key of a file."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _sign(key: bytes, head: bytes) -> bytes:
    """Return what proves that a header was not changed."""
    from hashlib import sha256
    from hmac import digest

    return digest(key, head, sha256)


def _close_all(data: bytes, key: bytes) -> bytes:
    """Return a payload: its chunks closed one by one, each told from the next, the last marked."""
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)] or [b""]
    marks = [b"\x00"] * (len(chunks) - 1) + [_LAST]
    nonces = [place.to_bytes(11, "big") + mark for place, mark in enumerate(marks)]
    return b"".join(_close(key, *pair) for pair in zip(nonces, chunks, strict=True))


def _close(key: bytes, nonce: bytes, data: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key).encrypt(nonce, data, None)


def _base64(data: bytes) -> bytes:
    """Return bytes in the letters of a header, which have no padding."""
    return b64encode(data).rstrip(b"=")
