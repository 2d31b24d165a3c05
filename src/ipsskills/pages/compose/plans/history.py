"""The history of a plan's goals as a page: what happened, in plain words, and when."""

from datetime import date

from ipsskills.facts.plan import FieldChange, GoalEvent, PlanHistory
from ipsskills.method.goal_history import Happened
from ipsskills.pages.compose.entries.entry import make_sentence
from ipsskills.pages.document import About, Block, Heading, Page, Table, Text
from ipsskills.pages.words import day

# What a field is called on the page.
_FIELDS = {
    "title": "the goal",
    "why": "why",
    "outcome": "how we will know",
    "arranged_by": "who arranges it",
    "text": "what to do",
    "with_whom": "with whom",
    "due": "by when",
    "review": "when to look again",
    "close": "when to close or renew",
    "done": "the day it was done",
    "brought": "what was brought",
}
_STATES = (
    "The words in quotation marks are where units stood that day in the person's own view. They "
    "are here, and not on the plan."
)


def compose_plan_history(history: PlanHistory) -> Page:
    """Return the page: a table of days for each goal."""
    blocks: list[Block] = []
    for goal in history.goals:
        blocks.append(Heading(f"{goal.number}. {goal.title}", sentence=True))
        rows = tuple((describe_event(line), day(line.on), line.by) for line in goal.lines)
        blocks.append(Table(("What happened", "When", "Written by"), rows))
    if any(line.states for goal in history.goals for line in goal.lines):
        blocks.append(Text(_STATES))
    lead = ("Nothing is rewritten: every version is kept.",)
    return Page(
        f"What became of the plan: {history.person.name}",
        lead,
        tuple(blocks),
        about=About(history.person.name),
    )


def describe_event(event: GoalEvent) -> str:
    """Return what happened in words."""
    if event.step:
        return _describe_step(event)
    said = f": {event.said}" if event.said else "."
    again = f"Next look: {day(event.review)}." if event.review else ""
    stood = " and ".join(f'"{state}"' for state in event.states)
    return {
        Happened.MADE: f"Put on the plan: {event.text}",
        Happened.AGREED: f"Agreed with {event.agreed_with}." + (f" Then {stood}." if stood else ""),
        Happened.REVIEWED: f"Looked at again{said} {again}",
        Happened.FINISHED: f"Finished{said}",
        Happened.DROPPED: f"Dropped{said}",
        Happened.REOPENED: f"Reopened. {again}",
    }.get(event.what) or describe_changes("Changed", event.changes)


def _describe_step(event: GoalEvent) -> str:
    done = f"Step {event.step} done: {event.text}"
    return {
        Happened.STEP_ADDED: f"Step {event.step} added: {event.text}",
        Happened.STEP_DONE: f"{make_sentence(done)} Brought: {event.said}" if event.said else done,
        Happened.STEP_UNDONE: f"Step {event.step}: the tick was taken back.",
        Happened.STEP_DROPPED: f"Step {event.step} dropped: {event.text}",
    }.get(event.what) or describe_changes(f"Step {event.step} changed", event.changes)


def describe_changes(what: str, changes: tuple[FieldChange, ...]) -> str:
    """Say which fields changed, and what each was before."""
    told = [f"{_FIELDS[each.field]} (was: {_describe_value(each.was)})" for each in changes]
    return f"{what}: {'; '.join(told)}." if told else "Looked at; nothing was changed."


def _describe_value(was: str | date | None) -> str:
    if isinstance(was, date):
        return day(was)
    return was or "nothing"
