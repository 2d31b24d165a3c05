"""What can be read of a record, with the criteria each type of record may be picked by.

`Reads` is what every reader of a record offers: the work inside a transaction, and any view that
stands before it and leaves things out.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar, overload

from ipsskills.codes import AssessmentKind, Code, EntryKind
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Person,
    Rating,
    Record,
    State,
)

R = TypeVar("R", bound=Record)
TellRenamed = Callable[[str, str], None]
"""Takes an earlier name of somebody that was typed, and their name of today."""

Texts = str | Collection[str]


class InWords(Enum):
    """Stands for any words where a person's id or words may be kept (`Whom`)."""

    IN_WORDS = "in words"


if TYPE_CHECKING:  # to make these classes would cost every command
    from typing import TypedDict, Unpack

    class Criteria(TypedDict, total=False):
        """What any record may be picked by: a field's value, or several of which it has one."""

        id: Texts
        thing: Texts
        about: Texts
        author: Texts

    class PersonCriteria(Criteria, total=False):
        """What people may be picked by."""

        team: Texts
        supervisor: Texts

    class AssessmentCriteria(Criteria, total=False):
        """What assessments may be picked by."""

        rater: Texts
        kind: AssessmentKind | Collection[AssessmentKind]
        state: State | Collection[State]

    class RatingCriteria(Criteria, total=False):
        """What ratings may be picked by."""

        assessment: Texts
        item: Texts
        code: Code | Collection[Code] | None
        bring: bool

    class GoalCriteria(Criteria, total=False):
        """What goals may be picked by."""

        state: State | Collection[State]

    class GoalActivityCriteria(Criteria, total=False):
        """What activities of goals may be picked by."""

        goal: Texts

    class EntryCriteria(Criteria, total=False):
        """What entries may be picked by; ``done`` None is what is still to do."""

        kind: EntryKind | Collection[EntryKind]
        part_of: Texts
        removed: bool
        done: None
        who: Texts | InWords


class Reads(ABC):
    """Reading inside one transaction."""

    @overload
    def current(
        self, kind: type[Person], /, **where: "Unpack[PersonCriteria]"
    ) -> tuple[Person, ...]: ...
    @overload
    def current(
        self, kind: type[Assessment], /, **where: "Unpack[AssessmentCriteria]"
    ) -> tuple[Assessment, ...]: ...
    @overload
    def current(
        self, kind: type[Rating], /, **where: "Unpack[RatingCriteria]"
    ) -> tuple[Rating, ...]: ...
    @overload
    def current(self, kind: type[Note], /, **where: "Unpack[Criteria]") -> tuple[Note, ...]: ...
    @overload
    def current(self, kind: type[Goal], /, **where: "Unpack[GoalCriteria]") -> tuple[Goal, ...]: ...
    @overload
    def current(
        self, kind: type[GoalActivity], /, **where: "Unpack[GoalActivityCriteria]"
    ) -> tuple[GoalActivity, ...]: ...
    @overload
    def current(
        self, kind: type[Entry], /, **where: "Unpack[EntryCriteria]"
    ) -> tuple[Entry, ...]: ...
    @overload
    def current(self, kind: type[R], /, **where: "Unpack[Criteria]") -> tuple[R, ...]: ...
    def current(self, kind: type[Any], /, **where: Any) -> tuple[Any, ...]:
        """Return the current version of each thing of a kind, oldest first.

        ``where`` names fields and the value, or collection of values, they must have; a person in
        ``about`` or ``rater`` is meant with every id they have (`ids_of`). Where a join left two
        current versions of one thing, the later one counts, then the one with the higher id.
        """
        return self.select(kind, where)

    @abstractmethod
    def select(self, kind: type[R], where: Mapping[str, Any]) -> tuple[R, ...]:
        """Return what `current` returns; this is the one to write for another reader."""

    @abstractmethod
    def history(self, kind: type[R], thing: str) -> tuple[R, ...]:
        """Return every version of one thing, oldest first."""

    @abstractmethod
    def people(self) -> Mapping[str, Person]:
        """Return the current version of everybody by id, read once a transaction."""

    @abstractmethod
    def names(self) -> Mapping[str, str]:
        """Return what everybody is called, by id: all that is needed to find who is meant."""

    @abstractmethod
    def earlier_names(self) -> tuple[tuple[str, str], ...]:
        """Return what people were called before, with their ids: all names that were replaced."""

    @abstractmethod
    def tell_renamed(self, earlier: str, name: str) -> None:
        """Tell the reader, if any, the name of today of somebody whom they named as before."""

    @abstractmethod
    def team_names(self) -> tuple[str, ...]:
        """Return the names of teams in every spelling there has been, of people long left too."""

    @abstractmethod
    def ids_of(self, people: str | Iterable[str]) -> tuple[str, ...]:
        """Return every id of a person, or of several, that a record says is the same person."""

    @abstractmethod
    def survivor(self, person: str) -> str:
        """Return the id that stands for a person: their own, unless they were joined to another."""

    @abstractmethod
    def framework_text(self, content_hash: str) -> str | None:
        """Return the framework text of a hash, or None."""
