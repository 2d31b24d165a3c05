"""Gets to know the person at the keyboard, once."""

from ipsskills.cli import ask
from ipsskills.cli.context import remember_me
from ipsskills.cli.show import say
from ipsskills.codes import Role
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.init import WHAT_IS_KEPT, Introduced, introduce


def introduce_me(desk: Desk, name: str | None, role: Role | None) -> tuple[Introduced, Desk]:
    """Make a person me, asking for what is not given; return who, and the desk as theirs.

    Raises NeedsTerminal where something has to be asked and nobody is there.
    """
    if name is None:
        ask.need_terminal('Type: ipsskills init --name "Your Name"')
        say(WHAT_IS_KEPT)
        name = ask.text("What is your name?")
    if role is None and ask.can_ask():
        role = Role(ask.select("What do you do here?", [(r.value, r.value) for r in Role]))
    done = introduce(desk, name, role or Role.EMPLOYMENT_SPECIALIST)
    return done, remember_me(desk, done.id)
