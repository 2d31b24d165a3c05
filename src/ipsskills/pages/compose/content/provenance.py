"""The line that says whose framework this is, which every page of the framework bears."""

from collections.abc import Sequence
from dataclasses import replace

from ipsskills.pages.document import Block, Book, Commands, Heading, Page, Rule, Text

PROVENANCE = (
    "Structure and unit titles follow the guide of UCL CORE "
    "(www.ucl.ac.uk/CORE/competence-frameworks) and of the NCCMH at RCPsych "
    "(www.rcpsych.ac.uk/improving-care/nccmh/competence-frameworks/ips). The titles of the ten "
    "meta areas and all other words are this project's own, not endorsed by the guide's authors."
)


def add_provenance(page: Page | Book) -> Page | Book:
    """Return a page with the line at its end, before what to do next; a book has it at its head."""
    if isinstance(page, Book):
        return page
    line = (Heading("Where this comes from"), Text(PROVENANCE))
    cut = _find_next(page.blocks)
    return replace(page, blocks=(*page.blocks[:cut], *line, *page.blocks[cut:]))


def _find_next(blocks: Sequence[Block]) -> int:
    """Return where what to do next begins, with a line across the page before it; else the end."""
    ends_in_next = (
        len(blocks) > 1 and blocks[-2] == Heading("Next") and isinstance(blocks[-1], Commands)
    )
    if not ends_in_next:
        return len(blocks)
    return len(blocks) - (3 if blocks[-3:-2] == (Rule(),) else 2)
