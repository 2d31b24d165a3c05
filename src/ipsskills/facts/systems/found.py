"""What a search found: places, the passages in them, and what a word was taken for."""

from dataclasses import field

from ipsskills.doing import Do
from ipsskills.framework.noted import GuidanceNote
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class FoundPassage:
    """A passage that holds what was typed: the part of its place that it is, and its text.

    The first word that was found stands at ``at`` in the text. ``note`` is the note on law that it
    stands in, if it does, and ``opens`` shows it in its place.
    """

    part: str
    text: str
    at: int = field(metadata={"json": False})
    opens: Do = field(metadata={"json": False})
    note: GuidanceNote | None = field(metadata={"json": False}, default=None)


@dataclass(frozen=True, kw_only=True)
class FoundPlace:
    """A unit, page, word, item or rule that holds what was typed, by its kind, id and title.

    The best of its ``passages`` stands first; where only its name was found, what it says first.
    """

    kind: str
    id: str
    title: str
    passages: tuple[FoundPassage, ...]


@dataclass(frozen=True, kw_only=True)
class TakenFor:
    """A word that stands nowhere, and the words that were taken in its place."""

    word: str
    near: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SearchFacts:
    """What a search found, the best first; ``more`` says that there is more than is told here.

    ``missing`` are words that stand nowhere, nor anything like them. ``others`` are notes of other
    nations that hold all that was typed, which are folded; ``unfolded`` are the same in their
    places, if they are asked for. ``worry_now`` is what comes before all else where one of the
    first places is a unit of the safety block: it may be asked because of somebody now.
    """

    words: str
    places: tuple[FoundPlace, ...]
    more: bool = False
    taken_for: tuple[TakenFor, ...] = ()
    missing: tuple[str, ...] = ()
    worry_now: str = ""
    unfolded: tuple[FoundPlace, ...] = ()
    others: tuple[GuidanceNote, ...] = field(default=(), metadata={"json": False})
