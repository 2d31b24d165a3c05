"""A form that somebody filled in, among the files that ``share in`` takes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipsskills.cli.prompts.who import ask_who
from ipsskills.pages.words import day

if TYPE_CHECKING:
    from ipsskills.facts.exchange.forms import FormTaken
    from ipsskills.formats.forms.filled import FilledForm
    from ipsskills.usecases.desk import Desk


def take_one_form(
    desk: "Desk", filled: "FilledForm", names: Sequence[str], *, keep: bool, closed: str
) -> "tuple[FormTaken, str]":
    """Take in a filled form; return what came of it, and the words for it.

    ``closed`` is the text its file was closed in.
    """
    from ipsskills.cli.prompts.form_in import take_in_form
    from ipsskills.pages.compose.sharing.form_taken import compose_form_taken
    from ipsskills.usecases.forms.whose import (
        find_form_people,
        list_form_doubts,
        refuse_erased_form,
    )

    refuse_erased_form(desk, filled)
    answers = ask_who(list_form_doubts(desk, filled, names))
    people = find_form_people(desk, filled, names, answers)
    taken = take_in_form(desk, filled, people.about, people.by, keep=keep, closed=closed)
    return taken, compose_form_taken(taken)


def look_at_form(desk: "Desk", filled: "FilledForm") -> tuple[object, str]:
    """Return what a filled form is, without taking it in. Raises as `refuse_erased_form`."""
    from ipsskills.usecases.forms.whose import refuse_erased_form

    refuse_erased_form(desk, filled)
    whose = filled.by_name or filled.about_name
    return (
        {"about": filled.about_name, "given_on": filled.given_on, "kind": filled.kind},
        f"A form by {whose}, given on {day(filled.given_on)}.",
    )
