"""What an agenda talks about first, and what has not been looked at for a while.

docs/method.md, sections 4 and 7.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from ipsskills.codes import Code, EntryKind
from ipsskills.framework.types import Framework
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import older_than
from ipsskills.method.current import Standing
from ipsskills.method.lists import Lists, Views
from ipsskills.method.order import BEFORE_MEETING_CLIENTS, teaching_key
from ipsskills.method.resting import NOTHING_RESTS, Resting
from ipsskills.record.types import Entry

TALK_FIRST = 3
NOT_LOOKED_AT = 2
A_WHILE_MONTHS = 6

_LOOKS = (EntryKind.TRAINING, EntryKind.EVIDENCE, EntryKind.OBSERVATION, EntryKind.SUPERVISION)


def choose_talk_first(
    framework: Framework, found: Lists, views: Views, resting: Resting = NOTHING_RESTS
) -> tuple[str, ...]:
    """Return at most three units to talk about first.

    Those marked by either to bring to supervision, whatever the answer; then those two or more
    apart on seen work; then where effort would pay first, in its order. Those at rest come after
    all others. A safety unit has a line of its own every time and appears here only where it was
    marked.
    """
    effort = {unit: number for number, unit in enumerate(found.effort)}
    marked = {unit for unit in views.own_marks | views.their_marks if unit in framework.by_id}
    known = {*views.own, *views.supervisor, *marked} - views.apart

    def key(unit: str) -> tuple[object, ...]:
        apart = views.far_apart(unit) and not framework.is_safety(unit)
        return (
            *resting.key(unit),
            not views.marked(unit),
            not apart,
            effort.get(unit, len(effort)),
            teaching_key(unit),
        )

    units = [unit for unit in known if views.marked(unit) or unit in effort]
    return tuple(sorted(units, key=key)[:TALK_FIRST])


def choose_to_begin(
    framework: Framework, first_look: Mapping[str, Standing], already: Collection[str] = ()
) -> tuple[str, ...]:
    """Return at most three units to begin with after a first look, where there is no other.

    Those that are new to the person, or where nothing is, those they have heard of; in teaching
    order. Left out is what is named ``already``; a safety unit has a line of its own every time.
    """
    for code in (Code.ZERO, Code.ONE):
        units = [
            unit
            for unit, standing in first_look.items()
            if standing.value is code and unit not in already and not framework.is_safety(unit)
        ]
        if units:
            return tuple(sorted(units, key=teaching_key)[:TALK_FIRST])
    return ()


def choose_safety_to_begin(
    framework: Framework, first_look: Mapping[str, Standing], already: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the safety unit to begin with after a first look that calls it new; none if none is.

    It is for a page on which the safety units have no line of their own. Left out is what is named
    ``already``; first comes what has to be known before clients are met alone.
    """
    units = [
        unit
        for unit, standing in first_look.items()
        if standing.value is Code.ZERO and unit not in already and framework.is_safety(unit)
    ]
    first = [unit for unit in BEFORE_MEETING_CLIENTS if unit in units]
    return tuple([*first, *sorted(units, key=teaching_key)][:1])


@dataclass(frozen=True)
class Looked:
    """A unit and the day it was last looked at; None is never."""

    unit: str
    on: date | None


def find_not_looked_at(
    framework: Framework,
    views: Views,
    entries: Iterable[Entry],
    today: date,
    already: Iterable[str] = (),
    resting: Resting = NOTHING_RESTS,
) -> tuple[Looked, ...]:
    """Return at most two units that nobody has looked at for six calendar months, longest first.

    A look is an answer of either, training, evidence, field mentoring or supervision about the
    unit. Left out are safety units, units agreed outside this job, those kept apart for now, and
    what is on the page ``already``. To talk about a unit is no look, but it lets it rest here too.
    """
    by_entry: dict[str, date] = {}
    for entry in entries:
        if entry.kind in _LOOKS and not entry.removed and entry.on <= today:
            for unit in entry.items:
                by_entry[unit] = max(entry.on, by_entry.get(unit, entry.on))
    skip = {*already, *views.apart}
    found = [
        Looked(unit.id, _find_last_look(views, unit.id, by_entry.get(unit.id)))
        for unit in framework.asked()
        if unit.id not in skip
        and not framework.is_safety(unit.id)
        and _get_value(views.own.get(unit.id)) is not Code.OUTSIDE
    ]
    old = [e for e in found if e.on is None or older_than(e.on, A_WHILE_MONTHS, today)]
    old.sort(key=lambda e: (*resting.key(e.unit), e.on or date.min, teaching_key(e.unit)))
    return tuple(old[:NOT_LOOKED_AT])


def _find_last_look(views: Views, unit: str, entry: date | None) -> date | None:
    answers = (views.own.get(unit), views.supervisor.get(unit))
    days = [s.on for s in answers if s and _get_value(s) not in (None, Code.NOT_SEEN)]
    return max([*days, *([entry] if entry else [])], default=None)


def _get_value(standing: Standing | None) -> Code | None:
    return standing.value if standing else None


EXPLAIN_AGENDA = (
    "Going well comes first: goals and steps finished since you last met, what you wrote when you "
    "prepared, what was seen in the field, and your strengths. Then what you both said you would "
    "do, and a line for each safety unit. Talk about first names three units at most: those either "
    "of you marked, whatever the answer; then those where you are two or more steps apart and your "
    "supervisor saw the work; then where effort would pay first. What was talked about rests: it "
    "comes after everything else, what was talked about longest ago first, until either of you "
    "answers it anew or marks it. Where the two of you agreed an answer after both views, that is "
    "the unit's answer here until either answers again. At most two units are named that nobody "
    "has looked at for six months; to talk about one is no look, but lets it rest. Only shared "
    "notes appear on it, and answers only in words."
)
