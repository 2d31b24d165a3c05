"""What to do with answers that came before their reader had looked: asked once they are in."""

from typing import TYPE_CHECKING

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.usecases.sharing.alone import list_came, read_together, say_nothing_seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipsskills.facts.apart import CameByFile
    from ipsskills.usecases.desk import Desk

_LOOK = ("look", "Look first: give your own view, then read theirs")
_NOTHING = ("nothing", "Nothing seen yet: keep that as your view, and read theirs")
_TOGETHER = ("together", "Together now: read theirs first, which is dated and said to both")


def offer_look(desk: "Desk", about: "Iterable[str]") -> None:
    """Ask once for each person of whom answers are kept apart, where somebody can answer.

    ``about`` are those (ids) of whom something came now: of others it was asked when theirs came.
    Without a terminal, or if they stop, it stays apart.
    """
    if not ask.can_ask():
        return
    for came in list_came(desk, about):
        say(_act(desk, came))


def _act(desk: "Desk", came: "CameByFile") -> str:
    """Ask about what came of one person, do what was chosen, and return what is said of it."""
    from ipsskills.pages.compose.sharing.alone import (
        compose_look_first,
        compose_looked_alone,
        compose_together,
        say_came,
    )

    ways = (_LOOK, *(() if came.about.me else (_NOTHING,)), _TOGETHER)
    say(say_came(came))
    chosen = ask.select("What now?", ways)
    if chosen == _TOGETHER[0]:
        return compose_together(read_together(desk, came.about.name))
    if chosen == _NOTHING[0]:
        return compose_looked_alone(say_nothing_seen(desk, came.about.name))
    return compose_look_first(came)
