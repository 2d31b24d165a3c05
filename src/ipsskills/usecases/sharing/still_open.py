"""What of a file that went or came is still to be done: said in the list, once for each matter."""

from collections.abc import Mapping

from ipsskills.codes import OpenMatter
from ipsskills.record.types import AloneFirst, Parcel, Redacted
from ipsskills.usecases.reading.view import ReaderView


def list_open(view: ReaderView, parcels: Mapping[int, Parcel]) -> dict[int, tuple[OpenMatter, ...]]:
    """Return what is open of each file, by its number; nothing for one where nothing is.

    A matter that went again and again is open with the file that had it last.
    """
    matters = {
        **dict.fromkeys(_list_waiting(view), OpenMatter.LOOK),
        **dict.fromkeys(_list_asked(view), OpenMatter.ERASING),
    }
    found: dict[int, tuple[OpenMatter, ...]] = {}
    for number, parcel in sorted(parcels.items(), reverse=True) if matters else ():
        held = [] if parcel.undone else [each for each in parcel.held if each in matters]
        if held:
            found[number] = tuple(dict.fromkeys(matters.pop(each) for each in held))
    return found


def _list_waiting(view: ReaderView) -> list[str]:
    """Return the versions that keep answers apart from the reader until they have looked."""
    about = {view.survivor(each.about) for each in view.current(AloneFirst)}
    return [came.kept.id for person in about for came in view.apart(person).came]


def _list_asked(view: ReaderView) -> list[str]:
    """Return the requests to erase words of which no answer is known: nothing says it was done.

    One that was said no to asks nobody any more.
    """
    lines = view.current(Redacted)
    done = [each for each in lines if each.on]
    asked = [each for each in lines if each.on is None and each.asked_of]
    return [each.id for each in asked if not any(_answers(view, each, line) for line in done)]


def _answers(view: ReaderView, asked: Redacted, done: Redacted) -> bool:
    """Whether words were erased where somebody was asked to erase them."""
    if (asked.table, asked.subject) != (done.table, done.subject) or not asked.asked_of:
        return False
    who = view.survivor(asked.asked_of)
    where = view.me if done.here else view.survivor(done.asked_of or "")
    return who == where
