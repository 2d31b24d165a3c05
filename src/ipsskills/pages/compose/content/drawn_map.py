"""Draws the map of the framework in letters, from what the map says and nothing else.

There are no arrows and no colours: nothing on it is a stage, and nothing is rated.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from ipsskills.facts.systems.layout import MapFacts, MapLayer, MapPart
from ipsskills.framework.systems.layout import Drawn
from ipsskills.pages.words import columns

WIDTH = 79
_ROOM = WIDTH - len("|    |")
_NAMES = 27  # the widest that names of rows may be before they are wrapped
_GAP = 2
_IN_A_COLUMN = 3  # cells that a column has room for at least


def draw_map(facts: MapFacts) -> tuple[str, ...]:
    """Return the lines of the picture, each of `WIDTH` columns or fewer."""
    inside: list[str] = []
    for layer in facts.layers:
        if layer.drawn in (Drawn.ROWS, Drawn.COLUMNS):
            draw = _draw_rows if layer.drawn is Drawn.ROWS else _draw_columns
            inside += ["", *draw(layer)]
    frames = list(_list_parts(facts, Drawn.FRAME))
    below = [_draw_below(layer) for layer in facts.layers if layer.drawn is Drawn.BELOW]
    return (
        *_draw_top(frames),
        *(f"|  {line}{' ' * (_ROOM - columns(line))}  |" for line in (*inside, "")),
        f"+{'-' * (WIDTH - 2)}+",
        *(line for lines in below for line in lines),
    )


def _list_parts(facts: MapFacts, drawn: Drawn) -> Iterator[MapPart]:
    return (part for layer in facts.layers if layer.drawn is drawn for part in layer.parts)


def _draw_top(frames: Iterable[MapPart]) -> Iterator[str]:
    """Yield the upper edge of each frame, which bears its name and its units."""
    for part in frames:
        name, cells = part.name.upper(), " ".join(_cells(part))
        rest = WIDTH - len("+--   ---+") - columns(name) - columns(cells) - 1
        yield f"+-- {name} {'-' * rest} {cells} ---+"


def _draw_rows(layer: MapLayer) -> Iterator[str]:
    for part in layer.parts:
        yield from _put_beside(
            wrap(part.name.upper(), _NAMES),
            _wrap_cells(part, _ROOM - _NAMES - _GAP),
            _NAMES,
        )


def _draw_columns(layer: MapLayer) -> Iterator[str]:
    """Yield parts side by side, names above cells; the last has whatever width is left."""
    widths = [
        max(columns(word) for word in (*part.name.split(), " ".join(_cells(part)[:_IN_A_COLUMN])))
        for part in layer.parts[:-1]
    ]
    widths.append(_ROOM - sum(widths) - _GAP * len(widths))
    names = [wrap(part.name.upper(), w) for part, w in zip(layer.parts, widths, strict=True)]
    cells = [_wrap_cells(part, w) for part, w in zip(layer.parts, widths, strict=True)]
    for block in (names, cells):
        for row in range(max(map(len, block))):
            texts = [lines[row] if row < len(lines) else "" for lines in block]
            padded = [f"{text:<{w}}" for text, w in zip(texts, widths, strict=True)]
            yield (" " * _GAP).join(padded).rstrip()


def _draw_below(layer: MapLayer) -> list[str]:
    named = [f"{unit.id} {unit.short}" for part in layer.parts for unit in part.units]
    return wrap(
        f"{layer.name}: {', '.join(named)}",
        WIDTH,
        initial_indent="   ",
        subsequent_indent="   ",
    )


def _put_beside(names: Sequence[str], cells: Sequence[str], width: int) -> Iterator[str]:
    for row in range(max(len(names), len(cells))):
        name = names[row] if row < len(names) else ""
        cell = cells[row] if row < len(cells) else ""
        yield f"{name:<{width}}{' ' * _GAP}{cell}".rstrip()


def _wrap_cells(part: MapPart, width: int) -> list[str]:
    return wrap(" ".join(_cells(part)), width)


def _cells(part: MapPart) -> list[str]:
    """Return what stands for each unit; areas, which stand in no section, have no brackets."""
    return [f"[{unit.id}]" if unit.id[0].isdigit() else unit.id for unit in part.units]
