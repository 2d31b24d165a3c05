"""Reads what happened to answers after their assessment was finished: marks, and other codes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass
from ipsskills.method.marks import find_marked_later, find_marks, list_standing
from ipsskills.method.moments import Held, Moment, find_moment
from ipsskills.method.resting import find_code_change
from ipsskills.record.types import Rating
from ipsskills.usecases.reading.view import ReaderView


@dataclass(frozen=True, kw_only=True)
class BothMarks:
    """The units marked to bring to supervision, and when: by the person, and by each supervisor.

    Supervisors are named by id.
    """

    own: Mapping[str, Moment] = field(default_factory=dict)
    by_rater: Mapping[str, Mapping[str, Moment]] = field(default_factory=dict)

    @property
    def theirs(self) -> Mapping[str, Moment]:
        """When any supervisor marked each unit last."""
        found: dict[str, Moment] = {}
        for marks in self.by_rater.values():
            for unit, when in marks.items():
                found[unit] = max(when, found.get(unit, when))
        return found

    def list_markers(self, held: Sequence[Held]) -> Mapping[str, tuple[str, ...]]:
        """Return for each unit the supervisors whose mark on it still stands."""
        found: dict[str, tuple[str, ...]] = {}
        for rater, marks in self.by_rater.items():
            for unit in list_standing(marks, held):
                found[unit] = (*found.get(unit, ()), rater)
        return found


Finder = Callable[[Rating | None, Sequence[Rating]], Rating | None]


def read_marks(
    view: ReaderView, passes: Sequence[Pass], until: date | None = None
) -> Mapping[str, Moment]:
    """Return the units that one rater marked to bring to supervision, and when (`find_marks`).

    With ``until`` the marks are those of that day: what was set or ended later does not count.
    """
    if until:
        passes = [_as_marked_on(view, done, until) for done in passes]
    marked = ((done, r) for done in passes for r in done.ratings.values() if r.bring)
    return find_marks(passes, _find_later(view, marked, find_marked_later))


def read_code_changes(view: ReaderView, passes: Sequence[Pass]) -> Mapping[str, Moment]:
    """Return when codes were changed after the finish, by the thing of the answer."""
    every = ((done, rating) for done in passes for rating in done.ratings.values())
    return _find_later(view, every, find_code_change)


def _find_later(
    view: ReaderView, answers: Iterable[tuple[Pass, Rating]], find: Finder
) -> Mapping[str, Moment]:
    """Return when the version that is looked for was kept; only what was changed is looked into."""
    found: dict[str, Moment] = {}
    for done, rating in answers:
        closed = done.assessment.at
        if rating.at <= closed:
            continue
        versions = _list_lineage(view, rating)
        before = [version for version in versions if version.at <= closed]
        later = [version for version in versions if version.at > closed]
        if version := find(before[-1] if before else None, later):
            found[rating.thing] = find_moment(view.day_of(version.at), version.at)
    return found


def _as_marked_on(view: ReaderView, done: Pass, until: date) -> Pass:
    """Return an assessment with its answers as they were marked at the end of a day."""
    closed, ratings = done.assessment.at, dict(done.ratings)
    for item, rating in done.ratings.items():
        if rating.at > closed and view.day_of(rating.at) > until:
            then = [
                version
                for version in _list_lineage(view, rating)
                if version.at <= closed or view.day_of(version.at) <= until
            ]
            if then:
                ratings[item] = then[-1]
            else:
                del ratings[item]
    return Pass(done.assessment, ratings)


def _list_lineage(view: ReaderView, rating: Rating) -> list[Rating]:
    """Return an answer and the versions it came of, each by what its author saw, oldest first."""
    known = {version.id: version for version in view.history(Rating, rating.thing)}
    found = [rating]
    while before := known.get(found[-1].replaces or ""):
        found.append(before)
    return found[::-1]
