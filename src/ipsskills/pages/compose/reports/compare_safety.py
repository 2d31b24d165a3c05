"""What the safety units among those compared ask for: a line each, as on every page."""

from ipsskills.facts.compare import CompareFacts
from ipsskills.frozen import dataclass
from ipsskills.pages.compose.safety_words import SafetyTeller
from ipsskills.pages.compose.unit_words import Around, UnitWords


@dataclass(frozen=True, kw_only=True)
class SafetyBeside:
    """Each safety unit by id, with its short name and what is said of it.

    ``today`` is what several of them ask for, said once; ``worry_now`` what is for somebody now.
    """

    rows: tuple[tuple[str, str, str], ...] = ()
    today: str = ""
    worry_now: str = ""


def word_safety(facts: CompareFacts, words: UnitWords, around: Around) -> SafetyBeside:
    """Return what the safety units ask for; both views of them stand beside, with their own."""
    safety = facts.wording.safety
    teller = SafetyTeller(words, safety, around, (facts.safety, ()))
    rows = []
    for unit in facts.safety:
        own = words.where(unit, words.dated_state(unit.own))
        said = "; ".join(filter(None, [own, teller.theirs(unit)]))
        asked = teller.asked(unit)
        rows.append(
            (unit.unit, unit.short, f"{said}: {asked}" if asked not in ("", said) else said)
        )
    return SafetyBeside(
        rows=tuple(rows), today=teller.today, worry_now=safety.worry_now if rows else ""
    )
