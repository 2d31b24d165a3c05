"""What records in a file are, by kind and day, and what to do with them once they are here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipsskills.codes import ApartEnd, EntryKind, ParcelKind
from ipsskills.doing import Do, do
from ipsskills.facts.exchange.parcels import (
    DetailsTold,
    EntriesTold,
    LookTold,
    NewSupervisor,
    PersonMet,
    PlanTold,
    Told,
)
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.ordering import id_key
from ipsskills.privacy.personal import told_fields
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Person,
    Rating,
    Record,
    Redacted,
    State,
)
from ipsskills.record.whom import SOMEBODY
from ipsskills.usecases.people.people import get_person
from ipsskills.usecases.people.supervisors import supervisor_here
from ipsskills.usecases.people.whom import name_person
from ipsskills.usecases.plans.show import read_open_goals
from ipsskills.usecases.reading.two_views import has_both_views, has_looked
from ipsskills.usecases.reading.view import ReaderView, known_author
from ipsskills.usecases.sharing.coming_in import Coming

NO_NAMES: Mapping[str, str] = {}

NO_RECORDS: Mapping[str, Record] = {}
_HEADER = ("about", "author", "at")


def tell(
    view: ReaderView,
    records: Iterable[Record],
    names: Mapping[str, str] = NO_NAMES,
    before: Mapping[str, Record] = NO_RECORDS,
) -> Told:
    """Return what records are; of each thing the latest version counts.

    ``names`` are those of people who are not here yet, by id. ``before`` are people, goals and
    steps as they were, by thing: of them only what is otherwise now is told.
    """
    latest: dict[str, Record] = {}
    for each in sorted(records, key=lambda record: (record.at, record.id)):
        latest[each.thing] = each
    things = list(latest.values())
    looks = [each for each in things if isinstance(each, Assessment)]
    known = {each.thing for each in looks}
    ratings = [each for each in things if isinstance(each, Rating)]
    notes = [each for each in things if isinstance(each, Note) and each.text]
    entries = [each for each in things if isinstance(each, Entry) and not each.removed]
    kept = {each.thing for each in (*notes, *entries)}
    raters = {
        each: _name(view, each, names) for each in dict.fromkeys(look.rater for look in looks)
    }
    return Told(
        looks=tuple(_tell_look(each, ratings, notes, raters[each.rater]) for each in looks),
        goals=sum(isinstance(each, Goal) and each.thing not in before for each in things),
        steps=sum(isinstance(each, GoalActivity) and each.thing not in before for each in things),
        plan=_tell_plan(things, before),
        entries=_tell_entries(entries),
        objections=sum(isinstance(each, Objection) for each in things),
        answers=tuple(sorted({r.item for r in ratings if r.assessment not in known}, key=id_key)),
        notes=sum(each.subject.partition("/")[0] not in known for each in notes),
        taken_back=sum(isinstance(e, (Note, Entry)) and e.thing not in kept for e in things),
        details=tuple(tell_details(view, things, names, before)),
        together=sum(isinstance(e, AloneFirst) and e.how is ApartEnd.TOGETHER for e in things),
        requests=sum(isinstance(e, Redacted) and not e.on and bool(e.asked_of) for e in things),
        refused=sum(isinstance(e, Redacted) and not (e.on or e.asked_of) for e in things),
        erasures=sum(isinstance(each, Redacted) and each.on is not None for each in things),
    )


def _tell_plan(things: Iterable[Record], before: Mapping[str, Record]) -> PlanTold:
    """Return what became of goals and steps that were there before."""
    changed = [(each, before.get(each.thing)) for each in things]
    changed = [(now, was) for now, was in changed if was and not _is_older(now, was)]
    goals = [(a, b) for a, b in changed if isinstance(a, Goal) and isinstance(b, Goal)]
    steps = [
        (a, b) for a, b in changed if isinstance(a, GoalActivity) and isinstance(b, GoalActivity)
    ]
    agreed = sum(a.state is State.AGREED and b.state is not State.AGREED for a, b in goals)
    done = sum(a.done is not None and b.done is None for a, b in steps)
    return PlanTold(
        agreed=agreed,
        goals_changed=len(goals) - agreed,
        done=done,
        steps_changed=len(steps) - done,
    )


def _is_older(now: Record, was: Record | None) -> bool:
    """Whether a version comes from before what is there: then it changes nothing of what counts."""
    return was is not None and was.at >= now.at


def tell_details(
    view: ReaderView,
    records: Iterable[Record],
    names: Mapping[str, str] = NO_NAMES,
    before: Mapping[str, Record] = NO_RECORDS,
) -> Iterator[DetailsTold]:
    """Yield which details of people there are, or which are otherwise than ``before``."""
    for each in records:
        if not isinstance(each, Person):
            continue
        was = before.get(each.thing)
        if _is_older(each, was):
            continue
        own = [name for name in told_fields(Person) if name not in _HEADER]
        changed = [n for n in own if was is None or getattr(was, n) != getattr(each, n)]
        held = tuple(name for name in changed if getattr(each, name) not in (None, ""))
        emptied = tuple(name for name in changed if was and name not in held)
        if held or emptied:
            of = _name(view, each.thing, {each.thing: each.name, **names})
            yield DetailsTold(of=of, fields=held, emptied=emptied)


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


def list_next(
    view: ReaderView, coming: Coming, *, looked: bool, new_key: bool = False
) -> tuple[Do, ...]:
    """Return what to do next: about the person, or with what the supervisor said of oneself.

    ``looked`` is whether nothing of the file is kept apart from the reader, ``new_key`` whether it
    brought another key of the person: where no look came with it they may have lost their record,
    and what is here of it can go back to them. Nothing is named of which there is nothing to show.
    """
    about = view.survivor(coming.about.id)
    person = get_person(view, about)
    planned = bool(read_open_goals(view, person))
    if about == view.me:
        own = (do("report"),) if has_looked(view, about) else ()
        both = (do("compare"),) if has_both_views(view, about) else own
        plan = (do("plan show"),) if planned else ()
        return (*(both if looked else (do("assess"),)), *plan)
    name = person.name
    lost = new_key and not any(isinstance(each, Assessment) for each in coming.records)
    back = (do("share out", person=name),) if lost else ()
    if not looked:
        there: tuple[Do, ...] = (do("assess", "--as", "supervisor", person=name),)
    elif has_looked(view, about):
        there = (do("report", person=name),)
    else:
        there = (do("plan show", person=name),) if planned else ()
    return (*back, *there, *_take_over(view, coming, about), do("agenda", person=name))


def find_new_supervisor(
    view: ReaderView, coming: Coming, by: PersonMet, about: PersonMet
) -> NewSupervisor | None:
    """Return who says in a file that they supervise the reader, where it is not so here.

    It is for the reader to say: nothing is changed. What was said before they last did is no news.
    """
    if not coming.bundle.supervises or about.here is None or not about.here.me:
        return None
    me = get_person(view, about.here.id)
    above = supervisor_here(view, me, view.today)
    if above and by.here and above.thing == by.here.id:
        return None
    if me.supervised_since and view.day_of(coming.bundle.made) < me.supervised_since:
        return None
    called = by.here.name if by.here else by.called
    return NewSupervisor(
        called=called,
        here=name_person(view, above) if above else None,
        accept=do("people edit", "--supervisor", called, person=me.name),
    )


def lacks_looks(view: ReaderView, coming: Coming) -> bool:
    """Whether a file is a handover, and no look of the person's own came with it or before it."""
    handed_over = coming.bundle.what is ParcelKind.HANDOVER
    return handed_over and not has_looked(view, view.survivor(coming.about.id))


def _take_over(view: ReaderView, coming: Coming, about: str) -> tuple[Do, ...]:
    """Return how to say that it is now the reader who supervises, where a handover came."""
    person, me = get_person(view, about), known_author(view.me)
    above = supervisor_here(view, person, view.today)
    if coming.bundle.what is not ParcelKind.HANDOVER or (above and above.thing == me):
        return ()
    return (do("people edit", "--supervisor", get_person(view, me).name, person=person.name),)
