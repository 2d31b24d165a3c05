"""Marks to bring something to supervision: from which answers they count, and until when.

docs/method.md, section 3, "Marks".
"""

from collections.abc import Iterable, Mapping, Sequence

from ipsskills.doing import do
from ipsskills.method.apart import unit_of
from ipsskills.method.current import Pass, sort_latest_first
from ipsskills.method.moments import Held, Moment, find_moment
from ipsskills.record.types import Rating

# When an answer was marked after its assessment was finished, by the thing of the answer.
MarkedLater = Mapping[str, Moment]


def find_marks(passes: Sequence[Pass], later: MarkedLater) -> Mapping[str, Moment]:
    """Return the units that one rater marked, and when; whether a mark still stands is apart.

    A mark counts from the rater's newest finished assessment that had the unit in scope, whatever
    the answer. It is as old as the day that was finished, unless it was set ``later``.
    """
    newest: dict[str, Pass] = {}
    for done in sort_latest_first(passes):
        for item in done.assessment.scope:
            newest.setdefault(unit_of(item), done)
    found: dict[str, Moment] = {}
    for unit, done in newest.items():
        when = [_find_when(done, rating, later) for rating in list_marked(done, unit)]
        if when:
            found[unit] = max(when)
    return found


def list_marked(done: Pass, unit: str) -> list[Rating]:
    """Return the answers to a unit, or to its statements, that are marked in an assessment."""
    return [r for r in done.ratings.values() if r.bring and unit_of(r.item) == unit]


def _find_when(done: Pass, rating: Rating, later: MarkedLater) -> Moment:
    return later.get(rating.thing) or find_moment(done.on, done.assessment.at)


def list_standing(marks: Mapping[str, Moment], held: Iterable[Held]) -> frozenset[str]:
    """Return the marked units whose mark no supervision has ended since."""
    ended: dict[str, Moment] = {}
    for each in held:
        for unit in each.ends_marks:
            ended[unit] = max(each.among_answers, ended.get(unit, each.among_answers))
    return frozenset(
        unit for unit, when in marks.items() if unit not in ended or ended[unit] <= when
    )


def find_marked_later(finished: Rating | None, later: Sequence[Rating]) -> Rating | None:
    """Return the version by which an answer, marked now, was marked after its assessment ended.

    ``finished`` is the answer as it was at the finish, ``later`` are its versions since, oldest
    first. None where it has been marked ever since the finish.
    """
    found: Rating | None = None
    marked = finished is not None and finished.bring
    for version in later:
        if not version.bring:
            found = None
        elif not marked:
            found = version
        marked = version.bring
    return found


EXPLAIN_MARKS = (
    "A mark to bring a unit to supervision comes from the last assessment you finished that asked "
    "about the unit, whatever you answered, or if you left it blank. Without answering anew you "
    f"set one with {do('assess', '--mark', '3.8')} and end it with --unmark. A supervision that "
    "was held ends it where the unit was talked about or is among the units of the entry; taking "
    "the entry back brings the mark back. Your supervisor's marks count in the same way."
)
