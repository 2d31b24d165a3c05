"""A record in which every field that is listed as personal holds a mark, and a desk at it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ipsskills.framework.types import Framework
from ipsskills.privacy.personal import Holds, list_fields
from ipsskills.record.store import open_store
from ipsskills.record.types import Forgotten, Hold, Objection, Person, Record, Redacted
from ipsskills.record.whom import Whom
from ipsskills.usecases.desk import Desk
from tests.conftest import NOON, Clock
from tests.record.common import ADA, FRAMEWORK, OBJECTION, PERSON, SAMPLES
from tests.words import meant

MARK = "Quokka"
NAME = f"Ada {MARK}"
LEE = "00000000-0000-7000-8000-00000000001e"
ADA_ID = "00000000-0000-7000-8000-0000000000ad"


def mark(sample: Record) -> Record:
    """Return a record about Ada with a mark in every field of text that is listed as personal."""
    told: dict[str, Any] = {"about": ADA_ID, "author": ADA_ID}
    for name, holds in list_fields(type(sample)).items():
        if holds is Holds.WORDS:
            told[name] = meant(f"{MARK} {name}")
        elif holds is Holds.NAMED:
            told[name] = Whom(f"{MARK} {name}")
        elif holds is Holds.LINE:
            told[name] = f"{MARK} {name}"
    if isinstance(sample, Person):
        told |= {"thing": ADA_ID, "name": NAME}
    if getattr(sample, "rater", None) == ADA:
        told["rater"] = ADA_ID
    return replace(sample, **told)


def others() -> tuple[Person, Objection]:
    """Return Lee, and words of Lee's about Lee that name Ada."""
    lee: dict[str, Any] = {"about": LEE, "author": LEE}
    person = replace(PERSON, id=LEE, thing=LEE, name="Lee Invented", **lee)
    words = replace(OBJECTION, id="w1", thing="w1", text=meant(f"As {NAME} said"), **lee)
    return person, words


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder of a record in which every personal field is filled, to be copied."""
    kept = [mark(each) for each in SAMPLES if not isinstance(each, (Forgotten, Redacted, Hold))]
    place = tmp_path_factory.mktemp("filled") / "record.db"
    with open_store(place, NOON, write=True) as store, store.writing() as work:
        work.merge([FRAMEWORK, *kept, *others()])
    with open_store(place, NOON + timedelta(days=1), write=True) as store:
        store.prepare_writing()  # which leaves a copy of that day
    return place.parent


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path, framework: Framework, clock: Clock) -> Iterator[Desk]:
    """Give a desk at which Lee works, with a record in which every personal field is filled."""
    place = Path(shutil.copytree(filled_once, tmp_path / "ours")) / "record.db"
    clock.forward(days=2)
    with open_store(place, clock(), write=True) as store:
        yield Desk(framework, store, clock, me=LEE)
