"""Each looks alone first: what is kept from this reader for now, as a fact that pages tell."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.facts.apart import CameByFile, ForgottenDraft, KeptApart, ReadTogether
from ipsskills.facts.people import PersonNamed
from ipsskills.method.apart import VIEWS, OpenDraft, StillAlone, list_given_after_reading
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
        came=tuple(_tell_came(view, each, apart.drafted) for each in apart.came),
        raters=tuple(_name(view, rater) for rater in apart.raters),
        every=is_every(view, apart.drafted),
        forgotten=tell_forgotten(view, (d for d in drafts if d.assessment.kind in VIEWS)),
    )


def _tell_came(view: ReaderView, came: StillAlone, drafted: Collection[str]) -> CameByFile:
    """Return what came by file, but for units that are in a draft: of those that is told."""
    units = tuple(unit for unit in came.units if unit not in drafted)
    person = view.survivor(came.kept.about)
    about = _name(view, person)
    whole = is_every(view, units)
    narrowed = () if whole else tuple(word for unit in units for word in ("--unit", unit))
    whose = () if about.me else (about.name, "--as", "supervisor")
    return CameByFile(
        rater=_name(view, came.kept.rater),
        about=about,
        units=units,
        every=whole,
        marked=view.marked_apart(person) if came.kept.rater == person else (),
        on=came.kept.since,
        until=came.until,
        look=do("assess", *whose, *narrowed),
        together=do("share together", *(() if about.me else (about.name,))),
    )


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
    """Return every view that came by file and is kept apart from the reader, about anybody.

    What the reader has begun to look at is not among them: it is asked about no more.
    """
    mine = view.ids_of(view.me) if view.me else ()
    kept = [each for each in view.current(AloneFirst) if each.reader in mine]
    told: list[CameByFile] = []
    for person in dict.fromkeys(view.survivor(each.about) for each in kept):
        apart = view.apart(person)
        told += [_tell_came(view, came, apart.drafted) for came in apart.came]
    return tuple(came for came in told if came.units)


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
