"""What is said once marks to bring to supervision were set or ended."""

from collections.abc import Sequence

from ipsskills.doing import do
from ipsskills.facts.assessment import MarksChanged
from ipsskills.pages.words import join_words


def compose_marks(changed: MarksChanged) -> str:
    """Return which marks were set, which ended, and where they show."""
    person = None if changed.person.me else changed.person.name
    told = (
        ("Marked to bring to supervision", changed.marked),
        ("No longer marked", changed.unmarked),
        ("As it was before", changed.unchanged),
    )
    lines = [f"{said}: {_name(changed, units)}." for said, units in told if units]
    for way, units in (("--unmark", changed.marked), ("--mark", changed.unmarked)):
        if units:
            whose = () if changed.person.me else ("--as", "supervisor")
            words = [*whose, *(word for unit in units for word in (way, unit))]
            lines.append(f"To take it back: {do('assess', *words, person=person)}")
    return "\n".join([*lines, f"No answer was changed. See: {do('agenda', person=person)}"])


def _name(changed: MarksChanged, units: Sequence[str]) -> str:
    return join_words([f"{unit} {changed.names.get(unit, '')}".strip() for unit in units])
