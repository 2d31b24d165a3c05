"""What is due as a calendar: read back by two libraries that had no part in writing it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject
from ics import Calendar

from ipsskills.facts.due import DueFacts, DueItem, DueKind
from ipsskills.facts.origin import Origin
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.plan import PlanActivity, PlanFacts, PlanGoal
from ipsskills.pages.compose.calendar import compose_due_days, compose_plan_days
from ipsskills.pages.data import CalendarDay
from ipsskills.pages.document import Page
from ipsskills.pages.writers.calendar import write
from ipsskills.pages.writers.formats import Material
from ipsskills.record.types import State

AT = datetime(2026, 11, 30, 9, 15, tzinfo=UTC)
DAY = date(2027, 1, 7)
HOSTILE = (
    "BEGIN:VEVENT\r\nSUMMARY:x; a, b C:\\dir \U0001f642 \u05e9\u05dc\u05d5\u05dd \u202e =1+1 "
    + "w" * 300
)


def written(*days: CalendarDay) -> str:
    """Return days as the text of a calendar file."""
    return write(Material("due", None, Page("T"), events=days)).decode()


def read_twice(text: str) -> list[tuple[str, date, str]]:
    """Return the days that both libraries read, which have to be the same: uid, day and title."""
    once = [
        (event.uid.value, event.dtstart.value, event.summary.value)
        for event in getattr(vobject.readOne(text), "vevent_list", [])
    ]
    events = Calendar(text).events
    assert {(event.uid, event.begin.date(), event.name) for event in events} == set(once)
    assert len(events) == len(once)
    return once


def a_due(what: DueKind, **more: Any) -> DueFacts:
    item = DueItem(on=DAY, what=what, origin=Origin("0a1b", AT), **more)
    return DueFacts("Ada Example", date(2026, 12, 1), (item,))


@pytest.mark.parametrize(
    ("due", "uid", "title", "named"),
    [
        (
            a_due(DueKind.SUPERVISION, who="Lee Invented"),
            *("0a1b-supervision@ipsskills", "Supervision"),
            "Supervision: Ada Example with Lee Invented",
        ),
        (
            a_due(DueKind.REVIEW, title="Words ready", goal=3),
            *("0a1b-review@ipsskills", "Learning plan"),
            "Learning plan: Ada Example, look at goal 3 again: Words ready",
        ),
        (
            a_due(DueKind.CLOSE, title="Words ready", goal=3),
            *("0a1b-close-or-renew@ipsskills", "Learning plan"),
            "Learning plan: Ada Example, close or renew goal 3: Words ready",
        ),
        (
            a_due(DueKind.STEP, title="Read two cases", name="3.1"),
            *("0a1b-step@ipsskills", "Learning plan"),
            "Learning plan: Ada Example, step 3.1: Read two cases",
        ),
        (
            a_due(DueKind.ACTION, title="Find a ward visit", who="Lee Invented", name="0a"),
            *("0a1b-action@ipsskills", "Learning plan"),
            "Learning plan: Lee Invented, for Ada Example: Find a ward visit",
        ),
        (
            a_due(DueKind.CERTIFICATE, title="Lone working"),
            *("0a1b-certificate@ipsskills", "Learning plan"),
            "Learning plan: Ada Example, Lone working runs out",
        ),
        (
            a_due(DueKind.NEXT_LOOK),
            *("0a1b-next-look@ipsskills", "Learning plan"),
            "Learning plan: Ada Example, all the units again",
        ),
    ],
    ids=lambda each: each.lines[0].what if isinstance(each, DueFacts) else "",
)
def test_what_a_day_is_called(due: DueFacts, uid: str, title: str, named: str) -> None:
    assert read_twice(written(*compose_due_days(due, names=False))) == [(uid, DAY, title)]
    assert read_twice(written(*compose_due_days(due, names=True))) == [(uid, DAY, named)]


def test_what_has_no_day_is_in_no_calendar() -> None:
    items = (
        DueItem(on=None, what=DueKind.ACTION, title="Some day", origin=Origin("0a1b", AT)),
        DueItem(on=DAY, what=DueKind.DRAFT),
    )
    assert compose_due_days(DueFacts("Ada", DAY, items), names=True) == ()
    assert read_twice(written()) == []


def test_a_plan_has_the_days_of_its_open_goals_and_steps() -> None:
    steps = (
        PlanActivity(
            number="1.1", text="Read", with_whom=None, due=DAY, done=None, origin=Origin("s1", AT)
        ),
        PlanActivity(
            number="1.2", text="Tell", with_whom=None, due=DAY, done=DAY, origin=Origin("s2", AT)
        ),
    )
    goal = PlanGoal(
        number=1,
        title="Words ready",
        why="",
        units=("3.8",),
        chance=False,
        outcome="",
        review=date(2027, 1, 11),
        close=date(2027, 2, 22),
        state=State.AGREED,
        agreed_with=None,
        activities=steps,
        origin=Origin("g1", AT),
    )
    plan = PlanFacts(person=PersonNamed(id="p", name="Ada Example"), on=DAY, goals=(goal,))
    assert read_twice(written(*compose_plan_days(plan, names=False))) == [
        ("g1-review@ipsskills", date(2027, 1, 11), "Learning plan"),
        ("g1-close-or-renew@ipsskills", date(2027, 2, 22), "Learning plan"),
        ("s1-step@ipsskills", DAY, "Learning plan"),
    ]


def test_a_day_that_moved_is_the_same_day_written_later() -> None:
    later = datetime(2026, 12, 2, 8, 0, tzinfo=UTC)
    before = written(CalendarDay("u@ipsskills", DAY, "Learning plan", AT))
    after = written(CalendarDay("u@ipsskills", date(2027, 1, 14), "Learning plan", later))
    assert "DTSTAMP:20261130T091500Z" in before
    assert "DTSTAMP:20261202T080000Z" in after
    assert [text.count("UID:u@ipsskills") for text in (before, after)] == [1, 1]


@pytest.mark.parametrize("private", [False, True])
def test_lines_are_short_and_nothing_in_a_title_is_read_as_a_calendar(private: bool) -> None:
    text = written(CalendarDay("u@ipsskills", DAY, HOSTILE, AT, private=private))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    ((uid, on, title),) = read_twice(text)
    assert (uid, on) == ("u@ipsskills", DAY)
    assert "".join(title.split()) == "".join(HOSTILE.split())
    assert ("CLASS:PRIVATE" in text) == private
    assert text.count("BEGIN:VEVENT\r\n") == 1
