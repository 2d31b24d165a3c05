"""``ipsskills framework map``, and the pages of domains and sections for ``framework show``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsskills.cli.options import Force, Form, Json, Opened, OutputFile, examples
from ipsskills.cli.output.framework_pages import show_framework_page
from ipsskills.cli.output.pages import PageOptions
from ipsskills.cli.output.pictures import reads_plainly
from ipsskills.cli.setup import context

if TYPE_CHECKING:
    from ipsskills.framework.types import Framework, Unit
    from ipsskills.pages.document import Block, Page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    name="map", epilog=examples("ipsskills framework map", "ipsskills framework map --plain")
)
def show_map(
    plain: Annotated[
        bool, typer.Option("--plain", help="As a list, without the picture of letters.")
    ] = False,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """See the map: the domains, and how they fit together."""
    from ipsskills.facts.systems.layout import describe_map
    from ipsskills.pages.compose.content.systems import compose_map

    options = PageOptions(form, output, force, json, opened=opened)
    facts = describe_map(context.framework(), context.systems())
    drawn = not (plain or reads_plainly())
    page = compose_map(facts, drawn=drawn, pictured=options.shows_pictures)
    show_framework_page("framework map", facts, page, options)


def choose_part(whole: "Framework", name: str) -> "tuple[Any, Page] | None":
    """Return the facts and the page of a domain or a section, or None if the name is neither's."""
    from ipsskills.framework.systems.finding import find_part
    from ipsskills.framework.types import Section

    if (part := find_part(whole, name)) is None:
        return None
    from ipsskills.facts.systems.layout import describe_domain, describe_section
    from ipsskills.pages.compose.content.systems import compose_domain, compose_section

    if isinstance(part, Section):
        section = describe_section(whole, context.systems(), part)
        return section, compose_section(section)
    domain = describe_domain(whole, context.systems(), part)
    return domain, compose_domain(domain)


def tell_place(whole: "Framework", unit: "Unit") -> "list[Block]":
    """Return what is said of a supporting area as a part of the map; nothing for other units."""
    found = next((domain for domain in whole.domains if domain.id == unit.id), None)
    if found is None:
        return []
    from ipsskills.facts.systems.layout import describe_domain
    from ipsskills.pages.compose.content.systems import tell_domain

    return tell_domain(describe_domain(whole, context.systems(), found))
