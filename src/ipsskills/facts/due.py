"""What is due for a person, the earliest first."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from ipsskills.doing import Do
from ipsskills.facts.apart import ForgottenDraft, WaitingView
from ipsskills.facts.exchange.asked_words import WordsAskedHere
from ipsskills.facts.origin import Origin
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import SafetyWords
from ipsskills.frozen import dataclass


class DueKind(StrEnum):
    """What it is that is due."""

    ACTION = "action"
    SUPERVISION = "supervision"
    CERTIFICATE = "certificate"
    REVIEW = "review"
    CLOSE = "close or renew"
    NEXT_LOOK = "next look"
    STEP = "step"
    DRAFT = "draft"
    VIEW = "view"
    ERASE = "asked to erase"


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """One thing that is due on a day (None: none was set).

    ``past`` is whether that day is over. ``title`` is what an action, a goal, a step of a plan or
    a certificate is called, ``goal`` a goal's number, ``name`` the handle of an action or the
    number of a step. ``who`` is who does it, or whom a supervision is with; ``owed_to`` is whose
    supervision an action of the reader's came of, where it is not their own. ``draft`` is one
    that nobody has gone on with, ``came`` a view that came by file and waits for the reader's own.
    ``asked`` are words that somebody asks the reader to erase.
    ``write_down`` keeps a supervision, held or cancelled.
    ``origin`` is what in the record makes it due, None for either.
    """

    on: date | None
    what: DueKind
    title: str = ""
    who: str | None = None
    owed_to: str | None = None
    goal: int | None = None
    name: str = ""
    past: bool = False
    draft: ForgottenDraft | None = None
    came: WaitingView | None = None
    asked: WordsAskedHere | None = None
    write_down: Do | None = None
    origin: Origin | None = field(default=None, metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class TalkToday:
    """The ``units`` on which a low answer about safety was not talked about yet.

    ``leader`` is who supervises the person now, ``names`` are the units' short names; ``wording``
    says what such an answer asks for.
    """

    person: PersonNamed
    leader: PersonNamed | None
    units: tuple[str, ...]
    names: Mapping[str, str] = field(metadata={"json": False})
    wording: SafetyWords = field(metadata={"json": False})


@dataclass(frozen=True)
class DueFacts:
    """Everything due for a person as of a day, the earliest first; ``mine`` where they read it.

    ``talk_today`` is what comes before all of it, None where nothing does.
    """

    person: str
    on: date
    lines: tuple[DueItem, ...]
    mine: bool = True
    talk_today: TalkToday | None = None
