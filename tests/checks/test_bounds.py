"""The oldest allowed versions are read from the project's own list."""

from pathlib import Path

import pytest
from checks.bounds import list_oldest

PROJECT = """
[project]
dependencies = ["typer>=0.29", {one}]
[project.optional-dependencies]
dev = ["pexpect>=4.9; sys_platform != 'win32'"]
"""


def write(folder: Path, one: str) -> Path:
    path = folder / "pyproject.toml"
    path.write_text(PROJECT.replace("{one}", one), encoding="utf-8")
    return path


def test_a_lower_bound_becomes_exact(tmp_path: Path) -> None:
    assert list(list_oldest(write(tmp_path, '"types-pyyaml>=6.0.2"'))) == [
        "typer==0.29",
        "types-pyyaml==6.0.2",
        "pexpect==4.9; sys_platform != 'win32'",
    ]


@pytest.mark.parametrize("one", ["rich", "rich==13", "rich>=13,<15", "rich[jupyter]>=13"])
def test_any_other_bound_is_refused(tmp_path: Path, one: str) -> None:
    with pytest.raises(ValueError, match="lower bound"):
        list(list_oldest(write(tmp_path, f'"{one}"')))


def test_our_own_dependencies_have_lower_bounds() -> None:
    assert len(list(list_oldest())) >= 20
