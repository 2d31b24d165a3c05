"""The learning plan: goals the person chose, what they will do, and what is finished."""

from dataclasses import dataclass
from datetime import date

from ipsskills.pages.document import (
    Block,
    Bullets,
    Heading,
    Page,
    Rule,
    Signatures,
    Table,
    Text,
)
from ipsskills.pages.words import day, listed, long_day


@dataclass(frozen=True)
class PlanActivity:
    """One thing to do; ``number`` is how it is named to the program, for example 1.2."""

    number: str
    text: str
    with_whom: str | None
    due: date
    done: date | None
    what: str = ""


@dataclass(frozen=True)
class PlanGoal:
    """One goal; ``units`` are the units it is about, ``outcome`` how we will know."""

    number: int
    title: str
    why: str
    units: tuple[str, ...]
    chance: bool
    outcome: str
    review: date
    close: date
    state: str
    agreed_with: str | None
    activities: tuple[PlanActivity, ...]
    changed: str = ""
    ended: date | None = None


@dataclass(frozen=True)
class Plan:
    """A person's plan: open goals, finished ones, strengths to lean on. No answers stand on it."""

    person: str
    on: date
    strengths: tuple[str, ...]
    goals: tuple[PlanGoal, ...]
    finished: tuple[PlanGoal, ...]


def plan_page(plan: Plan) -> Page:
    """Return the plan as a page."""
    blocks: list[Block] = []
    if plan.strengths:
        blocks.append(Text(f"What I will lean on: {listed(plan.strengths)}."))
    for goal in plan.goals:
        blocks += _goal(goal)
    if not plan.goals:
        blocks.append(Text("There is no open goal. Pick some: ipsskills plan draft"))
    if plan.finished:
        blocks += [Heading("Finished"), Bullets(tuple(_finished(goal) for goal in plan.finished))]
    blocks += [Rule(), _signatures(plan)]
    return Page(f"Learning plan: {plan.person}", tuple(_lead(plan)), tuple(blocks))


def _lead(plan: Plan) -> list[str]:
    lines = [f"As it stands on {long_day(plan.on)}."]
    if names := sorted({g.agreed_with for g in plan.goals if g.agreed_with}):
        lines[0] = f"Agreed with {listed(names)}. {lines[0]}"
    if plan.goals:
        review = min(goal.review for goal in plan.goals)
        close = max(goal.close for goal in plan.goals)
        lines.append(f"Look again {long_day(review)}; close or renew {long_day(close)}.")
    return lines


def _goal(goal: PlanGoal) -> list[Block]:
    note = "a chance to arrange, not a gap" if goal.chance else ""
    blocks: list[Block] = [Heading(f"{goal.number}. {goal.title}", note, sentence=True)]
    units = f"(Unit {listed(goal.units)}.)" if goal.units else ""
    if why := " ".join(part for part in (goal.why, units) if part):
        blocks.append(Text(f"Why: {why}"))
    if goal.activities:
        blocks.append(_activities(goal))
    if goal.outcome:
        blocks.append(Text(f"We will know when I can: {_small(goal.outcome)}"))
    return blocks


def _activities(goal: PlanGoal) -> Table:
    what = "What happens" if goal.chance else "What I will do"
    rows = tuple(
        (f"{a.number} {a.text}", a.with_whom or "", day(a.due), day(a.done) if a.done else "")
        for a in goal.activities
    )
    return Table((what, "With", "By", "Done"), rows)


def _finished(goal: PlanGoal) -> str:
    stop = "" if goal.title.endswith((".", "!", "?")) else "."
    changed = f" {goal.changed}" if goal.changed else ""
    ended = f" ({day(goal.ended)})" if goal.ended else ""
    return f"{goal.title}{stop}{changed}{ended}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _signatures(plan: Plan) -> Signatures:
    review = min((goal.review for goal in plan.goals), default=None)
    return Signatures(
        (plan.person, "Team leader"), f"Next look: {long_day(review)}" if review else ""
    )
