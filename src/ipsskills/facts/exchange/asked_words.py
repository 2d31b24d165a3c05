"""Words that somebody asks to have erased, what became of it, and words erased elsewhere."""

from datetime import date

from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class WordsAskedHere:
    """That ``by`` asked on a day to have words erased that are here; the words are not told.

    ``handle`` names them, ``kind`` is the table, or of an entry its kind. ``about`` and ``author``
    are names of today.
    """

    handle: str
    kind: str
    about: str
    author: str
    by: str
    on: date


@dataclass(frozen=True, kw_only=True)
class WordsAnswered:
    """What became on a day of words that the reader asked ``by`` to erase: ``done``, or refused.

    ``handle``, ``kind`` and ``about`` are as `WordsAskedHere` has them.
    """

    handle: str
    kind: str
    about: str
    by: str
    on: date
    done: bool


@dataclass(frozen=True, kw_only=True)
class WordsErasedThere:
    """Words that are here and were erased in another record: by whom (a name) and on which day.

    ``handle`` names them here, ``kind`` is the table, or of an entry its kind.
    """

    handle: str
    kind: str
    by: str
    on: date
