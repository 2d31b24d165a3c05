"""Taking the entries of a table: all that are new, or none."""

from collections.abc import Sequence
from itertools import chain

from ipsskills.facts.entries import Taken
from ipsskills.usecases.desk import Desk
from ipsskills.usecases.entries.drafts import NewEntry
from ipsskills.usecases.entries.same import find_same
from ipsskills.usecases.entries.showing import list_entries
from ipsskills.usecases.entries.shown import Row, make_row, show_rows
from ipsskills.usecases.people.people import find_person


def take_entries(
    desk: Desk, who: str | None, entries: Sequence[NewEntry], *, new_person: bool = False
) -> Taken:
    """Keep the entries of a table about a person, each with its actions, all or none.

    What the record or an earlier row says already is left out. ``new_person`` puts whom they were
    with in the record. Raises InvalidInput, and NotFound for an unknown name.
    """
    with desk.writing() as view:
        about = find_person(view, who, view.me)
        known = list_entries(view, about.thing)
        before, rows, again = list(known), dict[int, Row](), dict[int, int | None]()
        for place, new in enumerate(entries):
            entry, actions = make_row(view, about, new, new_person=new_person)
            if same := find_same(entry, actions, before):
                again[place] = next((p for p, (e, _) in rows.items() if e is same), None)
            else:
                rows[place] = (entry, actions)
                before += [entry, *actions]
        view.add(*chain.from_iterable((entry, *actions) for entry, actions in rows.values()))
        shown = show_rows(view, list(rows.values()), known)
        return Taken(shown, tuple(rows), tuple(again.items()))
