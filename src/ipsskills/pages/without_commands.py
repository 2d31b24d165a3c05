"""Leaves out of a page what is only there to be typed, for formats in which nobody types."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ipsskills.doing import spell_marks
from ipsskills.pages.document import Block, Book, Commands, Heading, Page, Rule


def leave_out_commands(page: Page | Book) -> Page | Book:
    """Return a page or a book without commands, headings over nothing else, and such notes.

    A command inside a sentence stays: without it the sentence would say nothing.
    """
    if isinstance(page, Book):
        chapters = tuple((anchor, _leave_out(chapter)) for anchor, chapter in page.chapters)
        return replace(page, chapters=chapters)
    return _leave_out(page)


def _leave_out(page: Page) -> Page:
    blocks = list(_without(page.blocks))
    while blocks and isinstance(blocks[-1], Rule):
        blocks.pop()
    return replace(page, blocks=tuple(blocks))


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
