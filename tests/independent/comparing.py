"""Plays histories in the program and names every difference from what the rules say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ipsskills.framework.types import Framework
from tests.independent.asked import ask_at
from tests.independent.by_the_rules import tell_pages
from tests.independent.commanding import Typist, as_typed
from tests.independent.happenings import Happening, History
from tests.independent.shipped import make_book
from tests.independent.taking import make_world
from tests.independent.through_program import ask_pages, list_commands, read_pages
from tests.independent.writing import SetClock, Writer
from tests.memory import open_empty


@dataclass(frozen=True)
class Difference:
    """One thing that the program says otherwise than the rules."""

    seed: int
    moment: datetime
    page: str
    what: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        return (
            f"history {self.seed}, {self.moment:%d %b %Y %H:%M}, {self.page}, {self.what}\n"
            f"  expected {self.expected}\n  got      {self.got}"
        )


def play_in_process(history: History, framework: Framework) -> Iterator[Difference]:
    """Write a history by use cases into a record in memory; compare at each of its moments."""
    clock = SetClock(history.happenings[0].at)
    with open_empty(clock()) as store:
        writer = Writer(framework, store, clock)
        book = make_book(framework)
        for before, moment in cut_at_moments(history):
            for each in before:
                writer.write(each)
            clock.at = moment
            world = make_world(book, history.happenings, moment)
            asked = ask_at(world, history.about)
            told = ask_pages(writer.desk_of(history.about), history.about, asked)
            expected = tell_pages(world, history.about, asked)
            yield from compare_pages(history.seed, moment, expected, told)


def play_by_commands(history: History, framework: Framework, folder: Path) -> Iterator[Difference]:
    """Type a history as commands into a record in a folder; compare what commands print as JSON."""
    book = make_book(framework)
    typed = as_typed(history, book)
    slugs = {unit.id: unit.slug for unit in framework.units}
    typist = Typist(folder, slugs, SetClock(typed.happenings[0].at))
    for before, moment in cut_at_moments(typed):
        for each in before:
            typist.write(each)
        typist.clock.at = moment
        world = make_world(book, typed.happenings, moment)
        asked = ask_at(world, typed.about)
        commands = list_commands(typed.about, asked)
        pages = {n: typist.ask(typed.about, *c, fails=True) for n, c in commands.items()}
        expected = tell_pages(world, typed.about, asked)
        yield from compare_pages(typed.seed, moment, expected, read_pages(pages))


def cut_at_moments(history: History) -> Iterator[tuple[list[Happening], datetime]]:
    """Yield each moment at which pages are looked at, with what happened since the one before."""
    done = 0
    for moment in history.moments:
        now = sum(each.at <= moment for each in history.happenings)
        yield list(history.happenings[done:now]), moment
        done = now


def compare_pages(
    seed: int, moment: datetime, expected: Mapping[str, Any], told: Mapping[str, Any]
) -> Iterator[Difference]:
    """Yield what is told otherwise than expected, by page and by what stands on it."""
    for page in expected:
        if not expected[page] or not told[page]:
            if expected[page] != told[page]:
                yield Difference(seed, moment, page, "as a whole", expected[page], told[page])
            continue
        one, other = expected[page], told[page]
        for what in sorted(one.keys() | other.keys()):
            if one.get(what) != other.get(what):
                yield Difference(seed, moment, page, what, one.get(what), other.get(what))


def describe_history(history: History, moment: datetime, unit: str | None = None) -> str:
    """Return what happened until a moment, a line each; of answers those to a unit only."""
    return "\n".join(_lines(history, moment, unit))


def _lines(history: History, moment: datetime, unit: str | None) -> Iterator[str]:
    for each in history.happenings:
        if each.at <= moment:
            told = {k: _cut(v, unit) for k, v in vars(each).items() if k not in ("at", "by")}
            words = ", ".join(f"{k}={v}" for k, v in told.items() if v not in (None, (), {}))
            yield f"  {each.at:%d %b %Y %H:%M} {each.by}: {type(each).__name__} {words}"


def _cut(value: Any, unit: str | None) -> Any:
    if unit is None or not isinstance(value, dict | tuple):
        return value
    kept = [item for item in value if str(item).split("/")[0] == unit]
    if isinstance(value, tuple):
        return tuple(kept)
    return {item: "".join(_short(value[item])) for item in kept}


def _short(answer: Any) -> Iterator[str]:
    yield answer.code or "-"
    yield answer.basis or ""
    yield "!" if answer.bring else ""
    yield "*" if answer.show else ""
