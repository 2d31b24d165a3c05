"""Holds: set, told, ended; while one stands nobody may be erased by what asks first."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ipsskills.codes import HoldReason
from ipsskills.errors import InvalidInput, UnderHold
from ipsskills.pages.compose.rights.holds import compose_hold, compose_holds
from ipsskills.pages.compose.rights.letter_to_keep import compose_letters_to_keep
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.rights.elsewhere import list_elsewhere
from ipsskills.usecases.rights.holding import end_hold, hold, list_holds, refuse_held_people
from tests.conftest import Clock
from tests.usecases.builders import LEE, at_desk_of
from tests.usecases.rights.filled import MARK, NAME, filled, filled_once

__all__ = ["filled", "filled_once"]


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
            refuse_held_people(view, {find_person(view, "Ada", None).thing})
        refuse_held_people(view, {find_person(view, LEE, None).thing})
    clock.forward(days=1)
    (ended,) = end_hold(lee, "Ada", HoldReason.REQUEST)
    assert (ended.why, ended.ended) == (HoldReason.REQUEST, date(2026, 11, 28))
    assert [each.why for each in end_hold(lee, "Ada")] == [HoldReason.DISPUTE]
    assert [each.ended for each in list_holds(lee)] == [date(2026, 11, 28)] * 2
    for why in (None, HoldReason.DISPUTE):
        assert end_hold(lee, "Ada", why) == ()
    with desk.reading() as view:
        refuse_held_people(view, {find_person(view, "Ada", None).thing})
    assert "held from 24 Nov 2026 to 28 Nov 2026" in compose_holds(list_holds(replace(lee)))


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
        refuse_held_people(view, {find_person(view, "Ada", None).thing})


def test_a_hold_says_what_it_does_not_do_and_who_else_has_copies(filled: Desk) -> None:
    held, elsewhere = hold(filled, NAME, HoldReason.REQUEST), list_elsewhere(filled, NAME)
    lines = str(compose_hold(held, elsewhere, {})).splitlines()
    told = " ".join(lines)
    assert "if that was on 26 Nov 2026, by 26 Dec 2026." in told
    assert "In this record no command erases anything about them while it stands, nor words" in told
    assert "it can still be read, changed and sent" in told
    assert "It goes for this record alone." in told
    assert f"  {MARK} with_whom, sent to them on 24 Nov 2026" in lines
    assert "please-keep.docx" in told
    written = {name: Path(f"{name}.docx") for name in ("Kim", "Bo")}
    told = compose_hold(held, elsewhere, written)
    assert f"They name {NAME}: delete them here once they are sent." in told
    ((to, page),) = compose_letters_to_keep(elsewhere)
    letter = " ".join(to_text(page).split())
    assert to == f"{MARK} with_whom"
    assert f"Please erase nothing that you hold about {NAME}, until we write" in letter
    assert "sent to you on 24 Nov 2026" in letter
    assert "request" not in letter  # why is nobody's business but theirs
    (ended,) = end_hold(filled, NAME)
    over = compose_hold(ended, elsewhere, {})
    assert f"If you asked {to} to keep theirs, tell them it is over." in over


def test_a_dispute_has_no_day_by_which_to_answer(filled: Desk) -> None:
    held = hold(filled, NAME, HoldReason.DISPUTE)
    told = compose_hold(held, list_elsewhere(filled, NAME), {})
    assert "An answer is due" not in told
