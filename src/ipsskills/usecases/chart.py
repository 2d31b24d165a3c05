"""The radar chart of one person's view."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ipsskills.method.state import state_words
from ipsskills.pages.charts.spokes import Radar, Spoke
from ipsskills.pages.words import day
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.files import write_bytes
from ipsskills.usecases.reading import Reading, read_person


@dataclass(frozen=True)
class ChartWritten:
    """Where the chart is, and what it shows, in words."""

    path: Path
    in_words: str


def radar_chart(
    desk: Desk, who: str | None, path: Path, *, on: date | None = None, replace: bool = False
) -> ChartWritten:
    """Draw the radar chart to a .png, .svg or .pdf file.

    Raises InvalidInput for another ending or a file that exists and may not be replaced.
    """
    from ipsskills.pages.charts.radar import draw, in_words

    radar = radar_of(desk, read_person(desk, who, on=on))
    write_bytes(path, draw(radar, path.suffix), replace=replace)
    return ChartWritten(path, in_words(radar))


def radar_of(desk: Desk, reading: Reading) -> Radar:
    """Return what the chart shows: every unit by domain; areas have no spoke."""
    framework = desk.framework
    names = {domain.slug: domain.name for domain in framework.domains}
    order = [domain.slug for domain in framework.domains]
    units = sorted(framework.asked(), key=lambda unit: order.index(unit.domain))
    spokes = []
    for unit in units:
        standing = reading.own.get(unit.id)
        words = (
            state_words(standing.state, framework.scale)
            if standing
            else framework.scale.states.not_answered
        )
        value = standing.value if standing else None
        spokes.append(Spoke(unit.id, unit.short, names[unit.domain], value, words))
    subtitle = f"{reading.person.role.capitalize()}, own view on {day(reading.on)}"
    return Radar(reading.person.name, subtitle, tuple(spokes))
