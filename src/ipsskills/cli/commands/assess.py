"""``ipsskills assess``: the interview, on a screen, in plain lines or from a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli import ask, context
from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Db, Force, Json, Person, examples
from ipsskills.cli.show import Output, say
from ipsskills.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from ipsskills.framework.answers import Given
    from ipsskills.record.types import Person as PersonRecord
    from ipsskills.usecases.assess import Draft
    from ipsskills.usecases.desk import Desk
    from ipsskills.usecases.session import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills assess",
        "ipsskills assess --unit 3.8 --unit 3.10",
        "ipsskills assess --plain",
        "ipsskills assess --blank answers.csv",
        "ipsskills assess --from answers.csv",
    )
)
def assess(
    person: Person = None,
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
    period: Annotated[
        int | None, typer.Option(min=1, max=24, metavar="MONTHS", help="How far to look back.")
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Leave an open draft and begin again.")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines, no full screen.")] = False,
    from_file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Take the answers from a file.")
    ] = None,
    blank: Annotated[
        Path | None, typer.Option("--blank", metavar="FILE", help="Write an empty form and stop.")
    ] = None,
    force: Force = False,
    db: Db = None,
    demo: Annotated[bool, typer.Option("--demo", help="Try it in the invented service.")] = False,
    json: Json = False,
) -> None:
    """Look at your own practice: one question a unit, one key an answer.

    Every answer is kept at once. Stop with q or Ctrl-C and go on later with the same command.
    """
    out = Output("assess", json)
    if blank and from_file:
        raise UsageError("--blank writes a form and --from reads one: choose one of the two.")
    chosen = {"units": _ids(unit), "section": section, "domain": domain}
    if blank:
        _write_blank(out, blank, chosen, replace=force)
        return
    scope = _scope(chosen)
    place = context.Place(db, demo)
    _refuse_nobody(place, person)
    with context.desk(place, write=True) as opened:
        desk, about = _who(opened, person, plain=plain)
        run = _Run(desk, out, about, period, plain=plain or ask.plain_wanted())
        run.assess(scope, from_file, new=new)


def _ids(units: list[str] | None) -> tuple[str, ...]:
    from ipsskills.framework.search import find_unit

    return tuple(find_unit(context.framework(), name).id for name in units or ())


def _scope(chosen: dict) -> tuple[str, ...]:  # type: ignore[type-arg]
    from ipsskills.usecases.assess import scope_of

    return scope_of(context.framework(), **chosen)


def _refuse_nobody(place: context.Place, name: str | None) -> None:
    """Refuse, before a record is made, where it would have nobody in it to assess."""
    from ipsskills.cli.introduce import need_terminal
    from ipsskills.usecases.people import find_person

    def found(desk: "Desk") -> None:
        with desk.store.reading() as work:
            find_person(work, name, desk.me)

    if name is not None:
        context.rehearse(place, found)
    elif not place.record.exists():
        need_terminal()


def _write_blank(out: Output, path: Path, chosen: dict, *, replace: bool) -> None:  # type: ignore[type-arg]
    from ipsskills.framework.blank import blank_form
    from ipsskills.usecases.files import write_text

    form = blank_form(context.framework(), _scope(chosen), path.suffix)
    write_text(path, form, replace=replace)
    out.result(
        {"path": path},
        f"An empty form is in {path}\nFill it in, then: ipsskills assess --from {path}",
    )


def _who(desk: "Desk", name: str | None, *, plain: bool) -> "tuple[Desk, PersonRecord]":
    """Return the person to assess, who is me; on first use get to know them."""
    from ipsskills.cli.introduce import introduce_me
    from ipsskills.usecases.people import find_person

    if desk.me is None and name is None:
        _, desk = introduce_me(desk, None, None, plain=plain)
    with desk.store.reading() as work:
        about = find_person(work, name, desk.me)
    if about.thing != desk.me:
        raise UsageError(
            f"{about.name} is not you: this looks at your own practice.",
            "If you are at a shared computer: ipsskills init",
        )
    return desk, about


class _Run:
    """One run of the command, from finding the draft to the summary."""

    def __init__(
        self, desk: "Desk", out: Output, about: "PersonRecord", period: int | None, *, plain: bool
    ) -> None:
        self._desk = desk
        self._out = out
        self._about = about
        self._period = period
        self._plain = plain

    def assess(self, scope: tuple[str, ...], from_file: Path | None, *, new: bool) -> None:
        from ipsskills.framework.answers import read_answers
        from ipsskills.usecases.assess import take_answers

        given = read_answers(from_file, self._desk.framework) if from_file else None
        session = self._session(scope, given or (), new=new)
        if given is not None:
            take_answers(session, given)
            self._summary()
            return
        self._interview(session)

    def _session(
        self, scope: tuple[str, ...], given: "tuple[Given, ...]", *, new: bool
    ) -> "Session":
        """Resume the open draft, or begin; ask where it is not plain which."""
        from ipsskills.codes import AssessmentKind
        from ipsskills.usecases.assess import find_draft, refuse_strange, start
        from ipsskills.usecases.session import Session

        draft = find_draft(self._desk, self._about, AssessmentKind.SELF, scope)
        if draft and not new and (not draft.unclear or self._goes_on(draft)):
            if draft.answered:
                answers = "1 answer is" if draft.answered == 1 else f"{draft.answered} answers are"
                self._out.notice(f"Going on where you stopped; {answers} kept.")
            return Session(self._desk, draft.assessment)
        refuse_strange(given, scope)
        return start(self._desk, self._about, scope, asked_period=self._period, drop=draft)

    def _goes_on(self, draft: "Draft") -> bool:
        from ipsskills.pages.words import day

        begun = day(draft.assessment.began)
        what = f"There is an open draft, begun {begun}, with {draft.answered} answers."
        if draft.other_scope:
            what += " It asks other units than you chose now."
        if not ask.can_ask():
            raise InvalidInput(what, "Go on with it by its own choice of units, or add --new.")
        choices = [("on", "Go on with the draft"), ("new", "Leave it and begin again")]
        return ask.select(f"{what} What now?", choices, plain=self._plain) == "on"

    def _interview(self, session: "Session", *, areas: bool = True) -> None:
        from ipsskills.cli.ended import Ended

        whole = {u.id for u in self._desk.framework.asked()} <= set(session.assessment.scope)
        offered = areas and whole
        if self._plain:
            from ipsskills.cli.plain import run_plain

            ended = run_plain(session, areas_offered=offered)
        else:
            from ipsskills.cli.screen import run_screen

            ended = run_screen(session, areas_offered=offered)
        if ended is Ended.LEAVE:
            self._left(session)
            return
        session.finish()
        if ended is Ended.FINISH_AND_AREAS:
            self._areas()
            return
        self._summary()

    def _areas(self) -> None:
        from ipsskills.usecases.assess import scope_of, start

        scope = scope_of(self._desk.framework, areas=True)
        self._interview(
            start(self._desk, self._about, scope, asked_period=self._period), areas=False
        )

    def _left(self, session: "Session") -> None:
        left = len(session.state.open_items)
        data = {
            "state": "draft",
            "assessment": session.assessment.thing,
            "not_answered": session.state.open_items,
        }
        self._out.result(data, "")
        questions = "1 question is" if left == 1 else f"{left or 'no'} questions are"
        say(f"Everything is kept; {questions} left. Go on with: ipsskills assess")

    def _summary(self) -> None:
        from ipsskills.pages.report import report_page
        from ipsskills.usecases.report import report

        found = report(self._desk, self._about.thing)
        self._out.result(found, report_page(found))
