"""What comes next between somebody who has looked and the one who supervises them."""

from collections.abc import Iterator, Sequence
from datetime import date

from ipsskills.codes import AssessmentKind, ParcelKind, ParcelWay
from ipsskills.doing import Do, do
from ipsskills.method.pairs import PAIRED_WITHIN_DAYS
from ipsskills.record.types import Assessment, Entry, Parcel, Person, Record, State
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView, known_author


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


def lead_back(view: ReaderView, people: Sequence[Person]) -> dict[str, Do]:
    """Return what sends back to each of these people what was kept about them since, by their id.

    Only to those whose own files come in; to somebody who has only ever sent forms it is a page,
    which they can read. Everybody's is read at once.
    """
    about, mine = [person.thing for person in people], view.ids_of(known_author(view.me))
    parcels = view.current(Parcel, about=about) if about else ()
    came = [each for each in parcels if each.way is ParcelWay.IN and not each.undone]
    if not came:
        return {}
    looks = view.current(Assessment, about=about, author=mine, state=State.FINISHED)
    kept = (*looks, *view.current(Entry, about=about, author=mine, removed=False))
    found = {}
    for person in people:
        theirs = [each for each in came if _is_theirs(view, each, person)]
        went = [e.at for e in parcels if e.way is ParcelWay.OUT and _is_about(view, e, person)]
        sent = max(went, default=None)
        added = (each.at for each in kept if _is_about(view, each, person))
        if theirs and any(sent is None or at > sent for at in added):
            by_form = all(each.kind is ParcelKind.FORM for each in theirs)
            page = ("-o", "page.pdf") if by_form else ()
            found[person.thing] = do("share out", *page, person=person.name)
    return found


def _is_about(view: ReaderView, record: Record, person: Person) -> bool:
    return view.survivor(record.about) == person.thing


def _is_theirs(view: ReaderView, parcel: Parcel, person: Person) -> bool:
    """Whether a file is about somebody and came from them."""
    by = parcel.with_whom
    return by is not None and _is_about(view, parcel, person) and view.survivor(by) == person.thing


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
