"""All that is held about somebody is in an export: every listed field, drafts and private notes."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import ApartEnd, AssessmentKind, Code, HoldReason
from ipsskills.errors import InvalidInput
from ipsskills.facts.exchange.held import AllHeld
from ipsskills.formats.exchange.sealed import seal
from ipsskills.framework.types import Framework
from ipsskills.jsonable import to_json, to_jsonable
from ipsskills.pages.compose.rights.held import compose_held, compose_opened, compose_tables
from ipsskills.pages.compose.rights.held_words import LABELS
from ipsskills.pages.compose.rights.work_sheet import compose_work_sheet
from ipsskills.pages.writers.sheet import to_csv
from ipsskills.pages.writers.text import to_text
from ipsskills.privacy.personal import Holds, list_fields, told_fields
from ipsskills.record.columns import table_of
from ipsskills.record.types import KINDS, AloneFirst, Forgotten, Hold, Redacted
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.interview.commands import Give, NoteText, Write
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.people.people import list_people
from ipsskills.usecases.rights.exporting import export_held, open_apart
from ipsskills.usecases.rights.forgetting import look_at_erasing
from ipsskills.usecases.rights.holding import hold
from ipsskills.usecases.rights.opened import read_held
from ipsskills.usecases.sharing.keys import own_key
from ipsskills.usecases.sharing.sent_page import keep_page_sent, read_sent_page
from ipsskills.usecases.sharing.undo import undo_parcel
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, me
from tests.usecases.rights.erased import redact
from tests.usecases.rights.filled import ADA_ID, MARK, NAME, filled, filled_once
from tests.usecases.sharing.homes import LEE as FILED
from tests.usecases.sharing.homes import look_at, make_two, send
from tests.words import wrote

__all__ = ["filled", "filled_once"]


def test_every_listed_field_is_in_the_data_and_in_the_tables(filled: Desk) -> None:
    held = export_held(replace(filled, me=ADA_ID), NAME).held
    assert (held.person.name, held.people[ADA_ID]) == (NAME, NAME)
    data, tables = json.loads(to_json(held)), compose_tables(held)
    assert to_jsonable(read_held(data)) == data  # as a part that was sealed is read back
    assert compose_held(read_held(data)) == compose_held(held)
    for kind in set(KINDS) - {Forgotten, Hold, Redacted}:  # what the record of marks has none of
        (thing,) = [each for each in data["things"] if each["table"] == table_of(kind)]
        assert set(thing["versions"][0]["values"]) == set(list_fields(kind))
        assert set(told_fields(kind)) <= set(tables[table_of(kind)].columns)
        for name, holds in list_fields(kind).items():
            if holds in (Holds.WORDS, Holds.NAMED, Holds.LINE):
                assert thing["versions"][0]["values"][name] == f"{MARK} {name}"
                assert f"{MARK} {name}" in to_csv(tables[table_of(kind)])


def test_the_page_reads_all_words_and_says_where_it_comes_from(filled: Desk) -> None:
    told = to_text(spell_page(compose_held(export_held(replace(filled, me=ADA_ID), None).held)))
    for kind in KINDS:
        for name, holds in list_fields(kind).items():
            if holds in (Holds.WORDS, Holds.LINE) and kind is not Redacted:
                assert f"{MARK} {name}" in told, (kind, name)
    assert f"It was written by {NAME}." in told
    assert f"{MARK} with_whom, 24 Nov 2026" in told
    assert "Purpose, and the basis in law" in told
    assert "object to its use" in told
    assert "(ico.org.uk)" in told
    assert "What is seen differently about Lee Invented" not in told  # Lee wrote that, not Ada


def told_first(held: AllHeld) -> str:
    """Return what whoever makes an export reads first, on one line."""
    return " ".join(to_text(compose_work_sheet(held)).split())


def test_what_its_maker_has_to_look_at_is_on_a_page_of_its_own(filled: Desk) -> None:
    held = export_held(filled, "Lee").held
    sheet, page = told_first(held), " ".join(to_text(compose_held(held)).split())
    assert "For whoever makes this export. Not to be handed over." in sheet
    assert f"Names {NAME}" in sheet
    assert f"As {NAME} said" in sheet
    assert page.count(f"As {NAME} said") == 2  # where it belongs: what it is called, and its words
    for words in ("BEFORE YOU HAND IT OVER", "RECORDS TO ASK", f"Names {NAME}"):
        assert (words in sheet, words in page) == (True, False), words


def test_a_part_that_was_opened_has_its_own_page_to_read_first(filled: Desk) -> None:
    held = export_held(filled, "Lee").held
    opened = " ".join(to_text(compose_opened(held)).split())
    assert f"Names {NAME}" not in opened
    assert opened.count(f"As {NAME} said") == 2


def look_alone(desk: Desk) -> Desk:
    """Have Ada finish a view, and Lee open one of hers with a private note; return Lee's desk."""
    assess(desk, dict.fromkeys(UNITS, "2"))
    lee = at_desk_of(desk, LEE)
    session = start(lee, me(desk), UNITS, kind=AssessmentKind.SUPERVISOR)
    session.press(Write(NoteText(wrote("harrier on the marsh"), shared=False)))
    session.press(Give(Code.ONE))
    return lee


