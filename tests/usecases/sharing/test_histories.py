"""A few random histories: a short run of what ``histories.py`` does at length."""

from pathlib import Path

from ipsskills.framework.types import Framework
from tests.usecases.sharing.histories import find_differences, make_base


def test_what_comes_of_files_does_not_depend_on_their_order(
    framework: Framework, tmp_path: Path
) -> None:
    base, place = tmp_path / "base", tmp_path / "place"
    base.mkdir()
    place.mkdir()
    people = make_base(framework, base)
    assert find_differences(framework, place, base, people, seed=116, steps=10) == []
