"""``ipsskills explain``: where anything on a page comes from, and what is known of IPS."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import Force, Form, Json, Opened, OutputFile, examples
from ipsskills.cli.setup import context
from ipsskills.errors import NotFound

if TYPE_CHECKING:
    from ipsskills.cli.output.pages import PageOptions

# What has a number, and a page that is not among those explained.
_NUMBERED = {"unit": "a unit", "area": "an area", "domain": "a domain"}

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _complete(incomplete: str) -> list[tuple[str, str]]:
    from ipsskills.errors import IpsSkillsError
    from ipsskills.usecases.explain import list_pages, list_topics

    topics = list_topics()
    with suppress(IpsSkillsError):  # rules can be offered whatever is wrong with the files
        topics += list_pages(context.shelf())
    wanted = incomplete.lower()
    return [(t.name, t.title) for t in topics if t.name.lower().startswith(wanted)]


@app.command(
    epilog=examples(
        "ipsskills explain",
        "ipsskills explain order",
        "ipsskills explain PIP",
        "ipsskills explain evidence",
    )
)
def explain(
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TOPIC",
            help="A rule, a page, any word, P3 or item 13; the list if left out. Other words are "
            "searched for.",
            autocompletion=_complete,
            show_default=False,
        ),
    ] = None,
    form: Form = None,
    output: OutputFile = None,
    force: Force = False,
    opened: Opened = False,
    json: Json = False,
) -> None:
    """Learn where anything on a page comes from, and what is known of IPS."""
    from ipsskills.cli.output.explained import compose_explanation
    from ipsskills.cli.output.pages import PageOptions, show_page
    from ipsskills.pages.compose.content.explain import compose_topics
    from ipsskills.usecases.explain import explain as find
    from ipsskills.usecases.explain import explain_rule, list_pages, list_topics

    options = PageOptions(form, output, force, json, opened=opened)
    if topic:
        word = " ".join(topic)
        try:
            found = explain_rule(word) or find(word, context.shelf())
        except NotFound as unknown:
            _search_instead(word, unknown, options)
        else:
            show_page("explain", found, compose_explanation(found), options)
        return
    shelf = context.shelf()
    rules, pages = list_topics(), list_pages(shelf)
    words = [term.term for term in shelf.glossary.terms]
    show_page("explain", (*rules, *pages), compose_topics(rules, pages, words), options)


def _search_instead(words: str, unknown: NotFound, options: "PageOptions") -> None:
    """Show where words stand that are nothing to explain. Raises what said so if nowhere."""
    from ipsskills.cli.output.pages import show_page
    from ipsskills.pages.compose.content.finding import compose_found
    from ipsskills.usecases.finding import search

    standpoint = context.standpoint()
    found = search(words, context.index(), context.framework(), standpoint)
    if not found.places:
        raise unknown
    numbered = tuple(each for each in found.places if each.id.casefold() == words.casefold())
    if numbered and numbered[0].kind in _NUMBERED:
        (place, *_) = numbered
        lead = f"{place.id} is the number of {_NUMBERED[place.kind]}, which has a page of its own."
        found = replace(found, places=numbered, more=False)
        show_page("explain", found, compose_found(found, standpoint, (lead,)), options)
        return
    said = (f"{unknown.message} Here is where it stands.", unknown.hint)
    show_page("explain", found, compose_found(found, standpoint, said), options)
