"""Says that a first look is open before another interview is begun beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ipsskills.cli.prompts import ask
from ipsskills.codes import AssessmentKind

if TYPE_CHECKING:
    from ipsskills.cli.output.show import Output
    from ipsskills.framework.types import Framework
    from ipsskills.usecases.assessments.begin import AskedFor, Beginning

_ON = ("on", "Go on with the first look")
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
    if look is None or there.draft or set(asked.scope) != whole:
        return None
    what = f"A first look is open, begun {day(look.began)}."
    if not ask.can_ask():
        again = go_on_with(framework, look, there.wanted.about.name)
        out.notice(f"{what} To go on with it: {again}")
        return None
    if ask.select(f"{what} What now?", (_ON, _NEW), plain=plain, enter=_ON) != "on":
        return None
    return replace(asked, kind=AssessmentKind.FIRST_LOOK, scope=look.scope)
