"""What an export says of what is not in it: whose words and records, never what they say."""

from collections.abc import Iterator

from ipsskills.facts.exchange.held import AllHeld
from ipsskills.pages.document import Block, Bullets, Heading, Text
from ipsskills.pages.words import day


def list_naming(found: AllHeld) -> Iterator[Block]:
    """Yield where words about others hold the name, to be read before that is decided on."""
    if found.naming:
        yield Heading("Words about others that name this person")
        yield Text(
            "These are not in here, as they are about somebody else. Read each, and decide whether "
            "it tells something of this person too, and can be handed over without doing wrong to "
            "the other."
        )
        yield Bullets(
            tuple(
                f"{each.handle}: {each.kind} of {day(each.on)} about {each.about}, by {each.author}"
                for each in found.naming
            )
        )


def list_to_ask(found: AllHeld) -> Iterator[Block]:
    """Yield whose records may hold more: everybody else a file went to or came from."""
    names = sorted({each.name for each in found.files} - {found.person.name})
    yield Heading("Whose records to ask as well")
    yield Text("This is what one record holds. Others who work with it have records of their own.")
    if names:
        yield Bullets(tuple(names))
