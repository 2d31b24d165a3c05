"""The names that may stand in free text: those of the people in the record, who are colleagues."""

from ipsskills.usecases.desk import Desk
from ipsskills.usecases.reading.view import ReaderView


def list_names(desk: Desk) -> tuple[str, ...]:
    """Return the full names of everybody in the record."""
    with desk.reading() as view:
        return read_names(view)


def read_names(view: ReaderView) -> tuple[str, ...]:
    """Return the full names of everybody in the record, in an open transaction."""
    return tuple(view.names().values())
