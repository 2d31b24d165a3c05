"""Two views in words, turned to the reader, before they are laid out."""

from datetime import date

from ipsskills.facts.compare import (
    ComparedAlone,
    ComparedPair,
    CompareFacts,
    CorrectedAnswer,
    FiguresFacts,
    TwoSides,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.facts.units import UnitAnswer
from ipsskills.frozen import dataclass
from ipsskills.method.pairs import Alone, PairTalk
from ipsskills.method.state import StateKind
from ipsskills.pages.compose.apart import apart_words
from ipsskills.pages.compose.contested import say_views_contested
from ipsskills.pages.compose.reports.compare_safety import SafetyBeside, word_safety
from ipsskills.pages.compose.reports.report_words import SEND_BACK
from ipsskills.pages.compose.unit_words import Around, UnitWords
from ipsskills.pages.words import join_words, lower_first, say_view

YOU = "You"

# Why a unit is no pair although both have something to say of it, which is said.
_BOTH_SAID = (
    *(Alone.SEEN_IN_PART, Alone.NO_CHANCE, Alone.OUTSIDE),
    *(Alone.OLD, Alone.CONTESTED, Alone.FAR_IN_TIME, Alone.FIRST_LOOK),
)

_NEXT = {
    "agree": "keep what you agree, and why",
    "share out": SEND_BACK,
    "report": "the whole view, strengths first",
    "explain": "how the two are set side by side",
}


@dataclass(frozen=True, kw_only=True)
class PairWords:
    """One unit that both answered: the words of each, turned to the reader, and what to say of it.

    ``own`` is the person's view and ``supervisor`` the other, with what it rests on, by whoever
    ``supervisor_name`` names. ``marked_by`` is who marked it to talk about. ``statements``
    are what to have in view where the two are far apart; ``agreed`` is what they agreed since.
    """

    unit: str
    short: str
    own: str
    own_on: date
    supervisor: str
    supervisor_on: date
    basis: str
    said: str
    supervisor_name: str = ""
    own_note: str | None = None
    supervisor_note: str | None = None
    statements: tuple[str, ...] = ()
    agreed: str | None = None
    marked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class AloneWords:
    """One unit that is no pair; ``why`` in words, and who marked it to talk about, if anybody.

    ``said`` is what the two views are, where both say something: that one had no chance yet and
    the other saw it, that it was seen in part, or long ago (docs/method.md, section 3).
    """

    unit: str
    short: str
    own: str
    supervisor: str
    why: str
    said: str = ""
    marked_by: str = ""
    supervisor_name: str = ""
    own_note: str | None = None
    supervisor_note: str | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectedWords:
    """One answer put right after its assessment was finished."""

    unit: str
    short: str
    whose: str
    was: str
    now: str


@dataclass(frozen=True, kw_only=True)
class SidesWords:
    """Whose views they are and of which day.

    ``own_name`` and ``supervisor_name`` are what each of the two is called to this reader.
    """

    person: str
    supervisor: str
    own_on: date | None
    supervisor_on: date | None
    own_name: str
    supervisor_name: str
    first_look: bool = False


@dataclass(frozen=True, kw_only=True)
class WordedComparison:
    """Both views: the pairs by what to do about them, the rest, and what was put right since."""

    sides: SidesWords
    strengths: tuple[PairWords, ...]
    far_apart: tuple[PairWords, ...]
    a_word: tuple[PairWords, ...]
    same_lower: tuple[PairWords, ...]
    not_paired: tuple[AloneWords, ...]
    corrected: tuple[CorrectedWords, ...]
    next: tuple[tuple[str, str], ...]
    apart_line: str = ""
    contested: tuple[str, ...] = ()
    safety: SafetyBeside = SafetyBeside()


def word_comparison(facts: CompareFacts, *, into_file: bool = False) -> WordedComparison:
    """Return two views in words turned to the reader; a file is read by anybody."""
    teller = _ComparisonTeller(facts, into_file=into_file)

    def of(talk: PairTalk) -> tuple[PairWords, ...]:
        return tuple(map(teller.pair, facts.of_talk(talk)))

    return WordedComparison(
        sides=teller.sides,
        strengths=of(PairTalk.STRENGTH),
        far_apart=of(PairTalk.FAR_APART),
        a_word=of(PairTalk.A_WORD),
        same_lower=of(PairTalk.SAME_LOWER),
        not_paired=tuple(map(teller.alone, facts.alone)),
        corrected=tuple(map(teller.corrected, facts.corrected)),
        next=tuple((str(doing), _NEXT[doing.verb]) for doing in facts.next),
        apart_line=apart_words(facts.apart, facts.wording.names),
        contested=say_views_contested(facts.contested, into_file=into_file),
        safety=teller.safety,
    )


def word_sides(sides: TwoSides) -> SidesWords:
    """Return what the two sides are called to the reader."""
    return SidesWords(
        person=sides.person.name,
        supervisor=sides.supervisor.name,
        own_on=sides.own_on,
        supervisor_on=sides.supervisor_on,
        own_name=_name(sides.person),
        supervisor_name=_name(sides.supervisor),
        first_look=sides.first_look,
    )


def figures_apart(facts: FiguresFacts) -> str:
    """Return the line that says what is kept apart."""
    return apart_words(facts.apart, facts.wording.names)


def _name(person: PersonNamed) -> str:
    return YOU if person.me else person.name


class _ComparisonTeller:
    """Says of each unit what the two views are."""

    def __init__(self, facts: CompareFacts, *, into_file: bool) -> None:
        self.sides = word_sides(facts.sides)
        self._states = facts.wording.scale.states
        around = Around(
            person=facts.sides.person,
            rater=facts.sides.supervisor.name,
            on=facts.sides.own_on or date.min,
            leader=facts.leader,
            into_file=into_file,
        )
        self._words = UnitWords(facts.wording, around)
        self.safety = word_safety(facts, self._words, around)

    def pair(self, pair: ComparedPair) -> PairWords:
        own, theirs = self._words.state(pair.own), self._words.state(pair.supervisor)
        return PairWords(
            unit=pair.unit,
            short=pair.short,
            own=own,
            own_on=pair.own.on,
            supervisor=theirs,
            supervisor_on=pair.supervisor.on,
            basis=self._words.bases(pair.supervisor),
            said=self._both(pair.own, pair.supervisor),
            own_note=pair.own.note,
            supervisor_note=pair.supervisor.note,
            statements=pair.in_view,
            supervisor_name=self._rater(pair.supervisor),
            agreed=self._words.agreed(pair.agreed) if pair.agreed else None,
            marked_by=self._marked_by(pair),
        )

    def alone(self, lone: ComparedAlone) -> AloneWords:
        own, theirs = self._own(lone.own), self._words.state(lone.supervisor)
        told = lone.supervisor.state.kind not in (StateKind.NOT_SEEN, StateKind.NOT_ANSWERED)
        said = self._both(lone.own, lone.supervisor) if told and lone.why in _BOTH_SAID else ""
        return AloneWords(
            unit=lone.unit,
            short=lone.short,
            own=own,
            supervisor=theirs,
            why=self._why(lone),
            said=said,
            marked_by=self._marked_by(lone),
            supervisor_name=self._rater(lone.supervisor),
            own_note=lone.own.note,
            supervisor_note=lone.supervisor.note,
        )

    def corrected(self, answer: CorrectedAnswer) -> CorrectedWords:
        return CorrectedWords(
            unit=answer.unit,
            short=answer.short,
            whose=self.sides.own_name if answer.own else self._rater(answer.now),
            was=self._words.state(answer.was),
            now=self._words.state(answer.now),
        )

    def _both(self, own: UnitAnswer, theirs: UnitAnswer) -> str:
        """Return both views, with what the supervisor's rests on; what both say is said once.

        Of a visit it says when and where it was seen, else the day of the view, if an earlier one.
        """
        rater, basis = self._rater(theirs), self._words.bases(theirs)
        same_day = theirs.on == self.sides.supervisor_on and not theirs.old and not theirs.setting
        when = "" if same_day else self._words.when(theirs)
        rests = [basis, f"view of {when}" if when and not theirs.setting else when]
        behind = f" ({', '.join(filter(None, rests))})" if any(rests) else ""
        mine, other = f"{self._own(own)}{self._when(own)}", self._words.state(theirs)
        if mine == other and rater == self.sides.supervisor_name:
            return f"Both: {mine}{behind}."
        return f"{say_view(self.sides.own_name, mine)}. {rater}: {other}{behind}."

    def _marked_by(self, unit: ComparedPair | ComparedAlone) -> str:
        own = [self.sides.own_name] if unit.own.bring else []
        theirs = [self._rater(unit.supervisor)] if unit.supervisor.bring else []
        return join_words([*own, *theirs])

    def _own(self, answer: UnitAnswer) -> str:
        """Return the person's own answer; one of a first look in the words of its own scale."""
        look = self.sides.first_look
        return self._words.first_look(answer) if look else self._words.state(answer)

    def _rater(self, answer: UnitAnswer) -> str:
        """Return what the one who gave an answer is called to the reader."""
        return _name(answer.by) if answer.by else self.sides.supervisor_name

    def _when(self, answer: UnitAnswer) -> str:
        same = answer.on == self.sides.own_on and not answer.old
        return "" if same else f" ({self._words.when(answer)})"

    def _why(self, lone: ComparedAlone) -> str:
        """Return why a unit is no pair, naming whose answer it is."""
        name, states = self._rater(lone.supervisor), self._states
        theirs = "you" if name == YOU else name
        not_seen = f"{states.not_seen.capitalize()} by {theirs}"
        if first := self._answered_nothing(lone.own):
            not_seen = f"{first}, and {lower_first(not_seen)}"
        return {
            Alone.NOT_SEEN: not_seen,
            Alone.SEEN_IN_PART: f"Seen in part by {theirs}",
            Alone.NO_CHANCE: states.no_chance.capitalize(),
            Alone.OUTSIDE: states.outside.capitalize(),
            Alone.NOT_ANSWERED: states.not_answered.capitalize(),
            Alone.OTHER_QUESTION: "Asked in another way",
            Alone.CONTESTED: "Contested",
            Alone.OLD: f"{'Your' if name == YOU else name + chr(39) + 's'} view is old",
            Alone.FAR_IN_TIME: "Too far apart in time",
            Alone.FIRST_LOOK: "A first look",
        }[lone.why]

    def _answered_nothing(self, own: UnitAnswer) -> str:
        """Return what the person said where that is no answer 0 to 3; "" where it is one.

        A unit that was not seen is told apart by that: they may have had no chance at it either.
        """
        if own.value is not None and own.value.rated:
            return ""
        states, whose = self._states, self.sides.own_name
        by = f"by {'you' if whose == YOU else whose}"
        if own.value is None and own.state.kind is StateKind.NOT_ANSWERED:
            return f"{states.not_answered.capitalize()} {by}"
        said = self._own(own)
        return f"{said[:1].upper()}{said[1:]}"
