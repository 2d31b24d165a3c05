"""What to do once a file was taken in: what is to be read of it, and by whom it goes on."""

from ipsskills.codes import AssessmentKind, ParcelKind
from ipsskills.doing import Do, do
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView, known_author
from ipsskills.usecases.sharing.coming_in import Coming

_OWN = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)


def list_next(view: ReaderView, coming: Coming, *, looked: bool) -> tuple[Do, ...]:
    """Return what to do next: about the person, or with what the supervisor said of oneself.

    ``looked`` is whether nothing of the file is kept apart from the reader.
    """
    about = view.survivor(coming.about.id)
    if about == view.me:
        return (do("compare"), do("plan show")) if looked else (do("assess"), do("plan show"))
    name = get_person(view, about).name
    there = "report" if _has_look(view, about) else "plan show"
    first = do(there, person=name) if looked else do("assess", "--as", "supervisor", person=name)
    return (first, *_take_over(view, coming, about), do("agenda", person=name))


def lacks_looks(view: ReaderView, coming: Coming) -> bool:
    """Whether a file is a handover, and no look of the person's own came with it or before it."""
    handed_over = coming.bundle.what is ParcelKind.HANDOVER
    return handed_over and not _has_look(view, view.survivor(coming.about.id))


def _has_look(view: ReaderView, about: str) -> bool:
    return any(list_finished(view, about, kind) for kind in _OWN)


def _take_over(view: ReaderView, coming: Coming, about: str) -> tuple[Do, ...]:
    """Return how to say that it is now the reader who supervises, where a handover came."""
    person, me = get_person(view, about), known_author(view.me)
    above = supervisor_here(view, person, view.today)
    if coming.bundle.what is not ParcelKind.HANDOVER or (above and above.thing == me):
        return ()
    return (do("people edit", "--supervisor", get_person(view, me).name, person=person.name),)
