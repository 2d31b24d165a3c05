"""A part of a change to a goal is not lost on the way to the record, however new it is."""

from dataclasses import fields
from datetime import date

import pytest

from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.prompts.plan_prompts import look_through
from ipsskills.facts.plan import TOLD, FieldChange, GoalEvent
from ipsskills.frozen import dataclass
from ipsskills.method.goal_history import Happened
from ipsskills.pages.compose.plans.history import describe_event
from ipsskills.record.types import Goal, GoalActivity
from ipsskills.record.written import Decision, Written
from ipsskills.usecases.plans.edit import GoalChange, StepChange
from tests.cases import try_each

NOBODY = Care((), keep=False)
DAY = date(2027, 1, 12)
STEP = StepChange("Ring two growers", "a colleague", DAY)
WHOLE = GoalChange(
    title="Have words ready",
    why="I freeze.",
    outcome="A client says so.",
    review=DAY,
    close=date(2027, 2, 23),
    arranged_by="Bo",
    steps={"1.2": STEP},
    drop=("1.3",),
    add=(STEP,),
)


@dataclass(frozen=True, kw_only=True)
class LongerChange(GoalChange[str]):
    """A change with a day that nobody has thought of yet."""

    met: date | None = None


@dataclass(frozen=True, kw_only=True)
class LongerStep(StepChange[str]):
    """The same for a step."""

    met: date | None = None


@pytest.mark.parametrize("change", [WHOLE, STEP], ids=lambda change: type(change).__name__)
def test_the_sample_gives_every_part(change: GoalChange[str] | StepChange[str]) -> None:
    assert all(getattr(change, each.name) for each in fields(change))


def test_all_of_a_change_comes_through_with_its_words_looked_at() -> None:
    kept = look_through(WHOLE, NOBODY)
    assert kept == WHOLE
    words = (kept.title, kept.why, kept.outcome, kept.steps["1.2"].text, kept.add[0].text)
    assert all(isinstance(each, Written) for each in words)
    assert {each.decision for each in words if each} == {Decision.NOTHING_FOUND}


def test_what_is_new_comes_through_too() -> None:
    step = LongerStep("Ring", met=DAY)
    kept = look_through(LongerChange(met=DAY, steps={"1.1": step}, add=(step,)), NOBODY)
    assert kept == LongerChange(met=DAY, steps={"1.1": step}, add=(step,))


def test_each_part_is_a_field_of_the_record_and_told_in_the_history() -> None:
    own = {each.name for each in fields(WHOLE)} - {"steps", "drop", "add"}
    assert own <= {each.name for each in fields(Goal)}
    steps = {each.name for each in fields(STEP)}
    assert steps <= {each.name for each in fields(GoalActivity)}
    assert own | steps <= set(TOLD)


@try_each("name", TOLD)
def test_the_history_has_words_for_each_field_it_tells(name: str) -> None:
    changed = FieldChange(field=name, was=DAY)
    event = GoalEvent(on=DAY, what=Happened.CHANGED, by="Ada", text="", changes=(changed,))
    assert "(was: 12 Jan 2027)" in describe_event(event)
