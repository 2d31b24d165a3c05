"""Every command that changes something says how to take it back, and that takes it back."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.contract.ways import BEFORE, SUCCEEDS

# What a change is read from before and after it, by the words of the command that made it.
SEEN_BY = {
    "plan done": ("plan", "show"),
    "plan drop": ("plan", "show"),
    "plan add": ("plan", "show"),
    "plan draft": ("plan", "show"),
    "plan agree": ("plan", "show"),
    "plan edit": ("plan", "show"),
    "log training": ("record",),
    "log evidence": ("record",),
    "log supervision": ("record",),
    "log done": ("due",),
    "log remove": ("record",),
    "people edit": ("people", "list", "--json"),
    "people join": ("people", "list", "--json"),
}
# Where what a command is given elsewhere would take too long a command to take back.
INSTEAD = {"plan edit": ("1", "--why", "Because they ask")}
BACK = re.compile(r"(?:take it (?:back|off)|Bring it back): ipsskills ([^\n]+)")
ROW = re.compile(r"ipsskills ((?:[^\n\"]|\"[^\"]*\")+?) +take that back")


def find_way_back(told: str) -> list[str]:
    """Return what is to be typed to take back what was just done."""
    found = BACK.search(told) or ROW.search(" ".join(told.split()))
    assert found, told
    return shlex.split(found[1])


@pytest.mark.parametrize("name", SEEN_BY)
def test_what_was_done_is_taken_back_by_what_is_printed(
    name: str, files: Path, run: Callable[..., Ran]
) -> None:
    if name in BEFORE:
        run(*BEFORE[name])
    before = run(*SEEN_BY[name]).out
    done = run(*name.split(), *INSTEAD.get(name, SUCCEEDS[name]))
    assert done.code == 0, done.err
    changed = run(*SEEN_BY[name]).out
    assert changed != before
    back = find_way_back(done.out)
    assert run(*back, *(["--yes"] if back == ["undo"] else [])).code == 0
    after = run(*SEEN_BY[name]).out
    if name in ("plan add", "plan draft"):
        assert "DROPPED" in after  # it is kept that it was there
    else:
        assert after == before
