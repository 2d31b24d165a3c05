"""The shape of ``search_words.yaml``: what people type, and where it should lead.

Other names of a word of the glossary or of a page stand there, under ``also``; here is what belongs
to no single word.
"""

from datetime import date
from pathlib import Path

from ipsskills.framework.single import load_single
from ipsskills.framework.strict import Strict
from ipsskills.frozen import dataclass

SEARCH_WORDS = "search_words.yaml"


@dataclass(frozen=True, kw_only=True)
class Everyday(Strict):
    """Words for a place that its own texts do not use; ``at`` is its kind and id ("unit 3.8")."""

    at: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NoteWords(Strict):
    """Words for one note of a unit: they lead to the unit, and show the note of that ``topic``.

    A piece of background is such a note too.

    Several notes may have it, each for other nations.
    """

    at: str
    topic: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class StatementWords(Strict):
    """Words for one ``statement`` of a unit: they lead to the unit, and show that statement."""

    at: str
    statement: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SearchWords(Strict):
    """The whole of ``search_words.yaml``; each of ``same`` lists words for one thing.

    ``worried_at`` are places that are looked for when somebody may be in danger now, and
    ``worried`` words that are typed then.
    """

    version: str
    reviewed: date
    same: tuple[tuple[str, ...], ...]
    places: tuple[Everyday, ...]
    notes: tuple[NoteWords, ...] = ()
    statements: tuple[StatementWords, ...] = ()
    worried_at: tuple[str, ...] = ("unit 2.4",)
    worried: tuple[str, ...] = ()


def load_search_words(folder: Path | None = None, cache_folder: Path | None = None) -> SearchWords:
    """Return the words that people type. Raises DataFileError with every fault."""
    return load_single(SEARCH_WORDS, SearchWords, folder, cache_folder)
