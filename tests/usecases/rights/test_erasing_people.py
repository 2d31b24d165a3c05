"""Somebody is forgotten: nothing of ours holds their name or words, and nothing brings them back.

Every field that is listed as personal is filled with a mark; afterwards each file is searched for
it, byte by byte.
"""

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import HoldReason
from ipsskills.errors import InvalidInput, NotFound, UnderHold
from ipsskills.facts.exchange.erased import NothingAgainst
from ipsskills.pages.compose.restoring import compose_joined, compose_outlook, say_going
from ipsskills.pages.compose.rights.erasing import (
    compose_after,
    compose_before,
    compose_redacted,
    compose_words,
)
from ipsskills.pages.compose.rights.letter import compose_letters
from ipsskills.pages.writers.text import to_text
from ipsskills.privacy.personal import Holds, list_fields
from ipsskills.record.columns import columns_of
from ipsskills.record.sqlite.copy_names import folder, list_copies
from ipsskills.record.store import open_store
from ipsskills.record.types import (
    KINDS,
    Entry,
    Goal,
    Hold,
    Note,
    Objection,
    Parcel,
    Redacted,
)
from ipsskills.record.whom import Whom
from ipsskills.usecases.data import check_record, look_ahead, restore
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.joining import join_record, list_erased_by_join
from ipsskills.usecases.people.people import list_people
from ipsskills.usecases.rights import forgetting, redacting
from ipsskills.usecases.rights.forgetting import look_at_erasing
from ipsskills.usecases.rights.holding import end_hold, hold
from ipsskills.usecases.rights.redacting import ask_to_redact, look_at_words
from tests.conftest import NOON, Clock
from tests.record.common import PERSON, SAMPLES
from tests.usecases.rights.erased import forget, redact
from tests.usecases.rights.filled import ADA_ID, LEE, MARK, NAME, filled, filled_once, mark, others
from tests.words import meant

__all__ = ["filled", "filled_once"]


def find_marks(desk: Desk, mark: str = MARK) -> list[str]:
    """Return the files of ours that hold a mark."""
    assert desk.record
    every = [path for path in desk.record.parent.rglob("*") if path.is_file()]
    return sorted(path.name for path in every if mark.encode() in path.read_bytes())


def test_every_field_is_listed() -> None:
    for kind in KINDS:
        assert list(list_fields(kind)) == [column.name for column in columns_of(kind)]


def test_a_field_that_nobody_listed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(list_fields.__globals__["_TOLD"], Hold, "why began")
    with pytest.raises(LookupError, match="ended"):
        list_fields(Hold)


def test_nothing_of_ours_holds_name_or_words_afterwards(filled: Desk, tmp_path: Path) -> None:
    assert filled.record
    older = Path(shutil.copy(filled.record, tmp_path / "older.db"))
    assert len(find_marks(filled)) >= 2
    outlook = look_at_erasing(filled, NAME)
    assert outlook.things[:3] == ("person", "assessment", "rating")
    assert {"note", "goal", "goal_activity", "entry", "parcel"} <= set(outlook.things)
    done = forget(filled, NAME)
    assert find_marks(filled) == ["record-2026-11-25.db", "record-2026-11-26.db", "record.db"]
    (words,) = done.outlook.passages  # Lee's own, which are told and not touched
    assert (words.author, words.about, words.kind) == ("Lee Invented",) * 2 + ("objection",)
    assert f"ipsskills data redact {words.handle}" not in compose_after(done)  # spelt by cli alone
    assert words.handle in compose_after(done)
    assert look_at_words(filled, words.handle).passage == replace(words, fields=())
    redact(filled, words.handle)
    assert find_marks(filled) == []
    check = check_record(filled.record)
    assert (check.sound, check.odd) == (True, ())
    assert [each.name for each in list_people(filled)] == ["Lee Invented"]

    join_record(filled.record, older, filled.now())
    assert find_marks(filled) == []
    ahead = look_ahead(filled.record, older, filled.now())
    assert (ahead.erased_there, ahead.lost) == (True, {})  # that it was erased is carried over
    assert "The copy still holds it: remove it when you are done." in compose_outlook(ahead)
    for copy in list_copies(filled.record):
        assert not look_ahead(filled.record, copy.path, filled.now()).erased_there
    filled.store.close()
    restore(filled.record, older, filled.now())
    assert MARK.encode() in older.read_bytes()
    assert find_marks(filled) == []
    assert check_record(filled.record).sound


def test_an_older_file_brings_nobody_back_where_the_record_is_gone(
    filled: Desk, tmp_path: Path
) -> None:
    assert filled.record
    older = Path(shutil.copy(filled.record, tmp_path / "older.db"))
    forget(filled, NAME)
    redact(filled, "w1")
    filled.store.close()
    filled.record.write_bytes(b"SQLite format 3\x00" + b"noise" * 4000)
    restore(filled.record, older, filled.now())
    assert find_marks(filled) == []


