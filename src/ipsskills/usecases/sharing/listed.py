"""What went out and what came in: when, about whom, to and from whom."""

from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.exchange.parcels import ParcelShown, ParcelsShown
from ipsskills.record.reads import Reads
from ipsskills.record.types import Parcel
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.whom import name_person, name_whoms
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.sharing.still_open import list_open

AS_PAGE = "page"
"""What is kept of a file that is read and taken in nowhere: it is not sent again as a file."""


def list_parcels(desk: Desk, who: str | None = None) -> ParcelsShown:
    """Return every file that went out and came in, the latest first.

    With ``who``, a person's name, only those about them, to them or from them. Raises NotFound.
    """
    with desk.reading() as view:
        shown = tuple(reversed(show_parcels(view)))
        if who is None:
            return ParcelsShown(parcels=shown)
        person = find_person(view, who, view.me)
        numbered = number_parcels(view)
        theirs = [e for e in shown if _names(view, numbered[e.number], person.thing)]
        return ParcelsShown(parcels=tuple(theirs), of=name_person(view, person))


def _names(view: ReaderView, parcel: Parcel, person: str) -> bool:
    whoms = (parcel.about, parcel.with_whom)
    return any(each is not None and view.survivor(each) == person for each in whoms)


def show_parcels(view: ReaderView) -> tuple[ParcelShown, ...]:
    """Return every file as it is shown, the oldest first, numbered from 1."""
    numbered = number_parcels(view)
    ids = [each for parcel in numbered.values() for each in (parcel.about, parcel.with_whom)]
    names = name_whoms(view, ids)
    still_open = list_open(view, numbered)
    return tuple(
        ParcelShown(
            number=number,
            way=parcel.way,
            kind=parcel.kind,
            page=AS_PAGE in parcel.asked,
            on=parcel.on,
            about=names[parcel.about],
            with_whom=names[parcel.with_whom] if parcel.with_whom else None,
            held=len(parcel.held),
            undone=parcel.undone,
            open=still_open.get(number, ()),
        )
        for number, parcel in numbered.items()
    )


def number_parcels(view: Reads) -> dict[int, Parcel]:
    """Return every file by its number: 1 is the one that went or came first.

    A file that was taken back keeps its number. Files about somebody who is erased go with them,
    and later ones move up; whoever takes a file back is told first which one it is.
    """
    found = sorted(view.current(Parcel), key=lambda parcel: parcel.thing)
    return dict(enumerate(found, 1))


def find_parcel(view: ReaderView, number: int) -> Parcel:
    """Return the file of a number. Raises NotFound."""
    if found := number_parcels(view).get(number):
        return found
    raise NotFound(f"There is no file {number} in the list.", f"See them: {do('share list')}")