def test_what_is_kept_apart_is_sealed_and_opening_it_is_dated_for_both(desk: Desk) -> None:
    look_alone(desk)
    found = export_held(desk, None)
    assert found.held.apart == UNITS
    assert found.sealed is not None
    assert found.sealed.startswith("-----BEGIN AGE ENCRYPTED FILE-----")
    assert "harrier" not in to_json(found.held)
    kept = [each for each in found.held.things if each.table in ("rating", "note")]
    assert {v.author for each in kept for v in each.versions} == {"Ada Example"}
    opened = open_apart(desk, found.sealed)
    assert "harrier on the marsh" in json.dumps(opened)
    page = " ".join(to_text(compose_opened(read_held(opened))).split())
    assert "What was kept apart about Ada Example" in page
    assert "harrier on the marsh" in page
    assert "24 Nov 2026, Lee Invented" in page
    assert "sealed" not in page
    assert to_jsonable(read_held(opened)) == opened
    with desk.reading() as view:
        (line,) = view.current(AloneFirst)
    lee = next(each.id for each in list_people(desk) if each.name == LEE)
    assert (line.rater, line.reader, line.how) == (lee, desk.me, ApartEnd.TOGETHER)
    assert (line.since, line.ended, line.units) == (desk.today, desk.today, tuple(sorted(UNITS)))


def test_private_notes_of_every_author_are_in_it_once_nothing_is_apart(desk: Desk) -> None:
    lee = look_alone(desk)
    with lee.entitled(write=True) as (view, work):
        (draft,) = [d.assessment for d in view.drafts_about(str(desk.me))]
        work.add(view.next(draft, state="dropped"))
    found = export_held(desk, None)
    assert (found.held.apart, found.sealed) == ((), None)
    assert "harrier on the marsh" in to_json(found.held)


def test_a_part_of_another_make_is_refused_before_anything_is_dated(desk: Desk) -> None:
    look_alone(desk)
    with desk.writing() as view:
        key = own_key(view).public
    part = {"person": {"id": desk.me, "name": "Ada Example"}}
    for made in ({}, part, {**part, "things": 3}):
        with pytest.raises(InvalidInput, match="no sealed part"):
            open_apart(desk, seal(json.dumps(made).encode(), keys=[key]))
    with desk.reading() as view:
        assert view.current(AloneFirst) == ()


def test_another_records_part_and_other_files_are_not_opened(desk: Desk) -> None:
    look_alone(desk)
    for text in ("no such thing", "", "-----BEGIN AGE ENCRYPTED FILE-----\nabc"):
        with pytest.raises(InvalidInput):
            open_apart(replace(desk), text)


