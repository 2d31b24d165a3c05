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
    """Yield sending one's own look of a day until it has gone, and the two views side by side.

    Views pair within sixty days (docs/method.md, section 6); a look that is older is not sent, and
    none is sent a second time. Nor is one sent to whoever gave their view in this same record, and
    has never sent a file: they read it here.
    """
    views = list_finished(view, person.thing, AssessmentKind.SUPERVISOR)
    paired = any(each.finished and _pair(each.finished, looked) for each in views)
    above = supervisor_here(view, person, view.today)
    if above and _pair(looked, view.today):
        gone = _list_exchanged(view, person, above)
        if not _is_sent(view, person, gone, looked) and (gone or not paired):
            yield do("share out", "--to", above.name)
    if paired:
        yield do("compare")


def lead_back(view: ReaderView, people: Sequence[Person]) -> dict[str, Do]:
    """Return what sends back to each of these people what was kept about them since, by their id.

    Only to those whose own files come in, and only what would go: no look of their own that was
    entered for them, and nothing of what is kept apart until the reader has looked too. To somebody
    who has only ever sent forms it is a page, which they can read. Everybody's is read at once.
    """
    about, mine = [person.thing for person in people], view.ids_of(known_author(view.me))
    parcels = view.current(Parcel, about=about) if about else ()
    came = [each for each in parcels if each.way is ParcelWay.IN and not each.undone]
    if not came:
        return {}
    looks = view.current(Assessment, about=about, rater=mine, state=State.FINISHED)
    looks = tuple(each for each in looks if not view.is_cut(each))
    kept = (*looks, *view.current(Entry, about=about, author=mine, removed=False))
    found = {}
    for person in people:
        theirs = [each for each in came if _is_theirs(view, each, person)]
        went = [e.at for e in parcels if e.way is ParcelWay.OUT and _is_about(view, e, person)]
        sent = max(went, default=None)
        added = (each.at for each in kept if _is_about(view, each, person))
        by_form = all(each.kind is ParcelKind.FORM for each in theirs)
        if by_form and view.apart(person.thing).own:
            continue  # a page holds both views, or is not written
        if theirs and any(sent is None or at > sent for at in added):
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


def _list_exchanged(view: ReaderView, person: Person, other: Person) -> Sequence[Parcel]:
    """Return the files about a person that went to somebody or came from them."""
    theirs = view.ids_of(other.thing)
    found = view.current(Parcel, about=person.thing)
    return [each for each in found if each.with_whom in theirs and not each.undone]


def _is_sent(view: ReaderView, person: Person, exchanged: Sequence[Parcel], looked: date) -> bool:
    """Whether the last look of a day was in a file between two people, or on a page since."""
    kinds = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)
    looks = [each for kind in kinds for each in list_finished(view, person.thing, kind)]
    of_day = [each for each in looks if each.finished == looked]
    last = max(of_day, key=lambda each: (each.at, each.id)).id if of_day else None
    return any(
        last in each.held or (each.way is ParcelWay.OUT and not each.held and each.on >= looked)
        for each in exchanged
    )
