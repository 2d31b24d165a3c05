"""A letter to each who has a copy of what is erased here: what went to them, and what came."""

from collections.abc import Iterator, Sequence

from ipsskills.codes import ParcelWay
from ipsskills.facts.exchange.erased import ErasingOutlook, OtherCopy
from ipsskills.facts.exchange.holds import CopiesElsewhere
from ipsskills.pages.compose.sharing.told import compose_told
from ipsskills.pages.document import About, Block, Bullets, Page, Text
from ipsskills.pages.words import day, long_day

_HOW = (
    "In this program the whole name is typed after \u201cdata forget\u201d, and it says what it "
    "comes to before anything is erased."
)


def compose_letters(found: ErasingOutlook) -> Iterator[tuple[str, Page]]:
    """Yield whom a letter is for, and the letter; of others' copies none tells."""
    for name in dict.fromkeys(each.name for each in found.others):
        yield name, _compose(found, name, [each for each in found.others if each.name == name])


def _compose(found: ErasingOutlook, to: str, copies: Sequence[OtherCopy]) -> Page:
    name = found.person.name
    return write_letter(
        found,
        to,
        f"Please erase what you hold about {name}",
        Text(
            f"What we kept about {name} in our training record was erased on {day(found.on)}. "
            "These files held some of it, so you may have it still:"
        ),
        Bullets(tuple(map(say_copy, copies))),
        Text(
            "Please erase it where you have it: in your own record, in files you saved, in "
            "the mail it came with, and on paper. Keep it if somebody has asked to see it, or "
            "while a grievance, a claim or an investigation is open, and tell us so."
        ),
        Text(_HOW),
        Text("Please write back when it is done. Thank you."),
    )


def write_letter(
    found: ErasingOutlook | CopiesElsewhere, to: str, title: str, *blocks: Block
) -> Page:
    """Return a letter about a person to who has a copy: from whom, to whom, and of which day."""
    sender = (f"From: {found.by.name}",) if found.by else ()
    return Page(
        title=title,
        lead=(long_day(found.on), *sender, f"To: {to}"),
        blocks=blocks,
        about=About(found.person.name),
    )


def say_copy(copy: OtherCopy) -> str:
    """Return what somebody has: when it went to them or came from them, and what was in it."""
    way = "sent to you" if copy.way is ParcelWay.OUT else "came from you"
    held = "a page to read" if copy.page else "; ".join(compose_told(copy.held))
    return f"{way} on {day(copy.on)}{f': {held}' if held else ''}"
