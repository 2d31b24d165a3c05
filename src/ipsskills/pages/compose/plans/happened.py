"""What a command just did to a plan, in a line, and what takes that back where anything does.

What was there before is said with it, so that nobody has to look for it.
"""

from collections.abc import Iterator
from datetime import date

from ipsskills.doing import Do, do
from ipsskills.facts.plan import FieldChange, GoalEvent, PlanFacts
from ipsskills.method.goal_history import Happened
from ipsskills.pages.compose.entries.entry import make_sentence
from ipsskills.pages.compose.plans.history import describe_changes
from ipsskills.pages.compose.plans.steps import name_reader
from ipsskills.pages.words import weekday

NOTHING = "Nothing was changed."

# The options of ``plan edit`` that set a field of a goal, and of one of its steps.
_OF_GOAL = {
    "title": "--title",
    "why": "--why",
    "outcome": "--outcome",
    "arranged_by": "--arranged-by",
    "review": "--review",
    "close": "--close",
}
_OF_STEP = {"text": "--do", "with_whom": "--with", "due": "--by"}

# How long a command may be to take something back; what was there before is told in any case.
_LONGEST = 50
_TOLD_BEFORE = (Happened.CHANGED, Happened.STEP_CHANGED, Happened.STEP_DROPPED)


def tell_happened(plan: PlanFacts) -> tuple[str, ...]:
    """Return a sentence for each thing that was done."""
    told = [
        _tell_made(plan, goal.number) if event.what is Happened.MADE else _tell(goal.number, event)
        for goal in plan.happened
        for event in goal.lines
    ]
    return tuple(told) or (NOTHING,)


def is_about_ticks(plan: PlanFacts, number: int) -> bool:
    """Whether all that happened to a goal is that steps were ticked, or no longer are."""
    events = [event for told in plan.happened for event in told.lines if told.number == number]
    return bool(events) and all(
        event.what in (Happened.STEP_DONE, Happened.STEP_UNDONE)
        or [each.field for each in event.changes] == ["brought"]
        for event in events
    )


def list_ways_back(plan: PlanFacts) -> Iterator[tuple[Do, str]]:
    """Yield what takes back what was done; where that is long, or several things, what it was."""
    person = name_reader(plan)
    if any(event.what is Happened.AGREED for goal in plan.happened for event in goal.lines):
        yield do("undo"), "take that back"
        return
    for goal in plan.happened:
        number = str(goal.number)
        if any(event.what is Happened.MADE for event in goal.lines):
            yield do("plan edit", number, person=person), "change its words, dates or steps"
            continue
        ways = [_take_back(number, event, plan.on) for event in goal.lines]
        if len(ways) == 1 and ways[0] and sum(map(len, ways[0])) <= _LONGEST:
            verb, *words = ways[0]
            yield do(verb, *words, person=person), "take that back"
        elif any(event.what in _TOLD_BEFORE for event in goal.lines):
            yield do("plan history", number, person=person), "what it was before"


def _tell_made(plan: PlanFacts, number: int) -> str:
    """Return that a goal is kept, which stands above whole, and what takes it off again."""
    off = do("plan drop", str(number), "--because", "Mistake", person=name_reader(plan))
    return f"Kept: goal {number}. To take it off: {off}"


def _tell(number: int, event: GoalEvent) -> str:
    """Return what happened to a goal of a number, or to a step of it."""
    again = f"Next look: {weekday(event.review)}." if event.review else ""
    what = f"{event.step} {event.text}" if event.step else f"goal {number}, {event.text}"
    said = f" {event.said}" if event.said else ""
    brought = f" Brought:{said}" if said else ""
    if [each.field for each in event.changes] == ["brought"]:
        was = event.changes[0].was
        return f"Brought from {event.step}:{said or ' nothing'}.{f' Was: {was}' if was else ''}"
    found = {
        Happened.AGREED: f"Agreed with {event.agreed_with}: {what}",
        Happened.REVIEWED: f"Looked at again: {make_sentence(what)}{said and f' Seen:{said}'}",
        Happened.FINISHED: f"Finished: {make_sentence(what)}{said}",
        Happened.DROPPED: f"Dropped: {make_sentence(what)}{said}",
        Happened.REOPENED: f"Open again: {what}",
        Happened.STEP_ADDED: f"Added: {what}",
        Happened.STEP_DONE: f"Ticked: {make_sentence(what)}{brought}",
        Happened.STEP_UNDONE: f"No longer ticked: {what}",
        Happened.STEP_DROPPED: f"Taken off the plan: {what}",
    }.get(event.what) or describe_changes(f"Changed: {what}", event.changes)
    return " ".join(part for part in (make_sentence(found), again) if part)


def _take_back(number: str, event: GoalEvent, today: date) -> tuple[str, ...]:
    """Return what takes it back, as a verb and words; nothing where nothing does."""
    step = event.step or ""
    plain: dict[Happened, tuple[str, ...]] = {
        Happened.FINISHED: ("plan reopen", number),
        Happened.DROPPED: ("plan reopen", number),
        Happened.STEP_ADDED: ("plan edit", number, "--drop-step", step.rpartition(".")[2]),
        Happened.STEP_DONE: ("plan done", step, "--undo"),
        Happened.STEP_UNDONE: ("plan done", step),
        Happened.STEP_DROPPED: ("plan edit", number, "--do", event.text),
    }
    return plain.get(event.what) or _change_back(number, event, today)


def _change_back(number: str, event: GoalEvent, today: date) -> tuple[str, ...]:
    """Return what gives every changed field what it had; nothing where one cannot have it again.

    A field that was empty cannot be emptied, and a day that is past cannot be set.
    """
    if not event.changes or any(_cannot_return(each, today) for each in event.changes):
        return ()
    if [each.field for each in event.changes] == ["brought"] and event.step:
        return ("plan done", event.step, "--brought", str(event.changes[0].was))
    options = _OF_STEP if event.step else _OF_GOAL
    if not all(each.field in options for each in event.changes):
        return ()
    which = ("--step", event.step.rpartition(".")[2]) if event.step else ()
    back = (word for each in event.changes for word in (options[each.field], str(each.was)))
    return ("plan edit", number, *which, *back)


def _cannot_return(change: FieldChange, today: date) -> bool:
    return not change.was or (isinstance(change.was, date) and change.was < today)
