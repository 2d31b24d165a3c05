"""Asks who somebody in a file is, where a name alone leaves it in doubt."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ipsskills.cli.prompts import ask

if TYPE_CHECKING:
    from ipsskills.facts.exchange.parcels import PersonInDoubt

_SOMEBODY_NEW = "new"
_YOU, _HERE = "that is you", "who is here already"


def ask_who(doubts: "Iterable[PersonInDoubt]") -> dict[str, str | None]:
    """Return who those are that are in doubt, as somebody at the terminal says; else nothing."""
    each_once = {each.id: each for each in doubts}
    if not each_once or not ask.can_ask():
        return {}
    return {each.id: _ask_about(each) for each in each_once.values()}


def _ask_about(doubt: "PersonInDoubt") -> str | None:
    here = [(each.id, f"{each.name}, {_YOU if each.me else _HERE}") for each in doubt.like]
    choices = [*here, (_SOMEBODY_NEW, "Somebody else of that name, who is new here")]
    chosen = ask.select(f"The file names {doubt.called}. Who is that?", choices, default=False)
    return None if chosen == _SOMEBODY_NEW else chosen
