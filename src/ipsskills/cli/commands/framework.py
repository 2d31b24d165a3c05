"""``ipsskills framework``: read, search and check the content."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.commands import (
    framework_blank,
    framework_map,
    framework_notes,
    framework_search,
    vignette,
)
from ipsskills.cli.complete import complete_part
from ipsskills.cli.options import (
    AllNations,
    Force,
    Form,
    FormWithRows,
    Json,
    Opened,
    OutputFile,
    examples,
)
from ipsskills.cli.output.framework_pages import show_framework_page
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError
from ipsskills.pages.writers.formats import HTML

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework
    from ipsskills.method.law.ageing import Standpoint
    from ipsskills.pages.data import Sheet
    from ipsskills.pages.document import Page

SCALE = "scale"

app = typer.Typer(rich_markup_mode=None, add_completion=False)
app.add_typer(framework_map.app)


@app.callback(epilog=examples("ipsskills framework show 3.8"))
def framework() -> None:
    """Read, search and check the framework."""


@app.command(
    epilog=examples(
        "ipsskills framework show",
        "ipsskills framework show 3.10",
        "ipsskills framework show D4",
        "ipsskills framework show 3.8 --vignettes",
        "ipsskills framework show 3.8 --handout -o disclosure.html",
    )
)
def show(
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A unit such as 3.8, a domain such as D4, a section such as 2, or a name; all if "
            "left out.",
            autocompletion=complete_part,
            show_default=False,
        ),
    ] = None,
    vignettes: Annotated[
        bool, typer.Option("--vignettes", help="Its cases, with points to look for.")
    ] = False,
    handout: Annotated[
        bool, typer.Option("--handout", help="Two sheets for a group of 45 minutes.")
    ] = False,
    all_nations: AllNations = False,
    form: FormWithRows = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Read one unit, domain or section in full, or the list of all."""
    options = PageOptions(form, output, force, json, opened=opened, sheets=True)
    whole = context.framework()
    if unit is None and (vignettes or handout):
        raise UsageError("Name the unit.", "As in: ipsskills framework show 3.8 --vignettes")
    standpoint = context.standpoint(all_nations=all_nations)
    data, page = _choose_page(whole, unit, standpoint, vignettes=vignettes, handout=handout)
    sheets = partial(_list_sheets, whole, unit, vignettes=vignettes)
    show_framework_page("framework show", data, page, options, sheets=sheets)


def _list_sheets(whole: "Framework", name: str | None, *, vignettes: bool) -> "tuple[Sheet, ...]":
    """Return what is shown as rows; of a domain or a section all units that are in it."""
    from ipsskills.framework.search import find_unit
    from ipsskills.framework.systems.finding import find_part
    from ipsskills.pages.compose.sheets.asked import compose_case_sheet, compose_scale_sheets
    from ipsskills.pages.compose.sheets.framework import compose_units

    chosen = whole.units
    if name:
        if name.lower() == SCALE:
            return compose_scale_sheets(whole.scale)
        if vignettes:
            return (compose_case_sheet(find_unit(whole, name)),)
        part = find_part(whole, name)
        slug = part.slug if part else ""
        inside = tuple(unit for unit in whole.units if slug in (unit.domain, unit.section))
        chosen = inside or (find_unit(whole, name),)
    return compose_units(whole, chosen)


def _refuse_cases(name: str, *, asked: bool) -> None:
    """Raise UsageError where cases are asked of what is no unit."""
    if asked:
        raise UsageError(
            f"'{name}' has no cases of its own; units have.",
            "As in: ipsskills framework show 3.8 --vignettes",
        )


