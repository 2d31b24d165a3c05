"""Closing by a passphrase: another program opens it, and it never asks for more work than we take.

The age library (Rust) opens what is written here; it shares no line with it.
"""

import pyrage
import pytest

from ipsskills.formats.exchange import by_words
from ipsskills.formats.exchange.by_words import WORK, close_by_words
from ipsskills.formats.exchange.sealed import MOST_WORK, needs_passphrase, open_sealed, seal
from tests.cases import try_each

WORDS = "café lamp"


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_words, "WORK", 1)


@try_each("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
def test_another_program_opens_it_at_any_length(size: int) -> None:
    data = bytes(each % 251 for each in range(size))
    assert pyrage.passphrase.decrypt(close_by_words(data, WORDS), WORDS) == data


def test_other_words_do_not_open_it() -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(close_by_words(b"plan", WORDS), "cafe lamp")


def test_no_part_of_it_can_be_changed_unseen() -> None:
    closed = close_by_words(b"plan", WORDS)
    for place in range(len(closed)):
        changed = closed[:place] + bytes([closed[place] ^ 1]) + closed[place + 1 :]
        with pytest.raises((pyrage.DecryptError, ValueError)):
            pyrage.passphrase.decrypt(changed, WORDS)


def test_no_two_files_are_closed_alike() -> None:
    one, other = (close_by_words(b"plan", WORDS).split(b"\n") for _ in range(2))
    assert not {*one[1:]} & {*other[1:]}


def test_it_asks_for_the_same_work_on_every_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_words, "_stretch", lambda *_: bytes(32))
    monkeypatch.setattr(by_words, "WORK", WORK)
    assert close_by_words(b"plan", WORDS).split(b"\n")[1].endswith(b" 18")
    assert WORK <= MOST_WORK


def test_it_travels_as_text_and_opens_however_the_words_are_spelt() -> None:
    closed = seal(b"plan", passphrase=" cafe\u0301 lamp ")
    assert needs_passphrase(closed)
    assert open_sealed(closed, passphrase=WORDS) == b"plan"
