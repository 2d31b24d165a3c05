"""What an interview holds: the script, the answers so far, and where it is."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from ipsskills.codes import AskedAs, AssessmentKind, Basis, Behind, Code
from ipsskills.framework.types import Framework, Statement, Unit
from ipsskills.frozen import dataclass
from ipsskills.method.apart import unit_of
from ipsskills.usecases.interview.commands import Mode, NoteText


@dataclass(frozen=True)
class SeenOn:
    """A visit on which a supervisor saw a unit: the observation's thing, its day, where it was."""

    visit: str
    day: date
    setting: str = ""


@dataclass(frozen=True)
class Answer:
    """What is known about one item: its code (None: not answered), reason, basis and marks.

    ``seen`` is the visit that an observed answer rests on, or that one to come would.
    """

    code: Code | None = None
    reason: str | None = None
    basis: Basis | None = None
    behind: Behind | None = None
    bring: bool = False
    show: bool = False
    seen: SeenOn | None = None


# What an item has of which nothing is known: asked for at each key, so made once.
_NO_ANSWER = Answer()
_NO_NOTE = NoteText()


@dataclass(frozen=True)
class RatingChange:
    """To be recorded: the item has this answer now."""

    item: str
    answer: Answer


@dataclass(frozen=True)
class NoteChange:
    """To be recorded: the item has this note now."""

    item: str
    note: NoteText


Change = RatingChange | NoteChange


@dataclass(frozen=True)
class InRow:
    """How many answers in a row were the same, and whether the person was told so already."""

    code: Code | None = None
    length: int = 0
    told: bool = False


@dataclass(frozen=True)
class Script:
    """What an interview asks; it stays the same from first question to last.

    ``items`` are units, or statements where every statement is asked. ``earlier`` holds in words
    what was answered the time before; it is shown only beside a new answer, never before it.
    ``heading`` says whose view it is where that is not the person's own.
    """

    framework: Framework
    kind: AssessmentKind
    items: tuple[str, ...]
    period: str
    earlier: Mapping[str, str] = field(default_factory=dict)
    heading: str = ""

    def unit(self, item: str) -> Unit:
        """Return the unit or area of an item, or the one a statement belongs to."""
        return self.framework.by_id[unit_of(item)]

    def statement(self, item: str) -> Statement | None:
        """Return the statement that an item is, or None for a unit."""
        return None if item in self.framework.by_id else self.framework.statements[item][1]

    def statements(self, unit: str) -> tuple[str, ...]:
        """Return the ids of the statements of a unit that may be answered one by one."""
        return tuple(s.id for s in self.framework.by_id[unit].live_statements)

    def asked_as(self, item: str) -> AskedAs:
        """Return how an item is asked."""
        return self.framework.asked_as(item)

    def find_item(self, typed: str) -> str:
        """Return the id of what somebody typed in any case: M3 for m3, a statement's for 3.8/2.

        What names nothing comes back as it is.
        """
        unit, slash, part = typed.strip().partition("/")
        unit = unit.upper()
        parts = self.statements(unit) if unit in self.framework.by_id else ()
        if part.isdecimal() and 1 <= int(part) <= len(parts):
            return parts[int(part) - 1]
        return f"{unit}{slash}{part.lower()}"

    def number(self, item: str) -> str:
        """Return what names an item to a person: a unit's id, or 3.8/2 for its second statement."""
        unit = unit_of(item)
        return item if item == unit else f"{unit}/{self.statements(unit).index(item) + 1}"

    def covers(self, item: str) -> bool:
        """Whether an item, or the unit of a statement, can be answered in this interview."""
        unit = unit_of(item)
        if unit not in self.framework.by_id:
            return False
        known = item == unit or item in self.statements(unit)
        return known and any(unit_of(each) == unit for each in self.items)


@dataclass(frozen=True)
class InterviewState:
    """Where an interview is. ``index`` equal to the number of items is the end.

    ``spot`` is the place of the statement on screen within its unit, or None on the unit itself.
    ``pending`` is a supervisor's answer that still lacks what it rests on; ``basis`` is what the
    last one rested on. ``undo`` holds, newest last, what to put back; ``status`` is the line that
    answers a command, and ``refused`` whether it says why nothing came of it. ``visits`` are those
    on which a supervisor saw units, by unit. ``passed_over`` are the open items that a jump left
    behind and that were not on screen since.
    """

    script: Script
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, NoteText] = field(default_factory=dict)
    index: int = 0
    spot: int | None = None
    mode: Mode = Mode.UNIT
    pending: Code | None = None
    basis: Basis | None = None
    undo: tuple[Change, ...] = ()
    in_row: InRow = field(default_factory=InRow)
    status: str = ""
    refused: bool = False
    visits: Mapping[str, SeenOn] = field(default_factory=dict)
    passed_over: frozenset[str] = frozenset()

    @property
    def item(self) -> str | None:
        """The item on screen, or None at the end."""
        items = self.script.items
        if self.index >= len(items):
            return None
        if self.spot is None:
            return items[self.index]
        return self.script.statements(items[self.index])[self.spot]

    def answer(self, item: str) -> Answer:
        """Return what is known about an item."""
        return self.answers.get(item, _NO_ANSWER)

    def note(self, item: str) -> NoteText:
        """Return the note on an item."""
        return self.notes.get(item, _NO_NOTE)

    def is_open(self, item: str) -> bool:
        """Whether an item is still to be answered; a unit may be answered by its statements."""
        if self.answer(item).code is not None:
            return False
        if item not in self.script.framework.by_id:
            return True
        parts = self.script.statements(item)
        return not parts or any(self.answer(part).code is None for part in parts)

    @property
    def open_items(self) -> tuple[str, ...]:
        """The items not answered yet, in order."""
        return tuple(item for item in self.script.items if self.is_open(item))
