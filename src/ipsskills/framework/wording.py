"""Checks the scale's wording: a missing code or a misspelt placeholder would fail later."""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from string import Formatter

from ipsskills.codes import RATED, AskedAs, Basis, Behind, Code
from ipsskills.framework.faults import Fault
from ipsskills.framework.scale import Choice, Scale
from ipsskills.framework.types import UnitEntry

_PERIOD = ("period",)
_STATES = ("word", "rated", "applicable", "counted", "to_go")
_OTHERS = tuple(code for code in Code if not code.rated)


def find_wording_faults(file: str, scale: Scale, units: Collection[UnitEntry]) -> Iterator[Fault]:
    """Yield what is missing, unknown or cannot be filled in, in the scale and units' questions."""
    yield from _missing(file, "ways", scale.ways, tuple(AskedAs))
    yield from _missing(file, "other_answers", scale.other_answers, _OTHERS)
    yield from _choices(file, "behind", scale.behind, tuple(Behind))
    yield from _choices(file, "bases", scale.bases, tuple(Basis))
    yield from _missing(file, "first_look, anchors", scale.first_look.anchors, RATED)
    for name, way in scale.ways.items():
        yield from _missing(file, f"{name}, anchors", way.anchors, RATED)
        yield from _to_fill(file, f"{name}, question", way.question, _PERIOD)
        yield from _to_fill(file, f"{name}, supervisor_question", way.supervisor_question, _PERIOD)
    for state, text in asdict(scale.states).items():
        yield from _to_fill(file, f"states, {state}", text, _STATES)
    for unit in units:
        yield from _to_fill(file, f"{unit.id}, question", unit.question or "", _PERIOD)


def _missing(
    file: str, place: str, given: Collection[str], wanted: Collection[str]
) -> Iterator[Fault]:
    for key in wanted:
        if key not in given:
            yield Fault(file, place, f"The words for '{key}' are missing.", "Put them back.")


def _choices(
    file: str, place: str, given: Collection[Choice], known: Collection[str]
) -> Iterator[Fault]:
    yield from _missing(file, place, [choice.key for choice in given], known)
    for choice in given:
        if choice.key not in known:
            fix = f"The keys are fixed: {', '.join(known)}."
            yield Fault(file, place, f"The key '{choice.key}' is not known.", fix)


def _to_fill(file: str, place: str, text: str, known: Collection[str]) -> Iterator[Fault]:
    """Check the placeholders in curly brackets that the program fills in."""
    fix = f"Use {', '.join(f'{{{name}}}' for name in known)}, or none."
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        yield Fault(file, place, "A curly bracket has no partner.", fix)
        return
    for name in names:
        if name not in known:
            yield Fault(file, place, f"'{{{name}}}' cannot be filled in.", fix)
