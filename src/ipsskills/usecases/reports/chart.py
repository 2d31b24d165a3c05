"""The radar chart of one person's view."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ipsskills.codes import RATED, AskedAs, Code
from ipsskills.files import write_bytes
from ipsskills.framework.scale import Scale
from ipsskills.method.state import state_words
from ipsskills.pages.charts.spokes import Radar, Ring, Sign, Spoke
from ipsskills.pages.compose.apart import FOR_NOW, apart_words
from ipsskills.pages.words import day
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import post_of
from ipsskills.usecases.reading.person import Reading, read_person

_WAYS = {
    AskedAs.SKILL: "Skills",
    AskedAs.KNOWLEDGE: "Knowledge",
    AskedAs.VALUE: "Values",
    AskedAs.SAFETY: "Safety",
}


@dataclass(frozen=True)
class ChartWritten:
    """Where the chart is, and what it shows, in words; ``apart_line`` is what it leaves out."""

    path: Path
    in_words: str
    apart_line: str = ""


def radar_chart(
    desk: Desk, who: str | None, path: Path, *, on: date | None = None, replace: bool = False
) -> ChartWritten:
    """Draw the radar chart to a .png, .svg or .pdf file.

    Raises InvalidInput for another ending or a file that exists and may not be replaced.
    """
    from ipsskills.pages.charts.radar import draw, in_words

    radar = radar_of(read_person(desk, who, on=on))
    write_bytes(path, draw(radar, path.suffix), replace=replace)
    return ChartWritten(path, in_words(radar), radar.apart_line)


def radar_of(reading: Reading) -> Radar:
    """Return what the chart shows: every unit by domain; areas have no spoke."""
    framework = reading.framework
    names = {domain.slug: domain.name for domain in framework.domains}
    order = [domain.slug for domain in framework.domains]
    units = sorted(framework.asked(), key=lambda unit: order.index(unit.domain))
    spokes = []
    for unit in units:
        name = names[unit.domain]
        if unit.id in reading.views.apart:
            spokes.append(Spoke(unit.id, unit.short, name, None, FOR_NOW, apart=True))
            continue
        standing = reading.own.get(unit.id)
        words = (
            state_words(standing.state, framework.scale)
            if standing
            else framework.scale.states.not_answered
        )
        value = standing.value if standing else None
        spokes.append(Spoke(unit.id, unit.short, name, value, words))
    scale = framework.scale
    post = post_of(reading.person, reading.on)
    subtitle = f"{post}{';' if ',' in post else ','} own view on {day(reading.on)}"
    return Radar(
        reading.person.name,
        subtitle,
        tuple(spokes),
        tuple(_WAYS.values()),
        rings_of(scale),
        signs_of(scale),
        apart_words(reading.apart, {unit.id: unit.short for unit in framework.units}),
    )


def rings_of(scale: Scale) -> tuple[Ring, ...]:
    """Return what the rings mean, in the words of the framework file, highest first."""
    return tuple(
        Ring(code, tuple(scale.ways[way].anchors[code].you for way in _WAYS))
        for code in reversed(RATED)
    )


def signs_of(scale: Scale) -> tuple[Sign, ...]:
    """Return what the signs at the hub mean, in the words of the framework file."""
    given = (Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN)
    signs = [Sign(code, scale.other_answers[code].you) for code in given]
    return (*signs, Sign(None, scale.states.not_answered))
