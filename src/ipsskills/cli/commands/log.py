"""``ipsskills log``: training, evidence, field mentoring and supervision, kept for the record."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ipsskills.cli.commands import log_kept
from ipsskills.cli.entries.options import collect_typed, with_fields
from ipsskills.cli.options import Db, Demo, Json, Keep, NewPerson, PersonArgument, examples
from ipsskills.cli.setup import context
from ipsskills.codes import EntryKind

app = typer.Typer(rich_markup_mode=None, add_completion=False)

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
    str | None,
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
@with_fields(EntryKind.TRAINING)
def training(
    person: PersonArgument = None,
    correct: Correct = None,
    from_file: From = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
    **typed: Any,
) -> None:
    """Log training: a course, a workshop, something read or watched."""
    from ipsskills.cli.entries.asked import Asked
    from ipsskills.cli.entries.run import run

    run(
        Asked(
            kind=EntryKind.TRAINING,
            person=person,
            given=collect_typed(EntryKind.TRAINING, typed),
            place=context.Place(db, demo),
            json=json,
            from_file=from_file,
            correct=correct,
            keep=keep,
        )
    )


@app.command(
    epilog=examples(
        'ipsskills log evidence --title "A telling plan" --unit 3.8 --who Lee',
        "ipsskills log evidence --correct 1b7e2a --unit 3.8 --unit 3.9",
    )
)
@with_fields(EntryKind.EVIDENCE)
def evidence(
    person: PersonArgument = None,
    correct: Correct = None,
    from_file: From = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
    **typed: Any,
) -> None:
    """Log evidence: something that shows one to four units, without a client's details."""
    from ipsskills.cli.entries.asked import Asked
    from ipsskills.cli.entries.run import run

    run(
        Asked(
            kind=EntryKind.EVIDENCE,
            person=person,
            given=collect_typed(EntryKind.EVIDENCE, typed),
            place=context.Place(db, demo),
            json=json,
            from_file=from_file,
            correct=correct,
            keep=keep,
        )
    )


@app.command(
    epilog=examples(
        "ipsskills log observation",
        'ipsskills log observation Ada --setting "A call" --way watched',
        "ipsskills log observation Ada --setting Visit --way shown --unit 3.13",
        'ipsskills log observation --correct last --next-step "Ask first"',
    )
)
@with_fields(EntryKind.OBSERVATION)
def observation(
    person: PersonArgument = None,
    rate: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Your view of the one unit you watched, 0 to 3, kept as observed.",
        ),
    ] = None,
    correct: Correct = None,
    from_file: FromButRate = None,
    new_person: NewPerson = False,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
    **typed: Any,
) -> None:
    """Log field mentoring: work shown, done together or watched."""
    from ipsskills.cli.entries.asked import Asked
    from ipsskills.cli.entries.rating import read_rate
    from ipsskills.cli.entries.run import run

    run(
        Asked(
            kind=EntryKind.OBSERVATION,
            person=person,
            given=collect_typed(EntryKind.OBSERVATION, typed),
            place=context.Place(db, demo),
            json=json,
            from_file=from_file,
            correct=correct,
            keep=keep,
            rate=read_rate(rate) if rate is not None else None,
            new_person=new_person,
        )
    )


@app.command(
    epilog=examples(
        "ipsskills log supervision --minutes 60 --next 2026-12-10",
        'ipsskills log supervision --correct last --action "Ada: ring by 2026-12-12"',
        "ipsskills log supervision Ada --minutes 50 --agenda",
        'ipsskills log supervision --cancelled "team leader ill"',
    )
)
@with_fields(EntryKind.SUPERVISION, action="next")
def supervision(
    person: PersonArgument = None,
    action: Annotated[
        list[str] | None,
        typer.Option(metavar="ACTION", help='"WHO: WHAT by DATE"; may be given again.'),
    ] = None,
    agenda: Annotated[
        bool,
        typer.Option(
            "--agenda",
            help="Start from the agenda: all it says to talk about was talked about, and its open "
            "actions are carried on.",
        ),
    ] = False,
    correct: Correct = None,
    from_file: FromWithActions = None,
    new_person: NewPerson = False,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
    **typed: Any,
) -> None:
    """Log supervision: held or cancelled, what was agreed, who does what by when."""
    from ipsskills.cli.entries.asked import Asked
    from ipsskills.cli.entries.run import run

    run(
        Asked(
            kind=EntryKind.SUPERVISION,
            person=person,
            given=collect_typed(EntryKind.SUPERVISION, typed),
            place=context.Place(db, demo),
            json=json,
            from_file=from_file,
            correct=correct,
            keep=keep,
            actions=tuple(action or ()),
            agenda=agenda,
            new_person=new_person,
        )
    )


app.add_typer(log_kept.app)
