"""Getting ready to write in one thread while another writes: they never load a library at once."""

import threading
from pathlib import Path

import pytest

from ipsskills.record.sql.inserts import Inserts
from ipsskills.record.store import open_store
from tests.record.common import NOON


def test_a_change_waits_until_getting_ready_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, preparing, go_on = list[str](), threading.Event(), threading.Event()

    def prepare(_: Inserts) -> None:
        preparing.set()
        assert go_on.wait(60)
        order.append("ready")

    monkeypatch.setattr(Inserts, "prepare", prepare)
    with open_store(tmp_path / "record.db", NOON, write=True) as store:
        first = threading.Thread(target=store.prepare_writing)
        first.start()
        assert preparing.wait(60)
        threading.Timer(0.2, go_on.set).start()
        with store.writing():
            order.append("writing")
        first.join()
    assert order == ["ready", "writing"]


def test_once_a_change_has_begun_nothing_is_got_ready_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[Inserts] = []
    monkeypatch.setattr(Inserts, "prepare", prepared.append)
    with open_store(tmp_path / "record.db", NOON, write=True) as store:
        with store.writing():
            other = threading.Thread(target=store.prepare_writing)
            other.start()
            other.join()
        assert prepared == []
