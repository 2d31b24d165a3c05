"""``ipsskills`` alone: a welcome, later where you are and what is next."""

from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context


def show_home(*, demo: bool, json: bool) -> None:
    """Show the first page."""
    from ipsskills.pages.compose.apart import apart_words
    from ipsskills.pages.compose.reports.home import compose_home
    from ipsskills.usecases.reports.home import read_home

    with context.desk(context.Place(demo=demo)) as desk:
        found = read_home(desk)
    out = Output("", json)
    if json:
        out.notice_if(apart_words(found.apart, found.names))  # the page says it itself
    out.result(found, compose_home(found))
