"""Every answer on one page: a line a unit, by domain, the supervisor's beside it."""

from datetime import date

import pytest

from ipsskills.framework.types import Framework
from ipsskills.pages.compose.reports.every_answer import compose_every_answer
from ipsskills.pages.document import Heading, Table
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.assessments.assess import start
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reports.report import report
from tests.conftest import Clock
from tests.usecases.builders import LEE, UNITS, assess, at_desk_of, draft, go_to, me, row, supervise


@pytest.fixture
def both(desk: Desk, clock: Clock) -> Desk:
    go_to(clock, date(2026, 11, 24))
    assess(desk, row("332322 332123 33322312 32213n-x"), UNITS)
    supervise(desk, {"3.8": "0O", "3.12": "3R"})
    return desk


def rows(desk: Desk, who: str | None = None) -> dict[str, tuple[object, ...]]:
    page = compose_every_answer(report(desk, who))
    tables = [block for block in page.blocks if isinstance(block, Table)]
    return {str(cells[0]).split()[0]: cells[1:] for table in tables for cells in table.rows}


def test_every_unit_has_its_line_answered_or_not(both: Desk, framework: Framework) -> None:
    page = compose_every_answer(report(both, None))
    heads = [block.text for block in page.blocks if isinstance(block, Heading)]
    names = [each.name for each in framework.domains]
    asked = [name for name in names if name in heads]
    assert heads[:-1] == asked, "in the order of the framework"
    assert set(rows(both)) == {unit.id for unit in framework.asked()}
    assert rows(both)["3.15"] == ("not answered", "not seen yet")


def test_both_views_stand_beside_each_other_in_words_turned_to_the_reader(both: Desk) -> None:
    assert rows(both)["3.12"] == ("with someone", "on your own")
    assert rows(at_desk_of(both, LEE), "Ada")["3.1"] == ("on their own", "not seen yet")
    text = to_text(compose_every_answer(report(both, None)))
    heads = {line for line in text.splitlines() if line.startswith("  Unit ")}
    assert len(heads) == 1, "the columns of all domains stand in line"


def test_what_is_kept_apart_says_so_and_nothing_else(both: Desk) -> None:
    start(at_desk_of(both, LEE), me(both), ("3.12",))
    draft(both, ("3.8",))
    own, _ = rows(at_desk_of(both, LEE), "Ada")["3.8"]
    assert own == "kept apart for now"


def test_without_a_supervisors_view_there_is_no_column_for_one(desk: Desk) -> None:
    assess(desk, row("3" * 28), UNITS)
    assert rows(desk)["1.1"] == ("shows under pressure",)
