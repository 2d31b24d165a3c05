"""What records in a file are, by kind and day: for who sends them and for who takes them in."""

from collections.abc import Iterable, Mapping, Sequence

from ipsskills.codes import EntryKind
from ipsskills.facts.exchange.parcels import EntriesTold, LookTold, Told
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.ordering import id_key
from ipsskills.record.types import (
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Person,
    Rating,
    Record,
)
from ipsskills.record.whom import SOMEBODY
from ipsskills.usecases.reading.view import ReaderView

NO_NAMES: Mapping[str, str] = {}

_TOLD = (Assessment, Entry, Goal, GoalActivity, Note, Objection, Person, Rating)


def tell(view: ReaderView, records: Iterable[Record], names: Mapping[str, str] = NO_NAMES) -> Told:
    """Return what records are; of each thing the latest version counts.

    ``names`` are those of people who are not here yet, by id. ``answers`` of what is returned are
    those whose look is not among the records: they were changed after it had gone.
    """
    latest: dict[str, Record] = {}
    for each in sorted(records, key=lambda record: (record.at, record.id)):
        latest[each.thing] = each
    things = list(latest.values())
    looks = [each for each in things if isinstance(each, Assessment)]
    known = {each.thing for each in looks}
    ratings = [each for each in things if isinstance(each, Rating)]
    notes = [each for each in things if isinstance(each, Note) and each.text]
    raters = {
        each: _name(view, each, names) for each in dict.fromkeys(look.rater for look in looks)
    }
    return Told(
        looks=tuple(_tell_look(each, ratings, notes, raters[each.rater]) for each in looks),
        goals=sum(isinstance(each, Goal) for each in things),
        steps=sum(isinstance(each, GoalActivity) for each in things),
        entries=_tell_entries([each for each in things if isinstance(each, Entry)]),
        objections=sum(isinstance(each, Objection) for each in things),
        answers=tuple(sorted({r.item for r in ratings if r.assessment not in known}, key=id_key)),
        other=sum(not isinstance(each, _TOLD) for each in things),
    )


def _name(view: ReaderView, person: str, names: Mapping[str, str]) -> PersonNamed:
    stands = view.survivor(person)
    name = view.names().get(stands) or names.get(person, SOMEBODY)
    return PersonNamed(id=stands, name=name, me=stands == view.me)


def _tell_look(
    look: Assessment,
    ratings: Iterable[Rating],
    notes: Iterable[Note],
    by: PersonNamed,
) -> LookTold:
    own = [each for each in ratings if each.assessment == look.thing]
    return LookTold(
        kind=look.kind,
        by=by,
        on=look.finished or look.began,
        answers=sum(each.code is not None for each in own),
        marks=sum(each.bring for each in own),
        notes=sum(each.subject.partition("/")[0] == look.thing for each in notes),
    )


def _tell_entries(entries: Sequence[Entry]) -> tuple[EntriesTold, ...]:
    found = []
    for kind in EntryKind:
        days = sorted(each.on for each in entries if each.kind is kind)
        if days:
            found.append(EntriesTold(kind=kind, count=len(days), first=days[0], last=days[-1]))
    return tuple(found)
