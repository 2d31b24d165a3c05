"""A learning plan as sheets: its goals, their steps, and what became of them."""

from ipsskills.facts.plan import PlanFacts, PlanHistory
from ipsskills.pages.compose.sheets.rows import make_sheet, pick
from ipsskills.pages.data import Sheet

_GOAL = (
    *("number", "title", "why", "units", "chance", "outcome", "state", "review", "close"),
    *("agreed_with", "agreed_on", "arranged_by", "reviewed", "review_note", "changed", "ended"),
    "steps_dropped",
)
_STEP = ("number", "text", "with_whom", "time", "due", "done", "what", "bring", "brought")
_EVENT = ("on", "what", "by", "step", "text", "said", "agreed_with", "review")


def compose_goals(facts: PlanFacts) -> tuple[Sheet, ...]:
    """Return the goals, open ones first, then what was finished and dropped; and their steps."""
    goals = (*facts.goals, *facts.finished, *facts.dropped)
    steps = [pick(step, _STEP, goal=goal.number) for goal in goals for step in goal.activities]
    return (
        make_sheet("Goals", _GOAL, [pick(goal, _GOAL) for goal in goals]),
        make_sheet("Steps", ("goal", *_STEP), steps),
    )


def compose_events(facts: PlanHistory) -> tuple[Sheet, ...]:
    """Return what happened to each goal, the oldest first."""
    rows = [
        pick(event, _EVENT, goal=goal.number, title=goal.title)
        for goal in facts.goals
        for event in goal.lines
    ]
    return (make_sheet("What happened", ("goal", "title", *_EVENT), rows),)
