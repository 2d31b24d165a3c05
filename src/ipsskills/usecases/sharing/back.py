"""Files and forms about somebody who was erased here: what may bring them back, and what may not.

Only they themselves can: by a file that they made since, which is asked about, or by a look of
theirs on a form that they gave since. Whoever is known by the new id that the erasing led to has
come back before, and is not asked about; what was made before stays out all the same.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.bundle import Bundle, PersonInFile
from ipsskills.formats.forms.filled import FilledForm
from ipsskills.pages.compose.sharing.perhaps import say_perhaps
from ipsskills.pages.words import day
from ipsskills.usecases.people.matching import is_name_of
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.sharing.coming_in import Coming, read_coming
from ipsskills.usecases.sharing.renewed import Renewals

ComingBack = Collection[str] | None
"""Of whom it was said that they come back: names in files, or ids here; None: whoever would."""


def read_files(
    view: ReaderView, bundles: Iterable[Bundle], now: datetime, back: ComingBack
) -> list[Coming]:
    """Return what files hold, by the ids that people are known by here.

    Others who were erased here come in no more, nor are asked about. Raises InvalidInput, also for
    a file about somebody who was erased here that they did not make since, or of whom nobody said
    that they come ``back``.
    """
    found = [read_coming(each, now) for each in bundles]
    known = Renewals(view)
    for coming in found:
        _refuse_before(known, coming)
    out = [list(_list_out(known, each.about)) for each in found]
    for coming, ids in zip(found, out, strict=True):
        perhaps = _erased_perhaps(view, known, coming, ids)
        if (ids or perhaps) and back is not None and not _is_said(known, coming.about, back):
            raise _ask_first(known, coming.about, ids, perhaps)
    renewals = Renewals(view, [own for ids in out for own in ids])
    return [
        replace(
            _as_here(renewals, coming, ids, max(map(known.erased_on, ids), default=None)),
            erased_perhaps=_erased_perhaps(view, known, coming, ids),
        )
        for coming, ids in zip(found, out, strict=True)
    ]


def _erased_perhaps(
    view: ReaderView, renewals: Renewals, coming: Coming, ids: Sequence[str]
) -> date | None:
    """Return the day on which whom a file is about may have been erased here, after it was made.

    What was erased leaves no name: who was here by an id of this record alone, as somebody who was
    added by hand, is not known again. So whoever is new here is asked about, and so is whoever
    comes back by a file from before a later erasing (``ids``). A reader's own is not.
    """
    since = renewals.erased_since(coming.bundle.made)
    if ids:
        return since if since and since > max(map(renewals.erased_on, ids)) else None
    about = coming.about
    if since is None or any(renewals.is_known(own) for own in (about.id, *about.also)):
        return None
    mine = view.names().get(view.me or "")
    return None if mine and is_name_of(about.name, mine) else since


def refuse_erased(
    renewals: Renewals, arrived: FilledForm, about: PersonInFile, by: PersonInFile | None
) -> None:
    """Raise InvalidInput for a form that would bring back who was erased here, or what was.

    ``about`` is whose practice it is about, and ``by`` whose view it is if that is not theirs. A
    form has a day and no hour: one of the day of erasing counts as from before.
    """
    ids = _list_erased(renewals, about)
    before = [own for own in ids if arrived.given_on <= renewals.erased_on(own)]
    own_look = arrived.kind is not AssessmentKind.SUPERVISOR
    if before or (list(_list_out(renewals, about)) and not own_look):
        raise _refuse_form(renewals, about, ids, "this form is not one that they gave since")
    if by and (out := list(_list_out(renewals, by))):
        raise _refuse_form(renewals, by, out, "this form is theirs")


def _refuse_before(renewals: Renewals, coming: Coming) -> None:
    """Raise InvalidInput for a file that would bring back who was erased here, or what was."""
    ids, name = _list_erased(renewals, coming.about), coming.about.name
    if any(coming.bundle.made <= renewals.erased_at(own) for own in ids):
        raise _refuse(renewals, coming.about, ids, "this file is from before that")
    if not coming.is_own and list(_list_out(renewals, coming.about)):
        why = f"{coming.by.name} made this file, not {name}"
        raise _refuse(renewals, coming.about, ids, why)


def _list_erased(renewals: Renewals, named: PersonInFile) -> list[str]:
    return [own for own in (named.id, *named.also) if renewals.was_erased(own)]


def _list_out(renewals: Renewals, named: PersonInFile) -> Iterator[str]:
    return (own for own in (named.id, *named.also) if renewals.is_out(own))


def _is_said(renewals: Renewals, named: PersonInFile, back: Collection[str]) -> bool:
    by_id = renewals.latest(named.id) in back
    return by_id or any(is_name_of(each, named.name) for each in back)


def _as_here(renewals: Renewals, coming: Coming, let_in: Sequence[str], on: date | None) -> Coming:
    """Return what a file holds by the ids of this record; ``let_in`` are those who come back."""
    own = (coming.about.id, *coming.about.also)
    back = [replace(coming.about, id=each, also=own) for each in let_in]
    people: dict[str, PersonInFile] = {}
    for each in (*coming.people, *back):
        if not renewals.is_out(each.id):
            here = renewals.rename(each)
            before = people.setdefault(here.id, here)
            also = dict.fromkeys((*before.also, *here.also))
            people[here.id] = replace(before, also=tuple(also))
    return replace(
        coming,
        by=renewals.rename(coming.by),
        about=renewals.rename(coming.about),
        to=renewals.rename(coming.to) if coming.to else None,
        people=tuple(people.values()),
        records=tuple(renewals.take(coming.records, own, own_file=coming.is_own)),
        erased_on=on,
    )


def _ask_first(
    renewals: Renewals, named: PersonInFile, ids: Sequence[str], perhaps: date | None
) -> InvalidInput:
    said = f"{_say_erased(renewals, named, ids)}." if ids else ""
    if perhaps:
        said = f"{said} {say_perhaps(named.name, perhaps)}".strip()
    begin = (
        "If they are here again, and begin anew with what the file holds, add:"
        if ids
        else "If they are to be here, with what the file holds, add:"
    )
    return InvalidInput(f"{said} Nothing was taken in.", f'{begin} --back "{named.name}"')


def _refuse(renewals: Renewals, named: PersonInFile, ids: Sequence[str], why: str) -> InvalidInput:
    return InvalidInput(
        f"{_say_erased(renewals, named, ids)}, and {why}. Nothing was taken in.",
        "If they are here again, what they themselves send from now on brings them back"
        f" ({do('share out')}), or they begin anew: {do('people add', named.name)}",
    )


def _refuse_form(
    renewals: Renewals, named: PersonInFile, ids: Sequence[str], why: str
) -> InvalidInput:
    """Return what is said of a form that stays out for good: only a new one comes in."""
    form = do("form", "-o", "form.html", "--for", named.name)
    return InvalidInput(
        f"{_say_erased(renewals, named, ids)}, and {why}. Nothing was taken in.",
        f"This form stays out. If they are here again, add them ({do('people add', named.name)}),"
        f" and send a new form: {form}",
    )


def _say_erased(renewals: Renewals, named: PersonInFile, ids: Sequence[str]) -> str:
    on = max(renewals.erased_on(own) for own in ids)
    return f"{named.name} was erased from this record on {day(on)}"
