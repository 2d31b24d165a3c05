"""``ipsskills explain``: where anything on a page comes from."""

from typing import Annotated

import typer

from ipsskills.cli.options import Json, examples
from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _complete(incomplete: str) -> list[tuple[str, str]]:
    from ipsskills.usecases.explain import topics

    return [(topic.name, topic.title) for topic in topics() if topic.name.startswith(incomplete)]


@app.command(
    epilog=examples("ipsskills explain", "ipsskills explain order", "ipsskills explain PIP")
)
def explain(
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TOPIC",
            help="A rule, any word of the glossary, P3 or item 13; the list if left out.",
            autocompletion=_complete,
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Learn where anything on a page comes from."""
    from ipsskills.pages.document import Commands, Page, Text
    from ipsskills.usecases.explain import explain as find
    from ipsskills.usecases.explain import topics

    out = Output("explain", json)
    if not topic:
        rows = tuple((f"ipsskills explain {t.name}", t.title) for t in topics())
        out.result(topics(), Page("What can be explained", (), (Commands(rows),)))
    else:
        found = find(" ".join(topic), context.glossary(), context.fidelity())
        out.result(found, Page(found.title, (), (Text(found.text),)))
