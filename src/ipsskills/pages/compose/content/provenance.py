"""The line that says whose framework this is, which every page of the framework bears."""

from dataclasses import replace

from ipsskills.pages.document import Book, Heading, Page, Text

PROVENANCE = (
    "Structure and unit titles follow the guide of UCL CORE "
    "(www.ucl.ac.uk/CORE/competence-frameworks) and of the NCCMH at RCPsych "
    "(www.rcpsych.ac.uk/improving-care/nccmh/other-work/ips). The titles of the ten meta areas and "
    "all other words are this project's own, not endorsed by the guide's authors."
)


def add_provenance(page: Page | Book) -> Page | Book:
    """Return a page with the line at its end; a book has it under its title already."""
    if isinstance(page, Book):
        return page
    line = (Heading("Where this comes from"), Text(PROVENANCE))
    return replace(page, blocks=(*page.blocks, *line))
