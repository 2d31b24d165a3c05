"""Tables: one for each kind of record, and the numbered steps make just these."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, StaticPool, create_engine, inspect
from sqlmodel import SQLModel

from ipsskills.record import types
from ipsskills.record.migrate import migrate
from ipsskills.record.sql.database import Database
from ipsskills.record.sql.tables import list_tables
from ipsskills.record.sqlite.engine import connect
from tests.cases import try_each
from tests.conftest import NOON

HEADER = ("id", "thing", "replaces", "about", "author", "at")
KEPT = "kept_on_purpose"
COLUMNS = {
    "person": (
        *HEADER, "name", "role", "team", "hours", "since", "supervisor", "supervised_since",
        "left", "caseload", "leave", "works_best", "same_as", KEPT, "key",
    ),
    "assessment": (
        *HEADER, "kind", "rater", "state", "scope", "period_months", "period_from", "scale",
        "framework", "began", "finished", "agreed_with", "form_version", "set_aside",
    ),
    "rating": (
        *HEADER, "assessment", "item", "asked_as", "code", "basis", "reason", "behind", "bring",
        "show", "visit", "seen_on",
    ),
    "note": (*HEADER, "subject", "text", "shared", KEPT),
    "goal": (
        *HEADER, "number", "title", "why", "items", "chance", "agreed_with", "outcome", "review",
        "close", "state", "changed", "arranged_by", "agreed_on", "states", "reviewed",
        "review_note", KEPT,
    ),
    "goal_activity": (
        *HEADER, "goal", "place", "text", "source", "with_whom", "due", "done", "dropped", KEPT,
        "brought",
    ),
    "entry": (
        *HEADER, "kind", "on", "title", "items", "way", "hours", "minutes", "provider", "who",
        "basis", "text", "went_well", "next_step", "own_word", "cancelled", "certificate",
        "expires", "next_on", "due", "done", "part_of", "removed", KEPT,
        "talked", "entered",
    ),
    "parcel": (
        *HEADER, "way", "kind", "with_whom", "on", "digest", "held", "asked", "undone",
    ),
    "alone_first": (*HEADER, "rater", "reader", "units", "since", "ended", "how"),
    "objection": (*HEADER, "subject", "text", "settled", KEPT),
    "hold": (*HEADER, "why", "began", "ended"),
    "forgotten": (*HEADER, "ids", "on"),
    "redacted": (*HEADER, "subject", "table", "on", "asked_of"),
    "framework_text": ("hash", "version", "text"),
}  # fmt: skip
TABLE_OF = list_tables()
MAY_BE_EMPTY = {
    "person": {
        "replaces", "team", "hours", "since", "supervisor", "supervised_since", "left", "caseload",
        "leave", "same_as", "key",
    },
    "assessment": {
        "replaces", "period_from", "finished", "agreed_with", "form_version", "set_aside",
    },
    "rating": {"replaces", "code", "basis", "reason", "behind", "visit", "seen_on"},
    "note": {"replaces"},
    "goal": {"replaces", "agreed_with", "arranged_by", "agreed_on", "reviewed"},
    "goal_activity": {"replaces", "source", "with_whom", "done"},
    "entry": {
        "replaces", "way", "hours", "minutes", "provider", "who", "basis", "cancelled",
        "certificate", "expires", "next_on", "due", "done", "part_of", "talked", "entered",
    },
    "parcel": {"replaces", "with_whom"},
    "alone_first": {"replaces", "ended", "how"},
    "objection": {"replaces", "settled"},
    "hold": {"replaces", "ended"},
    "forgotten": {"replaces"},
    "redacted": {"replaces", "on", "asked_of"},
    "framework_text": set[str](),
}  # fmt: skip
OWN_TABLES = {"store", "migration"}  # of the room itself; no record has them


@contextmanager
def modelled_on(database: Database) -> Iterator[Connection]:
    """Give SQLAlchemy's view of a connection."""
    engine = create_engine("sqlite://", creator=lambda: database.raw, poolclass=StaticPool)
    with engine.connect() as connection:
        yield connection


@pytest.fixture
def stepped() -> Iterator[Connection]:
    """Return a store as the numbered steps make it."""
    with closing(connect(None)) as database, modelled_on(database) as connection:
        migrate(database, NOON)
        yield connection


