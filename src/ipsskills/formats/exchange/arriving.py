"""Files, folders, mails and what is piped in, and the files of ours that are found in them."""

from collections.abc import Iterable
from pathlib import Path

from ipsskills.errors import ClosedForOther, InvalidInput, IpsSkillsError, NotFound
from ipsskills.formats.exchange.armour import armour
from ipsskills.formats.exchange.block import find_blocks, list_texts
from ipsskills.formats.exchange.bundle import Bundle, is_readable, read_bundle
from ipsskills.formats.exchange.sealed import (
    MOST_CHARACTERS,
    needs_passphrase,
    open_sealed,
    refuse_too_large,
)
from ipsskills.frozen import dataclass

ENDINGS = (".txt", ".json", ".eml", ".age", ".asc", ".html", ".htm")
"""Endings that what is sent may have, beside those of a spreadsheet; others are passed over."""

_PLAIN_AGE = b"age-encryption.org/"
_BLANK_FORM = '<script type="application/json" id="tables">'
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, kw_only=True)
class Arriving:
    """One file of ours that was found: where, its text, whether it is closed and by words."""

    name: str
    text: str
    closed: bool
    by_words: bool


def read_arriving(path: Path) -> tuple[Arriving, ...]:
    """Return what is found in a file.

    Raises NotFound, and InvalidInput where nothing is found or something is damaged.
    """
    if not path.exists():
        raise NotFound(f"There is no file {path}.", "See how it is spelt, and where it is.")
    return find_arriving(_read_bytes(path), path.name)


def look_for_arriving(path: Path) -> tuple[Arriving, ...]:
    """Return what is found in a file of a folder; nothing where it is none of ours.

    Raises InvalidInput for one that is damaged.
    """
    return _find_any(_read_bytes(path), path.name)


def find_arriving(data: bytes, name: str) -> tuple[Arriving, ...]:
    """Return what is found in the bytes of a file, a mail or a pipe. Raises InvalidInput."""
    if found := _find_any(data, name):
        return found
    raise _nothing_in(name)


def open_arriving(
    arriving: Arriving, *, secrets: Iterable[str] = (), passphrase: str | None = None
) -> Bundle:
    """Return what is in a file. Raises InvalidInput that names the file, if it cannot be read.

    It is ClosedForOther where none of the secret keys fits.
    """
    try:
        if not arriving.closed:
            return read_bundle(arriving.text.encode())
        opened = open_sealed(arriving.text, secrets=tuple(secrets), passphrase=passphrase)
        return read_bundle(opened)
    except InvalidInput as error:
        raise _name(error, arriving.name) from None


def _find_any(data: bytes, name: str) -> tuple[Arriving, ...]:
    try:
        refuse_too_large(len(data))
        text = armour(data) if data.startswith(_PLAIN_AGE) else _decode(data)
        _refuse_blank_form(text)
        closed = tuple(
            Arriving(name=name, text=each, closed=True, by_words=needs_passphrase(each))
            for each in find_blocks(text)
        )
    except InvalidInput as error:
        raise _name(error, name) from None
    readable = (each for each in list_texts(text) if is_readable(each))
    return closed or tuple(
        Arriving(name=name, text=each.strip("\ufeff"), closed=False, by_words=False)
        for each in readable
    )


def _refuse_blank_form(text: str) -> None:
    """Raise InvalidInput for the form itself: it comes back as it went, with nothing in it."""
    if _BLANK_FORM in text:
        raise InvalidInput(
            "It is the form itself, and it is empty. Nothing was changed.",
            "Answers come in another file or in a mail: ask for the form to be opened where it was"
            ' filled in, and for "Send my answers" to be pressed there.',
        )


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_CHARACTERS + 1)
    except OSError as error:
        why = (error.strerror or "the place does not answer").lower()
        raise InvalidInput(f"{path} cannot be read: {why}.", "Copy it to another folder.") from None


def _decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, or else letters as they come."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _name(error: IpsSkillsError, name: str) -> InvalidInput:
    kind = ClosedForOther if isinstance(error, ClosedForOther) else InvalidInput
    return kind(f"{name}: {error.message}", error.hint)


def _nothing_in(name: str) -> InvalidInput:
    return InvalidInput(
        f"There is no file of ipsskills in {name}. Nothing was changed.",
        "Copy all of it, from the line with BEGIN AGE ENCRYPTED FILE to the line with END.",
    )
