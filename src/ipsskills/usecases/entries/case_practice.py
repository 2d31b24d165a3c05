"""Keeping what somebody wrote about a case they thought through, as training of that kind."""

from ipsskills.codes import EntryKind
from ipsskills.facts.entries import Logged
from ipsskills.framework.cases import Case
from ipsskills.privacy.client_detail.written import quote_framework
from ipsskills.record.written import Written
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.showing import list_entries
from ipsskills.usecases.entries.shown import make_row, show_rows
from ipsskills.usecases.people.people import find_person

KIND_OF_LEARNING = "vignette"


def keep_case(desk: Desk, case: Case, written: Written, hours: float | None = None) -> Logged:
    """Keep what I wrote about a case as training today, with how long it took, if that is known.

    Raises NotFound where the record does not know me, and InvalidInput for what cannot be kept.
    """
    with desk.writing() as view:
        me = find_person(view, None, view.me)
        known = list_entries(view, me.thing)
        values = {
            "title": quote_framework(view.framework, case.title),
            "items": (case.unit,),
            "way": KIND_OF_LEARNING,
            "hours": hours,
            "text": written,
        }
        row = make_row(view, me, NewEntry(EntryKind.TRAINING, values), new_person=False)
        view.add(row[0])
        return show_rows(view, [row], known)[0]
