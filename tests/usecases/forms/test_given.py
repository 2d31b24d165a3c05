"""Whose answers they are, of which day, and who entered them: on every page they stand on."""

from datetime import date

import pytest

from ipsskills.pages.compose.apart import apart_words
from ipsskills.pages.compose.reports.radar import compose_radar
from ipsskills.pages.compose.rights.held import compose_held
from ipsskills.pages.compose.sheets.comparison import compose_both_views
from ipsskills.pages.compose.sheets.reports import compose_report_sheets
from ipsskills.pages.document import Entries, Table
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.read import read_form
from ipsskills.usecases.forms.take import take_form
from ipsskills.usecases.reports.chart import read_chart
from ipsskills.usecases.reports.compare import compare
from ipsskills.usecases.reports.home import read_home
from ipsskills.usecases.reports.report import report
from ipsskills.usecases.rights.exporting import export_held
from ipsskills.usecases.supervision.agenda import agenda
from tests.usecases.builders import LEE, assess, at_desk_of, me, supervise
from tests.usecases.forms.test_take import form

ENTERED = "Answers by Ada Example, given on 20 Nov 2026, entered by Lee Invented from a form."


@pytest.fixture
def lee(desk: Desk) -> Desk:
    """Lee, who looked alone and then entered what Ada had filled in."""
    supervise(desk, {"3.8": "2O"})
    opened = at_desk_of(desk, LEE)
    take_form(opened, form(desk, {"3.8": "2"}), me(desk))
    return opened


def test_every_page_says_who_entered_what_somebody_gave(desk: Desk, lee: Desk) -> None:
    for at in (lee, desk):
        pages = (report(at, "Ada"), compare(at, "Ada"), agenda(at, "Ada"))
        for facts in pages:
            assert apart_words(facts.apart, {}).endswith(ENTERED)
        radar = compose_radar(read_chart(at, "Ada"))
        assert ENTERED in radar.in_words()


def test_tables_say_who_entered_what_somebody_gave(desk: Desk, lee: Desk) -> None:
    answers, lists, *_ = compose_report_sheets(report(lee, "Ada"))
    (both,) = compose_both_views(compare(lee, "Ada"))
    rows = [
        dict(zip(sheet.columns, sheet.rows[0], strict=True)) for sheet in (answers, lists, both)
    ]
    assert rows[0]["entered"] == ENTERED
    for row in rows[1:]:
        assert (row["own_entered_by"], row["supervisor_entered_by"]) == ("Lee Invented", None)


def test_what_somebody_gave_themselves_is_not_said_to_be_entered(desk: Desk) -> None:
    assess(desk, {"3.8": "2"})
    assert report(desk, None).apart.entered == ()


def test_a_look_that_was_set_aside_is_named_beside_the_one_that_counts(desk: Desk) -> None:
    assess(desk, {"3.8": "1"})
    filled = form(desk, {"3.8": "3"})
    take_form(desk, filled, me(desk), counts=read_form(desk, filled, me(desk)).form)
    (aside,) = report(desk, None).apart.aside
    assert (aside.on, aside.for_) == (date(2026, 11, 24), date(2026, 11, 20))
    said = "Your look of 24 Nov 2026 is kept, and set aside for that of 20 Nov 2026."
    assert apart_words(report(desk, None).apart, {}) == said
    assert said in str(apart_words(read_home(desk).apart, {}))


def test_an_export_says_of_a_look_and_of_each_answer_who_entered_it(lee: Desk) -> None:
    page = compose_held(export_held(lee, "Ada").held)
    rows = [row for block in page.blocks if isinstance(block, Entries) for row in block.rows]
    said = "Ada Example, given on 20 Nov 2026, entered by Lee Invented from a form"
    assert [row[2] for row in rows if row[1] == "Answers by"] == ["Lee Invented", said]
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    by = {row[4]: row[2] for row in table.rows if row[0] == "3.8"}  # by what it rests on
    assert by == {"": "Ada Example, entered by Lee Invented", "O": "Lee Invented"}
