"""``ipsskills form``: a form for somebody who has no ipsskills."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.complete import complete_person, complete_unit
from ipsskills.cli.options import Db, Force, Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.codes import AssessmentKind
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.usecases.forms.make import AskedForm

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills form -o look.html",
        "ipsskills form -o ada.html --for Ada",
        "ipsskills form -o new.html --for Ada --first-look",
        "ipsskills form -o view-of-ada.html --for Ada --supervisor",
        "ipsskills form -o safety.html --unit 2.2 --unit 2.3 --statements",
        "ipsskills form -o ada.xlsx --for Ada",
        "ipsskills form -o ada.pdf --for Ada",
    )
)
def form(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write it to this file: .html, .xlsx, .pdf, .docx.",
        ),
    ],
    whom: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="NAME",
            help="Whose practice it asks about; left out, the form asks for the name.",
            autocompletion=complete_person,
        ),
    ] = None,
    supervisor: Annotated[
        bool, typer.Option("--supervisor", help="For a supervisor to give their view of somebody.")
    ] = False,
    first_look: Annotated[
        bool,
        typer.Option("--first-look", help="For first weeks: where somebody is starting from."),
    ] = False,
    unit: Annotated[
        list[str] | None,
        typer.Option(
            "--unit",
            metavar="ID",
            help="Only this unit; may be given again.",
            autocompletion=complete_unit,
        ),
    ] = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="Ask every statement instead of every unit.")
    ] = False,
    force: Force = False,
    db: Db = None,
    demo: Annotated[bool, typer.Option("--demo", help="Try it in the invented service.")] = False,
    json: Json = False,
) -> None:
    """Make a form for somebody who has no ipsskills: one page that any browser opens.

    It asks what assess asks, keeps what is answered in the browser and in copies, ends in the
    person's own page, and closes the answers for you. Nothing in it reaches a network. Many
    services stop such pages in mail: put it in a shared folder or on the intranet. A message to
    send with it is printed, and a hash for an IT desk. Where no page with scripts may be opened,
    make a workbook (.xlsx), or a page to print and fill in by hand (.pdf, .docx).
    """
    from ipsskills.files import write_bytes
    from ipsskills.pages.compose.forms.covering import compose_covering
    from ipsskills.pages.writers.forms.kinds import find_form_kind
    from ipsskills.usecases.forms.make import make_form

    kind = find_form_kind(output.suffix)
    asked = _read_asked(
        whom, unit, supervisor=supervisor, first_look=first_look, statements=statements
    )
    with context.desk(context.Place(db, demo), write=True) as desk:
        made = make_form(desk, asked)
    written = kind.write(made)
    path = write_bytes(output, written, replace=force).absolute()
    done = compose_covering(made, path, written)
    Output("form", json).result(done.facts, done.page, to_paste=done.to_paste)


def _read_asked(
    whom: str | None,
    units: list[str] | None,
    *,
    supervisor: bool,
    first_look: bool,
    statements: bool,
) -> "AskedForm":
    """Return what was asked for. Raises UsageError for what does not go together."""
    from ipsskills.framework.search import find_unit
    from ipsskills.usecases.assessments.scope import choose_scope
    from ipsskills.usecases.forms.make import AskedForm

    if supervisor and first_look:
        raise UsageError("A first look is somebody's own.", "Leave out --supervisor.")
    if first_look and statements:
        raise UsageError("A first look takes one answer a unit.", "Leave out --statements.")
    framework = context.framework()
    chosen = [find_unit(framework, name).id for name in units or ()]
    kind = AssessmentKind.SUPERVISOR if supervisor else AssessmentKind.SELF
    return AskedForm(
        kind=AssessmentKind.FIRST_LOOK if first_look else kind,
        scope=choose_scope(framework, units=chosen),
        about=whom,
        full=statements,
    )
