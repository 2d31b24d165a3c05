"""A chart of progress in words, before anything is drawn."""

from itertools import groupby

from ipsskills.facts.charts.progress import ProgressFacts, UnitOverTime, UnitThen
from ipsskills.method.state import format_state
from ipsskills.pages.charts.answers import ShownAnswer
from ipsskills.pages.charts.progress.shown import (
    ProgressChart,
    ProgressGroup,
    ProgressPoint,
    ProgressRow,
)
from ipsskills.pages.compose.apart import FOR_NOW, keep_apart_words
from ipsskills.pages.compose.reports.chart_words import OTHER_QUESTION, say_moved, word_key
from ipsskills.pages.words import day, join_words

DAYS_NAMED = 4


def compose_progress(facts: ProgressFacts) -> ProgressChart:
    """Return what is drawn: where each unit stood on each day of a look, by domain."""
    groups = [
        ProgressGroup(domain, tuple(_row(facts, unit) for unit in units))
        for domain, units in groupby(facts.units, key=lambda unit: unit.domain)
    ]
    return ProgressChart(
        title=_find_title(facts),
        subtitle=f"{facts.person.name}: {_tell_views(facts)}",
        days=tuple((each, day(each)) for each in facts.days),
        groups=tuple(groups),
        now_head="now",
        then_head="at first, where that differs" if len(facts.days) > 1 else "",
        key=word_key(facts.scale, to_the_person=facts.person.me),
        apart_line=keep_apart_words(facts.apart, facts.names),
    )


def _find_title(facts: ProgressFacts) -> str:
    """Return what it shows as a sentence: what has come further, or that nothing has moved."""
    if not facts.days:
        return "Nothing can be shown for now"
    first = facts.days[0]
    if len(facts.days) == 1:
        return f"One look so far, on {day(first)}"
    moved = say_moved(first, facts.moved_up, facts.moved, facts.names)
    return moved or f"Nothing has moved since {day(first)}"


def _tell_views(facts: ProgressFacts) -> str:
    """Return whose views are shown, and of which days where a line holds them."""
    whose = "your" if facts.person.me else "own"
    if not 1 < len(facts.days) <= DAYS_NAMED:
        return f"{whose} views over time"
    return f"{whose} views of {join_words([day(each) for each in facts.days])}"


def _row(facts: ProgressFacts, unit: UnitOverTime) -> ProgressRow:
    points = tuple(_point(facts, then) for then in unit.then)
    if unit.apart:
        return ProgressRow(unit.unit, unit.short, (), FOR_NOW)
    if not points:
        return ProgressRow(unit.unit, unit.short, (), facts.scale.states.not_answered)
    now, then = points[-1].answer.word, points[0].answer.word
    return ProgressRow(
        unit=unit.unit, label=unit.short, points=points, now=now, then=then if then != now else ""
    )


def _point(facts: ProgressFacts, then: UnitThen) -> ProgressPoint:
    word = format_state(then.state, facts.scale, to_the_person=facts.person.me)
    if not then.same_question:
        word = f"{word} ({OTHER_QUESTION})"
    answer = ShownAnswer(then.state.value, word, left_out=not then.same_question)
    return ProgressPoint(then.on, day(then.on), answer, then.answered)
