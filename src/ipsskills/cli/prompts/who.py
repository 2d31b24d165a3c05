"""Asks who somebody in a file is, and whether somebody who was erased here comes back."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.errors import Interrupted

if TYPE_CHECKING:
    from ipsskills.facts.exchange.parcels import ParcelMet, PersonInDoubt

_SOMEBODY_NEW = "new"
_BACK = (("no", "No"), ("yes", "Yes, take it in"))
_YOU, _HERE = "that is you", "who is here already"


def ask_who(doubts: "Iterable[PersonInDoubt]") -> dict[str, str | None]:
    """Return who those are that are in doubt, as somebody at the terminal says; else nothing."""
    each_once = {each.id: each for each in doubts}
    if not each_once or not ask.can_ask():
        return {}
    return {each.id: _ask_about(each) for each in each_once.values()}


def ask_back(met: "Iterable[ParcelMet]") -> "Iterator[str]":
    """Yield those (ids) who were erased here and come back, as somebody at the terminal says.

    Nobody is asked without a terminal. Raises Interrupted for a no: nothing is taken in then.
    """
    from ipsskills.pages.compose.sharing.taken import say_back

    erased = {each.about.id: each for each in met if each.erased_on}
    for about, each in erased.items():
        if ask.can_ask():
            say(say_back(each))
            if ask.select("Take it in?", _BACK, default=False) != "yes":
                raise Interrupted("Nothing was taken in.")
            yield about


def _ask_about(doubt: "PersonInDoubt") -> str | None:
    here = [(each.id, f"{each.name}, {_YOU if each.me else _HERE}") for each in doubt.like]
    choices = [*here, (_SOMEBODY_NEW, "Somebody else of that name, who is new here")]
    chosen = ask.select(f"The file names {doubt.called}. Who is that?", choices, default=False)
    return None if chosen == _SOMEBODY_NEW else chosen
