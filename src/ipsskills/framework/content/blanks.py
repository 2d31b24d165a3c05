"""Checks of the pages to write on against the framework: their units, and words never used."""

from collections.abc import Iterator

from ipsskills.framework.blanks import Blanks
from ipsskills.framework.content.quality import find_word_faults
from ipsskills.framework.faults import Fault
from ipsskills.framework.systems.blank_checks import BLANKS, list_page_texts
from ipsskills.framework.types import Framework


def find_blank_faults(framework: Framework, blanks: Blanks) -> Iterator[Fault]:
    """Yield units that are not there, and words that grade or blame people."""
    for page in blanks.blanks:
        for unit in page.units:
            if unit not in framework.by_id:
                problem = f"There is no unit '{unit}'."
                yield Fault(BLANKS, page.name, problem, "Name one of the framework.")
        for text in list_page_texts(page):
            yield from find_word_faults(BLANKS, page.name, text)
