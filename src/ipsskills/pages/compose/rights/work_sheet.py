"""What whoever makes an export reads before it is handed over, on a page that is not handed over.

It quotes words that name others and says why a hold was set: none of it is on the person's page.
"""

from collections.abc import Iterator

from ipsskills.facts.exchange.held import AllHeld, NamesOther
from ipsskills.pages.compose.rights.held import KINDS
from ipsskills.pages.document import About, Block, Bullets, Entries, Heading, Page, Text
from ipsskills.pages.words import day, join_words

NOT_FOR_THEM = "For whoever makes this export. Not to be handed over."
READ_THESE = "Read these before you hand it over"
HOLD = "hold"


def compose_work_sheet(found: AllHeld) -> Page:
    """Return the page: words to read first, holds, words about others, and whose records to ask."""
    name = found.person.name
    return Page(
        title=f"What to look at before {name} gets the export",
        lead=(
            NOT_FOR_THEM,
            f"Made on {day(found.on)}. It quotes words that name others. Delete it when done.",
        ),
        blocks=(
            *_list_to_read(found),
            *_list_holds(found),
            *_list_naming(found),
            *_list_elsewhere(found),
            *_list_to_ask(found),
        ),
        about=About(name),
    )


def _list_to_read(found: AllHeld) -> Iterator[Block]:
    rows = tuple(
        (each.handle, _say_why(each), each.words) for each in found.to_read if each.table != HOLD
    )
    yield Heading(READ_THESE)
    if not rows:
        yield Text("No words in it name anybody else in the record. Read them all the same.")
        return
    yield Text(
        "These words name somebody else, or were kept although they may tell who a client is. "
        "Others have rights too: take out of the page what is theirs, or ask them."
    )
    yield Entries(rows)


def _say_why(found: NamesOther) -> str:
    return f"Names {join_words(found.names)}" if found.names else "May tell of a client"


def _list_holds(found: AllHeld) -> Iterator[Block]:
    """Yield each hold, whether it stands or not: whoever set it knows whether that may be told."""
    rows = tuple(
        (each.handle, f"Set on {day(each.on)}", f"Because of: {each.words}")
        for each in found.to_read
        if each.table == HOLD
    )
    if rows:
        yield Heading("Holds, and why")
        yield Text(
            "The page says nothing of these. Ask whoever set one whether it may be told yet, and "
            "if so write it into the page."
        )
        yield Entries(rows)


def _list_naming(found: AllHeld) -> Iterator[Block]:
    """Yield where words about others hold the name, to be read before that is decided on."""
    if found.naming:
        yield Heading("Words about others that name this person")
        yield Text(
            "These are in no file here, as they are about somebody else. Read each, and decide "
            "whether it tells something of this person too, and can be handed over without doing "
            "wrong to the other."
        )
        yield Bullets(
            tuple(
                f"{each.handle}: {each.kind} of {day(each.on)} about {each.about}, by {each.author}"
                for each in found.naming
            )
        )


def _list_elsewhere(found: AllHeld) -> Iterator[Block]:
    if found.elsewhere:
        yield Heading("Where else they are named")
        yield Text("What is about others is in no file here.")
        yield Bullets(
            tuple(
                f"{KINDS[each.table]} about {each.about}"
                f"{', written by them' if each.wrote else ', where they are named'}"
                for each in found.elsewhere
                if each.table in KINDS
            )
        )


def _list_to_ask(found: AllHeld) -> Iterator[Block]:
    """Yield whose records may hold more: everybody else a file went to or came from."""
    names = sorted({each.name for each in found.files} - {found.person.name})
    yield Heading("Whose records to ask as well")
    yield Text(
        "This is what one record holds. Others who work with it have records of their own, and "
        "reports and plans that were written, printed, copied or mailed are not known to it: ask "
        "who has them."
    )
    if names:
        yield Bullets(tuple(names))
