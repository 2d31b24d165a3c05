"""What is said of an own look at the units that is under way: how far it is, what ends it."""

from ipsskills.codes import AssessmentKind
from ipsskills.facts.assessment import UnderWay
from ipsskills.pages.words import day


def name_look(draft: UnderWay) -> str:
    """Return what kind of look it is: "a first look"."""
    return "a first look" if draft.kind is AssessmentKind.FIRST_LOOK else "an assessment"


def tell_under_way(draft: UnderWay) -> str:
    """Return how far a look is and what to type; of somebody else's only that it is not finished.

    One that is answered whole is finished by Enter on its last page, which is easily not pressed.
    """
    look = name_look(draft).partition(" ")[2]
    if draft.answered is None:
        return f"The {look} of {day(draft.began)} is not finished yet."
    begun = f"The {look} begun on {day(draft.began)}"
    if draft.answered >= draft.asked:
        return f"{begun} is answered and not finished. Enter on its last page does: {draft.go_on}"
    return (
        f"{begun} waits, {draft.answered} of {draft.asked} questions answered. "
        f"Go on with it: {draft.go_on}"
    )
