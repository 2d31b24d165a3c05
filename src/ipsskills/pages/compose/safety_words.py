"""Says what a safety unit asks for, why, and of whom: one place for every page.

Words are turned to the reader. Where anybody may read them, both people are named.
"""

from collections.abc import Iterable

from ipsskills.codes import AskedAs
from ipsskills.facts.units import LowAnswer, UnitAnswer, UnitFacts
from ipsskills.framework.scale import SafetyWords
from ipsskills.frozen import dataclass
from ipsskills.method.safety import SafetyCase, SafetyReason, TalkBecause, format_safety
from ipsskills.pages.compose.content.activities import open_cases
from ipsskills.pages.compose.unit_words import SUPERVISOR, Around, UnitWords
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import join_words

LEADER = "their team leader"


@dataclass(frozen=True, kw_only=True)
class LowLine:
    """A statement with a line beside the safety units: what was answered, what that asks for.

    ``opens`` is the command with the cases to talk over.
    """

    unit: str
    short: str
    said: str
    asks: str
    opens: str


def open_safety_cases(units: Iterable[tuple[str, bool]]) -> str:
    """Return one line on what opens the cases of units (id, whether its line asks for something).

    For pages that have no room to say it on the line of each; a unit may have several.
    """
    ordered = list(dict.fromkeys(unit for unit, _ in sorted(units, key=lambda each: not each[1])))
    if not ordered:
        return ""
    rest = f" (the same for {join_words(ordered[1:])})" if ordered[1:] else ""
    return f"Cases: {open_cases(ordered[0])}{rest}"


class SafetyTeller:
    """Says about a safety unit what a page wants said."""

    def __init__(self, words: UnitWords, safety: SafetyWords, around: Around) -> None:
        self._words = words
        self._safety = safety
        self._around = around

    def asked(self, unit: UnitFacts) -> str:
        """Return what a safety unit asks for, and why a case is to be talked through."""
        if unit.safety is None:
            return ""
        if unit.safety is SafetyCase.TALK_TODAY:
            return self._talk_today()
        said = format_safety(unit.safety, self._safety)
        why = "; ".join(filter(None, (self._say_why(unit, each) for each in unit.safety_why)))
        return f"{said} ({why})" if why else said

    def low(self, low: LowAnswer) -> LowLine:
        """Return the line of a statement that asks for a talk, in few words."""
        own, theirs = low.own, low.supervisor
        said = [self._words.answer(AskedAs.SAFETY, own)] if own else []
        if theirs is not None and (own is None or theirs < own):
            who = low.by.name if low.by else SUPERVISOR
            said.append(f"{who}: {self._words.answer(AskedAs.SAFETY, theirs, about=True)}")
        return LowLine(
            unit=low.unit,
            short=low.short,
            said=f"{short_form(low.text)} ({'; '.join(said)})",
            asks=self._talk_today(),
            opens=str(low.opens),
        )

    def theirs(self, unit: UnitFacts) -> str:
        """Return the supervisor's view where it has to be said; "" where not.

        That is a lower one, one agreed outside this job and one that is old.
        """
        if unit.supervisor is None:
            return ""
        if unit.supervisor_lower:
            return self._words.quote(unit.supervisor)
        return "; ".join(self._words.aside(unit))

    def _talk_today(self) -> str:
        person, leader = self._around.person, self._around.leader
        if not self._around.into_file and person.me:
            return self._safety.talk_today
        if not self._around.into_file and leader is not None and leader.me:
            return f"talk to {person.name} today"
        return f"{person.name} and {leader.name if leader else LEADER}: talk today"

    def _say_why(self, unit: UnitFacts, reason: SafetyReason) -> str:
        """Return why; what the person left open stands before it in words already."""
        answer = unit.own if reason.own else unit.supervisor
        if answer is None:
            return ""
        if reason.own:
            old = reason.because is TalkBecause.OLD
            return f"last answered in {_month(answer)}" if old else ""
        who = "you" if answer.by and answer.by.me else self._words.rater(answer)
        whose = "your" if who == "you" else f"{who}'s"
        return {
            TalkBecause.NOT_ANSWERED: f"not answered by {who} yet",
            TalkBecause.PART_ANSWERED: f"answered in part by {who}",
            TalkBecause.NOT_SEEN: f"not seen by {who} yet",
            TalkBecause.OLD: f"{whose} view is from {_month(answer)}",
        }[reason.because]


def _month(answer: UnitAnswer) -> str:
    """Return the month of an answer, with the year where more than twelve months lie between."""
    return f"{answer.on:%B %Y}" if answer.old else f"{answer.on:%B}"
