"""A rating on the spot: what was seen, rated while it is fresh."""

from typing import TYPE_CHECKING

from ipsskills.cli.entries.prompts import until_read
from ipsskills.cli.prompts import ask
from ipsskills.codes import EntryKind, FieldWay
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, UsageError

if TYPE_CHECKING:
    from ipsskills.facts.entries import LogStart
    from ipsskills.framework.types import Framework
    from ipsskills.record.types import Entry


def read_rate(text: str) -> str:
    """Return a rating 0 to 3, or nothing. Raises InvalidInput."""
    if text.strip() not in ("", "0", "1", "2", "3"):
        raise InvalidInput(f"'{text}' is not a rating.", "Type 0, 1, 2 or 3.")
    return text.strip()


def offer_rating(framework: "Framework", start: "LogStart", entry: "Entry") -> str | None:
    """Offer a rating of the one unit that was watched; nothing is a fair answer."""
    if entry.kind is not EntryKind.OBSERVATION or start.mine or len(entry.items) != 1:
        return None
    if entry.way == FieldWay.SHOWN:
        return None
    unit = framework.by_id[entry.items[0]]
    anchors = framework.scale.ways[unit.asked_as].anchors
    listed = "\n".join(f"  {code} {anchor.they}" for code, anchor in anchors.items())
    asked = f"Your view of {unit.id} {unit.short}, from what you saw?"
    question = f"{asked}\n{listed}\n0 to 3, or Enter for none:"
    return until_read(lambda: ask.maybe(question), read_rate) or None


def refuse_rating(start: "LogStart", entry: "Entry") -> None:
    """Raise UsageError for a rating of what was not watched, or of anything but one unit."""
    if start.mine:
        raise UsageError(
            "--rate is for somebody you watched.",
            f"Your own view: {do('assess', '--unit', '3.13')}",
        )
    if entry.way == FieldWay.SHOWN:
        raise UsageError(
            "--rate is for work you watched or did together; this was shown.", "Leave it out."
        )
    if len(entry.items) != 1:
        raise UsageError("--rate rates one unit.", "Name it: --unit 3.13")
