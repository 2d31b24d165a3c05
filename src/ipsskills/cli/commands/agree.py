"""``ipsskills agree``: an answer two people agreed on, kept beside their two views."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import Db, Demo, Json, Keep, NewPerson, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.cli.setup import context
from ipsskills.doing import do
from ipsskills.errors import UsageError
from ipsskills.frozen import dataclass
from ipsskills.record.written import Written

if TYPE_CHECKING:
    from ipsskills.codes import Code
    from ipsskills.facts.assessment import AnswersOffered

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_WHY = '"Two visits went well, one stalled"'
_HOW = f"For example: {do('agree', '3.8', '2', '--because', _WHY)}"


@dataclass(frozen=True)
class _AgreeWords:
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
        str | None,
        typer.Option("--because", metavar="WORDS", help="Why the two of you agree on it."),
    ] = None,
    with_whom: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="NAME",
            help="The other of the two, if somebody else.",
            autocompletion=complete_person,
        ),
    ] = None,
    new_person: NewPerson = False,
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
    from ipsskills.pages.compose.assessments.agreed import compose_agreed
    from ipsskills.usecases.assessments.agree import agree as keep_agreed
    from ipsskills.usecases.assessments.agree import offer_answers

    said = _parse(words)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        unit = find_unit(desk.framework, said.unit)
        offered = offer_answers(desk, said.person, unit.id)
        code = _ask_answer(offered, said.answer)
        care = detail.Care(offered.known, keep=keep)
        reason = _ask_reason(because, care)
        done = keep_agreed(
            desk, said.person, unit.id, code, reason, with_whom=with_whom, new_person=new_person
        )
    Output("agree", json).result(done, compose_agreed(done))


def _parse(words: list[str]) -> _AgreeWords:
    """Tell person, unit and answer apart: an answer is one of the codes and stands last."""
    from ipsskills.codes import Code

    rest = list(words)
    answers = {code.value for code in Code}
    answer = rest.pop().lower() if len(rest) > 1 and rest[-1].lower() in answers else None
    unit = rest.pop()
    if any(word.startswith("-") for word in rest):
        raise UsageError(f"'{' '.join(words)}' cannot be understood.", _HOW)
    return _AgreeWords(" ".join(rest) or None, unit, answer)


def _ask_answer(offered: "AnswersOffered", given: str | None) -> "Code":
    """Return the answer given, or ask for it."""
    from ipsskills.codes import Code

    if given:
        return Code(given)
    ask.need_terminal(_HOW)
    options = [(code.value, f"{code.value}  {words}") for code, words in offered.answers.items()]
    return Code(ask.select(f"What do you agree on for {offered.unit} {offered.short}?", options))


def _ask_reason(given: str | None, care: detail.Care) -> Written:
    """Return the reason given, or ask for it; it is looked at before it is kept."""
    if given is None:
        ask.need_terminal(_HOW)
        given = ask.text(
            "Why have you agreed this? Both of you, and whoever reads the report, will see it."
        )
    return care.must(given, "the reason")
