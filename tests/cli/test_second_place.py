"""``settings backup-to``: offered when somebody begins, shown, and told when it is away."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran

Run = Callable[..., Ran]


def test_it_is_offered_to_who_begins_and_not_once_it_is_set(run: Run, tmp_path: Path) -> None:
    offered = "ipsskills settings backup-to H:/copies"
    assert offered in run("init", "--name", "Ada Example").out
    ran = run("settings", "backup-to", str(tmp_path))
    assert (ran.code, "the folder stays empty until the next" in " ".join(ran.err.split())) == (
        0,
        True,
    )
    assert offered not in run("init", "--name", "Ada Example").out
    assert f"A second copy of each day: {tmp_path}" in run("data", "where").out


def test_a_folder_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("settings", "backup-to", str(tmp_path / "nowhere"))
    assert ran.code == 11
    assert "There is no folder" in ran.err


def test_a_copy_made_by_hand_goes_there_and_says_so(lived: Path, run: Run, tmp_path: Path) -> None:
    second = tmp_path / "drive"
    second.mkdir()
    assert "ipsskills data backup" in run("settings", "backup-to", str(second)).err
    ran = run("data", "backup")
    (there,) = second.iterdir()
    assert ran.out.splitlines()[1] == f"and in {there}"
    assert there.read_bytes() == Path(ran.out.split()[4]).read_bytes()
    elsewhere = run("data", "backup", str(tmp_path / "mine.db")).out
    assert f"None was put into {second}: leave out FILE for that." in elsewhere
    shutil.rmtree(second)
    ran = run("data", "backup")
    assert (ran.code, f"could not be put into {second}" in " ".join(ran.err.split())) == (0, True)
    assert len(ran.out.splitlines()) == 1
