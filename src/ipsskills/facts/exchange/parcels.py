"""Files that go from one record to another: what they hold, in codes, days and counts of things."""

from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any

from ipsskills.codes import AssessmentKind, EntryKind, OpenMatter, ParcelKind, ParcelWay
from ipsskills.doing import Do
from ipsskills.facts.exchange.asked_words import (
    WordsAnswered,
    WordsAskedHere,
    WordsErasedThere,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class LookTold:
    """One look or agreed answer: whose, of which day, how much is answered; never how."""

    kind: AssessmentKind
    by: PersonNamed
    on: date
    answers: int
    marks: int
    notes: int


@dataclass(frozen=True, kw_only=True)
class EntriesTold:
    """How many entries of a kind there are, and from which day to which."""

    kind: EntryKind
    count: int
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class DetailsTold:
    """Which of somebody's details there are, by the names of their fields; never what they say.

    ``emptied`` are those that were known and are no more.
    """

    of: PersonNamed
    fields: tuple[str, ...]
    emptied: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanTold:
    """How many goals and steps that were there before were agreed, done or changed otherwise."""

    agreed: int = 0
    goals_changed: int = 0
    done: int = 0
    steps_changed: int = 0


@dataclass(frozen=True, kw_only=True)
class Told:
    """What records are, by kind and day.

    ``goals`` and ``steps`` are those that were not there before, ``plan`` is what became of others.
    ``answers`` and ``notes`` are those whose look is not among them, ``taken_back`` notes, entries.
    ``together`` is how often both look together now; ``requests`` how many words somebody is asked
    to erase, ``refused`` how many of those are not, ``erasures`` how many texts were.
    """

    looks: tuple[LookTold, ...] = ()
    goals: int = 0
    steps: int = 0
    plan: PlanTold = PlanTold()
    entries: tuple[EntriesTold, ...] = ()
    objections: int = 0
    answers: tuple[str, ...] = ()
    notes: int = 0
    taken_back: int = 0
    details: tuple[DetailsTold, ...] = ()
    together: int = 0
    requests: int = 0
    refused: int = 0
    erasures: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there is nothing at all."""
        return self == Told()


@dataclass(frozen=True, kw_only=True)
class Staying:
    """What stays where it is: private notes, what is begun and not finished, what is kept apart.

    ``asked`` is how much the sender is asked to erase.
    ``other_views`` are views by somebody else, which go only where the person says so, and
    ``details`` what is left out of people's own.
    """

    private_notes: int = 0
    drafts: int = 0
    apart: int = 0
    other_views: int = 0
    other_entries: int = 0
    asked: int = 0
    details: tuple[DetailsTold, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WordsNaming:
    """Words in what goes that may name others in the record: which, of which day, and whom."""

    handle: str
    kind: str
    on: date
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ParcelPlanned:
    """A file that is to go out: about whom, to whom, what goes and what stays.

    ``naming`` are words in it that may name others than those who have to do with it.
    ``details`` is what was said of people's details, if anything was.
    ``by_key`` is whether it is closed for the receiver's key, ``asked_for_words`` whether a
    passphrase was asked for, whatever came from them. ``key_alone`` is whether nothing goes but
    who sends it and their key: what they had sent can come back to them by it. ``new_key`` is the
    day since which they have another key than the one a file for them was closed with before.
    ``on_hold`` are those of the two, whom it is about and to whom it goes, for whom a hold stands.
    """

    kind: ParcelKind
    about: PersonNamed
    by: PersonNamed
    to: PersonNamed
    on_hold: tuple[PersonNamed, ...] = ()
    on: date
    goes: Told
    stays: Staying
    naming: tuple[WordsNaming, ...] = ()
    views: bool
    details: bool | None = None
    readable: bool
    by_key: bool
    key_alone: bool = False
    asked_for_words: bool = False
    new_key: date | None = None
    content: Any = field(repr=False, metadata={"json": False})
    held: tuple[str, ...] = field(repr=False, metadata={"json": False})
    key: str | None = field(repr=False, metadata={"json": False})
    own_key: Any = field(repr=False, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class ParcelWritten:
    """A file that was written: where (None: on stdout), how many bytes it has.

    ``page`` is where the same page is for the person it is about, if that was written.
    """

    planned: ParcelPlanned
    path: Path | None
    size: int
    page: Path | None = None


@dataclass(frozen=True, kw_only=True)
class PersonMet:
    """Somebody in a file: their id and name there, and who they are ``here``, None if new."""

    id: str
    called: str
    here: PersonNamed | None


@dataclass(frozen=True, kw_only=True)
class PersonInDoubt:
    """Somebody in a file who may be one of some people here, and has to be asked about."""

    id: str
    called: str
    like: tuple[PersonNamed, ...]


@dataclass(frozen=True, kw_only=True)
class NewSupervisor:
    """Somebody who says in a file that they supervise the reader, where that is not so here.

    ``here`` is who does here, None where nobody does; ``accept`` is how the reader says so too.
    """

    called: str
    here: PersonNamed | None
    accept: Do


@dataclass(frozen=True, kw_only=True)
class ParcelMet:
    """A file that came: who it says it is from, about whom, and what of it is new here.

    ``known`` is what was here already, ``changed`` the units answered otherwise than in an earlier
    copy, of the day ``changed_since``. ``new_key`` is who has another key in it than was known.
    ``erased_on`` is the day on which whom it is about was erased here, where they come back, and
    ``erased_perhaps`` one on which they may have been, after the file was made.
    ``supervisor`` is who says that they supervise the reader now. ``erased_there`` are words here
    that were erased elsewhere, and ``asked`` those that the reader is asked to erase; ``answered``
    is what became of what the reader asked for.
    """

    kind: ParcelKind
    by: PersonMet
    about: PersonMet
    to: PersonMet | None
    made: date
    new: Told
    known: Told
    changed: tuple[str, ...] = ()
    changed_since: date | None = None
    new_key: tuple[str, ...] = ()
    doubts: tuple[PersonInDoubt, ...] = ()
    erased_on: date | None = None
    erased_perhaps: date | None = None
    supervisor: NewSupervisor | None = None
    erased_there: tuple[WordsErasedThere, ...] = ()
    asked: tuple[WordsAskedHere, ...] = ()
    answered: tuple[WordsAnswered, ...] = ()

    @property
    def for_another(self) -> bool:
        """Whether it says that it is for somebody who is here, and not the one who opened it."""
        return self.to is not None and self.to.here is not None and not self.to.here.me


@dataclass(frozen=True, kw_only=True)
class ParcelTaken:
    """What came of a file that was taken in; ``apart`` are the units whose answers are kept apart.

    ``raters`` are the names of those who gave the answers that are kept apart.
    ``every`` is whether all units of the three sections are among those. ``no_look`` is whether it
    was a handover, and no look of the person's own is here.
    """

    met: ParcelMet
    number: int | None
    apart: tuple[str, ...] = ()
    raters: tuple[str, ...] = ()
    every: bool = False
    no_look: bool = False
    next: tuple[Do, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParcelShown:
    """A file that went or came: its number in the list, when, about whom, with whom.

    ``page`` is whether it is read and taken in nowhere, ``open`` what of it is still to be done.
    """

    number: int
    way: ParcelWay
    kind: ParcelKind
    page: bool = False
    on: date
    about: str
    with_whom: str | None
    held: int
    undone: bool
    open: tuple[OpenMatter, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParcelsShown:
    """Every file that went out and came in, the latest first; ``of`` is who they have to do with.

    Without it they are everybody's.
    """

    parcels: tuple[ParcelShown, ...]
    of: PersonNamed | None = None


@dataclass(frozen=True, kw_only=True)
class ParcelUndone:
    """A file that was taken back: which, and how much went with it.

    ``read_on`` is the day on which its receiver chose to read answers in it before they had
    looked, if they did: that stays. ``people`` are those who came into the record by it, and stay.
    """

    parcel: ParcelShown
    gone: Told
    people: tuple[PersonNamed, ...] = ()
    read_on: date | None = None
