"""What charts of a person say: the finding as a title, whose answers are whose, and the key.

Words are turned to the reader, and no unit is counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from ipsskills.codes import RATED, AskedAs, Code
from ipsskills.facts.charts.person import ChartAnswer, ChartFacts, ChartUnit
from ipsskills.facts.people import PersonNamed
from ipsskills.framework.scale import Scale
from ipsskills.method.state import StateKind, UnitState, format_answer, format_state
from ipsskills.pages.charts.answers import (
    KeyWords,
    Layer,
    LayerKind,
    PointWords,
    ShownAnswer,
    SignWords,
)
from ipsskills.pages.compose.apart import FOR_NOW
from ipsskills.pages.compose.contested import say_contested
from ipsskills.pages.words import day, in_post, join_words

NAMED = 3
NAMED_EACH = 2
OTHER_QUESTION = "asked in other words then"
NO_VIEW = "not asked about"
CONTESTED = "contested"

_WAYS = {  # that of most units last: what it holds is all that the others do not
    AskedAs.KNOWLEDGE: "Knowledge",
    AskedAs.VALUE: "Values",
    AskedAs.SAFETY: "Safety",
    AskedAs.SKILL: "Skills",
}


def word_key(scale: Scale, *, to_the_person: bool = True) -> KeyWords:
    """Return the key in the words of the framework file, the highest point first."""
    points = (
        PointWords(code, tuple(format_answer(scale, way, code, to_the_person) for way in _WAYS))
        for code in reversed(RATED)
    )
    given = (Code.NO_CHANCE, Code.OUTSIDE, Code.NOT_SEEN)
    skill = AskedAs.SKILL  # these answers are worded alike however they were asked for
    signs = [SignWords(code, format_answer(scale, skill, code, to_the_person)) for code in given]
    blank = SignWords(None, scale.states.not_answered)
    return KeyWords(tuple(_WAYS.values()), tuple(points), (*signs, blank))


def word_person_key(facts: ChartFacts) -> KeyWords:
    """Return the key of a chart of a person: which units are asked in each way, who saw not yet."""
    key = word_key(facts.scale, to_the_person=facts.person.me)
    signs = key.signs
    if facts.supervisor:
        by = _whom(facts.supervisor)
        signs = tuple(
            replace(sign, word=f"{sign.word} by {by}") if sign.value is Code.NOT_SEEN else sign
            for sign in signs
        )
    return replace(key, signs=signs, units=_list_asked(facts.units))


def _list_asked(units: Sequence[ChartUnit]) -> tuple[str, ...]:
    """Return for each way of asking its units by number; the way of most is that of all others."""
    asked = [(unit.unit, unit.asked_as) for unit in units]
    if any(way is None for _, way in asked):
        return ()
    most = Counter(way for _, way in asked).most_common(1)
    return tuple(
        "all other units" if most and way is most[0][0] else _list_runs(asked, way) for way in _WAYS
    )


def _list_runs(asked: Sequence[tuple[str, AskedAs | None]], way: AskedAs) -> str:
    """Return the numbers of units asked in a way, those that follow one another as "1.2 to 1.6"."""
    said = []
    for wanted, run in groupby(asked, key=lambda pair: pair[1] is way):
        units = [unit for unit, _ in run] if wanted else []
        together = len(units) > 2  # noqa: PLR2004 - two are named
        said += [f"{units[0]} to {units[-1]}"] if together else units
    return ", ".join(said)


def find_title(facts: ChartFacts) -> str:
    """Return what a radar shows as a sentence: what goes well, what changed, what both see."""
    who = "you are" if facts.person.me else f"{facts.person.name} is"
    plain = "Two views side by side" if facts.supervisor else f"Where {who} now"
    return _find_beside(facts) or _name_well(facts, NAMED) or plain


def find_profile_title(facts: ChartFacts) -> str:
    """Return what a profile shows as a sentence: as a radar, and where effort would pay first."""
    parts = (_name_well(facts, NAMED_EACH), find_effort(facts))
    return _find_beside(facts) or ". ".join(filter(None, parts)) or find_title(facts)


def find_effort(facts: ChartFacts) -> str:
    """Return where effort would pay first; "" where nothing is there."""
    return name_units("Effort would pay first", facts.lists.effort, facts.names, NAMED_EACH)


def _find_beside(facts: ChartFacts) -> str:
    """Return what stands out of two views or two days; "" where there is one of one."""
    lists = facts.lists
    parts = []
    if facts.supervisor:
        parts = [
            name_units("Both see it going well", _list_both_well(facts), facts.names),
            name_units("Seen furthest apart", lists.far_apart, facts.names),
        ]
    if facts.earlier_on:
        parts.append(say_moved(facts.earlier_on, lists.moved_up, lists.moved, facts.names))
    said = [part for part in parts if part]
    if not said and facts.earlier_on and not facts.supervisor:
        return f"Nothing has moved since {day(facts.earlier_on)}"
    return ". ".join(said[:2])


def _list_both_well(facts: ChartFacts) -> list[str]:
    """Return what both see at the top, safety too, which no list of what goes well names."""
    return [
        unit.unit
        for unit in facts.units
        if unit.unit in facts.lists.both_well or (_own_top(facts, unit) and _their_top(facts, unit))
    ]


def _own_top(facts: ChartFacts, unit: ChartUnit) -> bool:
    answer = _own_answer(facts, unit)
    return answer.rated and answer.value is Code.THREE


def _their_top(facts: ChartFacts, unit: ChartUnit) -> bool:
    answer = _their_answer(facts, unit)
    return answer.rated and answer.value is Code.THREE


def _name_well(facts: ChartFacts, most: int) -> str:
    brings = "What you bring" if facts.person.me else f"What {facts.person.name} brings"
    what = brings if facts.lists.brings else "Going well"
    return name_units(what, facts.lists.well, facts.names, most)


def find_subtitle(facts: ChartFacts) -> str:
    """Return who the person is; of a single view also whose it is, and of which day.

    Where there are several the key says that.
    """
    post = in_post(facts.role, facts.months_in_post, facts.hours)
    whose = "your" if facts.person.me else "own"
    several = facts.supervisor or facts.earlier_on
    view = "" if several else f"; {whose} view on {day(facts.on)}"
    return f"{facts.person.name}: {post[:1].lower()}{post[1:]}{view}"


def word_contested(facts: ChartFacts) -> str:
    """Return which views are contested, so told and not drawn, and in which words; "" for none."""
    if not facts.contested:
        return ""
    said = " ".join(say_contested(each, into_file=True) for each in facts.contested)
    return f"Contested, so told and not drawn. {said}"


def list_layers(facts: ChartFacts, *, agreed: bool = False) -> tuple[Layer, ...]:
    """Return whose answers of when a chart shows; with ``agreed`` what both agreed, too."""
    own = _whom(facts.person)
    layers = [Layer(LayerKind.NOW, f"{own}, view of {day(facts.on)}", own)]
    if facts.earlier_on:
        earlier = day(facts.earlier_on)
        layers.append(Layer(LayerKind.EARLIER, f"{own}, view of {earlier}", f"{own}, {earlier}"))
    if facts.supervisor:
        layers.append(_their_layer(facts, facts.supervisor))
        if agreed and any(unit.agreed for unit in facts.units):
            layers.append(Layer(LayerKind.AGREED, "agreed together", "agreed"))
    if len(layers) == 1:
        return (Layer(LayerKind.NOW, layers[0].name),)
    return tuple(layers)


def list_answers(
    facts: ChartFacts, unit: ChartUnit, layers: Iterable[Layer]
) -> tuple[ShownAnswer, ...]:
    """Return what each layer has to say of a unit."""
    teller = {
        LayerKind.NOW: _own_answer,
        LayerKind.EARLIER: _earlier_answer,
        LayerKind.SUPERVISOR: _their_answer,
        LayerKind.AGREED: _agreed_answer,
    }
    return tuple(teller[layer.kind](facts, unit) for layer in layers)


def _whom(person: PersonNamed) -> str:
    return "you" if person.me else person.name


def _their_layer(facts: ChartFacts, supervisor: PersonNamed) -> Layer:
    """Return the supervisor's answers; the key says it where all of them are contested."""
    name, on = _whom(supervisor), facts.supervisor_on
    seen = f"seen by {name}, view of {day(on)}" if on else f"seen by {name}"
    given = [each.supervisor for each in facts.units if each.supervisor]
    if given and all(each.contested for each in given):
        seen = f"{seen} ({CONTESTED}: not drawn)"
    return Layer(LayerKind.SUPERVISOR, seen, name)


