"""Types a history as commands, each by whoever did it, with a clock that is passed in."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ipsskills.cli.app import run
from ipsskills.cli.setup import context
from tests.independent.agenda import make_agenda
from tests.independent.happenings import (
    Agreed,
    Answer,
    Begun,
    Contested,
    Corrected,
    Dropped,
    Finished,
    GoalAdded,
    GoalFinished,
    Happening,
    Held,
    History,
    Joined,
    Marked,
    Prepared,
    Supervised,
    TakenBack,
    VisitCorrected,
    Visited,
)
from tests.independent.safety import low_statements
from tests.independent.taking import make_world
from tests.independent.world import Book
from tests.independent.writing import REASON, SetClock


def as_typed(history: History, book: Book) -> History:
    """Return the history as commands can tell it.

    An assessment is begun as its answers are given; what was talked about comes from the agenda.
    """
    finished = {each.key: each.at for each in history.happenings if isinstance(each, Finished)}
    told = [
        each for each in history.happenings if not isinstance(each, Dropped | Corrected | Contested)
    ]
    whole = [each for each in told if not isinstance(each, Begun) or each.key in finished]
    typed: list[Happening] = []
    for each in sorted(whole, key=lambda each: finished.get(_begun(each), each.at)):
        typed.append(_as_typed(each, typed, finished, book))
    return replace(history, happenings=tuple(typed))


def _as_typed(
    each: Happening, before: list[Happening], finished: Mapping[str, datetime], book: Book
) -> Happening:
    if isinstance(each, Begun):
        return replace(each, at=finished[each.key])
    if isinstance(each, Held) and each.topics is None:
        return replace(each, topics=())
    if isinstance(each, Held) and each.topics:
        world = make_world(book, before, each.at)
        looked = world.finished_looks(each.about, "self")
        low = [book.unit_of(item) for item, *_ in low_statements(world, each.about) if looked]
        talk = make_agenda(world, each.about).talk
        return replace(each, topics=tuple(dict.fromkeys((*talk, *sorted(book.safety), *low))))
    return each


def _begun(each: Happening) -> str:
    return each.key if isinstance(each, Begun) else ""


@dataclass
class Typist:
    """Everybody at their own home, and one record that they share; ``slugs`` are by unit."""

    folder: Path
    slugs: Mapping[str, str]
    clock: SetClock
    begun: dict[str, Begun] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)

    def write(self, each: Happening) -> None:
        """Let one thing happen."""
        self.clock.at = each.at
        TYPES[type(each)](self, each)

    def ask(self, by: str, *words: str, fails: bool = False) -> Any:
        """Run a command as somebody and return the data of its JSON; None where that fails."""
        out, err = StringIO(), StringIO()
        with self._at_home(by), redirect_stdout(out), redirect_stderr(err):
            code = run([*words, "--json", "--yes"])  # more than a year may lie between
        told = json.loads(out.getvalue())
        if code and not fails:
            raise AssertionError(f"{by}: {' '.join(words)}: {told['error']}")
        return None if code else told["data"]

    @contextmanager
    def _at_home(self, by: str) -> Iterator[None]:
        home = self.folder / by.split(maxsplit=1)[0]
        home.mkdir(exist_ok=True)
        settings = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("IPSSKILLS_", "XDG_CONFIG", "XDG_DATA", "XDG_STATE"))
        }
        settings |= {"HOME": str(home), "IPSSKILLS_DB": str(self.folder / "shared.db")}
        settings.setdefault("XDG_CACHE_HOME", str(self.folder / "cache"))
        with patch.dict(os.environ, settings, clear=True), patch.object(context, "now", self.clock):
            yield

    def join(self, each: Joined) -> None:
        """Enter a person, who then says who they are at their own home."""
        role = "team leader" if each.leads else "employment specialist"
        if each.by != each.name:
            self.ask(each.by, "people", "add", each.name, "--role", role)
        self.ask(each.name, "init", "--name", each.name, "--role", role)

    def supervise(self, each: Supervised) -> None:
        """Say who supervises somebody, and since when."""
        since = each.since.isoformat()
        words = ("--supervisor", each.supervisor, "--since-supervised", since)
        self.ask(each.by, "people", "edit", each.about, *words)

    def visit(self, each: Visited) -> None:
        """Log field mentoring, with a rating where one was given."""
        words = ["--setting", each.setting, "--way", each.way, "--on", each.on.isoformat()]
        words += _each("--unit", each.units)
        words += ["--rate", each.rate] if each.rate else []
        self._log(each.by, each.key, "observation", each.about, *words)

    def correct_visit(self, each: VisitCorrected) -> None:
        """Put the day and the setting of a visit right."""
        words = ("--on", each.on.isoformat(), "--setting", each.setting)
        self.ask(each.by, "log", "observation", "--correct", self.entries[each.key], *words)

    def take_back(self, each: TakenBack) -> None:
        """Take an entry back."""
        self.ask(each.by, "log", "remove", self.entries[each.key])

    def hold(self, each: Held) -> None:
        """Log a supervision; what was talked about is taken from the agenda."""
        words = ["--on", each.on.isoformat(), *_each("--unit", each.units)]
        words += ["--kind", each.way] if each.way else []
        words += ["--minutes", "50"] if each.held else ["--cancelled", "ill"]
        words += ["--agenda"] if each.topics else []
        self._log(each.by, each.key, "supervision", each.about, *words)

    def begin(self, each: Begun) -> None:
        """Keep in mind what is asked, until the answers are given."""
        self.begun[each.key] = each

    def finish(self, each: Finished) -> None:
        """Take the answers of a file."""
        begun = self.begun[each.key]
        file = self.folder / "answers.json"
        rows = [self._row(item, answer) for item, answer in each.answers.items()]
        file.write_text(json.dumps({"answers": rows}), encoding="utf-8")
        words = [*_each("--unit", dict.fromkeys(i.split("/")[0] for i in begun.scope))]
        words += ["--full"] if "/" in begun.scope[0] else []
        words += ["--period", str(begun.period)] if begun.period else []
        words += {"self": [], "first look": ["--first-look"], "supervisor": []}[begun.kind]
        if begun.kind == "supervisor":
            words += ["--as", "supervisor"]
        self.ask(each.by, "assess", begun.about, *words, "--from", str(file))

    def mark(self, each: Marked) -> None:
        """Mark a unit without a new answer, or take the mark off."""
        words = ["--mark" if each.bring else "--unmark", each.unit]
        words += ["--as", "supervisor"] if each.by != each.about else []
        self.ask(each.by, "assess", each.about, *words)

    def agree(self, each: Agreed) -> None:
        """Keep what two people agreed on."""
        words = (each.about, each.unit, each.code, "--because", "We saw it.")
        self.ask(each.by, "agree", *words)

    def prepare(self, each: Prepared) -> None:
        """Prepare for supervision."""
        self.ask(each.by, "prepare", "--well", each.well)

    def add_goal(self, each: GoalAdded) -> None:
        """Put a goal on the plan."""
        plan = self.ask(each.by, "plan", "add", each.title, "--do", "A step")
        self.goals[each.key] = str(max(goal["number"] for goal in plan["goals"]))

    def finish_goal(self, each: GoalFinished) -> None:
        """Finish a goal."""
        self.ask(each.by, "plan", "done", self.goals[each.key], "--changed", "Done.")

    def _log(self, by: str, key: str, *words: str) -> None:
        logged = self.ask(by, "log", *words)
        found = logged[0] if isinstance(logged, list) else logged
        self.entries[key] = found["entry"]["handle"]

    def _row(self, item: str, answer: Answer) -> dict[str, Any]:
        row: dict[str, Any] = {"slug": self.slugs.get(item, item)}
        row |= {"answer": answer.code, "basis": answer.basis}
        row |= {"bring": answer.bring, "show": answer.show}
        return row | ({"reason": REASON} if answer.code == "x" else {})


def _each(option: str, values: Sequence[str] | Mapping[str, None]) -> list[str]:
    return [word for value in values for word in (option, value)]


TYPES: Mapping[type[Happening], Callable[[Typist, Any], None]] = {
    Joined: Typist.join,
    Supervised: Typist.supervise,
    Visited: Typist.visit,
    VisitCorrected: Typist.correct_visit,
    TakenBack: Typist.take_back,
    Held: Typist.hold,
    Begun: Typist.begin,
    Finished: Typist.finish,
    Marked: Typist.mark,
    Agreed: Typist.agree,
    Prepared: Typist.prepare,
    GoalAdded: Typist.add_goal,
    GoalFinished: Typist.finish_goal,
}
