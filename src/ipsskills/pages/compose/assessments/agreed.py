"""What is said once an agreed answer is kept."""

from ipsskills.doing import do
from ipsskills.facts.assessment import AgreedAnswer
from ipsskills.method.state import find_state, format_state


def compose_agreed(agreed: AgreedAnswer) -> str:
    """Return what was kept, in words turned to the reader, and where both views are shown."""
    words = format_state(
        find_state(agreed.asked_as, agreed.answer), agreed.scale, to_the_person=agreed.person.me
    )
    again = do("agree", agreed.unit, person=None if agreed.person.me else agreed.person.name)
    return (
        f"Kept for {agreed.person.name}, {agreed.unit} {agreed.short}: {words}, agreed with "
        f"{agreed.with_whom}.\nBoth views stay as they are. See: {agreed.next[0]}\n"
        f"To change it, agree again: {again}"
    )