@pytest.fixture
def modelled() -> Iterator[Connection]:
    """Return a store as the table classes would make it."""
    with closing(connect(None)) as database, modelled_on(database) as connection:
        SQLModel.metadata.create_all(
            connection, tables=[SQLModel.metadata.tables[name] for name in COLUMNS]
        )
        yield connection


def form(connection: Connection) -> dict[str, Any]:
    """Return all that matters of each table, in an order that does not."""
    look = inspect(connection)
    return {
        name: {
            "columns": {
                each["name"]: (str(each["type"]).replace("TIMESTAMP", "DATETIME"), each["nullable"])
                for each in look.get_columns(name)
            },
            "key": look.get_pk_constraint(name)["constrained_columns"],
            "indexes": {
                each["name"]: (tuple(each["column_names"]), each["unique"])
                for each in look.get_indexes(name)
            },
            "references": {
                (*each["constrained_columns"], each["referred_table"], *each["referred_columns"])
                for each in look.get_foreign_keys(name)
            },
        }
        for name in set(look.get_table_names()) - OWN_TABLES
    }


def test_the_steps_make_what_the_table_classes_say(
    stepped: Connection, modelled: Connection
) -> None:
    made, meant = form(stepped), form(modelled)
    assert made.keys() == meant.keys()
    for name, table in meant.items():
        assert made[name] == table, name


def test_the_steps_make_these_tables_and_columns(stepped: Connection) -> None:
    found = form(stepped)
    assert {name: tuple(table["columns"]) for name, table in found.items()} == COLUMNS
    for name, table in found.items():
        empty = {column for column, (_, nullable) in table["columns"].items() if nullable}
        assert empty == MAY_BE_EMPTY[name], name


def test_keys_indexes_and_references_are_these(stepped: Connection) -> None:
    found = form(stepped)
    for name, table in found.items():
        versioned = name != "framework_text"
        assert table["key"] == (["id"] if versioned else ["hash"])
        header = [("thing",), ("replaces",), ("about",)] if versioned else []
        own: dict[str, list[tuple[str, ...]]] = {
            "person": [("supervisor",)],
            "assessment": [("rater",)],
            "rating": [("assessment",)],
            "goal_activity": [("goal",)],
            "entry": [("done", "kind", "about")],
            "objection": [("subject",)],
            "redacted": [("subject",)],
        }
        indexed = [*header, *own.get(name, [])]
        assert table["indexes"] == {f"ix_{name}_{'_'.join(each)}": (each, 0) for each in indexed}
        expected = {("framework", "framework_text", "hash")} if name == "assessment" else set()
        assert table["references"] == expected


def test_only_the_rooms_own_tables_have_no_class(stepped: Connection) -> None:
    assert set(inspect(stepped).get_table_names()) == set(COLUMNS) | OWN_TABLES


@try_each("kind", TABLE_OF)
def test_a_table_has_exactly_the_fields_of_its_records(kind: type[Any]) -> None:
    own = {each.name for each in fields(kind)}
    assert set(TABLE_OF[kind].model_fields) - {KEPT} == own


def test_every_kind_of_record_has_a_table_of_its_own() -> None:
    kinds = set(types.Record.__subclasses__()) | {types.FrameworkText}
    assert set(TABLE_OF) == kinds
    assert len(set(TABLE_OF.values())) == len(kinds)
    assert {table.__tablename__ for table in TABLE_OF.values()} == set(COLUMNS)


def test_a_table_has_one_class() -> None:
    assert list_tables() == TABLE_OF
    assert set(SQLModel.metadata.tables) == set(COLUMNS)


def test_an_answer_makes_the_classes_of_what_it_puts_in_only(tmp_path: Path) -> None:
    """Each class costs as much as a few answers do."""
    made = subprocess.run(
        [sys.executable, "-c", _ONE_ANSWER, str(tmp_path / "record.db")],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert made == ["assessment", "note", "person", "rating"]


_ONE_ANSWER = """
import sys
from pathlib import Path
from ipsskills.record.store import open_store
from tests.record.common import NOON
from sqlmodel import SQLModel
with open_store(Path(sys.argv[1]), NOON, write=True) as store:
    store.prepare_writing()
print(*sorted(SQLModel.metadata.tables))
"""