def test_files_that_went_and_came_are_told_the_persons_own_too(
    framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = make_two(framework, tmp_path, clock)
    assess(ada, {"3.8": "1"})
    nothing = to_text(compose_held(export_held(ada, None).held))
    assert "It came in files from" not in nothing
    assert "The record knows of no file that went to anybody." in nothing
    send(ada, lee, to=FILED)
    clock.forward(days=1)
    look_at(lee, {"3.8": "2O"})
    send(lee, ada, who="Ada")
    clock.forward(days=1)
    keep_page_sent(lee, read_sent_page(lee, "Ada", "Ada"), "0" * 64)
    told = " ".join(to_text(compose_held(export_held(lee, "Ada").held)).split())
    assert "It came in files from: - Ada Example, 24 Nov 2026" in told
    assert "It went in files to: - Ada Example, 25 Nov 2026 - Ada Example, 26 Nov 2026" in told
    assert "no file that went" not in told
    own = " ".join(to_text(compose_held(export_held(ada, None).held)).split())
    assert f"It came in files from: - {FILED}, 25 Nov 2026" in own
    assert f"It went in files to: - {FILED}, 24 Nov 2026" in own
    undo_parcel(lee)
    after = to_text(compose_held(export_held(lee, "Ada").held))
    assert "Ada Example, 24 Nov 2026, taken back since" in after
    ada.store.close()
    lee.store.close()


def test_whose_a_detail_is_is_said_also_where_another_kept_it_last(
    framework: Framework, tmp_path: Path, clock: Clock
) -> None:
    ada, lee = make_two(framework, tmp_path, clock)
    edit_person(ada, None, leave=wrote("Fridays off"), caseload=18)
    assess(ada, {"3.8": "1"})
    send(ada, lee, to=FILED)
    clock.forward(days=1)
    edit_person(lee, "Ada", team="North")
    told = " ".join(to_text(compose_held(export_held(lee, "Ada").held)).split())
    assert "Team North" in told
    assert "Team North (from" not in told  # that is Lee's own word
    assert "Caseload 18 (from Ada Example, 24 Nov 2026)" in told
    assert "Leave Fridays off (from Ada Example, 24 Nov 2026)" in told
    ada.store.close()
    lee.store.close()


def test_a_hold_is_among_what_to_read_first_and_not_on_the_page(filled: Desk) -> None:
    hold(filled, NAME, HoldReason.INVESTIGATION)
    held = export_held(filled, NAME).held
    ((on, words),) = [(each.on, each.words) for each in held.to_read if each.table == "hold"]
    assert (on, words) == (date(2026, 11, 26), "investigation")
    page = to_text(compose_held(held))
    assert "hold" not in page.lower().replace("this record holds", "")
    assert "investigation" not in page
    assert "Because of: investigation" in told_first(held)


def test_the_page_has_words_where_the_record_has_ids(filled: Desk) -> None:
    for field in LABELS:
        assert any(field in list_fields(kind) for kind in KINDS), field
    told = " ".join(to_text(compose_held(export_held(filled, NAME).held)).split())
    assert "Units 3.13 Way watched" in told  # an entry's items
    assert f"Belongs to {MARK} title (goal-1)" in told
    assert f"About {MARK} title (ntry-1)" in told
    assert "About something that is not in here" in told
    redact(filled, "note-1")
    assert "A note (note-1)" in to_text(compose_held(export_held(filled, NAME).held))


def test_words_about_others_that_name_the_person_are_listed_as_forgetting_lists_them(
    filled: Desk,
) -> None:
    held = export_held(filled, NAME).held
    assert [(each.kind, each.about, each.author) for each in held.naming] == [
        ("objection", "Lee Invented", "Lee Invented")
    ]
    assert held.naming == look_at_erasing(filled, NAME).passages
    page = to_text(compose_held(held))
    assert page.startswith(f"What this record holds about {NAME}")
    assert f"{held.naming[0].handle}: objection of" in told_first(held)
    assert f"{held.naming[0].handle}: objection of" not in " ".join(page.split())
