"""Chooses which passages of a place are shown, and the order in which they stand.

What is on the very matter that was typed comes before what only mentions it.
"""

from collections.abc import Callable, Mapping, Sequence

from ipsskills.framework.finding.asking import SAME, Query
from ipsskills.framework.finding.shapes import NAMING, Where
from ipsskills.framework.finding.stems import list_stems
from ipsskills.frozen import dataclass

_PHRASE = 40.0  # the least that a phrase counts which was typed word for word
_WORTH_SHOWING = 0.15  # of what the best passage of a place counts, its names among them


@dataclass(frozen=True)
class Weighed:
    """A passage, with what each term counts in it.

    ``phrase`` is how much of what was typed it is, word for word; ``exact`` says that it names its
    place by just that; ``led``, that everyday words which are just that lead to it.
    """

    number: int
    part: Where
    counts: Mapping[int, float]
    phrase: float = 0
    exact: bool = False
    led: bool = False

    @property
    def together(self) -> float:
        """What all terms count in it together; a phrase typed word for word counts more."""
        return max(sum(self.counts.values()), _PHRASE if self.phrase else 0)


@dataclass(frozen=True)
class Nearness:
    """How near a note comes to what was typed.

    ``opens`` says that its topic begins with that, word for word; ``topic`` is how much of its
    topic that is, 0 where the topic lacks a word of it; ``side_by_side`` says that its text has
    the words so, and ``spot`` where the most of them stands.
    """

    opens: bool
    topic: float
    side_by_side: bool
    spot: int


def measure_nearness(text: str, asked: Query, spot: int) -> Nearness:
    """Return how near a note comes to what was typed; its topic is its first sentence."""
    words = list_stems(text)
    topic = words[: len(list_stems(text.partition(". ")[0]))]
    typed = [{each for each, share in t.stems.items() if share > SAME} for t in asked.terms]
    begins = [place for place, word in enumerate(words) if not typed or word in typed[0]]
    return Nearness(
        opens=_stands(typed, words, 0),
        topic=_cover(typed, topic),
        side_by_side=any(_stands(typed, words, place) for place in begins),
        spot=spot,
    )


def _stands(typed: list[set[str]], words: Sequence[str], place: int) -> bool:
    """Whether what was typed stands at a place, word by word."""
    here = words[place : place + len(typed)]
    return len(here) == len(typed) and all(
        word in stems for word, stems in zip(here, typed, strict=True)
    )


def _cover(typed: list[set[str]], topic: Sequence[str]) -> float:
    if not typed or not all(stems.intersection(topic) for stems in typed):
        return 0
    return sum(word in set().union(*typed) for word in topic) / len(topic)


def choose_shown(
    weighed: list[Weighed], best: float, measure: Callable[[int], Nearness]
) -> list[Weighed]:
    """Return the passages to show of a place: none where they hold little beside what names it.

    Notes whose topic is what was typed come first, then what was listed for just these words. Of
    other notes that hold as much, those come
    first that hold it side by side, before a case that only mentions it, then those that hold it
    earlier. One that opens with what was typed, or was listed for it, is shown whatever the names
    count.
    """
    shown = [each for each in weighed if each.part not in NAMING]
    most = max((len(each.counts) for each in shown), default=0)
    fullest = [each for each in shown if len(each.counts) == most]
    near = {each.number: measure(each.number) for each in fullest if each.part is Where.NOTE}
    fullest.sort(key=lambda each: (each.part is Where.TOPIC, -each.together, each.number))
    titled = [each for each in fullest if each.number in near and near[each.number].topic]
    titled.sort(key=lambda each: _order_titled(near[each.number], each.number))
    rest = [each for each in fullest if each not in titled]
    if rest and rest[0].part is Where.VIGNETTE:
        rest.sort(key=lambda each: not (each.number in near and near[each.number].side_by_side))
    if rest and rest[0].part is Where.NOTE:
        equal = [each for each in rest if each.together == rest[0].together]
        equal.sort(key=lambda each: _order_equal(near.get(each.number), each.number))
        rest = equal + [each for each in rest if each not in equal]
    rest.sort(key=lambda each: not each.led)
    ordered = titled + rest
    if not ordered:
        return []
    best_one = ordered[0]
    meant = best_one.led or (best_one.number in near and near[best_one.number].spot == 0)
    return ordered if meant or best_one.together >= best * _WORTH_SHOWING else []


def _order_titled(near: Nearness, number: int) -> tuple[bool, float, int]:
    return not near.opens, 0 if near.opens else -near.topic, number


def _order_equal(near: Nearness | None, number: int) -> tuple[bool, bool, int, int]:
    """Return the place among passages that hold as much; notes come before what is none."""
    if near is None:
        return True, True, 0, number
    return False, not near.side_by_side, near.spot, number
