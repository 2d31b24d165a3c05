"""What is typed for an entry is read, or refused in words; nothing else ever happens."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsskills.cli.entries.actions import read_action, split_action
from ipsskills.cli.entries.fields import FIELDS, read_fields
from ipsskills.cli.entries.readers import Frame, make_reader, read_units
from ipsskills.cli.prompts.understood import say_understood
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, IpsSkillsError
from ipsskills.framework.types import Framework
from ipsskills.record.columns import Column
from ipsskills.record.limits import Length, NumberLimit
from ipsskills.record.uses import Use
from tests.cases import try_each
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


@try_each(
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


@try_each("text", ["9.9", "3.8 and 3.9", "3.10 Disclosure", "３.8.8", "the"])
def test_what_is_no_unit(text: str, framework: Framework) -> None:
    with pytest.raises(IpsSkillsError):
        read_units(text, framework)


@try_each(
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


@try_each("text", [": nothing", ":x", " : ", "Ada:", "Ada: by 2026-12-12", "by 2026-12-12"])
def test_an_action_without_who_or_what(text: str, framework: Framework) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_action(wrote(text), Frame(framework, MONDAY))
    assert caught.value.hint == "As in: Ada: visit a ward by 2026-12-12"


@try_each(
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


@try_each("when", ["tomorrow", "Friday", "last Friday", "today"])
def test_no_word_leans_on_today_in_a_file(when: str, framework: Framework) -> None:
    with pytest.raises(InvalidInput, match="goes by the day on which a file is read"):
        read_action(wrote(f"Ada: ring by {when}"), Frame(framework, MONDAY, in_file=True))


def test_a_day_to_come_is_the_next_after_the_day_of_the_entry(framework: Framework) -> None:
    typed = {"on": "20/11/2025", "next": "4 Dec", "minutes": "1h15"}
    read = read_fields(EntryKind.SUPERVISION, typed, Frame(framework, MONDAY))
    assert read["next_on"] == date(2025, 12, 4)
    assert (read["on"], read["minutes"]) == (date(2025, 11, 20), 75)


@try_each(
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


def number(holds: type[float], text: str, framework: Framework) -> object:
    """Return what is read of a text for a field that keeps 0 to 1000, no length of time."""
    column = Column("seats", holds, optional=True, marks=(NumberLimit(1000, least=0),))
    read = make_reader(column, Use("seats", 1, "How many?", "Seats"))
    return read(text, Frame(framework, MONDAY))


@try_each(
    ("holds", "text", "read"),
    [
        (float, "12.5", 12.5),
        (float, " 1,5 ", 1.5),
        (float, "1½", 1.5),
        (float, "0", 0.0),
        (float, "1000", 1000.0),
        (int, "12", 12),
        (int, "2.0", 2),
        (int, " ", None),
    ],
)
def test_a_number_that_is_no_length_of_time_is_read_as_it_stands(
    holds: type[float], text: str, read: float | None, framework: Framework
) -> None:
    found = number(holds, text, framework)
    assert (found, type(found)) == (read, type(read))


@try_each(
    ("holds", "text", "said", "hint"),
    [
        (float, "1:30", "'1:30' is not a number.", "Example: 1.5"),
        (float, "90 min", "'90 min' is not a number.", "Example: 1.5"),
        (float, "1e2", "'1e2' is not a number.", "Example: 1.5"),
        (int, "2.5", "'2.5' is not a whole number.", "Example: 3"),
        (int, "2h", "'2h' is not a whole number.", "Example: 3"),
        (int, "1001", "'1001' does not fit here.", "It is from 0 to 1,000."),
    ],
)
def test_what_is_no_such_number_is_told_by_what_would_do(
    holds: type[float], text: str, said: str, hint: str, framework: Framework
) -> None:
    with pytest.raises(InvalidInput) as caught:
        number(holds, text, framework)
    assert (caught.value.message, caught.value.hint) == (said, hint)


@try_each(
    ("limits", "reach", "out"),
    [
        (NumberLimit(1_000_000, above=0), "more than 0 and 1,000,000 at most", (0, 1_000_000.5)),
        (NumberLimit(0.5, least=0.25), "from 0.25 to 0.5", (0.24, 0.51)),
        (NumberLimit(600), "600 at most", (601,)),
    ],
)
def test_limits_are_told_as_they_hold(
    limits: NumberLimit, reach: str, out: tuple[float, ...]
) -> None:
    assert limits.reach == reach
    assert limits.holds(limits.most)
    assert not any(map(limits.holds, out))


@try_each(
    ("value", "typed", "counted", "said"),
    [
        (1.5, "1:30", Length.HOURS, "  1 hour 30 minutes\n"),
        (90, "1h30", Length.MINUTES, "  1 hour 30 minutes\n"),
        (90, "90", Length.MINUTES, ""),
        (1.5, "1½", None, ""),
    ],
)
def test_only_a_length_of_time_is_said_back_as_one(
    value: float, typed: str, counted: Length | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    say_understood(value, typed, counted)
    assert capsys.readouterr().err == said


def test_each_number_of_an_entry_is_counted_in_what_its_option_says() -> None:
    counted = {field.option: field.length for field in ALL if field.length}
    assert counted == {"hours": Length.HOURS, "minutes": Length.MINUTES}
