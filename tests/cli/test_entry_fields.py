"""What is typed for an entry is read, or refused in words; nothing else ever happens."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsskills.cli.entries.actions import read_action, split_action
from ipsskills.cli.entries.fields import FIELDS, read_units
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.framework.types import Framework
from tests.words import wrote

ALL = [field for fields in FIELDS.values() for field in fields]


@given(text=st.text(max_size=60), number=st.integers(0, len(ALL) - 1))
def test_any_text_is_read_or_refused(text: str, number: int, framework: Framework) -> None:
    with suppress(IpsSkillsError):
        ALL[number].read(text, framework)


@given(text=st.text(max_size=60))
def test_any_action_is_read_or_refused(text: str) -> None:
    with suppress(IpsSkillsError):
        assert read_action(wrote(text)).what


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3.8", ("3.8",)),
        ("3.8 3.10", ("3.8", "3.10")),
        ("3.8, 3.10; 3.8", ("3.8", "3.10")),
        ("3.10 Employment plan", ("3.10",)),
        ("disclosure", ("3.8",)),
        ("m1", ("M1",)),
        ("", ()),
        (" ; , ", ()),
    ],
)
def test_units(text: str, read: tuple[str, ...], framework: Framework) -> None:
    assert read_units(text, framework) == read


@pytest.mark.parametrize("text", ["9.9", "3.8 and 3.9", "3.10 Disclosure", "３.8.8", "the"])
def test_what_is_no_unit(text: str, framework: Framework) -> None:
    with pytest.raises(IpsSkillsError):
        read_units(text, framework)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ada: ring by 2026-12-12", ("Ada", "ring", date(2026, 12, 12))),
        ("Ada: ring by 12/12/2026", ("Ada", "ring", date(2026, 12, 12))),
        ("ring by 2026-12-12", (None, "ring", date(2026, 12, 12))),
        ("Ada: ring", ("Ada", "ring", None)),
        ("ring by phone", (None, "ring by phone", None)),
        ("go by bus 42", (None, "go by bus 42", None)),
        ("stand by the phone", (None, "stand by the phone", None)),
        ("Lee O'Brien: ask: who rings?", ("Lee O'Brien", "ask: who rings?", None)),
        ("read 3:15 of it", (None, "read 3:15 of it", None)),
        ("עדה: לצלצל", ("עדה", "לצלצל", None)),
    ],
)
def test_actions(text: str, read: tuple[str | None, str, date | None]) -> None:
    assert split_action(text) == read
    action = read_action(wrote(text))
    assert (action.who, action.what, action.due) == read


@pytest.mark.parametrize(
    "text", [": nothing", ":x", " : ", "Ada:", "Ada: by 2026-12-12", "by 2026-12-12"]
)
def test_an_action_without_who_or_what(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_action(wrote(text))
    assert caught.value.hint == "As in: Ada: visit a ward by 2026-12-12"


@pytest.mark.parametrize(
    "when",
    [
        "tomorrow",
        "Friday",
        "next week",
        "the end of March",
        "12 Dec 2026",
        "12th December",
        "31/31/2026",
    ],
)
def test_a_time_that_is_no_day_is_told(when: str) -> None:
    with pytest.raises(InvalidInput, match=f"'{when}' is not a date"):
        read_action(wrote(f"Ada: ring by {when}"))


@pytest.mark.parametrize(
    ("option", "text"),
    [("hours", "-3"), ("hours", "0"), ("hours", "1001"), ("hours", "nan"), ("minutes", "601")],
)
def test_numbers_out_of_reach_are_told_by_what_would_do(
    option: str, text: str, framework: Framework
) -> None:
    field = next(each for each in ALL if each.option == option)
    most = {"hours": 1000, "minutes": 600}[option]
    with pytest.raises(InvalidInput) as caught:
        field.read(text, framework)
    assert caught.value.message.startswith(f"'{text}' is not a number of {option}")
    assert caught.value.hint == f"It is more than 0 and {most} at most."
    assert field.read(str(most), framework) == most
