"""Which goals a learning plan offers, the steps each starts with, and the dates it suggests.

A plan promises nothing that its steps do not do: the outcome it names is one that a step shows.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from ipsskills.doing import do
from ipsskills.framework.types import Activity, CurriculumEntry
from ipsskills.frozen import dataclass
from ipsskills.method.calendar import months_since, next_working_day
from ipsskills.method.lists import Lists
from ipsskills.method.safety import SafetyCase
from ipsskills.record.types import Goal

OFFERED = 6
WEEKS_TO_REVIEW, WEEKS_TO_CLOSE = 6, 12
BY_HAND = 3
MONTHS_NEW = 3
# Stands in a command that is shown as an example of how to name a goal of one's own.
OWN_GOAL = "Meet three new employers"
# The unit that is named where nothing is known of somebody.
_A_UNIT = "3.8"


@dataclass(frozen=True)
class Candidate:
    """A unit offered as a goal and why: safety, effort or a chance to arrange."""

    unit: str
    why: str

    @property
    def chance(self) -> bool:
        """Whether the service has to arrange it."""
        return self.why == "chance"


def list_candidates(found: Lists) -> tuple[Candidate, ...]:
    """Return up to six candidates: safety units at 0 or 1, then effort, then chances.

    The order is that of the lists (docs/method.md, section 4); the person picks, two being usual.
    """
    safety = [
        Candidate(line.unit, "safety")
        for line in found.safety
        if line.case is SafetyCase.TALK_TODAY
    ]
    effort = [Candidate(unit, "effort") for unit in found.effort]
    chances = [Candidate(unit, "chance") for unit in found.chances]
    return tuple([*safety, *effort, *chances][:OFFERED])


class WhyNamed(StrEnum):
    """Why a unit is named to somebody who chooses a goal by hand."""

    MARKED = "marked"
    FIRST_LOOK = "first look"
    EXAMPLE = "example"


def choose_by_hand(
    marked: Iterable[str], begin: Iterable[str], taken: Collection[str]
) -> tuple[tuple[str, WhyNamed], ...]:
    """Return at most three units to choose a goal for, where no goals are offered.

    Goals are offered from a look at the units. Before one, these are what the person marked to
    bring to supervision, then what their first look says to ``begin`` with, each in its order; or
    where there is neither, one as an example. Left out are those ``taken``, which have a goal.
    """
    named = dict.fromkeys(marked, WhyNamed.MARKED)
    for unit in begin:
        named.setdefault(unit, WhyNamed.FIRST_LOOK)
    free = tuple((unit, why) for unit, why in named.items() if unit not in taken)
    if free or _A_UNIT in taken:
        return free[:BY_HAND]
    return ((_A_UNIT, WhyNamed.EXAMPLE),)


def is_new_in_post(since: date, today: date) -> bool:
    """Whether somebody who started (or came back) on a day is in their first months."""
    months = months_since(since, today)
    return months is not None and months < MONTHS_NEW


_WITH_OTHERS = ("skills workshop", "peer learning")
# A goal starts with something done alone, goes on with others, and ends in real work.
_STEPS = (
    ("self-directed study", "vignette"),
    _WITH_OTHERS,
    ("supervised practice", "field mentoring", "shadowing"),
)
# A chance is arranged: the work itself, seen or done beside somebody, and a talk.
_STEPS_OF_A_CHANCE = (("shadowing", "field mentoring", "supervised practice"), _WITH_OTHERS)
# What may stand behind these to show an outcome: nothing that is done alone with a client, as that
# is the occasion which has not come.
_BEHIND_A_CHANCE = ("vignette", "self-directed study", "field mentoring")
# Somebody who is new to a unit begins with what needs no clients of their own: a case, work that
# they watch, and something with colleagues. Last they do it, and are watched or helped.
_STEPS_FOR_NEW = (
    ("vignette", "self-directed study"),
    ("shadowing",),
    _WITH_OTHERS,
    ("field mentoring", "supervised practice"),
)


@dataclass(frozen=True)
class SuggestedSteps:
    """What a goal starts with, and the outcome of its unit that is looked for at the end."""

    activities: tuple[Activity, ...]
    outcome: str


def suggest_steps(lesson: CurriculumEntry, *, chance: bool, new: bool = False) -> SuggestedSteps:
    """Return the activities a goal for a unit starts with, and the outcome that they show.

    That is the first outcome of the unit that one of them says it shows; where none says so, as in
    files from before 2026.2, the unit's first.
    """
    chosen = suggest_activities(lesson.activities, chance=chance, new=new)
    shown = _list_shown(chosen)
    return SuggestedSteps(chosen, lesson.outcomes[min(shown) - 1 if shown else 0])


def suggest_activities(
    activities: Sequence[Activity], *, chance: bool, new: bool = False
) -> tuple[Activity, ...]:
    """Return the activities a goal starts with: one alone, one with others, one at work.

    A ``chance`` to arrange starts with the work itself, seen or done beside somebody, and a talk.
    Somebody who is ``new`` to the unit, chance or not, has a case, then work to watch, then one
    with others, and last is watched doing it; none of these is one for later. Anybody else has one
    for later with others only where there is no other, and what is for later comes last. What a
    unit has no activity for is left out. If none of them shows the unit's first outcome, one that
    does takes the place of its like. What somebody new reads and watches first stays as it is, and
    so does what is arranged for a chance: there, one that shows the outcome may come behind.
    """
    steps = _STEPS_FOR_NEW if new else _STEPS_OF_A_CHANCE if chance else _STEPS
    open_to = steps[2:] if new else steps[1:] if chance else steps
    fitting = [each for each in activities if not (new and each.later)]
    found = {kinds: _find_first(fitting, kinds) for kinds in steps}
    chosen = {kinds: each for kinds, each in found.items() if each}
    for wanted in _list_wanted(fitting, chosen.values()):
        showing = [each for each in fitting if wanted in each.shows]
        for kinds in [*reversed(open_to), *([_BEHIND_A_CHANCE] if chance and not new else [])]:
            better = _find_first(showing, kinds)
            if better and (kinds in chosen or kinds is _BEHIND_A_CHANCE):
                return _put_last_what_is_for_later((chosen | {kinds: better}).values())
    return _put_last_what_is_for_later(chosen.values())


def _put_last_what_is_for_later(chosen: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple(sorted(chosen, key=lambda each: each.later))


def _list_wanted(fitting: Iterable[Activity], chosen: Iterable[Activity]) -> list[int]:
    """Return the outcomes that are looked for in other activities, the most wanted first.

    The first one if no chosen activity shows it; the others too if they show none at all.
    """
    shown = _list_shown(chosen)
    wanted = sorted(_list_shown(fitting) if not shown else {1})
    return [] if 1 in shown else wanted


def _list_shown(activities: Iterable[Activity]) -> set[int]:
    return {number for each in activities for number in each.shows}


def _find_first(activities: Sequence[Activity], kinds: Sequence[str]) -> Activity | None:
    found = [each for kind in kinds for each in activities if each.kind == kind]
    if kinds is _WITH_OTHERS:
        found.sort(key=lambda each: each.later)
    return next(iter(found), None)


@dataclass(frozen=True)
class PlanDates:
    """The dates a plan suggests: one for each activity, the day to look again, the last day."""

    activities: tuple[date, ...]
    review: date
    close: date


def suggest_dates(today: date, lengths: Sequence[int], *, weekly: bool = False) -> PlanDates:
    """Return dates for a plan that starts today, its activities spread over six weeks.

    ``lengths`` has, for each activity, the weeks that it takes at least, 0 for one that is done in
    a day: none is due sooner than it can have been done, nor before the one it stands behind. A
    ``weekly`` plan, of somebody new or for a safety unit, has one activity a week, each begun when
    the one before is done, so that one which takes weeks is due that much later; the other days are
    the same. One that falls on a weekend or a bank holiday is the next day on which people are at
    work.
    """
    return PlanDates(
        _date_weekly(today, lengths) if weekly else _spread(today, lengths),
        suggest_next_look(today),
        next_working_day(today + timedelta(weeks=WEEKS_TO_CLOSE)),
    )


def _spread(today: date, lengths: Sequence[int]) -> tuple[date, ...]:
    days = WEEKS_TO_REVIEW * 7 / max(len(lengths), 1)
    due = (
        max(round(days * number), *(7 * length for length in lengths[:number]))
        for number in range(1, len(lengths) + 1)
    )
    return tuple(next_working_day(today + timedelta(days=each)) for each in due)


def _date_weekly(today: date, lengths: Sequence[int]) -> tuple[date, ...]:
    found, planned, due = [], today, today
    for length in lengths:
        planned += timedelta(weeks=max(length, 1))
        due = next_working_day(max(planned, due + timedelta(weeks=length)))
        found.append(due)
    return tuple(found)


def suggest_next_look(today: date) -> date:
    """Return the suggested day for the next look at a goal that was looked at today."""
    return next_working_day(today + timedelta(weeks=WEEKS_TO_REVIEW))


def number_goals(goals: Sequence[Goal]) -> tuple[tuple[int, Goal], ...]:
    """Return all of a person's goals by their numbers, whatever became of them.

    A goal has the number it was given when it was made. Where records that were joined give one
    number twice, the goal made later has the next number that no other goal was given: a goal's
    ``thing`` is the id of its first version, so these are in the order in which those were made.
    """
    ordered = sorted(goals, key=lambda goal: (goal.number, goal.thing))
    given: dict[int, Goal] = {}
    doubled = [goal for goal in ordered if given.setdefault(goal.number, goal) is not goal]
    free = (number for number in count(1) if number not in given)
    moved = [(number, goal) for goal, number in zip(doubled, free, strict=False)]
    return tuple(sorted([*given.items(), *moved], key=lambda each: each[0]))


def find_next_number(goals: Sequence[Goal]) -> int:
    """Return the number for a new goal: one more than the highest so far."""
    return max((number for number, _ in number_goals(goals)), default=0) + 1


EXPLAIN_GOALS = (
    "Up to six units are offered: a safety unit you are not sure of comes first, then where effort "
    "would pay first, then chances to arrange. You pick; two goals are usual. Before a look at all "
    "the units none are offered: there you choose a unit yourself, and are reminded of those you "
    "marked and of those your first look says to begin with, a new safety unit first. The plan "
    "suggests dates over six weeks, a look at six weeks and an end at twelve, none on a weekend or "
    "a bank holiday (England and Wales). A unit that is new to you has a step a week: first a "
    "case; then you watch the work being done; then comes something with colleagues, where there "
    "is one that needs no clients of yours and nobody from outside; and last you do it with "
    "somebody beside you or looking it over. That is three or four weeks; a step that takes weeks "
    "itself, such as a log kept for four, begins when the one before it is done and is due that "
    "much later. A safety unit has a step a week too. A chance to arrange begins beside somebody: "
    "you watch the work, or do it with them there. What hangs on people from outside comes last. "
    "No step of any plan is due sooner than it can have been done. What tells that a goal was "
    "reached is an outcome that one of its steps shows: the unit's first wherever one that fits "
    "can. New is what your first look calls new, until a later look. In your first three months, "
    "if the day you started is known and no look is from before it, all is new but what your first "
    "look says you have done before. "
    "Each step says how long it takes; how it is done, which case it names and what it leaves to "
    f"bring is told by {do('plan show', '--full')}. No answers appear on a plan. "
    "When a goal is agreed, the words for where its units stood are kept with it: "
    f"{do('plan history')}. "
    "A goal keeps its number even when it is finished or dropped, and can be reopened."
)
