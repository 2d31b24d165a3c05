"""What is asked before anything about somebody is erased for good: two questions, by name.

What erases takes the answer to both (`NothingAgainst`), and only this module gives one out.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.doing import do
from ipsskills.errors import UnderHold
from ipsskills.facts.exchange.erased import QUESTIONS, NothingAgainst

if TYPE_CHECKING:
    from ipsskills.facts.people import PersonNamed
    from ipsskills.usecases.desk import Desk

_ANSWERS = (("no", "No"), ("yes", "Yes"), ("not sure", "Not sure"))

SaidNo = Annotated[
    bool,
    typer.Option(
        "--yes",
        help="Nobody has asked to see it and there is no dispute: do not ask. Refused all the same"
        " while a hold stands.",
    ),
]
NO_TERMINAL = "Add --yes if nobody has asked to see it and there is no dispute."


def find_nothing_against(desk: "Desk", person: "PersonNamed", *, said: bool) -> NothingAgainst:
    """Return the answers to both questions about somebody, asked unless they were ``said``.

    Raises UnderHold for a yes, and for not being sure: a hold is set then.
    """
    if not said:
        _ask_both(desk, person)
    return NothingAgainst(about=person.id)


def _ask_both(desk: "Desk", person: "PersonNamed") -> None:
    from ipsskills.pages.compose.rights.erasing import ASKED, DO_NOT_ERASE
    from ipsskills.usecases.rights.holding import hold

    say(f"\nAbout {person.name}:")
    for why in QUESTIONS:
        if ask.select(ASKED[why], _ANSWERS, default=False) != "no":
            hold(desk, person.id, why)
            raise UnderHold(
                DO_NOT_ERASE,
                f"{person.name} is held from today. When that is over: "
                f"{do('data hold', '--end', '--why', why, person=person.name)}",
            )
