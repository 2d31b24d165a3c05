"""The JSON in a file: what is written comes back, and nothing else is taken for it."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ipsskills.codes import ParcelKind, Role
from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.bundle import (
    Bundle,
    PersonInFile,
    TextOf,
    is_readable,
    read_bundle,
    write_bundle,
    write_readable,
)
from tests.cases import try_each

ROOT = Path(__file__).parents[3]
ADA = PersonInFile(id="ada", name="Ada Example", role=Role.EMPLOYMENT_SPECIALIST, also=("a2",))
BUNDLE = Bundle(
    what=ParcelKind.RECORDS,
    made=datetime(2026, 11, 29, 9, 30, tzinfo=UTC),
    program="0.1",
    by=ADA,
    about=ADA,
    to=PersonInFile(id="lee", name="Lee"),
    key="age1abc",
    supervises=True,
    frameworks=(TextOf(hash="h", version="2026.1", text="units: all\n"),),
    people=(ADA,),
    records={"note": ({"id": "n", "text": "na\u00efve \U0001f600"},)},
)
PLAIN = json.loads(gzip.decompress(write_bundle(BUNDLE)))


def altered(**changes: Any) -> bytes:
    return json.dumps(PLAIN | changes).encode()


def test_what_is_written_comes_back_packed_plain_and_readable() -> None:
    assert write_bundle(BUNDLE) == write_bundle(BUNDLE)
    assert read_bundle(write_bundle(BUNDLE)) == BUNDLE
    assert read_bundle(altered()) == BUNDLE
    text = write_readable(BUNDLE)
    assert is_readable(text)
    assert read_bundle(text.encode()) == BUNDLE


def test_the_first_line_of_a_readable_file_says_that_anybody_can_read_it() -> None:
    first = write_readable(BUNDLE).splitlines()[0]
    assert "Anybody can read this file" in first


def test_what_is_written_is_as_the_documentation_says() -> None:
    assert PLAIN["ipsskills"] == 1
    assert PLAIN["what"] == "records"
    assert PLAIN["made"] == "2026-11-29T09:30:00Z"
    assert PLAIN["by"] == {
        "id": "ada",
        "name": "Ada Example",
        "role": "employment specialist",
        "also": ["a2"],
    }
    assert PLAIN["to"] == {"id": "lee", "name": "Lee"}
    assert "form" not in PLAIN


def test_a_forms_own_copy_says_only_that_it_is_one() -> None:
    found = read_bundle(b'{"ipsskills": 1, "what": "form", "form": {"look": "a"}}')
    assert (found.what, found.form) == (ParcelKind.FORM, {"look": "a"})


def test_the_schema_names_all_that_is_written_and_no_more() -> None:
    schema = json.loads((ROOT / "docs/exchange.schema.json").read_text(encoding="utf-8"))
    assert PLAIN.keys() | {"form", "readable"} == schema["properties"].keys()
    assert set(schema["required"]) <= PLAIN.keys()
    assert schema["properties"]["what"]["enum"] == [each.value for each in ParcelKind]


@try_each(
    ("data", "said"),
    [
        (altered(ipsskills=2), "newer version"),
        (altered(ipsskills="1"), "no file of ipsskills"),
        (altered(ipsskills=None), "no file of ipsskills"),
        (b"[]", "no file of ipsskills"),
        (b'{"answers": []}', "no file of ipsskills"),
        (b"", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b'{"ipsskills": 1, "made": NaN}', "damaged"),
        (b"[" * 200_000, "damaged"),
        (b'{"ipsskills": ' + b"9" * 5_000 + b"}", "damaged"),
        (altered(what="party"), "'what'"),
        (altered(made="yesterday"), "'made'"),
        (altered(made="9999-12-31T23:59:59-23:00"), "'made'"),
        (altered(by={"id": "ada"}), "'by'"),
        (altered(by={"id": "ada", "name": "Ada\x1b[2J"}), "'by'"),
        (altered(by={"id": "ada", "name": "x" * 501}), "'by'"),
        (altered(by={"id": "ada", "name": "Ada", "role": "queen"}), "'by'"),
        (altered(supervises="yes"), "'supervises'"),
        (altered(people={}), "'people'"),
        (altered(records=[]), "'records'"),
        (altered(records={"note": {}}), "'records'"),
        (altered(records={"note": ["words"]}), "'records'"),
        (altered(frameworks=[{"hash": "h"}]), "'frameworks'"),
        (altered(program="\ud800"), "damaged"),
        (write_bundle(BUNDLE)[:-9], "damaged"),
        (write_bundle(BUNDLE) + b"more", "damaged"),
        (gzip.compress(bytes(16_000_001)), "too large"),
        (bytes(16_000_001), "too large"),
    ],
)
def test_anything_else_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as caught:
        read_bundle(data)
    assert "Nothing was changed." in caught.value.message
