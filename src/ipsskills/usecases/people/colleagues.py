"""The people in the record, who are colleagues: their names may stand in free text."""

from ipsskills.facts.people import Colleagues
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView


def list_names(desk: Desk) -> tuple[str, ...]:
    """Return the full names of everybody in the record."""
    with desk.reading() as view:
        return read_names(view)


def read_names(view: ReaderView) -> tuple[str, ...]:
    """Return the full names of everybody in the record, in an open transaction."""
    return tuple(view.names().values())


def read_colleagues(view: ReaderView) -> Colleagues:
    """Return whom a name may mean, for when nothing is read any more: while somebody is asked."""
    names = view.names()
    return Colleagues(
        called=names,
        stands={each: view.survivor(each) for each in names},
        before=view.earlier_names(),
        tell=view.tell_renamed,
    )
