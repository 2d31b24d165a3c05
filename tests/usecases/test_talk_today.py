"""A low answer about safety is told on the first page and by ``due`` until it was talked about."""

from datetime import date

from ipsskills.cli.output.spelling import spell_page
from ipsskills.pages.compose.reports.home import compose_home
from ipsskills.pages.compose.supervision.due import compose_due
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reports.home import read_home
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.supervision.due import list_due
from tests.cases import try_each
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, go_to, row, supervise
from tests.usecases.lived import begin_once
from tests.usecases.test_log import supervise as held

ASKS = "Talk to your team leader today, or whoever covers, about 2.3 Capacity."
UNTIL = "in the record: ipsskills log supervision --talked 2.3"


def look(desk: Desk, code: str = "1", **more: str) -> None:
    items = row("3" * len(UNITS)) | {"2.3": code}
    assess(desk, items | more, UNITS)


def asked(desk: Desk, who: str | None = None) -> list[str]:
    """Return the units that each of the two pages names; the first page is one's own alone."""
    asking = [list_due(desk, who).talk_today, *([] if who else [read_home(desk).talk_today])]
    told = {found.units if found else () for found in asking}
    (units,) = told
    return list(units)


def first_page(desk: Desk) -> str:
    return to_text(spell_page(compose_home(read_home(desk))), 400)


def due(desk: Desk, who: str | None = None, *, into_file: bool = False) -> str:
    return to_text(spell_page(compose_due(list_due(desk, who), into_file=into_file)), 400)


@try_each(("code", "units"), [("0", ["2.3"]), ("1", ["2.3"]), ("2", []), ("x", [])])
def test_what_asks_for_a_talk_today_stands_there(desk: Desk, code: str, units: list[str]) -> None:
    begin_once(desk)  # anew for each case
    assert asked(desk) == []
    look(desk, code)
    assert asked(desk) == units
    for page in (first_page(desk), due(desk)):
        assert (ASKS in page) is bool(units)
        assert (UNTIL in page) is bool(units)
        assert ("Worried about someone now?" in page) is bool(units)


def test_a_talk_ends_it_and_another_answer_begins_it_again(desk: Desk, clock: Clock) -> None:
    look(desk)
    clock.forward(days=1)
    held(desk, talked=("3.8",))
    assert asked(desk) == ["2.3"], "something else was talked about"
    held(desk, talked=("2.3",))
    assert asked(desk) == []
    assert "talk to your team leader today" in str(report(desk, None).wording.safety)
    clock.forward(days=1)
    assess(desk, {"2.3": "0"})
    assert asked(desk) == ["2.3"]
    assess(desk, {"2.3": "2"})
    assert asked(desk) == []


def test_a_supervision_that_was_cancelled_ends_nothing(desk: Desk) -> None:
    look(desk)
    held(desk, cancelled="team leader ill", minutes=None)
    assert asked(desk) == ["2.3"]


def test_an_answer_that_is_old_asks_for_nothing_today(desk: Desk, clock: Clock) -> None:
    look(desk)
    go_to(clock, date(2027, 11, 26))
    assert asked(desk) == []


def test_statements_of_other_units_and_the_leaders_view_count_as_on_the_report(desk: Desk) -> None:
    look(desk, "3")
    assess(desk, {"2.1/safe-alone": "0"}, ("2.1",))
    supervise(desk, {"2.2": "1M"})
    assert asked(desk) == ["2.2", "2.1"]


def test_words_are_turned_to_the_leader_and_a_file_names_both(desk: Desk) -> None:
    look(desk)
    supervise(desk, {"3.1": "3O"})
    lee = at_desk_of(desk, LEE)
    assert "Talk to Ada Example today, about 2.3 Capacity." in due(lee, "Ada")
    assert 'ipsskills log supervision "Ada Example" --talked 2.3' in due(lee, "Ada")
    both = f"Ada Example and {LEE}, or whoever covers: talk today, about 2.3 Capacity."
    assert both in due(desk, into_file=True)
    assert due(lee, "Ada", into_file=True).startswith(due(desk, into_file=True)[:200])
