"""Makes what there is at a moment from what happened until then, one thing after the other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.independent.days import months_before, place_of_entry
from tests.independent.happenings import (
    Agreed,
    Answer,
    Begun,
    Contested,
    Corrected,
    Dropped,
    Finished,
    GoalAdded,
    GoalFinished,
    Happening,
    Held,
    Joined,
    Marked,
    Prepared,
    Supervised,
    TakenBack,
    VisitCorrected,
    Visited,
)
from tests.independent.world import Book, Goal, Hour, Look, Version, Visit, World


def make_world(book: Book, happenings: Iterable[Happening], now: datetime) -> World:
    """Return what there is at a moment."""
    world = World(book, now.date())
    for each in happenings:
        if each.at <= now:
            TAKES[type(each)](world, each)
    return world


def _take_visit(world: World, each: Visited) -> None:
    """Keep a visit, and the answer that was given with it as a look of its own, finished."""
    world.visits[each.key] = Visit(
        key=each.key,
        rater=each.by,
        about=each.about,
        way=each.way,
        units=each.units,
        on=each.on,
        setting=each.setting,
        first_on=each.on,
    )
    if each.rate is None:
        return
    (unit,) = each.units
    look = Look(
        key=f"{each.key} rated",
        about=each.about,
        rater=each.by,
        kind="supervisor",
        scope=(unit,),
        began=each.at,
        period=3,
    )
    look.finished = each.at
    look.versions[unit] = [Version(each.at, Answer(each.rate, "O"), each.key)]
    world.looks[look.key] = look
    world.days[look.key, unit] = each.on


def _finish(world: World, each: Finished) -> None:
    """Give a draft's answers; what was observed is linked to the rater's own latest visit."""
    look = world.looks[each.key]
    look.finished = each.at
    for item, answer in each.answers.items():
        visit = _find_visit(world, look, world.book.unit_of(item)) if answer.basis == "O" else None
        look.versions[item] = [Version(each.at, answer, visit.key if visit else None)]
        if visit:
            world.days[look.key, item] = visit.on


def _find_visit(world: World, look: Look, unit: str) -> Visit | None:
    """Return the visit an observed answer of a pass is linked to (the day of what was seen)."""
    began = look.began.date()
    found = [
        visit
        for visit in world.visits.values()
        if visit.rater == look.rater
        and visit.about == look.about
        and visit.way in ("watched", "did together")
        and unit in visit.units
        and not visit.removed
        and months_before(began, look.period) <= visit.on <= began
    ]
    return max(found, key=lambda visit: visit.on) if found else None


def _correct(world: World, each: Corrected) -> None:
    """Put an answer right: another code, and all else as it was."""
    versions = world.looks[each.key].versions[each.item]
    last = versions[-1]
    versions.append(replace(last, at=each.at, answer=replace(last.answer, code=each.code)))


def _take_person(world: World, each: Joined) -> None:
    """A person by themselves is nothing that a page speaks of."""


def _take_supervised(world: World, each: Supervised) -> None:
    world.supervisors.append(each)


def _correct_visit(world: World, each: VisitCorrected) -> None:
    visit = world.visits[each.key]
    visit.on, visit.setting = each.on, each.setting


def _take_back(world: World, each: TakenBack) -> None:
    entry = world.visits.get(each.key) or world.hours[each.key]
    entry.removed = True


def _begin(world: World, each: Begun) -> None:
    world.looks[each.key] = Look(
        key=each.key,
        about=each.about,
        rater=each.by,
        kind=each.kind,
        scope=each.scope,
        began=each.at,
        period=each.period or 3,
    )


def _drop(world: World, each: Dropped) -> None:
    world.looks[each.key].dropped = True


def _hold(world: World, each: Held) -> None:
    world.hours[each.key] = Hour(
        key=each.key,
        about=each.about,
        place=place_of_entry(each.on, each.at),
        kept=(each.on, each.at),
        held=each.held,
        units=each.units,
        topics=each.topics,
    )


def _mark(world: World, each: Marked) -> None:
    world.marked.append(each)


def _contest(world: World, each: Contested) -> None:
    if each.settled:
        world.contested.discard(each.key)
    else:
        world.contested.add(each.key)


def _agree(world: World, each: Agreed) -> None:
    world.agreed.append(each)


def _prepare(world: World, each: Prepared) -> None:
    world.prepared.append(each)


def _add_goal(world: World, each: GoalAdded) -> None:
    world.goals[each.key] = Goal(each.key, each.by, each.title)


def _finish_goal(world: World, each: GoalFinished) -> None:
    world.goals[each.key].finished = each.at


TAKES: Mapping[type[Happening], Callable[[World, Any], None]] = {
    Joined: _take_person,
    Supervised: _take_supervised,
    Visited: _take_visit,
    VisitCorrected: _correct_visit,
    TakenBack: _take_back,
    Begun: _begin,
    Finished: _finish,
    Dropped: _drop,
    Corrected: _correct,
    Marked: _mark,
    Held: _hold,
    Agreed: _agree,
    Contested: _contest,
    Prepared: _prepare,
    GoalAdded: _add_goal,
    GoalFinished: _finish_goal,
}
