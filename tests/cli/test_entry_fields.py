"""What is typed for an entry is read, or refused in words; nothing else ever happens."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsskills.cli.entries.actions import read_action, split_action
from ipsskills.cli.entries.fields import FIELDS, read_fields
from ipsskills.cli.entries.readers import Frame, read_units
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.framework.types import Framework
from tests.words import wrote

MONDAY = date(2026, 11, 30)
ALL = [field for fields in FIELDS.values() for field in fields]


@given(text=st.text(max_size=60), number=st.integers(0, len(ALL) - 1))
def test_any_text_is_read_or_refused(text: str, number: int, framework: Framework) -> None:
    with suppress(IpsSkillsError):
        ALL[number].read(text, Frame(framework, MONDAY))


@given(text=st.text(max_size=60))
def test_any_action_is_read_or_refused(text: str, framework: Framework) -> None:
    with suppress(IpsSkillsError):
        assert read_action(wrote(text), Frame(framework, MONDAY)).what


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
        ("Ada: ring by 12 Dec 2026", ("Ada", "ring", date(2026, 12, 12))),
        ("Ada: ring by 12th December", ("Ada", "ring", date(2026, 12, 12))),
        ("Ada: ring by 2 March", ("Ada", "ring", date(2027, 3, 2))),
        ("Ada: ring by tomorrow", ("Ada", "ring", date(2026, 12, 1))),
        ("Ada: ring by Friday", ("Ada", "ring", date(2026, 12, 4))),
        ("ring by Saturday the 12th of December 2026", (None, "ring", date(2026, 12, 12))),
        ("stand by Lee by 12.12.", (None, "stand by Lee", date(2026, 12, 12))),
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
def test_actions(
    text: str, read: tuple[str | None, str, date | None], framework: Framework
) -> None:
    frame = Frame(framework, MONDAY)
    assert split_action(text, frame) == read
    action = read_action(wrote(text), frame)
    assert (action.who, action.what, action.due) == read


@pytest.mark.parametrize(
    "text", [": nothing", ":x", " : ", "Ada:", "Ada: by 2026-12-12", "by 2026-12-12"]
)
def test_an_action_without_who_or_what(text: str, framework: Framework) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_action(wrote(text), Frame(framework, MONDAY))
    assert caught.value.hint == "As in: Ada: visit a ward by 2026-12-12"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("next week", "'next week' is not a date"),
        ("the end of March", "'the end of March' is not a date"),
        ("the weekend", "'the weekend' is not a date"),
        ("March", "'March' is a month"),
        ("next Friday", "'next Friday' may be 4 Dec 2026 or 11 Dec 2026"),
        ("31/31/2026", "There is no month 31"),
        ("31 April", "There is no 31 April"),
    ],
)
def test_a_time_that_is_no_day_is_told(when: str, told: str, framework: Framework) -> None:
    with pytest.raises(InvalidInput, match=told):
        read_action(wrote(f"Ada: ring by {when}"), Frame(framework, MONDAY))


@pytest.mark.parametrize("when", ["tomorrow", "Friday", "last Friday", "today"])
def test_no_word_leans_on_today_in_a_file(when: str, framework: Framework) -> None:
    with pytest.raises(InvalidInput, match="goes by the day on which a file is read"):
        read_action(wrote(f"Ada: ring by {when}"), Frame(framework, MONDAY, in_file=True))


def test_a_day_to_come_is_the_next_after_the_day_of_the_entry(framework: Framework) -> None:
    typed = {"on": "20/11/2025", "next": "4 Dec", "minutes": "1h15"}
    read = read_fields(EntryKind.SUPERVISION, typed, Frame(framework, MONDAY))
    assert read["next_on"] == date(2025, 12, 4)
    assert (read["on"], read["minutes"]) == (date(2025, 11, 20), 75)


@pytest.mark.parametrize(
    ("option", "text"),
    [("hours", "0"), ("hours", "1001"), ("minutes", "601"), ("minutes", "11h")],
)
def test_numbers_out_of_reach_are_told_by_what_would_do(
    option: str, text: str, framework: Framework
) -> None:
    field = next(each for each in ALL if each.option == option)
    most = {"hours": 1000, "minutes": 600}[option]
    with pytest.raises(InvalidInput) as caught:
        field.read(text, Frame(framework, MONDAY))
    assert caught.value.message.startswith(f"'{text}' is not a number of {option}")
    assert caught.value.hint == f"It is more than 0 and {most} at most."
    assert field.read(str(most), Frame(framework, MONDAY)) == most
