"""Answers as charts show them, whose they are, and the words of the key that explains them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from ipsskills.codes import Code
from ipsskills.frozen import dataclass

FOOT = "One view on one day. Not a score."
FOOT_OF_DAYS = "One person's own views on the days named. Not a score."
FOOT_OF_PEOPLE = "Views of two people on the days named. Not a score."


class LayerKind(StrEnum):
    """Whose answers of when are drawn together, with one look."""

    NOW = "now"
    EARLIER = "earlier"
    SUPERVISOR = "supervisor"
    AGREED = "agreed"


@dataclass(frozen=True)
class Layer:
    """One set of answers: whose of when, said in the key and, in few words, in the alternative."""

    kind: LayerKind
    name: str
    brief: str = ""


@dataclass(frozen=True)
class ShownAnswer:
    """An answer on a chart: ``value`` None is not answered; ``word`` is its state in words.

    ``left_out`` is whether it is not drawn at all: it is kept from this reader for now, or may not
    be set beside the others.
    """

    value: Code | None
    word: str
    left_out: bool = False

    @property
    def rated(self) -> bool:
        """Whether it is one of the four answers 0 to 3, and may be drawn as one."""
        return self.value is not None and self.value.rated and not self.left_out


@dataclass(frozen=True)
class PointWords:
    """One of the answers 0 to 3 as the key explains it: a word for each way of asking."""

    code: Code
    words: tuple[str, ...]


@dataclass(frozen=True)
class SignWords:
    """What the sign of an answer that is none of 0 to 3 means."""

    value: Code | None
    word: str


@dataclass(frozen=True)
class KeyWords:
    """The words of a key: ``ways`` of asking, what each point is called in them, and the signs.

    ``units`` says for each way which units are asked in it, where there is anything to say.
    """

    ways: tuple[str, ...] = ()
    points: tuple[PointWords, ...] = ()
    signs: tuple[SignWords, ...] = ()
    units: tuple[str, ...] = ()

    def list_needed(self, answers: Iterable[ShownAnswer]) -> list[SignWords]:
        """Return the signs of answers that are drawn: what nobody gave needs no explaining."""
        given = {answer.value for answer in answers if not answer.left_out}
        return [sign for sign in self.signs if sign.value in given]


def spread(answers: Sequence[ShownAnswer]) -> list[float]:
    """Return how many places each answer is from the middle of those drawn at the same point.

    That is 0 for one that stands alone; two that are the same stand half a place to either side.
    """
    found = []
    for number, answer in enumerate(answers):
        alike = [n for n, each in enumerate(answers) if each.rated and each.value == answer.value]
        here = answer.rated and alike
        found.append(alike.index(number) - (len(alike) - 1) / 2 if here else 0.0)
    return found


def list_told(answers: Sequence[ShownAnswer]) -> Iterator[int]:
    """Yield which layers' words are written out: the first, and those that say something else.

    What is drawn as the same answer, or as a sign of the key, needs no words again.
    """
    for number, answer in enumerate(answers):
        drawn_alike = answer.value == answers[0].value and not answer.left_out
        if number == 0 or (answer.word and not drawn_alike and (answer.rated or answer.left_out)):
            yield number


def group_alike(answers: Sequence[ShownAnswer]) -> list[tuple[int, ...]]:
    """Return the layers whose words are written out, those together that are the same answer.

    What is only a sign of the key needs no words of its own but the first layer's.
    """
    groups: list[list[int]] = []
    for number, answer in enumerate(answers):
        alike = [group for group in groups if _same(answers[group[0]], answer)]
        if alike:
            alike[0].append(number)
        elif not number or (answer.word and (answer.rated or answer.left_out)):
            groups.append([number])
    return [tuple(group) for group in groups]


def _same(one: ShownAnswer, other: ShownAnswer) -> bool:
    drawn = not (one.left_out or other.left_out)
    return drawn and (one.value, one.word) == (other.value, other.word)


def find_foot(layers: Sequence[Layer]) -> str:
    """Return the line at the foot of a chart of one person."""
    if any(layer.kind in (LayerKind.SUPERVISOR, LayerKind.AGREED) for layer in layers):
        return FOOT_OF_PEOPLE
    return FOOT_OF_DAYS if len(layers) > 1 else FOOT


def tell_unit(name: str, layers: Sequence[Layer], answers: Sequence[ShownAnswer]) -> str:
    """Return a unit and its word in every layer: "3.8 Disclosure: you: with a check; ..."."""
    said = [
        f"{layer.brief}: {answer.word}" if layer.brief else answer.word
        for layer, answer in zip(layers, answers, strict=True)
    ]
    return f"{name}: {'; '.join(said)}"
