"""What there is at a moment, in plain classes; no rule of the method is here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from tests.independent.days import Place, place_of
from tests.independent.happenings import (
    Agreed,
    Answer,
    Marked,
    Prepared,
    Supervised,
)


@dataclass(frozen=True)
class Book:
    """The framework as far as the rules need it, in the order of ids."""

    units: tuple[str, ...]
    areas: tuple[str, ...]
    safety: frozenset[str]
    asked_as: Mapping[str, str]
    statements: Mapping[str, tuple[str, ...]]

    def unit_of(self, item: str) -> str:
        """Return the unit or area of an item."""
        return item.split("/", maxsplit=1)[0]


@dataclass(frozen=True)
class Version:
    """One answer as it stood from a moment on, and the visit it was given with, if any."""

    at: datetime
    answer: Answer
    visit: str | None = None


@dataclass
class Look:
    """An assessment: its answers by item, each with its versions, the first as it was at finish."""

    key: str
    about: str
    rater: str
    kind: str
    scope: tuple[str, ...]
    began: datetime
    period: int
    finished: datetime | None = None
    dropped: bool = False
    versions: dict[str, list[Version]] = field(default_factory=dict)

    @cached_property
    def units(self) -> frozenset[str]:
        """The units it asks about."""
        return frozenset(item.split("/")[0] for item in self.scope)

    @property
    def place(self) -> Place:
        """Where its finish stands."""
        assert self.finished is not None
        return place_of(self.finished)


@dataclass
class Visit:
    """A field visit as it stands."""

    key: str
    rater: str
    about: str
    way: str
    units: tuple[str, ...]
    on: date
    setting: str
    first_on: date
    removed: bool = False


@dataclass
class Hour:
    """A supervision as it stands: ``place`` among answers and marks, ``kept`` among all else."""

    key: str
    about: str
    place: Place
    kept: Place
    held: bool
    units: tuple[str, ...]
    topics: tuple[str, ...] | None
    removed: bool = False


@dataclass
class Goal:
    """A goal and when it was finished."""

    key: str
    about: str
    title: str
    finished: datetime | None = None


@dataclass
class World:
    """Everything there is, which does not change any more once it is looked at.

    ``days`` keeps, by answer, the day its visit had when it was linked; ``views`` is what was found
    of units already, by person and unit.
    """

    book: Book
    today: date
    supervisors: list[Supervised] = field(default_factory=list)
    looks: dict[str, Look] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)
    hours: dict[str, Hour] = field(default_factory=dict)
    agreed: list[Agreed] = field(default_factory=list)
    contested: set[str] = field(default_factory=set)
    marked: list[Marked] = field(default_factory=list)
    prepared: list[Prepared] = field(default_factory=list)
    goals: dict[str, Goal] = field(default_factory=dict)
    days: dict[tuple[str, str], date] = field(default_factory=dict)
    views: dict[tuple[str, str], Any] = field(init=False, default_factory=dict)

    def finished_looks(self, about: str, kind: str) -> list[Look]:
        """Return the finished assessments of a kind, the earliest finish first."""
        found = [
            look
            for look in self.looks.values()
            if look.about == about and look.kind == kind and look.finished is not None
        ]
        return sorted(found, key=lambda look: look.place)

    def supervisor_on(self, about: str, day: date) -> str | None:
        """Return who supervises somebody on a day: a change waits for its day."""
        found = [each for each in self.supervisors if each.about == about and each.since <= day]
        return max(found, key=lambda each: (each.since, each.at)).supervisor if found else None

    @cached_property
    def at_finish(self) -> "World":
        """Return the same with every answer as it was when its assessment was finished."""
        looks = {
            key: replace(look, versions={i: v[:1] for i, v in look.versions.items()})
            for key, look in self.looks.items()
        }
        return replace(self, looks=looks)

    def until(self, day: date) -> "World":
        """Return what there was on a day, by the day of finishing."""
        looks = {
            key: look
            for key, look in self.looks.items()
            if look.finished is not None and look.finished.date() <= day
        }
        return replace(
            self,
            today=day,
            looks=looks,
            marked=[each for each in self.marked if each.at.date() <= day],
            hours={key: hour for key, hour in self.hours.items() if hour.place[0] <= day},
        )
