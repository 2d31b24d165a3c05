"""Private notes as their writer reads them again: on the screen, and nowhere else."""

from collections.abc import Iterator, Sequence

from ipsskills.facts.notes import PrivateNote
from ipsskills.pages.document import Block, Entries, Heading, OnScreenOnly, Text
from ipsskills.pages.words import day

_NONE = "You have written none."


def compose_private_notes(
    notes: Sequence[PrivateNote] | None, *, none: str = _NONE
) -> Iterator[Block]:
    """Yield the notes under a heading of their own; nothing where they were not asked for."""
    if notes is None:
        return
    rows = tuple((note.number, note.short, f"{day(note.on)}: {note.text}") for note in notes)
    listed = Entries(rows) if rows else Text(none)
    yield OnScreenOnly((Heading("Your private notes", "on this screen only"), listed))
