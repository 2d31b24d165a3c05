"""When a note warns, whom it is for and what comes first; every date worked out by hand."""

from datetime import date, timedelta

from ipsskills.codes import Nation, NoteGrade, Stakes
from ipsskills.framework.noted import BackgroundFact, GuidanceNote
from ipsskills.method.law.ageing import (
    NoteState,
    Standpoint,
    Urgency,
    find_state,
    find_urgency,
    find_year_end,
    look_at_key,
    order_notes,
    part_by_nation,
)
from tests.cases import try_each

SETTLED, YEARLY, MOVING = NoteGrade.SETTLED, NoteGrade.YEARLY, NoteGrade.MOVING


def note(
    grade: NoteGrade = SETTLED,
    *,
    checked: date = date(2026, 11, 29),
    renews: str | None = None,
    seen: str | None = None,
    year: int | None = None,
    planned: date | None = None,
    nations: str = "E",
    stakes: Stakes = Stakes.MIDDLE,
    topic: str = "Fares",
) -> GuidanceNote:
    return GuidanceNote(
        nations=tuple(map(Nation, nations.split())),
        topic=topic,
        grade=grade,
        text="Fares may be met.",
        source="An Act",
        checked=checked,
        seen=seen,
        renews=renews,
        year=year,
        planned=planned,
        address="https://www.legislation.gov.uk/ukpga/2010/15",
        stakes=stakes,
    )


@try_each(
    ("checked", "renews", "ends"),
    [
        (date(2026, 11, 29), "04-06", date(2027, 4, 6)),
        (date(2026, 4, 5), "04-06", date(2026, 4, 6)),
        (date(2026, 4, 6), "04-06", date(2027, 4, 6)),  # looked on the day: good for the new year
        (date(2026, 12, 31), "01-01", date(2027, 1, 1)),
        (date(2027, 1, 1), "12-31", date(2027, 12, 31)),
        (date(2028, 2, 29), "04-01", date(2028, 4, 1)),
    ],
)
def test_a_year_ends_on_the_first_such_day_after_the_check(
    checked: date, renews: str, ends: date
) -> None:
    assert find_year_end(note(YEARLY, checked=checked, renews=renews)) == ends


@try_each(
    ("today", "state"),
    [
        (date(2026, 11, 29), NoteState.IN_ITS_YEAR),
        (date(2027, 4, 5), NoteState.IN_ITS_YEAR),
        (date(2027, 4, 6), NoteState.YEAR_OVER),
        (date(2031, 1, 1), NoteState.YEAR_OVER),
    ],
)
def test_a_yearly_note_says_by_itself_that_its_year_is_over(today: date, state: NoteState) -> None:
    found = find_state(note(YEARLY, renews="04-06"), today)
    assert found is state
    assert found.warns is (state is NoteState.YEAR_OVER)


@try_each("today", [date(2026, 11, 29), date(2026, 11, 30), date(2040, 1, 1)])
def test_settled_never_warns_and_moving_always_does(today: date) -> None:
    assert find_state(note(SETTLED), today) is NoteState.SETTLED
    assert not NoteState.SETTLED.warns
    assert find_state(note(MOVING, seen="2026-06"), today) is NoteState.MOVING
    assert NoteState.MOVING.warns
    assert NoteState.MOVING.to_look_at
    assert not NoteState.SETTLED.to_look_at


@try_each("today", [date(2026, 11, 29), date(2040, 1, 1)])
def test_what_was_not_read_is_to_be_looked_at_and_does_not_age(today: date) -> None:
    fact = BackgroundFact(
        nations=(Nation.WALES,),
        topic="Six a week",
        grade=NoteGrade.UNREAD,
        text="About six.",
        source="A form",
    )
    state = find_state(fact, today)
    assert (state, state.warns, state.to_look_at) == (NoteState.UNREAD, False, True)
    assert find_year_end(fact) is None
    assert look_at_key(fact, today) > look_at_key(note(MOVING), today)


def test_somebody_who_has_looked_ends_the_warning() -> None:
    today = date(2027, 4, 10)
    old, again = (
        note(YEARLY, renews="04-06", checked=day) for day in (date(2026, 11, 29), date(2027, 4, 9))
    )
    assert find_state(old, today).warns
    assert not find_state(again, today).warns


