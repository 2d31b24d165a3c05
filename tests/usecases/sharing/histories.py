"""Random histories of people who send, correct, take back and fill in forms, in any order.

Ada and her supervisor Lee send each other files; Lee hands over to Kim, and now and then erases
Ada, who comes back. Whatever comes of the files is held against what stands in the records they
were made in: a union does not mind the order, nor how often a file comes, nor how files are
gathered before.
``python -m tests.usecases.sharing.histories --histories 300`` plays that many.
"""

import argparse
import json
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipsskills.codes import AssessmentKind, Code, EntryKind, Role
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.facts.exchange.parcels import ParcelTaken
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
    Forgotten,
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
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.sharing.taking_in import look_in, take_in
from ipsskills.usecases.sharing.undo import undo_parcel
from ipsskills.usecases.undoing.undo import read_last_change, undo_last_change
from tests.conftest import Clock
from tests.usecases.builders import given
from tests.usecases.rights.erased import forget
from tests.usecases.sharing.homes import ADA, LEE, look_at, make_home, make_two, pack
from tests.words import wrote

UNITS = ("3.2", "3.8", "3.13")
LAST = 2
# What each record keeps for itself: these never travel, or are made where a file is taken in.
OWN = (Parcel, AloneFirst, Person, Forgotten)


KIM = "Kim Other"
SEEN = "Seen by Lee, time"
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass
class Two:
    """The records of a history, its clock and chance, and the files that were made.

    ``erased`` is how often Lee erased Ada, ``seen`` how often Lee wrote down what was seen, and
    ``wrong`` what came back all the same.
    """

    ada: Desk
    lee: Desk
    kim: Desk
    clock: Clock
    chance: random.Random
    files: list[Bundle]
    erased: int = 0
    seen: int = 0
    wrong: list[str] = field(default_factory=list)

    def code(self) -> str:
        return self.chance.choice("0123")


def make_base(framework: Framework, folder: Path) -> dict[str, str]:
    """Make the records once, as they are before anything happens; return who is me in each."""
    clock = Clock()
    ada, lee = make_two(framework, folder, clock)
    kim = make_home(framework, folder / "kim.db", clock, KIM, Role.TEAM_LEADER)
    for desk in (ada, lee):
        add_person(desk, KIM, Role.TEAM_LEADER)
    for desk in (ada, lee, kim):
        desk.store.close()
    return {"ada.db": str(ada.me), "lee.db": str(lee.me), "kim.db": str(kim.me)}


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
    desk = two.chance.choice((two.ada, two.lee, two.kim))
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
        entries = [e for e in view.current(Entry, removed=False) if e.author == view.me]
        if entries:
            view.add(view.next(two.chance.choice(entries), removed=True))


def undo_last(two: Two) -> None:
    undo_last_change(two.ada, read_last_change(two.ada).key)


def view_of_leader(two: Two) -> None:
    desk = two.chance.choice((two.lee, two.lee, two.kim))
    look_at(desk, {unit: f"{two.code()}O" for unit in two.chance.sample(UNITS, 2)})


def see(two: Two) -> None:
    """Lee writes down what was seen of Ada."""
    two.seen += 1
    held = {"title": wrote("A visit"), "text": wrote(f"{SEEN} {two.seen}."), "items": ("3.8",)}
    add_entries(two.lee, ADA, [NewEntry(EntryKind.OBSERVATION, held)])


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


def take(desk: Desk, file: Bundle) -> ParcelTaken:
    """Take a file in; whoever has a name that is here is who has it, and who was erased is back."""
    try:
        (taken,) = take_in(desk, [file], back=[ADA])
    except InvalidInput:  # a name leaves in doubt who it is
        (met,) = look_in(desk, [file])
        answers = {each.id: each.like[0].id for each in met.doubts}
        (taken,) = take_in(desk, [file], answers=answers, back=[ADA])
    return taken


def is_refused(desk: Desk, file: Bundle) -> bool:
    """Whether a file is refused; what is not is taken in."""
    try:
        take(desk, file)
    except InvalidInput:
        return True
    return False


def send_to_lee(two: Two) -> None:
    file = pack(two.ada, to=LEE)
    two.files.append(file)
    if two.chance.random() < 0.7:
        take(two.lee, file)


def send_to_ada(two: Two) -> None:
    file = pack(two.chance.choice((two.lee, two.lee, two.kim)), who=ADA)
    two.files.append(file)
    if two.chance.random() < 0.7:
        take(two.ada, file)


def hand_over(two: Two) -> None:
    """Lee hands over to Kim, who takes it in, and what Ada sends to Kim."""
    views = two.chance.random() < 0.5
    file = pack(two.lee, who=ADA, to=KIM, handover=True, views=views)
    two.files.append(file)
    take(two.kim, file)
    if two.chance.random() < 0.5:
        two.files.append(pack(two.ada, to=KIM))
        take(two.kim, two.files[-1])


def erase_ada(two: Two) -> None:
    """Lee erases Ada, who comes back with the next file of hers that Lee takes in."""
    forget(two.lee, ADA)
    two.erased += 1
    if two.chance.random() < 0.8:
        send_to_lee(two)
    if SEEN in str(list_rows(two.lee)):
        two.wrong.append("what Lee wrote before the erasing is there again")


