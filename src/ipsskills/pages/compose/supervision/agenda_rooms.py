"""How much of each list an agenda has room for, the most first, so that it stays on one page."""

from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Room:
    """How much of each list there is room for, and how wide somebody's words may be.

    ``action`` is how wide an action may be with its name and day. ``spare`` is whether there is
    room for what is not pressing: the rest of lists by name. ``low`` is whether what stands beside
    the safety units is told, or its units only, with one line for what the person prepared.
    ``table`` is whether what is agreed has a table to write in, or a line; ``names`` whether safety
    units stand by their names too.
    """

    good: int
    words: int
    actions: int
    action: int
    chances: int
    goals: int
    title: int
    spare: bool = True
    low: bool = True
    table: bool = False
    names: bool = False


ROOMS = (
    Room(
        good=3,
        words=140,
        actions=6,
        action=140,
        chances=3,
        goals=3,
        title=90,
        table=True,
        names=True,
    ),
    Room(good=3, words=140, actions=6, action=140, chances=3, goals=3, title=90, table=True),
    Room(good=3, words=140, actions=6, action=140, chances=3, goals=3, title=90),
    Room(good=3, words=140, actions=4, action=140, chances=2, goals=3, title=56),
    Room(good=3, words=140, actions=4, action=140, chances=2, goals=3, title=34),
    Room(good=3, words=72, actions=4, action=140, chances=2, goals=3, title=34),
    Room(good=2, words=70, actions=3, action=140, chances=1, goals=2, title=34),
    Room(good=2, words=70, actions=3, action=71, chances=1, goals=2, title=34),
    Room(good=1, words=70, actions=2, action=140, chances=1, goals=1, title=34, spare=False),
    Room(good=1, words=70, actions=2, action=71, chances=1, goals=1, title=34, spare=False),
    Room(
        good=1, words=70, actions=1, action=71, chances=1, goals=1, title=34, spare=False, low=False
    ),
)