def say_moved(
    since: date, up: Sequence[str], moved: Sequence[str], names: Mapping[str, str]
) -> str:
    """Return what has come further since a day, or else what was answered otherwise.

    Further is less help, less to look up, shown more surely: no one of these is true of all units.
    """
    further = name_units(f"Further on since {day(since)}", up, names)
    return further or name_units(f"Answered otherwise than on {day(since)}", moved, names)


def name_units(what: str, units: Sequence[str], names: Mapping[str, str], most: int = NAMED) -> str:
    """Return a few units (ids) by name after what they have in common; "" where there are none."""
    if not units:
        return ""
    named = [names.get(unit, unit) for unit in units]
    if len(units) > most + 1:  # a single one more takes no more room than "and more"
        return f"{what}: {', '.join(named[:most])} and more"
    return f"{what}: {join_words(named)}"


def _own_answer(facts: ChartFacts, unit: ChartUnit) -> ShownAnswer:
    if unit.apart:
        return ShownAnswer(None, FOR_NOW, left_out=True)
    if unit.state is None:
        return ShownAnswer(None, facts.scale.states.not_answered)
    word = format_state(unit.state, facts.scale, to_the_person=facts.person.me)
    return ShownAnswer(unit.state.value, word)


def _earlier_answer(facts: ChartFacts, unit: ChartUnit) -> ShownAnswer:
    if unit.apart:
        return ShownAnswer(None, FOR_NOW, left_out=True)
    return _beside(facts, unit.earlier)


