"""Answers as charts show them, whose they are, and the words of the key that explains them."""

from enum import StrEnum

from ipsskills.codes import Code
from ipsskills.frozen import dataclass


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

    ``apart`` is whether it is kept from this reader for now: it is not drawn at all.
    """

    value: Code | None
    word: str
    apart: bool = False

    @property
    def rated(self) -> bool:
        """Whether it is one of the four answers 0 to 3, and may be drawn as one."""
        return self.value is not None and self.value.rated and not self.apart


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
    """The words of a key: ``ways`` of asking, what each point is called in them, and the signs."""

    ways: tuple[str, ...] = ()
    points: tuple[PointWords, ...] = ()
    signs: tuple[SignWords, ...] = ()

    def list_needed(self, given: set[Code | None]) -> list[SignWords]:
        """Return the signs, without "not seen" where nobody gave it: only a supervisor can."""
        return [s for s in self.signs if s.value is not Code.NOT_SEEN or s.value in given]
