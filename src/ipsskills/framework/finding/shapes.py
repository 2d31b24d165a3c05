"""What a search goes by: places that one command opens, their passages, and where words stand.

A place is a unit, a page or a word of the glossary; a passage is one text in it. All of it is made
from the content and kept as a copy, so none of it is written by hand.
"""

from collections.abc import Mapping
from enum import StrEnum

from ipsskills.doing import Do, do
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass


class PlaceKind(StrEnum):
    """What a place is, in the word that a reader knows it by."""

    UNIT = "unit"
    AREA = "area"
    DOMAIN = "domain"
    SECTION = "section"
    MAP = "map"
    PAGE = "page"
    WORD = "word"
    PRINCIPLE = "principle"
    ITEM = "item"
    RULE = "rule"
    BLANK = "blank"


class Where(StrEnum):
    """Which part of a place a passage is, in the word that a reader knows it by."""

    NAME = "name"
    EVERYDAY = "everyday words"
    QUESTION = "question"
    PURPOSE = "purpose"
    TEXT = "says"
    IN_PRACTICE = "in practice"
    TOPIC = "topic"
    STATEMENT = "statement"
    OUTCOME = "outcome"
    ACTIVITY = "activity"
    VIGNETTE = "vignette"
    EVIDENCE = "what to bring"
    REFLECTION = "to think about"
    BACKGROUND = "evidence"
    NOTE = "note"
    APART = "told apart"


# Parts by which a place is found, and which say nothing to a reader.
NAMING = frozenset({Where.NAME, Where.EVERYDAY})


@dataclass(frozen=True, kw_only=True)
class Findable(Strict):
    """Something that one command opens: ``verb`` and ``words`` are that command.

    ``see`` are the units in which there is more on it, by their ids.
    """

    kind: PlaceKind
    id: str
    title: str
    verb: str
    words: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Passage(Strict):
    """One text of a place, which goes by its number.

    ``number`` tells which of its unit's statements, notes or cases it stands in; from 0. Everyday
    words may lead ``to`` some passages of their place, by the numbers of these.
    """

    place: int
    part: Where
    text: str
    number: int | None = None
    to: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Index(Strict):
    """Everything that can be found.

    ``words`` gives for each stem the numbers of its passages as text, which is read for a few of
    them only; ``spelt`` is every word as it stands in the content, and ``same`` are words that
    people use for one thing, as stems. ``worried_at`` are the numbers of places, and ``worried``
    phrases as stems, that are looked for when somebody may be in danger now.
    """

    places: tuple[Findable, ...]
    passages: tuple[Passage, ...]
    words: Mapping[str, str]
    spelt: str
    same: tuple[tuple[str, ...], ...]
    worried_at: tuple[int, ...] = ()
    worried: tuple[str, ...] = ()

    def first(self, place: int) -> Passage:
        """Return what a place, by its number, says first."""
        return next(p for p in self.passages if p.place == place and p.part not in NAMING)


def name_passage(passage: Passage) -> str:
    """Return where in its place a passage stands; a statement goes by its place in the unit."""
    if passage.part is Where.STATEMENT and passage.number is not None:
        return f"{passage.part.value} {passage.number + 1}"
    return passage.part.value


def open_passage(place: Findable, passage: Passage) -> Do:
    """Return the command that opens a place where one of its passages can be read."""
    if passage.part is Where.VIGNETTE and passage.number is not None:
        return do("framework vignette", place.id, str(passage.number + 1))
    return do(place.verb, *place.words)
