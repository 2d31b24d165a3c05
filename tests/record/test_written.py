"""Texts that people wrote: what was decided of each is kept with it and comes back."""

import copy
import json
import pickle
from dataclasses import asdict, fields, replace

import pytest

from ipsskills.codes import EntryKind
from ipsskills.record.columns import columns_of
from ipsskills.record.entries import Entry, uses_of
from ipsskills.record.store import Store
from ipsskills.record.types import KINDS, Goal, Note
from ipsskills.record.whom import Whom
from ipsskills.record.written import NO_WORDS, Decision, Written
from tests.record.common import ENTRY, GOAL, NOTE, rows
from tests.words import meant, wrote

ID = "0193f5a0-1111-7abc-8def-000000000001"


def test_a_text_comes_back_with_what_was_decided_of_it(store: Store) -> None:
    goal = replace(GOAL, why=meant("Mrs Quill lost the flat"), outcome=wrote("Ready words"))
    note = replace(NOTE, text=meant("My own back pain, born 1980"))
    with store.writing() as work:
        work.add(goal, note, ENTRY)
    with store.reading() as work:
        (found,) = work.current(Goal)
        assert found == goal
        assert found.why.decision is Decision.KEPT_ON_PURPOSE
        assert found.outcome.decision is Decision.NOTHING_FOUND
        assert work.current(Note)[0].text.decision is Decision.KEPT_ON_PURPOSE
        assert work.current(Entry)[0].title.decision is Decision.NOTHING_FOUND
    assert store.path is not None
    assert rows(store.path, "SELECT kept_on_purpose FROM goal") == [('["why"]',)]
    assert rows(store.path, "SELECT kept_on_purpose FROM entry") == [("[]",)]


@pytest.mark.parametrize("text", [meant(" two words "), wrote(""), NO_WORDS])
def test_a_written_text_is_a_text_and_survives_being_copied(text: Written) -> None:
    for again in (copy.deepcopy(text), pickle.loads(pickle.dumps(text)), copy.copy(text)):
        assert again == text
        assert again.decision is text.decision
    assert json.loads(json.dumps({"text": text})) == {"text": str(text)}
    assert asdict(replace(NOTE, text=text))["text"].decision is text.decision


def test_only_leaving_out_blanks_keeps_the_decision() -> None:
    text = meant(" Mrs Quill ")
    assert text.strip() == "Mrs Quill"
    assert text.strip().decision is Decision.KEPT_ON_PURPOSE
    for other in (text + "!", text[1:], text.replace("Quill", "Q"), text.lower(), f"{text}"):
        assert type(other) is str


def test_where_people_write_is_known_from_the_types() -> None:
    found = {
        f"{kind.__name__}.{column.name}"
        for kind in KINDS
        for column in columns_of(kind)
        if column.holds is Written
    }
    assert found == {
        "Person.leave", "Person.works_best", "Note.text", "GoalActivity.text",
        "GoalActivity.brought",
        *(f"Goal.{name}" for name in ("title", "why", "outcome", "changed", "review_note")),
        *(f"Entry.{name}" for name in ("title", "text", "went_well", "next_step", "own_word")),
        "Entry.cancelled", "Entry.certificate", "Objection.text",
    }  # fmt: skip


def test_where_somebody_is_named_is_known_from_the_types() -> None:
    found = {
        f"{kind.__name__}.{column.name}"
        for kind in KINDS
        for column in columns_of(kind)
        if column.holds is Whom
    }
    assert found == {
        "Assessment.agreed_with",
        "Goal.agreed_with",
        "Goal.arranged_by",
        "GoalActivity.with_whom",
        "Entry.who",
        "Parcel.with_whom",
        "Redacted.asked_of",
    }


@pytest.mark.parametrize(
    ("kept", "person"),
    [(ID, ID), ("Tom Leader", None), ("a colleague", None), (f"{ID} x", None), (ID[:-1], None)],
)
def test_whom_tells_an_id_from_words(store: Store, kept: str, person: str | None) -> None:
    with store.writing() as work:
        work.add(replace(ENTRY, who=Whom(f" {kept}")))
    with store.reading() as work:
        (found,) = work.current(Entry)
    assert found.who == kept
    assert found.who is not None
    assert found.who.person == person


def test_every_use_of_a_field_of_entries_has_its_own_turn_and_option() -> None:
    for kind in EntryKind:
        used = uses_of(kind)
        assert [use.place for use in used.values()] == list(range(1, len(used) + 1))
        options = [use.option for use in used.values() if use.option]
        assert len(set(options)) == len(options)
        assert all(use.label for use in used.values())


def test_every_text_people_write_in_entries_has_a_name_in_a_sentence() -> None:
    written = {column.name for column in columns_of(Entry) if column.holds is Written}
    for kind in EntryKind:
        for name, use in uses_of(kind).items():
            assert bool(use.named) is (name in written), (kind, name)


def test_every_field_of_entries_is_used_but_what_the_program_keeps_itself() -> None:
    own = {each.name for each in fields(Entry)} - {"id", "thing", "replaces", "about", "author"}
    used = {name for kind in EntryKind for name in uses_of(kind)}
    assert own - used == {"at", "kind", "part_of", "removed", "entered"}
