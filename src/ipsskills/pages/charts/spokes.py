"""What a radar chart shows, before anything is drawn."""

from dataclasses import dataclass

from ipsskills.codes import Code


@dataclass(frozen=True)
class Spoke:
    """One unit on the chart: ``value`` None is not answered; ``word`` is its state in words."""

    unit: str
    label: str
    domain: str
    value: Code | None
    word: str


@dataclass(frozen=True)
class Radar:
    """A whole chart: its heading lines and its spokes, those of one domain side by side."""

    title: str
    subtitle: str
    spokes: tuple[Spoke, ...]
