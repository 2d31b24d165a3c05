"""Every text in the files of the content is found by itself, and named where nobody reaches it."""

from pathlib import Path

import pytest
from checks.reach.compare import compare, compare_all
from checks.reach.pages import Printed
from checks.reach.texts import DataText, list_texts

from tests.cases import try_each

FILE = """
version: "1"
reviewed: 2026-11-30
sections:
  - id: "3"
    title: Putting it into practice
    units:
      - id: "3.8"
        slug: disclosure
        builds_on: ["2.2"]
        brand_new: A text nobody has heard of
        activities:
          - slug: ask
            kind: role play
            what: Ask one another.
        statements:
          - id: 3.8/old
            retired: true
            text: It is no longer asked.
"""


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, DataText]:
    (tmp_path / "curriculum.yaml").write_text(FILE, encoding="utf-8")
    return {each.text: each for each in list_texts(tmp_path, {"3.8"})}


def test_texts_are_found_by_walking_and_codes_are_none(texts: dict[str, DataText]) -> None:
    assert set(texts) == {
        "Putting it into practice",
        "A text nobody has heard of",
        "Ask one another.",
    }


def test_a_text_knows_its_kind_its_place_and_its_unit(texts: dict[str, DataText]) -> None:
    said = texts["Ask one another."]
    assert (said.kind, said.unit) == ("activities what", "3.8")
    assert said.place == "curriculum.yaml, 3, 3.8, ask, what"
    assert texts["Putting it into practice"].unit == ""


def text(said: str, kind: str = "units purpose", unit: str = "") -> DataText:
    return DataText("curriculum", kind, "here", unit, said)


PRINTED = Printed(
    pages={"framework show 3.8": "to tell or not to", "framework map": "the roof"},
    chapters={"unit-3-8": "to tell or not to", "map": "the roof and the floor"},
    unit_pages={"3.8": "to tell or not to"},
    unit_chapters={"3.8": "to tell or not to"},
    names={"the attic"},
)


@try_each(
    ("said", "missing"),
    [
        (text("To tell,\n or not to"), ("on no page and not in the handbook",)),
        (text("To  tell\n or not TO"), ()),
        (text("the roof"), ()),
        (text("The  attic", "terms also"), ()),
        (text("The attic", "terms term"), ("on no page and not in the handbook",)),
        (text("the roof", unit="3.8"), ("on no page and not in the handbook",)),
        (text("the roof", "units short", unit="3.8"), ()),
        (text("the roof and the floor"), ("on no page",)),
        (text("to {word} and not"), ("on no page and not in the handbook",)),
        (text("to tell {word} not to"), ()),
        (text("the roo"), ("on no page and not in the handbook",)),
    ],
)
def test_what_is_missing_is_named(said: DataText, missing: tuple[str, ...]) -> None:
    found = compare([said], PRINTED)
    assert tuple(line.partition(":")[0] for line in found.missing) == missing
    (kind,) = found.kinds
    assert (kind.are, kind.on_pages) == (1, 0 if missing else 1)


def test_every_text_that_is_shipped_is_on_a_page_and_in_the_handbook(home: Path) -> None:
    found = compare_all()
    assert found.missing == ()
    are = {kind.name: kind.are for kind in found.kinds}
    assert are["curriculum activities what"] == are["curriculum activities bring"] > 250
    assert {
        "curriculum vignettes case",
        "curriculum notes text",
        "curriculum units evidence",
    } <= set(are)
    assert {"systems domains about", "systems sections gives", "crosswalks rows theme"} <= set(are)
