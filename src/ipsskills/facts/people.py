"""People as pages and programs see them: an id that stays, and the name of today."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from ipsskills.codes import Role
from ipsskills.frozen import dataclass


@dataclass(frozen=True, kw_only=True)
class PersonNamed:
    """A person by id and by the name they have now; ``me`` is whether they are the reader."""

    id: str
    name: str
    me: bool = False


@dataclass(frozen=True, kw_only=True)
class Colleagues:
    """Whom a name may mean, read once, so that names can be looked at while somebody is asked.

    ``called`` is what everybody is called, by id; ``stands`` the id that stands for each of them;
    ``before`` what people were called before, with their ids; ``tell`` is told where somebody is
    found by such a name. It answers as `Reads` does.
    """

    called: Mapping[str, str]
    stands: Mapping[str, str]
    before: tuple[tuple[str, str], ...]
    tell: Callable[[str, str], None] = field(repr=False, metadata={"json": False})

    def names(self) -> Mapping[str, str]:
        """Return what everybody is called, by id."""
        return self.called

    def earlier_names(self) -> tuple[tuple[str, str], ...]:
        """Return what people were called before, with their ids."""
        return self.before

    def survivor(self, person: str) -> str:
        """Return the id that stands for a person."""
        return self.stands.get(person, person)

    def tell_renamed(self, earlier: str, name: str) -> None:
        """Tell the reader what somebody is called now whom they named as before."""
        self.tell(earlier, name)


@dataclass(frozen=True, kw_only=True)
class Acquainted:
    """Who is in the record when somebody says who they are; ``left`` are ids of who has left."""

    colleagues: Colleagues
    left: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class PersonShown:
    """A person as shown; ``me`` is whether it is the one working.

    ``supervisor`` is a name, and ``supervisor_later`` that of who takes over on a day to come
    (``supervised_from``); ``hours`` the share of full time; ``also`` are other names the same
    person was met under.
    """

    id: str
    name: str
    role: Role
    team: str | None = None
    hours: float | None = None
    since: date | None = None
    me: bool = False
    supervisor: str | None = None
    supervised_since: date | None = None
    supervisor_later: str | None = None
    supervised_from: date | None = None
    left: date | None = None
    caseload: int | None = None
    leave: str | None = None
    works_best: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PersonChanged(PersonShown):
    """A person after a change, and as they stood before (``was``).

    ``left_behind`` names those here whose supervisor has left by it.
    """

    was: PersonShown = field(metadata={"json": False})
    left_behind: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Supervised:
    """One person and who supervises them, since when; ``gone`` is the day that supervisor left.

    ``later`` is who takes over on a day to come, ``later_from``.
    """

    person: str
    team: str | None = None
    supervisor: str | None = None
    since: date | None = None
    gone: date | None = None
    later: str | None = None
    later_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class SupervisorNamed:
    """Whom somebody names as their supervisor; ``new`` is whether the record does not know them."""

    name: str
    new: bool


@dataclass(frozen=True, kw_only=True)
class Introduced:
    """Who is me now, whether that is a new person, and where the record is kept.

    ``supervisor`` is the name of who supervises them. ``record`` is the record's own id, by which a
    user's settings know who is me in it.
    """

    id: str
    name: str
    role: Role
    supervisor: str | None = None
    new: bool
    kept_in: str
    record: str = field(default="", metadata={"json": False})
