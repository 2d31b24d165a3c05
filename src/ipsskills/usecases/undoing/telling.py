"""Tells the last change as facts: which things it added or changed, and how they are called."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from functools import singledispatch
from typing import Any

from ipsskills.facts.exchange.undoing import AnswerBeside, Did, LastChange, ThingChanged
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.types import Framework
from ipsskills.method.apart import unit_of
from ipsskills.record.columns import table_of
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Person,
    Rating,
    Record,
)
from ipsskills.usecases.people.whom import name_ids
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.undoing.last import ThingBeside, stays

_HEADER = {each.name for each in fields(Record)}


def tell(view: ReaderView, changes: Sequence[ThingBeside]) -> LastChange:
    """Return the last change as it is told before it is undone."""
    people = dict.fromkeys(view.survivor(change.now.about) for change in changes)
    names = name_ids(view, people)
    new = {change.now.thing for change in changes if change.before is None}
    newest = max(changes, key=lambda change: change.now.at).now
    return LastChange(
        key=newest.id,
        on=view.day_of(newest.at),
        about=tuple(PersonNamed(id=p, name=names.get(p, ""), me=p == view.me) for p in people),
        things=tuple(_tell_thing(view.framework, change, new) for change in changes),
        scale=view.framework.scale,
    )


def _tell_thing(framework: Framework, change: ThingBeside, new: Collection[str]) -> ThingChanged:
    """Return one thing that was changed; ``new`` are all that were not there before."""
    changed = () if change.before is None else _list_changed(change.now, change.before)
    return ThingChanged(
        table=table_of(type(change.now)),
        did=Did.ADDED if change.before is None else Did.CHANGED,
        fields=changed,
        stays=stays(change),
        answer=_tell_answer(change, new),
        **_name(change.now, framework),
    )


def _tell_answer(change: ThingBeside, new: Collection[str]) -> AnswerBeside | None:
    now, before = change.now, change.before
    if not isinstance(now, Rating):
        return None
    was = before.code if isinstance(before, Rating) else None
    return AnswerBeside(asked_as=now.asked_as, now=now.code, was=was, whole=now.assessment in new)


def _list_changed(now: Record, before: Record) -> tuple[str, ...]:
    names = (each.name for each in fields(now) if each.name not in {*_HEADER, "entered"})
    return tuple(name for name in names if getattr(now, name) != getattr(before, name))


@singledispatch
def _name(now: Record, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    """Return what a thing is called, and what else is told of its kind."""
    return {}


@_name.register
def _(now: Person, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    return {"name": now.name}


@_name.register
def _(now: Assessment, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    return {"sort": now.kind, "on": now.finished or now.began, "state": now.state}


@_name.register
def _(now: Rating, framework: Framework) -> Mapping[str, Any]:
    return {"name": _name_unit(framework, now.item)}


@_name.register
def _(now: Note, framework: Framework) -> Mapping[str, Any]:
    return {"name": _name_unit(framework, now.subject.partition("/")[2])}


@_name.register
def _(now: Goal, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    return {"name": f"{now.number} {now.title}", "state": now.state}


@_name.register
def _(now: GoalActivity, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    return {"name": now.text}


@_name.register
def _(now: Entry, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    return {"name": now.title, "sort": now.kind, "on": now.on}


@_name.register
def _(now: Objection, framework: Framework) -> Mapping[str, Any]:  # noqa: ARG001
    return {"on": now.settled}


def _name_unit(framework: Framework, item: str) -> str:
    """Return the number and short name of the unit an item belongs to."""
    unit = framework.by_id.get(unit_of(item))
    return f"{unit.id} {unit.short}" if unit else item
