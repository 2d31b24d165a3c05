"""Words that were erased in one record and are in another: both go on sending, in any order."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import EntryKind, OpenMatter, ParcelWay, Role
from ipsskills.errors import DifferentContent, NotFound
from ipsskills.facts.exchange.erased import NothingAgainst
from ipsskills.formats.exchange.bundle import Bundle
from ipsskills.framework.types import Framework
from ipsskills.pages.compose.sharing.going import compose_going
from ipsskills.pages.compose.sharing.sent_page import compose_sent_page
from ipsskills.pages.compose.sharing.taken import compose_met, compose_taken
from ipsskills.pages.compose.supervision.due import compose_due
from ipsskills.pages.writers.text import to_text
from ipsskills.record.store import Store, open_store
from ipsskills.record.types import AloneFirst, Entry, Parcel, Person
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.joining import join_record, list_erased_by_join
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.rights.contesting import contest
from ipsskills.usecases.rights.passages import list_worded, texts_of
from ipsskills.usecases.rights.redacting import ask_to_redact, decline
from ipsskills.usecases.sharing.listed import list_parcels
from ipsskills.usecases.sharing.sent_page import read_sent_page
from ipsskills.usecases.sharing.taking_in import look_in, take_in
from ipsskills.usecases.sharing.undo import undo_parcel
from ipsskills.usecases.supervision.due import list_due
from tests.conftest import Clock
from tests.memory import open_file
from tests.usecases.builders import assess, given
from tests.usecases.rights.erased import redact
from tests.usecases.sharing.homes import ADA, LEE, list_kept, look_at, make_home, make_two, pack
from tests.words import wrote

MARK = "Quokka"
KIM = "Kim Other"
# Each kind of words that both have, by who wrote them, as a page calls it.
KINDS = {
    "note": "note",
    "goal": "goal",
    "step": "step",
    "training": "training",
    "details": "details",
    "visit": "observation",
    "point": "objection",
}
# What the other does with the files of before and after, in which order; each once more at last.
ORDERS = ((0, 1, 0, 1), (1, 0))
# What each record makes of its own while it takes a file in.
OWN = (Parcel, AloneFirst, Person)

Base = tuple[Path, dict[str, str | None]]


@pytest.fixture(scope="module")
def base(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Base:
    """Ada's record and Lee's, which both hold every kind of words, and Kim's, with nothing."""
    folder, clock = tmp_path_factory.mktemp("words"), Clock()
    ada, lee = make_two(framework, folder, clock)
    kim = make_home(framework, folder / "kim.db", clock, KIM, Role.TEAM_LEADER)
    add_person(lee, KIM, Role.TEAM_LEADER)
    assess(ada, {"3.8": given("3.8", "1", note=f"{MARK} note", shared=True)})
    add_own_goal(ada, None, OwnGoal(wrote(f"{MARK} goal"), steps=(wrote(f"{MARK} step"),)))
    training = {"title": wrote(f"{MARK} training"), "items": ("3.8",)}
    add_entries(ada, None, [NewEntry(EntryKind.TRAINING, training)])
    edit_person(ada, ADA, works_best=wrote(f"{MARK} details"))
    take_in(lee, [pack(ada, to=LEE)])
    visit = {"title": wrote(f"{MARK} visit"), "items": ("3.8",)}
    add_entries(lee, ADA, [NewEntry(EntryKind.OBSERVATION, visit)])
    look_at(lee, {"3.8": "1O"})
    take_in(ada, [pack(lee, who=ADA)], [LEE])
    with ada.reading() as view:
        (seen,) = view.current(Entry, kind=EntryKind.OBSERVATION)
    contest(ada, seen.thing[-8:], wrote(f"{MARK} point"))
    take_in(lee, [pack(ada, to=LEE)])
    for desk in (ada, lee, kim):
        desk.store.close()
    return folder, {"ada": ada.me, "lee": lee.me, "kim": kim.me}


