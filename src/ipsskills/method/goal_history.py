"""What happened to a goal: its versions and those of its steps, one after the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from ipsskills.frozen import dataclass
from ipsskills.record.types import Goal, GoalActivity, State

R = TypeVar("R", Goal, GoalActivity)


class Happened(StrEnum):
    """What one version did."""

    MADE = "made"
    AGREED = "agreed"
    REVIEWED = "reviewed"
    CHANGED = "changed"
    FINISHED = "finished"
    DROPPED = "dropped"
    REOPENED = "reopened"
    STEP_ADDED = "step added"
    STEP_DONE = "step done"
    STEP_UNDONE = "step not done after all"
    STEP_DROPPED = "step dropped"
    STEP_CHANGED = "step changed"


@dataclass(frozen=True)
class Event:
    """One thing that happened: the version that did it and the one its author saw, if any."""

    what: Happened
    version: Goal | GoalActivity
    before: Goal | GoalActivity | None = None

    @property
    def at(self) -> datetime:
        """When it happened, in UTC."""
        return self.version.at

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the fields that changed, in their order."""
        if self.before is None:
            return ()
        names = type(self.version).__dataclass_fields__
        return tuple(
            name
            for name in names
            if name not in _HEADER and getattr(self.version, name) != getattr(self.before, name)
        )


_HEADER = ("id", "thing", "replaces", "about", "author", "at")
_AGREEING = ("state", "agreed_with", "agreed_on", "states")
_REVIEWING = ("reviewed", "review_note")
_ENDS = {State.DONE: Happened.FINISHED, State.DROPPED: Happened.DROPPED}


def list_events(goal: Sequence[Goal], steps: Iterable[Sequence[GoalActivity]]) -> tuple[Event, ...]:
    """Return what happened to a goal, oldest first.

    ``goal`` are all versions of it, ``steps`` all versions of each of its steps, each oldest
    first. Steps that came with the goal have no event: they were kept in one go with it.
    """
    events = [_find_goal_event(version, before) for version, before in _pair_versions(goal)]
    made = [event.version for event in events if event.what is Happened.MADE]
    for versions in steps:
        for version, before in _pair_versions(versions):
            event = _find_step_event(version, before)
            if event.what is not Happened.STEP_ADDED or not any(map(version.kept_with, made)):
                events.append(event)
    return tuple(sorted(events, key=lambda event: (event.at, event.version.id)))


def _pair_versions(versions: Sequence[R]) -> Iterator[tuple[R, R | None]]:
    """Yield each version with the one its author saw."""
    known: Mapping[str, R] = {version.id: version for version in versions}
    for version in versions:
        yield version, known.get(version.replaces or "")


def _find_goal_event(version: Goal, before: Goal | None) -> Event:
    if before is None:
        return Event(Happened.MADE, version)
    return Event(_classify_goal(version, before), version, before)


def _classify_goal(version: Goal, before: Goal) -> Happened:
    if version.state in _ENDS and before.state is not version.state:
        return _ENDS[version.state]
    if before.state in _ENDS and version.state not in _ENDS:
        return Happened.REOPENED
    if version.state is State.AGREED and _differ(version, before, _AGREEING):
        return Happened.AGREED
    if _differ(version, before, _REVIEWING):
        return Happened.REVIEWED
    return Happened.CHANGED


def _differ(version: Goal, before: Goal, names: Sequence[str]) -> bool:
    return any(getattr(version, name) != getattr(before, name) for name in names)


def _find_step_event(version: GoalActivity, before: GoalActivity | None) -> Event:
    if before is None:
        return Event(Happened.STEP_ADDED, version)
    if version.dropped and not before.dropped:
        return Event(Happened.STEP_DROPPED, version, before)
    if (version.done is None) != (before.done is None):
        what = Happened.STEP_DONE if version.done else Happened.STEP_UNDONE
        return Event(what, version, before)
    return Event(Happened.STEP_CHANGED, version, before)