def _choose_page(
    whole: "Framework",
    name: str | None,
    standpoint: "Standpoint",
    *,
    vignettes: bool,
    handout: bool,
) -> "tuple[Any, Page]":
    """Return what is shown: as data, and as a page."""
    from ipsskills.facts.content import list_contents
    from ipsskills.framework.search import find_unit
    from ipsskills.pages.compose.content.framework import compose_contents, compose_unit

    if name is None:
        facts = list_contents(whole)
        return facts, compose_contents(facts, standpoint.nations)
    if found := framework_map.choose_part(whole, name):
        _refuse_cases(name, asked=vignettes or handout)
        return found
    if name.lower() == SCALE:
        _refuse_cases(name, asked=vignettes or handout)
        from ipsskills.pages.compose.content.asked import compose_scale

        return whole.scale, compose_scale(whole.scale)
    unit = find_unit(whole, name)
    if handout:
        from ipsskills.pages.compose.content.handbook import compose_handout

        return unit, compose_handout(unit, standpoint)
    if vignettes:
        from ipsskills.pages.compose.content.cases import compose_cases

        return unit.curriculum.vignettes, compose_cases(unit)
    links, beside = context.links().find(unit.id), framework_map.tell_place(whole, unit)
    return unit, compose_unit(whole, unit, context.fidelity(), standpoint, links, beside)


@app.command(epilog=examples("ipsskills framework handbook -o handbook.html"))
def handbook(
    all_nations: AllNations = False,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Write the whole framework and curriculum as one book; as HTML, if nothing is said."""
    from ipsskills.facts.content import HandbookFacts
    from ipsskills.pages.compose.content.handbook import compose_handbook

    options = PageOptions(form, output, force, json, opened=opened, usual=HTML.name)
    shelf = context.shelf()
    facts = HandbookFacts(
        framework=context.framework(),
        fidelity=shelf.fidelity,
        glossary=shelf.glossary,
        systems=context.systems(),
        explained=shelf.explained,
        crosswalks=shelf.crosswalks,
        blanks=context.blanks(),
    )
    book = compose_handbook(facts, context.standpoint(all_nations=all_nations))
    show_framework_page("framework handbook", facts, book, options)


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
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Tell which statements were added, reworded or retired between two versions."""
    from ipsskills.framework.content import releases
    from ipsskills.pages.compose.content.framework import compose_changes, compose_versions

    options = PageOptions(form, output, force, json, opened=opened)
    if before is None:
        versions = context.framework().changes
        page = compose_versions(versions)
        show_framework_page("framework changes", {"versions": versions}, page, options)
        return
    new = (
        releases.read_release(after) if after else releases.describe_framework(context.framework())
    )
    found = releases.list_changes(releases.read_release(before), new)
    show_framework_page("framework changes", found, compose_changes(found), options)


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
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Look whether framework files are sound and well written; every fault is named."""
    from ipsskills.facts.content import CheckedContent
    from ipsskills.framework.background import load_glossary
    from ipsskills.framework.content.counts import count_all, count_units
    from ipsskills.framework.content.whole import find_all_faults
    from ipsskills.framework.faults import data_file_error
    from ipsskills.framework.files import read_source, read_sources
    from ipsskills.framework.load import parse
    from ipsskills.pages.compose.content.framework import compose_check
    from ipsskills.usecases.finding import Library, list_word_faults

    options = PageOptions(form, output, force, json, opened=opened)
    if files and len(files) not in (2, 3):
        raise UsageError("Name competences.yaml, curriculum.yaml and, if there is one, local.yaml.")
    sources = (
        [read_source(path) for path in _in_order(files)]
        if files
        else read_sources(context.framework_folder())
    )
    whole = parse(*sources)
    folder = context.framework_folder()
    library = Library(framework=whole, shelf=context.shelf(), blanks=context.blanks())
    if faults := [*find_all_faults(whole, folder), *list_word_faults(library, folder)]:
        raise data_file_error(faults)
    facts = CheckedContent(
        version=whole.version,
        files=tuple(source.name for source in sources if source),
        units=count_units(whole),
        totals=count_all(whole, load_glossary(folder)),
    )
    show_framework_page("framework check", facts, compose_check(facts), options)


def _in_order(files: list[Path]) -> list[Path]:
    """Return files that have our names in our order; others as they were given."""
    from ipsskills.framework.files import COMPETENCES, CURRICULUM, LOCAL

    ours = [COMPETENCES, CURRICULUM, LOCAL]
    named = all(file.name in ours for file in files)
    return sorted(files, key=lambda file: ours.index(file.name)) if named else files


app.add_typer(framework_notes.app)
app.add_typer(vignette.app)
app.add_typer(framework_blank.app)
app.add_typer(framework_search.app)
