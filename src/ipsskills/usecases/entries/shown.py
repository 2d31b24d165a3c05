"""Entries with their actions: made of what is to be added, and shown with what was there before."""

from collections.abc import Sequence
from itertools import chain

from ipsskills.facts.entries import Logged
from ipsskills.record.types import Entry, Person
from ipsskills.usecases.entries.drafts import NewEntry, make_action, make_entry
from ipsskills.usecases.entries.same import find_alike
from ipsskills.usecases.entries.showing import describe_entries
from ipsskills.usecases.reading.view import ReaderView

Row = tuple[Entry, list[Entry]]


def make_row(view: ReaderView, about: Person, new: NewEntry, *, new_person: bool) -> Row:
    """Return a new entry about a person and its actions. Raises as `make_entry` does."""
    entry = make_entry(view, about, new, new_person=new_person)
    return entry, [make_action(view, entry, action) for action in new.actions]


def show_rows(
    view: ReaderView, rows: Sequence[Row], known: Sequence[Entry], rated: bool | None = None
) -> tuple[Logged, ...]:
    """Return entries, each with its actions, as they are shown; ``rated`` is of the first.

    ``known`` is what was there before: what is probably the same is shown beside what is new. What
    is only another version of that, such as an action carried on, is not there twice.
    """
    every = list(chain.from_iterable((entry, *actions) for entry, actions in rows))
    before = {each.thing for each in known}
    new = (each for each in every if each.thing not in before)
    alike = {each.thing: old for each in new if (old := find_alike(each, known))}
    entries = {each.thing: each for each in (*every, *alike.values())}
    shown = dict(zip(entries, describe_entries(view, entries.values()), strict=True))
    return tuple(
        Logged(
            shown[entry.thing],
            tuple(shown[action.thing] for action in actions),
            rated,
            alike={
                shown[each.thing].handle: shown[alike[each.thing].thing]
                for each in (entry, *actions)
                if each.thing in alike
            },
        )
        for entry, actions in rows
    )