class Records:
    """Opens copies of the records as they were at first, as many as are asked for.

    They are in memory, where a change takes no copy of the day; only joining is about files.
    """

    def __init__(self, framework: Framework, base: Base, place: Path, clock: Clock) -> None:
        self._framework, self._base, self._place, self._clock = framework, base, place, clock
        self._opened = ExitStack()
        self._count = 0

    def open(self, name: str) -> Desk:
        folder, _ = self._base
        return self._begin(name, open_file(folder / f"{name}.db", self._clock()))

    def open_on_disk(self, name: str) -> Desk:
        folder, _ = self._base
        self._count += 1
        copy = Path(shutil.copy(folder / f"{name}.db", self._place / f"{self._count}.db"))
        return self._begin(name, open_store(copy, self._clock(), write=True))

    def _begin(self, name: str, store: Store) -> Desk:
        _, people = self._base
        self._opened.enter_context(store)
        return Desk(self._framework, store, self._clock, people[name])

    def close(self) -> None:
        self._opened.close()


@pytest.fixture
def records(framework: Framework, base: Base, tmp_path: Path, clock: Clock) -> Iterator[Records]:
    clock.forward(days=2)
    found = Records(framework, base, tmp_path, clock)
    yield found
    found.close()


def name_words(desk: Desk, kind: str) -> str:
    """The handle of words here, by the mark in them."""
    with desk.entitled() as (_, work):
        (found,) = (
            each
            for each in list_worded(work)
            if any(f"{MARK} {kind}" in text for text in texts_of(each.latest))
        )
    return found.handle


def has(desk: Desk, kind: str) -> bool:
    return f"{MARK} {kind}" in json.dumps(list_kept(desk))


def list_had(desk: Desk) -> list[str]:
    """The kinds of which the words are still here."""
    return [kind for kind in KINDS if has(desk, kind)]


def pack_to(desk: Desk, name: str) -> Bundle:
    """What goes from one of the two to the other."""
    return pack(desk, to=LEE) if name == "ada" else pack(desk, who=ADA)


@pytest.mark.parametrize(("eraser", "other"), [("ada", "lee"), ("lee", "ada")])
def test_words_erased_on_one_side_stay_on_the_other_and_both_go_on(
    records: Records, eraser: str, other: str, clock: Clock
) -> None:
    here = records.open(eraser)
    files = [pack_to(here, eraser)]
    clock.forward(days=1)
    days = {KINDS[kind]: redact(here, name_words(here, kind)).on for kind in KINDS}
    clock.forward(days=1)
    files.append(pack_to(here, eraser))
    by = ADA if eraser == "ada" else LEE
    after = []
    for order in ORDERS:
        there = records.open(other)
        before = len(list_kept(there))
        for count, number in enumerate(order, 1):
            (met,) = look_in(there, [files[number]])
            (taken,) = take_in(there, [files[number]])
            told = sorted((each.kind, each.by, each.on) for each in taken.met.erased_there)
            assert told == (sorted((kind, by, on) for kind, on in days.items()) if number else [])
            assert taken.met.erased_there == met.erased_there
            if count % 2 == 0:
                after.append(list_kept(there))
        assert list_had(there) == [*KINDS]
        assert len(after[-1]) == before + len(KINDS)  # that each was erased, once
    assert after[0] == after[1] == after[2]
    take_in(here, [pack_to(there, other)])
    assert list_had(here) == []
    for count, kind in enumerate(KINDS, 1):
        redact(there, name_words(there, kind))  # as the page says
        assert list_had(there) == [*KINDS][count:]
    (again,) = take_in(there, [files[1]])
    assert again.met.erased_there == ()


def test_a_page_says_what_was_erased_by_whom_and_when_and_how_to_erase_it_here(
    records: Records,
) -> None:
    ada, lee = records.open("ada"), records.open("lee")
    for kind in ("visit", "note"):
        redact(ada, name_words(ada, kind))
    file = pack(ada, to=LEE)
    (met,) = look_in(lee, [file])
    (taken,) = take_in(lee, [file])
    for page in (compose_met(met), compose_taken(taken)):
        said = " ".join(to_text(spell_page(page)).split())
        assert f"2 texts were erased by {ADA} on 26 Nov 2026. You still have them:" in said
        for kind in ("visit", "note"):
            assert f"data redact {name_words(lee, kind)}" in said


def test_a_handover_comes_in_before_and_after_words_of_it_were_erased(records: Records) -> None:
    lee = records.open("lee")
    asked = {"who": ADA, "to": KIM, "handover": True, "views": True}
    files = [pack(lee, **asked)]
    for kind in KINDS:
        redact(lee, name_words(lee, kind))
    files.append(pack(lee, **asked))
    after = []
    for order in ORDERS:
        kim = records.open("kim")
        for count, number in enumerate(order, 1):
            take_in(kim, [files[number]])
            if count % 2 == 0:
                after.append(list_kept(kim, without=OWN))
    for kind in KINDS:
        sent = f"{MARK} {kind}" in json.dumps(files[0].records)
        assert all((f"{MARK} {kind}" in json.dumps(each)) is sent for each in after), kind
    assert after[0] == after[1] == after[2]


