"""An own look at the units that is under way: how far it is, and what pages say instead of one."""

from datetime import date

from ipsskills.codes import AssessmentKind, ParcelKind, ParcelWay
from ipsskills.doing import do
from ipsskills.errors import NotFound
from ipsskills.facts.assessment import UnderWay
from ipsskills.pages.compose.under_way import name_look, tell_under_way
from ipsskills.pages.words import day
from ipsskills.record.types import Assessment, Parcel, Person, State
from ipsskills.usecases.assessments.going_on import go_on_with
from ipsskills.usecases.reading.passes import list_finished, open_draft
from ipsskills.usecases.reading.view import ReaderView

# The full look is named before a first look, where both are under way.
_OWN = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)


def find_under_way(view: ReaderView, person: Person) -> UnderWay | None:
    """Return a person's own draft, of a full look rather than a first look, or None.

    How far it is, is told to nobody but the person; to them one that was only opened is none.
    """
    mine = person.thing == view.me
    for kind in _OWN:
        draft = open_draft(view, person.thing, person.thing, kind)
        if draft and not (mine and view.is_only_opened(draft)):
            return UnderWay(
                kind=kind,
                began=draft.began,
                answered=view.count_answered(draft) if mine else None,
                asked=len(draft.scope),
                go_on=go_on_with(view.framework, draft, person.name),
            )
    return None


def nothing_finished(view: ReaderView, person: Person, on: date | None = None) -> NotFound:
    """Return what is said where a person has no finished self-assessment (on a day)."""
    mine = person.thing == view.me
    own = view.current(Assessment, about=person.thing, kind=AssessmentKind.SELF)
    if on and any(a.state is State.FINISHED for a in own):
        return NotFound(
            f"{person.name} had no finished assessment on {day(on)} yet.", "Name a later day."
        )
    begin = f"They begin one with: {do('assess')}"
    if mine:
        look = do("assess", "--first-look")
        begin = f"Begin one: {do('assess')}\nIn your first weeks, a first look: {look}"
    if draft := find_under_way(view, person):
        return NotFound(
            f"{person.name} has {name_look(draft)} that is not finished yet.",
            tell_under_way(draft) if mine else "It can be shown once it is finished.",
        )
    if list_finished(view, person.thing, AssessmentKind.FIRST_LOOK):
        return NotFound(
            f"{person.name} has no finished assessment yet, only a first look, which has "
            "a scale of its own: it has no chart and is set beside nothing.",
            f"What it says: {do('report', person=None if mine else person.name)}\n"
            f"A chart needs a look at all the units: {do('assess')}",
        )
    if are_looks_elsewhere(view, person):
        return NotFound(
            f"{person.name}'s looks were not sent: none of them is here.",
            f"What came: {do('plan show', person=person.name)}\n"
            f"{person.name} can send them: {do('share out')}",
        )
    return NotFound(f"{person.name} has no finished assessment yet.", begin)


def are_looks_elsewhere(view: ReaderView, person: Person) -> bool:
    """Whether a file for a new leader came about somebody else, and none of their looks is here.

    Looks go with such a file only if the person says so: they may well have looked.
    """
    kinds = (AssessmentKind.SELF, AssessmentKind.FIRST_LOOK)
    if person.thing == view.me or any(list_finished(view, person.thing, kind) for kind in kinds):
        return False
    return any(
        each.kind is ParcelKind.HANDOVER and each.way is ParcelWay.IN and not each.undone
        for each in view.current(Parcel, about=person.thing)
    )