HAPPENINGS: tuple[Callable[[Two], None], ...] = (
    *(look, look, correct, correct, change_note, plan, change_goal, log, take_back, undo_last),
    *(view_of_leader, see, fill_in, send_to_lee, send_to_lee, send_to_ada, hand_over, erase_ada),
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


def send_since(two: Two) -> Iterator[Bundle]:
    """Yield files that Ada makes when all has happened, with more in the second than the first."""
    for happens in (log, plan):
        two.clock.forward(hours=1)
        happens(two)
        yield pack(two.ada, to=LEE)


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
            if take(desk, file).number and chance.random() < 0.2:
                undo_parcel(desk)
                take(desk, file)


@dataclass
class Place:
    """Where copies of the records are made for a history: of which, and who is me in each."""

    framework: Framework
    folder: Path
    base: Path
    people: dict[str, str]
    clock: Clock

    @contextmanager
    def open(self, name: str, within: str = "") -> Iterator[Desk]:
        """Open a copy of one of the records, in a folder of its own."""
        folder = self.folder / (within or name)
        folder.mkdir()
        with open_copy(
            self.framework, folder, self.base, name, self.people[name], self.clock
        ) as desk:
            yield desk


def find_differences(
    framework: Framework, folder: Path, base: Path, people: dict[str, str], seed: int, steps: int
) -> list[str]:
    """Play a history and return what of its files depends on the order; nothing is as it should."""
    chance, clock = random.Random(seed), Clock()
    place = Place(framework, folder, base, people, clock)
    with place.open("ada.db") as ada, place.open("lee.db") as lee, place.open("kim.db") as kim:
        two = Two(ada, lee, kim, clock, chance, [])
        play(two, steps)
        # Where Ada was erased, Lee's record has her by an id of its own.
        made = [list_rows(desk) for desk in (ada, kim, *([] if two.erased else [lee]))]
        until, later = clock.at, list(send_since(two))
    sent = list(list_sent(two.files))
    found = two.wrong + [f"{each} differs in two records" for each in _find_clashes([*made, *sent])]
    came = list(_gather_all(two.files, place, chance))
    every = {k: row for each in sent for k, row in each.items()}
    found += list(_judge(came, {k: row for each in made for k, row in each.items()}, {*every}))
    if two.erased:
        came_back = list(_gather_back(two.files, later, until, place))
        since = {k: row for each in list_sent(later) for k, row in each.items()}
        found += list(_judge_back(came_back, since, {*every, *since}, str(ada.me)))
    return found


def list_sent(files: Iterable[Bundle]) -> Iterator[dict[str, Any]]:
    """Yield each row that files hold of what travels, with its kind, by id."""
    for file in files:
        for kind, rows in file.records.items():
            if kind not in {table_of(each) for each in OWN}:
                yield from ({row["id"]: (kind, row)} for row in rows)


def _find_clashes(several: Iterable[dict[str, Any]]) -> set[str]:
    known: dict[str, Any] = {}
    return {k for each in several for k, row in each.items() if known.setdefault(k, row) != row}


def _gather_all(
    files: Sequence[Bundle], place: Place, chance: random.Random
) -> Iterator[tuple[Any, Any]]:
    """Yield what becomes of files in other orders, in Lee's record or in Kim's."""
    name = chance.choice(("lee.db", "lee.db", "kim.db"))
    for round_ in range(LAST + 1):
        order = list(files)
        chance.shuffle(order)
        with place.open(name, f"{round_}") as other:
            if round_ < LAST:
                gather(other, order, chance)
            else:
                gather(other, order[::2], chance)
                with place.open(name, "half") as there:
                    gather(there, order[1::2], chance)
                    join(other, there)
            yield list_rows(other), list_current(other)


def _gather_back(
    files: Sequence[Bundle], later: Sequence[Bundle], until: datetime, place: Place
) -> Iterator[dict[str, Any]]:
    """Yield what becomes of files where Ada was erased after the first, and comes back.

    She comes back by the files she made ``later``; all of before are refused, whoever made them.
    """
    for order in (later, later[::-1]):
        with place.open("lee.db", f"back {order[0].made:%H%M%S}") as other:
            now, place.clock.at = place.clock.at, until
            take(other, files[0])
            forget(other, ADA)
            place.clock.at = now
            came = [is_refused(other, file) for file in (*files, *order, *files)]
            if came != [*(True for _ in files), *(False for _ in order), *(True for _ in files)]:
                raise AssertionError("a file of before the erasing came in, or a later one did not")
            yield list_rows(other)


def _judge_back(
    came: Sequence[dict[str, Any]], sent: dict[str, Any], known: set[str], ada: str
) -> Iterator[str]:
    """Yield what differs where Ada came back: only what is hers is there, by other ids."""
    if came[0] != came[1]:
        yield "who comes back comes otherwise in another order"
    if known & came[0].keys() or ada in str(came[0]):
        yield "an id of before is there again"
    raters = {row["thing"]: row["rater"] for kind, row in sent.values() if kind == "assessment"}
    hers = [
        (kind, row)
        for kind, row in sent.values()
        if kind in ("goal", "goal_activity")
        or (
            ada == raters.get(row.get("assessment") or row["thing"], row["author"])
            and ada == raters.get(row.get("subject", "").partition("/")[0], ada)
        )
    ]
    if _strip(hers) != _strip(came[0].values()):
        yield f"{len(hers)} versions are hers, and {len(came[0])} came back"


def _strip(rows: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
    """Return rows without ids, to be set beside those of other ids."""
    return sorted(ID.sub("*", json.dumps(each, sort_keys=True)) for each in rows)


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
