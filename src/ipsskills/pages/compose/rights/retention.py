"""Who has left and until when it is kept, in lines; no period is ours."""

from ipsskills.doing import do
from ipsskills.facts.exchange.retention import LeftPerson, Retention
from ipsskills.pages.words import day, join_words, months


def compose_retention(found: Retention) -> str:
    """Return who has left and what may be erased, in lines."""
    if not found.people:
        lines = ["Nobody in the record has left."]
    else:
        lines = ["Those who have left:", *(f"  {_say(each)}" for each in found.people)]
    if found.months is None:
        how = do("settings", "keep-after-leaving", "24")
        said = "No period is set, so nothing is erased. How long is for your service to say."
        lines += ["", said, f"In months: {how}"]
    elif found.people and not found.to_erase:
        period = "a month" if found.months == 1 else months(found.months)
        lines += ["", f"Kept for {period} after leaving: nothing is to be erased."]
    return "\n".join(lines)


def compose_to_erase(found: Retention) -> str:
    """Return who has left, and who of them is erased now, in lines: said before it is done."""
    names = join_words([each.person.name for each in found.to_erase])
    return f"{compose_retention(found)}\n\nTo be erased now: {names}."


def _say(found: LeftPerson) -> str:
    said = f"{found.person.name}, left on {day(found.left)}"
    if found.held:
        return f"{said}: held, so nothing is erased"
    if found.names_held:
        return f"{said}: words about them name somebody held, so nothing is erased"
    if found.until is None:
        return said
    return f"{said}: {'was' if found.due else 'is'} to be kept until {day(found.until)}"