def test_a_third_record_hears_of_it_from_whoever_has_it(records: Records) -> None:
    ada, lee, kim = (records.open(name) for name in ("ada", "lee", "kim"))
    asked = {"who": ADA, "to": KIM, "handover": True, "views": True}
    take_in(kim, [pack(lee, **asked)])
    redact(ada, name_words(ada, "visit"))
    take_in(lee, [pack(ada, to=LEE)])
    (taken,) = take_in(kim, [pack(lee, **asked)])
    assert [(each.kind, each.by) for each in taken.met.erased_there] == [("observation", ADA)]


def test_a_file_that_brought_the_words_takes_them_back_alone(records: Records) -> None:
    lee, kim = records.open("lee"), records.open("kim")
    asked = {"who": ADA, "to": KIM, "handover": True, "views": True}
    whole = pack(lee, **asked)
    redact(lee, name_words(lee, "visit"))
    take_in(kim, [pack(lee, **asked)])
    before = list_kept(kim)
    take_in(kim, [whole])
    assert has(kim, "visit")
    undo_parcel(kim)
    assert list_kept(kim) == before


@pytest.mark.parametrize("first", ["erased", "whole"])
def test_copies_of_one_record_are_joined_and_the_words_are_out_of_both(
    records: Records, first: str, clock: Clock
) -> None:
    erased, whole = records.open_on_disk("ada"), records.open_on_disk("ada")
    for kind in KINDS:
        redact(erased, name_words(erased, kind))
    assert list_had(erased) == []
    assert list_had(whole) == [*KINDS]
    expected = list_kept(erased)
    into, other = (erased, whole) if first == "erased" else (whole, erased)
    assert into.record
    assert other.record
    for _ in range(2):
        asked = list_erased_by_join(into.record, other.record, clock()).asked
        said = tuple(NothingAgainst(about=each.id) for each in asked)
        join_record(into.record, other.record, clock(), answered=said)
        assert list_kept(into) == expected


def test_other_words_than_those_that_were_erased_are_refused_still(records: Records) -> None:
    ada, lee = records.open("ada"), records.open("lee")
    redact(ada, name_words(ada, "training"))
    file = pack(ada, to=LEE)
    rows = [dict(row) for row in file.records["entry"]]
    for change in ({"title": "Wombat"}, {"on": "2026-01-01"}):
        altered = [row | change if row["kind"] == "training" else row for row in rows]
        with pytest.raises(DifferentContent):
            take_in(lee, [replace(file, records={**file.records, "entry": tuple(altered)})])
    take_in(lee, [file])


@pytest.mark.parametrize("kind", ["note", "goal", "step", "training", "visit", "point"])
def test_a_request_stays_due_and_the_words_stay_here_until_done_or_declined(
    records: Records, kind: str
) -> None:
    ada, lee = records.open("ada"), records.open("lee")
    ask_to_redact(ada, name_words(ada, kind), LEE)
    redact(ada, name_words(ada, kind))
    (taken,) = take_in(lee, [pack(ada, to=LEE)])
    (asked,) = taken.met.asked
    author = LEE if kind == "visit" else ADA
    assert (asked.kind, asked.author, asked.about, asked.by) == (KINDS[kind], author, ADA, ADA)
    said = to_text(spell_page(compose_taken(taken)))
    assert f"data redact {asked.handle}" in said
    assert f"data redact {asked.handle} --decline" in said
    assert [each.asked for each in list_due(lee, None).lines if each.asked] == [asked]
    assert f"data redact {asked.handle}" in to_text(spell_page(compose_due(list_due(lee, None))))
    assert [each.open for each in list_parcels(lee, "Ada").parcels[:1]] == [(OpenMatter.ERASING,)]
    (again,) = take_in(lee, [pack(ada, to=LEE)])
    assert again.met.asked == (asked,)
    for wanted in ({"who": ADA}, {"who": ADA, "to": KIM, "handover": True, "views": True}):
        assert f"{MARK} {kind}" not in json.dumps(pack(lee, **wanted).records)
    last = list_parcels(ada).parcels[0]
    assert (last.way, last.open) == (ParcelWay.OUT, (OpenMatter.ERASING,))
    if kind in ("note", "goal"):
        redact(lee, asked.handle)
        take_in(ada, [pack(lee, who=ADA)])
        assert not any(each.open for each in list_parcels(ada).parcels)
    else:
        decline(lee, asked.handle)
        answer = pack(lee, who=ADA)
        assert f"{MARK} {kind}" in json.dumps(answer.records)
        take_in(ada, [answer])
        assert not any(each.open for each in list_parcels(ada).parcels)
        take_in(lee, [pack(ada, to=LEE)])
        with pytest.raises(NotFound, match="Nobody asks"):
            decline(lee, asked.handle)
    assert [each for each in list_due(lee, None).lines if each.asked] == []
    assert not any(OpenMatter.ERASING in each.open for each in list_parcels(lee).parcels)