def test_who_was_forgotten_in_one_file_is_so_in_the_other_once_they_are_joined(
    filled: Desk, tmp_path: Path, clock: Clock
) -> None:
    assert filled.record
    other = Path(shutil.copy(filled.record, tmp_path / "other.db"))
    with open_store(other, clock(), write=True) as store:
        forget(replace(filled, store=store), NAME)
    hold(filled, NAME, HoldReason.DISPUTE)
    with pytest.raises(UnderHold):
        join_record(filled.record, other, clock())
    assert len(find_marks(filled)) >= 2
    with pytest.raises(UnderHold):
        list_erased_by_join(filled.record, other, clock())
    end_hold(filled, NAME)
    with pytest.raises(InvalidInput, match=f"{NAME} was erased in the other file"):
        join_record(filled.record, other, clock())
    ((going,),) = {list_erased_by_join(filled.record, other, clock()).people}
    joined = join_record(filled.record, other, clock(), answered=(NothingAgainst(about=going.id),))
    assert (going.name, joined.erased) == (NAME, (NAME,))
    assert list_erased_by_join(filled.record, other, clock()).asked == ()
    redact(filled, "w1")
    assert find_marks(filled) == []


def test_words_that_were_erased_in_one_file_are_named_and_asked_about_by_a_join(
    filled: Desk, tmp_path: Path, clock: Clock
) -> None:
    assert filled.record
    other = Path(shutil.copy(filled.record, tmp_path / "other.db"))
    with open_store(other, clock(), write=True) as store:
        redact(replace(filled, store=store), "w1")
    going = list_erased_by_join(filled.record, other, clock())
    said = "w1  (objection of 24 Nov 2026 about Lee Invented, by Lee Invented)"
    assert say_going(going).splitlines() == [
        "Words erased in the other file, and erased here too if you go on:",
        f"  {said}",
    ]
    assert ([each.id for each in going.asked], going.people) == ([LEE], ())
    for answered in ((), (NothingAgainst(about=ADA_ID),)):
        with pytest.raises(InvalidInput, match="Lee Invented has words erased in the other file"):
            join_record(filled.record, other, clock(), answered=answered)
    with filled.reading() as view:
        assert NAME in str([each.text for each in view.current(Objection, about=LEE)])
    joined = join_record(filled.record, other, clock(), answered=(NothingAgainst(about=LEE),))
    assert f"Words erased here too, as in {other}:\n  {said}" in compose_joined(joined)
    assert list_erased_by_join(filled.record, other, clock()).asked == ()  # nobody is asked twice
    hold(filled, NAME, HoldReason.DISPUTE)
    assert join_record(filled.record, other, clock()).words_erased == ()


def test_a_hold_stops_every_command_that_erases(filled: Desk) -> None:
    hold(filled, NAME, HoldReason.INVESTIGATION)
    before = find_marks(filled)
    erasing: list[Callable[[], object]] = [
        lambda: forget(filled, NAME),
        lambda: look_at_erasing(filled, NAME),
        lambda: redact(filled, "note-1"),
        lambda: look_at_words(filled, "note-1"),
    ]
    for erase in erasing:
        with pytest.raises(UnderHold, match="investigation"):
            erase()
    assert find_marks(filled) == before
    end_hold(filled, NAME)
    redact(filled, "note-1")
    with filled.store.reading() as work:
        assert [each.text for each in work.current(Note)] == [""]


def test_going_back_to_a_copy_takes_nothing_away_about_somebody_held(
    filled: Desk, tmp_path: Path, clock: Clock
) -> None:
    assert filled.record
    older = Path(shutil.copy(filled.record, tmp_path / "older.db"))
    hold(filled, NAME, HoldReason.INVESTIGATION)
    filled.store.close()
    restore(filled.record, older, clock())  # nothing about her is younger, and the hold stays
    clock.forward(minutes=1)
    with open_store(filled.record, clock(), write=True) as store:
        again = replace(filled, store=store)
        with again.writing() as view:
            view.add(view.first(Objection, about=ADA_ID, subject="e", text=meant("Seen since")))
        with pytest.raises(UnderHold, match=f"lacks some of what is kept here. .* {NAME}"):
            restore(filled.record, older, clock())
        with store.reading() as work:
            assert "Seen since" in [str(each.text) for each in work.current(Objection)]
        end_hold(again, NAME)
    assert restore(filled.record, older, clock())


