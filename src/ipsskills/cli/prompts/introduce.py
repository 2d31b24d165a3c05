"""Gets to know the person at the keyboard, once."""

from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup.context import remember_me
from ipsskills.codes import Role
from ipsskills.facts.people import Introduced
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.introduce import introduce

WHAT_IS_KEPT = (
    "Kept on this computer. Your employer may have to produce it if asked. 'Private' means it is "
    "left out of what you share. Write nothing you would not want read out."
)


def need_terminal() -> None:
    """Raise NeedsTerminal where nobody is there to say a name."""
    ask.need_terminal('Type: ipsskills init --name "Your Name"')


def introduce_me(
    desk: Desk, name: str | None, role: Role | None, *, plain: bool = False
) -> tuple[Introduced, Desk]:
    """Make a person me, asking for what is not given; return who, and the desk as theirs.

    Raises NeedsTerminal where something has to be asked and nobody is there.
    """
    if name is None:
        need_terminal()
        say(WHAT_IS_KEPT)
        name = ask.text("What is your name?", plain=plain)
    if role is None and ask.can_ask():
        roles = [(each.value, each.value) for each in Role]
        role = Role(ask.select("What do you do here?", roles, plain=plain))
    done = introduce(desk, name, role or Role.EMPLOYMENT_SPECIALIST)
    return done, remember_me(desk, done.record, done.id)
