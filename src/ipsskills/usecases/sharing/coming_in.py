"""What a file that came holds, as records: looked at whole before anything of it is kept.

It was made elsewhere and is trusted in nothing. It may hold what is about one person, what can be
sent at all (`choosing.py`), and the details of people as they gave them themselves.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from ipsskills.codes import ApartEnd
from ipsskills.errors import InvalidInput
from ipsskills.formats.exchange.bundle import Bundle, PersonInFile
from ipsskills.framework.files import content_hash
from ipsskills.frozen import dataclass
from ipsskills.record.custody.as_data import kind_named, read_record
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Entry,
    FrameworkText,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Person,
    Rating,
    Record,
    Redacted,
    State,
    thing_of_note,
    thing_of_rating,
)
from ipsskills.record.union import Kept
from ipsskills.record.whom import Whom

# Clocks of two computers differ; one that is days ahead would make its versions count for good.
_AHEAD = timedelta(days=2)
_KEPT = "Nothing was changed."
_AGAIN = "Ask whoever sent it to send it again."


@dataclass(frozen=True, kw_only=True)
class Coming:
    """What a file brings: whose records, whom it names, and the records and texts themselves.

    ``erased_on`` is the day on which whom it is about was erased here, if they come back with it,
    ``erased_perhaps`` a day on which they may have been, after it was made.
    """

    bundle: Bundle
    by: PersonInFile
    about: PersonInFile
    to: PersonInFile | None = None
    people: tuple[PersonInFile, ...]
    records: tuple[Record, ...]
    texts: tuple[FrameworkText, ...]
    erased_on: date | None = None
    erased_perhaps: date | None = None

    @property
    def everything(self) -> list[Kept]:
        """The records and the texts they name."""
        return [*self.texts, *self.records]

    @property
    def is_own(self) -> bool:
        """Whether it says that whom it is about made it themselves."""
        return self.by.id in (self.about.id, *self.about.also)


def read_coming(bundle: Bundle, now: datetime) -> Coming:
    """Return the records of a file. Raises InvalidInput, which names the place, for any fault."""
    if bundle.by is None or bundle.about is None:
        raise _refuse("it does not say whom it is from and about")
    records = tuple(
        read_record(_find_kind(name), row) for name, rows in bundle.records.items() for row in rows
    )
    people = _list_people(bundle)
    coming = Coming(
        bundle=bundle,
        by=bundle.by,
        about=bundle.about,
        to=bundle.to,
        people=people,
        records=records,
        texts=tuple(map(_read_text, bundle.frameworks)),
    )
    _refuse_strange(coming, now)
    return coming


def _find_kind(name: str) -> type[Record]:
    kind = kind_named(name)
    if kind is None or kind not in MAY_COME:
        raise _refuse("it holds what is never sent")
    return kind


def _read_text(given: object) -> FrameworkText:
    text = FrameworkText(**vars(given))
    if content_hash(text.text) != text.hash:
        raise _refuse("a framework in it is not what its name says")
    return text


def _list_people(bundle: Bundle) -> tuple[PersonInFile, ...]:
    """Return all whom a file names, each once, as they were named first."""
    named = [each for each in (bundle.by, bundle.about, bundle.to) if each]
    found = {each.id: each for each in reversed((*named, *bundle.people))}
    ids = (own for each in found.values() for own in (each.id, *each.also))
    if not all(Whom(own).person for own in ids):
        raise _refuse("it names people by what is no id")
    return tuple(found[each] for each in reversed(found))


def _refuse_strange(coming: Coming, now: datetime) -> None:
    """Raise InvalidInput for records that do not belong in a file, or do not go together."""
    own = {coming.about.id, *coming.about.also}
    known = {each.id for each in coming.people}
    looks = {each.thing for each in coming.records if isinstance(each, Assessment)}
    for record in coming.records:
        if record.at > now + _AHEAD:
            raise InvalidInput(
                f"It was made by a computer whose date is ahead of this one's. {_KEPT}",
                "Look at the date of both, and ask for it again.",
            )
        if isinstance(record, Person):
            if record.thing not in known or record.about != record.thing:
                raise _refuse("it holds details of somebody it does not name")
        elif record.about not in own and not _is_of_details(record, coming.records):
            raise _refuse("it holds what is about somebody else")
        if not MAY_COME[type(record)](record, looks):
            raise _refuse("it holds what is never sent, or what does not go together")


def _is_of_details(record: Record, beside: Iterable[Record]) -> bool:
    """Whether it is said of somebody whose details are in the file that words in those went."""
    people = {each.thing for each in beside if isinstance(each, Person)}
    return isinstance(record, Redacted) and record.about == record.subject in people


def _is_answer(record: Record, looks: Iterable[str]) -> bool:
    assert isinstance(record, Rating)
    thing = thing_of_rating(record.assessment, record.item)
    return record.thing == thing and record.assessment in looks


def _is_shared_note(record: Record, looks: Iterable[str]) -> bool:
    assert isinstance(record, Note)
    named = record.subject.partition("/")[0] in looks
    return (
        named
        and record.thing == thing_of_note(record.subject)
        and not (record.text and not record.shared)
    )


def _always(_: Record, __: Iterable[str]) -> bool:
    return True


# What may come in a file, and what has to hold of each; ``looks`` are the things of those in it.
MAY_COME: Mapping[type[Record], Callable[[Record, Iterable[str]], bool]] = {
    Person: lambda record, _: bool(getattr(record, "key", None)) and record.author == record.thing,
    Assessment: lambda record, _: getattr(record, "state", None) is State.FINISHED,
    Rating: _is_answer,
    Note: _is_shared_note,
    Goal: _always,
    GoalActivity: _always,
    Entry: _always,
    Objection: _always,
    AloneFirst: lambda record, _: getattr(record, "how", None) is ApartEnd.TOGETHER,
    Redacted: lambda record, _: not getattr(record, "here", True),
}


def _refuse(why: str) -> InvalidInput:
    return InvalidInput(f"It cannot be taken in: {why}. {_KEPT}", _AGAIN)
