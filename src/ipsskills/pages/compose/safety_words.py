"""Says what a safety unit asks for, why, and of whom: one place for every page.

Words are turned to the reader. Where anybody may read them, both people are named.
"""

from collections.abc import Iterable

from ipsskills.codes import AskedAs
from ipsskills.doing import Do, do, lead_to
from ipsskills.facts.due import TalkToday
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import LowAnswer, UnitAnswer, UnitFacts
from ipsskills.framework.scale import SafetyWords
from ipsskills.frozen import dataclass
from ipsskills.method.safety import SafetyCase, SafetyReason, TalkBecause, format_safety
from ipsskills.pages.compose.content.activities import open_cases
from ipsskills.pages.compose.unit_words import SUPERVISOR, Around, UnitWords
from ipsskills.pages.document import Text
from ipsskills.pages.statements import short_form
from ipsskills.pages.words import join_words, upper_first

LEADER = "their team leader"
_STANDS_UNTIL = "It stands here until it is answered again or that talk is in the record"


@dataclass(frozen=True, kw_only=True)
class LowLine:
    """A statement with a line beside the safety units: what was answered, what that asks for.

    ``asks`` is "" where that is said once for all such lines. ``opens`` is the command with the
    case to talk over.
    """

    unit: str
    short: str
    said: str
    asks: str
    opens: Do


def open_safety_cases(
    low: Iterable[Do], units: Iterable[tuple[Do, bool]], what: str = "Cases"
) -> str:
    """Return one line on what opens the cases: those of ``low`` lines first, then of units.

    A unit has what opens its cases, and whether its line asks for something; those that do stand
    first. For pages that have no room to say it on the line of each. The command ends the line, so
    that it can be copied as it stands; for others is told what to type in the place of its unit.
    """
    ordered = sorted(units, key=lambda each: not each[1])
    commands = list(dict.fromkeys([*low, *(opens for opens, _ in ordered)]))
    if not commands:
        return ""
    others = ", ".join(_name_typed(each) for each in commands[1:])
    return lead_to(f"{what}{f' ({others} likewise)' if others else ''}: {commands[0]}")


def _name_typed(opens: Do) -> str:
    """Return what is typed in the place of a unit to open another unit's case: "2.1 5"."""
    return " ".join(word for word in opens.words if not word.startswith("--"))


def open_unit_cases(unit: str, *, mine: bool) -> Do:
    """Return what opens the cases of a unit: whoever was asked thinks one through first.

    Somebody else, who talks them over with that person, has the points to look for beside them.
    """
    return do("framework vignette", unit) if mine else open_cases(unit)


def name_opened(opens: Do | str) -> str:
    """Return what a line says of its cases, with the command on a line of its own."""
    return lead_to(f"{'Cases' if '--vignettes' in str(opens) else 'A case'}:\n{opens}")


class SafetyTeller:
    """Says about a safety unit what a page wants said."""

    def __init__(
        self,
        words: UnitWords,
        safety: SafetyWords,
        around: Around,
        lines: tuple[Iterable[UnitFacts], Iterable[LowAnswer]],
    ) -> None:
        self._words = words
        self._safety = safety
        self._around = around
        units, low = lines
        asking = [each.unit for each in units if each.safety is SafetyCase.TALK_TODAY]
        self.today = self._say_once([*asking, *(each.unit for each in low)])

    def _say_once(self, asking: list[str]) -> str:
        """Return what several lines ask for, once for all of them; "" where one at most does."""
        if not asking[1:]:
            return ""
        return _add_units(self._talk_today(), dict.fromkeys(asking))

    def asked(self, unit: UnitFacts) -> str:
        """Return what a safety unit asks for, and why a case is to be talked through.

        A talk today that several lines ask for is said beside them, as `today`.
        """
        if unit.safety is None:
            return ""
        if unit.safety is SafetyCase.TALK_TODAY:
            return "" if self.today else self._talk_today()
        said = format_safety(unit.safety, self._safety)
        why = "; ".join(filter(None, (self._say_why(unit, each) for each in unit.safety_why)))
        return f"{said} ({why})" if why else said

    def low(self, low: LowAnswer) -> LowLine:
        """Return the line of a statement that asks for a talk, in few words."""
        own, theirs = low.own, low.supervisor
        said = [self._words.answer(AskedAs.SAFETY, own)] if own else []
        if theirs is not None and (own is None or theirs < own):
            who = low.by.name if low.by else SUPERVISOR
            said.append(f"{who}: {self._words.answer(AskedAs.SAFETY, theirs)}")
        return LowLine(
            unit=low.unit,
            short=low.short,
            said=f"{short_form(low.text)} ({'; '.join(said)})",
            asks="" if self.today else self._talk_today(),
            opens=low.opens,
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
        around = self._around
        return _say_talk_today(
            self._safety, around.person, around.leader, into_file=around.into_file
        )

    def _say_why(self, unit: UnitFacts, reason: SafetyReason) -> str:
        """Return why; what the person left open stands before it in words already."""
        answer = unit.own if reason.own else unit.supervisor
        if answer is None:
            return ""
        if reason.own:
            old = reason.because is TalkBecause.OLD
            return f"last answered in {_month(answer)}" if old else ""
        mine = answer.by is not None and answer.by.me and not self._around.into_file
        who = "you" if mine else self._words.rater(answer)
        whose = "your" if who == "you" else f"{who}'s"
        return {
            TalkBecause.NOT_ANSWERED: f"not answered by {who} yet",
            TalkBecause.PART_ANSWERED: f"answered in part by {who}",
            TalkBecause.NOT_SEEN: f"not seen by {who} yet",
            TalkBecause.OLD: f"{whose} view is from {_month(answer)}",
        }[reason.because]


def remind_to_talk(found: TalkToday, *, into_file: bool = False) -> list[Text]:
    """Return what a page without the safety lines says of those that ask for a talk today.

    That is who is to talk about what, until when it stands there, and where a worry goes.
    """
    asked = _say_talk_today(found.wording, found.person, found.leader, into_file=into_file)
    about = _add_units(asked, [f"{unit} {found.names[unit]}" for unit in found.units])
    talked = [word for unit in found.units for word in ("--talked", unit)]
    person = None if found.person.me else found.person.name
    until = lead_to(f"{_STANDS_UNTIL}: {do('log supervision', *talked, person=person)}")
    return [Text(f"{about} {until}"), Text(found.wording.worry_now)]


def _add_units(asked: str, units: Iterable[str]) -> str:
    return f"{upper_first(asked)}, about {join_words(list(units))}."


def _say_talk_today(
    words: SafetyWords, person: PersonNamed, leader: PersonNamed | None, *, into_file: bool
) -> str:
    if not into_file and person.me:
        return words.talk_today
    if not into_file and leader is not None and leader.me:
        return f"talk to {person.name} today"
    return f"{person.name} and {leader.name if leader else LEADER}, or whoever covers: talk today"


def _month(answer: UnitAnswer) -> str:
    """Return the month of an answer, with the year where more than twelve months lie between."""
    return f"{answer.on:%B %Y}" if answer.old else f"{answer.on:%B}"
