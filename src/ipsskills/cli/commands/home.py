"""``ipsskills`` alone: a welcome, later where you are and what is next."""

from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context, settings
from ipsskills.doing import do


def show_home(*, demo: bool, json: bool) -> None:
    """Show the first page."""
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.reports.home import compose_home
    from ipsskills.usecases.data import list_beside
    from ipsskills.usecases.reports.home import read_home

    place = context.Place(demo=demo)
    with context.desk(place) as desk:
        found = read_home(desk, starting=settings.load().starting)
    out = Output("", json)
    for other in list_beside(place.record):
        out.notice(
            "Two computers may have written into this record: what is in the other file is not "
            f"here. Take it in: {do('data join', str(other))}"
        )
    if json:
        out.notice_if(apart_words(found.apart, found.names))  # the page says it itself
    out.result(found, compose_home(found))
