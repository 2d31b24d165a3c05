"""docs/security.md: what it says is tried somewhere is there."""

import re
from pathlib import Path

from stress.__main__ import PARTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "---" not in line][1:]


def test_each_threat_says_where_it_is_tried() -> None:
    assert len(ROWS) > 10
    for row in ROWS:
        tried = row.split("|")[4]
        assert "`tests/" in tried or "`python -m " in tried or "](sharing.md)" in tried, row


def test_what_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", PAGE)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_each_part_of_the_harness_is_named_and_no_other() -> None:
    named = {
        part for parts in re.findall(r"`python -m stress ([\w ]+)`", PAGE) for part in parts.split()
    }
    assert named == set(PARTS)
