"""What lets a unit rest on the agenda and what wakes it; which agreed answers stand there.

docs/method.md, section 4, "The agenda moves on" and "Agreed".
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ipsskills.codes import Code
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.apart import unit_of
from ipsskills.method.current import Pass, Standing
from ipsskills.method.lists import Views
from ipsskills.method.moments import Moment, find_moment
from ipsskills.record.types import Rating

# What wakes a unit, and what ends an agreed answer: an answer, which "not seen" and blank are not.
WAKING = frozenset((Code.ZERO, Code.ONE, Code.TWO, Code.THREE, Code.NO_CHANCE))
ANSWERS = WAKING | {Code.OUTSIDE}

# The codes that an answer had, and since when, by the thing of the answer.
CodesGiven = Mapping[str, Sequence[tuple[Code | None, Moment]]]


def find_newest_answers(
    units: Collection[str], passes: Sequence[Pass], codes: Collection[Code], changed: CodesGiven
) -> Mapping[str, Moment]:
    """Return when each of the units was last given one of these answers, as far as it ever was.

    To the whole of it or to a statement, whatever that comes to. An answer is as old as the day its
    assessment was finished; ``changed`` are those whose code was put right later.
    """
    found: dict[str, Moment] = {}
    for done in passes:
        finished = find_moment(done.on, done.assessment.at)
        for rating in done.ratings.values():
            unit = unit_of(rating.item)
            if unit not in units:
                continue
            for code, when in changed.get(rating.thing, ((rating.code, finished),)):
                if code in codes:
                    found[unit] = max(when, found.get(unit, when))
    return found


def list_code_changes(finished: Rating | None, later: Sequence[Rating]) -> list[Rating]:
    """Return the versions of an answer after its assessment ended that changed the code.

    ``finished`` is the answer as it was at the finish, ``later`` are its versions since, oldest
    first.
    """
    found, before = [], finished.code if finished else None
    for version in later:
        if version.code is not before:
            found.append(version)
        before = version.code
    return found


@dataclass(frozen=True)
class Resting:
    """The units that were talked about after their newest answer and mark, and when that was."""

    since: Mapping[str, Moment]

    def key(self, unit: str) -> tuple[object, ...]:
        """Return what sorts resting units behind all others, the longest at rest first."""
        when = self.since.get(unit)
        return (when is not None, when or ())


NOTHING_RESTS = Resting({})


def find_resting(talks: Mapping[str, Moment], *woken: Mapping[str, Moment]) -> Resting:
    """Return the units at rest: talked about after whatever could wake them."""
    return Resting(
        {
            unit: when
            for unit, when in talks.items()
            if all(unit not in waking or waking[unit] < when for waking in woken)
        }
    )


def find_agreed(
    agreed: Mapping[str, Standing],
    when: Mapping[str, Moment],
    *answered: Mapping[str, Moment],
) -> Mapping[str, Standing]:
    """Return the agreed answers, of those ``agreed``, that neither has answered again since.

    ``when`` tells when each was agreed, ``answered`` when each of the two last answered.
    """
    return {
        unit: standing
        for unit, standing in agreed.items()
        if all(unit not in last or last[unit] < when[unit] for last in answered)
    }


def put_agreed(framework: Framework, views: Views, agreed: Mapping[str, Standing]) -> Views:
    """Return both views as the agenda takes them: what was agreed is the unit's answer.

    The safety units keep both views, and every mark stands.
    """
    units = {unit: said for unit, said in agreed.items() if not framework.is_safety(unit)}
    return _put(views, units)


def _put(views: Views, units: Mapping[str, Standing]) -> Views:
    """Return views with these answers for both, as they are now and as they were when finished."""
    return replace(
        views,
        own={**views.own, **units},
        supervisor={unit: said for unit, said in views.supervisor.items() if unit not in units},
        then=_put(views.then, units) if views.then else None,
    )
