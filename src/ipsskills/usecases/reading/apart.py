"""Each looks alone first: what is kept from this reader for now, as a fact that pages tell."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.facts.apart import CameByFile, ForgottenDraft, KeptApart, ReadTogether
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.ordering import id_key
from ipsskills.method.apart import VIEWS, Apart, OpenDraft, list_given_after_reading
from ipsskills.record.types import AloneFirst, Assessment, Person, State
from ipsskills.usecases.assessments.going_on import go_on_with, leave_for_good
from ipsskills.usecases.reading.given import list_aside, list_entered
from ipsskills.usecases.reading.view import ReaderView


def tell_apart(view: ReaderView, person: Person) -> KeptApart:
    """Return what the reader is not shown of a person now; the view has left it out already."""
    apart = view.apart(person.thing)
    told = KeptApart(
        together=_tell_together(view, person, apart.together),
        entered=list_entered(view, person),
        aside=list_aside(view, person),
    )
    if not apart.units:
        return told
    drafts = [each for each in view.drafts_about(person.thing) if each.keeps_apart(view.today)]
    return replace(
        told,
        units=apart.units,
        drafted=tuple(unit for unit in apart.units if unit in apart.drafted),
        came=_tell_came(view, apart),
        raters=tuple(_name(view, rater) for rater in apart.raters),
        every=is_every(view, apart.drafted),
        forgotten=tell_forgotten(view, (d for d in drafts if d.assessment.kind in VIEWS)),
    )


def _tell_came(view: ReaderView, apart: Apart) -> tuple[CameByFile, ...]:
    """Return what came by file of one person, as one; none where nothing is kept apart by it.

    Units that are in a draft are left out: of those that is told.
    """
    came = {unit for each in apart.came for unit in each.units}
    units = tuple(sorted(came - set(apart.drafted), key=id_key))
    if not units:
        return ()
    kept = [each.kept for each in apart.came]
    person = view.survivor(kept[0].about)
    about, raters = _name(view, person), dict.fromkeys(each.rater for each in kept)
    whole = is_every(view, units)
    narrowed = () if whole else tuple(word for unit in units for word in ("--unit", unit))
    whose = () if about.me else (about.name, "--as", "supervisor")
    told = CameByFile(
        raters=tuple(_name(view, rater) for rater in raters),
        about=about,
        units=units,
        every=whole,
        marked=view.marked_apart(person) if person in raters else (),
        days=tuple(sorted({each.since for each in kept})),
        until=max(each.until for each in apart.came),
        look=do("assess", *whose, *narrowed),
        together=do("share together", *(() if about.me else (about.name,))),
    )
    return (told,)


def _tell_together(
    view: ReaderView, person: Person, read: Iterable[AloneFirst]
) -> tuple[ReadTogether, ...]:
    """Return what was read before its reader had looked, and what they gave after that."""
    found = []
    for each in read:
        kind = AssessmentKind.SUPERVISOR
        if view.survivor(each.reader) == person.thing:
            kind = AssessmentKind.SELF
        views = view.current(
            Assessment, about=person.thing, rater=each.reader, kind=kind, state=State.FINISHED
        )
        told = ReadTogether(
            reader=_name(view, each.reader),
            rater=_name(view, each.rater),
            on=each.ended or each.since,
            after=list_given_after_reading(each, views),
        )
        found.append(told)
    return tuple(found)


def is_every(view: ReaderView, units: Collection[str]) -> bool:
    """Whether all units of the three sections are among some."""
    return {unit.id for unit in view.framework.asked()} <= set(units)


def find_came(view: ReaderView) -> tuple[CameByFile, ...]:
    """Return what came by file and is kept apart from the reader, once for each person.

    What the reader has begun to look at is not among it: it is asked about no more.
    """
    mine = view.ids_of(view.me) if view.me else ()
    kept = [each for each in view.current(AloneFirst) if each.reader in mine]
    people = dict.fromkeys(view.survivor(each.about) for each in kept)
    return tuple(told for person in people for told in _tell_came(view, view.apart(person)))


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