def test_going_back_to_a_copy_takes_no_words_away_that_name_somebody_held(
    filled: Desk, tmp_path: Path, clock: Clock
) -> None:
    assert filled.record
    older = Path(shutil.copy(filled.record, tmp_path / "older.db"))
    hold(filled, NAME, HoldReason.DISPUTE)
    clock.forward(minutes=1)
    seen = meant(f"{NAME} stood by.")
    with filled.writing() as view:
        view.add(view.first(Objection, about=LEE, subject="e", text=seen))
        (kept,) = [each for each in view.current(Objection) if each.text == seen]
    with pytest.raises(UnderHold, match=rf"name {NAME}, who is held .*{kept.thing[-6:]}"):
        restore(filled.record, older, clock())
    with filled.store.reading() as work:
        assert seen in [each.text for each in work.current(Objection)]
    end_hold(filled, NAME)
    filled.store.close()
    assert restore(filled.record, older, clock())


def test_words_that_name_somebody_held_are_not_erased_either(
    filled: Desk, tmp_path: Path, clock: Clock
) -> None:
    assert filled.record
    other = Path(shutil.copy(filled.record, tmp_path / "other.db"))
    with open_store(other, clock(), write=True) as store:
        forget(replace(filled, store=store), "Lee Invented")
    hold(filled, NAME, HoldReason.DISPUTE)
    before = find_marks(filled)
    said = rf"name {NAME}, who is held since 26 Nov 2026 \(dispute\): w1 \(objection\)\."
    erasing: list[Callable[[], object]] = [
        lambda: look_at_erasing(filled, "Lee Invented"),
        lambda: look_at_words(filled, "w1"),
        lambda: ask_to_redact(filled, "w1", NAME),
        lambda: forgetting.forget(filled, NothingAgainst(about=LEE)),
        lambda: redacting.redact(filled, "w1", [NothingAgainst(about=LEE)]),
        lambda: join_record(filled.record or other, other, clock()),
    ]
    for erase in erasing:
        with pytest.raises(UnderHold, match=said):
            erase()
    assert find_marks(filled) == before
    end_hold(filled, NAME)
    redact(filled, "w1")
    hold(filled, NAME, HoldReason.DISPUTE)
    forget(filled, "Lee Invented")


def test_an_answer_about_one_person_erases_nothing_about_another(filled: Desk) -> None:
    with pytest.raises(InvalidInput, match="about somebody else"):
        redacting.redact(filled, "note-1", [NothingAgainst(about=LEE)])
    with filled.reading() as view:
        assert view.current(Redacted) == ()


def test_words_that_name_another_want_an_answer_about_both(filled: Desk) -> None:
    found = look_at_words(filled, "w1")
    assert [found.person.name, *(each.name for each in found.named)] == ["Lee Invented", NAME]
    assert f"They may name {NAME}, so you are asked about them too." in compose_words(found)
    for one in (LEE, ADA_ID):
        with pytest.raises(InvalidInput, match="about somebody else"):
            redacting.redact(filled, "w1", [NothingAgainst(about=one)])
    redacting.redact(filled, "w1", [NothingAgainst(about=one) for one in (ADA_ID, LEE)])
    assert find_marks(filled) != []


def test_who_was_sent_the_words_is_named_and_can_be_asked_afterwards(filled: Desk) -> None:
    with filled.writing() as view:
        (note,) = view.current(Note, about=ADA_ID)
        (sent,) = view.current(Parcel)
        for to, held, day in (
            (ADA_ID, (note.id,), 24),  # who it is about, and can be asked
            (LEE, (note.id,), 24),  # who erases it here
            ("Kim Other", ("other",), 24),
            ("Kim Page", (), 26),
            ("Kim Early", (), 20),  # a page of before there was a note
        ):
            on = date(2026, 11, day)
            own = {**sent.own(), "with_whom": Whom(to), "held": held, "on": on}
            view.add(view.first(Parcel, about=ADA_ID, **own))
    told = compose_words(look_at_words(filled, "note-1")).splitlines()
    assert told[1:7] == [
        "",
        "Others have copies:",
        f"  {NAME}, sent to them on 24 Nov 2026",
        f"  {MARK} with_whom, sent to them on 24 Nov 2026",
        "  Kim Page, sent to them on 26 Nov 2026, as a page",
        "A page may hold them: look there.",
    ]
    done = redact(filled, "note-1")
    assert done.to_ask == (NAME,)
    assert compose_redacted(done).splitlines()[-len(told[1:]) :] == told[1:]
    assert ask_to_redact(filled, "note-1", NAME).asked.id == ADA_ID


def test_a_part_of_a_name_erases_nobody(filled: Desk) -> None:
    for typed in ("Ada", NAME.lower(), "Nobody", ""):
        with pytest.raises(NotFound, match="exactly"):
            forget(filled, typed)
    assert forget(filled, ADA_ID).ids == (ADA_ID,)


