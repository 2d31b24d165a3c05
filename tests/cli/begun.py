"""A home in which Ada Example has just begun, to be copied: to begin takes longer than a copy."""

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from ipsskills.cli.app import run as program
from tests.service import at_home

NOW = "ipsskills.cli.setup.context.now"


def begin_home(place: Path, warm_cache: Path, now: Callable[[], datetime] | None = None) -> Path:
    """Make a home at a place by `ipsskills init`, now or at another time; return it."""
    with (
        at_home(place, warm_cache),
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(StringIO()),
        redirect_stderr(StringIO()) as talk,
    ):
        if now:
            patch.setattr(NOW, now)
        assert program(["init", "--name", "Ada Example"]) == 0, talk.getvalue()
    return place
