"""Released versions: what changed between two, and that no id goes away."""

from dataclasses import replace
from pathlib import Path

import pytest

from ipsskills.errors import NotFound
from ipsskills.framework.content.releases import (
    Released,
    describe_framework,
    find_permanence_faults,
    list_changes,
    list_releases,
    read_release,
)
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.content.framework import compose_changes
from ipsskills.pages.writers.text import to_text

BEFORE = Released(version="1", statements={"3.10/a": "one", "3.2/b": "two", "3.2/c": "three"})
AFTER = Released(
    version="2",
    statements={"3.10/a": "one", "3.2/b": "two, mended", "3.2/c": "three", "3.2/d": "new"},
    retired=("3.2/c",),
    replaced={"3.2/c": "3.2/d"},
)


def test_what_was_added_reworded_and_retired_is_told() -> None:
    found = list_changes(BEFORE, AFTER)
    assert found.added == ("3.2/d",)
    assert found.reworded == (("3.2/b", "two", "two, mended"),)
    assert found.retired == ("3.2/c",)
    assert found.texts == {"3.2/d": "new"}
    assert found.replaced == {"3.2/c": "3.2/d"}


def test_what_changed_is_shown_in_words() -> None:
    gone = replace(AFTER, retired=("3.10/a", "3.2/c"))
    page = " ".join(to_text(compose_changes(list_changes(BEFORE, gone))).split())
    assert page == (
        "From 1 to 2 ADDED 3.2/d new "
        "RETIRED 3.2/c now 3.2/d 3.10/a no longer asked "
        "REWORDED 3.2/b was two is two, mended"
    )


def test_nothing_changed_between_a_version_and_itself() -> None:
    found = list_changes(AFTER, AFTER)
    assert (found.added, found.reworded, found.retired) == ((), (), ())


def test_what_was_retired_since_the_first_version_has_something_in_its_place(
    framework: Framework,
) -> None:
    found = list_changes(read_release("2026.1"), describe_framework(framework))
    instead = [framework.statements[old][1].replaced_by for old in found.retired]
    assert len(found.retired) == 10
    assert set(instead) <= set(found.added)


def test_the_newest_release_is_what_ships(framework: Framework) -> None:
    """A statement added later belongs to a new version, or its release is not made yet."""
    assert list_releases() == ["2026.1", "2026.2"]
    found = list_changes(read_release("2026.2"), describe_framework(framework))
    assert (found.added, found.retired) == ((), ())


def test_no_released_id_is_gone(framework: Framework) -> None:
    assert list(find_permanence_faults(framework)) == []


def test_an_id_that_goes_away_is_found(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    gone = unit.statements[0].id
    units = tuple(
        replace(u, statements=u.statements[1:]) if u.id == "3.8" else u for u in framework.units
    )
    assert [f.place for f in find_permanence_faults(replace(framework, units=units))] == [gone]


def test_a_retired_id_stays_and_is_no_fault(framework: Framework) -> None:
    unit = framework.by_id["3.8"]
    old = replace(unit.statements[0], retired=True)
    units = tuple(
        replace(u, statements=(old, *u.statements[1:])) if u.id == "3.8" else u
        for u in framework.units
    )
    assert list(find_permanence_faults(replace(framework, units=units))) == []


def test_a_file_counts_as_a_version(shipped_copy: Path, framework: Framework) -> None:
    assert read_release(str(shipped_copy / "competences.yaml")) == describe_framework(framework)


def test_an_unknown_version_is_not_found() -> None:
    with pytest.raises(NotFound, match="There is no version"):
        read_release("1999.1")
