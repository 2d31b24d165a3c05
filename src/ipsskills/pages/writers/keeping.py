"""What stays on one sheet with what comes after it: a question's boxes, what is said, its lines."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ipsskills.pages.document import BlankBoxes, BlankFields, Block, Text

_BELONG: dict[type, tuple[type, ...]] = {
    BlankBoxes: (BlankBoxes, BlankFields, Text),
    Text: (BlankBoxes, BlankFields),
}


def pair_kept(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Yield each block, and whether it stays on one sheet with the next."""
    for block, after in zip_longest(blocks, blocks[1:]):
        yield block, isinstance(after, _BELONG.get(type(block), ()))
