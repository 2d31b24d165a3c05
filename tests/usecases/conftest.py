"""Most rules do not care where the record is: here it is kept in memory, which is quicker."""

from collections.abc import Iterator

import pytest

from ipsskills.formats.exchange import bundle
from ipsskills.framework.types import Framework
from ipsskills.record.store import Store
from ipsskills.usecases.desk import Desk
from tests.conftest import Clock, begin_desk, shipped
from tests.memory import open_empty
from tests.service import draw_once
from tests.usecases.lived import begin_once

__all__ = ["draw_once"]


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    """Open a fresh record in memory; test_session.py has one on the disk."""
    with open_empty(clock()) as opened:
        yield opened


@pytest.fixture
def desk(framework: Framework, store: Store, clock: Clock) -> Desk:
    """Return a desk at which Ada Example works, added to the record once for all in memory."""
    if store.path or framework is not shipped():
        return begin_desk(framework, store, clock)
    return begin_once(Desk(framework, store, clock))


@pytest.fixture(scope="module", autouse=True)
def pack_loosely() -> Iterator[None]:
    """Squeeze nothing that is packed into files: it takes long, and what is in them is the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "_LEVEL", 0)
        yield
