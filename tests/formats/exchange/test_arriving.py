"""What is found in files, folders and mails, and what is said where nothing is."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ipsskills.codes import ParcelKind
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.formats.exchange.arriving import (
    find_arriving,
    look_for_arriving,
    open_arriving,
    read_arriving,
)
from ipsskills.formats.exchange.bundle import Bundle, write_bundle, write_readable
from ipsskills.formats.exchange.sealed import make_secret, public_of, seal
from tests.cases import try_each

SECRET = make_secret()
BUNDLE = Bundle(
    what=ParcelKind.RECORDS,
    made=datetime(2026, 11, 29, tzinfo=UTC),
    program="0.1",
    records={"note": ()},
)
CLOSED = seal(write_bundle(BUNDLE), keys=[public_of(SECRET)])


def opened(data: bytes) -> list[Bundle]:
    return [open_arriving(each, secrets=[SECRET]) for each in find_arriving(data, "a.txt")]


@try_each(
    "data",
    [
        CLOSED.encode(),
        CLOSED.encode("utf-16"),
        b"\xef\xbb\xbf" + CLOSED.encode(),
        "D\xe8ar Lee,\n".encode("latin-1") + CLOSED.encode(),
        base64.b64decode("".join(CLOSED.split("\n")[1:-2])),
        write_readable(BUNDLE).encode(),
        b"\xef\xbb\xbf" + write_readable(BUNDLE).encode(),
    ],
)
def test_a_file_is_found_however_it_was_saved(data: bytes) -> None:
    assert opened(data) == [BUNDLE]


def test_a_file_of_a_folder_is_looked_into_and_passed_over_where_it_is_none_of_ours(
    tmp_path: Path,
) -> None:
    (tmp_path / "b.txt").write_text(CLOSED)
    (tmp_path / "a.txt").write_text("Shopping list")
    (tmp_path / "c.json").write_text(write_readable(BUNDLE))
    found = [look_for_arriving(tmp_path / name) for name in ("a.txt", "b.txt", "c.json")]
    assert [[each.name for each in files] for files in found] == [[], ["b.txt"], ["c.json"]]


def test_where_nothing_of_ours_is_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_arriving(tmp_path / "none.txt")
    with pytest.raises(InvalidInput, match=r"no file of ipsskills in a\.txt"):
        find_arriving(b"Shopping list", "a.txt")


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        ({"about": {"name": "Cat Dunn"}}, "It is Cat Dunn's own copy"),
        ({"about": {"name": "Cat\nDunn"}}, "It is somebody's own copy"),
        (None, "It is somebody's own copy"),
    ],
)
def test_the_copy_that_a_form_keeps_for_its_owner_is_named_as_that(copy: Any, said: str) -> None:
    kept = {"about this file": "", "ipsskills": 1, "what": "copy", "copy": copy}
    (arriving,) = find_arriving(json.dumps(kept).encode(), "cat.json")
    with pytest.raises(InvalidInput, match=said) as refused:
        open_arriving(arriving)
    assert "private notes" in refused.value.message
    assert 'press "Send my answers"' in refused.value.hint


def test_the_form_itself_is_named_as_that() -> None:
    page = '<script type="application/json" id="tables">{}</script><script>-----BEGIN AGE ENCRYPTED'
    with pytest.raises(InvalidInput, match="It is the form itself") as refused:
        find_arriving(f"{page} FILE----- -----END AGE ENCRYPTED FILE-----".encode(), "cat.html")
    assert '"Send my answers"' in refused.value.hint


def test_what_is_wrong_is_said_of_the_file_it_is_in() -> None:
    with pytest.raises(InvalidInput, match=r"^a.txt: A part of it is missing"):
        find_arriving(CLOSED[:300].encode(), "a.txt")
    with pytest.raises(InvalidInput, match=r"^a.txt: It is closed for somebody else"):
        open_arriving(find_arriving(CLOSED.encode(), "a.txt")[0], secrets=[make_secret()])
