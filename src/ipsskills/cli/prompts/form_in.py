"""Takes in a form that somebody filled in: asks what has to be asked, keeps it, says what came."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.cli.output.show import Output
from ipsskills.cli.prompts import ask, detail
from ipsskills.errors import Interrupted

if TYPE_CHECKING:
    from ipsskills.facts.exchange.forms import FormMet, FormTaken
    from ipsskills.formats.forms.filled import FilledForm
    from ipsskills.record.types import Person
    from ipsskills.usecases.assessments.begin import AskedFor
    from ipsskills.usecases.desk import Desk


def take_form_file(desk: "Desk", out: Output, asked: "AskedFor", path: Path, *, keep: bool) -> None:
    """Take the form in a file for whom a command names, and say what came of it.

    Raises as `form_file.read_form` and `take_form`.
    """
    from ipsskills.cli.prompts.form_file import read_form
    from ipsskills.pages.compose.sharing.form_taken import compose_form_taken
    from ipsskills.usecases.forms.match_people import match_people

    filled, closed = read_form(desk, path)
    if asked.given_on:
        filled = replace(filled, given_on=asked.given_on)
    people = match_people(desk, asked, filled, str(path))
    desk = desk.as_person(people.me)
    taken = take_in_form(desk, filled, people.about, people.by, keep=keep, closed=closed)
    out.result(taken, compose_form_taken(taken))


def take_in_form(
    desk: "Desk",
    filled: "FilledForm",
    about: "Person",
    by: "Person | None" = None,
    *,
    keep: bool,
    closed: str = "",
) -> "FormTaken":
    """Take a form in and return what came of it; at a terminal ask what is not plain.

    ``about`` and ``by`` are the people here, ``closed`` the text its file was closed in.
    With ``keep`` notes are kept whatever they hold.
    Raises as `take_form`, InvalidInput for notes in doubt where nobody is there to ask, and
    Interrupted where somebody thinks better of it.
    """
    from ipsskills.facts.exchange.forms import FormOutcome
    from ipsskills.usecases.forms.read import read_form
    from ipsskills.usecases.forms.take import take_form

    met = read_form(desk, filled, about, by)
    if met.outcome in (FormOutcome.NEW, FormOutcome.CHANGED):
        filled = _ask_day(met, desk, filled)
        filled = _check_notes(met, filled, keep=keep)
    return take_form(desk, filled, about, by, counts=_ask_counting(met, filled), closed=closed)


def _ask_day(met: "FormMet", desk: "Desk", filled: "FilledForm") -> "FilledForm":
    """Ask about a day that is still to come: whoever filled it in may have mistyped it."""
    if not met.future or not ask.can_ask():
        return filled
    from ipsskills.pages.words import day

    what = f"The form says it was given on {day(filled.given_on)}, which is still to come."
    if not ask.sure(f"{what} Take it as given today, {day(desk.today)}?"):
        raise Interrupted("Nothing was kept.")
    return replace(filled, given_on=desk.today)


def _check_notes(met: "FormMet", filled: "FilledForm", *, keep: bool) -> "FilledForm":
    """Return a form with the notes that may be kept; those in doubt are asked about.

    Private notes of somebody else are not looked at: they are not taken.
    """
    mine = met.by.me
    notes = detail.look_through(
        [(each.item, each.note if each.shared or mine else "") for each in filled.answers],
        what="the note on",
        keep=keep,
        known=met.names,
    )
    answers = tuple(
        replace(each, note=(note or "") if each.shared or mine else each.note)
        for each, note in zip(filled.answers, notes, strict=True)
    )
    return replace(filled, answers=answers)


def _ask_counting(met: "FormMet", filled: "FilledForm") -> str | None:
    """Return which look of the same days is to count; None where the later one does.

    Enter alone takes neither: it would set somebody's look aside unread.
    """
    if not met.beside or not ask.can_ask():
        return None
    from ipsskills.pages.words import day

    whose = "You have" if met.by.me else "There is"
    looks = [
        (filled.given_on, met.form, "on the form, given on"),
        *((each.on, each.id, "given to the program on") for each in met.beside),
    ]
    later_first = sorted(looks, reverse=True)
    choices = [(look, f"The one {how} {day(on)}") for on, look, how in later_first]
    question = f"{whose} another look of the same two weeks. Both are kept. Which one counts?"
    return ask.select(question, choices, default=False)
