"""Taking in a look that somebody gave on a form: kept in their name, entered by who takes it in.

The same form twice adds nothing. Given again after a change it is a new version of the same look,
and an older copy that comes later changes nothing. A look counts by the day it was given.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ipsskills.codes import AssessmentKind, ParcelKind, ParcelWay
from ipsskills.errors import DifferentContent, InvalidInput
from ipsskills.facts.exchange.forms import FormMet, FormOutcome, FormTaken, LookBeside
from ipsskills.facts.people import PersonNamed
from ipsskills.formats.answers import Given, find_not_offered
from ipsskills.formats.exchange.known_again import mark_closed
from ipsskills.formats.forms.filled import FilledForm, digest_of_form
from ipsskills.framework.faults import Fault, answers_error
from ipsskills.framework.load import from_text
from ipsskills.framework.types import Framework
from ipsskills.method.apart import unit_of
from ipsskills.pages.words import day
from ipsskills.record.types import Assessment, Parcel, Person, Record
from ipsskills.record.whom import Whom
from ipsskills.record.work import Work
from ipsskills.usecases.assessments.answers_file import refuse_blank, refuse_strange
from ipsskills.usecases.assessments.begin import future_day
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.given import SAME_DAYS
from ipsskills.usecases.reading.passes import list_finished
from ipsskills.usecases.reading.view import ReaderView, known_author
from ipsskills.usecases.sharing.alone import keep_apart
from ipsskills.usecases.sharing.form_records import (
    FormRecords,
    KeptLook,
    as_taken,
    find_changed,
    find_kept,
    look_of,
    name_scale,
    says_the_same,
)


def read_form(desk: Desk, arrived: FilledForm, about: Person, by: Person | None = None) -> FormMet:
    """Return what a form comes to beside what is here, before anything is asked or kept.

    ``about`` is whose practice it is about, and ``by`` whose view it is where that is a
    supervisor's. Raises InvalidInput for a form that cannot be taken, and
    DifferentContent for one of which another copy with the same number is here.
    """
    with desk.interviewing() as (view, work):
        _refuse_unfit(view, arrived)
        kept = _find_same_look(view, work, arrived, about)
        outcome = _find_outcome(work, arrived, kept)
        rater = _find_rater(view, arrived, about, by)
        new = outcome is FormOutcome.NEW
        return FormMet(
            form=look_of(arrived),
            about=_name(view, about.thing),
            by=_name(view, rater.thing),
            given_on=arrived.given_on,
            outcome=outcome,
            future=arrived.given_on > view.today,
            beside=_find_beside(work, arrived, about, rater.thing) if new else (),
            names=tuple(work.names().values()),
        )


def take_form(
    desk: Desk,
    filled: FilledForm,
    about: Person,
    by: Person | None = None,
    *,
    counts: str | None = None,
    closed: str = "",
) -> FormTaken:
    """Keep what a form says, all or none, and return what came of it.

    ``about`` and ``by`` are as in `read_form`; notes were looked at. ``counts`` is the look (its
    thing) that is to count of those of the same two weeks, where that is not the form's: the
    other one is kept, set aside. Without it the later one counts. ``closed`` is the text its file
    was closed in. Raises as `read_form` does, and InvalidInput for a day still to come.
    """
    with desk.interviewing(write=True) as (view, work):
        framework = _refuse_unfit(view, filled)
        kept = _find_same_look(view, work, filled, about)
        taken = _describe(view, work, filled, kept, (about, _find_rater(view, filled, about, by)))
        if taken.outcome in (FormOutcome.SAME, FormOutcome.OLDER):
            return taken
        if filled.given_on > view.today:
            raise future_day(filled.given_on)
        whole = filled if taken.by == taken.entered_by else _without_private(filled)
        beside = () if kept else _find_beside(work, filled, about, taken.by.id)
        view.keep_framework(as_kept(framework))
        made = FormRecords(view.pen(), framework, whole, kept).make(about.thing, taken.by.id)
        view.add(*made)
        aside = _set_aside(view, work, filled, beside, counts)
        apart = keep_apart(view, work, [each for each in made if isinstance(each, Assessment)])
        view.add(_make_parcel(view, filled, taken, (*made, *aside, *apart), closed))
        return replace(
            taken,
            changed=_tell_changed(view, whole, kept, about) if kept else (),
            left_out=whole != filled,
            apart=bool(apart),
            counts=_find_counting(filled, beside, counts),
            beside=beside[0].on if beside else None,
        )


def _describe(
    view: ReaderView,
    work: Work,
    filled: FilledForm,
    kept: KeptLook | None,
    people: tuple[Person, Person],
) -> FormTaken:
    """Return whose a form is, of which day, and what it comes to, before it is kept.

    ``people`` are whom it is about and whose view it is.
    """
    about, rater = people
    return FormTaken(
        assessment=look_of(filled),
        kind=filled.kind,
        about=_name(view, about.thing),
        by=_name(view, rater.thing),
        entered_by=_name(view, known_author(view.me)),
        given_on=filled.given_on,
        outcome=_find_outcome(work, filled, kept),
        changed_since=kept.assessment.finished if kept else None,
    )


def _refuse_unfit(view: ReaderView, filled: FilledForm) -> Framework:
    """Return the framework a form asked by. Raises InvalidInput for answers it does not know."""
    framework = _find_framework(view, filled)
    known = {unit.id for unit in framework.units} | set(framework.statements)
    items = [*filled.scope, *(each.item for each in filled.answers)]
    strange = [item for item in items if item not in known]
    faults = [Fault("The form", item, "It is not known.", "") for item in dict.fromkeys(strange)]
    if not strange:
        rows = [(0, each) for each in filled.answers]
        faults += find_not_offered("The form", rows, framework, filled.kind)
        reasons = {choice.key for choice in framework.scale.reasons}
        faults += [
            Fault("The form", each.item, "The reason is not known.", "")
            for each in filled.answers
            if each.reason and each.reason not in reasons
        ]
    if filled.scale != name_scale(framework, filled.kind):
        faults.append(Fault("The form", "scale", "It is not the one of its framework.", ""))
    if faults:
        raise answers_error(faults)
    refuse_strange(filled.answers, filled.scope)
    refuse_blank(filled.answers)
    return framework


def _find_framework(view: ReaderView, filled: FilledForm) -> Framework:
    """Return the framework in whose words a form asked. Raises InvalidInput if it is not here."""
    if filled.framework == view.framework.hash:
        return view.framework
    try:
        return from_text(view.framework_text(filled.framework) or "")
    except ValueError:
        raise InvalidInput(
            f"The form asked by a framework that is not here (version {filled.framework_version}). "
            "Nothing was changed.",
            "Take it in where the form was made, or ask for that record's file first.",
        ) from None


def _find_same_look(
    view: ReaderView, work: Work, filled: FilledForm, about: Person
) -> KeptLook | None:
    """Return the look of a form as it is here. Raises InvalidInput where it is somebody else's."""
    kept = find_kept(work, filled)
    if kept and view.survivor(kept.assessment.about) != view.survivor(about.thing):
        name = _name(view, kept.assessment.about).name
        raise InvalidInput(
            f"This look is here already, and it is about {name}. Nothing was changed.",
            "Take it in for the same person, or ask for a new form.",
        )
    return kept


