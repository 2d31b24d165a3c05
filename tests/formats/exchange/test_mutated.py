"""Spoilt files: a short run of what ``mutated.py`` does at length."""

from pathlib import Path

from ipsskills.framework.types import Framework
from tests.conftest import Clock
from tests.formats.exchange.mutated import try_files
from tests.usecases.builders import assess
from tests.usecases.sharing.homes import make_two


def test_a_spoilt_file_is_taken_whole_or_refused_plainly(
    framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = make_two(framework, tmp_path, clock)
    assess(ada, {"3.8": "1"})
    told, _ = try_files(ada, lee, 15)
    assert told["refused"] > 7
    assert told.total() == 15
    ada.store.close()
    lee.store.close()
