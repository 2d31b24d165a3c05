"""A letter to each who has a copy of what is held here: to keep theirs, and never why."""

from collections.abc import Iterator

from ipsskills.facts.exchange.holds import CopiesElsewhere
from ipsskills.pages.compose.rights.letter import say_copy, write_letter
from ipsskills.pages.document import Bullets, Page, Text


def compose_letters_to_keep(found: CopiesElsewhere) -> Iterator[tuple[str, Page]]:
    """Yield whom a letter is for, and the letter."""
    for name in dict.fromkeys(each.name for each in found.others):
        yield name, _compose(found, name)


def _compose(found: CopiesElsewhere, to: str) -> Page:
    name = found.person.name
    return write_letter(
        found,
        to,
        f"Please keep what you hold about {name}",
        Text(
            f"Please erase nothing that you hold about {name}, until we write that you may. "
            "These files held some of it, so you may have it still:"
        ),
        Bullets(tuple(say_copy(each) for each in found.others if each.name == to)),
        Text(
            "That goes for your own record, for files you saved, for the mail it came with "
            "and for paper. Erasing to keep it from somebody who asked for it can be an "
            "offence."
        ),
        Text(
            "In this program the name is typed after \u201cdata hold\u201d, and nothing about "
            "them is erased in your record while that stands."
        ),
        Text("Please write back that it is kept. Thank you."),
    )
