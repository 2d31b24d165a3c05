"""The program says what the independent rules say, on a modest sample of random histories.

`python -m tests.independent` plays as many as you like, and shows what happened where they differ.
"""

from pathlib import Path

import pytest

from ipsskills.framework.types import Framework
from tests.independent.comparing import play_by_commands, play_in_process
from tests.independent.histories import draw_history
from tests.independent.shipped import make_book


@pytest.mark.parametrize("seed", range(14))
def test_through_use_cases(seed: int, framework: Framework) -> None:
    history = draw_history(seed, make_book(framework))
    assert [str(each) for each in play_in_process(history, framework)] == []


@pytest.mark.parametrize("seed", range(3))
def test_through_commands(
    seed: int,
    framework: Framework,
    tmp_path: Path,
    warm_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(warm_cache))
    history = draw_history(seed, make_book(framework), length=14)
    assert [str(each) for each in play_by_commands(history, framework, tmp_path)] == []
