"""Leaves out of a page what is only there to be typed, for formats in which nobody types."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ipsskills.doing import leave_out_leads, spell_marks
from ipsskills.frozen import change_fields
from ipsskills.pages.document import Block, Book, Commands, Figure, Heading, Page, Rule, Text

T = TypeVar("T")


def leave_out_commands(page: Page | Book) -> Page | Book:
    """Return a page or a book without commands, headings over nothing else, and such notes.

    What only leads to a command (`lead_to`) goes with it, and a line that is nothing but that. A
    command inside a sentence stays: without it the sentence would say nothing.
    """
    if isinstance(page, Book):
        chapters = tuple((anchor, _leave_out(chapter)) for anchor, chapter in page.chapters)
        return replace(page, chapters=chapters)
    return _leave_out(page)


def _leave_out(page: Page) -> Page:
    blocks = [_unlead(block) for block in _without(page.blocks)]
    blocks = [block for block in blocks if not (isinstance(block, Text) and _is_empty(block))]
    while blocks and isinstance(blocks[-1], Rule):
        blocks.pop()
    return replace(page, lead=_unlead(page.lead), blocks=tuple(blocks))


def _is_empty(block: Text) -> bool:
    return not (block.text or block.label)


def _unlead(part: T) -> T:
    """Return any part of a page without what only leads to a command."""
    shown: Any = _leave_out_leads(part)
    return shown  # type: ignore[no-any-return]


def _leave_out_leads(part: Any) -> Any:
    if isinstance(part, str):
        return leave_out_leads(part)
    if isinstance(part, tuple):
        kept = ((each, _leave_out_leads(each)) for each in part)
        return tuple(left for each, left in kept if left != "" or each == "")
    if isinstance(part, Block) and not isinstance(part, Figure):
        return change_fields(part, _leave_out_leads)
    return part


def _without(blocks: Sequence[Block]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        if isinstance(block, Commands) or _heads_only_commands(blocks, place):
            continue
        if isinstance(block, Heading) and not spell_marks(block.note, lambda _: "").strip():
            yield replace(block, note="")
        else:
            yield block


def _heads_only_commands(blocks: Sequence[Block], place: int) -> bool:
    """Return whether the block there is a heading with commands under it, and nothing else."""
    head = blocks[place]
    if not isinstance(head, Heading):
        return False
    under: list[Block] = []
    for block in blocks[place + 1 :]:
        if isinstance(block, Heading) and block.level <= head.level:
            break
        under.append(block)
    return any(isinstance(block, Commands) for block in under) and all(
        isinstance(block, Commands | Heading | Rule) for block in under
    )
