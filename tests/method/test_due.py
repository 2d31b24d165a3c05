"""When what comes next is due."""

from datetime import date

from ipsskills.codes import EntryKind
from ipsskills.method.due import find_next_pass, is_near, list_certificates
from ipsskills.record.types import Entry
from tests.cases import try_each
from tests.method.builders import entry
from tests.method.test_coverage import TODAY


@try_each(
    ("done", "wanted"),
    [
        ([], None),
        (["2026-11-30"], "2027-02-28"),
        (["2027-02-28", "2026-11-30"], "2027-05-28"),
        (["2027-06-01", "2027-02-28", "2026-11-30"], "2027-12-01"),
        (["2027-12-01", "2027-06-01", "2027-02-28", "2026-11-30"], "2028-06-01"),
    ],
)
def test_the_next_pass(done: list[str], wanted: str | None) -> None:
    found = find_next_pass([date.fromisoformat(day) for day in done])
    assert found == (date.fromisoformat(wanted) if wanted else None)


@try_each(("day", "near"), [("2020-01-01", True), ("2027-02-24", True), ("2027-02-25", False)])
def test_near_is_past_or_within_three_calendar_months(day: str, *, near: bool) -> None:
    assert is_near(date.fromisoformat(day), TODAY) is near


def certificate(on: str, name: str | None, expires: str | None, **also: bool) -> Entry:
    until = date.fromisoformat(expires) if expires else None
    return entry(EntryKind.TRAINING, on, certificate=name, expires=until, **also)


def test_a_renewed_certificate_counts_once() -> None:
    found = list_certificates(
        [
            certificate("2025-01-01", "First aid", "2026-01-01"),
            certificate("2026-01-01", "FIRST AID", "2027-01-01"),
            certificate("2026-02-01", "Driving", "2026-12-31"),
        ]
    )
    assert [(e.certificate, str(e.expires)) for e in found] == [
        ("Driving", "2026-12-31"),
        ("FIRST AID", "2027-01-01"),
    ]


def test_what_never_ends_is_taken_back_or_is_none_is_not_due() -> None:
    assert (
        list_certificates(
            [
                certificate("2025-01-01", "Degree", None),
                certificate("2025-01-02", "Degree", "2026-01-01"),
                certificate("2025-01-03", None, "2026-01-01"),
                certificate("2025-01-04", "Gone", "2026-01-01", removed=True),
            ]
        )
        == ()
    )
