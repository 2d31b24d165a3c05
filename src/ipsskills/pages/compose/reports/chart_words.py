"""The words of a chart's key: what each point means in each way of asking, and what signs mean."""

from ipsskills.codes import RATED, AskedAs, Code
from ipsskills.framework.scale import Scale
from ipsskills.method.state import format_answer
from ipsskills.pages.charts.answers import KeyWords, PointWords, SignWords

_WAYS = {
    AskedAs.SKILL: "Skills",
    AskedAs.KNOWLEDGE: "Knowledge",
    AskedAs.VALUE: "Values",
    AskedAs.SAFETY: "Safety",
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
