"""Closing and opening by the age format: who can open, and what is refused before it is tried."""

import pyrage
import pytest

from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.armour import BEGIN, END, armour
from ipsskills.formats.exchange.sealed import (
    is_public_key,
    make_secret,
    needs_passphrase,
    open_sealed,
    public_of,
    seal,
)
from tests.cases import try_each

DASHED = "elegant\u2013ivory\u2011clay\u2010unlock"  # as a mail program may leave it
SECRET = make_secret()
OTHER = make_secret()
CLOSED = seal(b"what is in it" * 40, keys=[public_of(SECRET)])

# Made by another program, npm's age-encryption 0.3.1, with the words "café lamp" and little work.
BY_WORDS = f"""{BEGIN}
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB6SFRicWdwY0hHVjcxMWo2
MllCNCt3IDQKOGtQT3JQcC9GLy9FbGxkcDZXK1Zab1JCb1lBVTJKZDJLOVUwNlNZ
N2RHYwotLS0gNjBVZEc1TkVCWFgyS0RvV1pSTXExUTJPVXdlRVNJd3hEOTJjanZx
TFpiWQouiDvCW8rXzhhZg8tiN8KCiU8Mf+vsr8sncH+lB+lED2wmFus=
{END}
"""

SCRYPT = b"-> scrypt rF0/NwblUHHTpgQgRpe5CQ %s\ngUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n"


def opening_nothing(header: bytes) -> str:
    """A file with such a header, and nothing that could be opened behind it."""
    return armour(header + b"--- " + b"A" * 43 + b"\n" + bytes(60))


def asking(work: bytes) -> str:
    return opening_nothing(b"age-encryption.org/v1\n" + SCRYPT % work)


def test_what_is_closed_for_a_key_opens_with_it_alone() -> None:
    assert CLOSED.startswith(BEGIN)
    assert not needs_passphrase(CLOSED)
    assert open_sealed(CLOSED, secrets=[OTHER, SECRET]) == b"what is in it" * 40
    for secrets in ([OTHER], []):
        with pytest.raises(InvalidInput, match="closed for somebody else"):
            open_sealed(CLOSED, secrets=secrets)


def test_words_open_what_was_closed_by_them_with_blanks_around_and_in_either_form() -> None:
    assert needs_passphrase(BY_WORDS)
    assert open_sealed(BY_WORDS, passphrase=" cafe\u0301 lamp") == b"plan"
    with pytest.raises(InvalidInput) as caught:
        open_sealed(BY_WORDS, passphrase="Caf\u00e9 lamp")
    assert caught.value.message == (
        "These words do not open it. Check spaces, hyphens and capitals. Nobody can recover them,"
        " and nothing is lost: ask whoever sent it to send it again."
    )


@pytest.mark.parametrize(
    ("typed", "tried"),
    [
        ("elegant-ivory-clay-unlock", ["elegant-ivory-clay-unlock"]),
        ("elegant ivory clay unlock", ["elegant ivory clay unlock", "elegant-ivory-clay-unlock"]),
        ("Elegant Ivory-clay  UNLOCK", ["Elegant Ivory-clay  UNLOCK", "elegant-ivory-clay-unlock"]),
        (DASHED, [DASHED, "elegant-ivory-clay-unlock"]),
        ("elegant ivory clay", ["elegant ivory clay"]),
        ("elegant ivory clay kestrel", ["elegant ivory clay kestrel"]),
    ],
)
def test_four_words_of_ours_open_however_they_were_read_out(
    monkeypatch: pytest.MonkeyPatch, typed: str, tried: list[str]
) -> None:
    seen: list[str] = []

    def decrypt(_: bytes, words: str) -> bytes:
        seen.append(words)
        if words == "elegant-ivory-clay-unlock":
            return b"plan"
        raise pyrage.DecryptError("Decryption failed")

    monkeypatch.setattr("pyrage.passphrase.decrypt", decrypt)
    if tried[-1] == "elegant-ivory-clay-unlock":
        assert open_sealed(BY_WORDS, passphrase=typed) == b"plan"
    else:
        with pytest.raises(InvalidInput, match="These words do not open it"):
            open_sealed(BY_WORDS, passphrase=typed)
    assert seen == tried


def test_there_is_no_empty_passphrase() -> None:
    with pytest.raises(InvalidInput, match="empty"):
        seal(b"plan", passphrase=" ")


@try_each("work", [b"20", b"23", b"64", b"999"])
def test_too_much_work_is_refused_before_anything_is_tried(work: bytes) -> None:
    with pytest.raises(InvalidInput, match="ask too much of this computer"):
        open_sealed(asking(work), passphrase="lamp")


@try_each("work", [b"", b"0", b"019", b"1000", b"-1", b"1 9", b"\xd9\xa1"])
def test_work_that_is_no_number_is_damage(work: bytes) -> None:
    with pytest.raises(InvalidInput, match="damaged"):
        open_sealed(asking(work), passphrase="lamp")


@try_each(
    "text",
    [
        CLOSED[: len(CLOSED) // 2],
        CLOSED.replace("-----END", "-----ENDE"),
        CLOSED.replace(CLOSED[200:204], "!!!!"),
        f"{BEGIN}\n{END}\n",
        opening_nothing(b"age-encryption.org/v1\n"),
        opening_nothing(b"something else\n-> X25519 abc\n"),
        opening_nothing(b"age-encryption.org/v1\n" + b"-> X25519 abc\n" * 60),
        opening_nothing(b"age-encryption.org/v1\n" + SCRYPT % b"10" + b"-> X25519 abc\nabc\n"),
        "",
    ],
)
def test_what_is_damaged_is_said_to_be(text: str) -> None:
    with pytest.raises(InvalidInput, match="damaged"):
        open_sealed(text, secrets=[SECRET], passphrase="lamp")


def test_one_changed_letter_anywhere_is_refused() -> None:
    for place in range(len(BEGIN) + 2, len(CLOSED) - len(END) - 4, 97):
        letter = "B" if CLOSED[place] != "B" else "C"
        changed = CLOSED[:place] + letter + CLOSED[place + 1 :]
        with pytest.raises(InvalidInput):
            open_sealed(changed, secrets=[SECRET])


def test_a_newer_way_of_closing_is_told_from_damage() -> None:
    with pytest.raises(InvalidInput, match="does not know"):
        open_sealed(
            opening_nothing(b"age-encryption.org/v2\n-> X25519 abc\nabc\n"), secrets=[SECRET]
        )


def test_a_file_too_large_is_not_looked_at() -> None:
    with pytest.raises(InvalidInput, match="too large"):
        needs_passphrase("A" * 24_000_001)


def test_a_key_is_known_from_what_is_none() -> None:
    assert is_public_key(public_of(SECRET))
    assert not is_public_key(SECRET)
    with pytest.raises(InvalidInput, match="no key"):
        seal(b"plan", keys=["age1nonsense"])
