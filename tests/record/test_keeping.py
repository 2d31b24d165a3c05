"""Which copies are kept: days, weeks and months, a gigabyte, and never less than what is whole."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ipsskills.record.sqlite.copy_names import CopyName, list_copies
from ipsskills.record.sqlite.keeping import KEEPING, Keeping

FIRST = date(2026, 11, 1)  # a Sunday


def daily(day: int, *, damaged: bool = False) -> CopyName:
    on = FIRST + timedelta(days=day - 1)
    ending = "-damaged" if damaged else ""
    return CopyName(Path(f"r-{on}{ending}.db"), on, daily=True, damaged=damaged)


def asked(day: int, time: str) -> CopyName:
    on = FIRST + timedelta(days=day - 1)
    return CopyName(Path(f"r-{on}T{time}.db"), on, daily=False, damaged=False)


def kept(copies: Sequence[CopyName], size: int = 1, keeping: Keeping = KEEPING) -> list[str]:
    chosen = keeping.choose(copies, {copy.path: size for copy in copies})
    return [copy.path.stem[2:] for copy in copies if copy.path in chosen]


def test_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    # 1 November 2026 to 30 October 2028, by hand: the last seven days of use; the first day of
    # use in each of the last four weeks, which are Mondays; the first of each of twelve months.
    copies = [daily(day) for day in range(1, 731)]
    assert kept(copies) == [
        *("2027-11-01", "2027-12-01", "2028-01-01", "2028-02-01", "2028-03-01", "2028-04-01"),
        *("2028-05-01", "2028-06-01", "2028-07-01", "2028-08-01", "2028-09-01", "2028-10-01"),
        *("2028-10-09", "2028-10-16", "2028-10-23", "2028-10-24", "2028-10-25", "2028-10-26"),
        *("2028-10-27", "2028-10-28", "2028-10-29", "2028-10-30"),
    ]


def test_days_of_use_are_counted_and_not_days_of_the_calendar() -> None:
    copies = [daily(day) for day in (1, 10, 20, 30, 40, 50, 60, 70)]
    assert len(kept(copies)) == 8


def test_a_copy_that_was_asked_for_stands_beside_those_of_its_days() -> None:
    copies = [daily(1), asked(1, "120000"), asked(1, "130000"), daily(2)]
    assert kept(copies) == [
        "2026-11-01",
        "2026-11-01T120000",
        "2026-11-01T130000",
        "2026-11-02",
    ]


def test_of_many_copies_that_were_asked_for_the_newest_seven_are_kept() -> None:
    copies = [daily(1), *(asked(1, f"12{minute:02}00") for minute in range(20))]
    assert kept(copies) == [
        "2026-11-01",
        *(f"2026-11-01T12{minute:02}00" for minute in range(13, 20)),
    ]


def test_damaged_copies_never_push_out_the_last_sound_one() -> None:
    copies = [daily(1), daily(2), *(daily(day, damaged=True) for day in range(3, 61))]
    assert kept(copies) == ["2026-11-01", "2026-11-02", "2026-12-30-damaged"]


def test_the_last_sound_one_before_damage_stays_after_it_was_mended() -> None:
    copies = [daily(1), daily(2), daily(3, damaged=True), daily(4, damaged=True)]
    copies += [daily(day) for day in range(5, 61)]
    assert kept(copies)[:4] == ["2026-11-01", "2026-11-02", "2026-11-04-damaged", "2026-12-01"]


def test_within_a_gigabyte_the_newest_and_the_way_back_come_first() -> None:
    copies = [daily(1), daily(2), daily(3, damaged=True), *(daily(day) for day in range(4, 30))]
    # Of 300 MB each three have room: the newest, the one before the damage, the damaged one.
    assert kept(copies, 300_000_000) == ["2026-11-02", "2026-11-03-damaged", "2026-11-29"]
    assert kept(copies, 600_000_000) == ["2026-11-29"]


def test_one_larger_than_all_there_is_room_for_is_kept_alone() -> None:
    assert kept([daily(1), daily(2)], 2_700_000_000) == ["2026-11-02"]


@given(
    st.lists(st.tuples(st.integers(1, 400), st.booleans()), max_size=40),
    st.integers(1, 1_500_000_000),
)
def test_whatever_happened_the_newest_sound_one_is_kept_within_the_limit(
    days: list[tuple[int, bool]], size: int
) -> None:
    copies = [daily(day, damaged=damaged) for day, damaged in sorted(dict(days).items())]
    chosen = KEEPING.choose(copies, {copy.path: size for copy in copies})
    sound = [copy.path for copy in copies if not copy.damaged]
    assert not sound or sound[-1] in chosen
    assert len(chosen) <= max(1, KEEPING.most_bytes // size)
    # Taken away again and again, what is kept does not dwindle.
    rest = [copy for copy in copies if copy.path in chosen]
    assert KEEPING.choose(rest, {copy.path: size for copy in rest}) == chosen


def test_names_tell_what_a_copy_is(tmp_path: Path) -> None:
    place = tmp_path / "r-backups"
    place.mkdir()
    told = {
        "r-2026-11-01.db": (True, False),
        "r-2026-11-02-damaged.db": (True, True),
        "r-2026-11-03T120000.db": (False, False),
        "r-2026-11-03T120000-before-form-2.db": (False, False),
        "r-2026-11-04T120000-before-restore-damaged.db": (False, True),
        "r-2026-11-04T120000-before-restore-damaged-2.db": (False, True),
        "r-2026-11-05T120000-before-restore-2.db": (False, False),
        "r-2026-11-05T120000-before-restore-2-damaged.db": (False, True),
    }
    for name in (*told, "r-2026-13-01.db", "r-2026-11-01-mended.db", "s-2026-11-01.db"):
        (place / name).touch()
    found = {c.path.name: (c.daily, c.damaged) for c in list_copies(tmp_path / "r.db")}
    assert found == told
