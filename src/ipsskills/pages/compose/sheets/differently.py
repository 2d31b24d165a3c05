"""What somebody sees differently, in the cells of a sheet: in sentences, and nobody is "you"."""

from collections.abc import Iterable

from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.pages.compose.contested import say_contested
from ipsskills.pages.compose.sheets.rows import make_sheet
from ipsskills.pages.data import Sheet

DIFFERENTLY = "seen_differently"
_COLUMNS = ("what", "of", "on", DIFFERENTLY)


def list_words(found: Iterable[SeenDifferently]) -> tuple[str, ...]:
    """Return a sentence for each, as a field of a row holds them."""
    return tuple(say_contested(each, into_file=True) for each in found)


def compose_differently(found: tuple[SeenDifferently, ...]) -> tuple[Sheet, ...]:
    """Return a sheet of what is seen differently, or none where nothing is."""
    rows = [{"what": e.what, "of": e.of, "on": e.on, DIFFERENTLY: list_words((e,))} for e in found]
    return (make_sheet("Seen differently", _COLUMNS, rows),) if rows else ()
