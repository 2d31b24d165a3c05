"""Spoilt records are told as damage and changed by no look; many more: python -m tests.damage."""

from pathlib import Path

import pytest

from tests.damage.sample import make_sample
from tests.damage.trial import try_spoilt

DRAWN = [
    *(("bytes", number) for number in range(1, 6)),
    *(("values", number) for number in range(1, 6)),
    *(("foreign", number) for number in range(1, 5)),
]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sound record in which people have lived for a year."""
    return make_sample(tmp_path_factory.mktemp("sample"))


@pytest.mark.parametrize(("kind", "number"), DRAWN)
def test_a_spoilt_record_is_told_and_nothing_is_our_mistake(
    kind: str, number: int, sample: Path, home: Path, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    trial = try_spoilt(kind, number, sample, place)
    assert not trial.faults, f"{trial.way}\n{trial.ran}"
    assert len(trial.ran) == 13
