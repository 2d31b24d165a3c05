"""``ipsskills agree``: an answer two people agreed on, kept beside their two views."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import Db, Demo, Json, Keep, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.codes import Code
    from ipsskills.framework.types import Unit
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HOW = 'For example: ipsskills agree 3.8 2 --because "Two visits went well, one stalled"'


@dataclass(frozen=True)
class _Said:
    """What the words of the command mean; ``person`` and ``answer`` may be left out."""

    person: str | None
    unit: str
    answer: str | None


@app.command(
    epilog=examples(
        "ipsskills agree 3.8",
        'ipsskills agree 3.8 2 --because "We both saw the visit on Tuesday"',
        'ipsskills agree Ada 3.12 3 --because "The log shows it" --demo',
    )
)
def agree(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[PERSON] UNIT [ANSWER]",
            help="Whose (you, if left out), which unit, and the answer: 3, 2, 1, 0, n or x.",
            show_default=False,
        ),
    ],
    because: Annotated[
        str | None, typer.Option("--because", metavar="WORDS", help="Why the two of you agree it.")
    ] = None,
    with_whom: Annotated[
        str | None,
        typer.Option("--with", metavar="NAME", help="The other of the two, if somebody else."),
    ] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Keep an answer the two of you agreed on, with the reason.

    Both views stay as they are: it is a third record and has a line of its own on the report. Each
    looks alone first, so both views of the unit have to be finished.
    """
    from ipsskills.framework.search import find_unit
    from ipsskills.pages.words import typed
    from ipsskills.usecases.assessments.agree import agree as record
    from ipsskills.usecases.assessments.agree import may_agree

    said = _parsed(words)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        unit = find_unit(desk.framework, said.unit)
        may_agree(desk, said.person, unit.id)
        code = _answer(desk, unit, said.answer)
        reason = _reason(because, detail.Care(desk, keep=keep))
        done = record(desk, said.person, unit.id, code, reason, with_whom=with_whom)
    Output("agree", json).result(
        done,
        f"Kept for {done.person}, {done.unit} {done.short}: {done.words}, agreed with "
        f"{done.with_whom}.\nBoth views stay as they are. See: "
        f"ipsskills compare {typed(done.person)}{' --demo' if demo else ''}",
    )


def _parsed(words: list[str]) -> _Said:
    """Tell person, unit and answer apart: an answer is one of the codes and stands last."""
    from ipsskills.codes import Code

    rest = list(words)
    answers = {code.value for code in Code}
    answer = rest.pop().lower() if len(rest) > 1 and rest[-1].lower() in answers else None
    unit = rest.pop()
    if any(word.startswith("-") for word in rest):
        raise UsageError(f"'{' '.join(words)}' cannot be understood.", _HOW)
    return _Said(" ".join(rest) or None, unit, answer)


def _answer(desk: "Desk", unit: "Unit", given: str | None) -> "Code":
    """Return the answer given, or ask for it."""
    from ipsskills.codes import Code
    from ipsskills.usecases.assessments.agree import choices

    if given:
        return Code(given)
    ask.need_terminal(_HOW)
    options = [
        (code.value, f"{code.value}  {said}") for code, said in choices(desk.framework, unit)
    ]
    return Code(ask.select(f"What do you agree on for {unit.id} {unit.short}?", options))


def _reason(given: str | None, care: detail.Care) -> str:
    """Return the reason given, or ask for it; it is looked at before it is kept."""
    if given is None:
        ask.need_terminal(_HOW)
        given = ask.text(
            "Why do you agree it? Both of you, and whoever reads the report, see this."
        )
    return care.must(given, "the reason")
