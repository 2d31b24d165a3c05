"""``ipsskills log``: training, evidence, field mentoring and supervision, kept for the record."""

from pathlib import Path
from typing import Annotated

import typer

from ipsskills.cli.commands import log_kept
from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Db, Demo, Json, Keep, Person, examples
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Words = str | None
On = Annotated[Words, typer.Option("--on", metavar="DATE", help="The day; today if left out.")]
Units = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="ID",
        help="A unit it bears on; may be given again.",
        autocompletion=complete_unit,
    ),
]
With = Annotated[Words, typer.Option("--with", metavar="NAME", help="The other person.")]
From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Take many from a CSV file whose columns are these options: all rows, or none.",
    ),
]
FromButRate = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Take many from a CSV file whose columns are these options, all but --rate: all rows, "
        "or none.",
    ),
]
FromWithActions = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Take many from a CSV file whose columns are these options, semicolons between "
        "several actions: all rows, or none.",
    ),
]
Correct = Annotated[
    Words,
    typer.Option(
        "--correct",
        metavar="ENTRY",
        help='Change this entry, named as the record lists it, or "last"; its history stays. '
        "Alone, it asks what.",
    ),
]


@app.callback(
    epilog=examples(
        'ipsskills log training --title "Benefits basics" --unit 3.7',
        'ipsskills log evidence --title "A telling plan" --unit 3.8 --who Lee',
        "ipsskills log supervision --minutes 60 --on 2026-11-26",
    )
)
def log() -> None:
    """Keep a training record: what was learnt, shown, watched and agreed.

    Needs nothing but what you want to keep; it asks for the rest at a terminal.
    """


