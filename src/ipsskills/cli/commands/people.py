"""``ipsskills people``: who is in the record, and who supervises whom."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.complete import complete_person
from ipsskills.cli.options import (
    Db,
    Demo,
    Force,
    FormWithRows,
    Json,
    Keep,
    Opened,
    OutputFile,
    PersonArgument,
    as_day,
    examples,
)
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import detail
from ipsskills.cli.setup import context
from ipsskills.codes import Role
from ipsskills.days import Tense
from ipsskills.doing import do
from ipsskills.durations import read_share
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipsskills.facts.people import PersonShown, Supervised
    from ipsskills.pages.data import Sheet

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Supervisor = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who supervises them.", autocompletion=complete_person),
]

_CLEAR = "team, hours, since, supervisor, left, caseload, leave, works-best"


@app.callback(epilog=examples("ipsskills people list", "ipsskills people supervision"))
def people() -> None:
    """See and change who is in the record.

    Without a command: everybody who is here.
    """


@app.command("list", epilog=examples("ipsskills people list", "ipsskills people list --all"))
def list_(
    everybody: Annotated[bool, typer.Option("--all", help="With those who have left.")] = False,
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """List everybody who is here by name."""
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.people.people import compose_people
    from ipsskills.usecases.people.people import list_people

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    with context.desk(context.Place(db, demo)) as desk:
        found = list_people(desk, everybody=everybody)
    show_page(
        "people list", found, compose_people(found), options, sheets=lambda: _list_rows(found)
    )


@app.command(
    epilog=examples(
        'ipsskills people add "Sam Example" --team North',
        'ipsskills people add "Sam Example" --supervisor "Lee Sample"',
    )
)
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Their name.")],
    role: Annotated[Role, typer.Option(help="What they do here.")] = Role.EMPLOYMENT_SPECIALIST,
    team: Annotated[str | None, typer.Option(metavar="TEAM", help="Their team.")] = None,
    supervisor: Supervisor = None,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Add somebody. They see no first screen: a page tells them what is kept (explain notice)."""
    from ipsskills.usecases.people.adding import add_person

    place = context.Place(db, demo)
    context.rehearse(place, lambda desk: add_person(desk, name, role, team, supervisor))
    with context.desk(place, write=True) as desk:
        done = add_person(desk, name, role, team, supervisor)
    edit, notice = do("people edit", "--help"), do("explain", "notice", "--format", "docx")
    more = f"To say more of them: {edit}\nTell them what is kept, before a look or form: {notice}"
    _tell(Output("people add", json), done, "is in the record now", more)


