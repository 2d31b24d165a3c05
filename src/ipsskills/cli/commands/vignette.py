"""``ipsskills framework vignette``: a case to think through, asked as a colleague would ask it."""

from typing import Annotated

import typer

from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Force, Form, Json, Opened, OutputFile, examples
from ipsskills.cli.output.framework_pages import show_framework_page
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.prompts import ask
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills framework vignette",
        "ipsskills framework vignette 2.3",
        "ipsskills framework vignette 2.3 2",
        "ipsskills framework vignette 2.3 -o case.html",
    )
)
def vignette(
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A unit, such as 2.3, or its name; all cases by title if left out.",
            autocompletion=complete_unit,
            show_default=False,
        ),
    ] = None,
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="CASE",
            help="Its number, or a word of its title; the first if left out.",
            show_default=False,
        ),
    ] = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Think a case through, then see the points to look for.

    At a terminal it waits while you think or write; what you write can be kept as training. Without
    one, and in a file, the points follow the case.
    """
    from ipsskills.framework.cases import find_case, list_cases
    from ipsskills.framework.search import find_unit
    from ipsskills.pages.compose.content.cases import compose_case_list, compose_whole_case

    options = PageOptions(form, output, force, json, opened=opened)
    whole = context.framework()
    if unit is None:
        every = [case for each in whole.units for case in list_cases(each)]
        show_framework_page("framework vignette", every, compose_case_list(whole), options)
        return
    found = find_unit(whole, unit)
    case = find_case(found, which)
    if ask.can_ask() and ask.can_show() and not options.leaves_the_screen:
        from ipsskills.cli.prompts.case import ask_case

        ask_case(found, case)
    else:
        show_framework_page("framework vignette", case, compose_whole_case(found, case), options)
