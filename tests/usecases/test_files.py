"""Files are written whole or not at all, for one user, and never over another by accident."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ipsskills.errors import InvalidInput
from ipsskills.files import write_bytes, write_text

NOBODY = 65534
posix_only = pytest.mark.skipif(os.name == "nt", reason="this system has no modes")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users of the machine may read, but not write to."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@contextmanager
def another_user() -> Iterator[None]:
    """Be somebody who owns nothing here, where this user could write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_text_is_written_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    assert write_text(path, "Zoë → سارة\n") == path
    assert path.read_bytes() == "Zoë → سارة\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("mine")
    with pytest.raises(InvalidInput, match=r"exists already\. Nothing was changed") as refused:
        write_text(path, "new")
    assert "--force" in refused.value.hint
    assert path.read_text() == "mine"


def test_an_existing_file_is_replaced_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("a much longer page than the new one")
    write_text(path, "new", replace=True)
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize("before", [None, 0o644])
def test_only_this_user_may_read_it(tmp_path: Path, before: int | None) -> None:
    path = tmp_path / "page.md"
    if before:
        path.touch()
        path.chmod(before)
    write_bytes(path, b"x", replace=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("exists", [False, True])
def test_what_fails_half_way_leaves_things_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    path = tmp_path / "page.md"
    if exists:
        path.write_text("mine")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ipsskills.files.os.replace", fails)
    with pytest.raises(InvalidInput, match="cannot be written: no space left on device"):
        write_text(path, "new", replace=True)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("page.md", "mine")] * exists


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ipsskills.files.os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "page.md", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no such file or directory") as refused:
        write_text(tmp_path / "none" / "page.md", "new")
    assert refused.value.hint == "Choose another folder."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    place = tmp_path / "page.md"
    place.mkdir()
    with pytest.raises(InvalidInput):
        write_text(place, "new")
    with pytest.raises(InvalidInput, match="is a folder"):
        write_text(place, "new", replace=True)
    assert list(tmp_path.iterdir()) == [place]


@posix_only
def test_a_folder_one_may_not_write_to(open_folder: Path) -> None:
    with another_user(), pytest.raises(InvalidInput, match="permission denied"):
        write_text(open_folder / "page.md", "new")
    assert list(open_folder.iterdir()) == []


@posix_only
def test_a_folder_one_may_not_look_into(open_folder: Path) -> None:
    inner = open_folder / "inner"
    open_folder.chmod(0o755)
    inner.mkdir()
    inner.chmod(0o000)
    with another_user(), pytest.raises(InvalidInput, match="permission denied"):
        write_text(inner / "page.md", "new")
    inner.chmod(0o755)
    assert list(inner.iterdir()) == []


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be written"):
        write_text(tmp_path / ("n" * 300), "new")


@posix_only
def test_a_link_that_leads_nowhere_is_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "page.md"
    link.symlink_to(tmp_path / "none")
    with pytest.raises(InvalidInput, match="exists already"):
        write_text(link, "new")
    assert link.is_symlink()
