"""A person contests a view or an entry about them: their words stand beside it until it is settled.

It is the person's own to say; that it is settled either of the two keeps, once both have said so.
"""

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput, NotFound
from ipsskills.facts.exchange.contested import SeenDifferently
from ipsskills.record.types import Assessment, Entry, Objection, Person, State
from ipsskills.record.written import Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.handles import HANDLE_LENGTH, LAST, Named, find_entry
from ipsskills.usecases.people.people import find_person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.reading.objections import show_objection
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView

ViewOrEntry = Assessment | Entry


def contest(desk: Desk, handle: str | None, words: Written) -> SeenDifferently:
    """Keep how I see a view or an entry about me; without a handle, my supervisor's latest view.

    Words said before of the same stay in its history. Raises NotFound, and InvalidInput for what
    is about somebody else, or is one's own view or entry.
    """
    with desk.writing() as view:
        me = find_person(view, None, view.me)
        about = _find_said(view, me, handle)
        if view.survivor(about.about) != me.thing:
            raise InvalidInput(
                "That is about somebody else: only they can say how they see it.",
                "Keep your own view instead: " + str(do("assess", "--help")),
            )
        if isinstance(about, Assessment) and view.survivor(about.rater) == me.thing:
            raise InvalidInput(
                "That is your own view.", f"Put an answer right: {do('assess', '--correct')}"
            )
        if isinstance(about, Entry) and view.survivor(about.author) == me.thing:
            handle = about.thing[-HANDLE_LENGTH:]
            raise InvalidInput(
                "That is your own entry.",
                f"Put it right: {do('log', about.kind, '--correct', handle)}",
            )
        before = _find_objection(view, about)
        said = (
            view.next(before, text=words, settled=None)
            if before
            else view.first(Objection, about=me.thing, subject=about.thing, text=words)
        )
        view.add(said)
        return show_objection(view, said, about)


def settle(desk: Desk, handle: str | None) -> SeenDifferently:
    """Keep that both see it as settled from today; both words stay in the record.

    Raises NotFound where nothing is contested, and InvalidInput for anybody but the two.
    """
    with desk.writing() as view:
        me = find_person(view, None, view.me)
        about = _find_said(view, me, handle)
        before = _find_objection(view, about)
        if before is None or before.settled:
            raise NotFound("Nobody contests that.", f"See what is: {do('report')}")
        _refuse_others(view, me, about)
        said = view.next(before, settled=view.today)
        view.add(said)
        return show_objection(view, said, about)


def _refuse_others(view: ReaderView, me: Person, about: ViewOrEntry) -> None:
    """Raise InvalidInput unless I am the person, the author, or who supervises the person."""
    person = find_person(view, about.about, view.me) if about.about in view.people() else me
    above = supervisor_here(view, person, view.today)
    author = about.rater if isinstance(about, Assessment) else about.author
    two = {view.survivor(about.about), view.survivor(author), above.thing if above else ""}
    if me.thing not in two:
        raise InvalidInput(
            "That is between two others. Nothing was changed.", "One of the two settles it."
        )


def _find_objection(view: ReaderView, about: ViewOrEntry) -> Objection | None:
    found = view.select(Objection, {"about": [about.about]})
    return next((each for each in found if each.subject == about.thing), None)


def _find_said(view: ReaderView, me: Person, handle: str | None) -> ViewOrEntry:
    """Return the finished view or the entry that is meant. Raises NotFound."""
    if handle is None:
        if finished := list_finished(view, me.thing, AssessmentKind.SUPERVISOR):
            return finished[0]
        raise NotFound("Nobody has finished a view of your work yet.", f"See: {do('report')}")
    wanted = handle.strip().lower()
    if wanted == LAST:
        return find_entry(view, Named(handle))
    said: list[ViewOrEntry] = [
        *view.current(Assessment, state=State.FINISHED),
        *view.current(Entry),
    ]
    fits = [each for each in said if wanted and each.thing.endswith(wanted)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise NotFound(f"'{handle}' could be several.", "Type more of it.")
    raise NotFound(
        f"There is no view or entry '{handle}'.",
        f"See the words that name entries: {do('record')}",
    )
