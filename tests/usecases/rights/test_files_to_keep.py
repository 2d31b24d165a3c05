"""Nobody is told to remove a file of the record in which somebody is held."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ipsskills.codes import HoldReason
from ipsskills.pages.compose.restoring import compose_joined, compose_outlook
from ipsskills.pages.compose.rights.erasing import compose_before
from ipsskills.record.store import open_store
from ipsskills.usecases.data import look_ahead
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.joining import join_record
from ipsskills.usecases.rights.files_to_keep import list_to_keep_of, look_into
from ipsskills.usecases.rights.forgetting import look_at_erasing
from ipsskills.usecases.rights.holding import end_hold, hold
from tests.conftest import Clock
from tests.usecases.rights.erased import forget
from tests.usecases.rights.filled import NAME, filled, filled_once

__all__ = ["filled", "filled_once"]


@pytest.fixture
def other(filled: Desk, clock: Clock) -> Path:
    """Give another file of the record, in which Ada is held."""
    assert filled.record
    path = Path(shutil.copy(filled.record, filled.record.with_name("other.db")))
    with open_store(path, clock(), write=True) as store:
        hold(replace(filled, store=store), NAME, HoldReason.REQUEST)
    return path


def _end(other: Path, desk: Desk, clock: Clock) -> None:
    with open_store(other, clock(), write=True) as store:
        end_hold(replace(desk, store=store), NAME)


def test_a_file_in_which_somebody_is_held_is_kept_after_erasing_joining_and_restoring(
    filled: Desk, other: Path, clock: Clock
) -> None:
    assert filled.record
    said = f"Held: {NAME} since 26 Nov 2026 (request)"
    before = compose_before(look_at_erasing(filled, NAME))
    assert (said in before, f"{other}\n  Do not remove it" in before) == (True, True)
    assert "then remove them" not in before
    forget(filled, NAME)
    told = compose_joined(join_record(filled.record, other, clock()))
    assert (said in told, "Do not remove it" in told, ": remove it" in told) == (True, True, False)
    outlook = compose_outlook(look_ahead(filled.record, other, clock()))
    assert (said in outlook, ": remove it" in outlook) == (True, False)

    _end(other, filled, clock)
    assert ": remove it." in compose_joined(join_record(filled.record, other, clock()))
    assert ": remove it when" in compose_outlook(look_ahead(filled.record, other, clock()))


def test_a_hold_here_keeps_the_other_files_too_and_so_does_what_cannot_be_read(
    filled: Desk, other: Path, clock: Clock
) -> None:
    _end(other, filled, clock)
    told = compose_before(look_at_erasing(filled, NAME))
    assert f"then remove them:\n  {other}" in told
    hold(filled, "Lee", HoldReason.DISPUTE)
    told = compose_before(look_at_erasing(filled, NAME))
    assert "Held: Lee Invented since 26 Nov 2026 (dispute)" in told
    assert "remove them" not in told
    (kept,) = list_to_keep_of(filled.record or other, (other,), clock())
    assert [each.person.name for each in kept.holds] == ["Lee Invented"]
    other.write_bytes(other.read_bytes()[:20000])
    found = look_into(other, clock())
    assert found
    assert (found.unread, found.holds) == (True, ())
