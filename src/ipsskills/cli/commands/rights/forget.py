"""``ipsskills data forget``: all that is kept about somebody is erased."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.rights.letters import LetterFile, write_letters
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.before_erasing import NO_TERMINAL, SaidNo, find_nothing_against
from ipsskills.cli.setup import context
from ipsskills.errors import Interrupted

if TYPE_CHECKING:
    from ipsskills.facts.exchange.erased import ErasingOutlook, PersonErased
    from ipsskills.facts.people import PersonNamed
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        'ipsskills data forget "Ada Example"',
        'ipsskills data forget "Ada Example" --yes -o letter.docx',
    )
)
def forget(
    person: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="The whole name, or the id.", autocompletion=complete_person
        ),
    ],
    yes: SaidNo = False,
    output: LetterFile = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Erase all that is kept about somebody, for good.

    It asks first whether anybody wants to see it and whether there is a dispute, and then for the
    exact name. It reaches the record and every copy of ours, beside it and in the second folder;
    ids and a dated line without a name stay, and no older copy that is joined or restored brings
    anything back. Other people's copies are not reached: it names them and writes a letter to each.
    """
    out = Output("data forget", json)
    if not yes:
        ask.need_terminal(NO_TERMINAL)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        done = erase_person(desk, person, said=yes)
    _tell(done, output, out)


def _tell(done: "PersonErased", output: Path | None, out: Output) -> None:
    from ipsskills.pages.compose.rights.erasing import compose_after, say_letters

    letters = _write_letters(done.outlook, output, out)
    heading = "A letter to each who has a copy, with what went to them:"
    lines = say_letters(heading, letters, done.outlook.person.name)
    told = "\n".join([compose_after(done), *lines])
    out.result({**vars(done), "letters": letters}, told)


def erase_person(desk: "Desk", person: str, *, said: bool) -> "PersonErased":
    """Erase somebody. Unless ``said``: say what it comes to, ask both questions, then for the name.

    Raises UnderHold where something speaks against it, Interrupted for another name.
    """
    from ipsskills.pages.compose.rights.erasing import compose_before
    from ipsskills.usecases.rights.forgetting import forget as erase
    from ipsskills.usecases.rights.forgetting import look_at_erasing

    outlook = look_at_erasing(desk, person)
    if not said:
        say(compose_before(outlook))
    answered = find_nothing_against(desk, outlook.person, said=said)
    if not said:
        _ask_for_the_name(outlook.person)
    return erase(desk, answered)


def _ask_for_the_name(person: "PersonNamed") -> None:
    """Ask for the whole name; where it has letters that not every keyboard has, the id will do."""
    own = "" if person.name.isascii() else person.id
    known = f"{person.name}; or the id, {own}" if own else person.name
    typed = ask.text(f"To erase it all, type the whole name ({known}):").strip()
    if not typed or typed not in (person.name, own):
        raise Interrupted(f"That is not the name. Nothing about {person.name} was changed.")


def _write_letters(outlook: "ErasingOutlook", output: Path | None, out: Output) -> dict[str, Path]:
    """Write a letter to each who has a copy, by name; what fails is said: the erasing is done."""
    from ipsskills.pages.compose.rights.letter import compose_letters

    on = context.now().astimezone().date()
    path = output or Path(f"letter-to-erase-{on.isoformat()}.docx")
    return write_letters(compose_letters(outlook), outlook, path, out, free=output is None)