@app.command(
    epilog=examples(
        "ipsskills log training",
        "ipsskills log training --title Benefits --unit 3.7 --kind workshop",
        "ipsskills log training --from training.csv",
        "ipsskills log training --correct 1b7e2a --hours 4",
    )
)
def training(
    person: Person = None,
    title: Annotated[Words, typer.Option(metavar="WORDS", help="What it was.")] = None,
    on: On = None,
    unit: Units = None,
    kind: Annotated[
        Words,
        typer.Option(
            metavar="KIND",
            help="Skills workshop, vignette, self-directed study, shadowing, field mentoring, "
            "supervised practice or peer learning; a part of it will do.",
        ),
    ] = None,
    hours: Annotated[Words, typer.Option(metavar="HOURS", help="How long it took.")] = None,
    provider: Annotated[Words, typer.Option(metavar="NAME", help="Who gave it.")] = None,
    took: Annotated[Words, typer.Option(metavar="WORDS", help="What I took from it.")] = None,
    certificate: Annotated[Words, typer.Option(metavar="NAME", help="A certificate.")] = None,
    expires: Annotated[
        Words, typer.Option(metavar="DATE", help="Until when the certificate holds.")
    ] = None,
    correct: Correct = None,
    from_file: From = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Log training: a course, a workshop, something read or watched."""
    from ipsskills.cli.entries.run import Asked, run, typed

    given = {"title": title, "on": on, "unit": unit, "kind": kind, "hours": hours}
    given |= {"provider": provider, "took": took, "certificate": certificate, "expires": expires}
    place = context.Place(db, demo)
    run(Asked(EntryKind.TRAINING, person, typed(given), place, json, from_file, correct, keep))


@app.command(
    epilog=examples(
        'ipsskills log evidence --title "A telling plan" --unit 3.8 --who Lee',
        "ipsskills log evidence --correct 1b7e2a --unit 3.8 --unit 3.9",
    )
)
def evidence(
    person: Person = None,
    title: Annotated[
        Words, typer.Option(metavar="WORDS", help="What it is; nothing that names a client.")
    ] = None,
    unit: Units = None,
    on: On = None,
    who: Annotated[Words, typer.Option(metavar="NAME", help="Who saw it.")] = None,
    basis: Annotated[
        Words, typer.Option(metavar="HOW", help="Observed, record, feedback or memory.")
    ] = None,
    more: Annotated[Words, typer.Option(metavar="WORDS", help="Anything to add.")] = None,
    correct: Correct = None,
    from_file: From = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Log evidence: something that shows one to four units, without a client's details."""
    from ipsskills.cli.entries.run import Asked, run, typed

    given = {"title": title, "unit": unit, "on": on, "who": who, "basis": basis, "more": more}
    place = context.Place(db, demo)
    run(Asked(EntryKind.EVIDENCE, person, typed(given), place, json, from_file, correct, keep))


@app.command(
    epilog=examples(
        "ipsskills log observation",
        'ipsskills log observation Ada --setting "A call" --way watched',
        "ipsskills log observation Ada --setting Visit --way shown --unit 3.13",
        'ipsskills log observation --correct last --next-step "Ask first"',
    )
)
def observation(
    person: Person = None,
    setting: Annotated[Words, typer.Option(metavar="WORDS", help="Where, doing what.")] = None,
    way: Annotated[
        Words, typer.Option(metavar="WAY", help="Shown, did together or watched.")
    ] = None,
    unit: Units = None,
    seen: Annotated[Words, typer.Option(metavar="WORDS", help="What was seen.")] = None,
    well: Annotated[Words, typer.Option(metavar="WORDS", help="What went well.")] = None,
    next_step: Annotated[
        Words, typer.Option("--next-step", metavar="WORDS", help="The next step.")
    ] = None,
    own_word: Annotated[
        Words, typer.Option("--own-word", metavar="WORDS", help="The other person's own word.")
    ] = None,
    with_whom: With = None,
    on: On = None,
    rate: Annotated[
        Words,
        typer.Option(
            metavar="CODE",
            help="Your view of the one unit you watched, 0 to 3, kept as observed.",
        ),
    ] = None,
    correct: Correct = None,
    from_file: FromButRate = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Log field mentoring: work shown, done together or watched."""
    from ipsskills.cli.entries.prompts import read_rate
    from ipsskills.cli.entries.run import Asked, run, typed

    given = {"setting": setting, "way": way, "unit": unit, "seen": seen, "well": well}
    given |= {"next-step": next_step, "own-word": own_word, "with": with_whom, "on": on}
    place = context.Place(db, demo)
    rating = read_rate(rate) if rate is not None else None
    kind = EntryKind.OBSERVATION
    run(Asked(kind, person, typed(given), place, json, from_file, correct, keep, (), rating))


@app.command(
    epilog=examples(
        "ipsskills log supervision --minutes 60 --next 2026-12-10",
        'ipsskills log supervision --correct last --action "Ada: ring by 2026-12-12"',
        "ipsskills log supervision Ada --minutes 50 --agenda",
        'ipsskills log supervision --cancelled "team leader ill"',
    )
)
def supervision(
    person: Person = None,
    on: On = None,
    kind: Annotated[
        Words, typer.Option(metavar="KIND", help="One-to-one (usual), group or field.")
    ] = None,
    minutes: Annotated[Words, typer.Option(metavar="MINUTES", help="How long it was.")] = None,
    cancelled: Annotated[
        Words, typer.Option(metavar="WHY", help="It was cancelled, and why.")
    ] = None,
    with_whom: With = None,
    unit: Units = None,
    agreed: Annotated[Words, typer.Option(metavar="WORDS", help="What was agreed.")] = None,
    action: Annotated[
        list[str] | None,
        typer.Option(metavar="ACTION", help='"WHO: WHAT by DATE"; may be given again.'),
    ] = None,
    next_on: Annotated[
        Words, typer.Option("--next", metavar="DATE", help="When the next one is.")
    ] = None,
    agenda: Annotated[
        bool,
        typer.Option(
            "--agenda", help="Start from the agenda: its units, and its open actions carried on."
        ),
    ] = False,
    correct: Correct = None,
    from_file: FromWithActions = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Log supervision: held or cancelled, what was agreed, who does what by when."""
    from ipsskills.cli.entries.run import Asked, run, typed

    given = {"on": on, "kind": kind, "minutes": minutes, "cancelled": cancelled, "unit": unit}
    given |= {"with": with_whom, "agreed": agreed, "next": next_on}
    place, actions = context.Place(db, demo), action or ()
    own = EntryKind.SUPERVISION
    run(
        Asked(
            own, person, typed(given), place, json, from_file, correct, keep, actions, None, agenda
        )
    )


app.add_typer(log_kept.app)