@pytest.mark.parametrize("done", [True, False])
@pytest.mark.parametrize("kind", ["goal", "visit"])
def test_whoever_asked_is_told_by_the_next_file_what_became_of_it(
    records: Records, kind: str, done: bool, clock: Clock
) -> None:
    ada, lee = records.open("ada"), records.open("lee")
    handle = name_words(ada, kind)
    ask_to_redact(ada, handle, LEE)
    take_in(lee, [pack(ada, to=LEE)])
    clock.forward(days=1)
    if done:
        redact(lee, name_words(lee, kind))
    else:
        decline(lee, name_words(lee, kind))
    clock.forward(days=3)
    file = pack(lee, who=ADA)
    (met,), (taken,) = look_in(ada, [file]), take_in(ada, [file])
    (answer,) = taken.met.answered
    assert met.answered == (answer,)
    assert (answer.kind, answer.about, answer.by, answer.done) == (KINDS[kind], ADA, LEE, done)
    assert (answer.on, answer.handle[-4:]) == (date(2026, 11, 27), handle[-4:])
    assert taken.met.new.refused == (not done)
    said = " ".join(to_text(spell_page(compose_taken(taken))).split())
    told = "has erased the words of" if done else "said no on 27 Nov 2026 to erasing the words of"
    assert f"{LEE} {told} the {KINDS[kind]} {answer.handle} about {ADA}, as you asked" in said
    (again,) = take_in(ada, [file])
    assert again.met.answered == ()
    kim = records.open("kim")
    asked = {"who": ADA, "to": KIM, "handover": True, "views": True}
    (taken,) = take_in(kim, [pack(lee, **asked)])  # who asked for nothing
    assert (taken.met.answered, taken.met.new.refused) == ((), 0)


@pytest.mark.parametrize("kind", ["note", "goal", "step", "details"])
def test_words_that_are_asked_for_stay_out_of_a_page_and_are_named_before_it(
    records: Records, kind: str
) -> None:
    ada, lee = records.open("ada"), records.open("lee")
    mark = f"{MARK} {kind}"
    before = " ".join(to_text(compose_sent_page(read_sent_page(lee, ADA, ADA))).split())
    ask_to_redact(ada, name_words(ada, kind), LEE)
    take_in(lee, [pack(ada, to=LEE)])
    sent = read_sent_page(lee, ADA, ADA)
    assert mark in before
    assert mark not in " ".join(to_text(compose_sent_page(sent)).split())
    assert "(erased)" not in to_text(compose_sent_page(sent))
    (asked,) = sent.asked
    said = " ".join(to_text(spell_page(compose_going(sent))).split())
    assert f"1 text that you are asked to erase: {asked.handle} ({KINDS[kind]})" in said
    decline(lee, asked.handle)
    again = " ".join(to_text(compose_sent_page(read_sent_page(lee, ADA, ADA))).split())
    assert again == before


def test_details_that_somebody_is_asked_to_erase_stay_out_of_a_handover(records: Records) -> None:
    ada, lee = records.open("ada"), records.open("lee")
    asked = {"who": ADA, "to": KIM, "handover": True, "details": True}
    assert f"{MARK} details" in json.dumps(pack(lee, **asked).records)
    ask_to_redact(ada, name_words(ada, "details"), LEE)
    take_in(lee, [pack(ada, to=LEE)])
    assert f"{MARK} details" not in json.dumps(pack(lee, **asked).records)
