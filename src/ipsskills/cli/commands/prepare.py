"""``ipsskills prepare``: five short questions before an ordinary supervision."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Db, Demo, Json, Keep, examples
from ipsskills.cli.output.show import Output, say
from ipsskills.cli.prompts import ask
from ipsskills.cli.prompts.detail import Care
from ipsskills.cli.setup import context
from ipsskills.doing import do

if TYPE_CHECKING:
    from ipsskills.facts.entries import Prepared, PrepareStart
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_WORDS = {"well": "what went well", "stuck": "where you got stuck", "want": "what you want"}
_OPTIONS = ("--well", '"..."', "--stuck", '"..."', "--want", '"..."', "--unit", "3.8")
HINT = f"Say it in one line: {do('prepare', *_OPTIONS)}"


@app.command(
    epilog=examples(
        "ipsskills prepare",
        'ipsskills prepare --well "A trial shift." --stuck "Telling an employer."',
        'ipsskills prepare --want "Watch me once" --unit 3.8 --done 1.2',
    )
)
def prepare(
    well: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What went well since you last met.")
    ] = None,
    stuck: Annotated[str | None, typer.Option(metavar="WORDS", help="Where you got stuck.")] = None,
    want: Annotated[
        str | None, typer.Option(metavar="WORDS", help="One thing you want from your supervisor.")
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="A unit to look at together.", autocompletion=complete_unit
        ),
    ] = None,
    done: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Something you did: an action, or a step of the plan (1.2)."
        ),
    ] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Answer five short questions before supervision; they stand on its agenda.

    Say any of it in options and nothing is asked. Doing it again changes what you said before.
    """
    from ipsskills.cli.entries.fields import read_units
    from ipsskills.cli.prompts.unkept import ask_all_or_none
    from ipsskills.usecases.supervision.prepare import prepare as make
    from ipsskills.usecases.supervision.prepare import start_prepare

    given = {"well": well, "stuck": stuck, "want": want, "unit": unit}
    place, asking = context.Place(db, demo), not done and all(v is None for v in given.values())
    if asking:
        ask.need_terminal(HINT)
    with context.desk(place, write=True, begin=False) as desk:
        start = start_prepare(desk)
        ticked = list(done or ())
        care = Care(start.known, keep=keep)
        if asking:
            with ask_all_or_none():
                given, ticked = _ask_questions(desk, start, care)
        else:
            given |= {name: care.may(given[name], said) for name, said in _WORDS.items()}
        words, named = {name: given[name] for name in _WORDS}, given["unit"]
        units = None if named is None else read_units(named, desk.framework)
        found = make(desk, **words, units=units, ticked=ticked)
        Output("prepare", json).result(found, _say_kept(found))
        if asking and not json and units and ask.sure(f"Look at {units[0]} on your own now?"):
            from ipsskills.cli.interview.assessing import look_at

            look_at(desk, units)


def _ask_questions(
    desk: "Desk", start: "PrepareStart", care: Care
) -> tuple[dict[str, str | None], list[str]]:
    """Ask the five questions; any may be left empty, and then what was said before stays.

    Words that could tell who a client is are asked about on the spot.
    """
    from ipsskills.cli.entries.fields import read_units
    from ipsskills.cli.entries.prompts import until_read
    from ipsskills.pages.words import day
    from ipsskills.usecases.supervision.agenda import agenda

    def asked(name: str, question: str) -> str | None:
        return care.may(ask.maybe(question), _WORDS[name]) or None

    given = {"well": asked("well", "1 What went well since we last met?")}
    given["stuck"] = asked("stuck", "2 Where did I get stuck?")
    said = [(p.name, f"{f'by {day(p.due)}: ' if p.due else ''}{p.text}") for p in start.promises]
    ticked = ask.several("3 What I said I would do: which is done?", said) if said else []
    given["want"] = asked("want", "4 One thing I want from you?")
    found = agenda(desk, None)
    near = [(unit, found.wording.names[unit]) for unit in found.talk]
    if near:
        say("\n".join(["Perhaps one of these:", *(f"  {unit} {short}" for unit, short in near)]))
    unit = until_read(
        lambda: ask.maybe("5 Shall we look at one unit? Its number, such as 3.8"),
        lambda text: read_units(text, desk.framework),
    )
    return given | {"unit": unit or None}, ticked


def _say_kept(found: "Prepared") -> str:
    from ipsskills.pages.compose.entries import entry_words

    if found.entry is None:
        said = "Nothing was said, so nothing new was kept for the agenda."
        lines = [] if found.ticked else [said]
    elif found.entry.kept.removed:
        lines = ["None of it is left, so it is taken back. What it said stays in its history."]
    else:
        lines = [f"Kept for the agenda. {entry_words(found.entry)}"]
    if found.ticked:
        lines.append(f"Ticked: {', '.join(found.ticked)}.")
    return "\n".join([*lines, f"Next: {do('agenda')}"])
