"""Says in words what is known of a unit: one place for report, agenda and two views.

Words are turned to the reader: "on your own" to the person, "on their own" about them.
"""

from datetime import date

from ipsskills.codes import AskedAs, Basis, Behind, Code
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import StatementAnswer, UnitAnswer, UnitFacts
from ipsskills.facts.wording import Wording
from ipsskills.frozen import dataclass
from ipsskills.method.state import StateKind, find_state, format_answer, format_state
from ipsskills.pages.words import clip, day, join_words, lower_first, short_day

SERVICE = (Behind.TIME, Behind.TEAM, Behind.KIT)
SUPERVISOR = "Supervisor"
_ARTICLES = ("A ", "An ", "The ")
# Which way a unit moved: what is said of one whose answer is higher now, and of one lower.
_DIRECTIONS = {
    AskedAs.SKILL: ("less help needed", "more help needed"),
    AskedAs.KNOWLEDGE: ("less to look up", "more to look up"),
    AskedAs.VALUE: ("shows more often", "shows less often"),
    AskedAs.SAFETY: ("surer of what to do", "less sure of what to do"),
}
_A_FALL = "a fair thing to notice, for example after training"
SETTING = 40  # columns of a place where something was seen


@dataclass(frozen=True, kw_only=True)
class Around:
    """Who reads about whom, and where.

    ``person`` is whom it is about and ``leader`` who supervises them now, each with whether they
    are the reader. ``rater`` is whose view the other one is, unless an answer says who gave it;
    ``on`` is the day of the assessment the page speaks of. What goes ``into_file`` is read by
    anybody.
    """

    person: PersonNamed
    on: date
    leader: PersonNamed | None = None
    rater: str | None = None
    into_file: bool = False


