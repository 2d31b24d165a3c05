"""Shows pages of the framework: each says at its end whose framework it is."""

from typing import TYPE_CHECKING, Any

from ipsskills.cli.output.pages import PageOptions, show_page

if TYPE_CHECKING:
    from ipsskills.pages.document import Book, Page


def show_framework_page(
    command: str, facts: Any, page: "Page | Book", options: PageOptions, **more: Any
) -> None:
    """Show a page as `show_page` does, with the line on where the framework comes from."""
    from ipsskills.pages.compose.content.provenance import add_provenance

    show_page(command, facts, add_provenance(page), options, **more)
