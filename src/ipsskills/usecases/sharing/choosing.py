"""What of a record goes to somebody, and what stays: the one place where that is decided.

Never drafts, never private notes, never what is about others, and nothing of which a part is kept
from the one who sends it. Of what was finished go the version with which it was, and those that
came after: earlier wording may hold what was put right.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ipsskills.codes import ApartEnd, AssessmentKind, EntryKind
from ipsskills.facts.exchange.parcels import Staying
from ipsskills.frozen import dataclass
from ipsskills.record.types import (
    AloneFirst,
    Assessment,
    Entry,
    Goal,
    GoalActivity,
    Note,
    Objection,
    Parcel,
    Person,
    Rating,
    Record,
    Redacted,
    State,
)
from ipsskills.usecases.reading.view import ReaderView
from ipsskills.usecases.rights.answered_words import list_refused
from ipsskills.usecases.rights.asked_words import find_asked

R = TypeVar("R", bound=Record)

# Of entries, what a new leader needs: what was seen and agreed, and what is still to come.
_HANDED_OVER = (EntryKind.OBSERVATION, EntryKind.SUPERVISION)


@dataclass(frozen=True, kw_only=True)
class AskedToSend:
    """Which of a person's records are asked for: for whom, handed over to a new leader or not.

    ``views`` is whether views that others gave go too, as the person says they may, and
    ``details`` whether people's own go: None is yes, but for a handover.
    """

    about: Person
    to: Person
    handover: bool = False
    views: bool = False
    details: bool | None = None

    @property
    def with_details(self) -> bool:
        """Whether the details of people go, beside their names, roles and keys."""
        return not self.handover if self.details is None else self.details


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """The records that go, and what stays."""

    records: tuple[Record, ...]
    stays: Staying


def choose(view: ReaderView, asked: AskedToSend) -> Chosen:
    """Return what goes to somebody, and what stays."""
    about = asked.about.thing
    every = view.current(Assessment, about=about)
    finished = [each for each in every if each.state is State.FINISHED]
    whole = [each for each in finished if not view.is_cut(each)]
    going = [each for each in whole if _goes(view, each, asked)]
    notes = view.current(Note, about=about)
    goals = [each for each in view.current(Goal, about=about) if not view.is_cut(each)]
    entries = view.current(Entry, about=about, removed=False)
    asked_out = find_asked(view)  # what its sender is asked to erase
    left_out = {e.thing for e in (*notes, *goals, *entries) if asked_out.names(e)}
    goals = [each for each in goals if each.thing not in left_out]
    chosen_entries = _choose_entries(entries, asked)
    records: list[Record] = [*_list_versions(view, going)]
    records += [] if asked.handover and not asked.views else _choose_notes(view, notes, going)
    records += goals
    records += view.current(GoalActivity, goal=[each.thing for each in goals]) if goals else ()
    records += chosen_entries
    records += _list_taken_back(view, asked)
    things = {each.thing for each in records if not asked_out.names(each)}
    records += [e for e in view.current(Objection) if e.subject in things and _is_about(e, asked)]
    records = [each for each in records if not asked_out.names(each)]
    records += _list_addressed(view, asked)
    return Chosen(
        records=tuple({each.id: each for each in records}.values()),
        stays=Staying(
            private_notes=sum(1 for e in notes if e.author == view.me and e.text and not e.shared),
            drafts=sum(1 for e in every if e.state is State.DRAFT and e.rater == view.me),
            apart=len(finished) - len(whole),
            other_views=len(whole) - len(going),
            asked=len(left_out),
            other_entries=len(entries) - len(chosen_entries),
        ),
    )


def _is_about(record: Record, asked: AskedToSend) -> bool:
    return record.about == asked.about.thing


def _goes(view: ReaderView, done: Assessment, asked: AskedToSend) -> bool:
    """Whether a finished assessment goes to somebody.

    To the person themselves everything does. To a new leader no view does unless the person says
    so. Otherwise the person sends their own, what was agreed, and what the receiver gave.
    """
    if done.set_aside:
        return False
    if asked.views or asked.to.thing == asked.about.thing:
        return True
    if asked.handover:
        return False
    mine = view.survivor(done.rater) == asked.about.thing
    theirs = view.survivor(done.rater) == asked.to.thing
    return mine or theirs or done.kind is AssessmentKind.AGREED


def _list_versions(view: ReaderView, going: Sequence[Assessment]) -> Iterator[Record]:
    """Yield assessments and their answers from the version on with which each was finished."""
    if not going:
        return
    ended = {}
    for done in going:
        versions = view.history(Assessment, done.thing)
        finished = [each for each in versions if each.state is State.FINISHED]
        ended[done.thing] = finished[0].at
        yield from finished  # one that was opened again for a while has others in between
    ratings = view.every(Rating, {"assessment": [done.thing for done in going]})
    by_thing: dict[str, list[Rating]] = {}
    for rating in ratings:
        by_thing.setdefault(rating.thing, []).append(rating)
    for versions_of_one in by_thing.values():
        yield from _from(versions_of_one, lambda each: each.at > ended[each.assessment])


def _from(versions: Sequence[R], is_later: Callable[[R], bool]) -> Iterator[R]:
    """Yield the last version that is not later, and those that are."""
    earlier = [each for each in versions if not is_later(each)]
    yield from (*earlier[-1:], *(each for each in versions if is_later(each)))


def _choose_notes(
    view: ReaderView, notes: Sequence[Note], going: Sequence[Assessment]
) -> Iterator[Note]:
    """Yield shared notes on what goes, and those that take back one that was shared."""
    things = {each.thing for each in going}
    for note in notes:
        if note.subject.partition("/")[0] not in things:
            continue
        taken_back = not note.text and any(e.shared for e in view.history(Note, note.thing))
        if (note.shared and note.text) or taken_back:
            yield note


def _choose_entries(entries: Sequence[Entry], asked: AskedToSend) -> list[Entry]:
    """Return the entries that go: of preparations the latest, to a new leader what is needed."""
    preparations = [each for each in entries if each.kind is EntryKind.PREPARATION]
    latest = max(preparations, key=lambda each: (each.on, each.at), default=None)
    if asked.handover:
        return [each for each in entries if _is_handed_over(each)]
    return [each for each in entries if each.kind is not EntryKind.PREPARATION or each is latest]


def _is_handed_over(entry: Entry) -> bool:
    if entry.kind is EntryKind.ACTION:
        return entry.done is None
    return entry.kind in _HANDED_OVER or entry.expires is not None


def _list_taken_back(view: ReaderView, asked: AskedToSend) -> Iterator[Entry]:
    """Yield entries that were taken back after an earlier version of them had gone or come."""
    removed = view.current(Entry, about=asked.about.thing, removed=True)
    if not removed:
        return
    known = {each for parcel in view.current(Parcel) for each in parcel.held}
    for entry in removed:
        if any(version.id in known for version in view.history(Entry, entry.thing)):
            yield entry


def _list_addressed(view: ReaderView, asked: AskedToSend) -> Iterator[Record]:
    """Yield that both look together now, what asks the receiver to erase words, and refusals."""
    for kept in view.current(AloneFirst):
        if kept.how is ApartEnd.TOGETHER and view.survivor(kept.about) == asked.about.thing:
            yield kept
    for request in view.current(Redacted):
        meant = request.asked_of and view.survivor(request.asked_of) == asked.to.thing
        if meant and request.on is None and view.survivor(request.about) == asked.about.thing:
            yield request
    yield from list_refused(view, asked.about, asked.to)
