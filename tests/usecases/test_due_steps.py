"""What is due from a plan names the command that says how a step is done, for whoever reads it."""

from datetime import date

from ipsskills.cli.output.spelling import spell_page
from ipsskills.pages.compose.supervision.due import compose_due
from ipsskills.pages.writers.text import to_text
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.plans.add import OwnGoal, add_own_goal
from ipsskills.usecases.supervision.due import list_due
from tests.usecases.builders import LEE, at_desk_of
from tests.words import wrote


def told(desk: Desk, who: str | None) -> str:
    return to_text(spell_page(compose_due(list_due(desk, who))), 100)


def test_it_is_about_the_one_who_was_asked_about(desk: Desk) -> None:
    goal = OwnGoal(wrote("Meet Sam"), steps=(wrote("Ring"), wrote("Go")), due=date(2026, 12, 1))
    add_own_goal(desk, None, goal)
    mine, theirs = told(desk, None), told(at_desk_of(desk, LEE), "Ada")
    assert "ipsskills plan show 1.1  how to do a step" in mine
    assert "ipsskills plan show      the whole plan" in mine
    assert 'ipsskills plan show "Ada Example" 1.1  how to do a step' in theirs
