"""How the steps of a plan are done: each whole, with what was brought from it and its case."""

from collections.abc import Iterator, Sequence

from ipsskills.doing import Do, do
from ipsskills.facts.plan import PlanActivity, PlanFacts, PlanGoal
from ipsskills.pages.compose.content.activities import (
    BRING,
    CASE,
    TIME,
    WITH,
    list_rows,
    name_case,
    open_case,
    write_case,
)
from ipsskills.pages.document import About, Block, Commands, Heading, Page, PageBreak, Rule, Text
from ipsskills.pages.words import day


def compose_steps(plan: PlanFacts) -> Page:
    """Return how the steps are done that a plan holds: those of one goal, or one of them."""
    (goal,) = (*plan.goals, *plan.finished, *plan.dropped)
    blocks: list[Block] = []
    for step in goal.activities:
        blocks += write_step(step)
    if not blocks:
        add = do("plan edit", str(goal.number), "--do", "Play both sides", person=name_reader(plan))
        blocks = [Text(f"This goal has no steps. Add one: {add}")]
    return Page(
        f"Learning plan: {plan.person.name}",
        (f"Goal {goal.number}: {goal.title}",),
        (*blocks, Rule(), Heading("Next"), Commands(tuple(_list_next(plan, goal)))),
        about=About(plan.person.name),
    )


def write_appendix(goals: Sequence[PlanGoal]) -> list[Block]:
    """Return how each step is done of which there is more to say, to stand below the plan."""
    blocks: list[Block] = []
    for goal in goals:
        for step in goal.activities:
            blocks += write_step(step, level=2) if step.what else []
    return [PageBreak(), Heading("How to do each step"), *blocks] if blocks else []


def write_step(step: PlanActivity, *, level: int = 1) -> list[Block]:
    """Return a step whole, with its cases and what asks them."""
    rows = (
        (WITH, step.with_whom or ""),
        (TIME, step.time),
        ("By", day(step.due)),
        ("Done", day(step.done) if step.done else ""),
        (BRING, step.bring),
        ("Brought", step.brought),
        *((CASE, name_case(case, opening=True)) for case in step.cases),
    )
    blocks: list[Block] = [Heading(f"{step.number} {step.text}", sentence=True, level=level)]
    blocks += [Text(step.what)] if step.what else []
    blocks.append(list_rows(rows))
    for case in step.cases:
        blocks += write_case(case, level=level + 1)
    return blocks


def name_reader(plan: PlanFacts) -> str | None:
    """Return whose plan it is where a command has to say it: None for the one who reads."""
    return None if plan.person.me else plan.person.name


def _list_next(plan: PlanFacts, goal: PlanGoal) -> Iterator[tuple[Do, str]]:
    person = name_reader(plan)
    for case in dict.fromkeys(case for step in goal.activities for case in step.cases):
        yield open_case(case), "answer it, then see the points to look for"
    if goal in plan.goals:
        for step in goal.activities:
            if not step.done:
                tick = do("plan done", step.number, "--brought", "What I noticed", person=person)
                yield tick, "tick it, and keep what you bring from it"
                break
    for unit in goal.units:
        yield do("framework show", unit), "other ways to learn it"
    yield do("plan show", person=person), "the whole plan"