def _find_rater(view: ReaderView, filled: FilledForm, about: Person, by: Person | None) -> Person:
    """Return whose view a form is. Raises InvalidInput where nobody could have given it.

    A look at one's own practice is by the person it is about, whoever enters it.
    """
    if filled.kind is not AssessmentKind.SUPERVISOR:
        return about
    if by is None or view.survivor(by.thing) == view.survivor(about.thing):
        raise InvalidInput(
            "The form is a supervisor's view, and it does not say whose. Nothing was changed.",
            "Say who gave it.",
        )
    return by


def _find_outcome(work: Work, filled: FilledForm, kept: KeptLook | None) -> FormOutcome:
    """Return what a form comes to. Raises DifferentContent for another copy of the same number."""
    if kept is None:
        return FormOutcome.NEW
    here = kept.assessment.form_version or 0
    if filled.version != here:
        return FormOutcome.OLDER if filled.version < here else FormOutcome.CHANGED
    if says_the_same(filled, as_taken(work, kept)):
        return FormOutcome.SAME
    raise DifferentContent(
        f"Another copy of this form is here, given on {day(kept.assessment.began)}, with other "
        "answers, and neither is the later one. Nothing was changed.",
        "Ask which of the two is meant, and for that one to be kept and sent once more.",
    )


def _find_beside(
    work: Work, filled: FilledForm, about: Person, rater: str
) -> tuple[LookBeside, ...]:
    """Return looks by the same person of the same two weeks that came no form's way."""
    near = timedelta(days=SAME_DAYS)
    return tuple(
        LookBeside(id=each.thing, on=each.finished)
        for each in list_finished(work, about.thing, filled.kind)
        if each.rater == work.survivor(rater) and each.form_version is None
        if each.finished and abs(each.finished - filled.given_on) <= near
    )


def _set_aside(
    view: ReaderView,
    work: Work,
    filled: FilledForm,
    beside: tuple[LookBeside, ...],
    counts: str | None,
) -> list[Record]:
    """Set aside, of two looks of the same days, the one that is not to count, if that was said."""
    if counts is None or not beside:
        return []
    aside = [each.id for each in beside if each.id != counts]
    if counts != look_of(filled):
        aside.append(look_of(filled))
    looks = work.current(Assessment, thing=aside)
    made: list[Record] = [view.pen().next(each, set_aside=view.today) for each in looks]
    view.add(*made)
    return made


def _make_parcel(
    view: ReaderView, filled: FilledForm, taken: FormTaken, held: Iterable[Record], closed: str
) -> Parcel:
    """Return the record of a form that came in, with all that came of it."""
    return view.first(
        Parcel,
        about=taken.about.id,
        way=ParcelWay.IN,
        kind=ParcelKind.FORM,
        with_whom=Whom(taken.by.id),
        on=view.today,
        digest=digest_of_form(filled),
        held=tuple(each.id for each in held),
        asked=mark_closed(closed),
    )


def _find_counting(
    filled: FilledForm, beside: tuple[LookBeside, ...], counts: str | None
) -> date | None:
    """Return the day of the look that counts of several of the same days."""
    if not beside:
        return None
    days = {each.id: each.on for each in beside} | {look_of(filled): filled.given_on}
    return days[counts] if counts in days else max(days.values())


def _without_private(filled: FilledForm) -> FilledForm:
    """Return a form without private notes: they are for nobody but who wrote them."""
    return replace(filled, answers=tuple(map(_shared_only, filled.answers)))


def _shared_only(given: Given) -> Given:
    return given if given.shared or not given.note else replace(given, note="")


def _tell_changed(
    view: ReaderView, filled: FilledForm, kept: KeptLook, about: Person
) -> tuple[str, ...]:
    """Return what was answered otherwise, but for units that are kept apart from the reader."""
    apart = view.apart(about.thing).units
    return tuple(i for i in find_changed(filled, kept.ratings) if unit_of(i) not in apart)


def _name(view: ReaderView, person: str) -> PersonNamed:
    found = get_person(view, person)
    return PersonNamed(id=found.thing, name=found.name, me=found.thing == view.me)