def test_a_figure_of_last_year_is_over_however_lately_somebody_looked() -> None:
    last_year = note(YEARLY, renews="04-06", year=2025, checked=date(2026, 11, 30))
    assert find_year_end(last_year) == date(2026, 4, 6)
    assert find_state(last_year, date(2026, 11, 30)) is NoteState.YEAR_OVER
    this_year = note(YEARLY, renews="04-06", year=2026, checked=date(2026, 2, 1))
    assert find_state(this_year, date(2027, 4, 5)) is NoteState.IN_ITS_YEAR


@try_each(
    ("checked", "today", "urgency"),
    [
        (date(2026, 10, 1), date(2026, 11, 1), Urgency.OLD),  # 61 days before
        (date(2026, 11, 29), date(2026, 11, 2), Urgency.SOON),  # 60
        (date(2026, 11, 29), date(2026, 12, 31), Urgency.SOON),
        (date(2026, 11, 29), date(2027, 1, 1), Urgency.OVERDUE),
        (date(2027, 1, 5), date(2027, 1, 6), Urgency.OVERDUE),  # looked, and no start was seen
    ],
)
def test_a_planned_change_is_urgent_near_its_day_and_overdue_until_the_note_settles_it(
    checked: date, today: date, urgency: Urgency
) -> None:
    planned = note(MOVING, checked=checked, planned=date(2027, 1, 1))
    assert find_urgency(find_state(planned, today), planned.planned, today) is urgency


def test_background_ages_by_the_same_rule() -> None:
    mark = BackgroundFact(
        nations=(Nation.ENGLAND,),
        topic="The benchmark",
        grade=YEARLY,
        text="Two in five.",
        source="A programme",
        checked=date(2026, 11, 29),
        renews="04-01",
    )
    assert find_state(mark, date(2027, 3, 31)) is NoteState.IN_ITS_YEAR
    assert find_state(mark, date(2027, 4, 1)) is NoteState.YEAR_OVER


@try_each(
    ("reader", "own"),
    [
        ("", ["all", "britain", "wales", "ni"]),
        ("E", ["all", "britain"]),
        ("W", ["all", "britain", "wales"]),
        ("NI", ["all", "ni"]),
        ("W NI", ["all", "britain", "wales", "ni"]),
    ],
)
def test_notes_are_parted_by_the_nations_of_the_reader(reader: str, own: list[str]) -> None:
    notes = [
        note(topic="all", nations="E W S NI"),
        note(topic="britain", nations="E W S"),
        note(topic="wales", nations="W"),
        note(topic="ni", nations="NI"),
    ]
    place = Standpoint(date(2026, 11, 30), tuple(map(Nation, reader.split())))
    mine, others = part_by_nation(notes, place)
    assert [each.topic for each in mine] == own
    assert {each.topic for each in others} == {each.topic for each in notes} - set(own)


def test_the_most_costly_mistakes_stand_first_and_else_nothing_moves() -> None:
    named = [("a", "low"), ("b", "high"), ("c", "middle"), ("d", "high"), ("e", "low")]
    notes = [note(topic=topic, stakes=Stakes(stakes)) for topic, stakes in named]
    assert [each.topic for each in order_notes(notes)] == ["b", "d", "c", "a", "e"]


def test_what_is_overdue_comes_first_then_what_is_about_to_change_then_the_oldest_source() -> None:
    today = date(2026, 11, 30)
    oldest, newer = note(MOVING, seen="2020"), note(MOVING, seen="2026-06")
    january = note(MOVING, seen="2026-07", planned=date(2027, 1, 1))
    december = note(MOVING, seen="2026-07", planned=date(2026, 12, 10))
    far = note(MOVING, seen="2025", planned=today + timedelta(days=61))
    past = note(MOVING, seen="2026-07", planned=date(2026, 10, 1))
    over = note(YEARLY, renews="04-06", year=2025)
    mixed = [newer, january, far, past, oldest, december, over]
    ordered = sorted(mixed, key=lambda each: look_at_key(each, today))
    assert ordered == [over, past, december, january, oldest, far, newer]


def test_age_goes_by_the_newest_source_and_first_is_what_has_none() -> None:
    none, looked_later = (note(checked=date(2026, 11, day)) for day in (22, 29))
    a_year, june = note(seen="2025"), note(seen="2026-06")
    july, july_again = (note(seen="2026-07", checked=date(2026, 11, day)) for day in (22, 29))
    mixed = [july_again, june, looked_later, july, none, a_year]
    ordered = sorted(mixed, key=lambda each: look_at_key(each, date(2026, 11, 30)))
    assert ordered == [none, looked_later, a_year, june, july, july_again]
