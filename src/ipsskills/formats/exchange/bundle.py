"""What is in a file that is exchanged, as plain JSON: docs/exchange.md tells its form.

Reading it says nothing yet of the records in it, but that they are rows by kind: what they hold is
looked at where they become records.
"""

import gzip
import json
import re
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from ipsskills.codes import ParcelKind, Role
from ipsskills.errors import InvalidInput
from ipsskills.frozen import dataclass

FORM = 1
"""The number of the form that is written here; a file of a higher one is for a newer version."""

# What a file may hold once it is open: so much JSON takes some hundred megabytes to read.
MOST_BYTES = 16_000_000

READABLE = "Anybody can read this file: it was left open on purpose. Pass it on with care."

# Packed as tightly as can be, it is a thirtieth smaller and takes more than twice as long.
_LEVEL = 5
_GZIP = b"\x1f\x8b"
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_LONGEST_NAME = 500
_KEPT = "Nothing was changed."
_AGAIN = "Ask whoever sent it to send it again."

# What a form's own copy need not say: the day that counts is the one it was given on.
_UNSAID_BY_FORMS = {"made": "1970-01-01T00:00:00Z", "program": "form"}
_OWN_COPY = "copy"
_NAMED_BY = ("what", "about", "records", "form")

PlainRow = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class PersonInFile:
    """A person as a file names them; ``also`` are other ids by which they are known."""

    id: str
    name: str
    role: Role | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TextOf:
    """A framework that records name by its hash: its version and its text."""

    hash: str
    version: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """What is in one file: records about somebody, or a form that somebody filled in.

    ``by`` made it, for ``to`` if that was said. ``key`` is the public key of who made it.
    ``supervises`` is whether they say that they supervise whom it is about and to whom it goes.
    ``people`` are all whom records name. ``records`` are rows by the name of their kind; ``form``
    is what the form says, as it stands there.
    """

    what: ParcelKind
    made: datetime
    program: str
    by: PersonInFile | None = None
    about: PersonInFile | None = None
    to: PersonInFile | None = None
    key: str | None = None
    supervises: bool = False
    frameworks: tuple[TextOf, ...] = ()
    people: tuple[PersonInFile, ...] = ()
    records: Mapping[str, tuple[PlainRow, ...]]
    form: PlainRow | None = None


def write_bundle(bundle: Bundle) -> bytes:
    """Return a bundle as it is closed in a file; the same bundle always gives the same bytes."""
    plain = json.dumps(_plain(bundle), ensure_ascii=False).encode()
    return gzip.compress(plain, _LEVEL, mtime=0)


def write_readable(bundle: Bundle) -> str:
    """Return a bundle as text for anybody to read, which says so in its first line."""
    lines = json.dumps(_plain(bundle), ensure_ascii=False, indent=1)
    return f'{{ "readable": {json.dumps(READABLE)},\n{lines.removeprefix("{").lstrip()}\n'


def digest_of(bundle: Bundle) -> str:
    """Return what names the content of a bundle, whenever and wherever it was packed: a SHA-256."""
    said = {name: value for name, value in _plain(bundle).items() if name in _NAMED_BY}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def is_readable(text: str) -> bool:
    """Whether a text looks like a file of ours that was left open."""
    return text.lstrip("\ufeff \n\r\t").startswith("{") and '"ipsskills"' in text


def read_bundle(data: bytes) -> Bundle:
    """Return what is in a file that was opened, packed or plain.

    Raises InvalidInput for what is too large, damaged, newer than this version, or no file of ours.
    """
    given = _parse(_unpack(data))
    number = given.get("ipsskills")
    if type(number) is int and number > FORM:
        raise InvalidInput(
            f"It was made by a newer version of ipsskills. {_KEPT}",
            "Get the newest version, or ask for what is in it on paper.",
        )
    if number != FORM:
        raise _not_ours()
    if given.get("what") == _OWN_COPY:
        raise _own_copy(given)
    if given.get("what") == ParcelKind.FORM.value:
        given = {**_UNSAID_BY_FORMS, **given}
    return Bundle(
        what=_take("what", given.get("what"), ParcelKind),
        made=_take("made", given.get("made"), _read_time),
        program=_take("program", given.get("program"), _read_line),
        by=_take("by", given.get("by"), _or_none(_read_named)),
        about=_take("about", given.get("about"), _or_none(_read_named)),
        to=_take("to", given.get("to"), _or_none(_read_named)),
        key=_take("key", given.get("key"), _or_none(_read_line)),
        supervises=_take("supervises", given.get("supervises", False), _read_yes_or_no),
        frameworks=_take("frameworks", given.get("frameworks", []), _read_each(_read_text_of)),
        people=_take("people", given.get("people", []), _read_each(_read_named)),
        records=_take("records", given.get("records", {}), _read_records),
        form=_take("form", given.get("form"), _or_none(_read_row)),
    )


