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
_ALL = (("yes", "Yes, each is who is here by that name"), ("no", "Ask me about each"))
_YOU, _HERE = "that is you", "who is here already"


def ask_who(doubts: "Iterable[PersonInDoubt]") -> dict[str, str | None]:
    """Return who those are that are in doubt, as somebody at the terminal says; else nothing."""
    each_once = {each.id: each for each in doubts}
    if not each_once or not ask.can_ask():
        return {}
    return {each.id: _ask_about(each) for each in each_once.values()}


def ask_same(doubts: "Iterable[PersonInDoubt]") -> dict[str, str | None]:
    """Return who those are that several files name as somebody here is called, by one answer.

    Nothing where there are not two of them, without a terminal, and where the answer is no: then
    each is asked about when their file is taken in.
    """
    from ipsskills.folding import spell_same

    found = {
        each.id: each.like[0]
        for each in doubts
        if len(each.like) == 1 and not each.like[0].me
        if spell_same(each.like[0].name) == spell_same(each.called)
    }
    names = list(dict.fromkeys(each.name for each in found.values()))
    if not names[1:] or not ask.can_ask():
        return {}
    question = f"The files name {', '.join(names)}. Are they who is here by these names?"
    said = ask.select(question, _ALL, default=False)
    return {own: each.id for own, each in found.items()} if said == "yes" else {}


def ask_back(met: "Iterable[ParcelMet]") -> "Iterator[str]":
    """Yield those (ids) who were erased here and come back, as somebody at the terminal says.

    Nobody is asked without a terminal. Raises Interrupted for a no: nothing is taken in then.
    """
    from ipsskills.pages.compose.sharing.taken import say_back

    erased = {each.about.id: each for each in met if each.erased_on or each.erased_perhaps}
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
