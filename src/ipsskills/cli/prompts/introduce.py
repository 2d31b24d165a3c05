"""Gets to know the person at the keyboard, once: the first run's questions and nothing more."""

from datetime import date

from ipsskills.cli.options import as_day
from ipsskills.cli.output.show import say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup.context import remember_me
from ipsskills.codes import Role
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.people import Acquainted, Introduced
from ipsskills.frozen import dataclass
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.introduce import (
    check_supervisor,
    introduce,
    is_known,
    start_introduce,
)

WHAT_IS_KEPT = (
    "Kept on this computer. Your employer may have to produce it if asked. 'Private' means it is "
    "left out of what you share. Write nothing you would not want read out."
)
_WEEKS = (
    ("no", "No, or I know the job: say how you have worked these months"),
    (
        "yes",
        "Yes, up to three months in: a first look",
    ),
)


@dataclass(frozen=True, kw_only=True)
class AboutMe:
    """What somebody says of themselves; None is asked for where somebody is there to answer."""

    name: str | None = None
    role: Role | None = None
    first_weeks: bool | None = None
    since: date | None = None
    supervisor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Met:
    """Who was met, the desk as theirs, and whether they are in their first weeks."""

    done: Introduced
    desk: Desk
    first_weeks: bool


def need_terminal() -> None:
    """Raise NeedsTerminal where nobody is there to say a name."""
    ask.need_terminal('Type: ipsskills init --name "Your Name"')


def introduce_me(desk: Desk, given: AboutMe, *, plain: bool = False) -> Met:
    """Make a person me, asking for what is not given; somebody known already is asked nothing.

    Raises NeedsTerminal where a name has to be asked for and nobody is there.
    """
    name, start = given.name, start_introduce(desk)
    if name is None:
        need_terminal()
        say(WHAT_IS_KEPT)
        name = ask.text("What is your name?", plain=plain)
    known, weeks, supervisor = is_known(start, name), given.first_weeks, given.supervisor
    role, since = given.role, given.since
    if not known and ask.can_ask():
        role = role or _ask_role(plain=plain)
        weeks = _ask_weeks(plain=plain) if weeks is None else weeks
        since = since or (_ask_since(plain=plain) if weeks else None)
        if supervisor is None:
            supervisor = _ask_supervisor(desk, start, name, plain=plain)
    done = introduce(desk, name, role or Role.EMPLOYMENT_SPECIALIST, supervisor, since=since)
    mine = remember_me(desk, done.record, done.id, starting=bool(weeks))
    return Met(done=done, desk=mine, first_weeks=bool(weeks))


def _ask_role(*, plain: bool) -> Role:
    roles = [(each.value, each.value) for each in Role]
    return Role(ask.select("What do you do here?", roles, plain=plain))


def _ask_weeks(*, plain: bool) -> bool:
    """Ask until it is said: nothing is taken for an answer that changes what is asked."""
    asked = "Are you in your first weeks here?"
    return ask.select(asked, _WEEKS, plain=plain, default=False) == "yes"


def _ask_since(*, plain: bool) -> date | None:
    """Ask for the day somebody started until one can be read; they may leave it open."""
    while typed := ask.maybe("Which day did you start here? (Enter leaves it open)", plain=plain):
        try:
            return as_day(typed)
        except InvalidInput as error:
            say(f"{error.message} {error.hint}".strip())
    return None


def _ask_supervisor(desk: Desk, start: Acquainted, name: str, *, plain: bool) -> str:
    """Ask who supervises them until it is plain who is meant; nobody may be named."""
    while typed := ask.maybe("Who supervises you? (Enter leaves it open)", plain=plain):
        try:
            found = check_supervisor(desk, start, name, typed)
        except (InvalidInput, NotFound) as error:
            say(f"{error.message} {error.hint}".strip())
            continue
        if found.new:
            say(f"{found.name} is not in the record yet, and is added as a team leader.")
        return found.name
    return ""
