"""The wording of questions, answers and states, as ``competences.yaml`` holds it."""

from collections.abc import Mapping

from ipsskills.codes import AskedAs, Code
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass

# How far back most looks go, in words; how far somebody's own goes is a rule (``method/calendar``).
USUAL_PERIOD = "three months"


@dataclass(frozen=True, kw_only=True)
class Anchor(Strict):
    """One answer 0 to 3 of one way of asking: its label, what it means, and the state it gives.

    ``you`` is the state as said to the person; ``they`` as said about them.
    """

    label: str
    means: str
    you: str
    they: str


@dataclass(frozen=True, kw_only=True)
class Way(Strict):
    """One of the four ways of asking: question and anchors. ``{period}`` is filled in."""

    question: str
    supervisor_question: str
    anchors: Mapping[Code, Anchor]


@dataclass(frozen=True, kw_only=True)
class FirstLook(Strict):
    """How somebody in their first weeks is asked; a scale of its own."""

    version: str
    question: str
    anchors: Mapping[Code, Anchor]


@dataclass(frozen=True, kw_only=True)
class Choice(Strict):
    """A short fixed choice: its key as stored, the words for it, and what they mean."""

    key: str
    label: str
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class StateWords(Strict):
    """The words of the states that are not one answer's own (docs/method.md, section 3)."""

    outside: str
    not_seen: str
    seen_in_part: str
    nothing_rated: str
    part_answered: str
    no_chance: str
    no_chance_for_most: str
    so_far: str
    in_most: str
    not_answered: str


@dataclass(frozen=True, kw_only=True)
class SafetyWords(Strict):
    """What the safety block says for each case (docs/method.md, section 4)."""

    talk_today: str
    talk_through: str
    vignette: str
    nothing_more: str
    outside: str
    worry_now: str


@dataclass(frozen=True, kw_only=True)
class Scale(Strict):
    """The wording of the answers. Codes are the program's; changed anchors need a new version."""

    version: str
    ways: Mapping[AskedAs, Way]
    first_look: FirstLook
    other_answers: Mapping[Code, Anchor]
    reasons: tuple[Choice, ...]
    behind: tuple[Choice, ...]
    bases: tuple[Choice, ...]
    states: StateWords
    safety: SafetyWords


def ask_as_usual(question: str) -> str:
    """Return a question as most people are asked it, for a text that is not about one look."""
    return question.format(period=USUAL_PERIOD)
