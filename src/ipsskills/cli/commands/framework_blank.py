"""``ipsskills framework blank``: pages to print and write on."""

from typing import Annotated

import typer

from ipsskills.cli.complete import complete_blank
from ipsskills.cli.options import Force, Form, Json, Opened, OutputFile, examples
from ipsskills.cli.output.framework_pages import show_framework_page
from ipsskills.cli.output.pages import PageOptions, show_page
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills framework blank",
        "ipsskills framework blank vocational-profile",
        "ipsskills framework blank disclosure-plan -o plan.html",
    )
)
def blank(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            help="A page, such as employment-plan; the list if left out.",
            autocompletion=complete_blank,
            show_default=False,
        ),
    ] = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Print a page to write on, such as a vocational profile; it names no client."""
    from ipsskills.facts.systems.blanks import describe_blank, list_blanks
    from ipsskills.framework.blanks import find_blank
    from ipsskills.pages.compose.content.blanks import compose_blank, compose_blanks

    options = PageOptions(form, output, force, json, opened=opened)
    blanks = context.blanks()
    if not name:
        listed = list_blanks(blanks)
        show_framework_page("framework blank", listed, compose_blanks(listed), options)
        return
    found = find_blank(blanks, " ".join(name))
    facts = describe_blank(context.framework(), blanks, found)
    show_page("framework blank", facts, compose_blank(facts), options)
