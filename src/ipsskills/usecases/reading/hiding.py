"""What is gone of one person's records for one reader, and how a record looks without it.

The rule itself is in `method/apart.py`; here is what it needs of the record, and what it does to
the records that a reader is shown. Words that somebody asks to have erased are left out the same
way, where a page is made to be sent.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from ipsskills.codes import ApartEnd, AssessmentKind
from ipsskills.framework.ordering import id_key
from ipsskills.frozen import dataclass
from ipsskills.method.apart import (
    VIEWS,
    Apart,
    OpenDraft,
    find_kept_apart,
    find_over,
    find_still_alone,
    unit_of,
    units_of,
    with_still_alone,
)
from ipsskills.record.custody.erasing import Erased
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
    State,
)
from ipsskills.record.work import Work
from ipsskills.record.written import NO_WORDS

R = TypeVar("R", bound=Record)
MayHide = Assessment | Rating | Note | Goal | Objection


@dataclass(frozen=True)
class WhoReads:
    """Who reads: ``me``, the person id they are known by, all ``ids`` they have, and the day."""

    me: str | None
    ids: Collection[str]
    today: date


@dataclass(frozen=True)
class Hidden:
    """What is gone of one person: the rule's answer, and each assessment's units that are gone."""

    apart: Apart
    units: dict[str, frozenset[str]]


_NOTHING = Hidden(Apart(), {})


def find_hidden(work: Work, person: str, drafts: Sequence[OpenDraft], reader: WhoReads) -> Hidden:
    """Return what is gone of a person for a reader, while these drafts keep answers apart."""
    kept = work.current(AloneFirst, about=person)
    if not drafts and not kept:
        return _NOTHING
    every = work.current(Assessment, about=person)
    finished = [a for a in every if a.state is State.FINISHED]
    views = [a for a in finished if a.kind is AssessmentKind.SUPERVISOR]
    seen = units_of(item for scope in {view.scope for view in views} for item in scope)
    apart = find_kept_apart([each.assessment for each in drafts], person, reader.me, seen)
    looked = [a for a in finished if a.rater in reader.ids and a.kind in VIEWS]
    mine = [replace(k, rater=work.survivor(k.rater)) for k in kept if k.reader in reader.ids]
    if came := find_still_alone(mine, looked, reader.today):
        apart = with_still_alone(apart, came, person)
    apart = replace(
        apart,
        over=find_over(mine, looked, reader.today),
        together=tuple(k for k in kept if k.how is ApartEnd.TOGETHER),
    )
    return Hidden(apart, {a.thing: _units_gone(a.kind, apart) for a in every})


def list_marked_apart(work: Work, person: str, apart: Apart) -> tuple[str, ...]:
    """Return the units a person marked to bring, in answers that came by file and are apart."""
    units = {unit for each in apart.came if each.kept.rater == person for unit in each.units}
    if not units:
        return ()
    own = work.current(Assessment, about=person, kind=AssessmentKind.SELF, state=State.FINISHED)
    marks = work.current(Rating, assessment=[a.thing for a in own], bring=True)
    return tuple(sorted(units_of(mark.item for mark in marks) & units, key=id_key))


def cut(record: MayHide, hidden: Hidden) -> MayHide | None:
    """Return a record without what is gone of it; None where nothing of it is left."""
    if isinstance(record, Rating):
        gone = hidden.units.get(record.assessment, frozenset())
        return None if unit_of(record.item) in gone else record
    if isinstance(record, Note):
        assessment, _, item = record.subject.partition("/")
        return None if unit_of(item) in hidden.units.get(assessment, frozenset()) else record
    if isinstance(record, Objection):
        # That it is contested is no secret; the words may tell what the other's answer was.
        return replace(record, text=NO_WORDS) if hidden.apart.units else record
    if isinstance(record, Goal) and hidden.apart.own & set(record.items):
        # Why it was chosen may be the note on an answer; where its units stood are answers.
        return replace(record, why=NO_WORDS, states=())
    return _without_units(record, hidden) if isinstance(record, Assessment) else record


def _units_gone(kind: AssessmentKind, apart: Apart) -> frozenset[str]:
    """Return the units whose answers in an assessment of a kind are kept from the reader."""
    return {
        AssessmentKind.SELF: apart.own,
        AssessmentKind.FIRST_LOOK: apart.own,
        AssessmentKind.SUPERVISOR: apart.supervisor,
        AssessmentKind.AGREED: apart.own | apart.supervisor,
    }[kind]


def _without_units(done: Assessment, hidden: Hidden) -> Assessment:
    """Return an assessment as if the units that are gone had never been asked.

    What an open draft asks is no secret: it is how the rule is told.
    """
    gone = hidden.units.get(done.thing, frozenset())
    if done.state is State.DRAFT or not gone:
        return done
    scope = tuple(item for item in done.scope if unit_of(item) not in gone)
    return done if len(scope) == len(done.scope) else replace(done, scope=scope)


def by_one_id(work: Work, draft: Assessment) -> Assessment:
    """Return a draft whose rater and author are named by the id that stands for them."""
    return replace(draft, rater=work.survivor(draft.rater), author=work.survivor(draft.author))


def as_key(value: object) -> object:
    """Return a value, or several, as something that can be looked up."""
    several = isinstance(value, Iterable) and not isinstance(value, str)
    return tuple(cast("Iterable[object]", value)) if several else value


def leave_out(record: R, asked: Erased) -> R | None:
    """Return a record without words that are asked for; None for what is nothing without them."""
    if not asked.names(record):
        return record
    if isinstance(record, (Note, Goal, GoalActivity, Entry)):
        return None
    bare = vars(asked.cut(record))
    fields = [name for name, value in vars(record).items() if bare[name] != value]
    words: dict[str, Any] = {name: bare[name] for name in fields}
    if isinstance(record, Person):  # of details that are left out nothing is said at all
        words = dict.fromkeys(fields, NO_WORDS)
    return replace(record, **words)


def leave_out_of(records: tuple[R, ...], asked: Erased) -> tuple[R, ...]:
    """Return records as `leave_out` has each."""
    found = (leave_out(each, asked) for each in records)
    return tuple(each for each in found if each is not None)
