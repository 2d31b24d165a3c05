"""The learning plan: goals the person chose, what they will do, and what is finished."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ipsskills.pages.document import (
    Block,
    Bullets,
    Cell,
    Commands,
    Heading,
    Page,
    Phrase,
    Rule,
    Signatures,
    Table,
    Text,
)
from ipsskills.pages.words import day, in_words, listed, long_day


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
    """One goal; ``units`` are the units it is about, ``outcome`` how we will know.

    ``changed`` tells what changed by its end, or why it was dropped; ``ended`` is the day.
    """

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
    arranged_by: str | None = None
    agreed_on: date | None = None
    reviewed: date | None = None
    review_note: str = ""
    steps_dropped: int = 0


@dataclass(frozen=True)
class Plan:
    """A person's plan: open goals, ended ones, strengths to lean on. No answers stand on it.

    ``post`` is who they are at work, where they gave more than their role. ``apart_line`` says what
    it leaves out for this reader while a draft is open, ``demo`` whether the person is invented.
    """

    person: str
    on: date
    strengths: tuple[str, ...]
    goals: tuple[PlanGoal, ...]
    finished: tuple[PlanGoal, ...]
    dropped: tuple[PlanGoal, ...] = ()
    works_best: str = ""
    post: str = ""
    supervisor: str | None = None
    apart_line: str = ""
    demo: bool = False


def plan_page(plan: Plan) -> Page:
    """Return the plan as a page."""
    blocks: list[Block] = []
    if plan.strengths:
        blocks.append(Text(f"{listed(plan.strengths)}.", label="What I will lean on:"))
    for goal in plan.goals:
        blocks += _goal(goal)
    if not plan.goals:
        flag = " --demo" if plan.demo else ""
        blocks.append(Text(f"There is no open goal. Pick some: ipsskills plan draft{flag}"))
    if plan.finished:
        blocks += [Heading("Finished"), Bullets(_ended(plan.finished), ticked=True)]
    if plan.dropped:
        blocks += [Heading("Dropped"), Bullets(_ended(plan.dropped))]
    blocks += [Rule(), _signatures(plan)]
    return Page(f"Learning plan: {plan.person}", tuple(_lead(plan)), tuple(blocks))


def changed_page(plan: Plan, numbers: Collection[int], whole: str) -> Page:
    """Return the goals of these numbers as they stand; ``whole`` is what shows the whole plan."""
    blocks: list[Block] = []
    for goal in plan.goals:
        if goal.number in numbers:
            blocks += _goal(goal)
    for title, ended in (("Finished", plan.finished), ("Dropped", plan.dropped)):
        if told := [goal for goal in ended if goal.number in numbers]:
            blocks += [Heading(title), Bullets(_ended(told), ticked=title == "Finished")]
    blocks += [Heading("Next"), Commands(((whole, "the whole plan"),))]
    return Page(f"Learning plan: {plan.person}", (_agreed(plan),), tuple(blocks))


def _lead(plan: Plan) -> Iterator[str]:
    yield _agreed(plan)
    if plan.goals:
        review = min(goal.review for goal in plan.goals)
        close = max(goal.close for goal in plan.goals)
        yield f"Look again {long_day(review)}; close or renew {long_day(close)}."
    if plan.post:
        yield f"{plan.post}."
    if plan.works_best:
        yield f"How I learn best: {plan.works_best}"


def _agreed(plan: Plan) -> str:
    """Say who agreed it and when, and which goals are not agreed yet."""
    agreed = [goal for goal in plan.goals if goal.agreed_with and goal.agreed_on]
    if not agreed:
        return f"As it stands on {long_day(plan.on)}{'; not agreed yet' if plan.goals else ''}."
    days = [goal.agreed_on for goal in agreed if goal.agreed_on]
    names = listed(sorted({goal.agreed_with for goal in agreed if goal.agreed_with}))
    open_ = [str(goal.number) for goal in plan.goals if goal not in agreed]
    rest = f" Not agreed yet: goal{'s' if open_[1:] else ''} {listed(open_)}." if open_ else ""
    return f"Agreed with {names}, {long_day(max(days))}.{rest}"


def _goal(goal: PlanGoal) -> list[Block]:
    note = "a chance to arrange, not a gap" if goal.chance else ""
    blocks: list[Block] = [Heading(f"{goal.number}. {goal.title}", note, sentence=True)]
    units = f"Unit {listed(goal.units)}." if goal.units else ""
    if goal.why:
        blocks.append(Text(f"Why: {goal.why}{f' ({units})' if units else ''}"))
    elif units:
        blocks.append(Text(units))
    if goal.activities:
        blocks.append(_activities(goal))
    elif arranged := _arranged(goal):
        blocks.append(Text(arranged, strong=True))
    if goal.outcome:
        blocks.append(Text(f"We will know when: {goal.outcome}"))
    if goal.reviewed:
        said = f": {goal.review_note}" if goal.review_note else ""
        blocks.append(Text(f"Looked at again on {day(goal.reviewed)}{said}"))
    return blocks


def _activities(goal: PlanGoal) -> Table:
    what = "What happens" if goal.chance else "What I will do"
    rows = tuple(
        (f"{a.number} {a.text}", _company(goal, a), day(a.due), day(a.done) if a.done else "")
        for a in goal.activities
    )
    return Table((what, "With", "By", "Done"), rows)


def _company(goal: PlanGoal, activity: PlanActivity) -> Cell:
    """Return who helps with a step; who arranges the goal stands with its first."""
    arranged = _arranged(goal) if activity is goal.activities[0] else ""
    if not arranged:
        return activity.with_whom or ""
    return Phrase(f"{activity.with_whom};" if activity.with_whom else "", arranged)


def _arranged(goal: PlanGoal) -> str:
    if goal.arranged_by:
        return f"{goal.arranged_by} arranges it"
    return "who arranges it?" if goal.chance else ""


def _ended(goals: Sequence[PlanGoal]) -> tuple[str, ...]:
    return tuple(_one_line(goal) for goal in goals)


def _one_line(goal: PlanGoal) -> str:
    """Return a goal that has ended: what came of its steps, what changed or why, and when."""
    stop = "" if goal.title.endswith((".", "!", "?")) else "."
    day_ended = f", {day(goal.ended)}" if goal.ended else ""
    said = (f"{goal.title}{stop}", _steps(goal), goal.changed, f"(goal {goal.number}{day_ended})")
    return " ".join(part for part in said if part)


def _steps(goal: PlanGoal) -> str:
    """Return "Two steps done, one dropped.", or as much of it as there is to say."""
    done = sum(1 for activity in goal.activities if activity.done)
    counts = ((done, "done"), (goal.steps_dropped, "dropped"))
    told = [f"{in_words(count)} {what}" for count, what in counts if count]
    if not told:
        return ""
    first = done or goal.steps_dropped
    noun = "step" if first == 1 else "steps"
    number, _, rest = told[0].partition(" ")
    return f"{', '.join([f'{number.capitalize()} {noun} {rest}', *told[1:]])}."


def _signatures(plan: Plan) -> Signatures:
    review = min((goal.review for goal in plan.goals), default=None)
    names = sorted({goal.agreed_with for goal in plan.goals if goal.agreed_with})
    return Signatures(
        (plan.person, *(names or [plan.supervisor or "Team leader"])),
        f"Next look: {long_day(review)}" if review else "",
    )