def test_others_who_have_copies_are_named_and_get_a_letter(filled: Desk) -> None:
    outlook = look_at_erasing(filled, NAME)
    ((name, on),) = [(each.name, each.on) for each in outlook.others]
    assert (name, on) == (f"{MARK} with_whom", date(2026, 11, 24))
    ((to, page),) = compose_letters(outlook)
    assert to == name
    letter = to_text(page)
    assert f"Please erase what you hold about {NAME}" in letter
    assert "26 November 2026" in letter  # the day it is erased
    assert "From: Lee Invented" in letter
    assert f"To: {MARK} with_whom" in letter
    assert "sent to you on 24 Nov 2026" in letter


def test_each_letter_tells_what_went_to_its_reader_and_nothing_of_others(filled: Desk) -> None:
    with filled.writing() as view:
        (sent,) = view.current(Parcel)
        own = {**sent.own(), "with_whom": Whom("Kim Other")}
        kept = view.current(Entry, about=ADA_ID) + view.current(Goal, about=ADA_ID)
        view.add(
            view.first(Parcel, about=ADA_ID, **{**own, "held": tuple(e.id for e in kept)}),
            view.first(Parcel, about=ADA_ID, **{**own, "held": ()}),
            view.first(Parcel, about=ADA_ID, **{**own, "with_whom": Whom(LEE)}),  # who erases
        )
    every = compose_letters(look_at_erasing(filled, NAME))
    letters = {name: " ".join(to_text(page).split()) for name, page in every}
    assert list(letters) == ["Kim Other", f"{MARK} with_whom"]
    kim = letters["Kim Other"]
    assert "sent to you on 24 Nov 2026: the plan: 1 goal; " in kim
    assert "sent to you on 24 Nov 2026: a page to read" in kim
    assert "with_whom" not in kim
    assert "Kim" not in letters[f"{MARK} with_whom"]
    assert "1 changed answer: 3.10" in letters[f"{MARK} with_whom"]


def test_somebody_is_asked_to_erase_words_and_here_they_stay(filled: Desk) -> None:
    with open_store(filled.record or Path(), NOON, write=True) as store, store.writing() as work:
        bo = replace(others()[0], id="b", thing="b", about="b", author="b", name="Bo Sample")
        work.merge([bo])
    asked = ask_to_redact(filled, "w1", "Bo")
    assert asked.asked.name == "Bo Sample"
    with filled.reading() as view:
        assert [str(each.text) for each in view.current(Objection)][-1] == f"As {NAME} said"
        (line,) = view.current(Redacted)
        assert (line.subject, line.table, line.on, line.asked_of) == ("w1", "objection", None, "b")


def test_fields_of_the_samples_are_filled() -> None:
    for each in (mark(sample) for sample in SAMPLES):
        texts = [n for n, h in list_fields(type(each)).items() if h in (Holds.WORDS, Holds.NAMED)]
        assert all(MARK in getattr(each, name) for name in texts)
        assert {f.name for f in fields(each)} >= set(texts)


def test_a_copy_that_is_damaged_is_removed(filled: Desk) -> None:
    assert filled.record
    copies = folder(filled.record)
    broken = copies / "record-2026-11-20-damaged.db"
    broken.write_bytes(filled.record.read_bytes()[:8192])
    hold(filled, "Lee", HoldReason.DISPUTE)
    bare = redact(filled, "note-1")
    assert (bare.copies.removed, bare.copies.left) == ((), (broken,))  # it may have what is held
    assert f"as somebody else is held: {broken}." in compose_redacted(bare)
    end_hold(filled, "Lee")
    done = forget(filled, NAME)
    assert done.copies.removed == (broken,)
    assert not broken.exists()


def test_copies_in_a_second_place_are_cleared_or_told_where_it_is_away(
    filled: Desk, tmp_path: Path
) -> None:
    assert filled.record
    place = tmp_path / "network"
    filled.store.second = place
    assert f"beside it and in {place}." in compose_before(look_at_erasing(filled, NAME))
    assert forget(filled, NAME).copies.unreached == place
    place.mkdir()
    copy = Path(shutil.copy(folder(filled.record) / "record-2026-11-25.db", place))
    with open_store(filled.record, NOON, write=True) as store, store.writing() as work:
        work.merge([replace(PERSON, id="b", thing="b", about="b", author="b", name=f"Bo {MARK}")])
    copy.write_bytes(filled.record.read_bytes())
    done = forget(filled, f"Bo {MARK}")
    assert copy in done.copies.rewritten
    assert f"Bo {MARK}".encode() not in copy.read_bytes()
    assert done.copies.unreached is None
