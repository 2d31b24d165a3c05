"""Who has left is listed; a period is the service's own, and over on the day after its last."""

from datetime import date

from ipsskills.codes import EntryKind, HoldReason, Role
from ipsskills.pages.compose.rights.retention import compose_retention
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.people.adding import add_person
from ipsskills.usecases.people.edit import edit_person
from ipsskills.usecases.rights.holding import hold
from ipsskills.usecases.rights.retaining import read_retention
from tests.conftest import Clock
from tests.usecases.builders import LEE, at_desk_of, go_to
from tests.words import wrote


def test_a_period_is_over_on_the_day_after_its_last(desk: Desk, clock: Clock) -> None:
    at_desk_of(desk, LEE)
    assert read_retention(desk, 24).people == ()
    edit_person(desk, LEE, left=date(2026, 11, 24))
    (left,) = read_retention(desk).people
    assert (left.person.name, left.left, left.until, left.due) == (
        LEE,
        date(2026, 11, 24),
        None,
        False,
    )
    go_to(clock, date(2028, 11, 24))
    (left,) = read_retention(desk, 24).people
    assert (left.until, left.due) == (date(2028, 11, 24), False)
    go_to(clock, date(2028, 11, 25))
    assert [each.person.name for each in read_retention(desk, 24).to_erase] == [LEE]
    hold(desk, LEE, HoldReason.DISPUTE)
    found = read_retention(desk, 24)
    assert (found.people[0].due, found.people[0].held, found.to_erase) == (True, True, ())


def test_who_is_named_by_words_that_would_go_keeps_them_and_nobody_elses(
    desk: Desk, clock: Clock
) -> None:
    at_desk_of(desk, LEE)
    for name in ("Old Leaver", "Bram Quillfeather", "Verity Ockendenby"):
        add_person(desk, name, Role.EMPLOYMENT_SPECIALIST)
    title = {"title": wrote("Bram did it better than Verity Ockendenby")}
    add_entries(desk, "Bram", [NewEntry(EntryKind.OBSERVATION, title)])
    for name in ("Old Leaver", "Bram"):
        edit_person(desk, name, left=date(2026, 11, 24))
    go_to(clock, date(2028, 11, 25))
    assert len(read_retention(desk, 24).to_erase) == 2
    hold(desk, "Verity", HoldReason.DISPUTE)
    found = read_retention(desk, 24)
    assert [each.person.name for each in found.to_erase] == ["Old Leaver"]
    assert (
        "Bram Quillfeather, left on 24 Nov 2026: words about them name somebody held, so nothing"
        " is erased"
    ) in compose_retention(found)
