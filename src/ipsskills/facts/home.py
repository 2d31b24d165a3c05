"""What the first page tells of the one who reads it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from ipsskills.doing import Do
from ipsskills.facts.apart import ForgottenDraft, KeptApart
from ipsskills.facts.due import DueItem, TalkToday
from ipsskills.facts.plan import PlanActivity
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class Supervisee:
    """Somebody whom the reader supervises: when each of the two last looked, as far as is here.

    ``viewing`` is whether the reader's own look at them is begun and not finished, ``send`` what
    sends them what was kept since, where their own files come in. ``first_look`` is whether a
    first look is all that they finished, which keeps nothing apart.
    """

    name: str
    looked: date | None = None
    viewed: date | None = None
    viewing: bool = False
    send: Do | None = None
    first_look: bool = False

    @property
    def waits(self) -> bool:
        """Whether the reader's own look is the next thing: begun, or behind theirs."""
        return self.viewing or (self.looked is not None and (self.viewed or date.min) < self.looked)


@dataclass(frozen=True, kw_only=True)
class HomeFacts:
    """Where somebody is and what is next; ``person`` None is a first use.

    ``draft_left`` is how many questions of an open draft are still to answer. ``look_begun`` is
    when a first look was begun that is not finished, ``look_left`` how many of the ``look_asked``
    questions in it are still to answer, and ``looked`` when one was finished; that is told while
    there is nothing else. ``goals`` are titles,
    ``next_due`` the steps of a plan that are due first, ``due`` what else is due first and
    ``due_more`` how much more there is of that, ``names`` the short names of the units that
    are kept apart, ``forgotten`` the drafts that nobody has gone on with, ``talk_today`` what
    somebody's answers about safety still ask for, ``supervisees`` whom they supervise, by name.
    """

    person: str | None = None
    draft_begun: date | None = None
    draft_left: int = 0
    look_begun: date | None = None
    look_left: int = 0
    look_asked: int = 0
    looked: date | None = None
    last_finished: date | None = None
    next_pass: date | None = None
    goals: tuple[str, ...] = ()
    next_due: tuple[PlanActivity, ...] = ()
    due: tuple[DueItem, ...] = ()
    due_more: int = 0
    apart: KeptApart = field(default_factory=KeptApart)
    forgotten: tuple[ForgottenDraft, ...] = ()
    next: tuple[Do, ...] = ()
    talk_today: TalkToday | None = None
    supervisees: tuple[Supervisee, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, metadata={"json": False})
