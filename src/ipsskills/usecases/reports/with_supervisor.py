"""What comes next between somebody who has looked and the one who supervises them."""

from collections.abc import Iterator
from datetime import date

from ipsskills.codes import AssessmentKind, ParcelWay
from ipsskills.doing import Do, do
from ipsskills.method.pairs import PAIRED_WITHIN_DAYS
from ipsskills.record.types import Parcel, Person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView


def lead_between(view: ReaderView, person: Person, looked: date) -> Iterator[Do]:
    """Yield the two views side by side, or sending one's own, after a look finished on a day.

    Views pair within sixty days (docs/method.md, section 6); a look that is older is not sent, and
    none is sent a second time.
    """
    views = list_finished(view, person.thing, AssessmentKind.SUPERVISOR)
    if any(each.finished and _pair(each.finished, looked) for each in views):
        yield do("compare")
        return
    above = supervisor_here(view, person, view.today)
    if above and _pair(looked, view.today) and not _is_sent(view, person, above, looked):
        yield do("share out", "--to", above.name)


def _pair(one: date, other: date) -> bool:
    return abs((one - other).days) <= PAIRED_WITHIN_DAYS


def _is_sent(view: ReaderView, person: Person, to: Person, since: date) -> bool:
    """Whether a file about a person went to somebody on a day or later."""
    return any(
        parcel.way is ParcelWay.OUT
        and parcel.on >= since
        and parcel.with_whom in view.ids_of(to.thing)
        for parcel in view.current(Parcel, about=person.thing)
    )
