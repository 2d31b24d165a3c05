"""What commands that draw one person's answers share: their options, and the way to the picture."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from ipsskills.cli.options import as_day
from ipsskills.cli.setup import context
from ipsskills.days import refuse_backwards

if TYPE_CHECKING:
    from ipsskills.cli.output.pictures import PictureOptions
    from ipsskills.facts.charts.person import ChartFacts
    from ipsskills.pages.charts.chart import Chart

Earlier = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Beside it, where you were on this day."),
]
Both = Annotated[bool, typer.Option("--both", help="Beside it, the supervisor's view.")]


def read_answers(
    place: context.Place, person: str | None, *, on: str | None, since: str | None, both: bool
) -> "ChartFacts":
    """Return what a chart of one person's answers shows. Raises InvalidInput and NotFound."""
    from ipsskills.usecases.reports.chart import read_chart

    day, earlier = as_day(on), as_day(since)
    refuse_backwards(earlier, day)
    with context.desk(place) as desk:
        return read_chart(desk, person, on=day, since=earlier, both=both)


def draw_answers(
    command: str,
    compose: "Callable[[ChartFacts], Chart]",
    options: "PictureOptions",
    place: context.Place,
    *,
    person: str | None,
    on: str | None,
    since: str | None,
    both: bool,
) -> None:
    """Draw a chart of one person's answers and say where it is."""
    found = read_answers(place, person, on=on, since=since, both=both)
    show_answers(command, found, compose(found), options)


def show_answers(
    command: str, found: "ChartFacts", chart: "Chart", options: "PictureOptions"
) -> None:
    """Write a chart of one person's answers as a picture, and say what is kept apart."""
    from ipsskills.cli.output.pictures import show_picture
    from ipsskills.pages.compose.apart import apart_words

    apart = apart_words(found.apart, found.names)
    show_picture(command, found, chart, options, about=found.person.name, notices=(apart,))
