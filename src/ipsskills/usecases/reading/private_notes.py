"""Private notes, read again by whoever wrote them: nobody else is given one."""

from collections.abc import Mapping

from ipsskills.facts.notes import PrivateNote
from ipsskills.framework.ordering import id_key
from ipsskills.framework.types import Framework
from ipsskills.method.apart import unit_of
from ipsskills.record.types import Assessment, Note, Person, State
from ipsskills.usecases.reading.view import ReaderView


def read_private_notes(view: ReaderView, person: Person) -> tuple[PrivateNote, ...]:
    """Return the reader's own private notes about a person, by question, the latest first.

    They are those on assessments that hold the reader's own view, but for drafts that were dropped.
    """
    own = {
        each.thing: each
        for each in view.current(Assessment, about=person.thing)
        if view.me and view.survivor(each.rater) == view.survivor(view.me)
    }
    notes = [note for note in view.current(Note, about=person.thing) if not note.shared]
    found = [_describe(view.framework, own, note) for note in notes if note.text.strip()]
    told = [note for note in found if note is not None]
    latest = sorted(told, key=lambda note: note.on, reverse=True)
    return tuple(sorted(latest, key=lambda note: (id_key(note.unit), note.number)))


def latest_on_each(notes: tuple[PrivateNote, ...]) -> tuple[PrivateNote, ...]:
    """Return of the notes on each question the latest."""
    return tuple({note.number: note for note in reversed(notes)}.values())[::-1]


def _describe(
    framework: Framework, own: Mapping[str, Assessment], note: Note
) -> PrivateNote | None:
    thing, _, item = note.subject.partition("/")
    assessment, unit = own.get(thing), framework.by_id.get(unit_of(item))
    if assessment is None or assessment.state is State.DROPPED:
        return None
    return PrivateNote(
        unit=unit_of(item),
        number=_number(framework, item),
        short=unit.short if unit else "",
        on=assessment.finished or assessment.began,
        text=note.text,
    )


def _number(framework: Framework, item: str) -> str:
    """Return what names an item to a person; a statement that is gone keeps its id."""
    unit = framework.by_id.get(unit_of(item))
    parts = [part.id for part in unit.live_statements] if unit else []
    return f"{unit_of(item)}/{parts.index(item) + 1}" if item in parts else item
