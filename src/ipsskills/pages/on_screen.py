"""What stands on a screen and nowhere else: the private notes of whoever reads it."""

from collections.abc import Iterator
from dataclasses import replace

from ipsskills.pages.document import Block, Book, OnScreenOnly, Page

LEFT_OUT = "Private notes are shown on the screen only; they are left out here."


def show_on_screen(page: Page | Book) -> Page | Book:
    """Return a page as it is shown to its reader, with what is for their eyes only."""
    if isinstance(page, Book):
        return page
    return replace(page, blocks=tuple(_take_out(page.blocks)))


def keep_off_paper(page: Page | Book) -> Page | Book:
    """Return a page as any file or other program may have it, without what is for the screen."""
    if isinstance(page, Book):
        return page
    if not any(isinstance(block, OnScreenOnly) for block in page.blocks):
        return page
    return replace(page, blocks=tuple(_leave_out(page.blocks)))


def _leave_out(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, OnScreenOnly):
            yield from block.elsewhere
        else:
            yield block


def _take_out(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, OnScreenOnly):
            yield from block.blocks
        else:
            yield block
