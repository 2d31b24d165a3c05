"""What is kept from a reader while somebody looks alone, and drafts that were forgotten."""

from datetime import date

from ipsskills.codes import AssessmentKind
from ipsskills.doing import Do
from ipsskills.facts.people import PersonNamed
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class ForgottenDraft:
    """A draft in which nothing was answered for fourteen days.

    ``rater`` is whose view it is and ``about`` of whom; ``touched`` is the day of the last answer.
    ``keeps_apart`` is whether it still keeps answers apart. ``go_on`` and ``drop`` are the two ways
    out, as its rater types them.
    """

    kind: AssessmentKind
    rater: PersonNamed
    about: PersonNamed
    began: date
    touched: date
    keeps_apart: bool
    go_on: Do
    drop: Do


@dataclass(frozen=True, kw_only=True)
class CameByFile:
    """What of one person came by file before its reader had looked, and is kept apart from them.

    ``about`` is that person, ``raters`` are those whose answers it is; ``days`` are those on which
    it came, ``until`` is the last day on which any of it is kept apart.
    ``look`` and ``together`` are the two ways out, as the reader types them. ``every`` is whether
    all units of the three sections are among its ``units``. ``marked`` are the units that a person
    marked to bring to supervision: that is addressed to the reader.
    """

    raters: tuple[PersonNamed, ...]
    about: PersonNamed
    units: tuple[str, ...]
    every: bool
    marked: tuple[str, ...] = ()
    days: tuple[date, ...]
    until: date
    look: Do
    together: Do


@dataclass(frozen=True, kw_only=True)
class WaitingView:
    """A view that came by file on a day, on which its reader has not finished their own.

    ``about`` is of whom it is. ``answered`` is how many of the ``asked`` questions of the reader's
    own look are answered; None where none is begun. ``until`` is the last day it is kept apart;
    ``over`` is whether that is past, so that it is open to them. ``look`` is how they look.
    """

    rater: PersonNamed
    about: PersonNamed
    on: date
    until: date
    over: bool = False
    answered: int | None = None
    asked: int = 0
    look: Do


@dataclass(frozen=True, kw_only=True)
class ReadTogether:
    """That ``reader`` read the answers of ``rater`` on a day, before giving a view of their own.

    ``after`` are the units, in curriculum order, on which they gave one after that.
    """

    reader: PersonNamed
    rater: PersonNamed
    on: date
    after: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class EnteredView:
    """That a view, given by somebody on a day, was entered by somebody else.

    ``by_form`` is whether it came as its giver's own form and was taken in; else it was typed.
    """

    by: PersonNamed
    on: date
    entered_by: PersonNamed
    by_form: bool = False


@dataclass(frozen=True, kw_only=True)
class LookAside:
    """That a finished view of a day is kept, set aside for the same person's of ``for_``."""

    by: PersonNamed
    on: date
    for_: date


@dataclass(frozen=True, kw_only=True)
class KeptApart:
    """The units kept apart, in curriculum order, and whose views have to be finished first.

    ``drafted`` are those of them that stand in an open draft, and ``every`` is whether all units of
    the three sections are among those. ``forgotten`` are the drafts behind it that nobody has gone
    on with. ``came`` is what came by file, at most one, but for drafted units; ``together`` are
    those that somebody read before they had looked. How the views a page speaks of were given
    stands here too: which were ``entered`` by somebody else, and which were set ``aside``.
    """

    units: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    came: tuple[CameByFile, ...] = ()
    together: tuple[ReadTogether, ...] = ()
    raters: tuple[PersonNamed, ...] = ()
    every: bool = False
    forgotten: tuple[ForgottenDraft, ...] = ()
    entered: tuple[EnteredView, ...] = ()
    aside: tuple[LookAside, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TogetherNow:
    """That answers about a person, on these units, are not kept apart any more from a day on.

    ``every`` is whether all units of the three sections are among them.
    """

    person: PersonNamed
    units: tuple[str, ...]
    every: bool
    on: date
    next: tuple[Do, ...]


@dataclass(frozen=True, kw_only=True)
class LookedAlone:
    """A view of a person's work in which nothing was seen of these units, finished on a day.

    ``every`` is whether all units of the three sections are among them.
    """

    person: PersonNamed
    units: tuple[str, ...]
    every: bool
    on: date
    next: tuple[Do, ...]
