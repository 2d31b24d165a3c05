"""What the agenda makes of what was said before: units at rest, and answers the two agreed on."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass, Standing
from ipsskills.method.lists import Lists, Views, make_lists
from ipsskills.method.moments import Held, Moment, find_last_talks
from ipsskills.method.resting import (
    ANSWERS,
    NOTHING_RESTS,
    WAKING,
    Resting,
    find_agreed,
    find_newest_answers,
    find_resting,
    put_agreed,
)
from ipsskills.usecases.reading.marks import read_code_changes
from ipsskills.usecases.reading.passes import read_earlier
from ipsskills.usecases.reading.person import Reading
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True, kw_only=True)
class MovedOn:
    """Both views and the lists as an agenda takes them, and what is at rest.

    ``agreed`` are the units whose agreed answer stands: neither has answered again since.
    """

    views: Views
    lists: Lists
    resting: Resting = NOTHING_RESTS
    agreed: tuple[str, ...] = ()

    def find_rest(self, unit: str) -> date | None:
        """Return the day on which a unit that rests was last talked about, or None."""
        when = self.resting.since.get(unit)
        return when[0] if when else None


def move_on(view: ReaderView, reading: Reading, held: Sequence[Held]) -> MovedOn:
    """Return what an agenda makes of a reading and of the supervisions that were held."""
    marks = reading.marks
    talks = {u: t for u, t in find_last_talks(held).items() if u in view.framework.by_id}
    woken = _find_last(view, reading, talks, WAKING) if talks else ()
    resting = find_resting(talks, *woken, marks.own, marks.theirs)
    views, lists = reading.views, reading.lists
    if agreed := _find_standing_agreed(view, reading):
        views = put_agreed(view.framework, views, agreed)
        lists = make_lists(view.framework, views, view.today)
    return MovedOn(views=views, lists=lists, resting=resting, agreed=tuple(agreed))


def _find_last(
    view: ReaderView, reading: Reading, units: Collection[str], codes: Collection[Code]
) -> tuple[Mapping[str, Moment], Mapping[str, Moment]]:
    """Return when each of the two last gave such an answer to each of the units.

    A page reads no more than a rater's last answers; where none of these is such an answer, the
    ones before are read too.
    """

    def find(units: Collection[str], passes: Sequence[Pass]) -> Mapping[str, Moment]:
        changed = read_code_changes(view, passes)
        return find_newest_answers(units, passes, codes, changed)

    own = find(units, reading.shown.own)
    if left := [unit for unit in units if unit not in own]:
        known = {done.assessment.thing for done in reading.shown.own}
        own = {**own, **find(left, read_earlier(view, reading.person.thing, left, known))}
    theirs: dict[str, Moment] = {}
    for passes in reading.shown.raters.by_rater:
        theirs |= find(_list_counting(reading, units, passes[0].assessment.rater), passes)
    return own, theirs


def _list_counting(reading: Reading, units: Collection[str], rater: str) -> list[str]:
    """Return the units on which it is this rater's view that counts; others are not "either"."""
    counting = reading.views.supervisor
    return [unit for unit in units if unit in counting and counting[unit].rater == rater]


def _find_standing_agreed(view: ReaderView, reading: Reading) -> Mapping[str, Standing]:
    """Return the agreed answers that neither has answered again since."""
    agreed = {u: s for u, s in reading.agreed.items() if u in view.framework.by_id}
    if not agreed:
        return {}
    when = find_newest_answers(agreed, reading.shown.agreed, ANSWERS, {})
    return find_agreed(agreed, when, *_find_last(view, reading, agreed, ANSWERS))
