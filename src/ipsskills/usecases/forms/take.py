"""Taking in a look that somebody gave on a form: kept in their name, entered by who takes it in.

The same form twice adds nothing. Given again after a change it is a new version of the same look,
and an older copy that comes later changes nothing. A look counts by the day it was given.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ipsskills.codes import ParcelKind, ParcelWay
from ipsskills.facts.exchange.forms import FormOutcome, FormTaken, LookBeside
from ipsskills.formats.answers import Given
from ipsskills.formats.exchange.known_again import mark_closed
from ipsskills.formats.forms.filled import FilledForm, digest_of_form
from ipsskills.method.apart import unit_of
from ipsskills.record.types import Assessment, Parcel, Person, Record
from ipsskills.record.whom import Whom
from ipsskills.record.work import Work
from ipsskills.usecases.assessments.begin import future_day
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.forms.fit import refuse_unfit
from ipsskills.usecases.forms.kept import KeptLook, find_changed, look_of
from ipsskills.usecases.forms.read import (
    find_beside,
    find_outcome,
    find_rater,
    find_same_look,
)
from ipsskills.usecases.forms.records import FormRecords
from ipsskills.usecases.people.whom import name_known
from ipsskills.usecases.reading.frameworks import as_kept
from ipsskills.usecases.reading.view import ReaderView, known_author
from ipsskills.usecases.sharing.alone import keep_apart


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
        framework = refuse_unfit(view, filled)
        kept = find_same_look(view, work, filled, about)
        taken = _describe(view, work, filled, kept, (about, find_rater(view, filled, about, by)))
        if taken.outcome in (FormOutcome.SAME, FormOutcome.OLDER):
            return taken
        if filled.given_on > view.today:
            raise future_day(filled.given_on)
        whole = filled if taken.by == taken.entered_by else _without_private(filled)
        beside = () if kept else find_beside(work, filled, about, taken.by.id)
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
        about=name_known(view, about.thing),
        by=name_known(view, rater.thing),
        entered_by=name_known(view, known_author(view.me)),
        given_on=filled.given_on,
        outcome=find_outcome(work, filled, kept),
        changed_since=kept.assessment.finished if kept else None,
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
