"""Shows a finished assessment again to whoever gave the answers, on the screen only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipsskills.cli.output.pages import may_page
from ipsskills.cli.output.show import Output, print_page
from ipsskills.cli.setup import context
from ipsskills.errors import UsageError

if TYPE_CHECKING:
    from ipsskills.usecases.assessments.begin import AskedFor


def show_review(
    place: context.Place, out: Output, asked: "AskedFor", others: Sequence[object]
) -> None:
    """Show the last finished assessment whole; JSON has no private note.

    Raises UsageError if any of the ``others`` is given: options that begin, narrow or change one.
    """
    from ipsskills.pages.compose.assessments.reviewed import compose_answers_reviewed
    from ipsskills.pages.on_screen import LEFT_OUT
    from ipsskills.usecases.assessments.reviewed import review_answers

    if any(others):
        raise UsageError(
            "--review reads the last one you finished, whole, and asks nothing.",
            "Besides it give only whose view it is: --as supervisor, --first-look.",
        )
    with context.desk(place) as desk:
        found = review_answers(desk, asked)
    if out.json and any(each.private for each in found.answers):
        out.notice(LEFT_OUT)
    if out.json:
        out.result(found)
    else:
        print_page(compose_answers_reviewed(found), paged=may_page())
