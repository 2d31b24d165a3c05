"""Reads what happened to answers after their assessment was finished: marks, and other codes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date

from ipsskills.codes import Code
from ipsskills.frozen import dataclass
from ipsskills.method.current import Pass
from ipsskills.method.marks import find_marked_later, find_marks, list_standing
from ipsskills.method.moments import Held, Moment, find_moment
from ipsskills.method.resting import CodesGiven, list_code_changes
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


def read_marks(
    view: ReaderView, passes: Sequence[Pass], until: date | None = None
) -> Mapping[str, Moment]:
    """Return the units that one rater marked to bring to supervision, and when (`find_marks`).

    With ``until`` the marks are those of that day: what was set or ended later does not count.
    """
    if until:
        passes = [_as_marked_on(view, done, until) for done in passes]
    later: dict[str, Moment] = {}
    for done, rating in _list_changed(passes):
        finished, versions = _split(view, done, rating)
        if rating.bring and (version := find_marked_later(finished, versions)):
            later[rating.thing] = _find_moment(view, version)
    return find_marks(passes, later)


def read_code_changes(view: ReaderView, passes: Sequence[Pass]) -> CodesGiven:
    """Return the codes that answers had, and since when, of those put right after the finish."""
    found: dict[str, list[tuple[Code | None, Moment]]] = {}
    for done, rating in _list_changed(passes):
        finished, later = _split(view, done, rating)
        given = found.setdefault(rating.thing, [])
        if finished:
            given.append((finished.code, find_moment(done.on, done.assessment.at)))
        changes = list_code_changes(finished, later)
        given += [(version.code, _find_moment(view, version)) for version in changes]
    return found


def _list_changed(passes: Sequence[Pass]) -> Iterator[tuple[Pass, Rating]]:
    """Yield the answers that were changed after their assessment was finished."""
    for done in passes:
        for rating in done.ratings.values():
            if rating.at > done.assessment.at:
                yield done, rating


def _split(view: ReaderView, done: Pass, rating: Rating) -> tuple[Rating | None, list[Rating]]:
    """Return an answer as it was at the finish, if it was there, and its versions since."""
    versions, closed = _list_lineage(view, rating), done.assessment.at
    before = [version for version in versions if version.at <= closed]
    return (before[-1] if before else None), versions[len(before) :]


def _find_moment(view: ReaderView, version: Rating) -> Moment:
    return find_moment(view.day_of(version.at), version.at)


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
