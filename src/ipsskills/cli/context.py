"""Opens what a command needs: the framework, the record, the clock, who is me."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli import paths, settings
from ipsskills.errors import NotFound

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.desk import Desk


def now() -> datetime:
    """Return the time in UTC. The one clock of the program."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Place:
    """Which record a command works on: the usual one, another file, or the invented service."""

    db: Path | None = None
    demo: bool = False

    @property
    def record(self) -> Path:
        """The file of the record."""
        if self.demo:
            return paths.demo_file()
        if self.db:
            return self.db
        chosen = settings.load().get("database")
        return Path(chosen) if chosen else paths.record_file()


def framework() -> "Framework":
    """Return the framework in use. Raises DataFileError."""
    from ipsskills.framework.load import load

    return load(framework_folder(), paths.cache_folder())


def framework_folder() -> Path | None:
    """Return the service's own folder of framework files, if one is set."""
    chosen = settings.load().get("framework")
    return Path(chosen) if chosen else None


@contextmanager
def desk(place: Place, *, write: bool = False) -> Iterator["Desk"]:
    """Open the record and give a desk to work at. Raises DataFileError, StoreError, NotFound."""
    from ipsskills.record.store import open_store
    from ipsskills.usecases.desk import Desk

    if place.demo and not place.record.exists():
        raise NotFound("There is no invented service yet.", "Make it: ipsskills demo")
    with open_store(place.record, now(), write=write) as store:
        me = settings.load().me.get(store.id) or store.named("me")
        yield Desk(framework(), store, now, me)


def remember_me(desk: "Desk", person: str) -> "Desk":
    """Keep who is me in this record, for this user of the machine; return the desk as theirs."""
    known = settings.load()
    settings.save(replace(known, me={**known.me, desk.store.id: person}))
    return replace(desk, me=person)
