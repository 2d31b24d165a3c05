"""Anything on a page can be explained; a word near to a topic is told."""

import pytest

from ipsskills.errors import NotFound
from ipsskills.method.lists import EXPLAIN_ORDER
from ipsskills.usecases.explain import explain, topics


@pytest.mark.parametrize("word", ["order", "ORDER", "  Order ", "where effort would pay first"])
def test_a_topic_is_found_by_its_word_or_title(word: str) -> None:
    assert explain(word).text == EXPLAIN_ORDER


@pytest.mark.parametrize("topic", topics(), ids=lambda t: t.name)
def test_every_topic_is_found_and_says_something(topic: object) -> None:
    name = topic.name  # type: ignore[attr-defined]
    assert explain(name) is topic
    assert len(explain(name).text) > 80


def test_no_two_topics_have_one_name() -> None:
    names = [topic.name for topic in topics()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("saftey", "Perhaps: safety, states."),
        ("strenghts", "Perhaps: strengths."),
        ("field mentoring", "Perhaps: chances."),
        ("qwertz", "See the list: ipsskills explain"),
        ("", "See the list: ipsskills explain"),
    ],
)
def test_an_unknown_word_leads_to_what_is_near(word: str, near: str) -> None:
    with pytest.raises(NotFound) as unknown:
        explain(word)
    assert unknown.value.message == f"There is no explanation of '{word}'."
    assert unknown.value.hint == near
