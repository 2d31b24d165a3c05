"""A contested view stands beside its objection, orders nothing and makes no pair until settled."""

from dataclasses import replace

import pytest

from ipsskills.cli.output.spelling import spell_page
from ipsskills.codes import EntryKind
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.method.pairs import Alone
from ipsskills.pages.compose.contested import UNTIL
from ipsskills.pages.compose.entries.record import compose_record
from ipsskills.pages.compose.reports.compare import compose_comparison
from ipsskills.pages.compose.reports.report import compose_report
from ipsskills.pages.compose.supervision.agenda import compose_agenda
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.log import add_entries
from ipsskills.usecases.entries.training_record import list_record
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.rights.contesting import contest, settle
from ipsskills.usecases.supervision.agenda import agenda
from tests.conftest import Clock
from tests.usecases.builders import LEE, assess, at_desk_of, draft, supervise
from tests.words import wrote

WORDS = "I led that visit myself."


@pytest.fixture
def seen(desk: Desk, clock: Clock) -> Desk:
    """Give Ada's desk: she says on her own of 3.8 and 3.10, Lee saw 3.8 with someone."""
    assess(desk, {"3.8": "3", "3.10": "3"})
    clock.forward(days=1)
    supervise(desk, {"3.8": "1O", "3.10": "3O"})
    return desk


def words_of(page: object) -> str:
    return " ".join(to_text(spell_page(page)).split())  # type: ignore[arg-type]


def test_a_contested_view_orders_nothing_and_pairs_nothing_until_it_is_settled(
    seen: Desk,
) -> None:
    assert report(seen, None).lists.effort == ("3.8",)
    assert {pair.unit for pair in compare(seen, None).pairs} == {"3.8", "3.10"}
    contest(seen, None, wrote(WORDS))
    assert report(seen, None).lists.effort == ()
    assert {"3.8", "3.10"} <= set(report(seen, None).lists.strengths)
    both = compare(seen, None)
    assert both.pairs == ()
    assert {each.why for each in both.alone if each.unit in ("3.8", "3.10")} == {Alone.CONTESTED}
    (unit,) = [each for each in report(seen, None).units if each.unit == "3.8"]
    assert unit.supervisor is not None  # what was said stands there all the same
    settle(seen, None)
    assert report(seen, None).lists.effort == ("3.8",)
    assert {pair.unit for pair in compare(seen, None).pairs} == {"3.8", "3.10"}


def test_the_words_stand_beside_it_on_every_page_turned_to_the_reader(seen: Desk) -> None:
    contest(seen, None, wrote(WORDS))
    lee = at_desk_of(seen, LEE)
    mine = f'You see Lee Invented\'s view of 25 Nov 2026 differently: "{WORDS}"'
    theirs = f'Ada Example sees your view of 25 Nov 2026 differently: "{WORDS}"'
    for desk, said in ((seen, mine), (lee, theirs)):
        assert f"{said} {UNTIL}" in words_of(compose_report(report(desk, "Ada")))
        assert f"{said} {UNTIL}" in words_of(compose_comparison(compare(desk, "Ada")))
        assert said in words_of(compose_agenda(agenda(desk, "Ada")))
    file = words_of(compose_report(report(lee, "Ada"), into_file=True))
    assert f'Ada Example sees Lee Invented\'s view of 25 Nov 2026 differently: "{WORDS}"' in file


def test_while_each_looks_alone_the_words_are_kept_apart(seen: Desk) -> None:
    contest(seen, None, wrote(WORDS))
    draft(seen)
    told = words_of(compose_report(report(at_desk_of(seen, LEE), "Ada")))
    assert WORDS not in told
    assert "differently; the words are kept apart for now." in told


def test_an_entry_about_me_is_contested_and_the_words_stand_under_it(seen: Desk) -> None:
    lee = at_desk_of(seen, LEE)
    visit = NewEntry(EntryKind.OBSERVATION, {"title": wrote("A garden centre"), "way": "watched"})
    (logged,) = add_entries(lee, "Ada", [visit])
    handle = logged.entry.handle
    contest(seen, handle, wrote(WORDS))
    told = words_of(compose_record(list_record(seen, None)))
    assert f'You see Lee Invented\'s observation of 25 Nov 2026 differently: "{WORDS}"' in told
    settle(lee, handle)
    assert WORDS not in words_of(compose_record(list_record(seen, None)))


def test_only_whom_it_is_about_contests_and_only_the_two_settle(seen: Desk) -> None:
    lee, bo = at_desk_of(seen, LEE), at_desk_of(seen, "Bo Other")
    handle = contest(seen, None, wrote(WORDS)).subject
    with pytest.raises(InvalidInput, match="about somebody else"):
        contest(lee, handle, wrote("No."))
    with pytest.raises(InvalidInput, match="between two others"):
        settle(bo, handle)
    with pytest.raises(NotFound, match="no view or entry 'nosuch'"):
        contest(seen, "nosuch", wrote("No."))
    assert settle(lee, handle).settled == seen.today
    with pytest.raises(NotFound, match="Nobody contests"):
        settle(replace(seen), handle)
