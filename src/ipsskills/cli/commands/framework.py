"""``ipsskills framework``: read, search and check the content."""

from pathlib import Path
from typing import Annotated

import typer

from ipsskills.cli import context
from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Json, examples
from ipsskills.cli.show import Output
from ipsskills.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills framework show 3.8"))
def framework() -> None:
    """Read, search and check the framework."""


@app.command(epilog=examples("ipsskills framework show", "ipsskills framework show 3.10"))
def show(
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A unit, such as 3.8, or its name; all if left out.",
            autocompletion=complete_unit,
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Read one unit in full, or the list of all."""
    from ipsskills.framework.search import find_unit
    from ipsskills.pages.framework import contents_page, unit_page

    out, whole = Output("framework show", json), context.framework()
    if unit is None:
        listed = [
            {"id": u.id, "slug": u.slug, "title": u.title, "domain": u.domain, "section": u.section}
            for u in whole.units
        ]
        out.result({"version": whole.version, "units": listed}, contents_page(whole))
    else:
        found = find_unit(whole, unit)
        out.result(found, unit_page(whole, found))


@app.command(
    epilog=examples("ipsskills framework search benefits", "ipsskills framework search better off")
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to look for.")],
    json: Json = False,
) -> None:
    """Find where words stand, anywhere in the framework and curriculum."""
    from ipsskills.framework.search import search as find
    from ipsskills.pages.framework import hits_page

    if not any(word.strip() for word in words):
        raise UsageError("Say what to look for.", "As in: ipsskills framework search benefits")
    hits = find(context.framework(), words)
    data = [{"unit": h.unit.id, "where": h.where, "text": h.text} for h in hits]
    Output("framework search", json).result(data, hits_page(words, hits))


@app.command(
    epilog=examples(
        "ipsskills framework check", "ipsskills framework check competences.yaml curriculum.yaml"
    )
)
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILES",
            help="competences.yaml, curriculum.yaml and, if you have "
            "one, local.yaml; those in use if left out.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Look whether framework files are sound; every fault is named with its line."""
    from ipsskills.framework.files import read_sources, source
    from ipsskills.framework.load import parse

    if files and len(files) not in (2, 3):
        raise UsageError("Name competences.yaml, curriculum.yaml and, if there is one, local.yaml.")
    sources = (
        [source(path) for path in _in_order(files)]
        if files
        else read_sources(context.framework_folder())
    )
    whole = parse(*sources)
    Output("framework check", json).result(
        {"version": whole.version, "files": [s.name for s in sources if s]},
        f"The framework is sound: version {whole.version}.",
    )


def _in_order(files: list[Path]) -> list[Path]:
    """Return files that have our names in our order; others as they were given."""
    from ipsskills.framework.files import COMPETENCES, CURRICULUM, LOCAL

    ours = [COMPETENCES, CURRICULUM, LOCAL]
    named = all(file.name in ours for file in files)
    return sorted(files, key=lambda file: ours.index(file.name)) if named else files