@app.command(
    epilog=examples(
        "ipsskills people edit --hours 0.5 --since 2026-09-01",
        'ipsskills people edit --works-best "See it, try it, then talk"',
        "ipsskills people edit Sam --supervisor Lee",
        "ipsskills people edit Sam --left 2026-12-31",
        "ipsskills people edit Sam --clear caseload --clear leave",
    )
)
def edit(
    person: PersonArgument = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name.")] = None,
    role: Annotated[Role | None, typer.Option(help="What they do here.")] = None,
    team: Annotated[str | None, typer.Option(metavar="TEAM", help="Their team.")] = None,
    hours: Annotated[
        str | None,
        typer.Option(
            metavar="SHARE",
            help="Share of full time, 0.5 for half; sets how far to look back.",
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day they started, or came back.")
    ] = None,
    supervisor: Supervisor = None,
    since_supervised: Annotated[
        str | None, typer.Option(metavar="DATE", help="Since when; today, if left out.")
    ] = None,
    caseload: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="How many people they work with.")
    ] = None,
    leave: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Time away, such as two weeks in May.")
    ] = None,
    works_best: Annotated[
        str | None, typer.Option(metavar="WORDS", help="How they learn and work best.")
    ] = None,
    left: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day they leave; all is kept.")
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="They had left and are back.")] = False,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="FIELD", help=f"What to empty: {_CLEAR}.")
    ] = None,
    keep: Keep = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Change what is known of somebody. The earlier version is kept.

    Nothing of it is needed. What is yours to tell (hours, time in post, caseload, leave, how you
    work best) stands at the head of your pages where you gave it.
    """
    from ipsskills.pages.compose.people.changed import tell_changed
    from ipsskills.usecases.people.edit import edit_person

    given: dict[str, Any] = {
        "name": name,
        "role": role,
        "team": team,
        "hours": None if hours is None else read_share(hours),
        "since": as_day(since),
        "supervisor": supervisor,
        "supervised_since": as_day(since_supervised, Tense.EITHER),
        "caseload": caseload,
        "leave": leave,
        "works_best": works_best,
        "left": as_day(left, Tense.EITHER),
    }
    changes = {key: value for key, value in given.items() if value is not None}
    cleared = _to_clear(clear or [], changes)
    if back and left:
        raise UsageError("--back and --left are two things.", "Choose one of the two.")
    if not changes and not cleared and not back:
        raise UsageError("Say what to change.", "See: ipsskills people edit --help")
    out = Output("people edit", json)
    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        changes |= _check_texts(changes, detail.Care(desk, keep=keep))
        done = edit_person(desk, person, clear=cleared, back=back, **changes)
    _tell_left_behind(out, done.left_behind)
    out.result(done, tell_changed(done))


def _check_texts(changes: "Mapping[str, Any]", care: detail.Care) -> dict[str, Any]:
    """Return the free texts among the changes as they may be kept."""
    free = {"leave": "the leave", "works_best": "how you work best"}
    return {name: care.must(changes[name], said) for name, said in free.items() if name in changes}


def _to_clear(fields: "Sequence[str]", changes: "Mapping[str, object]") -> list[str]:
    """Return the fields to empty, by the record's own names. Raises UsageError."""
    named = [field.strip().lower().replace("-", "_") for field in fields]
    known = _CLEAR.replace("-", "_").split(", ")
    if strange := [field for field in named if field not in known]:
        raise UsageError(f"'{strange[0]}' cannot be emptied.", f"One of: {_CLEAR}.")
    if both := [field for field in named if field in changes]:
        raise UsageError(f"Give {both[0].replace('_', ' ')}, or clear it: not both.")
    return named


def _tell_left_behind(out: Output, names: "Sequence[str]") -> None:
    if names:
        from ipsskills.pages.compose.people.people import name_supervisor
        from ipsskills.pages.words import join_words

        out.notice(
            f"Nobody who is here supervises {join_words(names)} now.\n"
            f"Say who does: {name_supervisor(names[0])}"
        )


@app.command(epilog=examples("ipsskills people supervision", "ipsskills people supervision --demo"))
def supervision(
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """List who supervises whom, and since when."""
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.people.people import compose_supervision
    from ipsskills.usecases.people.supervision import list_supervision

    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    with context.desk(context.Place(db, demo)) as desk:
        found = list_supervision(desk)
    show_page(
        "people supervision",
        found,
        compose_supervision(found),
        options,
        sheets=lambda: _list_supervised(found),
    )


@app.command(
    epilog=examples(
        'ipsskills people join "Sam Example" "Samuel Example"',
        'ipsskills people join "Sam Example" "Samuel Example" --undo',
    )
)
def join(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Who they are; this name and details stay.")
    ],
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The other name the same person stands under.")
    ],
    undo: Annotated[bool, typer.Option("--undo", help="They are two people after all.")] = False,
    db: Db = None,
    demo: Demo = False,
    json: Json = False,
) -> None:
    """Say that two names in the record are one person.

    From then on what is kept under either is read together. Nothing is moved or lost.
    """
    from ipsskills.usecases.people.edit import join_people

    with context.desk(context.Place(db, demo), write=True, begin=False) as desk:
        done = join_people(desk, person, other, undo=undo)
    said = f"and {other} are two people again" if undo else "is one person with two names now"
    name = next((each for each in done.also if other.casefold() in each.casefold()), other)
    back = do("people join", name, *(() if undo else ("--undo",)), person=done.name)
    _tell(Output("people join", json), done, said, f"To take it back: {back}")


def _tell(out: Output, person: "PersonShown", what: str, back: str) -> None:
    """Say what became of a person, and below it what takes it back or changes it."""
    out.result(person, f"{person.name} {what}.\n{back}")


def _list_rows(found: "Sequence[PersonShown]") -> "tuple[Sheet, ...]":
    from ipsskills.pages.compose.sheets.people import compose_people_rows

    return compose_people_rows(found)


def _list_supervised(found: "Sequence[Supervised]") -> "tuple[Sheet, ...]":
    from ipsskills.pages.compose.sheets.people import compose_supervised

    return compose_supervised(found)
