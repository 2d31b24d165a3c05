"""What is told before and after something is erased: what goes, and where a name still stands."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ipsskills.codes import HoldReason, ParcelWay
from ipsskills.facts.exchange.parcels import Told
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass

if TYPE_CHECKING:
    from ipsskills.facts.exchange.holds import FileToKeep


@dataclass(frozen=True, kw_only=True)
class WordsKept:
    """Words of a record, not told here: by what ``handle`` they are named, and whose they are.

    ``kind`` is the table, or of an entry its kind; ``about`` and ``author`` are names of today,
    ``on`` is the day they were kept. ``fields`` are those that hold what was looked for.
    """

    handle: str
    kind: str
    about: str
    author: str
    on: date
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OtherCopy:
    """That somebody else has what was sent to them, or sent it here, and on which day.

    ``number`` is that of the file in the list of files, ``held`` what it held of what is here, and
    ``page`` whether it was a page to read, which holds no records.
    """

    number: int
    name: str
    way: ParcelWay
    on: date
    held: Told
    page: bool


@dataclass(frozen=True, kw_only=True)
class ErasedByJoin:
    """What is erased here once a second file of the record is taken in: people, and words.

    ``asked`` are those whom it is about, by whom both questions are asked.
    """

    people: tuple[PersonNamed, ...]
    words: tuple[WordsKept, ...]
    asked: tuple[PersonNamed, ...]


@dataclass(frozen=True, kw_only=True)
class ErasingOutlook:
    """What erasing somebody comes to: from which tables things go, and what stays elsewhere.

    ``by`` is who erases, None where that is not known yet, and ``on`` the day.
    ``passages`` are words about others that hold the name; ``others`` are copies that other people
    have; ``beside`` are other files of the record, which are not reached, and ``to_keep`` those of
    them that must not be removed. ``second`` is the second folder that copies go to, if one is set.
    """

    person: PersonNamed
    by: PersonNamed | None
    on: date
    things: tuple[str, ...]
    passages: tuple[WordsKept, ...]
    others: tuple[OtherCopy, ...]
    beside: tuple[Path, ...]
    to_keep: "tuple[FileToKeep, ...]" = ()
    second: Path | None = None


@dataclass(frozen=True, kw_only=True)
class CopiesCleared:
    """Our copies of the record: those written anew, those removed as they could not be.

    ``left`` are those that could be neither, as somebody else is held. ``unreached`` is a
    second folder of copies that is away now.
    """

    rewritten: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    unreached: Path | None = None

    def __add__(self, later: "CopiesCleared") -> "CopiesCleared":
        """Return what became of copies by now, each once."""
        return CopiesCleared(
            rewritten=tuple(dict.fromkeys((*self.rewritten, *later.rewritten))),
            removed=tuple(dict.fromkeys((*self.removed, *later.removed))),
            left=tuple(dict.fromkeys((*self.left, *later.left))),
            unreached=later.unreached,
        )


@dataclass(frozen=True, kw_only=True)
class PersonErased:
    """That somebody was erased on a day: their ids stay; ``outlook`` is what it came to."""

    ids: tuple[str, ...]
    on: date
    outlook: ErasingOutlook
    copies: CopiesCleared


@dataclass(frozen=True, kw_only=True)
class WordsOutlook:
    """What erasing the words of one thing comes to: whose they are, and who was sent them.

    ``named`` are others whom the words may name: both questions are asked about each of them too.
    ``others`` are copies that other people have, pages among them that may hold the words, and
    ``to_ask`` the names of those of them who are in the record.
    """

    person: PersonNamed
    passage: WordsKept
    others: tuple[OtherCopy, ...]
    to_ask: tuple[str, ...]
    named: tuple[PersonNamed, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WordsErased:
    """That the words of one thing were erased on a day, in all its versions.

    ``others`` and ``to_ask`` are as `WordsOutlook` has them.
    """

    passage: WordsKept
    on: date
    copies: CopiesCleared
    others: tuple[OtherCopy, ...]
    to_ask: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WordsAsked:
    """That somebody is asked, with the next file that goes to them, to erase words of theirs."""

    passage: WordsKept
    asked: PersonNamed
    on: date


QUESTIONS = (HoldReason.REQUEST, HoldReason.DISPUTE)
"""What is asked before anything about somebody is erased, by the hold that a yes sets."""


@dataclass(frozen=True, kw_only=True)
class NothingAgainst:
    """That it was said of one person that the answer to each of `QUESTIONS` is no.

    ``about`` is their id. Nothing is erased for good without one.
    """

    about: str
