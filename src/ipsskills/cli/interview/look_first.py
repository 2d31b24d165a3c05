"""Tells a first look and a look at how somebody works apart where both may be open, or dropped."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ipsskills.cli.prompts import ask
from ipsskills.codes import AssessmentKind
from ipsskills.doing import do
from ipsskills.errors import NotFound, UsageError

if TYPE_CHECKING:
    from ipsskills.cli.output.show import Output
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.assessments.begin import AskedFor, Beginning
    from ipsskills.usecases.assessments.drafts import Draft
    from ipsskills.usecases.desk import Desk

_ON = ("on", "Go on with the first look")
_FIRST = ("first", "A first look: where you are starting from")
_WORKED = ("worked", "A look at how you have worked: the full questions")
_NEW = ("new", "Leave it open, and begin a look at how you have worked")


def look_instead(
    framework: "Framework", there: "Beginning", asked: "AskedFor", out: "Output", *, plain: bool
) -> "AskedFor | None":
    """Return what goes on with an open first look instead of beginning all units; None to begin.

    Where nobody is there to choose it is said, and what was asked for begins.
    """
    from ipsskills.pages.words import day
    from ipsskills.usecases.assessments.going_on import go_on_with

    look, whole = there.look, {unit.id for unit in framework.asked()}
    if there.wanted.kind is not AssessmentKind.SELF or set(asked.scope) != whole:
        return None
    if look is None and there.nothing_yet:
        return _ask_starting(there, asked, out, plain=plain)
    if look is None or there.draft:
        return None
    what = f"A first look is open, begun {day(look.began)}."
    if not ask.can_ask():
        again = go_on_with(framework, look, there.wanted.about.name)
        out.notice(f"{what} To go on with it: {again}")
        return None
    if ask.select(f"{what} What now?", (_ON, _NEW), plain=plain, enter=_ON) != "on":
        return None
    return replace(asked, kind=AssessmentKind.FIRST_LOOK, scope=look.scope)


def _ask_starting(
    there: "Beginning", asked: "AskedFor", out: "Output", *, plain: bool
) -> "AskedFor | None":
    """Return the first look, where somebody said they are in their first weeks and means that."""
    from ipsskills.cli.setup import settings

    if there.me not in settings.load().starting:
        return None
    what = "You said that you are in your first weeks."
    if not ask.can_ask():
        out.notice(f"{what} To begin with a first look: {do('assess', '--first-look')}")
        return None
    if ask.select(f"{what} Which look?", (_FIRST, _WORKED), plain=plain, enter=_FIRST) != "first":
        return None
    return replace(asked, kind=AssessmentKind.FIRST_LOOK)


_NAMES = {
    AssessmentKind.SELF: "Your look at how you have worked",
    AssessmentKind.FIRST_LOOK: "Your first look",
    AssessmentKind.SUPERVISOR: "Your view of {}",
}


def means_look(there: "Beginning", *, plain: bool) -> bool:
    """Whether the first look is to be dropped, where that and another draft are open.

    Raises UsageError where nobody is there to say which.
    """
    if there.draft is None or there.look is None:
        return False
    from ipsskills.pages.words import day

    own, look = _describe(there, there.draft), f"Your first look, begun {day(there.look.began)}"
    if not ask.can_ask():
        raise UsageError(
            f"Two drafts are open. {own}. {look}.",
            f"To drop the first look: {do('assess', '--first-look', '--drop')}\n"
            f"To drop the other and begin it again: {do('assess', '--new')}",
        )
    choices = [(AssessmentKind.SELF.value, own), (AssessmentKind.FIRST_LOOK.value, look)]
    asked = "Two drafts are open. Which is to be dropped? (Ctrl-C: neither)"
    return ask.select(asked, choices, plain=plain, default=False) == AssessmentKind.FIRST_LOOK


def drop_named(desk: "Desk", there: "Beginning", out: "Output") -> None:
    """Leave a draft for good, and say which that was. Raises NotFound if there is none."""
    from ipsskills.facts.assessment import AssessmentClosed
    from ipsskills.usecases.assessments.assess import drop_draft

    if there.draft is None:
        look = f"A first look is open. To drop it: {do('assess', '--first-look', '--drop')}"
        raise NotFound(
            "There is no open draft.", look if there.look else f"Begin one: {do('assess')}"
        )
    dropped = drop_draft(desk, there.draft)
    out.result(
        AssessmentClosed(state=dropped.state, assessment=dropped.thing),
        f"Dropped: {_describe(there, there.draft)}.\nThat is recorded, and nothing in it is "
        "erased; but nobody can go on with it.",
    )


def _describe(there: "Beginning", draft: "Draft") -> str:
    """Return which draft it is: whose view, the day it was begun, how much is answered."""
    from ipsskills.cli.interview.wording import count_answers
    from ipsskills.pages.words import day

    what = _NAMES[draft.assessment.kind].format(there.wanted.about.name)
    return f"{what}, begun {day(draft.assessment.began)}, with {count_answers(draft.saved)}"
