"""How units are asked: the page of all questions and answers, and what one unit has of its own."""

from collections.abc import Iterable, Iterator, Mapping

from ipsskills.codes import AskedAs, Code
from ipsskills.doing import do
from ipsskills.framework.scale import (
    Anchor,
    Choice,
    FirstLook,
    Scale,
    StateWords,
    Way,
    ask_as_usual,
)
from ipsskills.framework.types import Unit
from ipsskills.pages.document import Block, Bullets, Commands, Entries, Heading, Page, Rule, Text
from ipsskills.pages.words import upper_first

LEAD = (
    "One level, and for each code the words that a question offers. Which way something is asked "
    "depends on what it is; a code alone says nothing."
)
_WAYS = {
    AskedAs.SKILL: "What somebody does",
    AskedAs.KNOWLEDGE: "What somebody knows",
    AskedAs.VALUE: "What somebody holds to",
    AskedAs.SAFETY: "What keeps people safe",
}
_LONGER = "(Six months for somebody who works less than 0.6 of full time.)"
# Stands for the numbers that a page fills in.
EXAMPLE = {"rated": 3, "counted": 5, "applicable": 5, "to_go": 2, "word": "with a check"}


def compose_scale(scale: Scale) -> Page:
    """Return every question, answer and word for where a unit stands, as they are said."""
    blocks: list[Block] = []
    for asked_as, way in scale.ways.items():
        blocks += [Heading(_WAYS[asked_as]), *_tell_way(way)]
    blocks += _tell_first_look(scale.first_look)
    blocks += [Heading("Other answers, always there"), _tell_anchors(scale.other_answers)]
    blocks += [Heading("Why it is agreed outside the job"), _tell_choices(scale.reasons)]
    blocks += [Heading("What is behind an answer"), _tell_choices(scale.behind)]
    blocks += [Heading("What a supervisor's view rests on"), _tell_choices(scale.bases)]
    blocks += [Heading("Where a unit stands", "numbers as an example"), _tell_states(scale.states)]
    blocks += [Heading("What a safety line says"), *_tell_safety(scale)]
    following = (
        (do("explain", "answers"), "what the answers mean"),
        (do("explain", "states"), "how a unit's word comes about"),
    )
    return Page(
        "How it is asked, and the answers",
        (LEAD,),
        (*blocks, Rule(), Heading("Next"), Commands(following)),
    )


def tell_own_words(unit: Unit) -> list[Block]:
    """Return what a goal on this unit is called, and its own question and answers if it has any."""
    blocks: list[Block] = [Text(unit.curriculum.goal, label="On a learning plan:")]
    if unit.question:
        blocks.append(Text(_ask(unit.question), label="Asked in words of its own:"))
    if unit.anchors:
        rows = tuple((code.value, "", said) for code, said in unit.anchors.items())
        blocks.append(Entries(rows))
    return blocks


def _ask(question: str) -> str:
    """Return a question with the usual period, and whose is longer if it names one."""
    asked = ask_as_usual(question)
    return asked if asked == question else f"{asked} {_LONGER}"


def _tell_way(way: Way) -> Iterator[Block]:
    yield Text(_ask(way.question), label="You are asked:")
    yield Text(_ask(way.supervisor_question), label="A supervisor is asked:")
    yield _tell_anchors(way.anchors)


def _tell_first_look(look: FirstLook) -> Iterator[Block]:
    yield Heading("In the first weeks", f"a scale of its own: {look.version}")
    yield Text(look.question, label="You are asked:")
    yield _tell_anchors(look.anchors)


def _tell_anchors(anchors: Mapping[Code, Anchor]) -> Entries:
    return Entries(
        tuple((code.value, each.label, _tell_anchor(each)) for code, each in anchors.items())
    )


def _tell_anchor(anchor: Anchor) -> str:
    you, they = (word.strip() for word in (anchor.you, anchor.they))
    said = f"“{you}”" if you == they else f"“{you}” to the person, “{they}” about them"
    return f"{anchor.means}. On pages: {said}"


def _tell_choices(choices: Iterable[Choice]) -> Bullets:
    told = (f"{each.label}: {each.means}" if each.means else each.label for each in choices)
    return Bullets(tuple(told))


def _tell_states(states: StateWords) -> Bullets:
    told = (word.format(**EXAMPLE) for word in vars(states).values())
    return Bullets(tuple(map(upper_first, told)))


def _tell_safety(scale: Scale) -> Iterator[Block]:
    words = (said for name, said in vars(scale.safety).items() if said and name != "worry_now")
    yield Bullets(tuple(map(upper_first, words)))
    yield Text(scale.safety.worry_now)
