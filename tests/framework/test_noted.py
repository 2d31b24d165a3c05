"""A note that cannot tell its age, or where to look, is refused with its file and place."""

from datetime import date
from typing import Any

from ipsskills.codes import Nation, NoteGrade, Stakes
from tests.cases import try_each
from tests.framework.builders import (
    Data,
    competences,
    curriculum,
    guidance,
    merge_faults,
    parsed,
)

NOTE = guidance()
FACT = {key: value for key, value in NOTE.items() if key not in ("stakes", "address")}


def with_noted(key: str, noted: Data) -> Data:
    taught = curriculum()
    taught["sections"][0]["units"][0][key] = [noted]
    return taught


def faults(key: str = "notes", *, without: str = "", **more: Any) -> list[str]:
    whole = {**(NOTE if key == "notes" else FACT), **more}
    noted = {name: value for name, value in whole.items() if name != without}
    return merge_faults(competences(), with_noted(key, noted))


def test_a_whole_note_is_read_with_all_it_says() -> None:
    (read,) = parsed(competences(), with_noted("notes", NOTE)).by_id["3.2"].curriculum.notes
    assert read.nations == (Nation.ENGLAND, Nation.WALES)
    assert (read.grade, read.stakes, read.renews) == (NoteGrade.YEARLY, Stakes.HIGH, "04-06")
    assert (read.seen, read.checked) == ("2026-06", date(2026, 11, 29))
    assert read.address == "https://www.legislation.gov.uk/ukpga/2010/15"


def test_background_needs_no_address_and_has_no_stakes() -> None:
    (read,) = (
        parsed(competences(), with_noted("background", FACT)).by_id["3.2"].curriculum.background
    )
    assert read.address is None
    assert any(
        "'stakes' is not known here" in fault for fault in faults("background", stakes="low")
    )


@try_each("key", ["grade", "address", "nations", "topic", "stakes", "source", "text"])
def test_a_note_without_one_of_its_keys_is_refused(key: str) -> None:
    (fault,) = faults(without=key)
    assert f"The key '{key}' is missing." in fault
    assert fault.startswith("curriculum.yaml, line ")


@try_each(
    ("key", "value", "problem"),
    [
        ("address", "", "'' is not an address."),
        ("address", "gov.uk", "'gov.uk' is not an address."),
        ("address", "https://gov.uk and more", "is not an address."),
        ("nations", [], "It does not name each of its nations once."),
        ("nations", ["E", "E"], "It does not name each of its nations once."),
        ("seen", "2026-13", "'2026-13' is not a month."),
        ("seen", "June 2026", "'June 2026' is not a month."),
        ("renews", "06-31", "'06-31' is not a day of a year."),
        ("renews", "02-29", "'02-29' is not a day of a year."),
        ("renews", "4-6", "'4-6' is not a day of a year."),
        ("renews", None, "A day on which it renews goes with the grade yearly."),
        ("topic", " ", "Its topic is empty."),
        ("source", "", "Its source is empty."),
    ],
)
def test_what_cannot_be_right_is_refused(key: str, value: Any, problem: str) -> None:
    (fault,) = faults(**{key: value})
    assert problem in fault
    assert fault.startswith("curriculum.yaml (3.2, ")


@try_each("grade", ["settled", "moving"])
def test_only_a_yearly_note_renews(grade: str) -> None:
    (fault,) = faults(grade=grade)
    assert "goes with the grade yearly" in fault


@try_each(("key", "whole"), [("notes", NOTE), ("background", FACT)])
def test_a_note_may_be_unread_and_then_has_no_day_of_a_check(key: str, whole: Data) -> None:
    unread: Data = {"grade": "unread", "renews": None}
    noted = {name: value for name, value in {**whole, **unread}.items() if name != "checked"}
    taught = parsed(competences(), with_noted(key, noted)).by_id["3.2"].curriculum
    (read,) = getattr(taught, key)
    assert (read.grade, read.checked) == (NoteGrade.UNREAD, None)
    (checked,) = faults(key, **unread)
    assert "what is unread has none" in checked
    (unchecked,) = faults(key, without="checked")
    assert "has the day on which it was checked" in unchecked


def test_what_changes_each_year_is_never_told_unread() -> None:
    """From working knowledge nobody knows which year's figure it is."""
    assert any("goes with the grade yearly" in fault for fault in faults(grade="unread"))


@try_each("grade", ["settled", "moving"])
def test_only_a_yearly_note_has_figures_of_a_year(grade: str) -> None:
    (fault,) = faults(grade=grade, renews=None, year=2025)
    assert "A year goes with the grade yearly." in fault
    whole = {**NOTE, "year": 2025}
    (read,) = parsed(competences(), with_noted("notes", whole)).by_id["3.2"].curriculum.notes
    assert read.year == 2025


@try_each(("grade", "renews"), [("settled", None), ("yearly", "04-06")])
def test_only_what_moves_has_a_planned_day(grade: str, renews: str | None) -> None:
    (fault,) = faults(grade=grade, renews=renews, planned="2027-01-01")
    assert "A planned day goes with the grade moving." in fault
    moving = {**NOTE, "grade": "moving", "renews": None, "planned": "2027-01-01"}
    (read,) = parsed(competences(), with_noted("notes", moving)).by_id["3.2"].curriculum.notes
    assert read.planned == date(2027, 1, 1)


@try_each(("key", "value"), [("grade", "old"), ("stakes", "huge"), ("nations", ["X"])])
def test_codes_are_fixed(key: str, value: Any) -> None:
    (fault,) = faults(**{key: value})
    assert "is not one of the known words" in fault
