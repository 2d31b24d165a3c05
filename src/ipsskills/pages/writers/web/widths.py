"""How wide the columns of lists and tables are on a page in HTML, the same all the way down it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from ipsskills.pages.document import Block, Cell, Entries, Phrase, Table, Tick
from ipsskills.pages.words import columns

WIDEST_KEY, WIDEST_NAME, WIDEST_WORD = 12, 24, 18
_WIDEST_COLUMN, _BETWEEN = 40, 4
_SHORT = 16  # columns of letters that a cell keeps on one line
_LONG_WORD = re.compile(r"\S{25,}")


def measure_entries(blocks: Iterable[Block]) -> dict[str, int]:
    """Return the widths that all lists of named things on a page share, in digits.

    ``key`` and ``name`` are those of rows with a key, ``word`` that of names which have none.
    """
    rows = [row for block in blocks if isinstance(block, Entries) for row in block.rows]
    return {
        "key": _widest((key for key, _, _ in rows), WIDEST_KEY),
        "name": _widest((name for key, name, _ in rows if key), WIDEST_NAME),
        "word": _widest((name for key, name, _ in rows if not key), WIDEST_WORD),
    }


def _widest(texts: Iterable[str], most: int) -> int:
    return min(max(map(columns, texts), default=0), most)


def find_short(table: Table) -> tuple[bool, ...]:
    """Return which columns of a table are so short that their cells are never broken."""
    cells = [[read_cell(cell) for cell in row] for row in table.rows]
    return tuple(
        max(map(columns, (head, *(row[place] for row in cells))), default=0) <= _SHORT
        for place, head in enumerate(table.columns)
    )


def share_columns(blocks: Iterable[Block]) -> Mapping[tuple[str, ...], tuple[int, ...]]:
    """Return how wide, in hundredths, the columns are of tables that stand on a page several times.

    They are named by their heads: the same columns stand under each other all the way down.
    """
    alike: dict[tuple[str, ...], list[Table]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table):
            alike[block.columns].append(block)
    return {heads: _share(heads, tables) for heads, tables in alike.items() if len(tables) > 1}


def _share(heads: tuple[str, ...], tables: Iterable[Table]) -> tuple[int, ...]:
    rows = [[read_cell(cell) for cell in row] for table in tables for row in table.rows]
    needs = [
        _BETWEEN + _widest((head, *(row[place] for row in rows)), _WIDEST_COLUMN)
        for place, head in enumerate(heads)
    ]
    return tuple(100 * need // sum(needs) for need in needs)


def read_cell(cell: Cell) -> str:
    """Return the words of a cell."""
    if isinstance(cell, Phrase):
        return f"{cell.text} {cell.strong}".strip()
    return cell.text if isinstance(cell, Tick) else cell


def has_long_word(cell: Cell) -> bool:
    """Return whether a word of a cell is so long that it has to be broken anywhere."""
    return bool(_LONG_WORD.search(read_cell(cell)))
