"""Forms that somebody filled in, among the files that ``share in`` takes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ipsskills.cli.prompts.who import ask_who
from ipsskills.pages.words import day

if TYPE_CHECKING:
    from ipsskills.facts.exchange.forms import FormTaken
    from ipsskills.formats.forms.filled import FilledForm
    from ipsskills.usecases.desk import Desk


def take_forms(
    desk: "Desk", forms: "Sequence[FilledForm]", names: Sequence[str], *, keep: bool
) -> "list[tuple[FormTaken, str]]":
    """Take in filled forms; return what came of each, and the words for it."""
    from ipsskills.cli.prompts.form_in import take_in_form
    from ipsskills.pages.compose.sharing.form_taken import compose_form_taken
    from ipsskills.usecases.sharing.form_people import find_form_people, list_form_doubts

    done: list[tuple[FormTaken, str]] = []
    for filled in forms:
        answers = ask_who(list_form_doubts(desk, filled, names))
        people = find_form_people(desk, filled, names, answers)
        taken = take_in_form(desk, filled, people.about, people.by, keep=keep)
        done.append((taken, compose_form_taken(taken)))
    return done


def look_at_forms(desk: "Desk", forms: "Sequence[FilledForm]") -> "list[tuple[object, str]]":
    """Return what filled forms are, without taking anything in. Raises as `refuse_erased_form`."""
    from ipsskills.usecases.sharing.form_people import refuse_erased_form

    for each in forms:
        refuse_erased_form(desk, each)
    return [
        (
            {"about": each.about_name, "given_on": each.given_on, "kind": each.kind},
            f"A form by {each.by_name or each.about_name}, given on {day(each.given_on)}.",
        )
        for each in forms
    ]
