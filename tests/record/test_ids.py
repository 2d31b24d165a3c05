"""Ids: UUID version 7 as RFC 9562 lays it out, in the order of time."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipsskills.record.ids import new_id, renew_id
from tests.conftest import NOON

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)

# RFC 9562, appendix A.6: Tuesday, February 22, 2022 2:22:22.00 PM GMT-05:00.
PUBLISHED = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
PUBLISHED_AT = datetime(2022, 2, 22, 14, 22, 22, tzinfo=timezone(timedelta(hours=-5)))


@pytest.mark.parametrize(
    "bits",
    [0x7CC3_98C4_DC0C_0C07_398F, 0x0CC3_18C4_DC0C_0C07_398F, 0xFCC3_D8C4_DC0C_0C07_398F],
    ids=["bits already right", "version and variant bits 0", "version and variant bits 1"],
)
def test_the_published_example_comes_out(monkeypatch: pytest.MonkeyPatch, bits: int) -> None:
    monkeypatch.setattr("ipsskills.record.ids.draw_bits", lambda: bits)
    assert new_id(PUBLISHED_AT) == PUBLISHED


def test_version_and_variant_are_set_whatever_chance_gives() -> None:
    for _ in range(200):
        text = new_id(NOON)
        assert text == str(UUID(text))
        assert UUID(text).version == 7
        assert UUID(text).variant == RFC_4122
        assert text[14] == "7"
        assert text[19] in "89ab"


def test_the_first_48_bits_are_the_unix_milliseconds() -> None:
    # 24 November 2026 is day 20 781; noon is 43 200 seconds into it.
    assert UUID(new_id(NOON)).int >> 80 == (20_781 * 86_400 + 43_200) * 1000
    assert UUID(new_id(EPOCH)).int >> 80 == 0


@given(st.integers(0, 253_402_300_799_999))
def test_every_millisecond_is_told_exactly(milliseconds: int) -> None:
    assert UUID(new_id(EPOCH + milliseconds * MILLISECOND)).int >> 80 == milliseconds


def test_a_second_of_2038_is_told_exactly() -> None:
    begin = datetime(2038, 2, 1, tzinfo=UTC)
    told = [UUID(new_id(begin + n * MILLISECOND)).int >> 80 for n in range(1000)]
    assert told == list(range(2_148_595_200_000, 2_148_595_201_000))


@given(st.datetimes(datetime(1970, 1, 1), datetime(9000, 1, 1)), st.integers(1, 10**9))  # noqa: DTZ001
def test_ids_sort_by_time(at: datetime, gap: int) -> None:
    at = at.replace(tzinfo=UTC)
    assert new_id(at) < new_id(at + gap * MILLISECOND)


def test_all_other_74_bits_are_random() -> None:
    made = [UUID(new_id(NOON)).int for _ in range(500)]
    ones, zeros = 0, 0
    for value in made:
        ones |= value
        zeros |= ~value
    changing = ones & zeros & ((1 << 128) - 1)
    assert changing == (0x0FFF << 64) | 0x3FFF_FFFF_FFFF_FFFF
    assert changing.bit_count() == 74
    assert len(set(made)) == 500


# By hand: 74 bits from 0x2A65D1B93C74F08E2B7, of which 0xA99 are the upper twelve.
@pytest.mark.parametrize(
    ("own", "further"),
    [
        ("0193a5d0-7c00-7000-8000-000000000001", "0193a5d0-7c00-7a99-9d1b-93c74f08e2b8"),
        ("0193a5d0-7c00-7000-bfff-ffffffffffff", "0193a5d0-7c00-7a9a-9d1b-93c74f08e2b6"),
        ("00000000-0000-8fff-bfff-ffffffffffff", "00000000-0000-8a99-9d1b-93c74f08e2b6"),
    ],
    ids=["plain", "carried into the bits below the version", "carried past the last bit"],
)
def test_an_id_goes_on_and_back_by_the_same_step(own: str, further: str) -> None:
    assert renew_id(own) == further
    assert renew_id(further, -1) == own
    assert renew_id(renew_id(own, 3), -3) == own == renew_id(own, 0)
