"""What a radar chart shows, before anything is drawn."""

from ipsskills.codes import Code
from ipsskills.frozen import dataclass


@dataclass(frozen=True)
class Spoke:
    """One unit on the chart: ``value`` None is not answered; ``word`` is its state in words.

    ``label`` is its short name without the id; ``domain`` is the name of its domain. ``apart`` is
    whether its answer is kept from this reader for now: it has no mark and breaks the line.
    """

    unit: str
    label: str
    domain: str
    value: Code | None
    word: str
    apart: bool = False


@dataclass(frozen=True)
class Ring:
    """One ring as the key explains it: a word for each way of asking, in the order of ``ways``."""

    code: Code
    words: tuple[str, ...]


@dataclass(frozen=True)
class Sign:
    """One sign at the hub as the key explains it."""

    value: Code | None
    word: str


@dataclass(frozen=True)
class Radar:
    """A whole chart: its heading lines and its spokes, those of one domain side by side.

    ``ways``, ``rings`` and ``signs`` are the words of the key: columns, rows, and what the signs at
    the hub mean. ``apart_line`` says what is kept from this reader for now, if anything is.
    """

    title: str
    subtitle: str
    spokes: tuple[Spoke, ...]
    ways: tuple[str, ...]
    rings: tuple[Ring, ...]
    signs: tuple[Sign, ...]
    apart_line: str = ""
