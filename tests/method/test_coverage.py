"""What is recorded for each unit, and when it is old."""

from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.method.coverage import Covered, Recorded, find_coverage
from tests.cases import try_each
from tests.method.builders import entry

TODAY = date(2026, 11, 24)


def test_units_stand_in_the_order_asked_and_what_is_not_recorded_is_empty() -> None:
    assert find_coverage(["3.10", "3.1"], [], TODAY) == (Covered("3.10"), Covered("3.1"))


def test_each_kind_has_its_own_list_the_latest_first() -> None:
    (found,) = find_coverage(
        ["3.8"],
        [
            entry(EntryKind.TRAINING, "2026-01-10", "3.8", way="vignette", hours=2),
            entry(EntryKind.TRAINING, "2026-06-10", "3.8", "3.9"),
            entry(EntryKind.EVIDENCE, "2026-05-01", "3.8"),
            entry(EntryKind.OBSERVATION, "2026-04-01", "3.8", way="watched"),
        ],
        TODAY,
    )
    assert [each.on for each in found.training] == [date(2026, 6, 10), date(2026, 1, 10)]
    assert found.training[1] == Recorded(date(2026, 1, 10), "On 2026-01-10", "vignette", 2, False)
    assert [each.title for each in found.evidence] == ["On 2026-05-01"]
    assert [each.way for each in found.observation] == ["watched"]


@try_each(
    ("on", "old"),
    [("2025-11-23", True), ("2025-11-24", False), ("2026-11-24", False), ("2000-02-29", True)],
)
def test_older_than_twelve_calendar_months_is_old_and_still_there(on: str, *, old: bool) -> None:
    (found,) = find_coverage(["3.8"], [entry(EntryKind.EVIDENCE, on, "3.8")], TODAY)
    assert [each.old for each in found.evidence] == [old]


def test_3_1_is_not_3_10() -> None:
    found = find_coverage(["3.1", "3.10"], [entry(EntryKind.TRAINING, "2026-01-10", "3.10")], TODAY)
    assert [bool(each.training) for each in found] == [False, True]


def test_what_is_taken_back_lies_ahead_or_is_of_another_kind_covers_nothing() -> None:
    entries = [
        entry(EntryKind.TRAINING, "2026-01-10", "3.8", removed=True),
        entry(EntryKind.TRAINING, "2026-11-25", "3.8"),
        entry(EntryKind.SUPERVISION, "2026-01-10", "3.8"),
        entry(EntryKind.ACTION, "2026-01-10", "3.8"),
        entry(EntryKind.PREPARATION, "2026-01-10", "3.8"),
    ]
    assert find_coverage(["3.8"], entries, TODAY) == (Covered("3.8"),)
