"""``ipsskills assess``: the interview, on a screen, in plain lines or from a file."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.complete import complete_person, complete_unit
from ipsskills.cli.options import Db, Force, Json, Keep, PersonArgument, as_day, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context
from ipsskills.codes import AssessmentKind, Only
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.cli.interview.assessing import Run
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.assessments.begin import AskedFor
    from ipsskills.usecases.desk import Desk

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class As(StrEnum):
    """Whose view it is."""

    SELF = "self"
    SUPERVISOR = "supervisor"


@app.command(
    epilog=examples(
        "ipsskills assess",
        "ipsskills assess --unit 3.8 --unit 3.10",
        "ipsskills assess --full --section 3",
        "ipsskills assess --only effort",
        "ipsskills assess Ada --as supervisor",
        "ipsskills assess --mark 3.8",
        "ipsskills assess --plain",
        "ipsskills assess --review",
        "ipsskills assess --blank answers.csv",
        "ipsskills assess --from answers.csv",
        "ipsskills assess Ada --from ada.xlsx",
        'ipsskills assess Ada --given "25 Nov" --plain',
    )
)
def assess(
    person: PersonArgument = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "--unit",
            metavar="ID",
            help="Only this unit; may be given again.",
            autocompletion=complete_unit,
        ),
    ] = None,
    section: Annotated[
        str | None, typer.Option(metavar="SECTION", help="Only this section: 1, 2 or 3.")
    ] = None,
    domain: Annotated[
        str | None, typer.Option(metavar="DOMAIN", help="Only this domain, for example employers.")
    ] = None,
    only: Annotated[
        Only | None,
        typer.Option(
            help="Only units where effort would pay, that you marked to bring, or not looked at "
            "for six months."
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Ask every statement instead of every unit.")
    ] = False,
    first_look: Annotated[
        bool,
        typer.Option("--first-look", help="For your first weeks: say where you are starting from."),
    ] = False,
    as_: Annotated[
        As | None,
        typer.Option("--as", help="Whose view: your own, or a supervisor's of somebody else."),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="NAME",
            help="The supervisor whose view it is; you, if left out.",
            autocompletion=complete_person,
        ),
    ] = None,
    seen: Annotated[
        list[str] | None,
        typer.Option(
            "--seen",
            metavar="ID",
            help="A unit the supervisor has seen; may be given again. The rest is 'not seen'.",
            autocompletion=complete_unit,
        ),
    ] = None,
    period: Annotated[
        str | None, typer.Option(metavar="MONTHS", help="How far to look back, 1 to 24 months.")
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Drop the open draft and begin again.")
    ] = False,
    drop: Annotated[
        bool, typer.Option("--drop", help="Drop the open draft; nothing in it is erased.")
    ] = False,
    correct: Annotated[
        bool, typer.Option("--correct", help="Correct an answer in the last one you finished.")
    ] = False,
    mark: Annotated[
        list[str] | None,
        typer.Option(
            "--mark",
            metavar="ID",
            help="Mark a unit to bring to supervision, without a new answer; may be given again.",
            autocompletion=complete_unit,
        ),
    ] = None,
    unmark: Annotated[
        list[str] | None,
        typer.Option(
            "--unmark",
            metavar="ID",
            help="Take such a mark off a unit; may be given again.",
            autocompletion=complete_unit,
        ),
    ] = None,
    review: Annotated[
        bool,
        typer.Option("--review", help="Read the last one you finished again, with your notes."),
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines, no full screen.")] = False,
    from_file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Take the answers from a file.")
    ] = None,
    given: Annotated[
        str | None,
        typer.Option(
            "--given",
            metavar="DATE",
            help="Type in answers given on paper on this day, also somebody else's own.",
        ),
    ] = None,
    blank: Annotated[
        Path | None,
        typer.Option(
            "--blank", metavar="FILE", help="Write an empty form for what is chosen, and stop."
        ),
    ] = None,
    force: Force = False,
    keep: Keep = False,
    db: Db = None,
    demo: Annotated[bool, typer.Option("--demo", help="Try it in the invented service.")] = False,
    json: Json = False,
) -> None:
    """Look at your own practice: one question a unit, one key an answer.

    Every answer is kept at once. Stop with q or Ctrl-C and go on later with the same command.
    A supervisor gives a view of somebody else with --as supervisor. Who types in a form that
    somebody filled in on paper adds the day with --given: the answers stay that person's.
    """
    out = Output("assess", json)
    kind = _find_kind(as_, by, seen, first_look=first_look)
    _refuse_together(kind, only, blank, from_file=from_file, full=full, first_look=first_look)
    whole = context.framework()
    chosen = {"units": _find_ids(whole, unit), "section": section, "domain": domain}
    told = {"period": _read_period(period), "given_on": as_day(given), "who": person, "by": by}
    asked = _ask_for(whole, chosen, kind=kind, only=only, full=full, **told)
    place = context.Place(db, demo)
    beside = unit, section, domain, only, full, seen, period, new, drop, correct, from_file, given
    if blank:
        from ipsskills.cli.interview.blank_form import write_blank

        write_blank(out, blank, whole, asked, chosen, replace=force)
    elif review:
        from ipsskills.cli.interview.read_again import show_review

        show_review(place, out, asked, (*beside, mark, unmark))
    elif mark or unmark:
        from ipsskills.cli.interview.marking import change_marks

        _refuse_nobody(place, person)
        units = _find_ids(whole, mark), _find_ids(whole, unmark)
        change_marks(out, place, asked, *units, (*beside, first_look))
    else:
        _refuse_nobody(place, person)
        with context.desk(place, write=True, whole=whole) as desk:
            run = _make_run(desk, out, asked, seen, plain=plain, keep=keep)
            run.carry_out(from_file, new=new, drop=drop, correct=correct)


def _ask_for(whole: "Framework", chosen: Mapping[str, Any], **asked: Any) -> "AskedFor":
    from ipsskills.usecases.assessments.begin import AskedFor
    from ipsskills.usecases.assessments.scope import choose_scope

    return AskedFor(scope=choose_scope(whole, **chosen), **asked)


def _read_period(period: str | None) -> int | None:
    """Return the months that are looked back on, if they are said. Raises InvalidInput."""
    if period is None:
        return None
    from ipsskills.durations import read_months

    return read_months(period)


def _make_run(
    desk: "Desk",
    out: Output,
    asked: "AskedFor",
    seen: list[str] | None,
    *,
    plain: bool,
    keep: bool,
) -> "Run":
    from ipsskills.cli.interview.assessing import Manner, Run

    units = _find_ids(desk.framework, seen) if seen else None
    manner = Manner(seen=units, plain=plain or ask.wants_plain(), keep=keep)
    return Run(desk, out, asked, manner)


def _find_kind(
    as_: As | None, by: str | None, seen: list[str] | None, *, first_look: bool
) -> AssessmentKind:
    if as_ is As.SUPERVISOR:
        if first_look:
            raise UsageError("A first look is somebody's own.", "Leave out --as supervisor.")
        return AssessmentKind.SUPERVISOR
    if by or seen:
        raise UsageError("--by and --seen go with --as supervisor.")
    return AssessmentKind.FIRST_LOOK if first_look else AssessmentKind.SELF


def _refuse_together(
    kind: AssessmentKind, only: Only | None, blank: Path | None, **given: Any
) -> None:
    if only and kind is AssessmentKind.SUPERVISOR:
        raise UsageError("--only goes by the person's own answers, and each looks alone first.")
    if only and blank:
        raise UsageError("An empty form does not depend on anybody's answers.", "Leave out --only.")
    if blank and given["from_file"]:
        raise UsageError("--blank writes a form and --from reads one: use one or the other.")
    if given["full"] and given["first_look"]:
        raise UsageError(
            "A first look takes one answer a unit: use --first-look or --full, not both."
        )


def _find_ids(framework: "Framework", units: list[str] | None) -> tuple[str, ...]:
    from ipsskills.framework.search import find_unit

    return tuple(find_unit(framework, name).id for name in units or ())


def _refuse_nobody(place: context.Place, name: str | None) -> None:
    """Refuse, before a record is made, where it would have nobody in it to assess."""
    from ipsskills.usecases.people.people import find_person

    def found(desk: "Desk") -> None:
        with desk.reading() as work:
            find_person(work, name, work.me)

    if name is not None:
        context.rehearse(place, found)
    elif not place.record.exists():
        from ipsskills.cli.prompts.introduce import need_terminal

        need_terminal()