def _plain(bundle: Bundle) -> dict[str, Any]:
    """Return a bundle as JSON has it, without what it does not say."""
    made: dict[str, Any] = {
        "ipsskills": FORM,
        "what": bundle.what.value,
        "made": bundle.made.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "program": bundle.program,
        "key": bundle.key,
        "supervises": bundle.supervises or None,
        "frameworks": [vars(each) for each in bundle.frameworks],
        "people": [_plain_named(each) for each in bundle.people],
        "records": {kind: list(rows) for kind, rows in bundle.records.items()},
        "form": bundle.form,
    }
    named = {"by": bundle.by, "about": bundle.about, "to": bundle.to}
    made |= {name: _plain_named(each) for name, each in named.items() if each}
    return {name: value for name, value in made.items() if value is not None}


def _plain_named(person: PersonInFile) -> dict[str, Any]:
    said = {"id": person.id, "name": person.name}
    said |= {"role": person.role.value} if person.role else {}
    return said | ({"also": list(person.also)} if person.also else {})


def _unpack(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return _refuse_too_much(data)
    opener = zlib.decompressobj(wbits=31)
    try:
        plain = _refuse_too_much(opener.decompress(data, MOST_BYTES + 1))
    except zlib.error:
        raise _damaged("what is in it") from None
    if not opener.eof or opener.unused_data:
        raise _damaged("its end")
    return plain


def _refuse_too_much(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise InvalidInput(
            f"It is too large: no file of ours is. {_KEPT}", "See that it is the right file."
        )
    return data


def _parse(data: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
        if _HALF.search(data):
            json.dumps(found, ensure_ascii=False).encode()  # half a character is no text
    except (ValueError, RecursionError):
        raise _damaged("what is in it") from None
    if not isinstance(found, dict):
        raise _not_ours()
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _take(place: str, value: Any, read: Callable[[Any], Any]) -> Any:
    """Return a value as it is read. Raises InvalidInput that names its place only."""
    try:
        return read(value)
    except (ValueError, TypeError, KeyError, OverflowError):
        raise _damaged(f"'{place}'") from None


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _read_each(read: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def read_each(values: Any) -> tuple[Any, ...]:
        if not isinstance(values, list):
            raise TypeError
        return tuple(read(value) for value in values)

    return read_each


def _read_line(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    if not value or value != value.strip() or len(value) > _LONGEST_NAME or not value.isprintable():
        raise ValueError
    return value


def _read_yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _read_time(value: Any) -> datetime:
    at = datetime.fromisoformat(_read_line(value))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _read_named(value: Any) -> PersonInFile:
    row = _read_row(value)
    role = row.get("role")
    return PersonInFile(
        id=_read_line(row["id"]),
        name=_read_line(row["name"]),
        role=None if role is None else Role(role),
        also=_read_each(_read_line)(row.get("also", [])),
    )


def _read_text_of(value: Any) -> TextOf:
    row = _read_row(value)
    if not isinstance(row["text"], str):
        raise TypeError
    return TextOf(
        hash=_read_line(row["hash"]), version=_read_line(row["version"]), text=row["text"]
    )


def _read_records(value: Any) -> dict[str, tuple[PlainRow, ...]]:
    return {
        _read_line(kind): _read_each(_read_row)(rows) for kind, rows in _read_row(value).items()
    }


def _read_row(value: Any) -> PlainRow:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _damaged(place: str) -> InvalidInput:
    return InvalidInput(f"It is damaged: {place} cannot be read. {_KEPT}", _AGAIN)


def _own_copy(given: Mapping[str, Any]) -> InvalidInput:
    """Return what is said of a form's copy of a look that is only begun: it is for nobody else."""
    try:
        name = _read_line(given["copy"]["about"]["name"])
    except (ValueError, TypeError, KeyError):
        name = ""
    whose, who = (f"{name}'s", name) if name else ("somebody's", "whoever sent it")
    return InvalidInput(
        f"It is {whose} own copy of answers that are begun, and private notes may stand in it. "
        f"{_KEPT}",
        f'Delete it, and ask {who} to open it in the form, finish, and press "Send my answers".',
    )


def _not_ours() -> InvalidInput:
    return InvalidInput(f"It is no file of ipsskills. {_KEPT}", "See that it is the right file.")
