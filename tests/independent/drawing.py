"""A history under way: what may happen next in it, each kind of thing with its weight."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from tests.independent.agenda import make_agenda
from tests.independent.draws import draw_answers, draw_scope, share
from tests.independent.happenings import (
    Agreed,
    Begun,
    Contested,
    Corrected,
    Dropped,
    Finished,
    GoalAdded,
    GoalFinished,
    Happening,
    Held,
    Marked,
    Prepared,
    Supervised,
    TakenBack,
    VisitCorrected,
    Visited,
)
from tests.independent.speaking import is_marked
from tests.independent.taking import make_world
from tests.independent.world import Book

ABOUT = "Ada Example"
LEADERS = ("Lee Invented", "Max Made-Up", "Kim Pretend")
START = datetime(2025, 2, 3, 9, 0, tzinfo=UTC)
WAYS = ("watched", "watched", "did together", "shown")


@dataclass
class Drawing:
    """A history under way: what happened so far, and what may happen next because of it."""

    random: Random
    book: Book
    pool: tuple[str, ...]
    temper: str
    now: datetime = START
    happened: list[Happening] = field(default_factory=list)
    number: int = 0
    present: str = LEADERS[0]
    coming: tuple[date, str] | None = None
    last: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    asked: dict[str, set[str]] = field(default_factory=dict)
    visits: dict[str, tuple[str, date]] = field(default_factory=dict)
    hours: list[str] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    forgotten: tuple[str, str, datetime] | None = None

    def key(self, word: str) -> str:
        """Return a name nothing else has."""
        self.number += 1
        return f"{word} {self.number}"

    def add(self, happening: Happening) -> None:
        """Let something happen; the next thing is at least some minutes later."""
        self.happened.append(happening)
        self.now = happening.at + timedelta(minutes=self.random.randint(12, 90))

    @property
    def supervisor(self) -> str:
        """Who supervises the person now: a change waits for its day."""
        if self.coming and self.coming[0] <= self.now.date():
            self.present, self.coming = self.coming[1], None
        return self.present


def _look_at_own(drawing: Drawing) -> None:
    look(
        drawing,
        ABOUT,
        "self",
        draw_scope(drawing.random, drawing.book, drawing.pool, drawing.temper),
    )


def _look_as_leader(drawing: Drawing) -> None:
    random = drawing.random
    rater = drawing.supervisor if share(random, 0.85) else random.choice(LEADERS)
    look(
        drawing, rater, "supervisor", draw_scope(random, drawing.book, drawing.pool, drawing.temper)
    )


def _draw_scope(drawing: Drawing) -> tuple[str, ...]:
    return draw_scope(drawing.random, drawing.book, drawing.pool, drawing.temper)


def look(drawing: Drawing, rater: str, kind: str, scope: tuple[str, ...]) -> None:
    """Begin and finish an assessment, now and then with some days between."""
    random = drawing.random
    _drop_forgotten(drawing, rater, kind)
    key = drawing.key("look")
    period = random.choice((None, None, None, 6, 1)) if kind != "first look" else None
    drawing.add(
        Begun(at=drawing.now, by=rater, key=key, about=ABOUT, kind=kind, scope=scope, period=period)
    )
    if share(random, 0.04) and kind != "first look" and drawing.forgotten is None:
        drawing.forgotten = (key, rater, drawing.now)
        return
    if share(random, 0.15):
        drawing.now += timedelta(days=random.randint(1, 6))
    answers = draw_answers(random, drawing.book, scope, kind, drawing.temper)
    drawing.add(Finished(at=drawing.now, by=rater, key=key, answers=answers))
    if kind != "first look":
        drawing.asked.setdefault(rater, set()).update(item.split("/")[0] for item in scope)
        given = {item: answer.code for item, answer in answers.items() if answer.code}
        drawing.last[rater] = (key, given)


def _drop_forgotten(drawing: Drawing, rater: str, kind: str) -> None:
    """Leave a forgotten draft for good before the same rater begins another."""
    forgotten = drawing.forgotten
    if forgotten and forgotten[1] == rater and kind != "first look":
        drawing.add(Dropped(at=drawing.now, by=rater, key=forgotten[0]))
        drawing.forgotten = None


def _visit(drawing: Drawing) -> None:
    random = drawing.random
    by = drawing.supervisor if share(random, 0.85) else random.choice(LEADERS)
    way = random.choice(WAYS)
    units = tuple(random.sample(drawing.pool, random.choice((1, 1, 1, 2, 3))))
    ago = random.choice((0, 0, 0, 1, 4, 12, 40, 75, 190, 400))
    on = max(drawing.now.date() - timedelta(days=ago), date(2024, 6, 1))
    if any(day == on for _, day in drawing.visits.values()):
        return
    rate = None
    if len(units) == 1 and way == "watched" and share(random, 0.5) and drawing.forgotten is None:
        rate = random.choice("01233")
        drawing.asked.setdefault(by, set()).update(units)
        drawing.last.pop(by, None)
    key = drawing.key("visit")
    drawing.visits[key] = (by, on)
    drawing.add(
        Visited(
            at=drawing.now, by=by, key=key, about=ABOUT, on=on, way=way, units=units,
            setting=f"A place for {key}", rate=rate,
        )
    )  # fmt: skip


def _correct_visit(drawing: Drawing) -> None:
    if not drawing.visits:
        return
    random = drawing.random
    key = random.choice(sorted(drawing.visits))
    by, on = drawing.visits[key]
    new = min(on + timedelta(days=random.choice((-90, -20, -3, 3, 30))), drawing.now.date())
    if any(day == new for _, day in drawing.visits.values()):
        return
    drawing.visits[key] = (by, new)
    drawing.add(
        VisitCorrected(at=drawing.now, by=by, key=key, on=new, setting=f"Elsewhere for {key}")
    )


def _take_back(drawing: Drawing) -> None:
    random = drawing.random
    if drawing.visits and share(random, 0.6):
        key = random.choice(sorted(drawing.visits))
        by, _ = drawing.visits.pop(key)
        drawing.add(TakenBack(at=drawing.now, by=by, key=key))
    elif drawing.hours:
        key = drawing.hours.pop(random.randrange(len(drawing.hours)))
        drawing.add(TakenBack(at=drawing.now, by=ABOUT, key=key))


def _correct(drawing: Drawing) -> None:
    """Put an answer of somebody's last assessment right."""
    random = drawing.random
    if not drawing.last:
        return
    rater = random.choice(sorted(drawing.last))
    key, given = drawing.last[rater]
    rated = sorted(item for item, code in given.items() if code in "0123")
    if not rated or (drawing.forgotten and drawing.forgotten[1] == rater):
        return
    pooled = [item for item in rated if item.split("/")[0] in drawing.pool]
    item = random.choice(pooled or rated)
    drawing.add(Corrected(at=drawing.now, by=rater, key=key, item=item, code=random.choice("0123")))


