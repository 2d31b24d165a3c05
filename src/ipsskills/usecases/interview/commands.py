"""What a person can do in the interview, whatever key or line they do it with."""

from enum import StrEnum

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.record.written import NO_WORDS, Written


@dataclass(frozen=True)
class NoteText:
    """The note on one item; private unless shared."""

    text: Written = NO_WORDS
    shared: bool = False


class Mark(StrEnum):
    """The two marks, never counted."""

    BRING = "bring"
    SHOW = "show"


class Mode(StrEnum):
    """What the interview is waiting for."""

    UNIT = "unit"
    REASON = "reason"
    BEHIND = "behind"
    BASIS = "basis"
    END = "end"


@dataclass(frozen=True)
class Give:
    """Answer the item on screen."""

    code: Code


@dataclass(frozen=True)
class Choose:
    """Choose from the short list on screen, by its key; None leaves the list as it was."""

    key: str | None


@dataclass(frozen=True)
class Same:
    """Rest the answer on the same as last time."""


@dataclass(frozen=True)
class Into:
    """Open the statements of the unit on screen, to be answered one by one."""


@dataclass(frozen=True)
class Out:
    """Go back from the statements to the unit they belong to."""


@dataclass(frozen=True)
class Open:
    """Open one of the short lists: reason (by answering x), behind or basis."""

    mode: Mode


@dataclass(frozen=True)
class Toggle:
    """Set or clear a mark on the item on screen."""

    mark: Mark


@dataclass(frozen=True)
class Write:
    """Set the note on the item on screen; empty text takes it back."""

    note: NoteText


@dataclass(frozen=True)
class Unlink:
    """Rest what was observed of a unit on no visit after all."""

    unit: str


@dataclass(frozen=True)
class Jump:
    """Go to an item."""

    item: str


@dataclass(frozen=True)
class Back:
    """Go back one item."""


@dataclass(frozen=True)
class Skip:
    """Go on without answering."""


@dataclass(frozen=True)
class Undo:
    """Take back the last thing that was kept."""


Command = (
    Give | Choose | Same | Into | Out | Open | Toggle | Write | Unlink | Jump | Back | Skip | Undo
)
