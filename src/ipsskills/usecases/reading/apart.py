"""Each looks alone first: what is kept from this reader for now, as a fact that pages tell."""

from collections.abc import Iterable

from ipsskills.facts.apart import ForgottenDraft, KeptApart
from ipsskills.facts.people import PersonNamed
from ipsskills.method.apart import VIEWS, OpenDraft
from ipsskills.record.types import Person
from ipsskills.usecases.assessments.going_on import go_on_with, leave_for_good
from ipsskills.usecases.reading.view import ReaderView


def tell_apart(view: ReaderView, person: Person) -> KeptApart:
    """Return what the reader is not shown of a person now; the view has left it out already."""
    apart = view.apart(person.thing)
    if not apart.units:
        return KeptApart()
    every = {unit.id for unit in view.framework.asked()}
    drafts = [each for each in view.drafts_about(person.thing) if each.keeps_apart(view.today)]
    return KeptApart(
        units=apart.units,
        raters=tuple(_name(view, rater) for rater in apart.raters),
        every=every <= set(apart.units),
        forgotten=tell_forgotten(view, (d for d in drafts if d.assessment.kind in VIEWS)),
    )


def tell_forgotten(view: ReaderView, drafts: Iterable[OpenDraft]) -> tuple[ForgottenDraft, ...]:
    """Return those of drafts that nobody has gone on with for fourteen days, oldest first."""
    found = [_tell(view, each) for each in drafts if each.is_forgotten(view.today)]
    return tuple(sorted(found, key=lambda each: (each.touched, each.began, each.rater.id)))


def list_forgotten(view: ReaderView, person: Person) -> tuple[ForgottenDraft, ...]:
    """Return the forgotten drafts of a person's views, and those of others' views of them."""
    every = (*view.drafts_by(person.thing), *view.drafts_about(person.thing))
    return tell_forgotten(view, {each.assessment.thing: each for each in every}.values())


def _tell(view: ReaderView, draft: OpenDraft) -> ForgottenDraft:
    kept = draft.assessment
    about = _name(view, kept.about)
    return ForgottenDraft(
        kind=kept.kind,
        rater=_name(view, kept.rater),
        about=about,
        began=kept.began,
        touched=draft.touched,
        keeps_apart=draft.keeps_apart(view.today) and kept.kind in VIEWS,
        go_on=go_on_with(view.framework, kept, about.name),
        drop=leave_for_good(kept, about.name),
    )


def _name(view: ReaderView, person: str) -> PersonNamed:
    """Return somebody by name; one who is not in the record any more has none."""
    stands = view.survivor(person)
    found = view.current(Person, thing=stands)
    return PersonNamed(id=stands, name=found[0].name if found else "", me=stands == view.me)
