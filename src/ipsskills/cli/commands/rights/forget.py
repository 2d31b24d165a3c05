"""``ipsskills data forget``: all that is kept about somebody is erased."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.commands.rights.letters import LetterFile, write_letters
from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.doing import do
from ipsskills.errors import Interrupted, UnderHold

if TYPE_CHECKING:
    from ipsskills.facts.exchange.erased import ErasingOutlook, PersonErased
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_ANSWERS = (("no", "No"), ("yes", "Yes"), ("not sure", "Not sure"))


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
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask; refused all the same while a hold stands.")
    ] = False,
    output: LetterFile = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Erase all that is kept about somebody, for good.

    It asks first whether anybody wants to see it and whether there is a dispute, and then for the
    exact name. It reaches the record and every copy of it beside it; ids and a dated line without
    a name stay, and no older copy that is joined or restored brings anything back. Other people's
    copies are not reached: it names them and writes a letter to each.
    """
    from ipsskills.usecases.rights.forgetting import forget as erase

    out = Output("data forget", json)
    if not yes:
        ask.need_terminal("Add --yes to go on without being asked.")
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        if not yes:
            ask_before(desk, person)
        _tell(erase(desk, person), output, out)


def _tell(done: "PersonErased", output: Path | None, out: Output) -> None:
    from ipsskills.pages.compose.rights.erasing import compose_after

    letters = _write_letters(done.outlook, output, out)
    lines = [f"  {name}: {path}" for name, path in letters.items()]
    heading = "A letter to each who has a copy, with what went to them:"
    told = "\n".join([compose_after(done), *(["", heading] if lines else []), *lines])
    out.result({**vars(done), "letters": letters}, told)


def ask_before(desk: "Desk", person: str) -> None:
    """Say what it comes to, ask what has to be known first, then for the name.

    Raises UnderHold where something speaks against it, Interrupted for another name.
    """
    from ipsskills.facts.exchange.erased import QUESTIONS
    from ipsskills.pages.compose.rights.erasing import ASKED, DO_NOT_ERASE, compose_before
    from ipsskills.usecases.rights.forgetting import look_at_erasing
    from ipsskills.usecases.rights.holding import hold

    outlook = look_at_erasing(desk, person)
    say(compose_before(outlook))
    name = outlook.person.name
    for why in QUESTIONS:
        if ask.select(ASKED[why], _ANSWERS, default=False) != "no":
            hold(desk, outlook.person.id, why)
            raise UnderHold(
                DO_NOT_ERASE,
                f"{name} is held from today. When that is over: "
                f"{do('data hold', '--end', '--why', why, person=name)}",
            )
    if ask.text(f"To erase it all, type the whole name ({name}):").strip() != name:
        raise Interrupted("That is not the name. Nothing was changed.")


def _write_letters(outlook: "ErasingOutlook", output: Path | None, out: Output) -> dict[str, Path]:
    """Write a letter to each who has a copy, by name; what fails is said: the erasing is done."""
    from ipsskills.pages.compose.rights.letter import compose_letters

    on = context.now().astimezone().date()
    path = output or Path(f"letter-to-erase-{on.isoformat()}.docx")
    return write_letters(compose_letters(outlook), outlook, path, out, free=output is None)
