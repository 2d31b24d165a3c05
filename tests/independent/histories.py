"""Random histories of one person and those who supervise them, over about eighteen months."""

from datetime import datetime, timedelta
from random import Random

from tests.independent.drawing import ABOUT, KINDS, LEADERS, Drawing, look
from tests.independent.draws import share
from tests.independent.happenings import (
    History,
    Joined,
    Supervised,
)
from tests.independent.world import Book

DAYS = 550


def draw_history(seed: int, book: Book, *, length: int = 34) -> History:
    """Return the history of a seed."""
    random = Random(seed)
    units = [unit for unit in book.units if unit not in book.safety]
    danger = _hold_danger(book)
    pool = (
        *random.sample(units, random.randint(4, 8)),
        *random.sample(sorted(book.safety), random.randint(1, 2)),
        *random.sample(list(book.areas), random.randint(0, 1)),
        *random.sample(danger, random.randint(0, 2)),
    )
    pool = tuple(dict.fromkeys(pool))
    temper = random.choices(("usual", "strong", "new here"), (5, 4, 1))[0]
    drawing = Drawing(random, book, pool, temper)
    _begin(drawing)
    step = timedelta(days=DAYS / length)
    moments = []
    for number in range(length):
        _pass_time(drawing, step)
        random.choices(*zip(*KINDS, strict=True))[0](drawing)
        if number in (length // 3, 2 * length // 3):
            moments += _look_at_pages(drawing)
    _pass_time(drawing, step)
    drawing.now += timedelta(days=random.choice((0, 0, 30, 120, 200)))
    moments += _look_at_pages(drawing)
    return History(seed, tuple(drawing.happened), tuple(moments), ABOUT, LEADERS)


def _hold_danger(book: Book) -> list[str]:
    """Return the units outside safety that have a statement asked the safety way."""
    return [
        unit
        for unit in (*book.units, *book.areas)
        if unit not in book.safety
        and any(book.asked_as[item] == "safety" for item in book.statements[unit])
    ]


def _begin(drawing: Drawing) -> None:
    now = drawing.now
    drawing.add(Joined(at=now, by=ABOUT, name=ABOUT, leads=False))
    for name in LEADERS:
        drawing.add(Joined(at=drawing.now, by=ABOUT, name=name, leads=True))
    since = now.date()
    drawing.add(
        Supervised(at=drawing.now, by=ABOUT, about=ABOUT, supervisor=LEADERS[0], since=since)
    )
    if share(drawing.random, 0.25):
        look(drawing, ABOUT, "first look", tuple(drawing.book.units))
    if share(drawing.random, 0.1 if drawing.temper == "strong" else 0.8):
        look(drawing, ABOUT, "self", tuple(drawing.book.units))


def _pass_time(drawing: Drawing, step: timedelta) -> None:
    """Go on: often the same day, else some days, always within working hours."""
    random = drawing.random
    if share(random, 0.3) and drawing.now.hour < 16:
        return
    days = max(1, round(step.days * random.choice((0.2, 0.6, 1.4, 2.2))))
    later = drawing.now + timedelta(days=days)
    drawing.now = later.replace(hour=random.randint(9, 12), minute=random.randint(0, 59))


def _look_at_pages(drawing: Drawing) -> list[datetime]:
    """Return a moment to look at pages, unless a draft keeps answers apart just then."""
    forgotten = drawing.forgotten
    if forgotten and drawing.now - forgotten[2] < timedelta(days=62):
        return []
    moment = drawing.now
    drawing.now += timedelta(minutes=5)
    return [moment]
