"""``ipsskills framework``: read, search and check the content."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.complete import complete_unit
from ipsskills.cli.options import Force, Json, examples
from ipsskills.cli.options import Output as FileOut
from ipsskills.cli.output.show import Output, write_page
from ipsskills.cli.output.spelling import spell_page
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework
    from ipsskills.pages.document import Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(epilog=examples("ipsskills framework show 3.8"))
def framework() -> None:
    """Read, search and check the framework."""


@app.command(
    epilog=examples(
        "ipsskills framework show",
        "ipsskills framework show 3.10",
        "ipsskills framework show 3.8 --vignettes",
        "ipsskills framework show 3.8 --handout -o disclosure.html",
    )
)
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
    vignettes: Annotated[
        bool, typer.Option("--vignettes", help="Its cases, with points to look for.")
    ] = False,
    handout: Annotated[
        bool, typer.Option("--handout", help="Two sheets for a group of 45 minutes.")
    ] = False,
    output: FileOut = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Read one unit in full, or the list of all.

    With -o it is written to a file: .md, .html or .txt.
    """
    out, whole = Output("framework show", json), context.framework()
    if unit is None and (vignettes or handout):
        raise UsageError("Name the unit.", "As in: ipsskills framework show 3.8 --vignettes")
    data, page = _shown(whole, unit, vignettes=vignettes, handout=handout)
    if output:
        write_page(output, page, replace=force)
        out.result({"path": output}, f"It is in {output}")
    else:
        out.result(data, page)


def _shown(
    whole: "Framework", name: str | None, *, vignettes: bool, handout: bool
) -> "tuple[Any, Page]":
    """Return what is shown: as data, and as a page."""
    from ipsskills.framework.search import find_unit
    from ipsskills.pages.compose.framework import contents_page, unit_page
    from ipsskills.pages.compose.handbook import handout_page, vignettes_page

    if name is None:
        listed = [
            {"id": u.id, "slug": u.slug, "title": u.title, "domain": u.domain, "section": u.section}
            for u in whole.units
        ]
        return {"version": whole.version, "units": listed}, contents_page(whole)
    unit = find_unit(whole, name)
    if handout:
        return unit, handout_page(unit)
    if vignettes:
        return unit.curriculum.vignettes, vignettes_page(unit)
    return unit, unit_page(whole, unit, context.fidelity())


@app.command(epilog=examples("ipsskills framework handbook -o handbook.html"))
def handbook(output: FileOut = None, force: Force = False, json: Json = False) -> None:
    """Write the whole framework and curriculum as one book: .md or .html."""
    from ipsskills.files import write_text
    from ipsskills.pages.compose.handbook import handbook as make
    from ipsskills.pages.writers.html import book_to_html
    from ipsskills.pages.writers.markdown import book_to_markdown

    path = output or Path("handbook.html")
    if path.suffix.lower() not in (".md", ".html"):
        raise UsageError("The handbook is written as .md or .html.", "Name such a file with -o.")
    book = spell_page(make(context.framework(), context.fidelity(), context.glossary()))
    write = book_to_html if path.suffix.lower() == ".html" else book_to_markdown
    write_text(path, write(book), replace=force)
    Output("framework handbook", json).result({"path": path}, f"The handbook is in {path}")


@app.command(
    epilog=examples(
        "ipsskills framework changes",
        "ipsskills framework changes 2026.1",
        "ipsskills framework changes 2026.1 our/competences.yaml",
    )
)
def changes(
    before: Annotated[
        str | None,
        typer.Argument(
            metavar="A",
            help="A released version, or a competences.yaml file; left out, all versions are told.",
            show_default=False,
        ),
    ] = None,
    after: Annotated[
        str | None,
        typer.Argument(metavar="B", help="Another; what is in use now if left out."),
    ] = None,
    json: Json = False,
) -> None:
    """Tell which statements were added, reworded or retired between two versions."""
    from ipsskills.framework.content import releases
    from ipsskills.pages.compose.framework import changes_page, versions_page

    out = Output("framework changes", json)
    if before is None:
        told = context.framework().changes
        out.result({"versions": told}, versions_page(told))
        return
    new = releases.read_release(after) if after else releases.of_framework(context.framework())
    found = releases.changes(releases.read_release(before), new)
    out.result(found, changes_page(found))


@app.command(
    epilog=examples("ipsskills framework search benefits", "ipsskills framework search better off")
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to look for.")],
    json: Json = False,
) -> None:
    """Find where words stand, anywhere in the framework and curriculum."""
    from ipsskills.framework.search import search as find
    from ipsskills.pages.compose.framework import hits_page

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
    """Look whether framework files are sound and well written; every fault is named."""
    from ipsskills.framework.background import load_fidelity, load_glossary
    from ipsskills.framework.content.counts import count, total
    from ipsskills.framework.content.quality import content_faults
    from ipsskills.framework.content.releases import permanence_faults
    from ipsskills.framework.faults import data_file_error
    from ipsskills.framework.files import read_source, read_sources
    from ipsskills.framework.load import parse
    from ipsskills.pages.compose.framework import check_page

    if files and len(files) not in (2, 3):
        raise UsageError("Name competences.yaml, curriculum.yaml and, if there is one, local.yaml.")
    sources = (
        [read_source(path) for path in _in_order(files)]
        if files
        else read_sources(context.framework_folder())
    )
    whole = parse(*sources)
    folder = context.framework_folder()
    faults = [*content_faults(whole, load_fidelity(folder)), *permanence_faults(whole)]
    if faults:
        raise data_file_error(faults)
    counts, totals = count(whole), total(whole, load_glossary(folder))
    Output("framework check", json).result(
        {
            "version": whole.version,
            "files": [s.name for s in sources if s],
            "units": counts,
            "totals": totals,
        },
        check_page(whole.version, counts, totals),
    )


def _in_order(files: list[Path]) -> list[Path]:
    """Return files that have our names in our order; others as they were given."""
    from ipsskills.framework.files import COMPETENCES, CURRICULUM, LOCAL

    ours = [COMPETENCES, CURRICULUM, LOCAL]
    named = all(file.name in ours for file in files)
    return sorted(files, key=lambda file: ours.index(file.name)) if named else files
