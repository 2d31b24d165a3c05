"""``ipsskills framework search``: where words stand, anywhere in the content."""

from typing import Annotated

import typer

from ipsskills.cli.options import AllNations, Force, Form, Json, Opened, OutputFile, examples
from ipsskills.cli.output.framework_pages import show_framework_page
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    epilog=examples(
        "ipsskills framework search benefits",
        "ipsskills framework search tell the boss",
        "ipsskills framework search lone working --all",
    )
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to look for.")],
    every: Annotated[
        bool, typer.Option("--all", help="Every place, and every passage there.")
    ] = False,
    all_nations: AllNations = False,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Find where words stand: units, cases, activities, notes, words, pages and the scale."""
    from ipsskills.pages.compose.content.finding import compose_found
    from ipsskills.usecases.finding import search as find

    options = PageOptions(form, output, force, json, opened=opened)
    if not any(word.strip() for word in words):
        raise UsageError("Say what to look for.", "As in: ipsskills framework search benefits")
    standpoint = context.standpoint()
    typed = " ".join(" ".join(words).split())
    index, framework = context.index(), context.framework()
    found = find(typed, index, framework, standpoint, every=every, unfold=all_nations)
    show_framework_page("framework search", found, compose_found(found, standpoint), options)