class UnitWords:
    """Says about a unit what a page wants said, in words turned to its reader."""

    def __init__(self, wording: Wording, around: Around) -> None:
        self._scale = wording.scale
        self._safety = wording.safety
        self._around = around
        self._to_the_person = around.person.me
        self._on = around.on

    def state(self, answer: UnitAnswer | None) -> str:
        """Return an answer in words turned to the reader."""
        if answer is None:
            return self._scale.states.not_answered
        return format_state(answer.state, self._scale, to_the_person=self._to_the_person)

    def statement(self, answer: StatementAnswer) -> str:
        """Return the answer to a statement in words turned to the reader."""
        state = find_state(answer.asked_as, answer.code)
        return format_state(state, self._scale, to_the_person=self._to_the_person)

    def answer(self, asked_as: AskedAs, code: Code) -> str:
        """Return one answer in words turned to the reader."""
        return format_answer(self._scale, asked_as, code, self._to_the_person)

    def dated_state(self, answer: UnitAnswer | None) -> str:
        """Return an answer in words, with its day where it is of an earlier assessment, or old."""
        said = self.state(answer)
        if answer and (answer.old or (answer.earlier and answer.on != self._on)):
            said += f" ({day(answer.on)}{', old' if answer.old else ''})"
        return said

    def where(self, unit: UnitFacts, said: str) -> str:
        """Return ``said`` of the person's own answer, or without one what a first look said."""
        look = unit.first_look
        return f"{self.first_look(look)} (first look)" if look and unit.own is None else said

    def rater(self, answer: UnitAnswer) -> str:
        """Return whose view an answer of a supervisor is."""
        return (answer.by and answer.by.name) or self._around.rater or SUPERVISOR

    def when(self, answer: UnitAnswer, *, short: bool = False) -> str:
        """Return the day of an answer, where that was, and whether it is old."""
        on = short_day(answer.on, self._on) if short else day(answer.on)
        setting = clip(_inside(answer.setting), SETTING) if answer.setting else ""
        return ", ".join(part for part in (on, setting, "old" if answer.old else "") if part)

    def when_only(self, answer: UnitAnswer) -> str:
        """Return the day of an answer, and whether it is old."""
        return f"{short_day(answer.on, self._on)}{', old' if answer.old else ''}"

    def bases(self, answer: UnitAnswer) -> str:
        """Return in words what an answer rests on, each kind once, in the order of the scale."""
        given = {basis.value for basis in answer.bases}
        return join_words([each.label.lower() for each in self._scale.bases if each.key in given])

    def their_view(self, answer: UnitAnswer) -> str:
        """Return the supervisor's answer in words, with what it rests on and when."""
        said = self.state(answer)
        if answer.value in (None, Code.NOT_SEEN):
            return said
        bases, on = self.bases(answer), self.when(answer, short=True)
        return f"{said} ({bases}, {on})" if bases else f"{said} ({on})"

    def strength(self, unit: UnitFacts) -> str:
        """Return what is said of a strength: to be shown, seen, or new since last time.

        Where only the supervisor says it is one, what both say.
        """
        own, theirs = unit.own, unit.supervisor
        if own and theirs and own.value is Code.NO_CHANCE:
            you = "You" if self._to_the_person else self._around.person.name
            return f"{self.saw(theirs)}: {self.state(theirs)}. {you}: {self.dated_state(own)}"
        parts = [self.dated_state(own)]
        if own and own.show:
            parts.append(f"{'you ' if self._to_the_person else ''}could show a colleague")
        if unit.seen_code is Code.THREE and theirs:
            parts.append(self.saw(theirs))
        if unit.before and unit.moved_up:
            parts.append(f'was "{self.state(unit.before)}"')
        return "; ".join([*parts, *self.aside(unit)])

    def saw(self, theirs: UnitAnswer) -> str:
        """Say that the supervisor saw it, or its record, or only has a view on it, and when."""
        mine = theirs.by is not None and theirs.by.me and not self._around.into_file
        rater, observed = "you" if mine else self.rater(theirs), Basis.OBSERVED in theirs.bases
        said = f"{rater} saw {'it' if observed else 'a record of it'}"
        if not theirs.seen:
            said = "your view" if mine else f"{rater}'s view"
        return f"{said}, {self.when(theirs, short=True)}"

    def quote(self, theirs: UnitAnswer) -> str:
        """Return what the supervisor answered, with what it rests on and when."""
        return f'{self.saw(theirs)}: "{self.state(theirs)}"'

    def only_theirs(self, unit: UnitFacts) -> str:
        """Return what a supervisor said of a unit, and whether they marked it."""
        theirs = unit.supervisor
        said = [self.their_view(theirs)] if theirs else []
        return "; ".join([*said, *(["marked to talk about"] if theirs and theirs.bring else [])])

    def aside(self, unit: UnitFacts) -> tuple[str, ...]:
        """Return what is said of a supervisor's view that decides nothing here; () where nothing.

        That is one agreed outside this job, one that is old, and work that was seen where the
        person gave no answer 0 to 3 of their own.
        """
        theirs, own = unit.supervisor, unit.own
        if theirs is None:
            return ()
        alone = theirs.seen and (own is None or own.value is None or not own.value.rated)
        outside = theirs.state.kind is StateKind.OUTSIDE
        says = theirs.state.kind not in (StateKind.NOT_SEEN, StateKind.NOT_ANSWERED)
        told = outside or (theirs.old and says) or alone
        return (self.quote(theirs),) if told else ()

    def effort(self, unit: UnitFacts) -> str:
        """Return what is said where effort would pay: marked, or seen otherwise."""
        return "; ".join(self.effort_parts(unit))

    def effort_parts(self, unit: UnitFacts) -> tuple[str, ...]:
        """Return that in its parts, the person's own answer first."""
        parts = [self.where(unit, self.dated_state(unit.own))]
        if unit.marked:
            parts.append("marked to talk about")
        aside = self.aside(unit)
        if unit.supervisor and unit.seen_code and unit.seen_code is not unit.own_code and not aside:
            parts.append(self.quote(unit.supervisor))
        return (*parts, *aside)

    def lower_word(self, unit: UnitFacts) -> str:
        """Return the lower answer in the words that the unit is asked in, or ""."""
        answer = unit.own or unit.supervisor
        asked_as = answer.state.asked_as if answer else AskedAs.SKILL
        return self.answer(asked_as, unit.lower_code) if unit.lower_code else ""

    def own(self, unit: UnitFacts) -> str:
        """Return the person's own answer, and what is said beside it."""
        return "; ".join([self.dated_state(unit.own), *self.aside(unit)])

    def evidence(self, unit: UnitFacts) -> str:
        """Return what there is as evidence of a unit, and from when."""
        found = unit.evidence
        return f"evidence: {found.title.rstrip('.')} ({day(found.on)})" if found else ""

    def elsewhere(self, unit: UnitFacts) -> str:
        """Return what is said of a unit that was done elsewhere."""
        look = unit.first_look
        return f"{self.first_look(look)} (first look, {day(look.on)})" if look else ""

    def service(self, unit: UnitFacts) -> str:
        """Return what of the service's stands in the way."""
        given = {each for each in unit.own.behind if each in SERVICE} if unit.own else set()
        return join_words([each.label.lower() for each in self._scale.behind if each.key in given])

    def outside(self, unit: UnitFacts) -> str:
        """Return why a unit is outside this job."""
        known = {choice.key: choice.label for choice in self._scale.reasons}
        reasons = unit.own.reasons if unit.own else ()
        said = join_words([known.get(reason, reason) for reason in reasons])
        return "; ".join(part for part in (said, *self.aside(unit)) if part)

    def agreed(self, answer: UnitAnswer) -> str:
        """Return what was agreed, when and with whom."""
        whom = f", with {answer.with_whom}" if answer.with_whom else ""
        return f"{self.state(answer)}, {day(answer.on)}{', old' if answer.old else ''}{whom}"

    def first_look(self, answer: UnitAnswer) -> str:
        """Return where somebody started from, in the words of that scale of its own."""
        if answer.value is None or not answer.value.rated:
            return self.state(answer)
        anchor = self._scale.first_look.anchors[answer.value]
        return anchor.you if self._to_the_person else anchor.they

    def wrote(self, who: PersonNamed) -> str:
        """Return what stands before somebody's own words: "You wrote", "Ada Example wrote"."""
        return f"{'You' if who.me else who.name} wrote"

    def move(self, unit: UnitFacts) -> str:
        """Return what moved, from what to what."""
        return f"{self.state(unit.before)} → {self.state(unit.own)}"

    def dated_move(self, unit: UnitFacts) -> str:
        """Return that with the day of the answer before."""
        on = f" ({day(unit.before.on)})" if unit.before else ""
        return f"{self.state(unit.before)}{on} → {self.state(unit.own)}"

    def direction(self, unit: UnitFacts, since: date | None) -> str:
        """Return which way a unit moved, in words that judge neither way, and since when."""
        asked_as = unit.own.state.asked_as if unit.own else AskedAs.SKILL
        up, down = _DIRECTIONS[asked_as]
        than = f"than on {day(since)}" if since else "than before"
        return f"{up} {than}" if unit.moved_up else f"{down} {than} ({_A_FALL})"


def _inside(words: str) -> str:
    """Return somebody's words as they stand inside a sentence: names keep their capitals."""
    return lower_first(words) if words.startswith(_ARTICLES) else words
