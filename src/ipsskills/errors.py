"""The one tree of errors; every room may raise from it and it imports nothing of ours.

Each class fixes its exit code and a short stable name; each raised error carries what happened
and what to do next. ``docs/exit-codes.md`` is made from these classes.
"""

from typing import ClassVar


class IpsSkillsError(Exception):
    """Something a user can do something about.

    ``message`` says what happened; ``hint`` says what to do next, usually a command to type.
    """

    exit_code: ClassVar[int] = 1
    name: ClassVar[str] = "bug"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(IpsSkillsError):
    """The command line asked for something the program does not offer."""

    exit_code = 2
    name = "usage"


class NotFound(IpsSkillsError):
    """A person, unit, file or record that was named does not exist."""

    exit_code = 10
    name = "not-found"


class InvalidInput(IpsSkillsError):
    """An answer, a name, a date or an answers file that cannot be taken as it is."""

    exit_code = 11
    name = "invalid-input"


class NotAForm(InvalidInput):
    """A file that is no form of ours, or one that cannot be told to be one any more."""

    name = "not-a-form"


class ClosedForOther(InvalidInput):
    """A file that is closed for a key which this record does not have."""

    name = "closed-for-other"


class UnderHold(InvalidInput):
    """Something was to be erased about a person for whom a hold stands."""

    name = "held"


class DataFileError(IpsSkillsError):
    """A framework or curriculum file with faults in it."""

    exit_code = 12
    name = "data-file"


class StoreError(IpsSkillsError):
    """The record cannot be opened, read or written."""

    exit_code = 13
    name = "store"


class DamagedRecord(StoreError):
    """Something in the record cannot be read any more; there may be a copy to go back to."""

    name = "damaged"


class RecordBusy(StoreError):
    """Another program holds the record; in a moment it may be free."""

    name = "busy"


class ChangedElsewhere(StoreError):
    """Somebody else, or another window, changed the same thing first."""

    name = "changed-elsewhere"


class RecordReplaced(ChangedElsewhere):
    """Another file was put in the record's place while this one was open."""

    name = "replaced"


class DifferentContent(StoreError):
    """Two records hold the same version with different content, which no program of ours makes."""

    name = "different-content"


class NeedsTerminal(IpsSkillsError):
    """A question has to be asked and nobody is there to answer it."""

    exit_code = 14
    name = "needs-terminal"


class Interrupted(IpsSkillsError):
    """The person pressed Ctrl-C; what was saved stays saved."""

    exit_code = 130
    name = "interrupted"
