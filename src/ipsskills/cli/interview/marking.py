"""Sets and ends marks to bring to supervision, where no interview is wanted."""

from collections.abc import Iterable, Sequence

from ipsskills.cli.output.show import Output
from ipsskills.cli.setup import context
from ipsskills.doing import do
from ipsskills.errors import UsageError
from ipsskills.pages.compose.assessments.marks import compose_marks
from ipsskills.usecases.assessments import marks
from ipsskills.usecases.assessments.begin import AskedFor


def change_marks(
    out: Output,
    place: context.Place,
    asked: AskedFor,
    mark: Sequence[str],
    unmark: Sequence[str],
    others: Iterable[object],
) -> None:
    """Set and end marks. Raises UsageError where any of the ``others`` was asked for as well."""
    if any(others):
        raise UsageError(
            "--mark and --unmark change no answer and go with nothing but whose view it is.",
            f"As in: {do('assess', '--mark', '3.8')}",
        )
    with context.desk(place, write=True, begin=False) as desk:
        found = marks.change_marks(desk, asked, mark=mark, unmark=unmark)
    out.result(found, compose_marks(found))
