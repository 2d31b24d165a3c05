"""Opens what a command needs: the framework, the record, the clock, who is me."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.setup import paths, settings
from ipsskills.errors import DataFileError, NotFound, StoreError, UsageError
from ipsskills.files import follow_link
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from ipsskills.framework.background import Fidelity, Glossary
    from ipsskills.framework.blanks import Blanks
    from ipsskills.framework.finding.shapes import Index
    from ipsskills.framework.systems.layout import Systems
    from ipsskills.framework.systems.links import Links
    from ipsskills.framework.types import Framework
    from ipsskills.method.law.ageing import Standpoint
    from ipsskills.record.news import News
    from ipsskills.record.work import Work
    from ipsskills.usecases.desk import Desk, WhoIsMe
    from ipsskills.usecases.explain import Shelf


_OPENED: list[Path] = []


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
        """The file of the record: where a link leads, so that it and its copies have one place.

        Raises UsageError if both were asked for.
        """
        return follow_link(self._named)

    @property
    def usual(self) -> Path | None:
        """Where this user's record is unless another is chosen; none beside the invented one."""
        return None if self.demo else paths.record_file()

    @property
    def _named(self) -> Path:
        if self.demo and self.db:
            raise UsageError("--demo and --db name two records: choose one of the two.")
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


def fidelity() -> "Fidelity":
    """Return the principles and the items of the fidelity scale in use. Raises DataFileError."""
    from ipsskills.framework.background import load_fidelity

    return load_fidelity(framework_folder(), paths.cache_folder())


def glossary() -> "Glossary":
    """Return the glossary in use. Raises DataFileError."""
    from ipsskills.framework.background import load_glossary

    return load_glossary(framework_folder(), paths.cache_folder())


def standpoint(*, all_nations: bool = False) -> "Standpoint":
    """Return what notes on law are read by: today, and the nations that are set.

    Raises InvalidInput if the variable of that setting names none.
    """
    from ipsskills.method.law.ageing import Standpoint
    from ipsskills.nations import read_nations

    chosen = "" if all_nations else settings.load().get("nation")
    return Standpoint(now().astimezone().date(), read_nations(chosen))


def systems() -> "Systems":
    """Return the map, domains, sections and ways of teaching in use.

    Raises DataFileError, also where they do not fit the framework in use.
    """
    from ipsskills.framework.systems.checks import match_systems
    from ipsskills.framework.systems.layout import load_systems

    found = load_systems(framework_folder(), paths.cache_folder())
    match_systems(framework(), found)
    return found


def blanks() -> "Blanks":
    """Return the blank pages in use. Raises DataFileError."""
    from ipsskills.framework.blanks import load_blanks

    return load_blanks(framework_folder(), paths.cache_folder())


def links() -> "Links":
    """Return what units' pages name of pages of facts and crosswalks. Raises DataFileError."""
    from ipsskills.framework.systems.links import load_links

    return load_links(framework_folder(), paths.cache_folder())


def shelf() -> "Shelf":
    """Return all of the content that can be explained. Raises DataFileError."""
    from ipsskills.framework.systems.crosswalks import load_crosswalks
    from ipsskills.framework.systems.explained import load_explained
    from ipsskills.framework.systems.layout import load_systems
    from ipsskills.usecases.explain import Shelf

    folder, cache = framework_folder(), paths.cache_folder()
    return Shelf(
        fidelity=fidelity(),
        glossary=glossary(),
        explained=load_explained(folder, cache),
        crosswalks=load_crosswalks(folder, cache),
        systems=load_systems(folder, cache),
    )


def index() -> "Index":
    """Return what a search goes by. Raises DataFileError."""
    from ipsskills.usecases.finding import Library, load_index

    def fill() -> Library:
        return Library(framework=framework(), shelf=shelf(), blanks=blanks())

    return load_index(fill, framework_folder(), paths.cache_folder())


def framework_folder() -> Path | None:
    """Return the service's own folder of framework files, if one is set.

    Raises DataFileError if it is not there: our own files would ask other questions.
    """
    chosen = settings.load().get("framework")
    folder = Path(chosen) if chosen else None
    if folder and not folder.is_dir():
        raise DataFileError(
            f"The folder of framework files, {folder}, is not there.",
            "Put it back, or use ours: ipsskills settings framework --unset",
        )
    return folder


@contextmanager
def desk(
    place: Place,
    *,
    write: bool = False,
    begin: bool = True,
    whole: "Framework | None" = None,
) -> Iterator["Desk"]:
    """Open the record and give a desk to work at. Raises DataFileError, StoreError, NotFound.

    A command that needs somebody in the record does not ``begin`` one: where there is none, it is
    refused by an empty one that is never kept. ``whole`` is the framework in use, where it
    was read already.
    """
    from ipsskills.cli.output.show import say_renamed
    from ipsskills.record.store import open_store
    from ipsskills.usecases.desk import Desk

    path = place.record
    if place.demo and not path.exists():
        raise NotFound("There is no invented service yet.", "Make it: ipsskills demo")
    _OPENED.append(path)
    begins = write and (begin or os.path.exists(path))  # noqa: PTH110 - the store tells why not
    second = second_place() if begins and not place.demo else None
    with open_store(path, now(), write=begins, tell=_tell, second=second) as store:
        if write and not place.demo:
            from ipsskills.cli.setup.clock import ask_about_date

            ask_about_date(store, now())
        yield Desk(
            whole or framework(),
            store,
            now,
            find_me=_find_me(place),
            renamed=say_renamed,
            usual=place.usual,
        )


def second_place() -> Path | None:
    """Return the second folder for the day's copy, if one is set."""
    chosen = settings.load().get("backup-to")
    return Path(chosen) if chosen else None


def last_opened() -> Path | None:
    """Return the record that was opened last in this process, if one was."""
    return _OPENED[-1] if _OPENED else None


def _tell(news: "News") -> None:
    from ipsskills.cli.output.news import say_news  # few commands make a copy

    say_news(news)


def _find_me(place: Place) -> "WhoIsMe":
    """Return what looks up in an open transaction who is me.

    It raises StoreError for the invented service where this user's own record belongs.
    """
    known = settings.load().me

    def find_me(work: "Work") -> str | None:
        if work.named("demo") == "yes" and not place.demo and not place.db:
            raise StoreError(
                f"{place.record} holds the invented service, and this is where your own record "
                "belongs.",
                "Look around with --demo, or go back to a copy: ipsskills data where",
            )
        me = known.get(work.named("id") or "") or work.named("me")
        return work.survivor(me) if me else None

    return find_me


def rehearse(place: Place, act: Callable[["Desk"], object]) -> None:
    """Where there is no record yet, do something in one that is not kept.

    What is refused there is refused before a record has been made.
    """
    if not place.record.exists():
        with desk(place) as empty:
            act(empty)


def remember_me(desk: "Desk", record: str, person: str, *, starting: bool = False) -> "Desk":
    """Keep who is me in a record (its id), for this user of the machine; return the desk as theirs.

    ``person`` is their id, ``starting`` whether they are in their first weeks.
    """
    known = settings.load()
    begun = {**known.starting, person: desk.today.isoformat()} if starting else known.starting
    settings.save(replace(known, me={**known.me, record: person}, starting=begun))
    return desk.as_person(person)