def _their_answer(facts: ChartFacts, unit: ChartUnit) -> ShownAnswer:
    if unit.supervisor_apart:
        return ShownAnswer(None, FOR_NOW, left_out=True)
    return _beside(facts, unit.supervisor)


def _agreed_answer(facts: ChartFacts, unit: ChartUnit) -> ShownAnswer:
    return _beside(facts, unit.agreed)


def _beside(facts: ChartFacts, given: ChartAnswer | None) -> ShownAnswer:
    """Return an answer beside the person's own; what may not be set beside it is only told."""
    if given is None:
        return ShownAnswer(None, NO_VIEW, left_out=True)
    word = format_state(given.state, facts.scale, to_the_person=facts.person.me)
    if given.by and facts.supervisor and given.by.id != facts.supervisor.id:
        word = f"{word} ({_whom(given.by)})"
    if given.old or given.far:
        when = f"{day(given.on)}{', old' if given.old else ''}"
        return ShownAnswer(None, f"{word} ({when})", left_out=True)
    if given.contested:
        return ShownAnswer(None, f"{word} ({CONTESTED})", left_out=True)
    if not given.same_question:
        return ShownAnswer(None, f"{word} ({OTHER_QUESTION})", left_out=True)
    return ShownAnswer(given.state.value, word, left_out=_stands_for_nothing(given.state))


def _stands_for_nothing(state: UnitState) -> bool:
    """Whether no one answer stands for a unit that was seen in part: it is told, not drawn."""
    return state.kind is StateKind.SEEN_IN_PART
