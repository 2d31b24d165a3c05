"""Holds: set, told, ended; while one stands nobody may be erased by what asks first."""

from dataclasses import replace
from datetime import date

import pytest

from ipsskills.codes import HoldReason
from ipsskills.errors import InvalidInput, UnderHold
from ipsskills.pages.compose.rights.holds import compose_holds
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.rights.holding import end_hold, hold, list_holds, refuse_held
from tests.conftest import Clock
from tests.usecases.builders import LEE, at_desk_of


def test_a_hold_stands_until_it_is_ended_and_both_days_stay(desk: Desk, clock: Clock) -> None:
    lee = at_desk_of(desk, LEE)
    hold(lee, "Ada", HoldReason.REQUEST)
    clock.forward(days=3)
    hold(lee, "Ada", HoldReason.DISPUTE)
    hold(lee, "Ada", HoldReason.REQUEST)  # stands already, from the day it began
    told = [(each.why, each.began, each.ended) for each in list_holds(lee)]
    first, second = date(2026, 11, 24), date(2026, 11, 27)
    assert told == [(HoldReason.REQUEST, first, None), (HoldReason.DISPUTE, second, None)]
    with desk.reading() as view:
        with pytest.raises(UnderHold, match="Ada Example may be erased: it is held since 24 Nov"):
            refuse_held(view, find_person(view, "Ada", None))
        refuse_held(view, find_person(view, LEE, None))
    clock.forward(days=1)
    (ended,) = end_hold(lee, "Ada", HoldReason.REQUEST)
    assert (ended.why, ended.ended) == (HoldReason.REQUEST, date(2026, 11, 28))
    assert [each.why for each in end_hold(lee, "Ada")] == [HoldReason.DISPUTE]
    assert [each.ended for each in list_holds(lee)] == [date(2026, 11, 28)] * 2
    for why in (None, HoldReason.DISPUTE):
        assert end_hold(lee, "Ada", why) == ()
    with desk.reading() as view:
        refuse_held(view, find_person(view, "Ada", None))
    assert "held from 24 Nov 2026 to 28 Nov 2026" in compose_holds(
        list_holds(replace(lee)), everything=True
    )


def test_no_hold_is_ended_unseen_with_another(desk: Desk, clock: Clock) -> None:
    lee = at_desk_of(desk, LEE)
    hold(lee, "Ada", HoldReason.REQUEST)
    clock.forward(days=3)
    hold(lee, "Ada", HoldReason.DISPUTE)
    both = r"held since 24 Nov 2026 \(request\) and since 27 Nov 2026 \(dispute\)"
    with pytest.raises(InvalidInput, match=both):
        end_hold(lee, "Ada")
    assert [each.ended for each in list_holds(lee)] == [None, None]
    end_hold(lee, "Ada", HoldReason.REQUEST)
    with desk.reading() as view, pytest.raises(UnderHold, match=r"27 Nov 2026 \(dispute\)"):
        refuse_held(view, find_person(view, "Ada", None))
