"""Spoilt forms: a short run of what ``mutated.py`` does at length."""

from pathlib import Path

from ipsskills.usecases.desk import Desk
from tests.formats.forms.mutated import try_forms


def test_a_spoilt_form_is_read_whole_or_refused_plainly(desk: Desk, tmp_path: Path) -> None:
    told, _ = try_forms(desk, tmp_path, 24)
    assert told["refused"] > 6
    assert told.total() == 24
