"""A view that is kept whole in one go: its answers first, and last that it is finished.

What comes after the finish counts as put right since (`at_finish` in `reading/passes.py`), so no
answer of a view may be kept later than that.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ipsskills.codes import AssessmentKind
from ipsskills.method.calendar import choose_period
from ipsskills.record.types import Assessment, Person, Rating, Record, State, thing_of_rating
from ipsskills.usecases.reading.view import ReaderView

MakeAnswers = Callable[[str], Iterable[Record]]
"""Makes the answers of a view, and notes on them, of which it is told the thing."""


def make_at_once(
    view: ReaderView,
    about: Person,
    kind: AssessmentKind,
    scope: Sequence[str],
    make_answers: MakeAnswers,
    **own: Any,
) -> Iterator[Record]:
    """Yield a view that the reader gives today of these items, finished, after its answers.

    ``own`` is what its kind holds beside that. Raises InvalidInput for what cannot be kept.
    """
    thing = view.pen().new_id()
    yield from make_answers(thing)
    yield view.first(
        Assessment,
        about=about.thing,
        thing=thing,
        kind=kind,
        rater=view.pen().author,
        state=State.FINISHED,
        scope=tuple(scope),
        period_months=choose_period(view.today).months,
        scale=view.framework.scale.version,
        framework=view.framework.hash,
        began=view.today,
        finished=view.today,
        **own,
    )


def make_answer(
    view: ReaderView, about: Person, assessment: str, item: str, **answer: Any
) -> Rating:
    """Return the first answer to an item in an assessment (its thing). Raises InvalidInput."""
    return view.first(
        Rating,
        about=about.thing,
        thing=thing_of_rating(assessment, item),
        assessment=assessment,
        item=item,
        asked_as=view.framework.asked_as(item),
        **answer,
    )