def _mark(drawing: Drawing) -> None:
    random = drawing.random
    rater = ABOUT if share(random, 0.7) else drawing.supervisor
    units = sorted(drawing.asked.get(rater, set()) & set(drawing.pool))
    if not units or (drawing.forgotten and drawing.forgotten[1] == rater):
        return
    unit = random.choice(units)
    world = make_world(drawing.book, drawing.happened, drawing.now)
    bring = not is_marked(world, ABOUT, unit, rater)
    drawing.add(Marked(at=drawing.now, by=rater, about=ABOUT, unit=unit, bring=bring))


def _hold(drawing: Drawing) -> None:
    random = drawing.random
    key = drawing.key("hour")
    on = drawing.now.date() - timedelta(days=random.choice((0, 0, 0, 0, 1, 3, 9)))
    held = share(random, 0.85)
    units = random.sample(drawing.pool, random.choice((0, 0, 1, 2)))
    topics = _draw_topics(drawing) if held else ()
    older = held and share(random, 0.1)
    drawing.hours.append(key)
    drawing.add(
        Held(
            at=drawing.now, by=ABOUT, key=key, about=ABOUT, on=on, held=held,
            way=random.choice((None, "one-to-one", "group", "field")),
            units=tuple(units), topics=None if older else topics,
        )
    )  # fmt: skip


def _draw_topics(drawing: Drawing) -> tuple[str, ...]:
    """Return what was talked about: often what stands on the agenda, else anything, or nothing."""
    if share(drawing.random, 0.6):
        world = make_world(drawing.book, drawing.happened, drawing.now)
        return tuple(make_agenda(world, ABOUT).talk)
    return tuple(drawing.random.sample(drawing.pool, drawing.random.choice((0, 2, 3))))


def _agree(drawing: Drawing) -> None:
    random = drawing.random
    both = drawing.asked.get(ABOUT, set()) & drawing.asked.get(drawing.supervisor, set())
    units = sorted(both & set(drawing.pool))
    if not units or drawing.forgotten:
        return
    unit = random.choice(units)
    codes = "0123xn" if drawing.book.asked_as[unit] == "skill" else "0123x"
    drawing.add(Agreed(at=drawing.now, by=ABOUT, about=ABOUT, unit=unit, code=random.choice(codes)))


def _contest(drawing: Drawing) -> None:
    """See a supervisor's last view differently, or settle that."""
    views = sorted(key for rater, (key, _) in drawing.last.items() if rater != ABOUT)
    if not views or drawing.forgotten:
        return
    key = drawing.random.choice(views)
    world = make_world(drawing.book, drawing.happened, drawing.now)
    drawing.add(Contested(at=drawing.now, by=ABOUT, key=key, settled=key in world.contested))


def _prepare(drawing: Drawing) -> None:
    drawing.add(Prepared(at=drawing.now, by=ABOUT, well=drawing.key("Well")))


def _plan(drawing: Drawing) -> None:
    """Add a goal, or finish one or some."""
    if drawing.goals and share(drawing.random, 0.5):
        for key in drawing.goals[: drawing.random.randint(1, 3)]:
            drawing.goals.remove(key)
            drawing.add(GoalFinished(at=drawing.now, by=ABOUT, key=key))
        return
    key = drawing.key("goal")
    drawing.goals.append(key)
    drawing.add(GoalAdded(at=drawing.now, by=ABOUT, key=key, title=f"To reach {key}"))


def _change_supervisor(drawing: Drawing) -> None:
    random = drawing.random
    present = drawing.supervisor
    if drawing.coming:
        return
    new = random.choice([name for name in LEADERS if name != present])
    since = drawing.now.date() + timedelta(days=random.choice((0, 0, 25, 60)))
    drawing.coming = (since, new)
    drawing.add(Supervised(at=drawing.now, by=ABOUT, about=ABOUT, supervisor=new, since=since))


KINDS: tuple[tuple[Callable[[Drawing], None], int], ...] = (
    (_look_at_own, 7),
    (_look_as_leader, 8),
    (_visit, 8),
    (_correct_visit, 2),
    (_take_back, 2),
    (_correct, 4),
    (_mark, 4),
    (_hold, 8),
    (_agree, 4),
    (_prepare, 2),
    (_plan, 5),
    (_change_supervisor, 1),
    (_contest, 3),
)
