"""A supervisor's view of one unit, given while the work that was watched is fresh."""

from ipsskills.codes import AssessmentKind, Basis, Code
from ipsskills.errors import InvalidInput
from ipsskills.method.calendar import choose_period
from ipsskills.record.types import Assessment, Entry, Person, State
from ipsskills.usecases.assessments.at_once import make_answer
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.passes import open_draft
from ipsskills.usecases.reading.view import ReaderView, known_author

RATINGS = ("0", "1", "2", "3")


def rate_observed(view: ReaderView, about: Person, visit: Entry, code: str) -> bool:
    """Keep my view of the first unit of a visit as observed there, in a finished assessment.

    Return False, and keep nothing, where I have an open view of that person. Raises InvalidInput
    for a code other than 0 to 3, and for a view of myself.
    """
    if code not in RATINGS:
        raise InvalidInput(f"'{code}' is not a rating.", "Type 0, 1, 2 or 3.")
    rater = known_author(view.me)
    if rater == about.thing:
        raise InvalidInput("Nobody supervises themselves.", "Leave the rating out.")
    if open_draft(view, about.thing, rater, AssessmentKind.SUPERVISOR):
        return False
    unit = visit.items[0]
    draft = _begin(view, about, rater, unit)
    rating = make_answer(
        view,
        about,
        draft.thing,
        unit,
        code=Code(code),
        basis=Basis.OBSERVED,
        visit=visit.thing,
        seen_on=visit.on,
    )
    view.keep_framework(as_kept(view.framework))
    view.add(draft, rating, view.next(draft, state=State.FINISHED, finished=view.today))
    return True


def _begin(view: ReaderView, about: Person, rater: str, unit: str) -> Assessment:
    """Return a supervisor's assessment of one unit that begins today."""
    looking = choose_period(view.today, hours=about.hours, since=about.since)
    return view.first(
        Assessment,
        about=about.thing,
        kind=AssessmentKind.SUPERVISOR,
        rater=rater,
        state=State.DRAFT,
        scope=(unit,),
        period_months=looking.months,
        period_from=looking.start,
        scale=view.framework.scale.version,
        framework=view.framework.hash,
        began=view.today,
    )
