"""What came by file and waits until its reader has looked too: named until they have finished."""

from collections.abc import Iterator
from dataclasses import replace

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.facts.apart import WaitingView
from ipsskills.method.apart import VIEWS, Apart, StillAlone
from ipsskills.record.types import AloneFirst, Assessment, State
from ipsskills.usecases.assessments.going_on import go_on_with
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.supervisors import is_here, supervisor_here
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.reading.passes import open_draft
from ipsskills.usecases.reading.view import ReaderView


def find_waiting(view: ReaderView) -> tuple[WaitingView, ...]:
    """Return every view that came by file and on which its reader has not finished their own.

    Once for each rater, from the first that came. What was not looked at in sixty days is open; it
    is named until the next finished look of either, while the person is the reader's to supervise.
    """
    mine = view.ids_of(view.me) if view.me else ()
    kept = [each for each in view.current(AloneFirst) if each.reader in mine]
    people = dict.fromkeys(view.survivor(each.about) for each in kept)
    waiting = (waits for about in people for waits in _each_rater_once(view.apart(about)))
    return tuple(
        _tell(view, waits)
        for waits in waiting
        if not waits.is_over(view.today) or _is_news(view, waits)
    )


def _each_rater_once(apart: Apart) -> Iterator[StillAlone]:
    """Yield what came of each rater first; what is still apart before what is open."""
    told = set[str]()
    for each in (*apart.came, *apart.over):
        if each.kept.rater not in told:
            told.add(each.kept.rater)
            yield each


def _is_news(view: ReaderView, waited: StillAlone) -> bool:
    """Whether it has to be told that something is open that its reader never looked at."""
    about = view.survivor(waited.kept.about)
    if about != view.me:
        person = get_person(view, about)
        above = supervisor_here(view, person, view.today)
        if not is_here(person.left, view.today) or (above and above.thing != view.me):
            return False
    given = view.current(
        Assessment, about=about, rater=view.ids_of(waited.kept.rater), state=State.FINISHED
    )
    return not any(
        each.kind in VIEWS and each.finished and each.finished > waited.kept.since for each in given
    )


def _tell(view: ReaderView, waits: StillAlone) -> WaitingView:
    about = get_person(view, view.survivor(waits.kept.about))
    kind = AssessmentKind.SELF if about.thing == view.me else AssessmentKind.SUPERVISOR
    view_of = do("assess", "--as", "supervisor", person=about.name)
    told = WaitingView(
        rater=name_person(view, get_person(view, waits.kept.rater)),
        about=name_person(view, about),
        on=waits.kept.since,
        until=waits.until,
        over=waits.is_over(view.today),
        look=do("assess") if kind is AssessmentKind.SELF else view_of,
    )
    begun = open_draft(view, about.thing, view.pen().author, kind)
    if begun is None or view.is_only_opened(begun):
        return told
    return replace(
        told,
        answered=view.count_answered(begun),
        asked=len(begun.scope),
        look=go_on_with(view.framework, begun, about.name),
    )
