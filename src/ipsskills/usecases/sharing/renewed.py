"""Who was erased here and comes back: by a new id here, and by the old one in every file.

What was erased stays erased, as its ids stay blocked. So what comes about such a person becomes
records of its own where it is taken in: every id goes on by the same step for each time they were
erased (`renew_id`). It goes back by as many in what is sent, so that nobody else minds.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, TypeVar

from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.bundle import PersonInFile
from ipsskills.record.ids import renew_id
from ipsskills.record.types import (
    Assessment,
    Entry,
    Forgotten,
    Goal,
    GoalActivity,
    Note,
    Rating,
    Record,
)
from ipsskills.record.whom import Whom
from ipsskills.usecases.reading.view import ReaderView

R = TypeVar("R", bound=Record)

PEOPLE = frozenset({"about", "author", "rater", "reader", "supervisor", "same_as"})
"""The fields of records that are ids of people, beside those that are a `Whom`."""

THINGS = frozenset({"thing", "assessment", "visit", "subject", "goal", "part_of"})
"""The fields that name a thing: its id, alone or in a longer name."""

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Renewals:
    """Who is who after an erasing; ``let_in`` are ids of those who may come back now."""

    def __init__(self, view: ReaderView, let_in: Collection[str] = ()) -> None:
        self._lines: dict[str, list[Forgotten]] = {}
        for line in view.current(Forgotten):
            for own in line.ids:
                self._lines.setdefault(own, []).append(line)
        self._here = view.names()
        self._let_in = {self.latest(own) for own in let_in}

    def is_out(self, own: str) -> bool:
        """Whether somebody was erased here and has not come back."""
        last = self.latest(own)
        return own in self._lines and last not in self._here and last not in self._let_in

    def was_erased(self, own: str) -> bool:
        """Whether somebody was ever erased here, by the id that a file has of them."""
        return own in self._lines

    def erased_on(self, own: str) -> date:
        """Return the day on which somebody who was erased here was erased last."""
        return max(line.on for line in self._list_lines(own))

    def erased_at(self, own: str) -> datetime:
        """Return when somebody who was erased here was erased last."""
        return max(line.at for line in self._list_lines(own))

    def erased_since(self, made: datetime) -> date | None:
        """Return the last day on which anybody was erased here after a file was made, if any.

        Whoever was known here by an id of this record alone cannot be known again by a file.
        """
        lines = {line for every in self._lines.values() for line in every if line.at >= made}
        return max((line.on for line in lines), default=None)

    def is_known(self, own: str) -> bool:
        """Whether somebody is here, or was, by the id that a file has of them."""
        return own in self._here or own in self._lines

    def latest(self, own: str) -> str:
        """Return the id that an id in a file becomes here, however often it was erased."""
        while own in self._lines and _ID.fullmatch(own):
            own = renew_id(own)
        return own

    def first(self, own: str) -> str:
        """Return the id that one here has in every file."""
        return [own, *self.list_former(own)][-1]

    def as_here(self, own: str) -> str:
        """Return the id by which a person in a file is known here, if they are."""
        return own if self.is_out(own) else self.latest(own)

    def list_former(self, own: str) -> Iterator[str]:
        """Yield the ids by which somebody was known here before they were erased."""
        while _ID.fullmatch(own) and (own := renew_id(own, -1)) in self._lines:
            yield own

    def rename(self, named: PersonInFile) -> PersonInFile:
        """Return a person in a file as they are known here."""
        here = self.as_here(named.id)
        also = dict.fromkeys(self.as_here(each) for each in named.also)
        return replace(named, id=here, also=tuple(each for each in also if each != here))

    def take(
        self, records: Iterable[Record], own: Collection[str], *, own_file: bool
    ) -> list[Record]:
        """Return records of a file as they come in here; ``own`` are ids of whom it is about.

        Of what is older than the erasing only what is the person's own comes back, and only in an
        ``own_file`` that they made: what others wrote about them was erased with the rest. Of
        whoever is out nothing comes.
        """
        every = [each for each in records if not self.is_out(each.about)]
        steps = {each.about: self._count_steps(each.about) for each in every}
        erased = {each: self._list_lines(each) for each, count in steps.items() if count}
        until = {each: max(line.at for line in lines) for each, lines in erased.items()}
        typed = _list_typed(every, own)
        gone = {
            each.thing
            for each in every
            if each.about in until and _is_before(each, until[each.about])
            if not (own_file and (each.author in own or _is_theirs(each, own, typed)))
        }
        staying = [each for each in every if not gone & set(_list_rested(each))]
        return _move(staying, steps, self._list_own)

    def send(self, records: Iterable[Record]) -> list[Record]:
        """Return records as they stand in a file: by the ids that they have everywhere else."""
        every = list(records)
        steps = {each.about: -len(list(self.list_former(each.about))) for each in every}
        return _move(every, steps, self._list_own_here)

    def _count_steps(self, own: str) -> int:
        count, last = 0, self.as_here(own)
        while own != last:
            own, count = renew_id(own), count + 1
        return count

    def _list_lines(self, own: str) -> list[Forgotten]:
        """Return the lines that say that somebody was erased, each time they were."""
        found = []
        while own in self._lines:
            found += self._lines[own]
            if not _ID.fullmatch(own):
                break
            own = renew_id(own)
        return found

    def _list_own(self, own: str) -> set[str]:
        """Return the ids that somebody had, as was known when they were erased first."""
        return {each for line in self._lines[own] for each in line.ids}

    def _list_own_here(self, own: str) -> set[str]:
        former = list(self.list_former(own))
        return {renew_id(each, len(former)) for each in self._list_own(former[-1])}


def _move(records: Iterable[Record], steps: Mapping[str, int], own: Any) -> list[Record]:
    """Return records by other ids: each goes on by the steps of whom it is about (0: none)."""
    every = list(records)
    things = {_first_id(each.thing): steps[each.about] for each in every}
    groups = {about: own(about) for about, count in steps.items() if count}
    return [_move_one(e, steps[e.about], things, groups.get(e.about, ())) for e in every]


def _move_one(record: R, steps: int, things: Mapping[str, int], people: Collection[str]) -> R:
    """Return a record by other ids; ``things`` are the steps of what it may name."""

    def move_thing(found: re.Match[str]) -> str:
        return renew_id(found[0], things.get(found[0], steps))

    changed = dict[str, Any]()
    for name, value in ((each.name, getattr(record, each.name)) for each in fields(record)):
        if not isinstance(value, str):
            continue
        if name in THINGS:
            changed[name] = _ID.sub(move_thing, value)
        elif name in ("id", "replaces"):
            changed[name] = _renew(value, steps)
        elif (name in PEOPLE or isinstance(value, Whom)) and value in people:
            changed[name] = type(value)(renew_id(value, steps))
    return replace(record, **changed)


def _renew(own: str, steps: int) -> str:
    """Return the id that another becomes. Raises InvalidInput for what is no id."""
    if not steps:
        return own
    if not _ID.fullmatch(own):
        raise InvalidInput(
            "It cannot be taken in: it names things by what is no id. Nothing was changed.",
            "Ask whoever sent it to send it again.",
        )
    return renew_id(own, steps)


def _is_before(record: Record, until: datetime) -> bool:
    """Whether a thing was there at a time; an entry that was corrected since was."""
    began = record.entered if isinstance(record, Entry) else None
    return (began or record.at) <= until


def _list_typed(records: Iterable[Record], own: Collection[str]) -> set[tuple[str, str]]:
    """Return the looks that these people (ids) gave, each with whoever typed it in for them."""
    return {
        (each.thing, each.author)
        for each in records
        if isinstance(each, Assessment) and each.rater in own
    }


def _is_theirs(record: Record, own: Collection[str], typed: Collection[tuple[str, str]]) -> bool:
    """Whether a person gave something that somebody else typed in: their look, their plan.

    Answers go by the look that they are part of.
    """
    match record:
        case Assessment():
            return record.rater in own or record.agreed_with in own
        case Note():
            return (_first_id(record.subject), record.author) in typed
        case _:
            return isinstance(record, Goal | GoalActivity | Rating)


def _first_id(text: str) -> str:
    found = _ID.search(text)
    return found[0] if found else text


def _list_rested(record: Record) -> Iterator[str]:
    """Yield the things without which a record is not: itself, and what it is a part of."""
    yield record.thing
    for name in ("assessment", "goal", "subject"):
        if value := getattr(record, name, None):
            yield _first_id(value)
