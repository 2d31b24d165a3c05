"""What is said once a form was taken in: whose it is, what is new, what counts, what is apart."""

from collections.abc import Iterator

from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.facts.exchange.forms import FormOutcome, FormTaken
from ipsskills.pages.compose.given_words import say_entered
from ipsskills.pages.words import day, in_words, long_day, upper_first


def compose_form_taken(taken: FormTaken) -> str:
    """Return what is said of a form that was taken in, and what to do next."""
    return "\n".join([*say_form_taken(taken), *_say_next(taken)])


def say_form_taken(taken: FormTaken) -> Iterator[str]:
    """Yield what came of a form, a line each."""
    if taken.outcome is FormOutcome.SAME:
        yield f"This form was taken in already ({_say_whose(taken)}). Nothing was added."
        return
    if taken.outcome is FormOutcome.OLDER:
        yield f"A later copy of this form is here ({_say_whose(taken)}). Nothing was changed."
        return
    yield f"Kept: {_say_whose(taken)}."
    if taken.outcome is FormOutcome.CHANGED:
        yield _say_changed(taken)
    if taken.beside and taken.counts:
        whose = "You have" if taken.by.me else f"{taken.by.name} has"
        yield (
            f"{whose} another look of the same two weeks, given to the program on "
            f"{day(taken.beside)}. Both are kept; the one of {day(taken.counts)} counts."
        )
    if taken.left_out:
        yield f"Private notes were left out: they are for nobody but {taken.by.name}."
    if taken.apart:
        yield f"{_say_owner(taken)} answers are kept apart until you have looked too."


def _say_whose(taken: FormTaken) -> str:
    if taken.by == taken.entered_by:
        return f"{'your' if taken.by.me else taken.by.name} answers, given on {day(taken.given_on)}"
    said = say_entered(taken.by, taken.given_on, taken.entered_by, by_form=True)
    return f"{said[:1].lower()}{said[1:]}"


def _say_owner(taken: FormTaken) -> str:
    return "Your" if taken.by.me else f"{taken.by.name}'s"


def _say_changed(taken: FormTaken) -> str:
    """Return which answers changed since the copy before, as far as the reader may know."""
    since = f"the copy of {long_day(taken.changed_since)}" if taken.changed_since else "before"
    if not taken.changed:
        return f"It takes the place of {since}."
    number = upper_first(in_words(len(taken.changed)))
    answers = "answer" if len(taken.changed) == 1 else "answers"
    return f"{number} {answers} changed since {since}: {', '.join(taken.changed)}."


def _say_next(taken: FormTaken) -> Iterator[str]:
    person = None if taken.about.me else taken.about.name
    if taken.apart and taken.kind is not AssessmentKind.SUPERVISOR:
        yield f"Next: {do('assess', '--as', 'supervisor', person=person)}"
    elif taken.kind is AssessmentKind.SUPERVISOR:
        yield f"Next: {do('compare', person=person)}"
    else:
        yield f"Next: {do('report', person=person)}"
