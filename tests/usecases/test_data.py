"""The record as a file: which copy somebody means."""

from pathlib import Path

from ipsskills.record.sqlite import backup
from ipsskills.usecases.data import find_copy


def test_a_copy_is_found_by_its_path_first_then_by_its_name_among_the_copies(
    tmp_path: Path,
) -> None:
    record = tmp_path / "ipsskills.db"
    copies = backup.folder(record)
    copies.mkdir()
    (copies / "old.db").touch()
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    assert find_copy(record, elsewhere / "old.db") == copies / "old.db"
    (elsewhere / "old.db").touch()
    assert find_copy(record, elsewhere / "old.db") == elsewhere / "old.db"
    assert find_copy(record, elsewhere / "none.db") == elsewhere / "none.db"
