"""Random histories of two people who send, correct, take back and fill in forms, in any order.

Whatever comes of the files is held against what stands in the two records they were made in: a
union does not mind the order, nor how often a file comes, nor how files are gathered before.
``python -m tests.usecases.sharing.histories --histories 300`` plays that many.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipsskills.codes import AssessmentKind, Code, EntryKind
from ipsskills.errors import IpsSkillsError
from ipsskills.formats.exchange.bundle import Bundle
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.framework.load import load
from ipsskills.framework.types import Framework
from ipsskills.record.columns import table_of
from ipsskills.record.custody.as_data import write_record
from ipsskills.record.store import open_store
from ipsskills.record.types import (
    KINDS,
    AloneFirst,
    Assessment,
    Entry,
    Goal,
    Note,
    Parcel,
    Person,
    Rating,
    State,
)
from ipsskills.usecases.assessments.assess import start, take_answers
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.sharing.forms import take_form
from ipsskills.usecases.sharing.taking_in import take_in
from ipsskills.usecases.sharing.undo import undo_parcel
from ipsskills.usecases.undoing.undo import read_last_change, undo_last_change
from tests.conftest import Clock
from tests.usecases.builders import given
from tests.usecases.sharing.homes import ADA, LEE, look_at, make_two, pack
from tests.words import wrote

UNITS = ("3.2", "3.8", "3.13")
LAST = 2
# What each record keeps for itself: these never travel, or are made where a file is taken in.
OWN = (Parcel, AloneFirst, Person)


@dataclass
class Two:
    """The two records of a history, its clock and chance, and the files that were made."""

    ada: Desk
    lee: Desk
    clock: Clock
    chance: random.Random
    files: list[Bundle]

    def code(self) -> str:
        return self.chance.choice("0123")


def make_base(framework: Framework, folder: Path) -> dict[str, str]:
    """Make the two records once, as they are before anything happens; return who is me in each."""
    ada, lee = make_two(framework, folder, Clock())
    ada.store.close()
    lee.store.close()
    return {"ada.db": str(ada.me), "lee.db": str(lee.me)}


@contextmanager
def open_copy(
    framework: Framework, folder: Path, base: Path, name: str, me: str, clock: Clock
) -> Iterator[Desk]:
    """Open a copy of a record of its own."""
    copy = shutil.copy(base / name, folder)
    with open_store(Path(copy), clock(), write=True) as store:
        yield Desk(framework, store, clock, me)


def look(two: Two) -> None:
    units = two.chance.sample(UNITS, two.chance.randint(1, 3))
    with two.ada.reading() as view:
        me = find_person(view, None, view.me)
    rows = [given(u, two.code(), note=f"note {u}", shared=two.chance.random() < 0.6) for u in units]
    take_answers(start(two.ada, me, tuple(units)), rows)


def correct(two: Two) -> None:
    with two.ada.writing() as view:
        mine = view.current(Assessment, kind=AssessmentKind.SELF, state=State.FINISHED)
        own = [each for each in mine if each.author == view.me]
        if not own:
            return
        done = two.chance.choice(own)
        rating = two.chance.choice(view.current(Rating, assessment=done.thing))
        view.add(view.next(rating, code=Code(two.code())))


def change_note(two: Two) -> None:
    with two.ada.writing() as view:
        notes = [each for each in view.current(Note) if each.author == view.me]
        if notes:
            note = two.chance.choice(notes)
            gone = two.chance.random() < 0.5
            text = wrote("") if gone else wrote("in other words")
            view.add(view.next(note, text=text, shared=not gone))


def plan(two: Two) -> None:
    add_own_goal(two.ada, None, OwnGoal(wrote("A goal"), steps=(wrote("A step"),)))


def change_goal(two: Two) -> None:
    desk = two.chance.choice((two.ada, two.lee))
    with desk.writing() as view:
        if goals := view.current(Goal):
            goal = two.chance.choice(goals)
            if not view.is_cut(goal):
                view.add(view.next(goal, title=wrote(f"A goal of {two.chance.randint(0, 99)}")))


def log(two: Two) -> None:
    entry = NewEntry(EntryKind.TRAINING, {"title": wrote("Money"), "items": ("3.8",)})
    add_entries(two.ada, None, [entry])


def take_back(two: Two) -> None:
    with two.ada.writing() as view:
        if entries := view.current(Entry, removed=False):
            view.add(view.next(two.chance.choice(entries), removed=True))


def undo_last(two: Two) -> None:
    undo_last_change(two.ada, read_last_change(two.ada).key)


def view_of_lee(two: Two) -> None:
    look_at(two.lee, {unit: f"{two.code()}O" for unit in two.chance.sample(UNITS, 2)})


def fill_in(two: Two) -> None:
    """Lee takes in a form that Ada filled in, or a later copy of one."""
    number, version = two.chance.randint(1, 2), two.chance.randint(1, 3)
    framework = two.lee.framework
    filled = FilledForm(
        form=f"form-{number}",
        look=f"look-{number}",
        version=version,
        kind=AssessmentKind.SELF,
        about_id=None,
        about_name=ADA,
        by_id=None,
        by_name=None,
        given_on=two.lee.today,
        period_months=3,
        scale=framework.scale.version,
        framework=framework.hash,
        framework_version=framework.version,
        scope=UNITS,
        answers=tuple(given(unit, str(version)) for unit in UNITS),
    )
    with two.lee.reading() as view:
        about = find_person(view, ADA, None)
    take_form(two.lee, filled, about)


def send_to_lee(two: Two) -> None:
    file = pack(two.ada, to=LEE)
    two.files.append(file)
    if two.chance.random() < 0.7:
        take_in(two.lee, [file])


def send_to_ada(two: Two) -> None:
    file = pack(two.lee, who=ADA)
    two.files.append(file)
    if two.chance.random() < 0.7:
        take_in(two.ada, [file], [LEE])


HAPPENINGS: tuple[Callable[[Two], None], ...] = (
    *(look, look, correct, correct, change_note, plan, change_goal, log, take_back, undo_last),
    *(view_of_lee, fill_in, send_to_lee, send_to_lee, send_to_ada),
)


def play(two: Two, steps: int) -> None:
    """Let things happen; what is refused, as it may be, changes nothing."""
    look(two)
    send_to_lee(two)
    for _ in range(steps):
        two.clock.forward(hours=two.chance.randint(1, 30))
        try:
            two.chance.choice(HAPPENINGS)(two)
        except IpsSkillsError:
            continue
    send_to_lee(two)


def list_rows(desk: Desk) -> dict[str, Any]:
    """All that travels, as data by id."""
    with desk.store.reading() as work:
        every = [each for kind in KINDS if kind not in OWN for each in work.every(kind, {})]
    return {each.id: (table_of(type(each)), write_record(each)) for each in every}


def list_current(desk: Desk) -> dict[str, set[str]]:
    """The version of each thing that counts, by kind."""
    with desk.store.reading() as work:
        return {
            table_of(kind): {each.id for each in work.current(kind)}
            for kind in KINDS
            if kind not in OWN
        }


def gather(desk: Desk, files: Iterable[Bundle], chance: random.Random) -> None:
    """Take files in, some of them twice; now and then the last is taken back and comes again."""
    for file in files:
        for _ in range(chance.choice((1, 1, 2))):
            (taken,) = take_in(desk, [file], [LEE])
            if taken.number and chance.random() < 0.2:
                undo_parcel(desk)
                take_in(desk, [file], [LEE])


def find_differences(
    framework: Framework, folder: Path, base: Path, people: dict[str, str], seed: int, steps: int
) -> list[str]:
    """Play a history and return what of its files depends on the order; nothing is as it should."""
    chance, clock = random.Random(seed), Clock()
    with (
        open_copy(framework, folder, base, "ada.db", people["ada.db"], clock) as ada,
        open_copy(framework, folder, base, "lee.db", people["lee.db"], clock) as lee,
    ):
        two = Two(ada, lee, clock, chance, [])
        play(two, steps)
        made = list_rows(ada) | list_rows(lee)
        clash = [k for k in list_rows(ada).keys() & list_rows(lee).keys()
                 if list_rows(ada)[k] != list_rows(lee)[k]]  # fmt: skip
    found = [f"{each} differs in the two records" for each in clash]
    came: list[tuple[Any, Any]] = []
    for round_ in range(LAST + 1):
        order = list(two.files)
        chance.shuffle(order)
        place = folder / str(round_)
        place.mkdir()
        with open_copy(framework, place, base, "lee.db", people["lee.db"], clock) as other:
            if round_ < LAST:
                gather(other, order, chance)
            else:
                gather(other, order[::2], chance)
                half = place / "half"
                half.mkdir()
                with open_copy(framework, half, base, "lee.db", people["lee.db"], clock) as there:
                    gather(there, order[1::2], chance)
                    join(other, there)
            came.append((list_rows(other), list_current(other)))
    sent = {row["id"] for file in two.files for kind, rows in file.records.items()
            if kind not in {table_of(each) for each in OWN} for row in rows}  # fmt: skip
    found += list(_judge(came, made, sent))
    return found


def join(desk: Desk, other: Desk) -> None:
    """Take all at once what was gathered in another record: what travels, and whom it names."""
    with other.store.reading() as work:
        every = [each for each in work.everything() if not isinstance(each, (Parcel, AloneFirst))]
    with desk.store.writing() as work:
        here = {each.id for each in work.every(Person, {})}
        work.merge(
            each
            for each in every
            if not isinstance(each, Person) or (each.id not in here and each.key)
        )


def _judge(came: Sequence[tuple[Any, Any]], made: dict[str, Any], sent: set[str]) -> Iterator[str]:
    for rows, current in came:
        if rows.keys() != sent:
            yield f"{len(rows.keys() ^ sent)} versions are missing or too many"
        if wrong := [each for each in rows if rows[each] != made.get(each, rows[each])]:
            yield f"{len(wrong)} versions are not as they were made"
        if current != came[0][1]:
            yield "another version counts in another order"


def main() -> int:
    """Play as many histories as are asked for, and print what differs; 1 if anything does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--histories", type=int, default=300)
    parser.add_argument("--steps", type=int, default=18)
    parser.add_argument("--first", type=int, default=0)
    asked, framework, wrong = parser.parse_args(), load(), 0
    with TemporaryDirectory() as name:
        base = Path(name) / "base"
        base.mkdir()
        people = make_base(framework, base)
        for seed in range(asked.first, asked.first + asked.histories):
            with TemporaryDirectory() as folder:
                found = find_differences(framework, Path(folder), base, people, seed, asked.steps)
            wrong += bool(found)
            for each in found:
                sys.stdout.write(f"history {seed}: {each}\n")
    sys.stdout.write(f"{asked.histories} histories, {wrong} that depend on the order\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
