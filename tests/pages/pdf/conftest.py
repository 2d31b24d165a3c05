"""A computer that has no font but those that travel, whatever this one has."""

import pytest

from ipsskills.pages import system_fonts


@pytest.fixture(autouse=True)
def _no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_fonts, "font_folders", lambda: iter(()))
