"""The line that says whose framework this is, which every page of the framework bears."""

from dataclasses import replace

from ipsskills.pages.document import Book, Heading, Page, Text

PROVENANCE = (
    "The structure and the titles of units follow the framework guide, kept by CORE at University "
    "College London (www.ucl.ac.uk/CORE/competence-frameworks) and by the National Collaborating "
    "Centre for Mental Health (www.rcpsych.ac.uk/improving-care/nccmh/other-work/ips). The titles "
    "of the ten meta areas, and all other words, are this project's own. The guide's authors have "
    "not endorsed them."
)


def add_provenance(page: Page | Book) -> Page | Book:
    """Return a page with the line at its end; a book has it under its title already."""
    if isinstance(page, Book):
        return page
    line = (Heading("Where this comes from"), Text(PROVENANCE))
    return replace(page, blocks=(*page.blocks, *line))
